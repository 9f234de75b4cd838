import ManifoldCommands

/// The program's entry point.
@main
struct ManifoldProgram {
    static func main() async {
        await ManifoldMain.run()
    }
}
