import DockerEngine
import ManifoldPlan

extension EngineFacts {
    /// When a volume was made, in seconds since 1970; nil where the engine's time does not tell one volume from another.
    ///
    /// Before version 23 it is the time when a file was last made or removed at the top of the volume (moby/moby#38274),
    /// and other drivers than the engine's own tell what they like.
    func creationTime(of volume: Volume) -> Int64? {
        guard let major = Int(version.prefix { $0.isNumber }), major >= 23, volume.driver == "local",
            !volume.createdAt.isNever
        else { return nil }
        return volume.createdAt.seconds
    }
}
