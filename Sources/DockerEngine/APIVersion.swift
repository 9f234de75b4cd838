/// A version of the Docker Engine API, such as `1.41`.
public struct APIVersion: Hashable, Sendable {
    /// The number before the point.
    public var major: Int
    /// The number after the point.
    public var minor: Int

    /// Makes the version `major.minor`.
    public init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// The newest version this client asks for; a newer engine is asked at this one.
    public static let newestKnown = APIVersion(major: 1, minor: 45)

    /// The oldest version this client speaks (Docker 19.03).
    public static let oldestSupported = APIVersion(major: 1, minor: 40)
}

extension APIVersion: Comparable {
    /// Orders by major, then by minor number, so that `1.9` comes before `1.41`.
    public static func < (left: APIVersion, right: APIVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension APIVersion: LosslessStringConvertible {
    /// Reads `1.41`; anything but two decimal numbers with a point between them gives `nil`.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let major = Self.number(parts[0]), let minor = Self.number(parts[1]) else { return nil }
        self.init(major: major, minor: minor)
    }

    /// The version as it stands in a request path, without the `v`.
    public var description: String { "\(major).\(minor)" }

    /// `Int` alone would also read `+1`.
    private static func number(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        return Int(digits)
    }
}
