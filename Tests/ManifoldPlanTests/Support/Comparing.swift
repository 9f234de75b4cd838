import ManifoldDiagnostics
@testable import ManifoldPlan
import ManifoldResources

/// A comparison of containers, in which each side is spelt as what it sets.
struct Comparing {
    typealias Change = (inout ContainerSpec) -> Void

    var desired: Change = { _ in }
    var live: Change = { _ in }
    var recorded: Change? = { _ in }
    var image: Change = { _ in }
    var truncated: Set<FieldName> = []
    var changedInPlace: [FieldName: FieldValue<SealedText>?] = [:]
    var origins: [FieldPath: Origin] = [:]
    var isInterrupted = false

    var differences: [FieldDifference] {
        var record = recorded.map { SpecRecord(Self.sealed($0), truncated: truncated) }
        for name in truncated {
            guard let value = record?.fields.removeValue(forKey: name) else { continue }
            record?.digests[name] = RecordedValue(value).digest
        }
        return FieldComparison(
            table: .container,
            desired: Self.sealed(desired),
            live: Self.sealed(live),
            defaults: Self.sealed(image),
            record: record?.overlaid(with: changedInPlace),
            origins: origins,
            isInterrupted: isInterrupted
        )
        .differences()
    }

    /// Paths of the differences.
    var paths: [String] {
        differences.map(\.path.description)
    }

    /// Causes of the differences.
    var causes: [FieldDifference.Cause] {
        differences.map(\.cause)
    }

    private static func sealed(_ change: Change) -> SealedFields {
        var spec = ContainerSpec()
        change(&spec)
        return Scene.sealer.seal(FieldTable.container.fields(of: spec))
    }
}
