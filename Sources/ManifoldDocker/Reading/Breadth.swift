/// How far a look at an engine goes.
package enum Breadth: Sendable {
    /// What is the system's: enough to see that nothing is to be done, which is most of what planning is asked.
    ///
    /// An engine takes a tenth of a millisecond to list a container, and on a shared one most are other people's.
    case system
    /// Everything, whoever it belongs to: others can hold the names and ports that a change needs, or be on its networks.
    case engine
}
