//! Tables of values separated by commas (RFC 4180), or as one spreadsheet opens them, in which no name
//! turns into something else.

use winset_model::case::{Choice, Point};
use winset_model::characters::written_out;
use winset_model::number::{Exact, to_decimal, to_fraction};

use crate::source::ExportSource;
use crate::taken::taken_for_value;

/// Which program a table is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvFor {
    /// Programs that read RFC 4180: commas, decimal points, UTF-8 without a mark.
    Any,
    /// Excel where numbers have a decimal comma: a byte order mark, semicolons, decimal commas.
    Excel,
}

impl CsvFor {
    /// What a file begins with.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Excel => "\u{FEFF}",
        }
    }

    fn separator(self) -> char {
        match self {
            Self::Any => ',',
            Self::Excel => ';',
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A name or words. What a spreadsheet would take for something else gets an apostrophe in front.
    Words(String),
    /// A number, as a decimal: exact where twelve places do, else rounded to these.
    Decimal(Exact),
    /// A number, exactly: whole, or a fraction with an apostrophe in front, which no spreadsheet takes
    /// for a day.
    Fraction(Exact),
    /// A whole number in digits, a day such as `2031-03-14`, or nothing.
    Plain(String),
}

impl Cell {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::Plain(String::new())
    }

    /// An option by its label; and beside it its number, where it is one, else its identifier.
    pub fn option(option: &Choice) -> [Self; 2] {
        let id = match option.number {
            Some(number) => Self::Decimal(number),
            None => Self::words(&*option.id),
        };
        [Self::words(&*option.label), id]
    }

    fn text(&self, program: CsvFor) -> String {
        match self {
            Self::Words(words) => guarded(words),
            Self::Decimal(number) => {
                let decimal = to_decimal(number);
                match program {
                    CsvFor::Any => decimal,
                    CsvFor::Excel => decimal.replace('.', ","),
                }
            }
            Self::Fraction(number) if number.is_integer() => to_fraction(number),
            Self::Fraction(number) => guarded(&to_fraction(number)),
            Self::Plain(text) => text.clone(),
        }
    }
}

/// Words with an apostrophe in front, where a spreadsheet would take them for a formula, a number, a day
/// or nothing. What nobody would see is written out.
fn guarded(words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let words = written_out(&words);
    // A whole number stays what it is, but for zeros in front and digits behind.
    let digits = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    let whole =
        digits && words.len() <= DIGITS_MAX && (words.len() == 1 || !words.starts_with('0'));
    if formula || (taken_for_value(&words) && !whole) {
        format!("'{words}")
    } else {
        words.into_owned()
    }
}

/// Digits of a whole number that spreadsheets hold exactly.
const DIGITS_MAX: usize = 15;

/// Heads of a point's columns: its title, and that of the codes.
pub fn heads_of(point: &Point) -> [Cell; 2] {
    [
        Cell::words(&*point.title),
        Cell::Words(format!("{} code", point.id)),
    ]
}

/// One record, with its end.
pub fn record<'a>(cells: impl IntoIterator<Item = &'a Cell>, program: CsvFor) -> String {
    let cells = cells
        .into_iter()
        .map(|cell| quoted(&cell.text(program), program));
    let cells: Vec<String> = cells.collect();
    cells.join(&program.separator().to_string()) + "\r\n"
}

fn quoted(text: &str, program: CsvFor) -> String {
    if text.contains([program.separator(), '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A table that says with each record what it was made of.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    source: &'a ExportSource,
    program: CsvFor,
    columns: usize,
    records: usize,
    text: String,
}

impl<'a> Table<'a> {
    pub(crate) fn new(source: &'a ExportSource, heads: &[Cell], program: CsvFor) -> Self {
        let said = ExportSource::HEADS.map(Cell::words);
        let text = record(heads.iter().chain(&said), program);
        Self {
            source,
            program,
            columns: heads.len(),
            records: 0,
            text: format!("{}{text}", program.mark()),
        }
    }

    pub(crate) fn add(&mut self, cells: &[Cell]) {
        debug_assert_eq!(
            cells.len(),
            self.columns,
            "a record has a cell for each head"
        );
        let [case, hash, audience, journal, as_of] = self.source.cells();
        let names = [case, hash, audience, journal].map(Cell::Words);
        let all = cells.iter().chain(&names);
        let as_of = [Cell::Plain(as_of)];
        self.text.push_str(&record(all.chain(&as_of), self.program));
        self.records += 1;
    }

    /// The text. A table of nothing holds one record that says what it was made of.
    pub(crate) fn text(mut self) -> String {
        if self.records == 0 {
            self.add(&vec![Cell::empty(); self.columns]);
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &Cell, any: &str, excel: &str) {
        assert_eq!(record([cell], CsvFor::Any), format!("{any}\r\n"));
        assert_eq!(record([cell], CsvFor::Excel), format!("{excel}\r\n"));
    }

    #[test]
    fn what_parts_cells_is_quoted_and_what_computes_is_guarded() {
        for (words, any, excel) in [
            ("a", "a", "a"),
            ("", "", ""),
            ("a,b", "\"a,b\"", "a,b"),
            ("a;b", "a;b", "\"a;b\""),
            ("a \"b\"", "\"a \"\"b\"\"\"", "\"a \"\"b\"\"\""),
            ("one\r\ntwo", "\"one\ntwo\"", "\"one\ntwo\""),
            ("=1+1", "'=1+1", "'=1+1"),
            (
                "=HYPERLINK(\"x\",1)",
                "\"'=HYPERLINK(\"\"x\"\",1)\"",
                "\"'=HYPERLINK(\"\"x\"\",1)\"",
            ),
            ("+x", "'+x", "'+x"),
            ("@sum", "'@sum", "'@sum"),
            ("-x", "'-x", "'-x"),
            ("-2", "'-2", "'-2"),
            ("\tx", "'\tx", "'\tx"),
            ("\n=x", "\"'\n=x\"", "\"'\n=x\""),
            ("1-2", "'1-2", "'1-2"),
            ("12", "12", "12"),
            ("0", "0", "0"),
            ("007", "'007", "'007"),
            ("1234567890123456", "'1234567890123456", "'1234567890123456"),
            ("a\u{202E}b", "a[U+202E]b", "a[U+202E]b"),
            ("Überfahrt", "Überfahrt", "Überfahrt"),
        ] {
            check(&Cell::words(words), any, excel);
        }
    }

    #[test]
    fn numbers_are_decimals_and_fractions_are_no_days() {
        for (above, below, decimal, fraction) in [
            (5, 6, "0.833333333333", "'5/6"),
            (1, 3, "0.333333333333", "'1/3"),
            (2, 3, "0.666666666667", "'2/3"),
            (-1, 4, "-0.25", "'-1/4"),
            (12, 1, "12", "12"),
            (-12, 1, "-12", "-12"),
        ] {
            let number = Exact::new(above, below);
            let comma = decimal.replace('.', ",");
            check(&Cell::Decimal(number), decimal, &comma);
            check(&Cell::Fraction(number), fraction, fraction);
        }
    }
}
