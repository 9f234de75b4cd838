import ManifoldDiagnostics

/// What two keys of a service say about one thing.
extension ManifestDecoder {
    mutating func settleReplicas(_ draft: inout ServiceDraft) {
        if let scale = draft.scale, let replicas = draft.deploy.replicas, scale.value != replicas.value {
            diagnostics.report(
                .twoValues("scale", scale.origin, "deploy.replicas", replicas.origin, draft.service.name)
            )
        }
        guard let replicas = draft.scale ?? draft.deploy.replicas else { return }
        guard replicas.value <= 10_000 else {
            return diagnostics.report(.tooManyReplicas(replicas.origin.span, draft.service.name))
        }
        draft.service.replicas = replicas.map { Int($0) }
        if let name = draft.service.containerName, replicas.value > 1 {
            diagnostics.report(.containerNameWithReplicas(name.origin.span, replicas.origin.span, draft.service.name))
        }
    }

    /// Compose lets a service set a limit in two places only to the same value, and takes an absent one of
    /// `deploy.resources.limits` for another value.
    mutating func settleLimits(_ draft: inout ServiceDraft) {
        settleReservation(draft)
        guard let place = draft.deploy.resources.limitsField else { return }
        let limits = draft.deploy.resources.limits
        draft.service.deployLimits = limits
        let service = draft.service
        func check<Value: Equatable>(_ own: Sourced<Value>?, _ key: String, _ other: Sourced<Value>?, _ part: String) {
            guard let own, own.value != other?.value else { return }
            let otherOrigin = other?.origin ?? Origin(place)
            diagnostics.report(
                .twoValues(key, own.origin, "deploy.resources.limits.\(part)", otherOrigin, service.name)
            )
        }
        check(service.cpus, "cpus", limits.cpus, "cpus")
        check(service.memoryLimit, "mem_limit", limits.memory, "memory")
        check(service.pidsLimit, "pids_limit", limits.pids, "pids")
    }

    private mutating func settleReservation(_ draft: ServiceDraft) {
        let resources = draft.deploy.resources
        guard let place = resources.reservationsField, let own = draft.memoryReservation,
            own.value != resources.reservedMemory?.value
        else { return }
        diagnostics.report(
            .twoValues(
                "mem_reservation",
                own.origin,
                "deploy.resources.reservations.memory",
                resources.reservedMemory?.origin ?? Origin(place),
                draft.service.name
            )
        )
    }
}
