import ManifoldReport
import Testing

@Suite("What compile prints instead of a manifest")
struct CompileListsTests {
    private let text = """
        services:
          a: {image: nginx, depends_on: [z, m], volumes: ["data:/data"]}
          m: {build: ., depends_on: {off: {condition: service_started, required: false}}}
          z: {image: redis, profiles: [late, early]}
          off: {image: off, profiles: [never], volumes: ["unused:/data"]}
        volumes: {data: , unused: , idle: }
        """

    @Test("services come behind what they depend on, and those that are switched off not at all")
    func services() throws {
        #expect(CompileLists(try CompiledText(text, profiles: ["early"]).manifest).services == ["m", "z", "a"])
    }

    @Test("a service that is built has the image's name that Compose gives it")
    func images() throws {
        #expect(
            CompileLists(try CompiledText(text, profiles: ["early"]).manifest).images == ["nginx", "shop-m", "redis"]
        )
    }

    @Test("volumes are those in use, profiles are all")
    func others() throws {
        let lists = CompileLists(try CompiledText(text, profiles: ["early"]).manifest)
        #expect(lists.volumes == ["data"])
        #expect(lists.profiles == ["early", "late", "never"])
    }

    /// The digests are what `docker-compose config --hash '*'` 2.26.1 prints for the same texts.
    @Test("a service's hash is Compose's")
    func hashes() throws {
        let compiled = try CompiledText(
            """
            services:
              plain: {image: nginx}
              rich:
                image: "x<>&\\u2028y\\b"
                build: {context: ., pull: true}
                pull_policy: always
                cpus: 0.123456789
                command: []
                env_file: [{path: a.env, required: false}, b.env]
                environment: {A: 1, B: , C: "$$x"}
                deploy: {replicas: 3, resources: {limits: {cpus: "0.123456789", memory: 1g}}}
                depends_on: [plain]
                blkio_config: {weight_device: [{path: /dev/sda, weight: 400}]}
            """,
            files: ["b.env": "D=1\n"]
        )
        #expect(
            CompileHash.hash(of: "plain", in: compiled.manifest)
                == "daef7adc9ecc59d4881bd1ebc06f26a836d35656f8b5fb0adfdb95b2d856fbd3"
        )
        #expect(
            CompileHash.hash(of: "rich", in: compiled.manifest)
                == "baf4c0766f5e279087e32a3bd98f5615ef57f543c6da8519759194704c10e12e"
        )
        #expect(CompileHash.hash(of: "poor", in: compiled.manifest) == nil)
    }
}
