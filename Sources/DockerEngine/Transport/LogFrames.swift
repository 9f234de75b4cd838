import NIOCore

/// The framing of a container's output when it has no terminal (API 1.41, `ContainerAttach`, "Stream format"): a byte
/// for the stream, three zero bytes, the length in four, most significant first.
enum LogFrames {
    /// The payloads of all frames, one after the other; of a frame that was cut off, what is there.
    static func text(of body: ByteBuffer) -> String {
        var body = body
        var payload: [UInt8] = []
        payload.reserveCapacity(body.readableBytes)
        while body.readSlice(length: 4) != nil, let length = body.readInteger(as: UInt32.self) {
            payload += body.readSlice(length: min(Int(length), body.readableBytes))?.readableBytesView[...] ?? []
        }
        return String(decoding: payload, as: UTF8.self)
    }
}
