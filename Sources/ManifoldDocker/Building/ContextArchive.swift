import DockerEngine
import Synchronization

/// A build context as the engine's own builder takes it: a tar archive, made while it is sent.
final class ContextArchive: Sendable {
    private struct State {
        var entries: ArraySlice<ContextEntry>
        var additions: ArraySlice<(path: String, content: [UInt8])>
        /// The file whose content is being sent, with what is left of it.
        var open: (file: FileBytes, entry: ContextEntry, size: Int64, left: Int64)?
        var buffer: [UInt8] = []
        var isEnded = false
        var problem: ContextProblem?
    }

    private let root: String
    private let state: Mutex<State>

    /// The name in the archive of a Dockerfile that is not part of the context.
    static let strayDockerfile = ".dockerfile.manifold"

    /// An archive of the entries below a directory; the additions are files that take the places of what it has there.
    init(_ root: String, _ entries: [ContextEntry], adding additions: [String: [UInt8]]) {
        self.root = root
        let kept = entries.filter { additions[$0.path] == nil }
        let sorted = additions.sorted { $0.key < $1.key }.map { (path: $0.key, content: $0.value) }
        state = Mutex(State(entries: kept[...], additions: sorted[...]))
    }

    /// The archive in parts, each made when it is asked for.
    var parts: AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { [self] in try next() }
    }

    /// Why the archive could not be made to its end.
    var problem: ContextProblem? { state.withLock { $0.problem } }

    private func next() throws -> [UInt8]? {
        try state.withLock { state in
            do throws(ContextProblem) {
                return try next(&state)
            } catch {
                state.problem = error
                throw error
            }
        }
    }

    private func next(_ state: inout State) throws(ContextProblem) -> [UInt8]? {
        if state.open != nil { return try content(&state) }
        if let entry = state.entries.popFirst() { return try begin(entry, &state) }
        if let (path, content) = state.additions.popFirst() {
            let size = Int64(content.count)
            let header = try Self.header(TarEntry(path: path, kind: .file(size: size), mode: 0o644, modified: 0))
            return header + content + TarEntry.padding(after: size)
        }
        if state.isEnded { return nil }
        state.isEnded = true
        return TarEntry.end
    }

    private func begin(_ entry: ContextEntry, _ state: inout State) throws(ContextProblem) -> [UInt8] {
        let kind: TarEntry.Kind
        switch entry.kind {
        case .directory: kind = .directory
        case .link(let target): kind = .link(target)
        case .file(let size):
            kind = .file(size: Int64(size))
            let file = try FileBytes("\(root)/\(entry.path)")
            if size > 0 { state.open = (file, entry, Int64(size), Int64(size)) }
        }
        return try Self.header(
            TarEntry(path: entry.path, kind: kind, mode: Int64(entry.mode), modified: entry.modified)
        )
    }

    private func content(_ state: inout State) throws(ContextProblem) -> [UInt8]? {
        guard let open = state.open else { return nil }
        let count = try open.file.read(into: &state.buffer)
        let left = open.left - Int64(count)
        guard left >= 0, count > 0 else {
            throw ContextProblem("`\(root)/\(open.entry.path)` was changed while it was sent to the builder")
        }
        var part = Array(state.buffer[..<count])
        if left == 0 {
            part += TarEntry.padding(after: open.size)
            state.open = nil
        } else {
            state.open = (open.file, open.entry, open.size, left)
        }
        return part
    }

    private static func header(_ entry: TarEntry) throws(ContextProblem) -> [UInt8] {
        do throws(TarArchive.Failure) {
            return try entry.header
        } catch {
            throw ContextProblem("\(error)")
        }
    }
}
