import Testing

/// All tests against a real engine, in five rows: more at a time would only make the engine slower.
@Suite("on a real engine", .needsEngine, .timeLimit(.minutes(3)))
enum OnEngine {
    /// What works.
    @Suite("everyday", .serialized) enum Everyday {}

    /// Whether plans are true.
    @Suite("truth") enum Truth {}

    /// What goes wrong, and how it ends well.
    @Suite("trouble", .serialized) enum Trouble {}

    /// What nobody could prepare for.
    @Suite("sudden death", .serialized) enum Death {}
}
