import ManifoldReport
import Testing

@Suite("The variables of a manifest")
struct CompileVariablesTests {
    @Test("are listed with what the manifest says of them and with every place, and without their values")
    func table() throws {
        let compiled = try CompiledText(
            """
            services:
              web:
                image: "${IMAGE:-nginx}:$TAG"
                command: ["${KEY:?is missing}", "${LOUD:+-v}", "$$NONE", "${A-${B:-b}}"]
              db:
                image: "db:${TAG}"
            """,
            environment: ["TAG": "secret", "KEY": "secret"]
        )
        #expect(
            try compiled.variables().text == """
                NAME   REQUIRED  DEFAULT VALUE  ALTERNATE VALUE  USED AT
                A      false     ${B:-b}                         compose.yaml:4:63
                B      false     b                               compose.yaml:4:67
                IMAGE  false     nginx                           compose.yaml:3:13
                KEY    true                                      compose.yaml:4:16
                LOUD   false                    -v               compose.yaml:4:38
                TAG    false                                     compose.yaml:3:29, compose.yaml:6:16

                """
        )
    }

    @Test("have a row for each way in which they are read")
    func ways() throws {
        let compiled = try CompiledText(
            "services: {a: {image: \"x${T:-1}\"}, b: {image: \"x${T:-2}\"}, c: {image: \"x${T:-1}\"}}"
        )
        #expect(
            try compiled.variables().text == """
                NAME  REQUIRED  DEFAULT VALUE  ALTERNATE VALUE  USED AT
                T     false     1                               compose.yaml:1:25, compose.yaml:1:73
                T     false     2                               compose.yaml:1:49

                """
        )
    }

    @Test("are found in files that are included or extended, and need no value even where one is required")
    func otherFiles() throws {
        let compiled = try CompiledText(
            """
            include: ["${DIR:-sub}/part.yaml"]
            services: {web: {extends: {file: base.yaml, service: web}, image: nginx}}
            """,
            files: [
                "sub/part.yaml": "services: {part: {image: \"p${PART-}\"}}",
                "base.yaml": "services: {web: {user: \"${USER_ID-}\"}}",
            ]
        )
        let text = try compiled.variables().text
        for place in ["compose.yaml:1:12", "sub/part.yaml:1:28", "base.yaml:1:25"] {
            #expect(text.contains(place), "\(place) in \(text)")
        }
    }

    @Test("are a document for programs")
    func json() throws {
        let compiled = try CompiledText("services: {a: {image: \"x${T:-1}\"}}")
        #expect(
            try compiled.variables().json == """
                {
                  "format_version": "1.0",
                  "variables": [
                    {
                      "name": "T",
                      "required": false,
                      "uses": [
                        {
                          "at": "compose.yaml:1:25",
                          "required": false,
                          "default": "1",
                          "alternative": null
                        }
                      ]
                    }
                  ]
                }

                """
        )
    }
}
