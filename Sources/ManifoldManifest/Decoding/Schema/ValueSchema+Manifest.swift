extension ValueSchema {
    /// A manifest as it stands in a file.
    ///
    /// `!reset` and `!override` cannot be expressed, since a JSON Schema knows no tags.
    package static let manifest = KeyTable<ManifestDraft>.manifest.objectSchema(named: "manifest", plus: [.include])
}

/// The keys that are carried out when files are loaded, so that the decoder and its tables never see them.
extension ValueSchema.Property {
    /// `include`: paths, and mappings with more about the project there.
    fileprivate static let include = Self("include", ValueSchema.list(.anyOf([.string, .object(inclusion)])).orNull)

    private static let inclusion = ValueSchema.ObjectSchema(name: "inclusion", required: []) {
        [
            Self("path", .stringOrList),
            Self("env_file", .stringOrList),
            Self("project_directory", .string),
        ]
    }

    /// `extends` of a service: the name of another one in the same file, or a mapping.
    static let extends = Self("extends", .anyOf([.string, .object(`extension`)]))

    private static let `extension` = ValueSchema.ObjectSchema(name: "extension", required: ["service"]) {
        [Self("service", .string), Self("file", .string)]
    }
}
