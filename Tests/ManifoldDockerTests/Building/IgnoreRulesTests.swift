@testable import ManifoldDocker
import Testing

@Suite("What a .dockerignore keeps out")
struct IgnoreRulesTests {
    @Test(
        "patterns mean what they mean to Docker",
        arguments: [
            // Plain paths, and all that is below them.
            ("file", "file", true), ("file", "dir/file", false), ("dir", "dir/file", true), ("dir/", "dir/a/b", true),
            ("/file", "file", true), ("./file", "file", true), ("a/../file", "file", true), ("a//b", "a/b", true),
            ("file", "file2", false), ("dir/file", "dir/file", true), ("dir/file", "dir", false),
            // Within one part of a path.
            ("*.log", "a.log", true), ("*.log", "dir/a.log", false), ("*/*.log", "dir/a.log", true),
            ("*/temp*", "dir/temporary/x", true), ("*", "anything/at/all", true), ("a*c", "abc", true),
            ("a*c", "a/c", false),
            ("temp?", "tempa", true), ("temp?", "temp", false), ("temp?", "temp/", false), ("?", "ü", true),
            ("*", ".hidden", true), ("a.c", "abc", false), ("(a|b)+$", "(a|b)+$", true),
            // Any number of parts.
            ("**/*.go", "a.go", true), ("**/*.go", "a/b/c.go", true), ("**/*.go", "a.goo", false),
            ("**", "a/b", true), ("a/**", "a/b/c", true), ("a/**", "a", false), ("a/**/b", "a/b", true),
            ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false), ("**/node_modules", "web/node_modules/x/y", true),
            ("**/dir2/*", "a/dir2/file", true), ("a**/b", "a/b", true), ("a**/b", "ab", true), ("a**/b", "ax/b", true),
            // Ranges.
            ("[a-c].txt", "b.txt", true), ("[a-c].txt", "d.txt", false), ("[^a-c].txt", "d.txt", true),
            ("[^a-c].txt", "a.txt", false), ("[]-a]", "]", false), ("a[0-9][0-9]", "a42", true),
            // Escapes.
            (#"a\*b"#, "a*b", true), (#"a\*b"#, "axb", false), (#"\!a"#, "!a", true), (#"[\]]"#, "]", true),
            // Comments, blanks, other line ends.
            ("# file\nother", "file", false), (" file \n", "file", true), ("\n\nfile\r\nother\r\n", "other", true),
            ("\u{FEFF}file", "file", true),
        ] as [(String, String, Bool)]
    )
    func matching(rules: String, path: String, expected: Bool) throws {
        // One pattern here is none, which is as good as no rule.
        let isExcluded = (try? IgnoreRules(parsing: rules))?.excludes(path) ?? false
        #expect(isExcluded == expected)
    }

    @Test(
        "the last line that says something of a path counts",
        arguments: [
            ("*.md\n!README.md", "README.md", false), ("*.md\n!README.md", "OTHER.md", true),
            ("*.md\n!README*.md\nREADME-secret.md", "README-secret.md", true),
            ("*.md\nREADME-secret.md\n!README*.md", "README-secret.md", false), ("*\n!app", "app/a/b", false),
            ("*\n!app/main.go", "app/main.go", false), ("*\n!app/main.go", "app/other.go", true),
            ("dir\n!dir/sub\ndir/sub/x", "dir/sub/x", true), ("dir\n!dir/sub\ndir/sub/x", "dir/sub/y", false),
            ("**\n!**/*.go", "a/b/c.go", false), ("! keep\n", "keep", false), ("a\n! a", "a", false),
        ] as [(String, String, Bool)]
    )
    func exceptions(rules: String, path: String, expected: Bool) throws {
        #expect(try IgnoreRules(parsing: rules).excludes(path) == expected)
    }

    @Test(
        "a line that is no pattern is told with its number",
        arguments: [
            ("a\n!\n", 2, "!"), ("[a\n", 1, "[a"), ("ok\n\na\\", 3, "a\\"), ("[]-a]", 1, "[]-a]"),
            ("[b-a]", 1, "[b-a]"),
        ]
    )
    func problems(text: String, line: Int, pattern: String) {
        let problem = IgnoreRules.Problem(line: line, text: pattern)
        #expect(throws: problem) { _ = try IgnoreRules(parsing: text) }
    }

    @Test(
        "a directory that is kept out is passed over unless something in it can come back",
        arguments: [
            ("dir", "dir", true), ("dir\n!other", "dir", true), ("dir\n!dir/sub/file", "dir", false),
            ("dir\n!dir/sub/file", "dir/sub", false), ("dir\n!dir/sub/file", "dir/else", true),
            ("dir\n!**/*.go", "dir", false), ("dir\n!d*", "dir", false),
        ] as [(String, String, Bool)]
    )
    func passingOver(rules: String, directory: String, expected: Bool) throws {
        #expect(try IgnoreRules(parsing: rules).canPassOver(directory) == expected)
    }
}
