/// Every string and every run of bytes that is anywhere inside a value, whatever its type.
func reflectedTexts(_ value: Any) -> [String] {
    switch value {
    case let text as String: return [text]
    case let text as Substring: return [String(text)]
    case let bytes as [UInt8]: return [String(decoding: bytes, as: UTF8.self)]
    default: break
    }
    // What a type says of itself is what a stray interpolation would print.
    var texts = value is any CustomStringConvertible ? ["\(value)"] : []
    for child in Mirror(reflecting: value).children {
        texts += (child.label.map { [$0] } ?? []) + reflectedTexts(child.value)
    }
    return texts
}

/// The texts inside a value that hold another one.
func leaks(of secret: String, in value: Any) -> [String] {
    reflectedTexts(value).filter { $0.contains(secret) }
}
