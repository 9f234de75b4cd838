/// The one spelling of a Linux capability: upper case, without `CAP_`.
package enum CapabilityName {
    package static func normal(_ text: String) -> String {
        let upper = text.uppercased()
        return upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
    }
}
