import DockerEngine
import ManifoldPlan
import ManifoldResources

/// Decides whose an object is: only what is ours is ever changed or removed.
///
/// Ours is what carries our system label, unless its image supplies that label (`docker commit` copies labels into
/// images). Where the system has a revision record, what Compose made under the same project and name is ours too, and so
/// is what was taken over from a Compose project, whatever somebody calls it since.
struct Ownership {
    let system: String
    let hasRecord: Bool
    /// Ids of the containers that were taken over.
    var adopted: Set<String> = []

    /// Whether an object that is not ours would be, were the Compose project of the system's name taken over.
    func canAdopt(_ labels: [String: String]) -> Bool {
        !hasRecord && labels[LabelNames.system] == nil && labels[LabelNames.composeProject] == system
    }

    struct Owner {
        let address: ResourceAddress
        let maker: ContainerMaker
    }

    /// Whether a container may be ours, as far as the list of containers tells.
    func mayOwn(_ summary: ContainerSummary) -> Bool {
        summary.labels[LabelNames.system] == system
            || hasRecord && summary.labels[LabelNames.composeProject] == system
    }

    /// Whose a container is; nil for others'.
    func of(_ container: ContainerInspect, image: ImageInspect?, wanted: [String: some Any]) -> Owner? {
        let labels = container.config.labels
        let isOurs = labels[LabelNames.system] == system && !Self.areTheImages(Self.identifying, labels, image)
        if isOurs, let address = labels[LabelNames.address].flatMap({ ResourceAddress($0) }) {
            return Owner(address: address, maker: .manifold)
        }
        guard hasRecord, !isOurs, !Self.areTheImages(Self.composeIdentifying, labels, image),
            let address = composeAddress(labels), labels[LabelNames.composeOneOff] != "True"
        else {
            return nil
        }
        let expected = EngineNames.container(system: system, service: address.name, replica: address.replica ?? 1)
        let name = String(container.name.drop { $0 == "/" })
        guard
            adopted.contains(container.id) || ([expected] + wanted.keys).contains(where: { Self.isName(name, of: $0) })
        else { return nil }
        return Owner(address: address, maker: .compose)
    }

    /// The address of a network or a volume of ours; nil for others'.
    func address(
        _ kind: ResourceAddress.Kind,
        _ labels: [String: String],
        compose composeLabel: String
    ) -> ResourceAddress? {
        if labels[LabelNames.system] == system {
            return labels[LabelNames.address].flatMap { ResourceAddress($0) }
        }
        guard hasRecord, labels[LabelNames.composeProject] == system else { return nil }
        return labels[composeLabel].map { ResourceAddress(kind, $0) }
    }

    private static let identifying = [LabelNames.system, LabelNames.address, LabelNames.spec]
    private static let composeIdentifying = [
        LabelNames.composeProject, LabelNames.composeService, LabelNames.composeNumber,
    ]

    /// Whether all of some labels come from the image that a container was made from, so that nobody set them on it.
    private static func areTheImages(_ names: [String], _ labels: [String: String], _ image: ImageInspect?) -> Bool {
        guard let supplied = image?.config.labels else { return false }
        return names.allSatisfy { supplied[$0] == labels[$0] }
    }

    /// Whether a container is called so, or was on the way to it or from it when somebody was interrupted.
    private static func isName(_ name: String, of proper: String) -> Bool {
        if name == proper || name == EngineNames.outgoing(proper) { return true }
        // Compose prepares a successor under the short id of the old one, `0123456789ab_shop-web-1`.
        let prefix = name.prefix { $0 != "_" }
        return prefix.count == 12 && prefix.allSatisfy(\.isHexDigit) && name.dropFirst(13) == proper
    }

    private func composeAddress(_ labels: [String: String]) -> ResourceAddress? {
        guard labels[LabelNames.composeProject] == system, let service = labels[LabelNames.composeService],
            let number = labels[LabelNames.composeNumber].flatMap({ Int($0) })
        else { return nil }
        return ResourceAddress(.service, service, replica: number)
    }

    /// Who an object of others seems to belong to, in words.
    static func describe(_ labels: [String: String]) -> String? {
        if let system = labels[LabelNames.system] { return "it belongs to the system `\(system)`" }
        return labels[LabelNames.composeProject].map { "it belongs to the Compose project `\($0)`" }
    }
}
