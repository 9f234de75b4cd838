import ManifoldGraph
package import ManifoldResources

/// What the images of a system are built from, specs and contents together: what an image's label records of its build,
/// and what it is compared with.
package struct BuildInputs: Sendable {
    private let fields: [ResourceAddress: SealedFields]
    private let marks: [ResourceAddress: [String: String]]

    package init(_ desired: DesiredSystem, given facts: SealedFacts) {
        let images = desired.ordered.filter(\.isBuilt)
        self.init(images.map { ($0.id, $0.name, $0.fields) }, facts.builds)
    }

    /// What images are built from, by address, reference and what their specs say, those first that others are built from.
    package init(
        _ images: [(id: ResourceAddress, reference: String, fields: SealedFields)],
        _ builds: [String: BuildFacts<SealedText>]
    ) {
        var all: [ResourceAddress: SealedFields] = [:]
        var marks: [ResourceAddress: [String: String]] = [:]
        for image in images {
            let contents = builds[image.reference]
            var fields = image.fields
            for (name, value) in contents?.contents ?? [:] { fields[name] = Self.joined(fields[name], value) }
            if case .map(let contexts)? = fields["build.additional_contexts"] {
                fields["build.additional_contexts"] = .map(contexts.mapValues { Self.resolved($0, all) })
            }
            all[image.id] = fields
            marks[image.id] = contents?.files.mapValues { String($0.digest.prefix(4)) }
        }
        self.fields = all
        self.marks = marks
    }

    package subscript(_ image: ResourceAddress) -> SealedFields? { fields[image] }

    /// What the label of an image says, once it is built.
    package func record(of image: ResourceAddress) -> SpecRecord {
        var fields = fields[image] ?? [:]
        let marks = Set((marks[image] ?? [:]).values)
        if !marks.isEmpty { fields[.fileMarks] = .set(Set(marks.map { .word($0) })) }
        return SpecRecord(fields)
    }

    /// The files of an image's context that are not as they were when the image of that record was built; none where the
    /// record does not tell.
    func changedFiles(of image: ResourceAddress, since record: SpecRecord) -> [String] {
        guard case .set(let recorded)? = record.fields[.fileMarks] else { return [] }
        let known = Set(recorded.compactMap(\.wordText))
        return (marks[image] ?? [:]).filter { !known.contains($0.value) }.keys.sorted()
    }

    /// Both maps, or what was found in place of what is only named.
    private static func joined(
        _ named: FieldValue<SealedText>?,
        _ found: FieldValue<SealedText>
    ) -> FieldValue<SealedText> {
        guard case .map(let left)? = named, case .map(let right) = found else { return found }
        return .map(left.merging(right) { $1 })
    }

    /// What another image is built from, in place of its address.
    private static func resolved(
        _ context: FieldValue<SealedText>,
        _ known: [ResourceAddress: SealedFields]
    ) -> FieldValue<SealedText> {
        guard let word = context.wordText, let address = ResourceAddress(word), let fields = known[address] else {
            return context
        }
        let whole = FieldValue.map(
            Dictionary(uniqueKeysWithValues: fields.map { ($0.key.description, $0.value) })
        )
        return .text(SealedText(digest: RecordedValue(whole).digest, shown: nil))
    }
}

extension FieldName {
    /// A few characters for each file of a build context, which only explain.
    static let fileMarks: FieldName = "build.files"
}
