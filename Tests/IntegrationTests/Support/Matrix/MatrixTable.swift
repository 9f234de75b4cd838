import Foundation
import Testing

/// A file of the truth matrix.
///
/// Each file is one system, and each of its rows a service of it.
///
///     a title at the margin begins a row
///       service  pids_limit: 100                a line of the row's service
///       service:other  image: IMAGE             a line of a further service of the row, ROW-other
///       network  ROW: {internal: true}          a line below `networks`; likewise `volume`, `config`, `secret`
///       do       docker update --pids-limit 50 APP
///       plan     update APP in place [in place] what is done, and the disruption class
///                pids_limit: 50 → 100 (drift)   a field and its cause, or another reason
///       plan     network.ROW: replace SYS_ROW [connections drop]
///
/// `do` begins a round in which somebody changes the engine by hand, and `then` one in which the manifest changes: the
/// sections named below it take the place of those before. A section with a single `-` is empty. `error` is an error
/// of the plan, and the commands behind `way` are the way out of it. `before` is a command before the first apply.
/// `since` and `until` are versions of the API. `note` is a note of the plan, and `engine TEMPLATE = VALUE` what the
/// engine says in the end. `gone NAME` takes a further service out of the manifest. With `keeps nothing` the container
/// is not what it was before somebody did what he did, but what it should be since.
///
/// Most fields are written in short, as their two values with what plans and engine say for them, and what they say
/// without it. The field is there at first, changes, goes, and comes back:
///
///     pids_limit
///       field    pids_limit: in place           or `in place, replace, in place` for changing, removing and adding
///       at       {{.HostConfig.PidsLimit}}
///       first    pids_limit: 100 => 100 => 100
///       second   pids_limit: 200 => 200 => 200
///       without  none => 0                      or `none | 64 MiB` where the engine has a value of its own
struct MatrixTable: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [MatrixRow]

    var testDescription: String { name }

    /// The tables of a folder, by name.
    static func all(_ folder: String) -> [MatrixTable] {
        let directory = Paths.repository.appending(path: "Tests/IntegrationTests/TruthMatrix/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted()
            .map { file in
                let text = (try? String(contentsOf: directory.appending(path: file), encoding: .utf8)) ?? ""
                return MatrixTable(String(file.dropLast(4)), text)
            }
    }

    init(_ name: String, _ text: String) {
        self.name = name
        var rows: [MatrixRow] = []
        var field: MatrixField?
        var isPlan = false
        func finish() {
            if let field, !rows.isEmpty { field.write(to: &rows[rows.count - 1]) }
            field = nil
        }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix(" ") else {
                finish()
                let number = rows.count + 1
                rows.append(MatrixRow(title: String(line), name: number < 10 ? "r0\(number)" : "r\(number)"))
                continue
            }
            let words = line.drop { $0 == " " }
            if isPlan, line.prefix(4).allSatisfy({ $0 == " " }) {
                rows[rows.count - 1].addDetail(String(words))
                continue
            }
            let keyword = words.prefix { $0 != " " }
            let rest = String(words.dropFirst(keyword.count).drop { $0 == " " })
            isPlan = keyword == "plan"
            if keyword == "field" { field = MatrixField(rest) }
            if field?.read(keyword, rest) == true { continue }
            rows[rows.count - 1].read(keyword, rest)
        }
        finish()
        self.rows = rows
    }
}

extension MatrixRow {
    fileprivate mutating func read(_ keyword: Substring, _ rest: String) {
        let parts = keyword.split(separator: ":", maxSplits: 1)
        switch parts[0] {
        case "service": add(rest, to: .service(parts.count > 1 ? String(parts[1]) : ""))
        case "network": add(rest, to: .networks)
        case "volume": add(rest, to: .volumes)
        case "config": add(rest, to: .configs)
        case "secret": add(rest, to: .secrets)
        case "before": preparation.append(rest)
        case "since": sinceAPI = rest
        case "until": beforeAPI = rest
        case "do": addCommand(rest)
        case "then": rounds.append(MatrixRound(mutation: .manifest(manifest)))
        case "plan": addChange(rest)
        case "gone": remove(.service(rest))
        case "keeps": last.isMendedByChange = true
        case "error": last.errors.append(rest)
        case "way": last.ways.append(rest)
        case "note": last.notes.append(rest)
        case "engine":
            let parts = rest.split(separator: " = ", maxSplits: 1, omittingEmptySubsequences: false)
            last.answers.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : ""))
        default: preconditionFailure("\(title): a table has no `\(keyword)`")
        }
    }

    private var last: MatrixRound {
        get { rounds[rounds.count - 1] }
        set { rounds[rounds.count - 1] = newValue }
    }

    /// What the row has in the manifest after all rounds.
    private var manifest: MatrixManifest { manifest(after: rounds.count) }

    /// What the row has in the manifest after some rounds.
    func manifest(after count: Int) -> MatrixManifest {
        let manifests = rounds.prefix(count)
            .compactMap { round in
                if case .manifest(let manifest) = round.mutation { manifest } else { nil }
            }
        return manifests.last ?? start
    }

    /// Adds a line; the first of a section in a round takes the place of the lines that it had.
    private mutating func add(_ line: String, to section: MatrixManifest.Section) {
        let added = line == "-" ? [] : [line]
        guard !rounds.isEmpty else { return start.lines[section, default: []] += added }
        guard case .manifest(var manifest) = last.mutation else {
            preconditionFailure("\(title): the manifest changes below `then`")
        }
        let before = self.manifest(after: rounds.count - 1)
        if manifest.lines[section] == before.lines[section] { manifest.lines[section] = [] }
        manifest.lines[section, default: []] += added
        last.mutation = .manifest(manifest)
    }

    private mutating func remove(_ section: MatrixManifest.Section) {
        guard case .manifest(var manifest) = last.mutation else { return }
        manifest.lines[section] = nil
        last.mutation = .manifest(manifest)
    }

    /// Commands that stand together are one round.
    private mutating func addCommand(_ command: String) {
        if let round = rounds.last, case .live(let commands) = round.mutation, round.isUnspecified {
            last.mutation = .live(commands + [command])
        } else {
            rounds.append(MatrixRound(mutation: .live([command])))
        }
    }

    /// `ADDRESS: HEADLINE`, without an address about the row's service; `nothing` is for rounds without a change.
    private mutating func addChange(_ text: String) {
        guard text != "nothing" else { return }
        let parts = text.firstMatch(of: /^([a-z]+\.\S+): (.*)$/)
        last.changes.append(
            PlannedChange(
                address: parts.map { String($0.1) } ?? "service.ROW[1]",
                headline: parts.map { String($0.2) } ?? text
            )
        )
    }

    fileprivate mutating func addDetail(_ text: String) {
        last.changes[last.changes.count - 1].details.append(text)
    }
}

extension MatrixRound {
    fileprivate var isUnspecified: Bool {
        errors.isEmpty && ways.isEmpty && changes.isEmpty && notes.isEmpty && answers.isEmpty
    }
}
