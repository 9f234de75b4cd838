import Testing

@testable import ManifoldManifest

@Suite("Ports and mounts in the short syntax")
struct PortAndMountTests {
    private func described(_ text: String) throws -> [String] {
        let port = try PortText(text)
        return port.singles.map { single in
            [port.hostAddress, single.published, "\(single.target)/\(port.transport)"].compactMap(\.self)
                .joined(separator: " ")
        }
    }

    @Test(
        "Ports",
        arguments: [
            ("3000", ["3000/tcp"]), ("3000-3002", ["3000/tcp", "3001/tcp", "3002/tcp"]), ("8000:80", ["8000 80/tcp"]),
            ("9-11", ["10/tcp", "11/tcp", "9/tcp"]),
            ("8000-8001:80-81", ["8000 80/tcp", "8001 81/tcp"]), ("8000-9000:80", ["8000-9000 80/tcp"]),
            ("127.0.0.1:8001:80", ["127.0.0.1 8001 80/tcp"]), ("127.0.0.1::80", ["127.0.0.1 80/tcp"]),
            ("127.0.0.1:8000-8001:80-81/udp", ["127.0.0.1 8000 80/udp", "127.0.0.1 8001 81/udp"]),
            ("[::1]:80:80", ["::1 80 80/tcp"]), ("6060:6060/UDP", ["6060 6060/udp"]), ("53/sctp", ["53/sctp"]),
            (":80", ["80/tcp"]), ("0:80", ["0 80/tcp"]), ("80/", ["80/tcp"]),
        ]
    )
    func ports(text: String, result: [String]) throws {
        #expect(try described(text) == result)
    }

    @Test(
        "No ports",
        arguments: [
            "", "80:", "a:80", "80:a", "70000", "0", "80-79", "80-82:90-91", "80:80/foo", "localhost:80:80",
            "::1:80:80",
            "1.2.3:80:80", "-1", "80:80-81", "+80", "8 0",
        ]
    )
    func noPorts(text: String) {
        #expect(throws: PortText.Problem.self) { try PortText(text) }
    }

    private func described(mount text: String) throws -> String {
        let mount = try MountText(text)
        let options = [
            mount.isReadOnly ? "ro" : nil, mount.skipsCopy ? "nocopy" : nil, mount.propagation, mount.selinux,
        ]
        let kind = mount.source == nil ? "anonymous" : mount.isBind ? "bind" : "volume"
        return ([kind, mount.source, mount.target] + options).compactMap(\.self).joined(separator: " ")
    }

    @Test(
        "Mounts",
        arguments: [
            ("/var/lib", "anonymous /var/lib"), ("data:/var", "volume data /var"), ("./x:/y", "bind ./x /y"),
            ("/a:/b:ro", "bind /a /b ro"), ("~/a:/b", "bind ~/a /b"), ("data:/v:nocopy,ro", "volume data /v ro nocopy"),
            ("/a:/b:rslave,z", "bind /a /b rslave z"), ("/a:/b:rw,Z", "bind /a /b Z"), ("a:/b", "volume a /b"),
            (#"C:\x:/y:ro"#, #"bind C:\x /y ro"#), ("C:/x:/y", "bind C:/x /y"), (#"C:\x:D:\y"#, #"bind C:\x D:\y"#),
        ]
    )
    func mounts(text: String, result: String) throws {
        #expect(try described(mount: text) == result)
    }

    @Test("No mounts", arguments: ["", ":/foo", "/foo:", "/foo::ro", "/foo:/foo:ro:foo"])
    func noMounts(text: String) {
        #expect(throws: MountText.Problem.self) { try MountText(text) }
    }

    @Test("Options that nobody knows are kept for a warning")
    func unknownOptions() throws {
        #expect(try MountText("/a:/b:ro,cached,delegated").unknownOptions == ["cached", "delegated"])
    }
}
