//! Laying out.

use std::collections::BTreeSet;

use winset_journal::{Author, Mode, Reply};
use winset_model::audience::Audience;
use winset_model::case::Case;

use super::parts::{Block, Cells, Direction, Document, change_of};
use crate::answers::ClauseAnswer;
use crate::redline::{ClauseChange, Marker};
use crate::run::{Change, Role, Run};
use crate::text::Text;
use crate::version::{Version, VersionSource};

/// What an export says about itself, besides what the case says.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'f> {
    /// Who reads it. The text has to be that of this reader.
    pub audience: &'f Audience,
    /// The hash of the journal's last line; shown to the mediator only.
    pub head: Option<&'f str>,
}

const COMPILATION: &str = "Text in brackets is not agreed; each bracket names whose words it holds. \
     Text without brackets is shared by all parties that must agree.";
const CHAIR: &str = "Proposal of the mediator, without prejudice to the position of any party. The \
     whole text stands in brackets: nothing in it is agreed until all of it is.";
const AGREEMENT: &str = "Clean text of a whole package. It is agreed when every party has said so.";
const SIGNS: &str =
    "ADD: the clause is new. MOD: it reads otherwise. SUP: it is gone. NOC: no change.";

/// A version as it is to be read.
pub fn version(text: &Text<'_>, version: &Version, facts: Facts<'_>) -> Document {
    let case = text.case();
    let mut document = blank(case, told(version), facts);
    document.date.clone_from(&version.date);
    opening(case, &mut document, note_of(version));
    let open = version.mode == Mode::Compilation && version.source != VersionSource::Package;
    let owners = open.then(|| legend(case, &[version])).flatten();
    document.blocks.extend(owners);
    let chair = version.mode == Mode::Chair;
    let blocks = &mut document.blocks;
    blocks.extend(chair.then(|| around("[", Change::Kept)));
    for clause in &version.clauses {
        let title = heading(
            &version.label(case, clause),
            &[Run::words(clause.title.clone())],
        );
        blocks.push(Block::Heading {
            marker: None,
            runs: title,
        });
        blocks.push(Block::Paragraph(version.runs(case, clause)));
    }
    blocks.extend(chair.then(|| around("]", Change::Kept)));
    document
}

/// What changed between two versions.
pub fn redline(text: &Text<'_>, from: &Version, to: &Version, facts: Facts<'_>) -> Document {
    let case = text.case();
    let subtitle = format!("{} compared with {}", told(to), told(from));
    let mut document = blank(case, subtitle, facts);
    document.date.clone_from(&to.date);
    let changes = text.redline(from, to);
    opening(case, &mut document, note_of(to));
    document.blocks.extend(legend(case, &[from, to]));
    let blocks = &mut document.blocks;
    blocks.push(Block::Note(summary(&changes)));
    let chair = |version: &Version| version.mode == Mode::Chair;
    let whole = match (chair(from), chair(to)) {
        (true, true) => Some(Change::Kept),
        (true, false) => Some(Change::Deleted),
        (false, true) => Some(Change::Inserted),
        (false, false) => None,
    };
    blocks.extend(whole.map(|change| around("[", change)));
    for change in changes {
        blocks.push(Block::Heading {
            marker: Some(change.marker),
            runs: heading(&change.label, &change.title),
        });
        if !change.runs.is_empty() {
            blocks.push(Block::Paragraph(change.runs));
        }
    }
    blocks.extend(whole.map(|change| around("]", change)));
    document
}

/// Who answered what to the clauses of a version.
pub fn answers(text: &Text<'_>, version: &Version, facts: Facts<'_>) -> Document {
    let case = text.case();
    let mut document = blank(case, format!("Answers to {}", told(version)), facts);
    document.date.clone_from(&version.date);
    let table = text.answers(version);
    let parties = case.parties.iter().map(|party| party.short.clone());
    let head = std::iter::once("Clause".to_owned()).chain(parties);
    let rows = table.rows.iter().map(|row| {
        let title = titled(&row.label, &row.title);
        let cells = row.answers.iter().map(|answer| cell(answer.as_ref()));
        std::iter::once(title).chain(cells).collect()
    });
    document.blocks.push(Block::Table {
        cells: Cells::Words,
        head: head.collect(),
        rows: rows.collect(),
    });
    document
}

/// The figures of every version, the working text last.
pub fn counts(text: &Text<'_>, facts: Facts<'_>) -> Document {
    let mut document = blank(text.case(), "The versions in figures".to_owned(), facts);
    let head = [
        "Version",
        "Day",
        "Clauses",
        "Bracketed",
        "Brackets",
        "Options",
        "Words",
        "Pages",
    ];
    let working = text.working();
    let rows = text.versions().iter().chain([&working]).map(|version| {
        let counts = text.counts(version);
        let day = version.date.clone().unwrap_or_else(|| "-".to_owned());
        let chair = if version.mode == Mode::Chair {
            " (chair)"
        } else {
            ""
        };
        let mut row = vec![format!("{}{chair}", version.name), day];
        let figures = [
            counts.clauses,
            counts.bracketed,
            counts.brackets,
            counts.options,
            counts.words,
            counts.pages,
        ];
        row.extend(figures.map(|figure| figure.to_string()));
        row
    });
    document.blocks.push(Block::Table {
        cells: Cells::Figures,
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    });
    document
}

