import DockerEngine
import ManifoldGraph
import ManifoldResources

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The paths of the engine's host that containers are to have and the engine does not make.
struct HostPaths {
    private let wanted: Set<String>

    init(_ graph: ResourceGraph?) {
        wanted = (graph?.ordered ?? [])
            .reduce(into: []) { paths, resource in
                guard case .container(let spec) = resource.spec else { return }
                for case .bind(let path, createsHostPath: false) in spec.mounts.values.map(\.source) {
                    paths.insert(path)
                }
            }
    }

    /// Those that are missing for sure; none where the files here may be others than the engine's.
    ///
    /// The engine has no call that tells of a path of its host, so this process looks by itself, if it may.
    func missing(for endpoint: EngineEndpoint) -> Set<String> {
        let absent = absent
        guard !absent.isEmpty, EngineProcess(behind: endpoint)?.sharesFiles == true else { return [] }
        return absent
    }

    /// Those that are not here.
    var absent: Set<String> { wanted.filter(Self.isAbsent) }

    /// Whether there is surely nothing: what cannot be looked at may be there.
    private static func isAbsent(_ path: String) -> Bool {
        access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
    }
}
