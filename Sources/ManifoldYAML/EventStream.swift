import CLibYAML

/// The events of libyaml's parser over one text, and the only owner of its C memory.
struct EventStream: ~Copyable {
    // libyaml keeps a pointer to its own state, so the state must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var offsets: OffsetMap

    /// Reads from a text that must outlive the stream.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        offsets = OffsetMap(text)
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("libyaml cannot get memory") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let body = UnsafeBufferPointer(rebasing: text[offsets.base...])
        yaml_parser_set_input_string(parser, body.baseAddress, body.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event, or nil after a fault.
    mutating func next() -> Event? {
        var event = yaml_event_t()
        while yaml_parser_parse(parser, &event) == 1 {
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_START_EVENT { continue }
            return convert(event)
        }
        return nil
    }

    private mutating func convert(_ event: yaml_event_t) -> Event {
        let start = offset(of: event.start_mark)
        let end = offset(of: event.end_mark)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let data = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
            let scalar = Scalar(text, style: style(data.style))
            return Event(
                kind: .scalar(scalar),
                anchor: string(data.anchor),
                tag: string(data.tag),
                start: start,
                end: end
            )
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(string(event.data.alias.anchor) ?? ""), start: start, end: end)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            let kind = Event.Kind.collectionStart(isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
            return Event(kind: kind, anchor: string(data.anchor), tag: string(data.tag), start: start, end: end)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            let kind = Event.Kind.collectionStart(isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
            return Event(kind: kind, anchor: string(data.anchor), tag: string(data.tag), start: start, end: end)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            return Event(kind: .collectionEnd, start: start, end: end)
        case YAML_DOCUMENT_START_EVENT:
            return Event(kind: .documentStart, start: start, end: end)
        case YAML_DOCUMENT_END_EVENT:
            return Event(kind: .documentEnd, start: start, end: end)
        default:
            return Event(kind: .streamEnd, start: start, end: end)
        }
    }

    /// Why `next()` returned nil.
    mutating func fault() -> SyntaxFault {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "libyaml cannot get memory"
        guard state.error != YAML_READER_ERROR else {
            // The reader counts bytes; the scanner, whose marks everything else has, counts characters.
            return SyntaxFault(
                problem: problem,
                place: UInt32(offsets.base + state.problem_offset),
                isUnreadable: true,
                character: state.problem_value < 0 ? nil : UInt32(state.problem_value)
            )
        }
        let context = state.context.map { String(cString: $0) }
        return SyntaxFault(
            problem: problem,
            place: offset(of: state.problem_mark),
            context: context,
            contextPlace: context == nil ? nil : offset(of: state.context_mark)
        )
    }

    private mutating func offset(of mark: yaml_mark_t) -> UInt32 {
        UInt32(offsets.offset(ofCharacter: mark.index))
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
