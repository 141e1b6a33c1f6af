//! Offers of a journal as offers of its case.

use std::collections::{BTreeMap, BTreeSet};

use winset_model::amendment::CaseChange;
use winset_model::audience::Audience;
use winset_model::calendar::Day;
use winset_model::case::{Case, OFFERS_MAX, Visibility};
use winset_model::characters::written_out;
use winset_model::diagnostic::nearest;
use winset_model::offer::{Offer, stand_after};
use winset_model::options::{OptionId, PartyId, PointId};

use crate::act::{Act, Author, Clause, Deed, JournalEntry, Mode};
use crate::shown::shown;

/// An act that does not fit the case any more, and is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its line in the journal.
    pub line: usize,
    /// Why: what it names that is not there.
    pub why: String,
    /// Whether the rest of it counts.
    pub partly: bool,
}

impl SetAside {
    /// An act of which nothing counts.
    pub fn whole(line: usize, why: String) -> Self {
        Self {
            line,
            why,
            partly: false,
        }
    }
}

/// The acts that an audience may see, in order. For a party they are numbered as the party counts
/// them: what it may not see leaves no gap. Remarks on offers and reasons stay with the mediator and
/// their authors; of drafts there is the audience's own edition. What nobody would see in a text is
/// written out. That an act was taken back is seen by whoever sees the act.
///
/// A party that was renamed is named as it is by now.
pub fn visible(entries: &[JournalEntry], audience: &Audience) -> Vec<JournalEntry> {
    let seen = visible_with_lines(entries, audience).into_iter();
    seen.map(|(_, entry)| entry).collect()
}

/// The line that an act has in the file, by the number under which an audience counts it; none where it
/// sees no such act.
pub fn line_in_file(entries: &[JournalEntry], audience: &Audience, line: usize) -> Option<usize> {
    let mut seen = visible_with_lines(entries, audience).into_iter();
    seen.find(|(_, entry)| entry.line == line)
        .map(|(own, _)| own)
}

/// The acts as an audience sees them, each behind the line that it has in the file.
fn visible_with_lines(entries: &[JournalEntry], audience: &Audience) -> Vec<(usize, JournalEntry)> {
    let readers = readers(entries, audience);
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut kept: Vec<(usize, JournalEntry)> = Vec::new();
    for (entry, reader) in entries.iter().zip(&readers) {
        let own_line = entry.line;
        let mut entry = entry.clone();
        let seen = match &mut entry.act.deed {
            Deed::Withdraw { line, .. } => match numbers.get(line) {
                Some(number) => {
                    *line = *number;
                    true
                }
                None => false,
            },
            _ => entry.act.visible_to(reader),
        };
        if !seen {
            continue;
        }
        let number = kept.len() + 1;
        numbers.insert(entry.line, number);
        if audience.is_mediator() {
            numbers.insert(entry.line, entry.line);
        } else {
            entry.line = number;
            strip(&mut entry.act, reader);
        }
        shown(&mut entry.act);
        kept.push((own_line, entry));
    }
    kept
}

/// For each act the audience under the name that it had when the act was written; behind them the name
/// that it has by now.
pub(crate) fn readers(entries: &[JournalEntry], audience: &Audience) -> Vec<Audience> {
    let taken = taken(entries);
    let mut reader = audience.clone();
    let mut readers = vec![reader.clone()];
    for entry in entries.iter().rev() {
        if let (Deed::Amend { changes, .. }, Audience::Party(id)) = (&entry.act.deed, &mut reader)
            && !taken.contains(&entry.line)
        {
            for change in changes.iter().rev() {
                if let CaseChange::Rename { at, to } = change
                    && let [list, from] = at.names()
                    && list == "parties"
                    && to == id
                {
                    from.clone_into(id);
                }
            }
        }
        readers.push(reader.clone());
    }
    readers.reverse();
    readers
}

/// The lines of the acts that their authors took back. A version of the text that was issued cannot be
/// taken back: its readers have it.
fn taken(entries: &[JournalEntry]) -> BTreeSet<usize> {
    let mut may: BTreeSet<usize> = BTreeSet::new();
    let mut taken = BTreeSet::new();
    for entry in entries {
        match &entry.act.deed {
            Deed::Withdraw { line, .. } if may.contains(line) => {
                taken.insert(*line);
            }
            Deed::Withdraw { .. } | Deed::Draft(_) => {}
            Deed::Offer { .. }
            | Deed::Answer { .. }
            | Deed::Wording { .. }
            | Deed::Clause { .. }
            | Deed::Amend { .. } => {
                may.insert(entry.line);
            }
        }
    }
    taken
}

/// The acts that count, and those that their authors took back.
pub(crate) fn standing(entries: Vec<JournalEntry>) -> (Vec<JournalEntry>, Vec<JournalEntry>) {
    let taken = taken(&entries);
    entries
        .into_iter()
        .partition(|entry| !taken.contains(&entry.line))
}

