import FoundationEssentials
@testable import ManifoldDocker
import ManifoldPlan
import ManifoldResources
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Build contexts")
struct ContextTests {
    @Test("what is sent comes in order, links as links, and directories only where something of them is sent")
    func entries() async throws {
        let files = [
            "b/y.txt": "y", "a.txt": "a", "b/x.log": "x", "out/kept.txt": "k", "out/gone.txt": "g", "void/z.log": "z",
        ]
        try await Context.run(files) { context in
            symlink("a.txt", "\(context.root)/link")
            try context.write(".dockerignore", "out\n!out/kept.txt\n**/*.log\n")
            let entries = try ContextWalk(context.root, directory(context).rules()).entries
            #expect(
                entries.map(\.path) == [
                    ".dockerignore", "a.txt", "b", "b/y.txt", "link", "out", "out/kept.txt", "void",
                ]
            )
            #expect(entries.first { $0.path == "link" }?.kind == .link("a.txt"))
            #expect(entries.first { $0.path == "b" }?.kind == .directory)
        }
    }

    @Test("contents, names, permissions and links count; times, and what is ignored, do not")
    func digest() async throws {
        try await Context.run(["a.txt": "a", "b/c.txt": "c", ".dockerignore": "*.log"]) { context in
            func digest() throws -> [UInt8] { try ContextDigest(context.root, directory(context).entries()).bytes }
            let first = try digest()
            try context.write("x.log", "ignored")
            utimes("\(context.root)/a.txt", [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)])
            #expect(try digest() == first)
            var seen: Set<[UInt8]> = [first]
            func expectNew(_ what: Comment) throws { #expect(seen.insert(try digest()).inserted, what) }
            try context.write("a.txt", "A")
            try expectNew("a content")
            chmod("\(context.root)/a.txt", 0o755)
            try expectNew("a mode")
            rename("\(context.root)/a.txt", "\(context.root)/d.txt")
            try expectNew("a name")
            symlink("d.txt", "\(context.root)/link")
            try expectNew("a link")
            try context.remove("link")
            symlink("b/c.txt", "\(context.root)/link")
            try expectNew("where a link points")
            mkdir("\(context.root)/empty", 0o755)
            try expectNew("an empty directory")
        }
    }

    @Test("parts are files where there are few, and what is at the top where there are many")
    func parts() async throws {
        try await Context.run(["a.txt": "a", "b/c.txt": "c"]) { context in
            #expect(
                try ContextDigest(context.root, directory(context).entries()).parts.keys.sorted() == [
                    "a.txt", "b/c.txt",
                ]
            )
            for index in 0..<200 { try context.write("b/\(index)", "") }
            #expect(
                try ContextDigest(context.root, directory(context).entries()).parts.keys.sorted() == ["a.txt", "b"]
            )
            for index in 0..<200 { try context.write("\(index)", "") }
            #expect(try ContextDigest(context.root, directory(context).entries()).parts.isEmpty)
        }
    }

    @Test("a socket is left out, a pipe is a problem unless it is ignored, and so is what is not there")
    func odd() async throws {
        try await Context.run(["a.txt": "a"]) { context in
            mkfifo("\(context.root)/pipe", 0o644)
            #expect(throws: ContextProblem.self) { try directory(context).entries() }
            try context.write(".dockerignore", "pipe")
            #expect(try directory(context).entries().map(\.path) == [".dockerignore", "a.txt"])
            let missing = BuildPlaces.Directory(
                root: "\(context.root)/none",
                ignoreFile: "\(context.root)/none/.dockerignore"
            )
            #expect(throws: ContextProblem("`\(context.root)/none` cannot be read: there is no such file or directory"))
            {
                try missing.entries()
            }
        }
    }

    @Test("a Dockerfile can have ignore rules of its own, and lie outside of the context")
    func places() async throws {
        try await Context.run([
            "app/Dockerfile": "", "other/Dockerfile.dev": "", "other/Dockerfile.dev.dockerignore": "",
        ]) {
            context in
            var spec = BuildSpec(context: .directory("\(context.root)/app"))
            var places = BuildPlaces(spec)
            #expect(places.dockerfile == "\(context.root)/app/Dockerfile")
            #expect(places.innerDockerfile == "Dockerfile")
            #expect(places.context?.ignoreFile == "\(context.root)/app/.dockerignore")
            spec.dockerfile = "../other/Dockerfile.dev"
            places = BuildPlaces(spec)
            #expect(places.dockerfile == "\(context.root)/other/Dockerfile.dev")
            #expect(places.innerDockerfile == nil)
            #expect(places.context?.ignoreFile == "\(context.root)/other/Dockerfile.dev.dockerignore")
            spec.inlineDockerfile = FreeText("FROM scratch", isShowable: false)
            #expect(BuildPlaces(spec).dockerfile == nil)
        }
    }

    @Test("what is read of builds tells contexts and Dockerfiles, and why where they cannot be read")
    func reading() async throws {
        try await Context.run(["Dockerfile": "FROM a", "x.txt": "x"]) { context in
            var image = ImageSpec(reference: "one")
            image.build = BuildSpec(context: .directory(context.root))
            var broken = ImageSpec(reference: "two")
            broken.build = BuildSpec(context: .directory(context.root))
            broken.build?.dockerfile = "Missing"
            let first = await BuildReader().read([image, broken, ImageSpec(reference: "three")])
            #expect(first.keys.sorted() == ["one", "two"])
            #expect(
                first["two"]?.problem == "`\(context.root)/Missing` cannot be read: there is no such file or directory"
            )
            #expect(first["one"]?.contents.keys.sorted() == ["build.context", "build.dockerfile"])
            #expect(first["one"]?.files.keys.sorted() == ["Dockerfile", "x.txt"])
            try context.write("x.txt", "y")
            let second = await BuildReader().read([image])
            #expect(second["one"]?.contents["build.dockerfile"] == first["one"]?.contents["build.dockerfile"])
            #expect(second["one"]?.contents["build.context"] != first["one"]?.contents["build.context"])
            try context.write(".dockerignore", "[")
            #expect(
                await BuildReader().read([image])["one"]?.problem
                    == "line 1 of `\(context.root)/.dockerignore` is no pattern: `[`"
            )
        }
    }

    private func directory(_ context: Context) -> BuildPlaces.Directory {
        BuildPlaces.Directory(root: context.root, ignoreFile: "\(context.root)/.dockerignore")
    }
}
