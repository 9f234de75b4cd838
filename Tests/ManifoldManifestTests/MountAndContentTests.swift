import ManifoldDiagnostics
import ManifoldYAML
import OrderedCollections
import Testing

@testable import ManifoldManifest

@Suite("Ports, mounts, configs and secrets of services")
struct MountAndContentTests {
    @Test("Ports in all forms, each once")
    func ports() throws {
        let loaded = Loaded(
            service: """
                ports:
                  - 8080
                  - "8000-8001:80-81"
                  - target: 443
                    published: 8443
                    host_ip: 127.0.0.1
                    protocol: UDP
                    mode: host
                    name: tls
                    app_protocol: https
                """
        )
        let ports = try loaded.web().ports
        #expect(ports.map(\.target) == [8080, 80, 81, 443])
        #expect(ports.map(\.published) == [nil, "8000", "8001", "8443"])
        #expect(ports[3].hostAddress == "127.0.0.1" && ports[3].transport == "udp" && ports[3].mode == "host")
        #expect(ports[3].name == "tls" && ports[3].appProtocol == "https")
        #expect(loaded.sources.description(of: ports[2].origin.span) == "compose.yaml:6:9")
        #expect(Loaded(service: "ports: [80, \"80\"]").places == ["compose.yaml:4:17 manifest.repeated-entry warning"])
    }

    @Test("Mounts in the short syntax, paths against the manifest's directory")
    func shortMounts() throws {
        let web = try Loaded(
            service: "volumes: [\"./x:/y/:ro\", \"~/a:/b\", \"../z:/q\", data:/d, /anonymous, \"/a:/e:rslave,z\"]",
            and: "volumes: {data: }"
        )
        .web()
        #expect(web.volumes.map(\.kind) == [.bind, .bind, .bind, .volume, .volume, .bind])
        #expect(web.volumes.map(\.source) == ["/work/shop/x", "/home/ann/a", "/work/z", "data", nil, "/a"])
        #expect(web.volumes.map(\.target) == ["/y", "/b", "/q", "/d", "/anonymous", "/e"])
        #expect(web.volumes[0].isReadOnly && web.volumes[0].createsHostPath == true)
        #expect(web.volumes[5].propagation == "rslave" && web.volumes[5].selinux == "z")
        #expect(web.volumes[3].createsHostPath == nil)
    }

