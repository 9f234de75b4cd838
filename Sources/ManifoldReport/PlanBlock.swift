import ManifoldPlan
import ManifoldResources

/// One change, or several instances that change in the same way for the same reasons: headlines and what stands below.
struct PlanBlock {
    struct FieldLine: Equatable {
        let path: String
        /// Both sides, such as `"hello" → "hi"`.
        let values: String
        let cause: String
    }

    var headlines: [[TableText.Cell]]
    let fields: [FieldLine]
    let sentences: [String]
    private let change: Change

    var isSingleLine: Bool { fields.isEmpty && sentences.isEmpty }

    /// The blocks of a plan; neighbouring instances of a service share one where they say the same.
    static func blocks(of changes: [Change], places: PlanPlaces) -> [PlanBlock] {
        var blocks: [PlanBlock] = []
        for change in changes {
            let block = PlanBlock(change, places: places)
            if let last = blocks.last, last.isShared(with: block) {
                blocks[blocks.count - 1].headlines += block.headlines
            } else {
                blocks.append(block)
            }
        }
        return blocks
    }

    private init(_ change: Change, places: PlanPlaces) {
        let reasonText = PlanReasonText(places: places)
        let causeText = PlanCauseText(places: places)
        var sentences = change.reasons.compactMap { reasonText.sentence(for: $0, of: change) }
        fields = change.reasons.compactMap { reason in
            if case .imageSupplies(let effect) = reason {
                let sides = FieldValueText.change(at: effect.path, from: effect.before, to: effect.after)
                return FieldLine(
                    path: AnsiSafe.line(effect.path.description),
                    values: "\(sides.before) → \(sides.after)",
                    cause: "from the image"
                )
            }
            guard case .field(let difference) = reason else { return nil }
            let sides = FieldValueText.change(at: difference.path, from: difference.before, to: difference.after)
            return FieldLine(
                path: AnsiSafe.line(difference.path.description),
                values: "\(sides.before) → \(sides.after)",
                cause: causeText.text(of: difference, in: change)
            )
        }
        var remark = ""
        if fields.isEmpty, sentences.count == 1 { remark = sentences.removeFirst() }
        self.sentences = sentences
        self.change = change

        let sign = PlanActionWords.sign(of: change)
        let disruption = DisruptionText.remark(of: change)
        headlines = [
            [
                TableText.Cell(sign.text + String(repeating: " ", count: 3 - sign.text.count), sign.tone),
                TableText.Cell(AnsiSafe.line(change.id.description), .strong),
                TableText.Cell(PlanActionWords.phrase(for: change)),
                TableText.Cell(disruption, PlanActionWords.tone(of: change.disruption)),
                TableText.Cell(remark),
            ]
        ]
    }

    private func isShared(with next: PlanBlock) -> Bool {
        !isSingleLine && change.id.replica != nil && change.id.withoutReplica == next.change.id.withoutReplica
            && change.actions == next.change.actions && change.disruption == next.change.disruption
            && fields == next.fields && sentences == next.sentences
    }
}
