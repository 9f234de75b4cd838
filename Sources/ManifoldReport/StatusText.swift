import ManifoldPlan
import ManifoldResources

/// The state of a system as a table: its instances, then its networks and volumes.
package struct StatusText: Sendable {
    private let style: Style

    package init(color: Bool) {
        style = Style(color: color)
    }

    /// The whole text, ending in a line break.
    package func render(_ status: SystemStatus) -> String {
        let system = style.paint(AnsiSafe.line(status.system), .strong)
        var lines = ["\(system) on Docker \(AnsiSafe.line(status.engine.version))"]
        if let holder = status.holder { lines.append("somebody is applying right now: \(AnsiSafe.line(holder))") }
        if status.instances.isEmpty, status.parts.isEmpty {
            lines.append("nothing of it is there")
            return lines.joined(separator: "\n") + "\n"
        }
        let table = TableText(style: style)
        if !status.instances.isEmpty {
            let heads = ["SERVICE", "CONTAINER", "STATE", "HEALTH", "PORTS", "IMAGE"].map { TableText.Cell($0, .faint) }
            lines.append("")
            lines += table.lines([heads] + status.instances.sorted { $0.address < $1.address }.map(row))
        }
        if !status.parts.isEmpty {
            lines.append("")
            lines += table.lines(status.parts.sorted { $0.address < $1.address }.map(row))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(for instance: SystemStatus.Instance) -> [TableText.Cell] {
        let address = TableText.Cell(AnsiSafe.line(instance.address.description))
        guard let container = instance.container else {
            return [address, "-", TableText.Cell("missing", .removed), "-", "-", "-"]
        }
        return [
            address,
            TableText.Cell(AnsiSafe.line(container.name)),
            state(container.state),
            health(container.state),
            TableText.Cell(container.ports.isEmpty ? "-" : container.ports.map(AnsiSafe.line).joined(separator: ", ")),
            TableText.Cell(AnsiSafe.line(container.image)),
        ]
    }

    private func row(for part: SystemStatus.Part) -> [TableText.Cell] {
        [
            TableText.Cell(AnsiSafe.line(part.address.description)),
            part.name.map { TableText.Cell(AnsiSafe.line($0)) } ?? TableText.Cell("missing", .removed),
        ]
    }

    private func state(_ state: ContainerState) -> TableText.Cell {
        switch state.status {
        case .running: TableText.Cell("running", .added)
        case .exited: TableText.Cell("exited (\(state.exitCode))", state.exitCode == 0 ? .faint : .removed)
        case .restarting: TableText.Cell("restarting (\(state.exitCode))", .removed)
        case .created, .paused, .removing: TableText.Cell(state.status.rawValue, .changed)
        case .dead: TableText.Cell("dead", .removed)
        }
    }

    private func health(_ state: ContainerState) -> TableText.Cell {
        switch state.health {
        case .healthy: TableText.Cell("healthy", .added)
        case .starting: TableText.Cell("starting", .changed)
        case .unhealthy: TableText.Cell("unhealthy", .removed)
        case nil: "-"
        }
    }
}
