import ArgumentParser

/// Whether a Compose project becomes a system.
struct AdoptionOptions: ParsableArguments {
    @Flag(help: "Take over the Compose project of the same name: its containers, networks and volumes as they are.")
    var adopt = false
}
