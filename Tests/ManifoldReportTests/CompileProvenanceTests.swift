import ManifoldReport
import ManifoldYAML
import Testing

@Suite("Where the values of a manifest come from")
struct CompileProvenanceTests {
    private let base = """
        x-common: &common
          LOG: info
        services:
          web:
            image: nginx:1
            command: [serve, "--fast"]
            environment:
              <<: *common
              A: "1"
            env_file: web.env
            ports: ["80", {target: 90}]
            labels: [a=b]
        """
    private let over = """
        services:
          web:
            image: nginx:${TAG}
            environment: {A: "2"}
            labels: {a: c}
        """

    private func compiled() throws -> CompiledText {
        try CompiledText(base, over: [over], files: ["web.env": "A=0\nB=$TAG\n"], environment: ["TAG": "9"])
    }

    @Test("stands behind each value as a comment")
    func yaml() throws {
        let compiled = try compiled()
        let text = CompileProvenance(compiled.normalForm, sources: compiled.sources).yaml
        #expect(
            text == """
                name: shop # implied
                networks:
                  default:
                    name: shop_default # implied
                    ipam: {} # implied
                services:
                  web:
                    command:
                      - serve # compose.yaml:6:15
                      - --fast # compose.yaml:6:22
                    environment:
                      A: "2" # over1.yaml:4:22 (overrode web.env:1:3, compose.yaml:9:10)
                      B: "9" # web.env:2:3 (through compose.yaml:10:15; with TAG)
                      LOG: info # compose.yaml:2:8 (through compose.yaml:8:11)
                    image: nginx:9 # over1.yaml:3:12 (overrode compose.yaml:5:12; with TAG)
                    labels:
                      a: c # over1.yaml:5:17 (overrode compose.yaml:12:14)
                    networks:
                      default: null # implied by compose.yaml:4:3
                    ports:
                      - mode: ingress # compose.yaml:11:13
                        target: 80 # compose.yaml:11:13
                        protocol: tcp # compose.yaml:11:13
                      - mode: ingress # implied by compose.yaml:11:19
                        target: 90 # compose.yaml:11:28
                        protocol: tcp # implied by compose.yaml:11:19
                x-common:
                  LOG: info # compose.yaml:2:8

                """
        )
    }

    @Test("leaves the values what they are")
    func values() throws {
        let compiled = try CompiledText(
            service: "command: [\"a\\nb\", \"\", \"# no\"]\nenvironment: {A: [], B: x}".replacing("[]", with: "''")
        )
        let text = CompileProvenance(compiled.normalForm, sources: compiled.sources).yaml
        #expect(text.contains("- |- # compose.yaml:4:15\n        a\n        b\n"))
        #expect(text.contains("- \"\" # compose.yaml:4:23\n"))
        #expect(text.contains("- \"# no\" # compose.yaml:4:27\n"))
    }

    @Test("is a document with a place for each value")
    func json() throws {
        let compiled = try CompiledText(
            "name: top\nservices: {web: {image: nginx, labels: {a/b~c: x}, environment: {HOME: }}}",
            environment: ["HOME": "/root"]
        )
        #expect(
            CompileProvenance(compiled.normalForm, sources: compiled.sources).json == """
                {
                  "format_version": "1.0",
                  "manifest": {
                    "name": "top",
                    "networks": {
                      "default": {
                        "name": "top_default",
                        "ipam": {}
                      }
                    },
                    "services": {
                      "web": {
                        "command": null,
                        "entrypoint": null,
                        "environment": {
                          "HOME": "/root"
                        },
                        "image": "nginx",
                        "labels": {
                          "a/b~c": "x"
                        },
                        "networks": {
                          "default": null
                        }
                      }
                    }
                  },
                  "provenance": {
                    "/name": {
                      "at": "compose.yaml:1:7"
                    },
                    "/networks/default/name": {
                      "at": null,
                      "implied": true
                    },
                    "/networks/default/ipam": {
                      "at": null,
                      "implied": true
                    },
                    "/services/web/command": {
                      "at": "compose.yaml:2:12",
                      "implied": true
                    },
                    "/services/web/entrypoint": {
                      "at": "compose.yaml:2:12",
                      "implied": true
                    },
                    "/services/web/environment/HOME": {
                      "at": "compose.yaml:2:66",
                      "variables": [
                        "HOME"
                      ]
                    },
                    "/services/web/image": {
                      "at": "compose.yaml:2:25"
                    },
                    "/services/web/labels/a~1b~0c": {
                      "at": "compose.yaml:2:48"
                    },
                    "/services/web/networks/default": {
                      "at": "compose.yaml:2:12",
                      "implied": true
                    }
                  }
                }

                """
        )
    }
}
