import ManifoldPlan

/// The last line of a plan: how much of what.
struct PlanSummary {
    /// What a change counts as; the order is the order of the line.
    private enum Category: CaseIterable {
        case pull, build, create, run, update, start, restart, replace, destroy

        init(_ change: Change) {
            let actions = Set(change.actions)
            if actions.contains(.replace) {
                self = .replace
            } else if actions.contains(.destroy) {
                self = .destroy
            } else if actions.contains(.run) {
                self = .run
            } else if actions.contains(.create) {
                self = .create
            } else if !actions.isDisjoint(with: [.update, .reconnect, .rename]) {
                self = .update
            } else if actions.contains(.restart) {
                self = .restart
            } else if actions.contains(.pull) {
                self = .pull
            } else if actions.contains(.build) {
                self = .build
            } else {
                self = .start
            }
        }

        var words: String {
            switch self {
            case .pull: "to pull"
            case .build: "to build"
            case .create: "to create"
            case .run: "to run"
            case .update: "to update in place"
            case .start: "to start"
            case .restart: "to restart"
            case .replace: "to replace"
            case .destroy: "to destroy"
            }
        }

        /// Whether the line names it even where there is none.
        var isAlwaysNamed: Bool {
            switch self {
            case .create, .update, .replace, .destroy: true
            case .pull, .build, .run, .start, .restart: false
            }
        }
    }

    let plan: Plan
    let destroying: Bool

    var line: String {
        guard !plan.isEmpty else { return emptyLine }
        let counts = Dictionary(grouping: plan.changes, by: Category.init).mapValues(\.count)
        let parts = Category.allCases.compactMap { category in
            let count = counts[category] ?? 0
            return count > 0 || category.isAlwaysNamed ? "\(count) \(category.words)" : nil
        }
        return "Plan: \(parts.joined(separator: ", ")); \(plan.unchangedCount) unchanged. "
            + "Disruption: \(DisruptionText.sum(of: plan.changes))."
    }

    private var emptyLine: String {
        if plan.unchangedCount == 0, !plan.leftOut.isEmpty { return "No changes. Nothing is left to plan for." }
        if destroying { return "No changes. Nothing of this system is there to destroy." }
        switch plan.unchangedCount {
        case 0: return "No changes. The manifest asks for nothing, and nothing is there."
        case 1: return "No changes. 1 resource is as the manifest says."
        case let count: return "No changes. \(count) resources are as the manifest says."
        }
    }
}
