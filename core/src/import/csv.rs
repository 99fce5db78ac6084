//! Tables as text by RFC 4180, which the portal and the shell export.

use std::borrow::Cow;

/// A table that has column names.
#[derive(Debug)]
pub(super) struct CsvTable<'t> {
    /// The names of the columns.
    pub(super) columns: Vec<Cow<'t, str>>,
    /// The rows, each with the number of its first line.
    pub(super) rows: Vec<(usize, Vec<Cow<'t, str>>)>,
}

/// Reads a table. The separator is the character that the first line uses most:
/// Excel writes semicolons where the comma is for decimals.
pub(super) fn table(text: &str) -> Option<CsvTable<'_>> {
    // Export-Csv of Windows PowerShell puts the type of the objects first.
    let skipped = if text.starts_with("#TYPE") { text.find('\n')? + 1 } else { 0 };
    let first = text.get(skipped..)?.lines().next()?;
    let separator = *[b',', b';', b'\t'].iter().max_by_key(|sign| first.bytes().filter(|byte| byte == *sign).count())?;
    let mut reader =
        CsvReader { text, separator, at: skipped, line: 1 + usize::from(skipped > 0), again: text.len().saturating_mul(8) };
    let (_, columns) = reader.record(usize::MAX)?;
    if columns.len() < 2 {
        return None;
    }
    let mut rows = Vec::new();
    while let Some(row) = reader.record(columns.len()) {
        rows.push(row);
    }
    Some(CsvTable { columns, rows })
}

struct CsvReader<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    line: usize,
    /// The number of bytes that may still be read a second time, which keeps the time linear.
    again: usize,
}

impl<'t> CsvReader<'t> {
    /// The next record that is not blank, with the number of its first line.
    ///
    /// A stray quotation mark makes everything up to the next one a single
    /// cell. Such a record does not have the `width` of the others, or has no end. Then
    /// only its first line is used, so that the rows after it are not lost
    /// with it.
    fn record(&mut self, width: usize) -> Option<(usize, Vec<Cow<'t, str>>)> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let first_line = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let line_alone = rest.get(..first_line).unwrap_or(rest);
            let Record { mut cells, mut length, closed } =
                record(if self.again == 0 { line_alone } else { rest }, self.separator);
            if length > first_line && (!closed || cells.len() != width && width != usize::MAX) {
                self.again = self.again.saturating_sub(length);
                Record { cells, length, .. } = record(line_alone, self.separator);
            }
            let line = self.line;
            self.line += rest.get(..length).unwrap_or(rest).bytes().filter(|byte| *byte == b'\n').count();
            self.at += length;
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some((line, cells));
            }
        }
    }
}

struct Record<'t> {
    cells: Vec<Cow<'t, str>>,
    /// In bytes, with its line end.
    length: usize,
    /// Whether every opening quotation mark has a closing one.
    closed: bool,
}

/// The first record of a text.
fn record(text: &str, separator: u8) -> Record<'_> {
    let mut cells = Vec::new();
    let mut closed = true;
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let (cell, length) = if let Some(quoted) = rest.strip_prefix('"') {
            in_quotes(quoted, separator).unwrap_or_else(|| {
                closed = false;
                (Cow::Borrowed(quoted.trim_end_matches(['\r', '\n'])), rest.len())
            })
        } else {
            bare(rest, separator)
        };
        cells.push(cell);
        at += length;
        let after = match text.as_bytes().get(at..).unwrap_or_default() {
            [byte, ..] if *byte == separator => {
                at += 1;
                continue;
            }
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        return Record { cells, length: at + after, closed };
    }
}

/// A cell up to the separator or the end of the line.
fn bare(text: &str, separator: u8) -> (Cow<'_, str>, usize) {
    let end = text.bytes().position(|byte| byte == separator || byte == b'\n').unwrap_or(text.len());
    let cell = text.get(..end).unwrap_or_default();
    let cell = if text.len() > end { cell.strip_suffix('\r').unwrap_or(cell) } else { cell };
    (Cow::Borrowed(cell), cell.len())
}

/// A cell after its opening quotation mark, and its length with that; two
/// marks inside mean one. `None` without a closing mark.
fn in_quotes(text: &str, separator: u8) -> Option<(Cow<'_, str>, usize)> {
    let mut cell = Cow::Borrowed("");
    let mut from = 0;
    loop {
        let rest = text.get(from..).unwrap_or_default();
        let end = rest.find('"')?;
        let piece = rest.get(..end).unwrap_or_default();
        if cell.is_empty() {
            cell = Cow::Borrowed(piece);
        } else {
            cell.to_mut().push_str(piece);
        }
        from += end + 1;
        if text.as_bytes().get(from) != Some(&b'"') {
            break;
        }
        cell.to_mut().push('"');
        from += 1;
    }
    // Text between the closing mark and the separator belongs to no cell.
    let after = text.get(from..).unwrap_or_default();
    let stray = after.bytes().position(|byte| byte == separator || byte == b'\n' || byte == b'\r').unwrap_or(after.len());
    Some((cell, 1 + from + stray))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use rstest::rstest;

    use super::table;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let Some(table) = table(text) else { return Vec::new() };
        table.rows.into_iter().map(|(line, cells)| (line, cells.into_iter().map(Cow::into_owned).collect())).collect()
    }

    /// The rules of RFC 4180, section 2, each once.
    #[rstest]
    #[case::line_breaks("a,b\r\nc,d\r\n", 2, &["c", "d"])]
    #[case::no_break_at_the_end("a,b\nc,d", 2, &["c", "d"])]
    #[case::spaces_belong_to_the_cell("a,b\n c , d ", 2, &[" c ", " d "])]
    #[case::quoted("a,b\n\"c\",\"d\"", 2, &["c", "d"])]
    #[case::separators_in_quotes("a,b\n\"c,d\r\ne\",f", 2, &["c,d\r\ne", "f"])]
    #[case::doubled_quotes("a,b\n\"{\"\"c\"\":\"\"\"\"}\",d", 2, &["{\"c\":\"\"}", "d"])]
    #[case::empty_cells("a,b\n,\nc,", 3, &["c", ""])]
    #[case::semicolons("a;b\nc,1;d", 2, &["c,1", "d"])]
    #[case::tabs("a\tb\nc\td", 2, &["c", "d"])]
    #[case::the_type_of_export_csv("#TYPE System.Object\n\"a\",\"b\"\nc,d", 3, &["c", "d"])]
    fn reads(#[case] text: &str, #[case] line: usize, #[case] cells: &[&str]) {
        assert_eq!(rows(text), [(line, cells.iter().map(|cell| (*cell).to_owned()).collect())]);
    }

    #[test]
    fn a_stray_mark_costs_one_row_and_not_those_after_it() {
        let read = rows("a,b\n1,x\n2,\"y\n3,z\n4,w\n");
        let rows: Vec<_> = read.iter().map(|(_, cells)| cells.join(" ")).collect();
        assert_eq!(rows, ["1 x", "2 y", "3 z", "4 w"]);
    }

    #[test]
    fn marks_that_chain_every_line_to_the_next_are_given_up_on() {
        // Reading to the end again from each line would take an hour.
        let text = format!("a,b,c\n{}", "x\",\"\n".repeat(200_000));
        assert_eq!(rows(&text).len(), 200_000);
    }
}