fn blank(case: &Case, subtitle: String, facts: Facts<'_>) -> Document {
    let lang = case.register.languages.first();
    let lang = lang.map_or("en", String::as_str).to_owned();
    let mut told = vec![("Case", case.id.clone())];
    let as_of = case.register.as_of;
    told.extend(as_of.map(|day| ("As of", day.to_string())));
    told.push(("For", reader(case, facts.audience)));
    told.push(("SHA-256 of the case", case.hash.clone()));
    let head = facts.head.filter(|_| facts.audience.is_mediator());
    told.extend(head.map(|head| ("Journal", head.to_owned())));
    Document {
        title: case.title.clone(),
        subtitle,
        banner: banner(case, facts.audience),
        facts: told,
        direction: direction(&lang),
        lang,
        author: "Mediator".to_owned(),
        date: None,
        blocks: Vec::new(),
    }
}

/// Who reads: a party by its name.
fn reader(case: &Case, audience: &Audience) -> String {
    match audience {
        Audience::Party(id) => {
            let party = case.party_named(id);
            party.map_or_else(|| id.clone(), |p| case.parties[p.index()].name.clone())
        }
        Audience::Holder | Audience::Mediator | Audience::Public => audience.name(),
    }
}

fn banner(case: &Case, audience: &Audience) -> String {
    match audience {
        Audience::Holder | Audience::Mediator => {
            "Confidential: for the mediator's own desk".to_owned()
        }
        Audience::Public => "Public".to_owned(),
        Audience::Party(id) => {
            let party = case.parties.iter().find(|party| party.id == *id);
            let name = party.map_or(id.as_str(), |party| &party.name);
            format!("Confidential: for the delegation of {name}")
        }
    }
}

/// Hebrew, Arabic, Persian and Urdu run from right to left.
fn direction(lang: &str) -> Direction {
    let first = lang.split(['-', '_']).next().unwrap_or_default();
    if ["ar", "he", "fa", "ur"]
        .iter()
        .any(|rtl| first.eq_ignore_ascii_case(rtl))
    {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// A version in a few words: name, day, and where it comes from.
fn told(version: &Version) -> String {
    let day = version.date.as_ref().map(|day| format!(", {day}"));
    let day = day.unwrap_or_default();
    let what = match (&version.source, version.mode) {
        (VersionSource::Session(session), _) => format!(", as of session {session}"),
        (VersionSource::Issued(_) | VersionSource::Working, Mode::Chair) => {
            ", proposal of the mediator, without prejudice".to_owned()
        }
        (VersionSource::Issued(_), Mode::Compilation) => ", compilation".to_owned(),
        (VersionSource::Working | VersionSource::Package, _) => String::new(),
    };
    format!("{}{day}{what}", version.name)
}

fn note_of(version: &Version) -> &'static str {
    match (&version.source, version.mode) {
        (VersionSource::Package, _) => AGREEMENT,
        (_, Mode::Chair) => CHAIR,
        (_, Mode::Compilation) => COMPILATION,
    }
}

fn opening(case: &Case, document: &mut Document, note: &str) {
    let disclaimer = case.register.disclaimer.clone();
    document.blocks.extend(disclaimer.map(Block::Note));
    document.blocks.push(Block::Note(note.to_owned()));
}

/// How many clauses carry each marker.
fn summary(changes: &[ClauseChange]) -> String {
    let count = |marker: Marker| {
        let count = changes.iter().filter(|c| c.marker == marker).count();
        format!("{} {count}", marker.as_str())
    };
    let counted: Vec<String> = Marker::ALL.into_iter().map(count).collect();
    format!("Clauses: {}. {SIGNS}", counted.join(", "))
}

/// A bracket around the whole text.
fn around(bracket: &str, change: Change) -> Block {
    Block::Paragraph(vec![Run::kept(Role::Bracket, bracket).changed(change)])
}

/// The title of a clause with what stands before it. What is before a title that came or went as a
/// whole came or went with it.
fn heading(label: &str, title: &[Run]) -> Vec<Run> {
    if label.is_empty() {
        return title.to_vec();
    }
    let mut runs = vec![Run::words(format!("{label}. ")).changed(change_of(title))];
    runs.extend_from_slice(title);
    runs
}

fn titled(label: &str, title: &str) -> String {
    match label {
        "" => title.to_owned(),
        label => format!("{label}. {title}"),
    }
}

fn cell(answer: Option<&ClauseAnswer>) -> String {
    let Some(answer) = answer else {
        return "-".to_owned();
    };
    let word = match answer.reply {
        Reply::Accept => "accepts",
        Reply::AcceptIf => "accepts if",
        Reply::Bracket => "brackets",
        Reply::Refuse => "refuses",
    };
    match (&answer.words, answer.reply) {
        (None, _) => word.to_owned(),
        (Some(words), Reply::AcceptIf) => format!("{word} {words}"),
        (Some(words), _) => format!("{word}: {words}"),
    }
}

/// The parties that own words in versions, as they stand in brackets, with their whole names.
fn legend(case: &Case, versions: &[&Version]) -> Option<Block> {
    let clauses = versions.iter().flat_map(|version| &version.clauses);
    let owners = clauses.flat_map(|c| &c.alternatives).flat_map(|a| &a.by);
    let owners: BTreeSet<&str> = owners.filter_map(Author::party).collect();
    let parties = case
        .parties
        .iter()
        .filter(|p| owners.contains(p.id.as_str()));
    let named: Vec<String> = parties
        .map(|p| format!("{}: {}", p.short, p.name))
        .collect();
    (!named.is_empty()).then(|| Block::Note(format!("{}.", named.join("; "))))
}
