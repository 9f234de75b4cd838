import Testing

/// All tests against a real engine, in five rows: more at a time would only make the engine slower.
///
/// The longest, a table of the truth matrix, takes a minute alone and three on a machine that has other work.
@Suite("on a real engine", .needsEngine, .timeLimit(.minutes(6)))
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
