import Testing

/// All tests against a real engine, one after the other: they load it, and some look at all there is on it.
@Suite("on a real engine", .serialized, .needsEngine, .timeLimit(.minutes(3)))
enum OnEngine {}
