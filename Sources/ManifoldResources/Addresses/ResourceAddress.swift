/// The stable name of one part of a system: `network.back`, `volume.data`, `service.web[2]`.
///
/// An address comes from the manifest's own names, never from a position in a list, so it survives reordering.
package struct ResourceAddress: Hashable, Sendable {
    /// What sort of part it is; the order of the cases is the order in which plans list them.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case network
        case volume
        case config
        case secret
        case image
        case service
    }

    package let kind: Kind
    package let name: String
    /// Which instance of a service, from 1; nil for everything that has only one.
    package let replica: Int?

    package init(_ kind: Kind, _ name: String, replica: Int? = nil) {
        self.kind = kind
        self.name = name
        self.replica = replica
    }

    /// Reads the text form; nil where the kind is unknown, the name empty or the index not a positive number.
    package init?(_ text: some StringProtocol) {
        // By bytes, because a plan reads hundreds; all that is looked for is ASCII.
        let text = Substring(text).utf8
        guard let dot = text.firstIndex(of: UInt8(ascii: ".")),
            let kind = Kind(rawValue: String(Substring(text[..<dot])))
        else { return nil }
        var name = text[text.index(after: dot)...]
        var replica: Int?
        if kind == .service, name.last == UInt8(ascii: "]"), let bracket = name.lastIndex(of: UInt8(ascii: "[")) {
            let digits = Substring(name[name.index(after: bracket)...].dropLast())
            // One instance has one spelling: no sign, no leading zero.
            guard let index = Int(digits), index > 0, digits.first != "0", digits.first != "+" else { return nil }
            replica = index
            name = name[..<bracket]
        }
        guard !name.isEmpty else { return nil }
        self.init(kind, String(Substring(name)), replica: replica)
    }

    /// The service an instance belongs to; every other address is its own.
    package var withoutReplica: ResourceAddress {
        ResourceAddress(kind, name)
    }
}

extension ResourceAddress: CustomStringConvertible {
    package var description: String {
        replica.map { "\(kind.rawValue).\(name)[\($0)]" } ?? "\(kind.rawValue).\(name)"
    }
}

extension ResourceAddress: Comparable {
    package static func < (left: ResourceAddress, right: ResourceAddress) -> Bool {
        if left.kind != right.kind { return left.kind.order < right.kind.order }
        if left.name != right.name { return NaturalOrder.areInIncreasingOrder(left.name, right.name) }
        return (left.replica ?? 0) < (right.replica ?? 0)
    }
}

extension ResourceAddress.Kind {
    fileprivate var order: Int {
        switch self {
        case .network: 0
        case .volume: 1
        case .config: 2
        case .secret: 3
        case .image: 4
        case .service: 5
        }
    }
}
