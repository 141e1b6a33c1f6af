//! A case laid out as sheets: which cell says what.

mod bodies;
mod cover;
mod hidden;
mod links;
mod offers;
mod options;
mod points;
mod positions;
mod scores;
mod view;

use winset_model::case_from_document;
use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::Node;

pub(crate) use hidden::{HIDDEN, HiddenSheet, hidden_sheet, read_hidden};
pub(crate) use positions::{LineColumn, StepWord, line_column, line_places, step_word};
pub(crate) use scores::{VALUES, option_scores};
pub(crate) use view::View;

use crate::workbook::{CellLook, Sheet, SheetCell, Workbook};

/// Rows above the first entry: title, headings, codes.
pub(crate) const HEAD_ROWS: usize = 3;
/// The row of the codes of columns.
pub(crate) const CODE_ROW: usize = 2;
/// Empty rows below, for new entries.
pub(crate) const SPARE_ROWS: usize = 20;
/// Most options of a case that is laid out as sheets.
const OPTIONS_MAX: usize = 19_000;
/// Most points and most parties of a case with a column each.
const COLUMNS_OF_POINTS_MAX: usize = 250;

/// The sheets of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Cover,
    Points,
    Positions,
    Scores,
    Links,
    Bodies,
    Offers,
}

impl Kind {
    pub(crate) const ALL: &[Self] = &[
        Self::Cover,
        Self::Points,
        Self::Positions,
        Self::Scores,
        Self::Links,
        Self::Bodies,
        Self::Offers,
    ];

    /// The name of the sheet, which also stands in its first cell.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Cover => "About",
            Self::Points => "Points",
            Self::Positions => "Positions",
            Self::Scores => "Scores",
            Self::Links => "Links",
            Self::Bodies => "Bodies",
            Self::Offers => "Offers",
        }
    }

    /// The columns whose codes say what a row is about.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Points | Self::Positions | Self::Scores => &["point", "option"],
            Self::Cover | Self::Links => &["id"],
            Self::Bodies => &["body", "part", "id"],
            Self::Offers => &["seq"],
        }
    }
}

/// A sheet, and what its rows and columns are about.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    pub(crate) kind: Kind,
    pub(crate) sheet: Sheet,
    /// Codes of the columns.
    pub(crate) columns: Vec<String>,
    /// What each row is about; none for heads and empty rows.
    pub(crate) keys: Vec<Option<Vec<String>>>,
}

/// A column: its code, its heading and its width.
pub(crate) struct Column {
    pub(crate) code: String,
    pub(crate) heading: String,
    pub(crate) width: u16,
}

impl Column {
    pub(crate) fn new(code: &str, heading: &str, width: u16) -> Self {
        Self {
            code: code.to_owned(),
            heading: heading.to_owned(),
            width,
        }
    }
}

impl Laid {
    /// A sheet with its head.
    pub(crate) fn new(kind: Kind, note: &str, columns: Vec<Column>, frozen_columns: usize) -> Self {
        let heading = |c: &Column| SheetCell::text(&*c.heading, CellLook::Heading);
        let code = |c: &Column| SheetCell::text(&*c.code, CellLook::Code);
        let rows = vec![
            vec![
                SheetCell::text(kind.title(), CellLook::Title),
                SheetCell::empty(CellLook::Note),
                SheetCell::text(note, CellLook::Note),
            ],
            columns.iter().map(heading).collect(),
            columns.iter().map(code).collect(),
        ];
        Self {
            kind,
            sheet: Sheet {
                name: kind.title().to_owned(),
                rows,
                frozen_rows: HEAD_ROWS,
                frozen_columns,
                hidden: false,
                widths: columns.iter().map(|c| c.width).collect(),
                choices: Vec::new(),
            },
            columns: columns.into_iter().map(|c| c.code).collect(),
            keys: vec![None; HEAD_ROWS],
        }
    }

    pub(crate) fn push(&mut self, key: &[&str], cells: Vec<SheetCell>) {
        let key = key.iter().map(|part| (*part).to_owned()).collect();
        self.keys.push(Some(key));
        self.sheet.rows.push(cells);
    }

    /// Empty rows to fill in.
    pub(crate) fn spare(&mut self, look: CellLook) {
        for _ in 0..SPARE_ROWS {
            self.keys.push(None);
            let row = vec![SheetCell::empty(look); self.columns.len()];
            self.sheet.rows.push(row);
        }
    }
}

/// The case as a workbook.
///
/// The document is already cut to its reader; `own` is the party whose columns are tinted and can be
/// filled in, `None` the mediator, who may change all that can be changed in a workbook. A party fills
/// in its positions, scores, no-deal values, links and bodies.
///
/// # Errors
/// What is wrong with the document, as the reader of cases tells it; a party that the case does not
/// have; a case that is too large for a workbook.
pub fn workbook_of(document: &Node, own: Option<&str>) -> Result<Workbook, Vec<Diagnostic>> {
    let laid = lay_out(document, own)?;
    let mut sheets: Vec<Sheet> = laid.into_iter().map(|laid| laid.sheet).collect();
    sheets.push(hidden_sheet(document, own));
    Ok(Workbook { sheets })
}

/// The sheets that are shown.
pub(crate) fn lay_out(document: &Node, own: Option<&str>) -> Result<Vec<Laid>, Vec<Diagnostic>> {
    let case = case_from_document(document)?.case;
    let refused = |code, message: String, expected: &str| {
        vec![Diagnostic::new(code, Span::default(), "", message).expected(expected)]
    };
    if let Some(party) = own
        && case.party_named(party).is_none()
    {
        let message = format!("the case has no party `{party}`");
        let known: Vec<&str> = case.parties.iter().map(|p| p.id.as_str()).collect();
        let expected = format!("one of {}", known.join(", "));
        return Err(refused(Code::UnknownParty, message, &expected));
    }
    let options: usize = case.points.iter().map(|p| p.options.len()).sum();
    if options > OPTIONS_MAX {
        let message = format!("{options} options are too many for a workbook");
        let expected = "at most 19,000 options: write the case as YAML";
        return Err(refused(Code::CaseLimit, message, expected));
    }
    let view = View {
        case: &case,
        root: document,
        own,
    };
    let mut sheets = vec![
        cover::cover(&view),
        points::points(&view),
        positions::positions(&view),
        scores::scores(&view),
        links::links(&view),
        bodies::bodies(&view),
    ];
    if case.points.len() <= COLUMNS_OF_POINTS_MAX {
        sheets.push(offers::offers(&view));
    }
    Ok(sheets)
}
