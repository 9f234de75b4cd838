import ManifoldDiagnostics
import ManifoldManifest
import ManifoldResources

/// How the engine tells whether the container is healthy.
extension ServiceLowering {
    mutating func lowerHealthCheck() {
        guard let check = service.healthCheck else { return }
        let test = FieldPath("healthcheck", "test")
        if let isDisabled = check.isDisabled, isDisabled.value {
            disableHealthCheck(from: isDisabled.origin)
            return
        }
        if let given = check.test, given.value.first == "NONE" {
            disableHealthCheck(from: given.origin)
            return
        }
        if let given = check.test, !given.value.isEmpty {
            spec.healthCheck.test = Showability.words(given.value, from: given.origin)
            origins[test] = given.origin
        }
        lowerTiming(check.interval, "interval", \.interval)
        lowerTiming(check.timeout, "timeout", \.timeout)
        lowerTiming(check.startPeriod, "start_period", \.startPeriod)
        if let setting = service.setting("healthcheck", "start_interval"), let interval = setting.duration {
            lowerTiming(Sourced(interval, from: setting.origin), "start_interval", \.startInterval)
        }
        lowerTiming(check.retries, "retries", \.retries)
    }

    /// With `NONE` the engine looks at nothing else, so nothing else is part of the normal form.
    private mutating func disableHealthCheck(from origin: Origin) {
        spec.healthCheck.test = [FreeText("NONE", isShowable: true)]
        origins[FieldPath("healthcheck", "test")] = origin
    }

    /// Zero means the image's or the engine's own to the engine, which is what leaving it out means too.
    private mutating func lowerTiming(
        _ value: Sourced<Int64>?,
        _ part: String,
        _ path: WritableKeyPath<HealthCheckSpec, Int64?>
    ) {
        guard let value, value.value != 0 else { return }
        spec.healthCheck[keyPath: path] = value.value
        origins[FieldPath("healthcheck", part)] = value.origin
    }
}