fn strip(act: &mut Act, audience: &Audience) {
    let own = audience.sees(act.by.party(), Visibility::Sealed);
    match &mut act.deed {
        Deed::Offer { note, .. } if !own => *note = None,
        Deed::Draft(draft) => {
            let editions = std::mem::take(&mut draft.editions);
            let of = |wanted: &Audience| editions.iter().find(|e| e.audience == *wanted);
            let edition = of(audience).or_else(|| of(&Audience::Public));
            draft.clauses = match (edition, draft.mode, draft.clauses.take()) {
                (Some(edition), _, _) => Some(edition.clauses.clone()),
                // The mediator's proposal is the same for all who may see it.
                (None, Mode::Chair, Some(clauses)) => {
                    Some(clauses.into_iter().filter(is_public).collect())
                }
                (None, _, _) => None,
            };
        }
        Deed::Amend { reason, .. } | Deed::Withdraw { reason, .. } if !own => *reason = None,
        Deed::Offer { .. }
        | Deed::Answer { .. }
        | Deed::Wording { .. }
        | Deed::Clause { .. }
        | Deed::Amend { .. }
        | Deed::Withdraw { .. } => {}
    }
    if !own {
        act.once = None;
    }
}

fn is_public(clause: &Clause) -> bool {
    let mut alternatives = clause.alternatives.iter();
    alternatives.all(|alternative| alternative.seen == Visibility::Public)
}

/// Adds the offers of a journal to its case, numbered after those of the file. Returns those that
/// do not fit the case: what names a party, a point or an option that is not there. A point that a
/// package leaves open stops nobody: it came to the case later.
///
/// Linear in the size of both, but for looking names up.
pub fn apply(case: &mut Case, entries: &[JournalEntry]) -> Vec<SetAside> {
    let names = Names::of(case);
    let mut last: Vec<Option<usize>> = vec![None; case.parties.len()];
    for (place, offer) in case.offers.iter().enumerate() {
        last[offer.by.index()] = Some(place);
    }
    let mut aside = Vec::new();
    for entry in entries {
        let Deed::Offer {
            date,
            kind,
            says,
            note,
        } = &entry.act.deed
        else {
            continue;
        };
        match offered(case, &names, &entry.act.by, says) {
            Ok((by, says)) => {
                let before = last[by.index()].replace(case.offers.len());
                let stated_before = before.map(|place| &case.offers[place]);
                case.offers.push(Offer {
                    seq: case.offers.last().map_or(0, |offer| offer.seq) + 1,
                    by,
                    kind: *kind,
                    before,
                    stand: stand_after(stated_before, &says, case.points.len()),
                    says,
                    date: day(date.as_deref(), &entry.act.at),
                    visibility: entry.act.seen,
                    note: note.as_deref().map(|note| written_out(note).into_owned()),
                    line: Some(entry.line),
                });
            }
            Err(why) => aside.push(SetAside::whole(entry.line, why)),
        }
    }
    aside
}

/// The maker and what it says, or why the offer does not count.
fn offered(
    case: &Case,
    names: &Names,
    by: &Author,
    says: &[(String, String)],
) -> Result<(PartyId, Vec<(PointId, OptionId)>), String> {
    if case.offers.len() >= OFFERS_MAX {
        return Err(format!("a case has at most {OFFERS_MAX} offers"));
    }
    names.offered(by, says)
}

/// The day of an act.
fn day(date: Option<&str>, at: &str) -> Option<Day> {
    Day::read(date.or_else(|| at.get(..10))?)
}

/// The names of a case, for looking up.
struct Names {
    parties: BTreeMap<String, PartyId>,
    points: BTreeMap<String, PointId>,
    /// The options of each point.
    options: Vec<BTreeMap<String, OptionId>>,
}

impl Names {
    fn of(case: &Case) -> Self {
        let parties = case.parties.iter().enumerate();
        let points = case.points.iter().enumerate();
        let options = case.points.iter().map(|point| {
            let options = point.options.iter().enumerate();
            let options = options.map(|(o, option)| (option.id.clone(), OptionId::at(o)));
            options.collect()
        });
        Self {
            parties: parties
                .map(|(p, party)| (party.id.clone(), PartyId::at(p)))
                .collect(),
            options: options.collect(),
            points: points
                .map(|(p, point)| (point.id.clone(), PointId::at(p)))
                .collect(),
        }
    }

    /// The maker of an offer and what it says, or what of it is not in the case.
    fn offered(
        &self,
        by: &Author,
        stated: &[(String, String)],
    ) -> Result<(PartyId, Vec<(PointId, OptionId)>), String> {
        let by = by.party().ok_or("the mediator makes no offers")?;
        let by = found(&self.parties, by, "party")?;
        let mut says: BTreeMap<PointId, OptionId> = BTreeMap::new();
        for (name, option) in stated {
            let point = found(&self.points, name, "point")?;
            let options = &self.options[point.index()];
            let option = match options.get(option) {
                Some(option) => *option,
                None => found(options, option, &format!("option of `{name}`"))?,
            };
            says.insert(point, option);
        }
        if says.is_empty() {
            return Err("it speaks of no point".to_owned());
        }
        Ok((by, says.into_iter().collect()))
    }
}

fn found<T: Copy>(known: &BTreeMap<String, T>, name: &str, kind: &str) -> Result<T, String> {
    known.get(name).copied().ok_or_else(|| {
        let near = nearest(name, known.keys().map(String::as_str));
        let meant = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("`{name}` is no {kind}{meant}")
    })
}
