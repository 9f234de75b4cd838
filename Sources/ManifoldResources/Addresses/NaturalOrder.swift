/// The order a person expects of names with numbers in them: `web2` before `web10`.
package enum NaturalOrder {
    package static func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in
            right.withUTF8 { right in isIncreasing(left, right) }
        }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func isIncreasing(_ left: Bytes, _ right: Bytes) -> Bool {
        var (leftPlace, rightPlace) = (0, 0)
        while leftPlace < left.count, rightPlace < right.count {
            let (leftByte, rightByte) = (left[leftPlace], right[rightPlace])
            if isDigit(leftByte), isDigit(rightByte) {
                let leftDigits = number(in: left, at: &leftPlace)
                let rightDigits = number(in: right, at: &rightPlace)
                if leftDigits.count != rightDigits.count { return leftDigits.count < rightDigits.count }
                if !leftDigits.elementsEqual(rightDigits) { return leftDigits.lexicographicallyPrecedes(rightDigits) }
            } else if leftByte != rightByte {
                return leftByte < rightByte
            } else {
                leftPlace += 1
                rightPlace += 1
            }
        }
        let isLeftAtEnd = leftPlace == left.count
        if isLeftAtEnd != (rightPlace == right.count) { return isLeftAtEnd }
        // Alike but for leading zeros: any fixed order will do, as long as it is one.
        return left.lexicographicallyPrecedes(right)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func number(in bytes: Bytes, at place: inout Int) -> Slice<Bytes> {
        let digits = bytes[place...].prefix(while: isDigit)
        place = digits.endIndex
        return digits.drop { $0 == UInt8(ascii: "0") }
    }
}
