//! The text of a case: its versions, and what would be one now.

use winset_journal::{Author, Clause, Deed, IssuedDraft, JournalEntry, Mode, SetAside};
use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_model::offer::Offer;
use winset_model::options::{Package, PointId};

use crate::answers::{self, Answers};
use crate::chair::{self, Grounds};
use crate::compile::compile;
use crate::contributions::Contributions;
use crate::counts::{self, Counts};
use crate::redline::{self, ClauseChange};
use crate::version::{Version, VersionSource, is_clean, merged};

/// The name of what a version would say now.
const WORKING: &str = "Working text";
/// The name of the text of an agreement.
const AGREEMENT: &str = "Text of the agreement";

/// The single negotiating text of a case, as one reader sees it.
#[derive(Debug)]
pub struct Text<'c> {
    case: &'c Case,
    versions: Vec<Version>,
    added: Contributions,
    answers: Vec<answers::Given>,
    aside: Vec<SetAside>,
}

impl<'c> Text<'c> {
    /// Reads the text of a case. Both have to be cut to their reader, and the offers of the journal
    /// have to be among those of the case.
    ///
    /// Versions stand by day; of the same day, those of sessions before issued ones. A name stands
    /// for one version: one that was issued before one of a session, else the first. A session that
    /// names a version that another named before it had that one on the table.
    ///
    /// Linear in the size of the journal, and in offers times sessions.
    pub fn new(case: &'c Case, entries: &[JournalEntry]) -> Self {
        let mut added = Contributions::of(case, entries);
        let mut aside = std::mem::take(&mut added.aside);
        let mut versions = issued(case, entries, &mut aside);
        versions.extend(derived(case, &versions));
        versions.sort_by_key(order);
        let answers = answers::given(case, entries, &versions, &mut aside);
        aside.sort_by_key(|a| a.line);
        Self {
            case,
            versions,
            added,
            answers,
            aside,
        }
    }

    /// The case.
    pub fn case(&self) -> &'c Case {
        self.case
    }

    /// The versions, the first one first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version of this name.
    pub fn version(&self, name: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.name == name)
    }

    /// Acts of the journal that name what is not there, and do not count; by line.
    pub fn aside(&self) -> &[SetAside] {
        &self.aside
    }

    /// What a compilation would say now: all offers, all wordings and all free clauses.
    pub fn working(&self) -> Version {
        let clauses = compile(self.case, None, &self.added);
        made(
            WORKING,
            Mode::Compilation,
            VersionSource::Working,
            joined(clauses),
        )
    }

    /// The mediator's clean proposal: of a package, in the mediator's own words where these fit its
    /// options; without one, the mediator's own words for a point, else what all parties that must agree
    /// share on it. What they share, and the titles and places of clauses without options, are those of
    /// the text `shared`: of what the readers of the proposal see, and the mediator's own acts.
    ///
    /// # Errors
    /// The points that have no clean words; none with a package.
    pub fn chair(
        &self,
        package: Option<&Package>,
        shared: &Text<'_>,
    ) -> Result<Version, Vec<PointId>> {
        let grounds = Grounds {
            case: shared.case,
            added: &shared.added,
            unseen: chair::unseen(&self.added, &shared.added),
        };
        let clauses = chair::clean(&grounds, package)?;
        Ok(made(WORKING, Mode::Chair, VersionSource::Working, clauses))
    }

    /// A package as the clean text of an agreement, its articles numbered as the points.
    ///
    /// # Panics
    /// Where the package is not of the case: one that is has words for every point.
    pub fn treaty(&self, package: &Package) -> Version {
        let grounds = Grounds {
            case: self.case,
            added: &self.added,
            unseen: Vec::new(),
        };
        let clauses = chair::clean(&grounds, Some(package));
        let clauses = clauses.expect("a package has words for every point");
        made(
            AGREEMENT,
            Mode::Compilation,
            VersionSource::Package,
            clauses,
        )
    }

    /// What changed from one version to another, clause by clause in the order of the later one;
    /// clauses that are gone stand where they stood.
    pub fn redline(&self, from: &Version, to: &Version) -> Vec<ClauseChange> {
        redline::clauses(self.case, from, to)
    }

    /// How much of a version is in brackets, and how long it is.
    pub fn counts(&self, version: &Version) -> Counts {
        counts::counts(self.case, version)
    }

    /// Who answered what to each clause of a version.
    pub fn answers(&self, version: &Version) -> Answers {
        answers::table(self.case, version, &self.answers)
    }

    /// What an author proposes for a clause now: the words, and the option that they settle it on.
    pub fn wording(&self, by: &Author, clause: &str) -> Option<(&str, Option<&str>)> {
        let point = self.case.point_named(clause);
        let words = match point {
            Some(point) => self.added.points.get(point.index()),
            None => self.free(clause).map(|free| &free.words),
        };
        let mine = words?.iter().find(|w| w.by == *by)?;
        Some((&mine.text, mine.option.as_deref()))
    }

    fn free(&self, id: &str) -> Option<&crate::contributions::Free> {
        self.added.free.iter().find(|free| free.id == id)
    }
}

