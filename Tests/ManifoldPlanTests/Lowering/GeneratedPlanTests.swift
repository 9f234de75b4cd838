import ManifoldGraph
import ManifoldPlan
import ManifoldResources
import ManifoldSimulation
import Testing

/// What holds for the steps of every plan.
@Suite("Steps of made-up systems")
struct GeneratedPlanTests {
    private static let seeds = UInt64(1)...40

    @Test("an existing object that a plan touches is one of ours", arguments: seeds)
    func ownership(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let containers = Set(generated.facts.containers.map(\.id))
            // One that was made by hand in the place of ours goes too, where nobody else is on it.
            let networks = Set(
                generated.facts.networks.filter { $0.address != nil && ($0.isLabelled || $0.guests.isEmpty) }.map(\.id)
            )
            let volumes = Set(generated.facts.volumes.compactMap { $0.address == nil ? nil : $0.name })
            for operation in generated.plan.steps.flatMap({ [$0.operation] + ($0.undo.map { [$0] } ?? []) }) {
                if case .existing(let id, _)? = operation.target { #expect(containers.contains(id), "\(operation)") }
                if case .removeNetwork(let id, _) = operation { #expect(networks.contains(id), "\(operation)") }
                if case .removeVolume(let name) = operation { #expect(volumes.contains(name), "\(operation)") }
            }
        }
    }

    @Test("an object that a step makes is there before any other step uses it", arguments: seeds)
    func creation(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let plan = generated.plan
            for step in plan.steps {
                guard case .created(let maker, _)? = step.operation.target else { continue }
                #expect(plan.everything(before: step.id).contains(maker), "\(step)")
                if case .createContainer = plan.steps[maker.number - 1].operation { continue }
                Issue.record("\(step) rests on a step that makes no container")
            }
        }
    }

    @Test("a container starts when what it needs is as far as it is needed", arguments: seeds)
    func needs(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            guard let graph = generated.graph else { continue }
            let plan = generated.plan
            for step in plan.steps {
                guard case .start = step.operation, let resource = graph[step.change] else { continue }
                let before = plan.everything(before: step.id)
                for (address, need) in resource.needs where address.kind == .service {
                    let wanted = plan.steps.filter { $0.reaches(need.condition, of: address, given: generated.facts) }
                    let isStarted = plan.steps.contains { $0.reaches(.started, of: address, given: generated.facts) }
                    if need.condition == .started, !isStarted { continue }
                    #expect(
                        wanted.contains { before.contains($0.id) },
                        "\(generated.description): \(step.change) needs \(address): \(plan.lines)"
                    )
                }
            }
        }
    }

    @Test(
        "the old container stops when the new one is ready to start, and goes when that is accepted",
        arguments: seeds
    )
    func replacement(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let plan = generated.plan
            for change in plan.changes where change.actions == [.replace] && change.id.kind == .service {
                let steps = plan.steps.filter { $0.change == change.id }
                let create = try #require(steps.first { $0.operation.createsContainer })
                let preparations = steps.filter { $0.operation.prepares(create.id) }
                let accepted = try #require(steps.last { $0.operation.isObservation })
                let stops = steps.filter { if case .stop(.existing) = $0.operation { true } else { false } }
                // A leftover of an earlier apply goes at once; what serves does not.
                for stop in stops where stop.undo != nil {
                    let before = plan.everything(before: stop.id)
                    #expect(before.isSuperset(of: preparations.map(\.id) + [create.id]), "\(plan.lines)")
                }
                let removal = try #require(steps.last)
                #expect(plan.everything(before: removal.id).contains(accepted.id), "\(plan.lines)")
            }
        }
    }

    @Test("a network goes when every container of ours has left it, or is gone", arguments: seeds)
    func networkRemoval(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let plan = generated.plan
            for step in plan.steps {
                guard case .removeNetwork(_, let name) = step.operation else { continue }
                let before = plan.everything(before: step.id)
                for container in generated.facts.containers where container.networkIDs[name] != nil {
                    let leavings = plan.steps.filter { $0.operation.takes(container.id, off: name) }
                    #expect(leavings.contains { before.contains($0.id) }, "\(container.name) on \(name): \(plan.lines)")
                }
            }
        }
    }

    @Test("steps that run or rename containers before a replacement is accepted can be taken back", arguments: seeds)
    func undo(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let plan = generated.plan
            for change in plan.changes where change.actions == [.replace] && change.id.kind == .service {
                let steps = plan.steps.filter { $0.change == change.id }
                let create = try #require(steps.firstIndex { $0.operation.createsContainer })
                let accepted = try #require(steps.lastIndex { $0.operation.isObservation })
                for step in steps[create..<accepted] where step.operation.needsUndo {
                    #expect(step.undo != nil, "\(step)")
                }
                for step in steps[accepted...] { #expect(step.undo == nil, "\(step)") }
            }
        }
    }

    @Test(
        "every step is part of a change, and every change has steps unless all of it is done by a network's",
        arguments: seeds
    )
    func changesAndSteps(seed: UInt64) async throws {
        for generated in try await GeneratedPlan.all(seed: seed) {
            let stepped = Set(generated.plan.steps.map(\.change))
            #expect(stepped.isSubset(of: generated.plan.changes.map(\.id)), "\(generated.description)")
            for change in generated.plan.changes where !stepped.contains(change.id) {
                // Leaving a network that is made anew is part of making it.
                #expect(change.actions == [.reconnect], "\(generated.description): \(change)")
            }
        }
    }
}
