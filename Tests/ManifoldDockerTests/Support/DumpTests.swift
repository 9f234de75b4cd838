import DockerEngine
import Foundation
@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite struct DumpTests {
    @Test func dump() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        for trip in RoundTrip.all {
            let data = try encoder.encode(ContainerCreate(trip.spec, carrying: [:]))
            try data.write(to: URL(filePath: "/tmp/ut-sent/\(trip).json"))
            let rest = trip.spec.endpoints.sorted { $0.key < $1.key }.dropFirst().map { [$0.key] + $0.value.aliases.sorted() }
            try JSONEncoder().encode(rest).write(to: URL(filePath: "/tmp/ut-sent/\(trip).rest"))
        }
    }
}