/// A text that is made now.
fn made(name: &str, mode: Mode, source: VersionSource, clauses: Vec<Clause>) -> Version {
    Version {
        name: name.to_owned(),
        date: None,
        by: Author::Mediator,
        mode,
        source,
        clauses,
    }
}

/// By day, then what sessions had before what was issued, then by line.
fn order(version: &Version) -> (Option<Day>, usize) {
    let day = version.date.as_deref().and_then(Day::read);
    let line = match version.source {
        VersionSource::Issued(line) => line,
        VersionSource::Session(_) | VersionSource::Working | VersionSource::Package => 0,
    };
    (day, line)
}

/// The versions that the mediator issued; of two with one name the first.
fn issued(case: &Case, entries: &[JournalEntry], aside: &mut Vec<SetAside>) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let Deed::Draft(draft) = &entry.act.deed else {
            continue;
        };
        let taken = versions.iter().any(|v| v.name == draft.version);
        let why = match (&entry.act.by, taken) {
            (Author::Mediator, false) => {
                versions.push(issued_version(case, &entries[..place], entry, draft));
                continue;
            }
            (Author::Mediator, true) => format!("`{}` was issued before", draft.version),
            (Author::Party(id), _) => format!("versions are the mediator's to issue, not `{id}`'s"),
        };
        let line = entry.line;
        aside.push(SetAside::whole(line, why));
    }
    versions
}

/// What was issued after the acts `before`. Where the journal keeps no clauses for its reader, they are
/// those that the acts make which the reader saw at the time.
fn issued_version(
    case: &Case,
    before: &[JournalEntry],
    entry: &JournalEntry,
    draft: &IssuedDraft,
) -> Version {
    let IssuedDraft {
        version,
        date,
        mode,
        clauses,
        editions: _,
    } = draft;
    let day = date.as_deref().or_else(|| entry.act.at.get(..10));
    let clauses = match clauses {
        Some(clauses) => clauses.clone(),
        None => edition(&case_at(case, entry.line), before),
    };
    Version {
        name: version.clone(),
        date: day.map(str::to_owned),
        by: entry.act.by.clone(),
        mode: *mode,
        source: VersionSource::Issued(entry.line),
        clauses: joined(clauses),
    }
}

/// The case with the offers that its file and the lines of its journal before one held.
fn case_at(case: &Case, line: usize) -> Case {
    let mut then = case.clone();
    let is_of_then = |offer: &Offer| offer.line.is_none_or(|made| made < line);
    then.offers.retain(is_of_then);
    then
}

/// The versions that sessions had on the table and that were not issued.
fn derived(case: &Case, issued: &[Version]) -> Vec<Version> {
    let sessions = case.register.sessions.iter();
    let mut dated: Vec<(Day, &str, &str)> = sessions
        .filter_map(|session| {
            let name = session.text_version.as_deref()?;
            Some((session.date, name, session.id.as_str()))
        })
        .collect();
    dated.sort_by_key(|(day, ..)| *day);
    let mut versions: Vec<Version> = Vec::new();
    for (day, name, session) in dated {
        if issued.iter().chain(&versions).any(|v| v.name == name) {
            continue;
        }
        versions.push(Version {
            name: name.to_owned(),
            date: Some(day.to_string()),
            by: Author::Mediator,
            mode: Mode::Compilation,
            source: VersionSource::Session(session.to_owned()),
            clauses: joined(compile(case, Some(day), &Contributions::default())),
        });
    }
    versions
}

/// A compilation for one reader: what is clean is nobody's.
pub(crate) fn edition(case: &Case, entries: &[JournalEntry]) -> Vec<Clause> {
    let mut clauses = joined(compile(case, None, &Contributions::of(case, entries)));
    for clause in clauses.iter_mut().filter(|clause| is_clean(case, clause)) {
        for shared in &mut clause.alternatives {
            shared.by.clear();
        }
    }
    clauses
}

/// The clauses with alternatives joined that say the same, and without free clauses of which no
/// words are left for the reader.
fn joined(clauses: Vec<Clause>) -> Vec<Clause> {
    let clauses = clauses.into_iter().map(|clause| Clause {
        alternatives: merged(clause.alternatives),
        ..clause
    });
    let there = |c: &Clause| c.place == winset_journal::Place::Point || !c.alternatives.is_empty();
    clauses.filter(there).collect()
}
