//! Acts of a journal in words.

use std::collections::BTreeMap;

use winset_journal::{
    Author, Clause, Deed, IssuedDraft, JournalEntry, Mode, Place, Reply, SeenCase, SetAside,
};
use winset_model::amendment::{CaseChange, apply};
use winset_model::case::{Case, Visibility};
use winset_model::case_from_document;
use winset_model::document::Node;
use winset_model::offer::OfferKind;
use winset_told::amended::changes_told;
use winset_told::words::{capital, counted, labels, point_named};

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
    /// Why it does not fit the case and does not count, or not all of it, where it does not.
    pub aside: Option<String>,
    /// Whether the rest of it counts all the same.
    pub counts_partly: bool,
    /// Whether its author took it back.
    pub taken_back: bool,
}

/// A kind of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// Something is put forward, point by point or as a package.
    Offer,
    /// A version of the text is issued.
    Draft,
    /// A clause is answered.
    Answer,
    /// Words are proposed for a clause, or taken back.
    Wording,
    /// A clause is put into the text, or taken out.
    Clause,
    /// The case itself changes.
    Amendment,
    /// An earlier act is taken back.
    Withdrawal,
}

/// The acts that an audience sees, in order. Offers are told by what they change of what their
/// makers stood for, changes of the case by what the file said before. Linear in the number of acts, but
/// for looking lines up, and for amendments, of which each is made once more.
pub fn acts(seen: &SeenCase) -> Vec<ActTold> {
    let SeenCase {
        case,
        document: _,
        base,
        entries,
        withdrawn,
        written: _,
        aside,
    } = seen;
    let mut amendments = Amendments::new(base);
    let mut all: Vec<(&JournalEntry, bool)> = entries.iter().map(|entry| (entry, false)).collect();
    all.extend(withdrawn.iter().map(|entry| (entry, true)));
    all.sort_by_key(|(entry, _)| entry.line);
    let why: BTreeMap<usize, &SetAside> = aside.iter().map(|a| (a.line, a)).collect();
    let offers = case.offers.iter().enumerate();
    let places: BTreeMap<usize, usize> = offers
        .filter_map(|(place, offer)| Some((offer.line?, place)))
        .collect();
    let mut told = Vec::new();
    for (entry, taken_back) in all {
        let set_aside = why.get(&entry.line);
        let aside = set_aside.map(|aside| aside.why.clone());
        let (kind, words) = match &entry.act.deed {
            Deed::Offer { says, note, .. } => {
                let words = match places.get(&entry.line) {
                    Some(place) => offer(case, *place, note.as_deref()),
                    None => stated(says),
                };
                (ActKind::Offer, words)
            }
            Deed::Amend { reason, changes } => {
                let counts = !taken_back && aside.is_none();
                let said = amendments.told(changes, reason.as_deref(), counts);
                (ActKind::Amendment, said)
            }
            deed => plain_deed(case, deed),
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
            counts_partly: set_aside.is_some_and(|aside| aside.partly),
            taken_back,
        });
    }
    told
}

/// What is done, in words that need the titles and labels of the case alone.
fn plain_deed(case: &Case, deed: &Deed) -> (ActKind, String) {
    match deed {
        Deed::Offer { says, .. } => (ActKind::Offer, stated(says)),
        Deed::Draft(draft) => (ActKind::Draft, self::draft(draft)),
        Deed::Answer {
            version,
            clause,
            reply,
            words,
        } => (
            ActKind::Answer,
            answer(
                version,
                &clause_named(case, clause),
                *reply,
                words.as_deref(),
            ),
        ),
        Deed::Wording {
            clause,
            option,
            text,
        } => {
            let option = option.as_deref().map(|o| option_named(case, clause, o));
            let clause = clause_named(case, clause);
            let said = wording(&clause, option.as_deref(), text.as_deref());
            (ActKind::Wording, said)
        }
        Deed::Clause {
            id,
            place,
            title,
            text,
        } => {
            let after = match place {
                Place::After(point) => Place::After(clause_named(case, point)),
                Place::Preamble | Place::Point | Place::Annex => place.clone(),
            };
            (ActKind::Clause, clause(id, title, &after, text.as_deref()))
        }
        Deed::Amend { reason, .. } => {
            let why = because(reason.as_deref());
            (ActKind::Amendment, format!("changes the case{why}."))
        }
        Deed::Withdraw { line, reason } => {
            let why = because(reason.as_deref());
            (ActKind::Withdrawal, format!("takes back act {line}{why}."))
        }
    }
}

/// Tells changes of the case, and makes them.
struct Amendments {
    file: Node,
}

impl Amendments {
    fn new(base: &Node) -> Self {
        Self { file: base.clone() }
    }

    /// The changes in words. Those that count are made.
    fn told(&mut self, changes: &[CaseChange], reason: Option<&str>, counts: bool) -> String {
        let after = apply(&self.file, changes).ok();
        let case = after
            .as_ref()
            .and_then(|file| case_from_document(file).ok());
        let case = case.map(|reading| reading.case);
        let told = changes_told(changes, &self.file, case.as_ref());
        if let Some(after) = after.filter(|_| counts) {
            self.file = after;
        }
        format!("{}{}.", told.join("; "), because(reason))
    }
}

fn because(reason: Option<&str>) -> String {
    reason.map_or_else(String::new, |reason| format!(" (reason: {reason})"))
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
    let before = case.offer_before(place);
    let moved = case
        .told_of_offer(place)
        .into_iter()
        .map(|change| winset_told::status::change_in_words(case, change));
    let moved: Vec<String> = moved.collect();
    let moved = moved.join("; ");
    let seq = offer.seq;
    let words = match (offer.kind, before) {
        (OfferKind::Package, None) => format!("makes offer {seq}: {moved}."),
        (OfferKind::Statement, None) => format!("states in offer {seq}: {moved}."),
        (_, Some(before)) if moved.is_empty() => {
            let before = before.seq;
            format!("makes offer {seq}, which changes nothing of offer {before}.")
        }
        (OfferKind::Package, Some(before)) => {
            let before = before.seq;
            format!("makes offer {seq}, which changes offer {before}: {moved}.")
        }
        (OfferKind::Statement, Some(_)) => {
            format!("states in offer {seq}, of these points alone: {moved}.")
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
    let version = &draft.version;
    let Some(clauses) = &draft.clauses else {
        return format!("issues the text {version} {how}.");
    };
    let brackets = clauses.iter().filter(open).count();
    let of = counted(clauses.len(), "clause");
    format!("issues the text {version} {how}: {of}, {brackets} of them in brackets.")
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

/// A clause by the title of its point; one without a point by its identifier.
fn clause_named(case: &Case, clause: &str) -> String {
    let point = case.point_named(clause);
    point.map_or_else(|| clause.to_owned(), |point| point_named(case, point))
}

/// An option of a clause by its label.
fn option_named(case: &Case, clause: &str, option: &str) -> String {
    let labelled = || {
        let point = case.point_named(clause)?;
        let chosen = case.option_named(point, option)?;
        Some(labels(case, point, &[chosen].into_iter().collect(), "or"))
    };
    labelled().unwrap_or_else(|| option.to_owned())
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
        Some(text) => format!("puts clause “{title}” ({id}) {place}: \"{text}\""),
        None => format!("takes out clause “{title}” ({id})."),
    }
}
