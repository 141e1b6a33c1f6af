//! A version of the text, and how its clauses read.

use winset_journal::{Alternative, Author, Clause, Mode, Place};
use winset_model::case::Case;
use winset_model::options::{PartyId, PointId};

use crate::run::{Role, Run};

/// What stands where a clause has no words yet.
const NO_WORDS: &str = "…";
/// How the mediator's own words are owned.
const MEDIATOR: &str = "Mediator";

/// A version of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its name, such as `SNT-5`.
    pub name: String,
    /// Its day, such as `2031-03-12`; none for what was not issued.
    pub date: Option<String>,
    /// Who issued it.
    pub by: Author,
    /// How it is to be read.
    pub mode: Mode,
    /// Where it comes from.
    pub source: VersionSource,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// Where a version comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionSource {
    /// A session of the case had it on the table: it is made of the offers up to that day. Holds
    /// the session's identifier.
    Session(String),
    /// It was issued, and stands in the journal on this line.
    Issued(usize),
    /// What a version would say if it were issued now.
    Working,
    /// A whole package, as the text of an agreement.
    Package,
}

impl Version {
    /// The clause of this identifier.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// What stands before the title of a clause: `Point 3`, `Article 3` in the text of an
    /// agreement, with the number of the point in the case; `Annex B`; nothing for other clauses.
    pub fn label(&self, case: &Case, clause: &Clause) -> String {
        let alike = |c: &&Clause| c.place == clause.place;
        let before = self.clauses.iter().filter(alike);
        let place = before.take_while(|c| c.id != clause.id).count();
        let number = case.point_named(&clause.id).map_or(place, PointId::index) + 1;
        match (&clause.place, &self.source) {
            (Place::Point, VersionSource::Package) => format!("Article {number}"),
            (Place::Point, _) => format!("Point {number}"),
            (Place::Annex, _) => format!("Annex {}", letters(place)),
            (Place::Preamble | Place::After(_), _) => String::new(),
        }
    }

    /// How a clause of this version reads, with its brackets and owners.
    pub fn runs(&self, case: &Case, clause: &Clause) -> Vec<Run> {
        let clean = match self.mode {
            Mode::Compilation => is_clean(case, clause),
            Mode::Chair => clause.alternatives.len() == 1,
        };
        match clause.alternatives.as_slice() {
            [] => bracketed(vec![Run::words(NO_WORDS)]),
            [only] if clean => vec![Run::words(only.text.clone())],
            several => several
                .iter()
                .enumerate()
                .flat_map(|(place, alternative)| {
                    let gap = (place > 0).then(|| Run::words(" "));
                    gap.into_iter().chain(owned(case, alternative))
                })
                .collect(),
        }
    }
}

/// Whether a clause is clean text: it has one way to word it, and that is nobody's, or agreed.
pub fn is_clean(case: &Case, clause: &Clause) -> bool {
    let [only] = clause.alternatives.as_slice() else {
        return false;
    };
    let says_so = |party: PartyId| {
        let id = case.parties[party.index()].id.as_str();
        only.by.iter().any(|author| author.party() == Some(id))
    };
    let point = case.point_named(&clause.id);
    let option = point.zip(only.option.as_deref());
    let option = option.and_then(|(point, id)| Some((point, case.option_named(point, id)?)));
    match option {
        _ if only.by.is_empty() => true,
        Some((point, option)) => case.is_agreed(point, option, says_so),
        None => case.must_agree().into_iter().all(says_so),
    }
}

fn bracketed(inside: Vec<Run>) -> Vec<Run> {
    let mut runs = vec![Run::kept(Role::Bracket, "[")];
    runs.extend(inside);
    runs.push(Run::kept(Role::Bracket, "]"));
    runs
}

fn owned(case: &Case, alternative: &Alternative) -> Vec<Run> {
    let words = &alternative.text;
    if alternative.by.is_empty() {
        return bracketed(vec![Run::words(words.clone())]);
    }
    let owners: Vec<&str> = alternative.by.iter().map(|by| short(case, by)).collect();
    bracketed(vec![
        Run::kept(Role::Owner, format!("{}:", owners.join(", "))),
        Run::words(format!(" {words}")),
    ])
}

/// What an author is called in brackets.
pub(crate) fn short<'a>(case: &'a Case, author: &'a Author) -> &'a str {
    let Some(id) = author.party() else {
        return MEDIATOR;
    };
    let party = case.parties.iter().find(|party| party.id == id);
    party.map_or(id, |party| &party.short)
}

/// `A` to `Z`, then `AA`, `AB` and so on.
fn letters(place: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if place < 26 {
        letter(place).to_string()
    } else {
        format!("{}{}", letters(place / 26 - 1), letter(place))
    }
}

/// The alternatives with those that say the same, whoever may see them, made one.
pub(crate) fn merged(alternatives: Vec<Alternative>) -> Vec<Alternative> {
    let mut kept: Vec<Alternative> = Vec::new();
    for alternative in alternatives {
        let same =
            |k: &&mut Alternative| k.option == alternative.option && k.text == alternative.text;
        match kept.iter_mut().find(same) {
            Some(there) => {
                there.by.extend(alternative.by);
                there.seen = there.seen.max(alternative.seen);
            }
            None => kept.push(alternative),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_go_on_after_z() {
        let named = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters);
        let expected = ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"];
        assert_eq!(named, expected);
    }
}
