import ManifoldCommands

/// The program's entry point.
@main
struct ManifoldProgram {
    @MainActor
    static func main() async {
        await ManifoldMain.run()
    }
}
