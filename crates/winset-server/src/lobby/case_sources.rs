//! Where cases come from, as plain values and closures: the lobby asks, the command answers.

use std::fmt;

use winset_told::messages::Language;

use crate::desk::Start;

/// Reads the bytes of a file of this name.
type Read = Box<dyn Fn(&str, &[u8], &Language) -> Result<ReadFile, Vec<NewProblem>> + Send + Sync>;
/// Makes a case, or finds it, and begins a desk about it.
type Open = Box<dyn Fn(&NewCase, &Language) -> Result<Start, Vec<NewProblem>> + Send + Sync>;
/// The cases that were opened before, the last one first.
type Recent = Box<dyn Fn() -> Vec<RecentCase> + Send + Sync>;

/// Where cases come from.
pub struct CaseSources {
    /// The folder in which cases are written, for its reader.
    pub folder: String,
    /// Cases to begin with.
    pub templates: Vec<TemplateCard>,
    /// The cases that were opened before.
    pub recent: Recent,
    /// Says what a file holds, and writes nothing.
    pub read: Read,
    /// Makes a case, and never writes over a file; all that is wrong at once.
    pub open: Open,
    /// The language of the pages, where it is not English.
    pub language: Option<String>,
}

impl fmt::Debug for CaseSources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseSources").finish_non_exhaustive()
    }
}

/// A case to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateCard {
    /// Its name in forms.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub about: String,
}

/// A case that was opened before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentCase {
    /// Its file.
    pub path: String,
    /// Its title, as the mediator sees it.
    pub title: String,
    /// The day on which it was opened last, `2031-03-15`.
    pub day: String,
    /// Whether its file is still there.
    pub is_there: bool,
}

/// What was made of a file that somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// The title of the case.
    pub title: String,
    /// How many parties and points it has.
    pub parties: usize,
    /// How many points.
    pub points: usize,
    /// What was taken for what, and what was left alone, each with its place.
    pub told: Vec<String>,
    /// The case file that says the same.
    pub text: String,
    /// A name for that file, without its ending.
    pub stem: String,
}

/// A case that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewCase {
    /// One that was written down in the form.
    Written(WrittenCase),
    /// One that begins with a template.
    Template {
        /// The template's `id`.
        id: String,
        /// Another title; empty where it keeps its own.
        title: String,
        /// The name of the file; empty where the title makes it.
        file: String,
    },
    /// One that a chosen file holds.
    Read {
        /// What the file holds.
        read: ReadFile,
        /// The title; empty where the file's own stays.
        title: String,
        /// The name of the case file; empty where the title makes it.
        file: String,
    },
    /// One that was opened before: its path, as it was listed.
    Recent(String),
}

/// A case as somebody wrote it down in the form; nothing of it is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenCase {
    /// What the talks are about.
    pub title: String,
    /// Who must agree, without rows that are blank.
    pub parties: Vec<PartyRow>,
    /// Who mediates, and need not agree; empty where nobody does.
    pub mediator: String,
    /// What is on the table, without rows that are blank.
    pub points: Vec<PointRow>,
    /// The name of the file; empty where the title makes it.
    pub file: String,
}

/// A party as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyRow {
    /// Its row in the form, from 1 on.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// Its abbreviation; empty where it has none.
    pub short: String,
    /// Its role, as case files have it; empty where none is given.
    pub role: String,
}

/// A point as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointRow {
    /// Its row in the form, from 1 on.
    pub row: usize,
    /// Its title.
    pub title: String,
    /// Its outcomes, on lines of their own or with semicolons between them.
    pub options: String,
}

/// What is wrong with a case that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProblem {
    /// Where it stands.
    pub spot: NewSpot,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// A place in the forms of the lobby. Rows are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewSpot {
    /// No field of its own.
    Whole,
    /// The title.
    Title,
    /// The parties, all together.
    Parties,
    /// The name of a party.
    Party(usize),
    /// Its abbreviation.
    Short(usize),
    /// Its role.
    Role(usize),
    /// The points, all together.
    Points,
    /// The title of a point.
    Point(usize),
    /// The outcomes of a point.
    Options(usize),
    /// The choice of a template.
    Template,
    /// The name of the file.
    File,
    /// The file that was chosen.
    Upload,
    /// The list of cases that were opened before.
    Recent,
}
