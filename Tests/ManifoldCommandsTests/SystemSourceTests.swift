import ManifoldManifest
import Testing

@testable import ManifoldCommands

@Suite("Where a system is applied from")
struct SystemSourceTests {
    @Test(
        "every way into one repository is the same source, and none shows a token",
        arguments: [
            "https://example.com/team/shop.git", "https://ci:s3cret@example.com/team/shop",
            "git@example.com:team/shop.git",
            "ssh://git@example.com/team/shop.git",
        ]
    )
    func oneRepository(url: String) {
        let config =
            "[core]\n\tbare = false\n[remote \"upstream\"]\n\turl = nowhere\n[remote \"origin\"]\n\turl = \(url)\n"
        #expect(SystemSource.origin(in: config) == "example.com/team/shop")
    }

    @Test("a manifest below the repository's root is told by its directory in it")
    func below() {
        let files = Files(["/home/a/shop/.git/config": "[remote \"origin\"]\n\turl = git@example.com:team/shop.git\n"])
        #expect(SystemSource(files: files).of("/home/a/shop/deploy/eu") == "example.com/team/shop//deploy/eu")
        #expect(SystemSource(files: files).of("/home/a/shop") == "example.com/team/shop")
    }

    @Test("without a repository, or without an origin, the directory is the source")
    func directory() {
        let files = Files(["/srv/shop/.git/config": "[core]\n\tbare = false\n"])
        #expect(SystemSource(files: files).of("/srv/shop") == "/srv/shop")
        #expect(SystemSource(files: files).of("/srv/other") == "/srv/other")
    }
}

private struct Files: FileProvider {
    let texts: [String: String]

    init(_ texts: [String: String]) {
        self.texts = texts
    }

    func read(_ path: String) throws(FileProblem) -> [UInt8] {
        guard let text = texts[path] else { throw FileProblem("no such file") }
        return Array(text.utf8)
    }

    func exists(_ path: String) -> Bool {
        texts[path] != nil
    }
}
