import ManifoldDiagnostics
import ManifoldResources
import OrderedCollections

/// What declarations of networks and volumes have in common: driver, its options and labels.
struct DeclaredSettings {
    /// The driver that the engine takes by itself, which is therefore no setting.
    let neutralDriver: String
    private(set) var driver: String?
    private(set) var options: [String: FreeText] = [:]
    private(set) var labels: [String: FreeText] = [:]
    var origins: [FieldPath: Origin] = [:]

    init(neutralDriver: String) {
        self.neutralDriver = neutralDriver
    }

    mutating func add(driver: Sourced<String>?, options: OrderedDictionary<String, Sourced<String>>) {
        if let driver, !driver.value.isEmpty {
            self.driver = driver.value == neutralDriver ? nil : driver.value
            origins[FieldPath("driver")] = driver.origin
        }
        for (name, option) in options {
            self.options[name] = Showability.text(option.value, named: name, from: option.origin)
            origins[FieldPath("driver_opts", name)] = option.origin
        }
    }

    mutating func add(
        labels: OrderedDictionary<String, Sourced<String>>,
        reporting diagnostics: inout Diagnostics
    ) {
        for (name, label) in labels {
            if LabelNames.isReserved(name) {
                diagnostics.report(GraphDiagnostics.reservedLabel(name, label.origin))
            }
            self.labels[name] = Showability.text(label.value, named: name, from: label.origin)
            origins[FieldPath("labels", name)] = label.origin
        }
    }
}
