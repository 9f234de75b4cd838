import DockerEngine

extension EngineClient.Containers {
    /// A container; nil where it is gone since it was listed: that is how it is then.
    func present(_ id: String) async throws(EngineError) -> ContainerInspect? {
        do throws(EngineError) {
            return try await inspect(id)
        } catch  where error.isNotFound {
            return nil
        }
    }
}
