/// The labels that manifold reads and writes on objects of the engine.
package enum LabelNames {
    package static let prefix = "io.manifold."
    /// The system that the object belongs to.
    package static let system = "io.manifold.system"
    /// The object's address, such as `service.web[2]`.
    package static let address = "io.manifold.address"
    /// What the object was made from, in compact form; it only explains, it never decides.
    package static let spec = "io.manifold.spec"
    /// On images: what they were built from, in the same form.
    package static let build = "io.manifold.build"
    /// The version of these labels.
    package static let schema = "io.manifold.schema"
    package static let currentSchema = "1"
    /// On volumes that only hold configs and secrets of one container: the directory they are mounted at.
    package static let files = "io.manifold.files"
    /// On volumes of the revision record: the record itself.
    package static let revision = "io.manifold.revision"

    package static let composePrefix = "com.docker.compose."
    package static let composeProject = "com.docker.compose.project"
    package static let composeService = "com.docker.compose.service"
    package static let composeNumber = "com.docker.compose.container-number"
    package static let composeOneOff = "com.docker.compose.oneoff"
    package static let composeDependsOn = "com.docker.compose.depends_on"
    package static let composeWorkingDirectory = "com.docker.compose.project.working_dir"
    package static let composeConfigFiles = "com.docker.compose.project.config_files"
    /// Without this label Compose does not see a container at all; it need not be a hash of anything.
    package static let composeConfigHash = "com.docker.compose.config-hash"
    package static let composeNetwork = "com.docker.compose.network"
    package static let composeVolume = "com.docker.compose.volume"

    /// Whether a label is manifold's or Compose's own book-keeping rather than the manifest's.
    package static func isReserved(_ label: String) -> Bool {
        label.hasPrefix(prefix) || label.hasPrefix(composePrefix)
    }
}
