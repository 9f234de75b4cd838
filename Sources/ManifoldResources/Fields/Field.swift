/// One row of a field table: everything the rest of the program needs to know about one field of a resource.
package struct Field<Spec>: Sendable {
    /// How a difference can be mended on a live object.
    package enum Change: Hashable, Sendable {
        /// By the engine's update call, but for what it cannot reach: no value at all unless `canClear`, and some words.
        case inPlace(canClear: Bool, unreachable: Set<String> = [])
        /// By disconnecting and connecting the one endpoint.
        case reconnect
        /// By the engine's rename call.
        case rename
        /// Only by a new object.
        case replace
        /// Not at all without losing data: the difference is told and left.
        case kept
    }

    package let name: FieldName
    /// Where the field stands in the engine's create call.
    package let create: String
    /// Where the field stands in the engine's answer to inspect.
    package let inspect: String
    package let change: Change
    /// From which version of its API on an engine knows the field or parts of it.
    package let requirements: [APIRequirement]
    /// Whether an engine drops the value where its host cannot do it, with no more than a warning.
    package let isDroppable: Bool
    /// Whether the engine has a value of its own where nobody asks for one, and reports that.
    package let isFilled: Bool
    /// The field's value in a spec, nil where it has the neutral value.
    package let value: @Sendable (Spec) -> FieldValue<FreeText>?

    package init(
        _ name: FieldName,
        create: String,
        inspect: String? = nil,
        change: Change = .replace,
        since requirements: [APIRequirement] = [],
        isDroppable: Bool = false,
        isFilled: Bool = false,
        value: @escaping @Sendable (Spec) -> FieldValue<FreeText>?
    ) {
        self.name = name
        self.create = create
        self.inspect = inspect ?? create
        self.change = change
        self.requirements = requirements
        self.isDroppable = isDroppable
        self.isFilled = isFilled
        self.value = value
    }

    /// Whether the field belongs to manifold even where neither the manifest nor the record names it.
    ///
    /// No image supplies a field that the engine can change after creation, and its default is known, so absent means default.
    package var isAlwaysOwned: Bool {
        switch change {
        case .inPlace, .reconnect, .rename: true
        case .replace, .kept: false
        }
    }
}
