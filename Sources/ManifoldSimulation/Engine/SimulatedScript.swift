package import ManifoldPlan

/// How things behave that the simulation cannot really run, by the name of the service.
package struct SimulatedScript: Sendable {
    /// Services whose process ends by itself right after its start, and the exit code.
    package var exits: [String: Int] = [:]
    /// What health checks find; healthy where nothing is said.
    package var health: [String: ContainerState.Health] = [:]
    /// References of the images that can be pulled.
    package var registry: Set<String> = []
    /// References of the images whose registries do not answer.
    package var silentRegistries: Set<String> = []

    /// References of the images whose builds fail.
    package var brokenBuilds: Set<String> = []
    /// Why contexts cannot be read, by the reference of the image.
    package var contextProblems: [String: String] = [:]
    /// Paths that the engine's host does not have.
    package var missingHostPaths: Set<String> = []
    package var builder = Builder.engine
    package var apiVersion = "1.41"

    package init() {}
}
