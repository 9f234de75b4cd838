import Foundation
@testable import ManifoldDocker

/// A process of this machine that does nothing.
final class Sleeper {
    private let process = Process()

    init(_ program: URL = URL(filePath: "/bin/sleep")) throws {
        process.executableURL = program
        process.arguments = ["300"]
        try process.run()
    }

    var id: Int32 { process.processIdentifier }

    /// Ends it, without waiting on a thread that other tests need.
    func end() async throws {
        // Threads of the test runner block the milder signals, and so do their children.
        kill(id, SIGKILL)
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    }
}

extension LockHolder {
    /// A holder on this machine that is another process.
    init(of process: Int32) throws {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
        self = LockHolder.current(command: "manifold apply", environment: ["USER": "ann"])
            .changed(process: process, processStart: String(fields[19]))
    }

    /// A holder whose process has ended.
    static func dead() async throws -> LockHolder {
        let sleeper = try Sleeper()
        let holder = try LockHolder(of: sleeper.id)
        try await sleeper.end()
        return holder
    }

    /// The same holder but for some of what tells one process from another.
    func changed(
        host: String? = nil,
        process: Int32? = nil,
        processStart: String? = nil,
        boot: String? = nil,
        machine: String? = nil,
        namespace: String? = nil
    ) -> LockHolder {
        LockHolder(
            host: host ?? self.host,
            user: user,
            processID: process ?? processID,
            processStart: processStart ?? self.processStart,
            boot: boot ?? self.boot,
            machine: machine ?? self.machine,
            namespace: namespace ?? self.namespace,
            time: time,
            command: command,
            job: job
        )
    }
}
