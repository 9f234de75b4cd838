import NIOCore
import NIOHTTP1

/// One connection of a `StubServer`: collects a request, asks the script, writes the answer.
final class StubServerConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: StubServer
    private var head: HTTPRequestHead?
    private var body = ByteBuffer()

    init(server: StubServer) {
        self.server = server
    }

    func channelActive(context: ChannelHandlerContext) {
        server.countConnection()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body.clear()
        case .body(let part):
            body.writeImmutableBuffer(part)
        case .end:
            guard let head else { return }
            let request = StubServer.Request(
                method: head.method.rawValue,
                target: head.uri,
                headers: Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { _, last in last },
                body: String(buffer: body)
            )
            Self.write(server.answer(to: request), to: request, on: context.channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error _: any Error) {
        // Clients go away in the middle of an answer: that is what some tests are about.
        context.close(promise: nil)
    }

    private static func write(_ answer: StubAnswer, to request: StubServer.Request, on channel: any Channel) {
        switch answer.end {
        case .silence where answer.parts.isEmpty:
            return
        case .closed where answer.parts.isEmpty:
            channel.close(promise: nil)
            return
        case .complete, .closed, .silence:
            break
        }
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status))
        for (name, value) in answer.headers { head.headers.add(name: name, value: value) }
        if case .complete = answer.end, answer.parts.count <= 1, request.method != "HEAD", answer.status != 204 {
            head.headers.replaceOrAdd(name: "Content-Length", value: "\(answer.parts.first?.count ?? 0)")
        }
        channel.writeAndFlush(HTTPServerResponsePart.head(head), promise: nil)
        write(answer.parts[...], of: answer, on: channel)
    }

    private static func write(_ parts: ArraySlice<[UInt8]>, of answer: StubAnswer, on channel: any Channel) {
        guard let part = parts.first else {
            switch answer.end {
            case .complete: channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
            case .closed: channel.close(promise: nil)
            case .silence: break
            }
            return
        }
        channel.eventLoop.scheduleTask(in: .nanoseconds(Int64(answer.pause / .nanoseconds(1)))) {
            channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: part))), promise: nil)
            write(parts.dropFirst(), of: answer, on: channel)
        }
    }
}
