import FoundationEssentials
package import JSONReading
import ManifoldPlan
import ManifoldResources

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Who is applying: enough to tell a person whom to ask, and a later apply on the same host whether the holder is dead.
package struct LockHolder: Encodable, Hashable, Sendable {
    package let host: String
    package let user: String
    package let processID: Int32
    /// When the process began, in the kernel's own count: a later process can have the same id.
    package let processStart: String
    /// Which start of the machine; behind another one every process is dead.
    package let boot: String
    /// Which machine, as a digest of its id, since many have one name; empty where it has none.
    package let machine: String
    /// In which namespace the process id counts, since a container's are not the host's.
    package let namespace: String
    /// Seconds since 1970.
    package let time: Int64
    package let command: String
    /// The page of the CI job, where there is one.
    package let job: String?

    enum CodingKeys: String, CodingKey {
        case host
        case user
        case processID
        case processStart
        case boot
        case machine
        case namespace
        case time
        case command
        case job
    }

    /// The process that asks.
    package static func current(command: String, environment: [String: String]) -> LockHolder {
        let id = getpid()
        return LockHolder(
            host: Self.hostName(),
            user: environment["USER"] ?? environment["LOGNAME"] ?? "uid \(getuid())",
            processID: id,
            processStart: Self.start(of: id) ?? "",
            boot: Self.bootID(),
            machine: Self.machineID(),
            namespace: Self.processNamespace(),
            time: Int64(Date().timeIntervalSince1970),
            command: command,
            job: Self.job(environment)
        )
    }

    /// Whether the holder is surely gone: only somebody on the same machine can tell.
    package var isDead: Bool {
        let present = (boot: Self.bootID(), machine: Self.machineID())
        guard host == Self.hostName(), machine == present.machine, !boot.isEmpty, !present.boot.isEmpty else {
            return false
        }
        // Behind another start of the machine every process is dead; but without a machine id it may be another one.
        if boot != present.boot { return !machine.isEmpty }
        guard namespace == Self.processNamespace() else { return false }
        guard let start = Self.start(of: processID) else { return true }
        return start != processStart
    }

    private static func hostName() -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let result = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { gethostname($0, characters.count - 1) } ?? -1
            }
        }
        guard result == 0 else { return "unknown host" }
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func bootID() -> String {
        SystemFile.text(of: "/proc/sys/kernel/random/boot_id")?.filter { !$0.isWhitespace } ?? ""
    }

    /// The id itself is not for publication, so a digest stands for it.
    private static func machineID() -> String {
        guard let id = SystemFile.text(of: "/etc/machine-id"), id.count > 8 else { return "" }
        let name = FieldPath("machine-id")
        return Sealer(key: Array("io.manifold".utf8)).digest(of: FreeText(id, isShowable: false), at: name)
    }

    private static func processNamespace() -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
    }

    /// Field 22 of `/proc/PID/stat`, counted behind the command's name, which may hold blanks and parentheses.
    private static func start(of process: Int32) -> String? {
        guard let stat = SystemFile.text(of: "/proc/\(process)/stat"), let name = stat.lastIndex(of: ")") else {
            return nil
        }
        let fields = stat[stat.index(after: name)...].split(separator: " ")
        guard fields.count > 19, fields[0] != "Z" else { return nil }
        return String(fields[19])
    }

    private static func job(_ environment: [String: String]) -> String? {
        if let server = environment["GITHUB_SERVER_URL"], let repository = environment["GITHUB_REPOSITORY"],
            let run = environment["GITHUB_RUN_ID"]
        {
            return "\(server)/\(repository)/actions/runs/\(run)"
        }
        return environment["CI_JOB_URL"] ?? environment["BUILD_URL"]
    }
}

extension LockHolder: CustomStringConvertible {
    package var description: String {
        "\(user) on \(host) (process \(processID), `\(command)`)" + (job.map { ", \($0)" } ?? "")
    }
}

extension LockHolder: JSONReadable {
    package init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        host = try members.required(.host)
        user = try members.required(.user)
        processID = try members.required(.processID)
        processStart = try members.required(.processStart)
        boot = try members.required(.boot)
        machine = try members.required(.machine)
        namespace = try members.required(.namespace)
        time = try members.required(.time)
        command = try members.required(.command)
        job = try members.optional(.job)
    }
}
