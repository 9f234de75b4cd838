import Testing

@testable import ManifoldCommands

@Suite("paths as texts")
struct PathTextTests {
    @Test(
        "paths become absolute and clean",
        arguments: [
            ("a.yaml", "/srv/a.yaml"), ("./x//y/../z", "/srv/x/z"), ("../../..", "/"), ("/a/./b/", "/a/b"),
            (".", "/srv"),
        ]
    )
    func absolute(path: String, result: String) {
        #expect(PathText.absolute(path, in: "/srv") == result)
    }

    @Test("the parent of the root is the root", arguments: [("/a/b", "/a"), ("/a", "/"), ("/", "/")])
    func parents(path: String, parent: String) {
        #expect(PathText.parent(of: path) == parent)
    }

    @Test(
        "a path is written from where one is",
        arguments: [
            ("/srv/a.yaml", "/srv", "a.yaml"), ("/srv/a.yaml", "/srv/x/y", "../../a.yaml"),
            ("/opt/a", "/srv", "../opt/a"),
            ("/srv", "/srv", "."), ("/a", "/", "a"),
        ]
    )
    func relative(path: String, directory: String, result: String) {
        #expect(PathText.relative(path, to: directory) == result)
    }
}
