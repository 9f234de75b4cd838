/// The directory that the command was called in.
enum WorkingDirectory {
    /// As the shell spells it, through symbolic links, where that is still the same place; nil where it was removed.
    ///
    /// Bind mounts and labels carry this path to the engine, and Compose spells it in this way too.
    static func path(environment: [String: String]) -> String? {
        if let shell = environment["PWD"], shell.hasPrefix("/"),
            let named = SystemCalls.status(at: shell), let actual = SystemCalls.status(at: "."),
            named.isSameFile(as: actual)
        {
            return PathText.absolute(shell, in: "/")
        }
        return SystemCalls.currentDirectory()
    }
}
