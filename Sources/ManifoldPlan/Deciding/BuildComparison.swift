import ManifoldResources

/// Compares what an image is to be built from with what it was built from.
struct BuildComparison {
    let desired: DesiredResource
    let record: SpecRecord
    let inputs: BuildInputs

    /// Why the image has to be built anew; none where it is what the manifest and the files ask for.
    var reasons: [Reason] {
        let wanted = inputs[desired.id] ?? [:]
        return comparison(wanted).differences().map { reason(for: $0, wanted) }
    }

    private func reason(for difference: FieldDifference, _ wanted: SealedFields) -> Reason {
        let path = difference.path
        let isBefore = record.fields.value(at: path) != nil
        let named = desired.fields.value(at: path)
        if path.field == "build.additional_contexts", let base = named?.wordText.flatMap({ ResourceAddress($0) }) {
            return isBefore ? .because(base, .build) : .field(difference.showing(named))
        }
        return isBefore && isOfContents(path, wanted)
            ? .contentsChanged(path, files: files(at: path)) : .field(difference)
    }

    private func comparison(_ wanted: SealedFields) -> FieldComparison<ImageSpec> {
        var live: SealedFields = [:]
        for row in FieldTable.image.rows {
            // Of what was built nothing can be read back but digests, so that no old value can be shown.
            live[row.name] = record.value(of: row.name, among: wanted[row.name])?
                .mapText { SealedText(digest: $0.digest, shown: nil) }
        }
        return FieldComparison(
            table: .image,
            desired: wanted,
            live: live,
            record: SpecRecord(live),
            origins: desired.origins
        )
    }

    /// Whether it is a digest over files that differs on both sides, and not that another place is named.
    private func isOfContents(_ path: FieldPath, _ wanted: SealedFields) -> Bool {
        guard ["build.context", "build.dockerfile", "build.additional_contexts"].contains(path.field) else {
            return false
        }
        return desired.fields.value(at: path) == nil && wanted.value(at: path) != nil
    }

    private func files(at path: FieldPath) -> [String] {
        path.field == "build.context" ? inputs.changedFiles(of: desired.id, since: record) : []
    }
}

extension FieldDifference {
    /// The same with what the manifest says in place of what is found there.
    fileprivate func showing(_ named: FieldValue<SealedText>?) -> FieldDifference {
        FieldDifference(
            path: path,
            before: before,
            after: named,
            cause: cause,
            origin: origin,
            needsReplacement: needsReplacement
        )
    }
}
