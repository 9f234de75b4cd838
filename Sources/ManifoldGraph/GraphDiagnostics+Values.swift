import ManifoldDiagnostics
import ManifoldManifest

/// Wording about values that an engine would refuse, or take for something else.
extension GraphDiagnostics {
    static func unsupportedValue(
        _ key: String,
        _ setting: Setting,
        of service: Service,
        _ reason: String,
        help: String
    ) -> Diagnostic {
        Diagnostic(
            Code("graph.unsupported-value"),
            .error,
            "`\(key)` of service `\(service.name)` cannot be \(setting.origin.quoting(setting.text ?? "")): \(reason)",
            at: Label(setting.origin.span),
            help: help
        )
    }

    static func builtTwice(_ reference: String, by service: Service, and other: Service) -> Diagnostic {
        Diagnostic(
            Code("graph.image-built-twice"),
            .error,
            "services `\(other.name)` and `\(service.name)` build different images under one name, `\(reference)`",
            at: (service.setting("build")?.origin.span).map { Label($0) },
            related: [other.setting("build")?.origin.span].compactMap { $0 }.map { Label($0, "the other build") },
            help: "give one of them another `image`, or let only one of them have a `build`"
        )
    }

    static func idleRefreshInterval(_ setting: Setting, of service: Service) -> Diagnostic {
        Diagnostic(
            Code("graph.ineffective-key"),
            .warning,
            "`pull_refresh_after` of service `\(service.name)` has no effect: its `pull_policy` is not `refresh`",
            at: Label(setting.origin.span),
            help: "write `pull_policy: refresh` too, or say both in one: `pull_policy: every_12h`"
        )
    }

    static func conflict(
        _ key: String,
        _ setting: Setting,
        _ other: String,
        _ otherSetting: Setting,
        of service: Service
    ) -> Diagnostic {
        Diagnostic(
            Code("graph.conflicting-keys"),
            .error,
            "service `\(service.name)` cannot have `\(key)` together with this `\(other)`",
            at: Label(setting.origin.span, "refused by the engine"),
            related: [Label(otherSetting.origin.span, "because of this")],
            help: "remove one of the two"
        )
    }

    static func reservation(_ reservation: Sourced<Int64>, memory: Sourced<Int64>, of service: Service) -> Diagnostic {
        Diagnostic(
            Code("graph.memory-reservation"),
            .error,
            "service `\(service.name)` reserves more memory than it may use, and the engine refuses that",
            at: Label(reservation.origin.span, "reserved"),
            related: [Label(memory.origin.span, "the limit")],
            help: "lower the reservation, or raise the limit"
        )
    }

    static func invalidAddress(_ key: String, _ setting: Setting, of owner: String) -> Diagnostic {
        Diagnostic(
            Code("graph.invalid-address"),
            .error,
            "`\(key)` of \(owner) cannot be \(setting.origin.quoting(setting.text ?? "")), which is no such address",
            at: Label(setting.origin.span),
            help: help(forAddress: key)
        )
    }

    private static func help(forAddress key: String) -> String {
        switch key {
        case "mac_address": "write six pairs of digits, such as `02:42:ac:11:00:02`"
        case "subnet", "ip_range": "write an address and a length, such as `10.5.0.0/16`"
        case "ipv6_address": "write an address such as `fd00::5`"
        default: "write an address such as `10.5.0.5`"
        }
    }
}
