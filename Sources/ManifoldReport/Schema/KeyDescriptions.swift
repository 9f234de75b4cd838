import ManifoldManifest

/// What an editor shows about a key: what it is for, and the unit of its value.
enum KeyDescriptions {
    /// By the name of the object, then by key.
    private static let texts = [
        "manifest": manifest, "inclusion": inclusion, "service": service, "extension": `extension`,
    ]
    .merging(serviceParts) { first, _ in first }.merging(deployParts) { first, _ in first }
    .merging(declarations) { first, _ in first }

    /// The text of a key, with what becomes of the value.
    static func text(of property: ValueSchema.Property, in object: String) -> String? {
        guard let text = texts[object]?[property.key] else { return nil }
        return switch property.use {
        case .applied: text
        case .ineffective(let reason): "\(text) Has no effect: \(reason)."
        case .pending: "\(text) Not given to the engine yet."
        }
    }

    private static let manifest = [
        "include": "Other projects that become part of this one, each with its own directory and variables.",
        "configs": "Files that services can have mounted, from a file, a variable or a text here.",
        "name": "The project's name: lower-case letters, digits, - and _. The directory's name otherwise.",
        "networks": "Networks that services can join.",
        "models": "Language models that services can use.",
        "secrets": "Like configs, for what nobody should read.",
        "services": "The containers: each service is one kind of them.",
        "version": "Obsolete, and without effect.",
        "volumes": "Volumes that services can mount.",
    ]

    private static let inclusion = [
        "path": "The file to include, or several that are merged from the first to the last.",
        "env_file": "Files with variables for the included project; its .env otherwise.",
        "project_directory": "Where relative paths of the included project begin; beside its first file otherwise.",
    ]

    private static let `extension` = [
        "service": "The service to take over.",
        "file": "The file in which it stands; this one otherwise.",
    ]
}