    @Test("Mounts in the long syntax")
    func longMounts() throws {
        let web = try Loaded(
            service: """
                volumes:
                  - {type: bind, source: ./a, target: /a, read_only: true, bind: {propagation: shared, create_host_path: false}}
                  - {type: volume, source: data, target: /b, volume: {nocopy: true}, consistency: cached}
                  - {type: tmpfs, target: /c, tmpfs: {size: 10m, mode: 01777}}
                  - {type: volume, target: /d}
                """,
            and: "volumes: {data: }"
        )
        .web()
        #expect(web.volumes.map(\.source) == ["/work/shop/a", "data", nil, nil])
        #expect(web.volumes[0].isReadOnly && web.volumes[0].propagation == "shared")
        #expect(web.volumes[0].createsHostPath == false)
        #expect(web.volumes[1].skipsCopy == true && web.volumes[1].consistency == "cached")
        #expect(
            web.volumes[2].kind == .tmpfs && web.volumes[2].tmpfsSize == 10 << 20 && web.volumes[2].tmpfsMode == 0o1777
        )
    }

    @Test("Configs and secrets in both forms, their contents read as bytes")
    func contents() throws {
        let loaded = Loaded(
            service: """
                configs:
                  - motd
                  - {source: site, target: /etc/site, uid: "1", gid: "2", mode: 0440}
                secrets: [{source: key, target: key.pem, mode: "0400"}]
                """,
            and: """
                configs:
                  motd: {content: "hello ${WHO}\\n", name: the-motd}
                  site: {file: ./site.conf}
                secrets:
                  key: {environment: KEY}
                """,
            files: ["site.conf": "listen 80;\n$x\n"],
            environment: ["WHO": "you", "KEY": "k3y"]
        )
        let web = try loaded.web()
        #expect(web.configs.map(\.source) == ["motd", "site"])
        #expect(web.configs[1].target == "/etc/site" && web.configs[1].mode == 0o440)
        #expect(web.configs[1].userID == "1" && web.configs[1].groupID == "2")
        #expect(web.secrets[0].target == "key.pem" && web.secrets[0].mode == 0o400)
        let manifest = try #require(loaded.manifest)
        #expect(manifest.configs["motd"]?.content == Array("hello you\n".utf8))
        #expect(manifest.configs["motd"]?.name?.value == "the-motd")
        #expect(manifest.configs["motd"]?.origin.variables == ["WHO"])
        #expect(manifest.configs["site"]?.content == Array("listen 80;\n$x\n".utf8))
        #expect(manifest.secrets["key"]?.content == Array("k3y".utf8))
        #expect(manifest.secrets["key"]?.origin.variables == ["KEY"])
        guard case .file("/work/shop/site.conf")? = manifest.configs["site"]?.source else {
            Issue.record("the file's path is not absolute")
            return
        }
    }

    @Test("What a change of content does is a word or a signal, and stays in the normal form as it is written")
    func reactions() throws {
        let loaded = Loaded(
            service: """
                configs:
                  - a
                  - {source: a, target: /1, x-on-change: recreate}
                  - {source: a, target: /2, x-on-change: restart}
                  - {source: a, target: /3, x-on-change: signal}
                  - {source: a, target: /4, x-on-change: {signal: usr1}}
                secrets:
                  - {source: b, x-on-change: "${POLICY}"}
                  - {source: b, target: /5, x-on-change: "${UNSET-}", x-other: [1]}
                """,
            and: "configs: {a: {content: x}}\nsecrets: {b: {environment: POLICY}}",
            environment: ["POLICY": "ignore"]
        )
        #expect(loaded.places == [])
        let web = try loaded.web()
        #expect(web.configs.map(\.reaction) == [nil, "recreate", "restart", "signal SIGHUP", "signal usr1"])
        #expect(web.secrets.map(\.reaction) == ["ignore", nil])
        guard case .signal(let signal)? = web.configs[4].onChange else {
            Issue.record("no signal")
            return
        }
        #expect(loaded.sources.description(of: signal.origin.span) == "compose.yaml:9:55")
        let written = web.normal["configs"]?.items?.map { $0["x-on-change"]?["signal"]?.scalarText }
        #expect(written == [nil, nil, nil, nil, "usr1"])
        #expect(web.normal["secrets"]?.items?[0]["x-on-change"]?.scalarText == "ignore")
        #expect(web.normal["secrets"]?.items?[1]["x-on-change"]?.scalarText == "")
    }

    @Test("A content that no active service uses may be missing, with a warning")
    func unusedContents() {
        let text = "services: {web: {image: x}}\nsecrets: {s: {file: absent}, e: {environment: ABSENT}}\n"
        let loaded = Loaded(text)
        #expect(
            loaded.places == [
                "compose.yaml:2:21 manifest.unreadable-content warning",
                "compose.yaml:2:47 manifest.content-variable-unset warning",
            ]
        )
        #expect(loaded.manifest?.secrets.isEmpty == true)
    }

    @Test("Compiling asks for no contents")
    func withoutContents() {
        let text = "services: {web: {image: x, secrets: [s]}}\nsecrets: {s: {file: absent}}\n"
        let loaded = Loaded(text) { $0.readsContents = false }
        #expect(loaded.places == [])
        #expect(loaded.manifest?.secrets["s"]?.content == [])
    }

    @Test("Networks and volumes at the top level")
    func declarations() throws {
        let loaded = Loaded(
            """
            services: {web: {image: x}}
            networks:
              front:
                driver: bridge
                driver_opts: {mtu: 1400, name: br}
                internal: true
                labels: [a=b]
                name: edge
              shared: {external: true, name: corp}
              plain:
            volumes:
              data: {driver: local, driver_opts: {type: none, o: bind, device: ./data}, labels: {a: 1}}
              old: {external: {name: legacy}}
              plain: {}
            """
        )
        let manifest = try #require(loaded.manifest)
        let front = try #require(manifest.networks["front"])
        #expect(front.driver?.value == "bridge" && front.isInternal?.value == true && front.name?.value == "edge")
        #expect(front.driverOptions.mapValues(\.value) == ["mtu": "1400", "name": "br"])
        #expect(front.labels.mapValues(\.value) == ["a": "b"])
        #expect(manifest.networks["shared"]?.isExternal == true && manifest.networks["shared"]?.name?.value == "corp")
        #expect(Array(manifest.networks.keys) == ["front", "shared", "plain"])
        #expect(manifest.volumes["data"]?.driverOptions["device"]?.value == "/work/shop/data")
        #expect(manifest.volumes["data"]?.labels.mapValues(\.value) == ["a": "1"])
        #expect(manifest.volumes["old"]?.isExternal == true && manifest.volumes["old"]?.name?.value == "legacy")
        #expect(loaded.places == ["compose.yaml:13:9 manifest.old-external-name warning"])
    }
}

extension ContentReference {
    /// What `x-on-change` says, in one word or two.
    fileprivate var reaction: String? {
        switch onChange {
        case nil: nil
        case .recreate: "recreate"
        case .restart: "restart"
        case .signal(let signal): "signal \(signal.value)"
        case .ignore: "ignore"
        }
    }
}
