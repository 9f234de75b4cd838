/// What an image is built from, and how.
package struct BuildSpec: Hashable, Sendable {
    /// Where files of a build come from.
    package enum Source: Hashable, Sendable {
        /// A directory of this machine, as a clean absolute path.
        case directory(String)
        /// Something that only the builder can fetch: a repository, an archive, an image.
        case remote(FreeText)
        /// The image of another service.
        case image(ResourceAddress)
    }

    /// A secret that the build may read, which leaves no trace in the image.
    package struct Secret: Hashable, Sendable {
        package var content: FreeText
        /// The file that holds it; nil where the manifest or a variable does.
        package var file: String?

        package init(content: FreeText, file: String?) {
            self.content = content
            self.file = file
        }
    }

    package var context: Source
    /// As written: relative to the context, or absolute.
    package var dockerfile = "Dockerfile"
    package var inlineDockerfile: FreeText?
    package var arguments: [String: FreeText] = [:]
    package var labels: [String: FreeText] = [:]
    package var target: String?
    package var platform: String?
    package var network: String?
    package var isolation: String?
    /// `name:address`.
    package var extraHosts: Set<String> = []
    /// Bytes of `/dev/shm`.
    package var sharedMemory: Int64?
    package var ulimits: [String: KernelSpec.Ulimit] = [:]
    package var furtherContexts: [String: Source] = [:]
    /// Further references, in normal form.
    package var tags: Set<String> = []
    /// By the name that the Dockerfile knows.
    package var secrets: [String: Secret] = [:]
    /// `default`, or `NAME=PATH`.
    package var sshKeys: Set<String> = []
    package var isPrivileged = false
    package var entitlements: Set<String> = []
    package var provenance: String?
    package var billOfMaterials: String?

    // How, which says nothing of what comes of it.

    package var cacheSources: [String] = []
    package var cacheTargets: [String] = []
    package var usesNoCache = false
    /// Stages for which the cache does not count.
    package var uncachedStages: [String] = []
    package var pullsBases = false

    package init(context: Source) {
        self.context = context
    }
}
