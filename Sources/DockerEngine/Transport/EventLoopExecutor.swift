import AsyncHTTPClient
import NIOCore

/// Runs tasks on the thread that serves connections.
///
/// A task on any other thread is woken for each step of a call, and wakes the connection's thread in turn: with a hundred
/// short calls that were seven hundred waits of one thread for another.
final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        eventLoop.execute { job.runSynchronously(on: executor) }
    }
}

extension EngineClient {
    /// The threads that serve connections, for tasks that do little beside calls: what keeps a thread long keeps others'
    /// answers waiting.
    public static let executors: [any TaskExecutor] =
        HTTPClient.defaultEventLoopGroup.makeIterator().map { EventLoopExecutor($0) }
}
