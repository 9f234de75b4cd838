import FoundationEssentials
import ManifoldResources
import ManifoldTestSupport
import Testing

@Suite("docs/fields.md")
struct FieldPageTests {
    private static let containers = FieldPage(table: .container, samples: FieldSamples.container)
    private static let networks = FieldPage(
        table: .network,
        samples: [FieldTable.network.fields(of: FieldSamples.network)]
    )
    private static let volumes = FieldPage(
        table: .volume,
        samples: [FieldTable.volume.fields(of: FieldSamples.volume)],
        way: { $0 == .kept ? "left as it is, and noted" : "refused" }
    )
    private static let images = FieldPage(
        table: .image,
        samples: [FieldTable.image.fields(of: FieldSamples.image)],
        way: { _ in "build" }
    )

    @Test("its tables are the field tables")
    func page() async throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/fields.md")
        let tables = [
            "container": Self.containers.text, "network": Self.networks.text, "volume": Self.volumes.text,
            "image": Self.images.text,
        ]
        let parts = GeneratedParts("fields", of: page.standardizedFileURL)
        #expect(Set(parts.names) == Set(tables.keys))
        let differences = try await parts.differences { tables[$0] ?? "" }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test("every field has a value in the samples that its line is made from")
    func samples() {
        func missing<Spec>(_ page: FieldPage<Spec>) -> [FieldName] {
            page.table.rows.map(\.name).filter { name in !page.samples.contains { $0[name] != nil } }
        }
        #expect(missing(Self.containers).isEmpty)
        #expect(missing(Self.networks).isEmpty)
        #expect(missing(Self.volumes).isEmpty)
        #expect(missing(Self.images).isEmpty)
    }
}
