import ManifoldPlan

/// Carries out one job in a child task of the executor.
struct Attempt<Performer: OperationPerformer>: Sendable {
    struct Result: Sendable {
        let job: Schedule.Job
        let outcome: Outcome
        /// The id of what was made, if something was.
        let created: String?
        let took: Duration
    }

    let performer: Performer
    let clock: any Clock<Duration>
    let isCancelled: @Sendable () -> Bool

    func carryOut(_ job: Schedule.Job, resolving created: [Step.ID: String]) async -> Result {
        let elapsed = Self.stopwatch(clock)
        let answer =
            switch job {
            case .step(let step) where step.operation.isObservation: await observe(step.operation, created)
            case .step(let step): await perform(step.operation, created)
            case .undo(let step): await undo(step, created)
            }
        return Result(job: job, outcome: answer.outcome, created: answer.id, took: elapsed())
    }

    private typealias Answer = (outcome: Outcome, id: String?)

    private func perform(_ operation: Step.Operation, _ created: [Step.ID: String]) async -> Answer {
        do throws(OperationFailure) {
            return (.succeeded, try await performer.perform(operation, resolving: created))
        } catch {
            return (.failed(error), nil)
        }
    }

    private func undo(_ step: Step, _ created: [Step.ID: String]) async -> Answer {
        guard let operation = step.undo else { return (.succeeded, nil) }
        return await perform(operation, created)
    }

    /// Performs an observation, but gives it up when the apply is called off: it may last minutes and changes nothing.
    private func observe(_ operation: Step.Operation, _ created: [Step.ID: String]) async -> Answer {
        await withTaskGroup(of: Answer?.self) { group in
            group.addTask { await perform(operation, created) }
            group.addTask {
                await untilCancelled()
                return nil
            }
            var answer: Answer?
            var isGivenUp = false
            while let ended = await group.next() {
                if let ended { answer = ended } else if answer == nil { isGivenUp = true }
                group.cancelAll()
            }
            guard let answer, answer.outcome == .succeeded || !(isGivenUp || Task.isCancelled) else {
                return (.cancelled, nil)
            }
            return answer
        }
    }

    /// Returns once the apply is called off, or the task is cancelled.
    private func untilCancelled() async {
        while !isCancelled(), !Task.isCancelled {
            do { try await clock.sleep(for: .milliseconds(100)) } catch { return }
        }
    }

    private static func stopwatch(_ clock: some Clock<Duration>) -> () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
