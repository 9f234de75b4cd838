/// One project of a run: the manifest itself, or one that it includes.
struct ProjectScope {
    /// Tells the projects of a run apart.
    let id: Int
    /// The directory against which its files name others.
    let directory: String
    let variables: Variables
    /// The files that include one another down to this project, as paths, the manifest's first.
    let chain: [String]
}
