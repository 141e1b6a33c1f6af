//! Acts of a journal in words.

use winset_journal::{
    Author, Clause, Deed, IssuedDraft, JournalEntry, Mode, Place, Reply, SeenCase,
};
use winset_model::case::{Case, Visibility};
use winset_model::options::{Package, PointId};
use winset_told::words::{capital, counted};

use crate::offers::{before, changed};

/// An act in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActTold {
    /// Its line, as the audience counts them.
    pub line: usize,
    /// When it was written down.
    pub at: String,
    /// Who did it: a party's name, or "the mediator".
    pub by: String,
    /// Who may see it.
    pub seen: Visibility,
    /// What kind of act it is.
    pub kind: ActKind,
    /// The act, in a sentence or some.
    pub words: String,
    /// Why it does not fit the case and does not count, where it does not.
    pub aside: Option<String>,
}

/// A kind of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// A package is offered.
    Offer,
    /// A version of the text is issued.
    Draft,
    /// A clause is answered.
    Answer,
    /// Words are proposed for a clause, or taken back.
    Wording,
    /// A clause is put into the text, or taken out.
    Clause,
}

/// The acts that an audience sees, in order. Offers are told by what they change against their
/// makers' offers before.
pub fn acts(seen: &SeenCase) -> Vec<ActTold> {
    let SeenCase {
        case,
        entries,
        aside,
    } = seen;
    let why = |line: usize| aside.iter().find(|a| a.line == line).map(|a| a.why.clone());
    let is_offer = |entry: &&JournalEntry| matches!(entry.act.deed, Deed::Offer { .. });
    let counted = |entry: &&JournalEntry| is_offer(entry) && why(entry.line).is_none();
    let of_file = case.offers.len() - entries.iter().filter(counted).count();
    let mut place = of_file;
    let mut told = Vec::new();
    for entry in entries {
        let aside = why(entry.line);
        let (kind, words) = match &entry.act.deed {
            Deed::Offer { note, .. } if aside.is_none() => {
                let words = offer(case, place, note.as_deref());
                place += 1;
                (ActKind::Offer, words)
            }
            Deed::Offer { package, .. } => (ActKind::Offer, stated(package)),
            Deed::Draft(draft) => (ActKind::Draft, self::draft(draft)),
            Deed::Answer {
                version,
                clause,
                reply,
                words,
            } => (
                ActKind::Answer,
                answer(version, clause, *reply, words.as_deref()),
            ),
            Deed::Wording {
                clause,
                option,
                text,
            } => {
                let said = wording(clause, option.as_deref(), text.as_deref());
                (ActKind::Wording, said)
            }
            Deed::Clause {
                id,
                place,
                title,
                text,
            } => (ActKind::Clause, clause(id, title, place, text.as_deref())),
        };
        let by = author(case, &entry.act.by);
        told.push(ActTold {
            line: entry.line,
            at: entry.act.at.clone(),
            words: format!("{} {words}", capital(&by)),
            by,
            seen: entry.act.seen,
            kind,
            aside,
        });
    }
    told
}

fn author(case: &Case, author: &Author) -> String {
    match author {
        Author::Mediator => "the mediator".to_owned(),
        Author::Party(id) => {
            let party = case.party_named(id);
            party.map_or_else(|| id.clone(), |p| case.parties[p.index()].name.clone())
        }
    }
}

/// The offer at a place among those of the case.
fn offer(case: &Case, place: usize, note: Option<&str>) -> String {
    let offer = &case.offers[place];
    let before = before(case, place);
    let option = |package: &Package, p: PointId| {
        let point = &case.points[p.index()];
        point.options[package.on(p).index()].id.clone()
    };
    let words = match before {
        None => {
            let all = changed(case, place).into_iter().map(|p| {
                let point = &case.points[p.index()];
                format!("{} {}", point.id, option(&offer.package, p))
            });
            format!("makes offer {}: {}.", offer.seq, listed(all))
        }
        Some(before) => {
            let seq = before.seq;
            let moved = changed(case, place).into_iter().map(|p| {
                let (from, to) = (option(&before.package, p), option(&offer.package, p));
                format!("{} {from} -> {to}", case.points[p.index()].id)
            });
            let moved: Vec<String> = moved.collect();
            let changed = if moved.is_empty() {
                format!("changes nothing of offer {seq}")
            } else {
                format!("changes offer {seq}: {}", listed(moved.into_iter()))
            };
            format!("makes offer {}, which {changed}.", offer.seq)
        }
    };
    match note {
        None => words,
        Some(note) => format!("{words} Remark: {note}"),
    }
}

/// A package that does not fit the case, as it was stated.
fn stated(package: &[(String, String)]) -> String {
    let all = package
        .iter()
        .map(|(point, option)| format!("{point} {option}"));
    format!("offers {}.", listed(all))
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().join(", ")
}

fn draft(draft: &IssuedDraft) -> String {
    let how = match draft.mode {
        Mode::Compilation => "as a compilation",
        Mode::Chair => "as the mediator's proposal",
    };
    let open = |clause: &&Clause| {
        clause.alternatives.len() > 1 || clause.alternatives.iter().any(|a| !a.by.is_empty())
    };
    let brackets = draft.clauses.iter().filter(open).count();
    let of = counted(draft.clauses.len(), "clause");
    format!(
        "issues the text {} {how}: {of}, {brackets} of them in brackets.",
        draft.version
    )
}

fn answer(version: &str, clause: &str, reply: Reply, words: Option<&str>) -> String {
    let of = format!("clause {clause} of {version}");
    match (reply, words) {
        (Reply::Accept, None) => format!("accepts {of}."),
        (Reply::Accept, Some(words)) => format!("accepts {of}: {words}"),
        (Reply::AcceptIf, words) => {
            format!(
                "accepts {of} if: {}",
                words.unwrap_or("(no condition is said)")
            )
        }
        (Reply::Bracket, None) => format!("keeps {of} in brackets."),
        (Reply::Bracket, Some(words)) => format!("keeps {of} in brackets: {words}"),
        (Reply::Refuse, None) => format!("refuses {of}."),
        (Reply::Refuse, Some(words)) => format!("refuses {of}: {words}"),
    }
}

fn wording(clause: &str, option: Option<&str>, text: Option<&str>) -> String {
    let option = option.map_or_else(String::new, |o| format!(", for option {o}"));
    match text {
        Some(text) => format!("proposes words for clause {clause}{option}: \"{text}\""),
        None => format!("takes back its words for clause {clause}{option}."),
    }
}

fn clause(id: &str, title: &str, place: &Place, text: Option<&str>) -> String {
    let place = match place {
        Place::Preamble => "in the preamble".to_owned(),
        Place::Point => "at its point".to_owned(),
        Place::After(point) => format!("after the clause of {point}"),
        Place::Annex => "in the annex".to_owned(),
    };
    match text {
        Some(text) => format!("puts clause {id} ({title}) {place}: \"{text}\""),
        None => format!("takes out clause {id} ({title})."),
    }
}
