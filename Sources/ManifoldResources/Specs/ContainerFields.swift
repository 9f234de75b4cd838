extension FieldTable where Spec == ContainerSpec {
    /// The field table of containers: what the manifest calls a field, where the engine has it, how it can change.
    ///
    /// Source for the last: `POST /containers/{id}/update` as measured on 20.10 (API 1.41) and 26.1 (API 1.45).
    package static let container = FieldTable(
        image + process + rights + kernel + runtime + life + sharing + names + storage + networks + limits
            + processorLimits + blockIOLimits
    )

    typealias Row = Field<ContainerSpec>
}

/// A map field, absent where the map is empty.
func map<Value>(
    _ entries: [String: Value],
    _ transform: (Value) -> FieldValue<FreeText>
) -> FieldValue<FreeText>? {
    entries.isEmpty ? nil : .map(entries.mapValues(transform))
}

/// A list of words of the author's own making.
func words(_ texts: [FreeText]) -> FieldValue<FreeText> {
    .list(texts.map { .text($0) })
}

/// A field of names whose order matters, absent where there are none.
func wordList(_ names: [String]) -> FieldValue<FreeText>? {
    names.isEmpty ? nil : .list(names.map { .word($0) })
}

/// A field of names whose order does not matter, absent where there are none.
func wordSet(_ names: Set<String>) -> FieldValue<FreeText>? {
    names.isEmpty ? nil : .set(Set(names.map { .word($0) }))
}

extension RestartPolicy: CustomStringConvertible {
    /// The policy in the manifest's own spelling.
    package var description: String {
        switch self {
        case .always: "always"
        case .unlessStopped: "unless-stopped"
        case .onFailure(let retries): retries.map { "on-failure:\($0)" } ?? "on-failure"
        }
    }
}
