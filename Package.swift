// swift-tools-version: 6.2
import PackageDescription

/// One array of settings for every target, so that no module is held to a laxer standard than its neighbours.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A release starts in five sixths of the time where its hundred thousand pointers need no relocation at each start.
///
/// The price is that its own code, which but for BoringSSL is memory-safe, is always at the same addresses.
let linkedInPlace = ["-use-ld=lld", "-Xclang-linker", "-no-pie"]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// The house of `docs/architecture.md`: a target imports only targets of the floors below it.
let package = Package(
    name: "manifold",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "manifold", targets: ["manifold"]),
        .library(name: "DockerEngine", targets: ["DockerEngine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Floor 0
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // Floor 1
        .target(name: "ManifoldDiagnostics", swiftSettings: settings),
        .target(name: "ManifoldResources", swiftSettings: settings),
        .target(name: "JSONReading", swiftSettings: settings),
        .target(name: "SideBySide", swiftSettings: settings),
        .target(
            name: "DockerEngine",
            dependencies: ["JSONReading", asyncHTTPClient, nioCore, nioHTTP1],
            swiftSettings: settings
        ),
        // Floor 2
        .target(name: "ManifoldYAML", dependencies: ["CLibYAML", "ManifoldDiagnostics"], swiftSettings: settings),
        // Floor 3
        .target(
            name: "ManifoldManifest",
            dependencies: ["SideBySide", "ManifoldYAML", "ManifoldResources", "ManifoldDiagnostics", collections],
            swiftSettings: settings
        ),
        // Floor 4
        .target(
            name: "ManifoldGraph",
            dependencies: [collections, "SideBySide", "ManifoldManifest", "ManifoldResources", "ManifoldDiagnostics"],
            swiftSettings: settings
        ),
        // Floor 5
        .target(
            name: "ManifoldPlan",
            dependencies: [
                "JSONReading", "SideBySide", "ManifoldGraph", "ManifoldResources", "ManifoldDiagnostics", crypto,
            ],
            swiftSettings: settings
        ),
        // Floor 6
        .target(
            name: "ManifoldExecution",
            dependencies: ["ManifoldPlan", "ManifoldResources"],
            swiftSettings: settings
        ),
        // Floor 7
        .target(
            name: "ManifoldDocker",
            dependencies: [
                "JSONReading", "SideBySide", "DockerEngine", "ManifoldExecution", "ManifoldPlan", "ManifoldGraph",
                "ManifoldResources", "ManifoldDiagnostics", crypto, subprocess, system,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ManifoldReport",
            dependencies: [
                collections, crypto, "ManifoldDiagnostics", "ManifoldManifest", "ManifoldGraph", "ManifoldPlan",
                "ManifoldExecution", "ManifoldResources", "ManifoldYAML", "SideBySide",
            ],
            swiftSettings: settings
        ),
        // Floor 8
        .target(
            name: "ManifoldCommands",
            dependencies: [
                "ManifoldDiagnostics", "ManifoldResources", "DockerEngine", "ManifoldYAML", "ManifoldManifest",
                "ManifoldGraph", "ManifoldPlan", "ManifoldExecution", "ManifoldDocker", "ManifoldReport", "SideBySide",
                argumentParser,
            ],
            swiftSettings: settings
        ),
        // Floor 9
        .executableTarget(
            name: "manifold",
            dependencies: ["ManifoldCommands"],
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(linkedInPlace, .when(platforms: [.linux], configuration: .release))]
        ),
        // For tests only
        .target(
            name: "ManifoldSimulation",
            dependencies: [
                "ManifoldExecution", "ManifoldPlan", "ManifoldGraph", "ManifoldResources", "ManifoldDiagnostics",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ManifoldTestSupport",
            dependencies: [
                "ManifoldDiagnostics", "ManifoldResources", "ManifoldYAML", "ManifoldManifest", "ManifoldGraph",
                "ManifoldPlan", "ManifoldReport", "ManifoldExecution", "ManifoldSimulation", nioCore, nioPosix,
                nioHTTP1,
            ],
            swiftSettings: settings
        ),
        // For `make bench` only
        .executableTarget(
            name: "planning-benchmark",
            dependencies: [
                "ManifoldCommands", "ManifoldDiagnostics", "ManifoldGraph", "ManifoldManifest", "ManifoldPlan",
                "ManifoldResources", "ManifoldSimulation",
            ],
            path: "Benchmarks/Planning",
            swiftSettings: settings
        ),
        .testTarget(
            name: "JSONReadingTests",
            dependencies: ["JSONReading", "ManifoldTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DockerEngineTests",
            dependencies: ["DockerEngine", "JSONReading", "ManifoldTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "SideBySideTests", dependencies: ["SideBySide"], swiftSettings: settings),
        .testTarget(
            name: "ManifoldDiagnosticsTests",
            dependencies: ["ManifoldDiagnostics"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldResourcesTests",
            dependencies: ["ManifoldResources", "ManifoldTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldYAMLTests",
            dependencies: ["ManifoldYAML", "ManifoldDiagnostics"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldManifestTests",
            dependencies: [
                "ManifoldManifest", "ManifoldYAML", "ManifoldResources", "ManifoldDiagnostics", collections,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldGraphTests",
            dependencies: [
                collections, "ManifoldGraph", "ManifoldManifest", "ManifoldResources", "ManifoldDiagnostics",
                "ManifoldTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldPlanTests",
            dependencies: [
                "SideBySide", "ManifoldPlan", "ManifoldGraph", "ManifoldResources", "ManifoldDiagnostics",
                "ManifoldSimulation", "ManifoldTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldExecutionTests",
            dependencies: [
                "ManifoldDiagnostics", "ManifoldExecution", "ManifoldGraph", "ManifoldPlan", "ManifoldResources",
                "ManifoldSimulation", "ManifoldTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldDockerTests",
            dependencies: [
                "ManifoldDocker", "DockerEngine", "JSONReading", "ManifoldExecution", "ManifoldPlan", "ManifoldGraph",
                "ManifoldResources", "ManifoldDiagnostics", "ManifoldTestSupport",
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldReportTests",
            dependencies: [
                "ManifoldManifest", collections, "ManifoldReport", "ManifoldGraph", "ManifoldExecution", "ManifoldYAML",
                "ManifoldPlan",
                "ManifoldResources", "ManifoldDiagnostics",
                "ManifoldTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ManifoldCommandsTests",
            dependencies: [
                "ManifoldCommands", "ManifoldManifest", "ManifoldDiagnostics", "ManifoldResources", "ManifoldPlan",
                "ManifoldGraph", "ManifoldReport", "ManifoldExecution", "ManifoldTestSupport", argumentParser,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "GoldenTests",
            dependencies: [
                "ManifoldTestSupport", "ManifoldDiagnostics", "ManifoldResources", "ManifoldManifest", "ManifoldGraph",
                "ManifoldPlan", "ManifoldReport",
            ],
            exclude: ["broken", "cases"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "IntegrationTests",
            dependencies: ["DockerEngine", "ManifoldTestSupport", "manifold", subprocess],
            exclude: ["TruthMatrix"],
            swiftSettings: settings
        ),
    ]
)

// The fuzzer has no `main` of its own, so it links only with `--sanitize fuzzer`: scripts/fuzz.sh.
if Context.environment["MANIFOLD_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FrontEndFuzzer",
            dependencies: [
                "ManifoldDiagnostics", "ManifoldGraph", "ManifoldManifest", "ManifoldReport", "ManifoldYAML",
            ],
            path: "Fuzzing/FrontEndFuzzer",
            swiftSettings: settings
        )
    )
}
