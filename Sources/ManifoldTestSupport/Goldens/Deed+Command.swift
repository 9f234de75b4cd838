extension Deed {
    /// What a person would type for it, or in a comment what happened elsewhere.
    var command: String {
        let name = words[1]
        let rest = words.dropFirst(2)
        return switch words[0] {
        case "remove": "docker rm -f \(name)"
        case "disconnect", "connect": "docker network \(words[0]) \(rest.joined(separator: " ")) \(name)"
        case "update":
            "docker update \(rest.map { "--" + $0.split(separator: "=").joined(separator: " ") }.joined(separator: " ")) \(name)"
        case "remove-volume": "docker volume rm \(name)"
        case "foreign-network": "docker network create \(name)"
        case "compose-up":
            "docker compose up -d \(name.split(separator: "-").dropFirst().dropLast().joined(separator: "-"))"
        case "compose-project": "docker compose up -d"
        case "retag": "docker pull \(name)"
        case "publish": "# somebody pushes another image as \(name)"
        case "edit-context": "# somebody edits a file that \(name) is built from"
        default: "docker \(words.joined(separator: " "))"
        }
    }
}
