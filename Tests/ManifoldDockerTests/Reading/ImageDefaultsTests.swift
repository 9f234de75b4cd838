import DockerEngine
@testable import ManifoldDocker
import ManifoldResources
import Testing

@Suite("What an image supplies")
struct ImageDefaultsTests {
    @Test("everything that an image says is among its defaults, in the containers' own normal form")
    func full() throws {
        let image: ImageInspect = try decoded(
            #"""
            {"Id":"sha256:1","Config":{"Env":["A=1","PATH=/bin"],"Cmd":["serve"],"Entrypoint":["/entry"],"User":"app",
             "WorkingDir":"/srv/","Labels":{"vendor":"x","io.manifold.system":"shop"},"StopSignal":"3",
             "Volumes":{"/data":{},"/cache/":{}},"ExposedPorts":{"80/tcp":{}},
             "Healthcheck":{"Test":["CMD","true"],"Interval":5},"Image":"sha256:0","Hostname":"builder"}}
            """#
        )
        #expect(
            image.defaults == [
                "environment": .map(["A": .text(text("1")), "PATH": .text(text("/bin"))]),
                "command": .list([.text(text("serve"))]), "entrypoint": .list([.text(text("/entry"))]),
                "user": .word("app"), "working_dir": .word("/srv"), "labels": .map(["vendor": .text(text("x"))]),
                "stop_signal": .word("SIGQUIT"),
                "volumes": .map([
                    "/data": .list([.word("anonymous volume")]), "/cache": .list([.word("anonymous volume")]),
                ]),
                "healthcheck": .map([
                    "test": .list([.text(text("CMD")), .text(text("true"))]), "interval": .duration(5),
                ]),
            ]
        )
    }

    @Test("an image that says nothing supplies nothing")
    func empty() throws {
        let image: ImageInspect = try decoded(#"{"Id":"sha256:1","Config":{"Env":null,"Labels":null}}"#)
        #expect(image.defaults.isEmpty)
        let bare: ImageInspect = try decoded(#"{"Id":"sha256:1","Config":null}"#)
        #expect(bare.defaults.isEmpty)
    }
}
