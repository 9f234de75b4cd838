/// One row of a field table: everything the rest of the program needs to know about one field of a resource.
package struct Field<Spec>: Sendable {
    package let name: FieldName
    /// Where the field stands in the engine's create call; `?` is its query.
    package let create: String
    /// Where the field stands in the engine's answer to inspect, or that only the object's own record tells it.
    package let inspect: String
    package let change: FieldChange
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
        change: FieldChange = .replace,
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
        case .contents, .replace, .kept: false
        }
    }
}
