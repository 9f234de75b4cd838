import DockerEngine

extension EngineSession {
    /// Takes the lock of a system, waiting for a living holder at most so long; the lock of a dead one is taken over.
    package func acquire(
        _ system: String,
        as holder: LockHolder,
        waiting limit: Duration
    ) async throws(SessionProblem) -> RevisionLock {
        let store = RevisionStore(client: client, system: system)
        let deadline = ContinuousClock.now + limit
        do {
            while true {
                let revisions = try await store.list()
                guard let highest = revisions.last else {
                    // The first number is nobody's, so that a single revision always means idle.
                    _ = try await store.create(0, RevisionRecord())
                    continue
                }
                guard let record = highest.record else { throw Self.unreadable(system, highest.number) }
                if let living = revisions.holder, !living.isDead {
                    guard ContinuousClock.now < deadline else { throw Self.locked(system, by: living) }
                    try await Task.sleep(for: .milliseconds(250))
                    continue
                }
                let mine = record.successor(holder: holder)
                guard try await store.create(highest.number + 1, mine) else { continue }
                guard try await store.list().last?.number == highest.number + 1 else { continue }
                return RevisionLock(store: store, holder: holder, number: highest.number + 1, record: mine)
            }
        } catch {
            throw SessionProblem(any: error)
        }
    }

    /// Breaks the lock of a system and says whose it was; nil where nobody held it.
    package func unlock(system: String, as holder: LockHolder) async throws(SessionProblem) -> LockHolder? {
        let store = RevisionStore(client: client, system: system)
        do {
            let revisions = try await store.list()
            guard let previous = revisions.holder, let highest = revisions.last, let record = highest.record else {
                return nil
            }
            // A higher number makes the old holder stop by itself before its next operation.
            let mine = record.successor(holder: holder)
            guard try await store.create(highest.number + 1, mine) else { return nil }
            let lock = RevisionLock(store: store, holder: holder, number: highest.number + 1, record: mine)
            try await lock.release(isFinished: false)
            return previous
        } catch {
            throw SessionProblem(any: error)
        }
    }

    private static func locked(_ system: String, by holder: LockHolder) -> SessionProblem {
        SessionProblem(
            "`\(system)` is locked: \(holder) is applying",
            help: "wait with `--lock-timeout SECONDS`, or, if that process is surely gone, run `manifold unlock`"
        )
    }

    private static func unreadable(_ system: String, _ number: Int) -> SessionProblem {
        SessionProblem(
            "the revision record of `\(system)` (number \(number)) cannot be read",
            help: "it may be of a newer manifold; use that one"
        )
    }
}
