package import DockerEngine
import FoundationEssentials
package import ManifoldGraph
package import ManifoldPlan
import ManifoldResources

/// One conversation with an engine: reads what planning needs, and hands out the lock that changing anything needs.
package struct EngineSession: Sendable {
    package let client: EngineClient
    package let engine: EngineFacts
    package let logins: RegistryLogins
    package let builder: Builder

    package init(
        client: EngineClient,
        engine: EngineFacts,
        logins: RegistryLogins,
        builder: Builder = .engine
    ) {
        self.client = client
        self.engine = engine
        self.logins = logins
        self.builder = builder
    }

    /// Connects and negotiates the API version; a read-only session refuses every verb but GET and HEAD.
    package static func open(
        host: String?,
        environment: [String: String],
        readOnly: Bool
    ) async throws(SessionProblem) -> EngineSession {
        do throws(EngineError) {
            let endpoint = try EngineEndpoint.resolve(host: host, environment: environment)
            let client = EngineClient(endpoint: endpoint, access: readOnly ? .readOnly : .readWrite)
            do throws(EngineError) {
                let info = try await client.info()
                let engine = EngineFacts(
                    apiVersion: info.apiVersion.description,
                    version: info.engineVersion ?? "of unknown version"
                )
                return EngineSession(
                    client: client,
                    engine: engine,
                    logins: RegistryLogins(environment: environment),
                    builder: BuilderChoice.builder(in: environment)
                )
            } catch {
                await client.shutDown()
                throw error
            }
        } catch {
            throw SessionProblem(error)
        }
    }

    package func close() async {
        await client.shutDown()
    }

    /// Asks what there is, which takes neither a manifest nor a system's name.
    package func survey() async throws(SessionProblem) -> Survey {
        do throws(EngineError) {
            return try await Survey.read(from: client)
        } catch {
            throw SessionProblem(error)
        }
    }

    /// Looks at a system's own containers.
    package func ownContainers(of system: String) async -> Result<OwnContainers, EngineError> {
        do throws(EngineError) {
            return .success(try await OwnContainers.read(of: system, from: client))
        } catch {
            return .failure(error)
        }
    }

    /// Reads all that planning for a graph needs, beginning with a survey where none is given.
    ///
    /// Without `sources` only the engine is looked at, not what images are fetched and made from. `adopting` takes what
    /// Compose made under the system's name for ours. It may look further than `breadth` asks for.
    package func observe(
        _ graph: ResourceGraph,
        given survey: Survey? = nil,
        breadth: Breadth = .engine,
        sources: Bool = true,
        adopting adopts: Bool = false
    ) async throws(SessionProblem) -> Observation {
        try await observe(graph.system.name, wanting: graph, survey, breadth, sources: sources, adopting: adopts)
    }

    /// Reads what there is of a system, without a manifest.
    package func observe(system: String) async throws(SessionProblem) -> Observation {
        try await observe(system, wanting: nil, nil, .engine, sources: false, adopting: false)
    }

    private func observe(
        _ system: String,
        wanting graph: ResourceGraph?,
        _ known: Survey?,
        _ asked: Breadth,
        sources: Bool,
        adopting adopts: Bool
    ) async throws(SessionProblem) -> Observation {
        do throws(EngineError) {
            let survey = if let known { known } else { try await Survey.read(from: client) }
            let revisions = RevisionStore.revisions(of: system, in: survey.volumes)
            let record = revisions.last?.record
            // Without a record there is nothing sealed under an older key to compare with: any key will do for one run.
            let sealer = Sealer(key: record?.key ?? RevisionRecord.newKey())
            let reader = FactsReader(
                client: client,
                engine: engine,
                system: system,
                graph: graph,
                keyID: record == nil ? nil : sealer.keyID,
                adopts: adopts,
                registry: sources ? registryReader(record) : nil,
                builds: sources ? BuildReader() : nil,
                revision: record?.facts
            )
            var (facts, breadth) = try await reader.read(survey, asked)
            facts.builder = builder
            facts.revision = record?.facts
            facts.revision?.isTidy = revisions.count == 1
            // A dead one holds nothing: the next apply takes the lock over.
            facts.revision?.holder = revisions.holder.flatMap { $0.isDead ? nil : $0.description }
            return Observation(facts: facts, sealer: sealer, breadth: breadth)
        } catch {
            throw SessionProblem(error)
        }
    }
}

extension EngineSession {
    private func registryReader(_ record: RevisionRecord?) -> RegistryReader {
        RegistryReader(
            client: client,
            logins: logins,
            pulled: record?.pulled ?? [:],
            now: Int64(Date().timeIntervalSince1970)
        )
    }
}

/// What was read from an engine, with the key under which its digests are made.
package struct Observation: Sendable {
    package let facts: OpenFacts
    package let sealer: Sealer
    /// How far was looked.
    package let breadth: Breadth

    /// The same with what another observation says of registries and of what images are built from.
    package func with(sourcesOf other: Observation) -> Observation {
        var facts = facts
        facts.registry = other.facts.registry
        facts.successors = other.facts.successors
        facts.builds = other.facts.builds
        return Observation(facts: facts, sealer: sealer, breadth: breadth)
    }
}
