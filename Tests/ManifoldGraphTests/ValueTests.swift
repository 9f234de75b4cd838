import ManifoldResources
import Testing

@testable import ManifoldGraph

@Suite("One spelling for each value")
struct ValueTests {
    @Test(
        "signals by number, short and long name are one",
        arguments: [
            ("15", "SIGTERM"), ("TERM", "SIGTERM"), ("SIGTERM", "SIGTERM"), ("sigterm", "SIGTERM"), ("9", "SIGKILL"),
            ("IOT", "SIGABRT"), ("SIGCLD", "SIGCHLD"), ("POLL", "SIGIO"), ("RTMIN", "SIGRTMIN"), ("34", "SIGRTMIN"),
            ("RTMIN+3", "SIGRTMIN+3"), ("SIGRTMIN+15", "SIGRTMIN+15"), ("50", "SIGRTMAX-14"), ("RTMAX-1", "SIGRTMAX-1"),
            ("64", "SIGRTMAX"), ("33", "33"), ("120", "120"),
        ]
    )
    func signals(text: String, normal: String) {
        #expect(SignalName.normal(text) == normal)
        #expect(SignalName.normal(normal) == normal)
    }

    @Test("no signals", arguments: ["", "0", "-1", "SIGFOO", "RTMIN+16", "RTMAX-15", "SIG15"])
    func noSignals(text: String) {
        #expect(SignalName.normal(text) == nil)
    }

    @Test(
        "capabilities are in capitals and without prefix",
        arguments: [
            ("NET_ADMIN", "NET_ADMIN"), ("CAP_NET_ADMIN", "NET_ADMIN"), ("cap_sys_time", "SYS_TIME"), ("all", "ALL"),
        ]
    )
    func capabilities(text: String, normal: String) {
        #expect(CapabilityName.normal(text) == normal)
    }

    @Test(
        "paths are cleaned",
        arguments: [
            ("/", "/"), ("//a//b/", "/a/b"), ("/a/./b/../c/", "/a/c"), ("/../a", "/a"), ("/a b", "/a b"),
            ("a", nil), ("", nil), ("./a", nil),
        ] as [(String, String?)]
    )
    func paths(text: String, cleaned: String?) {
        #expect(AbsolutePath.clean(text) == cleaned)
    }

    @Test("a path's directory", arguments: [("/", "/"), ("/a", "/"), ("/a/b", "/a"), ("/a/b/c", "/a/b")])
    func directories(path: String, directory: String) {
        #expect(AbsolutePath.directory(of: path) == directory)
    }

    @Test(
        "restart policies",
        arguments: [
            ("no", nil), ("", nil), ("always", .always), ("unless-stopped", .unlessStopped),
            ("on-failure", .onFailure(maximumRetries: nil)), ("on-failure:3", .onFailure(maximumRetries: 3)),
            ("on-failure:0", .onFailure(maximumRetries: nil)),
        ] as [(String, RestartPolicy?)]
    )
    func restartPolicies(text: String, policy: RestartPolicy?) {
        #expect(RestartPolicy(manifestWord: text) == policy)
    }

    @Test(
        "names that the engine takes for volumes",
        arguments: [("web", true), ("web-1.2_3", true), ("w", false), ("", false), ("-web", false), ("we b", false)]
    )
    func names(text: String, isValid: Bool) {
        #expect(VolumeName.isValid(text) == isValid)
    }
}
