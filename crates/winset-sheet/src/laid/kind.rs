//! The sheets of a workbook, and how they are laid out.

/// Rows above the first entry: title, headings, codes.
pub(crate) const HEAD_ROWS: usize = 3;
/// The row of the codes of columns.
pub(crate) const CODE_ROW: usize = 2;
/// Empty rows below, for new entries.
pub(crate) const SPARE_ROWS: usize = 20;
/// Most points of a case with a column each.
pub(crate) const COLUMNS_OF_POINTS_MAX: usize = 250;
/// The name of the hidden sheet.
pub(crate) const HIDDEN: &str = "winset";

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
    Agreed,
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
        Self::Agreed,
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
            Self::Agreed => "Agreed",
        }
    }

    /// The columns whose codes say what a row is about.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Points | Self::Positions | Self::Scores => &["point", "option"],
            Self::Cover | Self::Links => &["id"],
            Self::Bodies => &["body", "part", "id"],
            Self::Offers => &["seq"],
            Self::Agreed => &["point"],
        }
    }
}
