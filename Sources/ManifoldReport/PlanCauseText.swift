import ManifoldPlan
import ManifoldResources

/// Who is behind a differing field, and which line of the manifest asks for its value.
struct PlanCauseText {
    let places: PlanPlaces

    /// The cause, with what follows from the difference; a content that goes into a new container needs nobody to be told.
    func text(of difference: FieldDifference, in change: Change) -> String {
        let cause = cause(of: difference, wanted: difference.origin.flatMap(places.description))
        if change.actions.contains(.replace) {
            return difference.needsReplacement ? "\(cause) (forces replacement)" : cause
        }
        return difference.policy.map { "\(cause) (x-on-change: \(AnsiSafe.line($0.description)))" } ?? cause
    }

    private func cause(of difference: FieldDifference, wanted place: String?) -> String {
        // Without a place the manifest does not spell the value: none is wanted, or it follows from another field.
        let isGone = difference.after == nil
        return switch (difference.cause, place) {
        case (.manifestChanged, let place?): "manifest changed  \(place)"
        case (.manifestChanged, nil): "manifest changed\(isGone ? ": no longer set" : "")"
        case (.drift, let place?): "drift: changed outside manifold; the manifest says so at \(place)"
        case (.drift, nil): "drift: changed outside manifold\(isGone ? "; the manifest does not set it" : "")"
        case (.manifestChangedAndDrift, let place?): "manifest changed  \(place), and drift: changed outside manifold"
        case (.manifestChangedAndDrift, nil):
            "manifest changed\(isGone ? ": no longer set" : ""), and drift: changed outside manifold"
        case (.interrupted, let place?): "the last apply did not come to its end; the manifest says so at \(place)"
        case (.interrupted, nil):
            "the last apply did not come to its end\(isGone ? "; the manifest does not set it" : "")"
        case (.unknown, let place?): "differs from the manifest  \(place)"
        case (.unknown, nil): "differs from the manifest\(isGone ? ", which does not set it" : "")"
        }
    }
}
