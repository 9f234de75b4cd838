/// One change of a plan as the truth matrix spells it, read from the text for people or from a table.
struct PlannedChange: Equatable, Sendable {
    let address: String
    /// What is done to which object, with the disruption class: `update shop-web-1 in place [in place]`.
    let headline: String
    /// Fields with their values and causes, and reasons that are no field.
    var details: [String] = []

    var text: String { (["\(address): \(headline)"] + details).joined(separator: "\n    ") }

    /// Whether the container that there was goes on.
    var keepsContainer: Bool {
        !["replace", "create", "run", "destroy"].contains { headline.hasPrefix($0) }
    }

    /// Whether its process goes on, too.
    var keepsProcess: Bool {
        keepsContainer && !headline.contains("start ")
    }
}

extension PlannedChange {
    /// Reads the changes of a plan's text.
    ///
    /// `isPlace` tells whether a line of the manifest is where the cause of a change of that address can be.
    static func all(in plan: String, isPlace: (_ line: Int, _ address: String) -> Bool) -> [PlannedChange] {
        plan.split(separator: "\n\n")
            .flatMap { paragraph -> [PlannedChange] in
                let lines = paragraph.split(separator: "\n")
                let headlines = lines.compactMap(Headline.init)
                let details = joined(lines.filter { $0.hasPrefix("      ") })
                return headlines.map { headline in
                    let causes = details.map { detail in
                        Self.shortened(detail) { isPlace($0, headline.address) }
                    }
                    return PlannedChange(
                        address: headline.address,
                        headline: headline.phrase,
                        details: (headline.remark.map { [Self.shortened($0) { isPlace($0, headline.address) }] } ?? [])
                            + causes
                    )
                }
            }
    }

    private struct Headline {
        let address: String
        let phrase: String
        let remark: String?

        /// Reads `~   service.web[1]  update shop-web-1 in place  [in place]  because …`.
        init?(_ line: Substring) {
            guard let sign = line.split(separator: " ").first, ["+", "-", "-/+", "~", ">"].contains(sign) else {
                return nil
            }
            var cells = line.dropFirst(sign.count).split(separator: "  ").map { $0.drop { $0 == " " } }
            guard cells.count > 1 else { return nil }
            address = String(cells.removeFirst())
            let words = cells.removeFirst()
            let kind = cells.first?.hasPrefix("[") == true ? cells.removeFirst() : "[none]"
            phrase = "\(words) \(kind)"
            remark = cells.isEmpty ? nil : cells.joined(separator: "  ")
        }
    }

    /// Lines whose causes stand on a line of their own, as one; values and cause are two spaces apart.
    private static func joined(_ lines: [Substring]) -> [String] {
        lines.reduce(into: []) { joined, line in
            let text = line.drop { $0 == " " }
            if line.hasPrefix("          "), let last = joined.popLast() {
                joined.append("\(last)  \(text)")
            } else {
                joined.append(String(text))
            }
        }
    }

    /// `pids_limit:  50 → 100  drift: changed outside …` as `pids_limit: 50 → 100 (drift)`.
    private static func shortened(_ line: String, isPlace: (Int) -> Bool) -> String {
        guard let field = line.firstMatch(of: /^(\S+): +(.+? → .+?)  +(.+)$/) else {
            return place(line, isPlace).replacing(/\b[0-9a-f]{12}\b/, with: "ID")
        }
        var cause = place(String(field.3), isPlace)
        for (long, short) in causes where cause.hasPrefix(long) {
            cause = short + cause.dropFirst(long.count)
            break
        }
        cause = cause.replacing(/\ \((forces replacement|x-on-change: [^)]+)\)$/) { ", \($0.1)" }
        return "\(field.1): \(field.2) (\(cause))"
    }

    /// Takes out the places in the manifest where one of them can be meant: where a value is spelt, and what led there.
    private static func place(_ text: String, _ isPlace: (Int) -> Bool) -> String {
        guard let found = text.firstMatch(of: /manifold\.yaml:[0-9:]+( through manifold\.yaml:[0-9:]+)*/) else {
            return text
        }
        let lines = found.0.matches(of: /manifold\.yaml:([0-9]+):/).compactMap { Int($0.1) }
        return text.replacing(found.0, with: lines.contains(where: isPlace) ? "HERE" : "THE WRONG PLACE \(found.0)")
    }

    private static let causes = [
        ("manifest changed  HERE", "manifest"),
        ("manifest changed: no longer set", "no longer set"),
        ("manifest changed", "implied"),
        ("drift: changed outside manifold; the manifest says so at HERE", "drift"),
        ("drift: changed outside manifold; the manifest does not set it", "drift, unset"),
        ("drift: changed outside manifold", "drift, implied"),
    ]
}
