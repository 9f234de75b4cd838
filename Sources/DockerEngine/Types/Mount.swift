public import JSONReading

/// A mount in its long form, as it is asked for (API 1.41, `Mount`); what came of it is `MountPoint`.
public struct Mount: Encodable, Equatable, Sendable {
    /// `bind`, `volume` or `tmpfs`.
    @OmitEmpty public var type = ""
    /// A path of the host or a volume's name; empty makes an anonymous volume.
    @OmitEmpty public var source = ""
    /// The path in the container.
    @OmitEmpty public var target = ""
    /// Whether the container may only read.
    @OmitEmpty public var readOnly = false
    /// Kept by the engine and without effect on Linux.
    @OmitEmpty public var consistency = ""
    /// Options of a bind.
    public var bindOptions: BindOptions?
    /// Options of a volume.
    public var volumeOptions: VolumeOptions?
    /// Options of a temporary file system.
    public var tmpfsOptions: TmpfsOptions?

    /// Makes a mount without options.
    public init(type: String, source: String = "", target: String, readOnly: Bool = false) {
        self.type = type
        self.source = source
        self.target = target
        self.readOnly = readOnly
    }

    enum CodingKeys: String, CodingKey {
        case type = "Type"
        case source = "Source"
        case target = "Target"
        case readOnly = "ReadOnly"
        case consistency = "Consistency"
        case bindOptions = "BindOptions"
        case volumeOptions = "VolumeOptions"
        case tmpfsOptions = "TmpfsOptions"
    }
}

extension Mount: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        type = try members.orZero(.type)
        source = try members.orZero(.source)
        target = try members.orZero(.target)
        readOnly = try members.orZero(.readOnly)
        consistency = try members.orZero(.consistency)
        bindOptions = try members.optional(.bindOptions)
        volumeOptions = try members.optional(.volumeOptions)
        tmpfsOptions = try members.optional(.tmpfsOptions)
    }
}
