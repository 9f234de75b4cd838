package import Foundation

/// Projects from public repositories with what Compose makes of each, which are not part of this repository:
/// `../shared/corpus` beside the checkout, or where `MANIFOLD_CORPUS` says.
package enum ComposeCorpus {
    /// What Compose's answer is worth.
    package enum Verdict: String, Decodable {
        /// Compose accepts it: so must we, with the same result.
        case ok
        /// Compose refuses it: so must we.
        case invalid
        /// Compose is too old for it: we accept it.
        case newer
        /// Compose accepts it and its successor does not: either is right.
        case lenient
        /// Compose fails on it; its own tests say what is right.
        case oracleBug = "oracle-bug"
    }

    package struct Case: Sendable {
        package let name: String
        package let directory: String
        package let files: [String]
        package let environmentFiles: [String]
        package let projectDirectory: String?
        package let verdict: Verdict
        /// Whether Compose's own test of it wants an error.
        package let upstreamWantsError: Bool

        /// The command line's options for the case.
        package var arguments: [String] {
            files.flatMap { ["-f", $0] } + environmentFiles.flatMap { ["--env-file", $0] }
                + (projectDirectory.map { ["--project-directory", $0] } ?? [])
        }

        /// What Compose printed, with this case's directory in its paths; nil where there is no such file.
        package func expected(_ file: String) throws -> JSONValue? {
            guard let data = FileManager.default.contents(atPath: directory + "/" + file) else { return nil }
            return try JSONDecoder().decode(JSONValue.self, from: data).rooted(at: directory)
        }

        package func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: directory + "/" + file) }
    }

    package static let directory: URL? = {
        let candidates = [
            ProcessInfo.processInfo.environment["MANIFOLD_CORPUS"].map { URL(filePath: $0) },
            checkout.appending(path: "../shared/corpus"),
        ]
        return candidates.compactMap { $0?.standardizedFileURL }
            .first { FileManager.default.fileExists(atPath: $0.appending(path: "compose/open").path) }
    }()

    /// The whole environment in which Compose has read the cases.
    package static let environment = ["HOME": "/home/corpus"]

    package static var isPresent: Bool { directory != nil }

    /// The page that names each deliberate difference.
    package static func compatibilityPage() throws -> String {
        try String(contentsOf: checkout.appending(path: "docs/compose-compatibility.md"), encoding: .utf8)
    }

    package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    package static func cases() throws -> [Case] {
        guard let open = directory?.appending(path: "compose/open") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: open.path).sorted()
            .map { name in
                let folder = open.appending(path: name)
                let record = try JSONDecoder()
                    .decode(Record.self, from: Data(contentsOf: folder.appending(path: "case.json")))
                return Case(
                    name: name,
                    directory: folder.path,
                    files: record.files,
                    environmentFiles: record.env_files ?? [],
                    projectDirectory: record.project_directory.flatMap { $0.isEmpty ? nil : $0 },
                    verdict: record.oracle.class,
                    upstreamWantsError: record.upstream?.expect == "error"
                )
            }
    }

    /// `case.json`.
    private struct Record: Decodable {
        struct Upstream: Decodable {
            let expect: String?
        }

        struct Oracle: Decodable {
            let `class`: Verdict
        }

        package let files: [String]
        let env_files: [String]?
        let project_directory: String?
        let upstream: Upstream?
        let oracle: Oracle
    }
}
