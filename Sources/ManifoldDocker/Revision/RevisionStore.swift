import DockerEngine
import ManifoldResources

/// The revision volumes of one system, lowest number first: a single one is idle, of several the highest holds the lock.
struct RevisionStore: Sendable {
    let client: EngineClient
    let system: String

    struct Revision: Sendable {
        let number: Int
        /// Nil where the label is damaged or of a newer version.
        let record: RevisionRecord?
    }

    /// All revisions of the system, lowest number first.
    func list() async throws(EngineError) -> [Revision] {
        let filters = EngineFilters(labels: ["\(LabelNames.system)=\(system)", LabelNames.revision])
        return Self.revisions(of: system, in: try await client.volumes.list(filters: filters))
    }

    /// Those of some volumes that are revisions of a system, lowest number first.
    static func revisions(of system: String, in volumes: [Volume]) -> [Revision] {
        let prefix = EngineNames.revision(system: system, number: 0).dropLast()
        return
            volumes.compactMap { volume in
                guard volume.labels[LabelNames.system] == system, let label = volume.labels[LabelNames.revision],
                    volume.name.hasPrefix(prefix), let number = Int(volume.name.dropFirst(prefix.count))
                else { return nil }
                return Revision(number: number, record: RevisionRecord(text: label))
            }
            .sorted { $0.number < $1.number }
    }

    /// Creates a revision; false where somebody else created that number first.
    func create(_ number: Int, _ record: RevisionRecord) async throws(EngineError) -> Bool {
        let text = record.text
        let volume = try await client.volumes.create(
            VolumeCreate(
                name: EngineNames.revision(system: system, number: number),
                labels: [
                    LabelNames.system: system,
                    LabelNames.schema: LabelNames.currentSchema,
                    LabelNames.revision: text,
                ]
            )
        )
        // The engine answers with the existing volume where there is one: whose label comes back, theirs it is.
        return volume.labels[LabelNames.revision] == text
    }

    /// Removes a revision; one that is gone already is as good as removed.
    func remove(_ number: Int) async throws(EngineError) {
        do {
            try await client.volumes.remove(EngineNames.revision(system: system, number: number), force: true)
        } catch  where error.isNotFound {
            return
        }
    }
}

extension [RevisionStore.Revision] {
    /// Who holds the lock; nil where the system is idle.
    var holder: LockHolder? {
        count > 1 ? last?.record?.holder : nil
    }
}
