import Foundation
@testable import ManifoldDocker

extension LockHolder {
    /// A holder on this machine that is another process.
    init(of process: Int32) throws {
        let me = LockHolder.current(command: "manifold apply", environment: ["USER": "ann"])
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
        self.init(
            host: me.host,
            user: me.user,
            processID: process,
            processStart: String(fields[19]),
            boot: me.boot,
            time: me.time,
            command: me.command,
            job: nil
        )
    }

    /// A holder whose process has ended.
    static func dead() throws -> LockHolder {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sleep")
        process.arguments = ["60"]
        try process.run()
        let holder = try LockHolder(of: process.processIdentifier)
        process.terminate()
        process.waitUntilExit()
        return holder
    }

    func on(host: String) -> LockHolder {
        changed(host: host)
    }

    func with(boot: String) -> LockHolder {
        changed(boot: boot)
    }

    func with(processStart: String) -> LockHolder {
        changed(processStart: processStart)
    }

    private func changed(host: String? = nil, boot: String? = nil, processStart: String? = nil) -> LockHolder {
        LockHolder(
            host: host ?? self.host,
            user: user,
            processID: processID,
            processStart: processStart ?? self.processStart,
            boot: boot ?? self.boot,
            time: time,
            command: command,
            job: job
        )
    }
}
