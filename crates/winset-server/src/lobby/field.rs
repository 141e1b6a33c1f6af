//! Fields of forms as they come back: what was typed, and what is wrong with it.

use std::fmt::{self, Display, Formatter};

use askama::filters::HtmlSafe;
use winset_told::messages::Language;

use super::{NewProblem, NewSpot};

/// A field with what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    /// Its name in the form, and its identifier on the page.
    pub(super) id: String,
    pub(super) value: String,
    /// What is wrong with it.
    pub(super) wrong: Vec<String>,
}

impl Field {
    /// The field of this place with what is wrong there.
    pub(super) fn new(spot: NewSpot, value: &str, problems: &[NewProblem]) -> Self {
        let own = problems.iter().filter(|problem| problem.spot == spot);
        Self {
            id: id_of(spot),
            value: value.to_owned(),
            wrong: own.map(|problem| problem.message.clone()).collect(),
        }
    }

    /// What a reader without eyes is told of it.
    pub(super) fn marks(&self) -> Marks<'_> {
        Marks(self)
    }
}

/// The name of the field of a place.
pub(super) fn id_of(spot: NewSpot) -> String {
    match spot {
        NewSpot::Whole => "whole".to_owned(),
        NewSpot::Title => "title".to_owned(),
        NewSpot::Parties => "parties".to_owned(),
        NewSpot::Party(row) => format!("party{row}"),
        NewSpot::Short(row) => format!("short{row}"),
        NewSpot::Role(row) => format!("role{row}"),
        NewSpot::Points => "points".to_owned(),
        NewSpot::Point(row) => format!("point{row}"),
        NewSpot::Options(row) => format!("options{row}"),
        NewSpot::Template => "template".to_owned(),
        NewSpot::File => "file".to_owned(),
        NewSpot::Upload => "upload".to_owned(),
        NewSpot::Recent => "recent".to_owned(),
    }
}

/// What a place is called where it is not seen.
pub(super) fn label_of(spot: NewSpot, words: &Language) -> String {
    match spot {
        NewSpot::Whole => words.get("start-whole"),
        NewSpot::Title => words.get("start-read-title"),
        NewSpot::Parties => words.get("start-parties"),
        NewSpot::Party(row) | NewSpot::Short(row) | NewSpot::Role(row) => {
            words.count("start-party-n", row)
        }
        NewSpot::Points => words.get("start-points"),
        NewSpot::Point(row) | NewSpot::Options(row) => words.count("start-point-n", row),
        NewSpot::Template => words.get("start-template"),
        NewSpot::File => words.get("start-file-word"),
        NewSpot::Upload => words.get("start-import"),
        NewSpot::Recent => words.get("start-recent"),
    }
    .into_owned()
}

/// The attributes of a field that something is wrong with, with a space before them.
#[derive(Debug)]
pub(super) struct Marks<'a>(&'a Field);

impl Display for Marks<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.wrong.is_empty() {
            return Ok(());
        }
        let id = &self.0.id;
        write!(f, " aria-invalid=\"true\" aria-describedby=\"{id}-wrong\"")
    }
}

/// Identifiers are made above, of letters and digits.
impl HtmlSafe for Marks<'_> {}
