import ManifoldDiagnostics
import ManifoldPlan
import ManifoldReport
import ManifoldResources
import Testing

@Suite("plans as text")
struct PlanTextTests {
    private func render(_ plan: Plan, color: Bool = false, destroying: Bool = false) -> String {
        PlanText(sources: PlanFixture.sources, color: color).render(plan, destroying: destroying)
    }

    /// The text of one reason of a change, without the headline's columns.
    private func text(_ reason: Reason, actions: [Action] = [.update], line: Int? = nil) -> String {
        let service = ResourceAddress(.service, "web", replica: 1)
        return render(PlanFixture.plan([PlanFixture.change(service, "shop-web-1", actions, [reason], line: line)]))
    }

    @Test("a whole plan reads from sign to sum")
    func wholePlan() {
        let web = [1, 2].map { ResourceAddress(.service, "web", replica: $0) }
        let greeting = PlanFixture.difference(
            FieldPath("environment", "GREETING"),
            PlanFixture.shown("hello"),
            PlanFixture.shown("hi"),
            needsReplacement: true
        )
        let limit = PlanFixture.difference(
            FieldPath("mem_limit"),
            .bytes(128 << 20),
            .bytes(96 << 20),
            .drift,
            Origin(PlanFixture.place(9))
        )
        let plan = PlanFixture.plan(
            [
                PlanFixture.change(
                    ResourceAddress(.network, "back"),
                    "shop_back",
                    [.create],
                    [.missing(.new)],
                    line: 31
                ),
                PlanFixture.change(
                    ResourceAddress(.volume, "data"),
                    "shop_data",
                    [.create],
                    [.missing(.removedOutside)],
                    line: 33
                ),
                PlanFixture.change(
                    ResourceAddress(.service, "api", replica: 1),
                    "shop-api-1",
                    [.update],
                    [limit],
                    .inPlace
                ),
                PlanFixture.change(
                    ResourceAddress(.service, "old", replica: 1),
                    "shop-old-1",
                    [.destroy],
                    [.leftManifest],
                    .downtime
                ),
                PlanFixture.change(
                    web[0],
                    "shop-web-1",
                    [.replace],
                    [greeting, .because(.init(.network, "back"), .create)],
                    .restart
                ),
                PlanFixture.change(
                    web[1],
                    "shop-web-2",
                    [.replace],
                    [greeting, .because(.init(.network, "back"), .create)],
                    .restart
                ),
            ],
            notes: [
                .volumeLost(ResourceAddress(.volume, "data"), name: "shop_data"),
                .volumeKept(ResourceAddress(.volume, "files"), name: "shop_files"),
            ],
            unchanged: 7
        )
        #expect(
            render(plan) == """
                +   network.back    create shop_back                        new in the manifest  manifold.yaml:31:5
                +   volume.data     create shop_data                        does not exist: removed outside manifold

                ~   service.api[1]  update shop-api-1 in place  [in place]
                      mem_limit: 128 MiB → 96 MiB  drift: changed outside manifold; the manifest says so at manifold.yaml:9:5

                -   service.old[1]  destroy shop-old-1          [downtime]  no longer in the manifest

                -/+ service.web[1]  replace shop-web-1          [restart]
                -/+ service.web[2]  replace shop-web-2          [restart]
                      environment.GREETING: "hello" → "hi"  manifest changed  manifold.yaml:12:5 (forces replacement)
                      because network.back is created

                warning: volume.data: the volume shop_data was removed outside manifold and its data with it; a new, empty one is made
                note: volume.files is no longer in the manifest; it is kept (destroy it with --allow-destroy volume.files)

                Plan: 2 to create, 1 to update in place, 2 to replace, 1 to destroy; 7 unchanged. Disruption: downtime.

                """
        )
    }

    @Test(
        "an empty plan says how much is in order",
        arguments: [
            (9, "No changes. 9 resources are as the manifest says.\n"),
            (1, "No changes. 1 resource is as the manifest says.\n"),
        ]
    )
    func emptyPlan(count: Int, text: String) {
        #expect(render(PlanFixture.plan(unchanged: count)) == text)
    }

    @Test("a secret never appears, but that it changed does")
    func secrets() {
        let path = FieldPath("environment", "PASSWORD")
        let both = PlanFixture.difference(path, PlanFixture.hidden(PlanFixture.secret), PlanFixture.hidden("other"))
        #expect(text(both).contains("environment.PASSWORD: (hidden) → (hidden, changed)"))
        #expect(!text(both).contains(PlanFixture.secret))
        #expect(text(PlanFixture.difference(path, nil, PlanFixture.hidden("x"))).contains("none → (hidden)"))
    }

    @Test(
        "each cause is named",
        arguments: [
            (FieldDifference.Cause.manifestChanged, true, "manifest changed  manifold.yaml:12:5"),
            (.manifestChanged, false, "manifest changed: no longer set"),
            (.drift, true, "drift: changed outside manifold; the manifest says so at manifold.yaml:12:5"),
            (.drift, false, "drift: changed outside manifold; the manifest does not set it"),
            (
                .manifestChangedAndDrift, true,
                "manifest changed  manifold.yaml:12:5, and drift: changed outside manifold"
            ),
            (.unknown, true, "differs from the manifest  manifold.yaml:12:5"),
            (.unknown, false, "differs from the manifest, which does not set it"),
        ]
    )
    func causes(cause: FieldDifference.Cause, isSpelt: Bool, words: String) {
        let origin = isSpelt ? Origin(PlanFixture.place(12)) : nil
        let wanted = isSpelt ? FieldValue<SealedText>.number(2) : nil
        let reason = PlanFixture.difference(FieldPath("pids_limit"), .number(1), wanted, cause, origin)
        #expect(text(reason).contains("pids_limit: 1 → \(isSpelt ? "2" : "none")  \(words)\n"))
    }

    @Test("a value that follows from another field has no place of its own and is not called unset")
    func derived() {
        let reason = PlanFixture.difference(FieldPath("memswap_limit"), .bytes(1 << 20), .bytes(2 << 20), .drift, nil)
        #expect(text(reason).contains("memswap_limit: 1 MiB → 2 MiB  drift: changed outside manifold\n"))
    }

    @Test("an origin names its env file, the entry that led there and its variables")
    func origins() {
        let origin = Origin(PlanFixture.place(3, file: 1), via: [PlanFixture.place(8)], variables: ["TAG", "HOST"])
        let reason = PlanFixture.difference(FieldPath("user"), nil, .word("app"), .manifestChanged, origin)
        #expect(text(reason).contains("web.env:3:5 through manifold.yaml:8:5 from ${TAG}, ${HOST}"))
    }

    @Test("a span of no known file is left out")
    func straySpan() {
        let stray = Origin(SourceSpan(file: FileID(rawValue: 99), start: 0, end: 1))
        let reason = PlanFixture.difference(FieldPath("user"), nil, .word("app"), .manifestChanged, stray)
        #expect(text(reason).contains("user: none → app"))
    }

    @Test(
        "reasons that are no field are sentences",
        arguments: [
            (Reason.missing(.removedOutside), "does not exist: removed outside manifold"),
            (.missing(.unfinished), "does not exist: the last apply did not come to its end"),
            (.state(ContainerState(.exited, exitCode: 137)), "stopped (exit code 137), should be running"),
            (.state(ContainerState(.paused)), "paused, should be running"),
            (.state(ContainerState(.created, hasRun: false)), "never started, should be running"),
            (.imageMoved(from: "sha256:0123456789abcdef", to: "sha256:fedcba"), "image moved 0123456789ab → fedcba"),
            (.networkRemade("shop_back"), "network shop_back was removed and made again outside manifold"),
            (
                .networkLost("shop_old"),
                "network shop_old, which it was made on, is gone: the engine could not start it again"
            ),
            (.because(ResourceAddress(.network, "back"), .replace), "because network.back is replaced"),
            (.recreatedByCompose, "recreated by docker compose"),
            (.leftManifest, "no longer in the manifest"),
            (.scaledDown, "the manifest asks for fewer instances"),
            (.leftover, "left over from an interrupted apply"),
        ]
    )
    func sentences(reason: Reason, words: String) {
        #expect(text(reason).contains("  \(words)\n"))
    }

    @Test("a long line sends its cause to a line of its own")
    func longLines() {
        let long = String(repeating: "abcdefghi ", count: 6)
        let reason = PlanFixture.difference(
            FieldPath("command"),
            PlanFixture.shown(long),
            PlanFixture.shown("x" + long)
        )
        #expect(text(reason).contains("\"\n          manifest changed  manifold.yaml:12:5\n"))
    }

    @Test("names from the engine cannot drive the terminal")
    func escapes() {
        let evil = "web\u{1B}[2Jx\nfake: line\u{202E}"
        let address = ResourceAddress(.service, evil)
        let changes = [
            PlanFixture.change(
                address,
                evil,
                [.destroy],
                [.networkRemade(evil), .networkLost(evil), .imageMoved(from: evil, to: evil)]
            ),
            PlanFixture.change(
                address,
                evil,
                [.update],
                [
                    PlanFixture.difference(FieldPath("labels", evil), .word(evil), PlanFixture.shown(evil))
                ]
            ),
        ]
        let notes: [Note] = [
            .applyUnderWay(evil), .volumeRemade(address, name: evil, created: 0), .volumeAdopted(address, name: evil),
            .inactiveService(evil, containers: 2),
        ]
        let text = render(PlanFixture.plan(changes, notes: notes))
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\nfake"))
        #expect(text.contains("web\\u{1b}[2Jx\\nfake: line\\u{202e}"))
    }

    @Test("colour adds escapes and nothing else")
    func colour() {
        let plan = PlanFixture.plan(
            [PlanFixture.change(ResourceAddress(.network, "back"), "shop_back", [.create], [.missing(.new)], .restart)],
            notes: [.networkKept(ResourceAddress(.network, "x"))]
        )
        let colored = render(plan, color: true)
        #expect(colored.contains("\u{1B}["))
        #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == render(plan))
    }

    @Test("a content that goes into a container that stays says how it is taken; in a new one nobody has to be told")
    func contents() {
        let reason = PlanFixture.difference(
            FieldPath("files", "/a"),
            PlanFixture.hidden("one"),
            PlanFixture.hidden("two"),
            policy: .signal("SIGHUP")
        )
        #expect(text(reason).contains("manifold.yaml:12:5 (x-on-change: signal SIGHUP)\n"))
        #expect(!text(reason, actions: [.replace]).contains("x-on-change"))
        #expect(text(.contentsUnrecorded, actions: [.replace]).contains("its label had no room"))
        for (obstacle, words) in [
            (SignalObstacle.cannotBeHandled, "no process can handle it"), (.countsAsStop, "`restart: unless-stopped`"),
            (.endsRestarts("always"), "without a `stop_signal`"), (.isStopSignal("always"), "it is the `stop_signal`"),
        ] {
            let text = text(.notSignalled("SIGHUP", obstacle), actions: [.update, .restart])
            #expect(text.contains("restarted, not sent SIGHUP: ") && text.contains(words))
        }
    }

    @Test("a destroy says what it spares")
    func destroy() {
        let note = Note.volumeKept(ResourceAddress(.volume, "data"), name: "shop_data")
        #expect(
            render(PlanFixture.plan(notes: [note]), destroying: true) == """
                note: volume.data (shop_data) is kept with its data (destroy it with --allow-destroy volume.data)

                No changes. Nothing of this system is there to destroy.

                """
        )
    }
}
