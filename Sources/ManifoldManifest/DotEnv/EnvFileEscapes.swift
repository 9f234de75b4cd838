/// The escapes of a double-quoted value: `\n`, `\t`, `\"`, `\\`, `\$` and the like, and octal `\0101`.
enum EnvFileEscapes {
    /// The text with its escapes resolved; what is no escape stays as it is.
    ///
    /// `\$` becomes `$$`, since the variables are replaced afterwards.
    static func resolve(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let letter = bytes[index + 1]
            index += 2
            switch letter {
            case UInt8(ascii: "a"): output.append(0x07)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "v"): output.append(0x0B)
            case UInt8(ascii: "$"): output += "$$".utf8
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(letter)
            case UInt8(ascii: "0"):
                let digits = bytes[index...].prefix(3).prefix(while: DecimalNumber.isDigit)
                index += digits.count
                output += octal(digits)
            default: output += [UInt8(ascii: "\\"), letter]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The character of three octal digits; fewer, or too large a number, only lose their zero.
    private static func octal(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        guard digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) else {
            return [UInt8(ascii: "\\")] + digits
        }
        return Array(String(Unicode.Scalar(value)).utf8)
    }
}
