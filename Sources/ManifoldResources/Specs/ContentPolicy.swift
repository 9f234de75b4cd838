/// What becomes of a running container when the content of a config or secret in it changes: `x-on-change`.
///
/// It is about the way from one content to another and no part of what the engine makes, so no spec has it.
package enum ContentPolicy: Hashable, Sendable {
    /// A new container takes its place.
    case recreate
    /// The file is written anew in the container, which is restarted.
    case restart
    /// The file is written anew, and the container's first process is sent a signal, here by the name that the engine has
    /// for it.
    case signal(String)
    /// The file is written anew, and nobody is told.
    case ignore
}

extension ContentPolicy: CustomStringConvertible {
    /// In the words of the manifest.
    package var description: String {
        switch self {
        case .recreate: "recreate"
        case .restart: "restart"
        case .signal(let name): "signal \(name)"
        case .ignore: "ignore"
        }
    }
}
