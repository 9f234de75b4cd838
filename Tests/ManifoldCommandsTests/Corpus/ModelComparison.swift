import ManifoldTestSupport

/// Whether two JSON documents are the same Compose model.
///
/// Order of keys does not matter, order of lists does. Nothing, an empty text, an empty list and an empty mapping are the
/// same as none, except that a name of the author's own (a service, a variable, a label) is there or not, and that a
/// variable without a value is not one with an empty value.
struct ModelComparison {
    private(set) var differences: [String] = []

    init(expected: JSONValue, actual: JSONValue) {
        compare(expected, actual, at: [])
    }

    private mutating func compare(_ expected: JSONValue, _ actual: JSONValue, at path: [String]) {
        switch (expected, actual) {
        case (.map(let left), .map(let right)): compare(left, right, at: path)
        case (.list(let left), .list(let right)):
            for index in 0..<max(left.count, right.count) {
                let place = path + ["[\(index)]"]
                if index >= left.count {
                    differ("+", place)
                } else if index >= right.count {
                    differ("-", place)
                } else {
                    compare(left[index], right[index], at: place)
                }
            }
        default:
            if expected != actual, !(expected.isNothing && actual.isNothing) { differ("~", path) }
        }
    }

    private mutating func compare(_ left: [String: JSONValue], _ right: [String: JSONValue], at path: [String]) {
        let hasNames = Self.hasNames(path)
        for key in Set(left.keys).union(right.keys).sorted() {
            let place = path + [key]
            switch (left[key], right[key]) {
            case (let expected?, let actual?):
                if Self.isStrict(path), (expected == .null) != (actual == .null) {
                    differ("~", place)
                } else if !(expected.isNothing && actual.isNothing) {
                    compare(expected, actual, at: place)
                }
            case (let expected?, nil): if hasNames || !expected.isNothing { differ("-", place) }
            case (nil, let actual?): if hasNames || !actual.isNothing { differ("+", place) }
            case (nil, nil): break
            }
        }
    }

    private mutating func differ(_ sign: String, _ path: [String]) {
        differences.append("\(sign) \(path.joined(separator: "."))")
    }

    private static let sections: Set = ["services", "networks", "volumes", "configs", "secrets", "models"]
    private static let named: Set = [
        "networks", "environment", "labels", "annotations", "depends_on", "sysctls", "extra_hosts", "ulimits",
        "storage_opt", "models",
    ]

    /// Whether the keys of the mapping at a path are names of the author's own.
    private static func hasNames(_ path: [String]) -> Bool {
        guard let last = path.last else { return false }
        if path.count == 1 { return sections.contains(last) }
        if last == "driver_opts" || last == "labels" || path.suffix(2) == ["logging", "options"] { return true }
        guard path.first == "services" else { return false }
        if path.count == 3 { return named.contains(last) }
        return path.count == 4 && ["build", "deploy"].contains(path[2])
            && ["args", "labels", "additional_contexts"].contains(last)
    }

    /// Whether nothing is not the same as an empty text there.
    private static func isStrict(_ path: [String]) -> Bool {
        guard path.first == "services" else { return false }
        return path.dropFirst(2) == ["environment"] || path.dropFirst(2) == ["build", "args"]
    }
}

extension JSONValue {
    fileprivate var isNothing: Bool {
        self == .null || self == .string("") || self == .list([]) || self == .map([:])
    }
}
