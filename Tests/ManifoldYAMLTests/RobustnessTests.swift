import ManifoldDiagnostics
import ManifoldYAML
import Testing

@Suite("Any bytes at all")
struct RobustnessTests {
    private static let samples = [
        "services:\n  web: &w\n    image: \"nginx:1.27\"\n    ports: [80, '443']\n  db:\n    <<: *w\n    command: |\n      a\n      b\n",
        "%YAML 1.1\n---\n? a\n: - b\n  - {c: *d, e: !!int 1}\n...\n---\n# ä 日本語\nk: >-\n  🎉\n\n  x\n",
        "\u{FEFF}a: &a [1, &b {c: d}]\nb:\t*a\nc: \"\\u00e4\\x41\"\r\nd: !x y\n",
    ]

    @Test("end in a tree or an error, and every place lies inside the text", arguments: 0..<30)
    func mutations(seed: UInt64) {
        var random = RandomSource(seed: seed)
        for _ in 0..<200 {
            var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 0...4, using: &random) { mutate(&bytes, &random) }
            let reading = Reading(bytes)
            let count = UInt32(reading.file.text.count)
            #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            for diagnostic in reading.diagnostics {
                for label in [diagnostic.primary].compactMap(\.self) + diagnostic.related {
                    #expect(label.span.start <= count && label.span.end <= count, "\(diagnostic)")
                }
            }
            if let node = reading.node { check(node, within: count) }
        }
    }

    @Test("a text that is cut off anywhere ends in a tree or an error")
    func truncations() {
        for sample in Self.samples {
            let bytes = Array(sample.utf8)
            for length in 0...bytes.count {
                let reading = Reading(Array(bytes.prefix(length)))
                #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout RandomSource) {
        let index = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: random.string().utf8, at: index)
        case 1 where index < bytes.count: bytes.remove(at: index)
        case 2 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(index..<min(bytes.count, index + 5))
        }
    }

    private func check(_ node: Node, within count: UInt32) {
        #expect(node.span.start <= node.span.end && node.span.end <= count)
        for item in node.items ?? [] { check(item, within: count) }
        for pair in node.pairs ?? [] {
            check(pair.key, within: count)
            check(pair.value, within: count)
        }
    }
}
