//! Tables of values separated by commas (RFC 4180), safe to open in a spreadsheet.

use crate::source::ExportSource;

/// One record, with its end. A cell that a spreadsheet would take for a formula gets an apostrophe
/// in front, which it shows as text: one that begins with `=`, `+`, `-`, `@`, a tab or a line break
/// and is no number.
pub fn record<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_number(text);
    let guard = if risky { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

/// Whether a text is a number, or a fraction of two, with a sign at most in front.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    unsigned.splitn(2, '/').all(digits) || unsigned.splitn(2, '.').all(digits)
}

/// A table that says with each record what it was made of.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    source: &'a ExportSource,
    columns: usize,
    records: usize,
    text: String,
}

impl<'a> Table<'a> {
    pub(crate) fn new(source: &'a ExportSource, heads: &[&str]) -> Self {
        let all = heads.iter().copied().chain(ExportSource::HEADS);
        Self {
            source,
            columns: heads.len(),
            records: 0,
            text: record(all),
        }
    }

    pub(crate) fn add(&mut self, cells: &[String]) {
        debug_assert_eq!(
            cells.len(),
            self.columns,
            "a record has a cell for each head"
        );
        let said = self.source.cells();
        let all = cells.iter().chain(&said).map(String::as_str);
        self.text.push_str(&record(all));
        self.records += 1;
    }

    /// The text. A table of nothing holds one record that says what it was made of.
    pub(crate) fn text(mut self) -> String {
        if self.records == 0 {
            self.add(&vec![String::new(); self.columns]);
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_cells_is_quoted_and_what_computes_is_guarded() {
        for (text, expected) in [
            ("a", "a"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("one\r\ntwo", "\"one\r\ntwo\""),
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("+x", "'+x"),
            ("@sum", "'@sum"),
            ("-x", "'-x"),
            ("-2+3", "'-2+3"),
            ("-2", "-2"),
            ("-2.5", "-2.5"),
            ("-1/3", "-1/3"),
            ("-1/3/4", "'-1/3/4"),
            ("\tx", "'\tx"),
            ("\n=x", "\"'\n=x\""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }
}
