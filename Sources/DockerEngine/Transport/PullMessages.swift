import JSONReading
import NIOCore

/// The messages of a pull, one JSON object in a line each, cut out of an answer's parts.
struct PullMessages: Sendable {
    private enum Failure: String, CodingKey {
        case error
    }

    private let call: EngineError.Call
    private var buffer = ByteBuffer()

    init(call: EngineError.Call) {
        self.call = call
    }

    mutating func append(_ part: ByteBuffer) {
        buffer.discardReadBytes()
        buffer.writeImmutableBuffer(part)
    }

    /// The next whole message.
    ///
    /// - Throws: `EngineError.failedInStream` if the message is an error.
    mutating func next() throws(EngineError) -> PullProgress? {
        while let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let length = end - buffer.readerIndex
            guard let line = buffer.readSlice(length: length) else { return nil }
            buffer.moveReaderIndex(forwardBy: 1)
            if let progress = try decode(line) { return progress }
        }
        return nil
    }

    /// The message that the answer ended with, if no line feed followed it.
    func last() throws(EngineError) -> PullProgress? {
        try decode(buffer)
    }

    private func decode(_ line: ByteBuffer) throws(EngineError) -> PullProgress? {
        guard line.readableBytesView.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
        let json: JSONReader
        let failure: String?
        do {
            json = try JSONReader(Array(line.readableBytesView))
            var members = try json.object(Failure.self)
            failure = try members.optional(.error)
        } catch {
            throw unreadable
        }
        if let failure { throw .failedInStream(call, message: failure) }
        do {
            return try PullProgress(json: json)
        } catch {
            throw unreadable
        }
    }

    private var unreadable: EngineError {
        .undecodable(call, what: "a message of the pull is not json of its form")
    }
}
