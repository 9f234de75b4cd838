import Foundation

/// The YAML test suite, which is not part of this repository: `../shared/corpus` beside the checkout, or where
/// `MANIFOLD_CORPUS` says.
enum Corpus {
    struct Case: CustomStringConvertible, Sendable {
        let name: String
        let isValid: Bool
        let title: String
        let text: [UInt8]
        let json: String?

        var description: String { "\(name) \(title)" }
    }

    static let directory: URL? = {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let candidates = [
            ProcessInfo.processInfo.environment["MANIFOLD_CORPUS"].map { URL(filePath: $0) },
            checkout.appending(path: "shared/corpus"),
        ]
        return candidates.compactMap { $0?.standardizedFileURL }
            .first { FileManager.default.fileExists(atPath: $0.appending(path: "libyaml-results.tsv").path) }
    }()

    static var isPresent: Bool { directory != nil }

    /// The cases of the suite that libyaml's own events are right for, and the number of those they are wrong for.
    static func yamlTestSuite() throws -> (cases: [Case], beyondLibyaml: Int) {
        guard let directory else { return ([], 0) }
        let table = try String(contentsOf: directory.appending(path: "libyaml-results.tsv"), encoding: .utf8)
        var cases: [Case] = []
        var beyond = 0
        for row in table.split(separator: "\n").dropFirst() {
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns[2] == "pass" else {
                beyond += 1
                continue
            }
            let folder = directory.appending(path: "yaml-test-suite").appending(path: columns[0])
            cases.append(
                Case(
                    name: columns[0],
                    isValid: columns[1] == "valid",
                    title: columns[5],
                    text: Array(try Data(contentsOf: folder.appending(path: "in.yaml"))),
                    json: try? String(contentsOf: folder.appending(path: "in.json"), encoding: .utf8)
                )
            )
        }
        return (cases, beyond)
    }
}
