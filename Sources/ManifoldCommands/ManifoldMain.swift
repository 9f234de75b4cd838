import ArgumentParser

/// The program: reads the command line, runs what it asks for and ends with the exit code that says how that went.
package enum ManifoldMain {
    package static func run() async {
        Interrupts.ignoreBrokenPipes()
        await ManifoldCommand.main()
    }
}
