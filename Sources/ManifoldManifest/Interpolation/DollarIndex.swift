import ManifoldDiagnostics

/// Where in a file something stands that interpolation could change, so that stretches without it are passed over whole.
struct DollarIndex {
    private let offsets: [UInt32]
    /// The first offset that is not before the last stretch: most are asked for in the order of the text.
    private var next = 0

    /// An escape can stand for a dollar sign, and an alias for a value elsewhere that has one.
    init(of file: SourceFile) {
        offsets = file.text.withUnsafeBufferPointer { text in
            var offsets: [UInt32] = []
            // Few blocks have any of them, and a look at a whole block without a branch costs next to nothing.
            for start in stride(from: 0, to: text.count, by: 64) {
                let block = UnsafeBufferPointer(rebasing: text[start..<min(start + 64, text.count)])
                guard Self.hasSign(block) else { continue }
                for index in block.indices where Self.isSign(block[index]) { offsets.append(UInt32(start + index)) }
            }
            return offsets
        }
    }

    private static func hasSign(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
        var hits: UInt8 = 0
        for byte in block { hits |= isSign(byte) ? 1 : 0 }
        return hits != 0
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "*")
    }

    /// Whether anything in a stretch of the file concerns interpolation.
    mutating func concerns(_ span: SourceSpan) -> Bool {
        if next > 0, offsets[next - 1] >= span.start { next = 0 }
        if next < offsets.count, offsets[next] < span.start { next = first(notBefore: span.start, from: next) }
        return next < offsets.count && offsets[next] < span.end
    }

    private func first(notBefore start: UInt32, from low: Int) -> Int {
        // It is nearly always the very next one.
        if low + 1 == offsets.count || offsets[low + 1] >= start { return low + 1 }
        var low = low
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
