/// The version of this program, in the one place where it stands.
enum ManifoldVersion {
    static let number = "0.1.0"
    static let line = "manifold \(number)"
}
