import ManifoldDiagnostics

/// A service while it is read: the model, and what is settled only when all of its keys are known.
struct ServiceDraft {
    var service: Service
    /// Entries of `env_file`, whose variables end up in the service's environment.
    var envFiles: [FileReference] = []
    /// Entries of `label_file`, whose lines end up among the service's labels.
    var labelFiles: [FileReference] = []
    /// Where the environment and the labels are set, whichever key it is.
    var environmentOrigin: Origin?
    var labelsOrigin: Origin?
    var scale: Sourced<Int64>?
    /// Bytes.
    var memoryReservation: Sourced<Int64>?
    var deploy = DeployDraft()

    init(name: String, span: SourceSpan) {
        service = Service(name: name, span: span)
    }
}

/// `deploy` while it is read.
struct DeployDraft {
    var replicas: Sourced<Int64>?
    var resources = ResourcesDraft()
}

/// `deploy.resources` while it is read.
struct ResourcesDraft {
    /// Whether `limits` is there, even if it is empty: Compose then compares it with the service's own limits.
    var limitsField: SourceSpan?
    var limits = DeployLimits()
    /// The same for `reservations` and its amount of memory.
    var reservationsField: SourceSpan?
    var reservedMemory: Sourced<Int64>?
}

/// One entry of `env_file` or `label_file`.
struct FileReference {
    /// An absolute path.
    var path: String
    var format = EnvFile.Format.compose
    var isRequired = true
    /// Whether the path may be shown: one with the value of a variable may not.
    var isShowable = true
    let span: SourceSpan
}
