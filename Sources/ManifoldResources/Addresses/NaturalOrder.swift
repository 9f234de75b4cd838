/// The order a person expects of names with numbers in them: `web2` before `web10`.
package enum NaturalOrder {
    package static func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
        var left = Array(left.utf8)[...]
        var right = Array(right.utf8)[...]
        let original = (left, right)
        while let leftByte = left.first, let rightByte = right.first {
            if isDigit(leftByte), isDigit(rightByte) {
                let leftDigits = takeNumber(&left)
                let rightDigits = takeNumber(&right)
                if leftDigits.count != rightDigits.count { return leftDigits.count < rightDigits.count }
                if leftDigits != rightDigits { return leftDigits.lexicographicallyPrecedes(rightDigits) }
            } else if leftByte != rightByte {
                return leftByte < rightByte
            } else {
                left.removeFirst()
                right.removeFirst()
            }
        }
        if left.isEmpty != right.isEmpty { return left.isEmpty }
        // Alike but for leading zeros: any fixed order will do, as long as it is one.
        return original.0.lexicographicallyPrecedes(original.1)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func takeNumber(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = bytes.prefix(while: isDigit)
        bytes = bytes.dropFirst(digits.count)
        return digits.drop { $0 == UInt8(ascii: "0") }
    }
}
