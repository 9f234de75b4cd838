import ManifoldDiagnostics
import Testing

@Suite("Diagnostics")
struct DiagnosticsTests {
    private let code = Diagnostic.Code("test.code")

    private func diagnostic(_ message: String, file: UInt32, at start: UInt32) -> Diagnostic {
        let span = SourceSpan(file: FileID(rawValue: file), start: start, end: start + 1)
        return Diagnostic(code, message, at: Diagnostic.Label(span))
    }

    @Test("they are read by file and place, those without a place first, and in the order of reporting at one place")
    func order() {
        var diagnostics = Diagnostics()
        for (message, file, start) in [("d", 1, 0), ("c", 0, 9), ("a", 0, 3), ("b", 0, 3)] as [(String, UInt32, UInt32)]
        {
            diagnostics.report(diagnostic(message, file: file, at: start))
        }
        diagnostics.report(Diagnostic(code, "nowhere"))
        #expect(diagnostics.sorted.map(\.message) == ["nowhere", "a", "b", "c", "d"])
    }

    @Test("the same mistake found twice is one")
    func repetition() {
        var diagnostics = Diagnostics()
        diagnostics.report(diagnostic("a", file: 0, at: 0))
        diagnostics.report(diagnostic("a", file: 0, at: 0))
        #expect(diagnostics.errorCount == 1)
    }

    @Test("a mistake in a value that several services share is one, whatever they are called")
    func sharedValue() {
        var diagnostics = Diagnostics()
        diagnostics.report(diagnostic("unknown key `prots` in service `web`", file: 0, at: 3))
        diagnostics.report(diagnostic("unknown key `prots` in service `api`", file: 0, at: 3))
        #expect(diagnostics.sorted.map(\.message) == ["unknown key `prots` in service `web`"])
        diagnostics.report(diagnostic("unknown key `prots` in service `web`", file: 0, at: 4))
        diagnostics.report(diagnostic("another key `prots` in service `web`", file: 0, at: 3))
        var other = diagnostic("unknown key `prots` in service `web`", file: 0, at: 3)
        other.help = "another way out"
        diagnostics.report(other)
        #expect(diagnostics.errorCount == 4)
    }

    @Test("without a place names tell mistakes apart")
    func placeless() {
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic(code, "cannot read `a`"))
        diagnostics.report(Diagnostic(code, "cannot read `b`"))
        #expect(diagnostics.errorCount == 2)
    }

    @Test("of very many the first are kept, and the rest counted")
    func limit() {
        var diagnostics = Diagnostics()
        for start in 0..<UInt32(Diagnostics.most) + 30 { diagnostics.report(diagnostic("a", file: 0, at: start)) }
        #expect(diagnostics.errorCount == Diagnostics.most + 30)
        let sorted = diagnostics.sorted
        #expect(sorted.count == Diagnostics.most + 1)
        #expect(sorted.last?.code == Diagnostic.Code("diagnostics.too-many"))
        #expect(sorted.last?.message.hasPrefix("30 more") == true)
    }

    @Test("a warning is no error")
    func warnings() {
        var diagnostics = Diagnostics()
        #expect(diagnostics.isEmpty)
        diagnostics.report(Diagnostic(code, .warning, "a"))
        #expect(!diagnostics.hasErrors)
        #expect(!diagnostics.isEmpty)
        diagnostics.report(Diagnostic(code, "b"))
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.errorCount == 1)
    }

    @Test("a source map names places, and has no file for a stray span")
    func sourceMap() {
        var map = SourceMap()
        _ = map.add(SourceFile(name: "one.yaml", text: []))
        let id = map.add(SourceFile(name: "two.yaml", text: Array("a\nbc".utf8)))
        let span = SourceSpan(file: id, start: 3, end: 4)
        #expect(map.description(of: span) == "two.yaml:2:2")
        #expect(map.file(FileID(rawValue: 2)) == nil)
    }

    @Test("no span ends before it begins")
    func spans() {
        let file = FileID(rawValue: 0)
        let one = SourceSpan(file: file, start: 2, end: 4)
        let two = SourceSpan(file: file, start: 7, end: 5)
        #expect(two.end == 7)
        #expect(one.beginning == SourceSpan(file: file, start: 2, end: 2))
    }
}
