import Testing

@testable import ManifoldManifest

@Suite("Units and small languages in values")
struct ValueTests {
    @Test(
        "Amounts of memory",
        arguments: [
            ("0", 0), ("32", 32), ("32b", 32), ("32B", 32), ("32k", 32 << 10), ("32K", 32 << 10), ("32kb", 32 << 10),
            ("32KiB", 32 << 10), ("512m", 512 << 20), ("64mb", 64 << 20), ("1gb", 1 << 30), ("1 gb", 1 << 30),
            ("1.5g", 3 << 29), ("32Ki", 32 << 10), ("2t", 2 << 40), ("1p", 1 << 50), ("100.5", 100), ("1.0000001", 1),
        ] as [(String, Int64)]
    )
    func bytes(text: String, value: Int64) {
        #expect(ByteCount.parse(text) == value)
    }

    @Test(
        "No amounts of memory",
        arguments: [
            "", "m", "-1", "1x", "1mx", "1mbb", "1 2", "1..2", "inf", "0x10", "9000p", "1bb", ".5k", "3.", "1i",
        ]
    )
    func noBytes(text: String) {
        #expect(ByteCount.parse(text) == nil)
    }

    @Test(
        "Durations",
        arguments: [
            ("0", 0), ("10s", 10_000_000_000), ("1m30s", 90_000_000_000), ("1.5h", 5_400_000_000_000),
            ("1.5ns", 1), ("0.1234567899s", 123_456_789), ("1.0000000006s", 1_000_000_000), (".5s", 500_000_000),
            ("500ms", 500_000_000), ("20us", 20_000), ("20\u{B5}s", 20_000), ("7ns", 7),
            ("1h2m3s4ms", 3_723_004_000_000),
            (".5s", 500_000_000), ("-1s", -1_000_000_000), ("+1s", 1_000_000_000),
        ] as [(String, Int64)]
    )
    func durations(text: String, value: Int64) {
        #expect(DurationText.parse(text) == value)
    }

    @Test("No durations", arguments: ["", "10", "s", "1d", "1s2", "1 s", "1..s", "9999999999h", "-", "1e3s"])
    func noDurations(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(
        "Numbers as Go prints them",
        arguments: [
            (1.1, "1.1"), (0.5, "0.5"), (100_000.0, "100000"), (1_000_000.0, "1e+06"), (1_000_000.5, "1.0000005e+06"),
            (123_456.7, "123456.7"), (1e21, "1e+21"), (0.0001, "0.0001"), (0.00001, "1e-05"), (-0.0, "-0"),
            (1.234e-5, "1.234e-05"), (-12.5, "-12.5"), (3, "3"), (.infinity, "+Inf"),
        ]
    )
    func goNumbers(value: Double, text: String) {
        #expect(GoNumber.text(value) == text)
    }

    @Test(
        "Commands are split as a shell would",
        arguments: [
            ("", []), ("a", ["a"]), (" a  b\n c ", ["a", "b", "c"]), (#"a "b c" 'd e'"#, ["a", "b c", "d e"]),
            (#"a\ b"#, ["a b"]), (#"'a\b'"#, [#"a\b"#]), (#""a\"b""#, [#"a"b"#]), ("a''b", ["ab"]),
            ("a '' b", ["a", "", "b"]),
            ("a $(b c) d", ["a", "$(b c)", "d"]), ("a `b c` d", ["a", "`b c`", "d"]), ("a #b", ["a", "#b"]),
            ("--x='y z'", ["--x=y z"]),
        ]
    )
    func shellWords(text: String, words: [String]) {
        let split = ShellWords(text)
        #expect(split.words == words)
        #expect(split.stopsAt == nil)
    }

    @Test("Commands that cannot be split", arguments: ["a 'b", "a \"b", "a\\", "a (b)", "a `b", "a)"])
    func brokenCommands(text: String) {
        #expect(ShellWords(text).words == nil)
    }

    @Test(
        "A command ends at an operator of the shell, as it does for Compose",
        arguments: [("a && b", ["a"]), ("a; b", ["a"]), ("a 2>b", ["a"]), ("a b>c", ["a", "b"]), ("| a", [])]
    )
    func operators(text: String, words: [String]) {
        #expect(ShellWords(text).words == words)
        #expect(ShellWords(text).stopsAt != nil)
    }

    @Test(
        "Restart policies",
        arguments: [
            ("no", true), ("always", true), ("unless-stopped", true), ("on-failure", true), ("on-failure:3", true),
            ("on-failure:", false), ("on-failure:x", false), ("never", false), ("No", false), ("always:1", false),
        ]
    )
    func restart(text: String, isValid: Bool) {
        #expect(RestartWord.isValid(text) == isValid)
    }

    @Test(
        "Project names",
        arguments: [("My Shop!", "myshop"), ("_x", "x"), ("shop-1_a", "shop-1_a"), ("Äpfel", "pfel"), ("!!", "")]
    )
    func projectNames(text: String, name: String) {
        #expect(NameRules.project(from: text) == name)
    }

    @Test(
        "Paths",
        arguments: [
            ("a", "/w/d/a"), ("./a/../b", "/w/d/b"), ("../x", "/w/x"), ("/a//b/", "/a//b/"), (".", "/w/d"),
            ("../../../..", "/"), (#"C:\x"#, #"C:\x"#),
        ]
    )
    func paths(path: String, absolute: String) {
        #expect(FilePath.absolute(path, in: "/w/d") == absolute)
    }
}
