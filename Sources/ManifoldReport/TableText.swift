/// Rows with their columns lined up.
struct TableText {
    /// One cell: what it says, and how it is painted once its width is settled.
    struct Cell: ExpressibleByStringInterpolation {
        let text: String
        let tone: Style.Tone?

        init(_ text: String, _ tone: Style.Tone? = nil) {
            self.text = text
            self.tone = tone
        }

        init(stringLiteral value: String) {
            self.init(value)
        }
    }

    let style: Style
    /// A wider cell is shown in full, but makes no other row wider.
    var widestColumn = 60
    /// Spaces behind the first column; all others have two.
    var firstGap = 2

    /// One line per row, without spaces at the end; a column that is empty in all rows takes no room.
    func lines(_ rows: [[Cell]]) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                let width = cell.text.count
                if width <= widestColumn { widths[column] = max(widths[column], width) }
            }
        }
        return rows.map { row in
            var line = ""
            var owed = 0
            for (column, cell) in row.enumerated() {
                let width = cell.text.count
                if width > 0 {
                    line += String(repeating: " ", count: owed) + style.paint(cell.text, cell.tone)
                    owed = 0
                }
                if widths[column] > 0 || width > 0 {
                    owed += max(0, widths[column] - width) + (column == 0 ? firstGap : 2)
                }
            }
            return line
        }
    }
}
