extension FieldTable where Spec == NetworkSpec {
    /// The field table of networks: the engine can change nothing of a network once it is made.
    package static let network = FieldTable([
        Field("driver", create: "Driver") { $0.driver.map { .word($0) } },
        Field("driver_opts", create: "Options") { map($0.driverOptions) { .text($0) } },
        Field("internal", create: "Internal") { $0.isInternal ? .flag(true) : nil },
        Field("labels", create: "Labels") { map($0.labels) { .text($0) } },
    ])
}

extension FieldTable where Spec == VolumeSpec {
    /// The field table of volumes: nothing can be changed, and a new volume would be an empty one.
    package static let volume = FieldTable([
        Field("driver", create: "Driver") { $0.driver.map { .word($0) } },
        Field("driver_opts", create: "DriverOpts", inspect: "Options") { map($0.driverOptions) { .text($0) } },
        Field("labels", create: "Labels", change: .kept) { map($0.labels) { .text($0) } },
    ])
}
