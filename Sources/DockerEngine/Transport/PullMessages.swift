import JSONReading
import NIOCore

/// The messages of a pull, one JSON object in a line each, cut out of an answer's parts.
struct PullMessages: Sendable {
    private struct Failure: Decodable {
        let error: String?
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
        let text = Array(line.readableBytesView)
        do {
            if let message = try JSONTreeDecoder.decode(Failure.self, from: text).error {
                throw EngineError.failedInStream(call, message: message)
            }
            return try JSONTreeDecoder.decode(PullProgress.self, from: text)
        } catch let error as EngineError {
            throw error
        } catch {
            throw .undecodable(call, what: "a message of the pull is not json of its form")
        }
    }
}
