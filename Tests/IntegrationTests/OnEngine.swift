import Testing

/// All tests against a real engine, in three rows: more at a time would only make the engine slower.
@Suite("on a real engine", .needsEngine, .timeLimit(.minutes(3)))
enum OnEngine {
    /// What works.
    @Suite("everyday", .serialized) enum Everyday {}

    /// What goes wrong, and how it ends well.
    @Suite("trouble", .serialized) enum Trouble {}

    /// What nobody could prepare for.
    @Suite("sudden death", .serialized) enum Death {}
}
