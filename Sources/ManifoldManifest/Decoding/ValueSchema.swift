/// What may be written at a place of the manifest, as far as a JSON Schema can say it.
package indirect enum ValueSchema: Sendable {
    case string
    case bool
    case number(ClosedRange<Double> = -.infinity ... .infinity)
    case integer(ClosedRange<Int64> = .min ... .max)
    case null
    case choice([String])
    /// A string of a certain form, as a regular expression of ECMA-262.
    case pattern(String)
    /// A list; in some of them no entry may stand twice.
    case list(ValueSchema, unique: Bool = false)
    /// A mapping from names that the author chooses, which may have to be of a certain form.
    case map(ValueSchema, names: String? = nil)
    /// A mapping with known keys.
    case object(ObjectSchema)
    case anyOf([ValueSchema])

    /// A mapping with known keys, named so that it stands once in the schema.
    package struct ObjectSchema: Sendable {
        package let name: String
        package let required: [String]
        /// The keys, worked out when they are asked for, since objects can hold each other.
        package let properties: @Sendable () -> [Property]
    }

    /// A key of a mapping.
    package struct Property: Sendable {
        package let key: String
        package let value: ValueSchema
        package let use: KeyUse

        init(_ key: String, _ value: ValueSchema, use: KeyUse = .applied) {
            self.key = key
            self.value = value
            self.use = use
        }
    }
}

extension ValueSchema {
    /// A value of this form, or nothing at all.
    var orNull: ValueSchema { .anyOf([self, .null]) }

    static var stringOrList: ValueSchema { .anyOf([.string, .list(.string)]) }
    /// A value that becomes a string.
    static var scalar: ValueSchema { .anyOf([.string, .number(), .bool]) }
    /// `NAME: VALUE` lines, or a list of `NAME=VALUE`.
    static var settings: ValueSchema { .anyOf([.map(.scalar.orNull), .list(.string)]) }
    /// Named things, such as services.
    static func declarations(_ value: ValueSchema) -> ValueSchema { .map(value, names: "^[a-zA-Z0-9._-]+$") }
}

extension KeyTable {
    /// The table as a schema, with keys that are gone before the table is asked, and keys that are required in some places.
    func schema(
        named name: String,
        plus others: [ValueSchema.Property] = [],
        requiring further: [String] = []
    ) -> ValueSchema {
        .object(objectSchema(named: name, plus: others, requiring: further))
    }

    func objectSchema(
        named name: String,
        plus others: [ValueSchema.Property] = [],
        requiring further: [String] = []
    ) -> ValueSchema.ObjectSchema {
        ValueSchema.ObjectSchema(name: name, required: required + further) {
            others + zip(names, rows).map { ValueSchema.Property($0, $1.schema, use: $1.use) }
        }
    }
}
