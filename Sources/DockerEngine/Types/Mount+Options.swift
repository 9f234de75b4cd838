public import JSONReading

extension Mount {
    /// Options of a bind.
    public struct BindOptions: Encodable, Equatable, Sendable {
        /// How mounts spread between host and container, such as `rprivate`.
        @OmitEmpty public var propagation = ""
        /// Whether mounts below the source stay out.
        @OmitEmpty public var nonRecursive = false
        /// Whether a missing source is made (API 1.42); an older engine drops it.
        @OmitEmpty public var createMountpoint = false
        /// Whether mounts below a read-only one stay writable (API 1.44); an older engine drops it.
        @OmitEmpty public var readOnlyNonRecursive = false
        /// Whether it is an error if mounts below cannot be made read-only (API 1.44); an older engine drops it.
        @OmitEmpty public var readOnlyForceRecursive = false

        /// Makes options in which nothing is set.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case propagation = "Propagation"
            case nonRecursive = "NonRecursive"
            case createMountpoint = "CreateMountpoint"
            case readOnlyNonRecursive = "ReadOnlyNonRecursive"
            case readOnlyForceRecursive = "ReadOnlyForceRecursive"
        }
    }
}

extension Mount {
    /// Options of a volume.
    public struct VolumeOptions: Encodable, Equatable, Sendable {
        /// Whether what the image has at the target stays out of an empty volume.
        @OmitEmpty public var noCopy = false
        /// Labels of a volume that the container makes; ignored where it exists.
        @OmitEmpty public var labels: [String: String] = [:]
        /// The directory within the volume (API 1.45); an older engine mounts the whole.
        @OmitEmpty public var subpath = ""
        /// The driver of a volume that the container makes; ignored where it exists.
        public var driverConfig: DriverConfig?

        /// Makes options in which nothing is set.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case noCopy = "NoCopy"
            case labels = "Labels"
            case subpath = "Subpath"
            case driverConfig = "DriverConfig"
        }
    }
}

extension Mount {
    /// A volume driver and its options.
    public struct DriverConfig: Encodable, Equatable, Sendable {
        /// The driver; empty is `local`.
        @OmitEmpty public var name = ""
        /// The driver's options.
        @OmitEmpty public var options: [String: String] = [:]

        /// Makes a driver in which nothing is set.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case options = "Options"
        }
    }
}

extension Mount {
    /// Options of a temporary file system.
    public struct TmpfsOptions: Encodable, Equatable, Sendable {
        /// Bytes; 0 is no limit.
        @OmitEmpty public var sizeBytes: Int64 = 0
        /// Permission bits; 0 is 1777 octal.
        @OmitEmpty public var mode = 0

        /// Makes options in which nothing is set.
        public init() {}

        enum CodingKeys: String, CodingKey {
            case sizeBytes = "SizeBytes"
            case mode = "Mode"
        }
    }
}

extension Mount.BindOptions: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        propagation = try members.orZero(.propagation)
        nonRecursive = try members.orZero(.nonRecursive)
        createMountpoint = try members.orZero(.createMountpoint)
        readOnlyNonRecursive = try members.orZero(.readOnlyNonRecursive)
        readOnlyForceRecursive = try members.orZero(.readOnlyForceRecursive)
    }
}

extension Mount.VolumeOptions: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        noCopy = try members.orZero(.noCopy)
        labels = try members.orZero(.labels)
        subpath = try members.orZero(.subpath)
        driverConfig = try members.optional(.driverConfig)
    }
}

extension Mount.DriverConfig: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        name = try members.orZero(.name)
        options = try members.orZero(.options)
    }
}

extension Mount.TmpfsOptions: JSONReadable {
    /// Reads what the engine says.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        sizeBytes = try members.orZero(.sizeBytes)
        mode = try members.orZero(.mode)
    }
}
