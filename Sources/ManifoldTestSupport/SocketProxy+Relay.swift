import NIOCore
import NIOHTTP1

extension SocketProxy {
    typealias ClientChannel = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    typealias EngineChannel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    /// Carries one client's requests to the engine and the answers back, one after the other as HTTP/1.1 has them.
    @concurrent func relay(_ client: ClientChannel) async throws {
        try await client.executeThenClose { requests, replies in
            let engine = try await connectToEngine()
            try await engine.executeThenClose { answers, asking in
                var answers = answers.makeAsyncIterator()
                var isAnswerCut = false
                var current: HTTPRequestHead?
                var body = ByteBuffer()
                for try await part in requests {
                    switch part {
                    case .head(let head):
                        let verdict = await verdict(on: head)
                        if case .cutRequest = verdict { return await announceCut() }
                        if case .cutAnswer = verdict { isAnswerCut = true }
                        current = head
                        try await asking.write(.head(head))
                    case .body(var bytes) where rewrites:
                        body.writeBuffer(&bytes)
                    case .body(let bytes):
                        try await asking.write(.body(.byteBuffer(bytes)))
                    case .end(let trailers):
                        if body.readableBytes > 0 {
                            try await asking.write(.body(.byteBuffer(rewritten(body, of: current))))
                            body.clear()
                        }
                        try await asking.write(.end(trailers))
                        try await passAnswer(from: &answers, to: isAnswerCut ? nil : replies)
                        if isAnswerCut { return await announceCut() }
                    }
                }
            }
        }
    }

    @concurrent private func passAnswer(
        from answers: inout NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator,
        to replies: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>?
    ) async throws {
        while let part = try await answers.next() {
            switch part {
            case .head(let head): try await replies?.write(.head(head))
            case .body(let bytes): try await replies?.write(.body(.byteBuffer(bytes)))
            case .end(let trailers):
                try await replies?.write(.end(trailers))
                return
            }
        }
    }
}
