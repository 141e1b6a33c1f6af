//! Offers of a journal as offers of its case.

use winset_model::audience::Audience;
use winset_model::calendar::Day;
use winset_model::case::{Case, OFFERS_MAX, Offer, Seen};
use winset_model::diagnostic::{Span, nearest};
use winset_model::file::case::Visibility;
use winset_model::file::forms::Date;
use winset_model::file::register::EntryFacts;
use winset_model::options::{OptionId, Package, PartyId, PointId};

use crate::act::{Act, Author, Deed, Entry};

/// An act that does not fit the case any more, and is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its line in the journal.
    pub line: usize,
    /// Why: what it names that is not there.
    pub why: String,
}

/// The acts that an audience may see, in order. For a party they are numbered as the party counts
/// them: what it may not see leaves no gap. Remarks on offers stay with the mediator and their
/// authors, and so do alternatives of drafts that are not for the audience.
pub fn visible(entries: &[Entry], audience: &Audience) -> Vec<Entry> {
    if *audience == Audience::Mediator {
        return entries.to_vec();
    }
    let seen = entries
        .iter()
        .filter(|entry| entry.act.visible_to(audience));
    let mut kept: Vec<Entry> = seen.cloned().collect();
    for (place, entry) in kept.iter_mut().enumerate() {
        entry.line = place + 1;
        strip(&mut entry.act, audience);
    }
    kept
}

fn strip(act: &mut Act, audience: &Audience) {
    let own = audience.sees(act.by.party(), Seen::Sealed);
    match &mut act.deed {
        Deed::Offer { note, .. } if !own => *note = None,
        Deed::Draft(draft) => {
            for clause in &mut draft.clauses {
                clause.alternatives.retain(|alternative| {
                    let owned = alternative.by.iter();
                    let mut owned = owned.filter_map(Author::party);
                    audience.sees(None, alternative.seen)
                        || owned.any(|party| audience.sees(Some(party), alternative.seen))
                });
            }
        }
        Deed::Offer { .. } | Deed::Answer { .. } | Deed::Wording { .. } | Deed::Clause { .. } => {}
    }
    if !own {
        act.once = None;
    }
}

/// Adds the offers of a journal to its case, numbered after those of the file. Returns those that
/// do not fit the case.
pub fn apply(case: &mut Case, entries: &[Entry]) -> Vec<SetAside> {
    let mut aside = Vec::new();
    for entry in entries {
        let Deed::Offer {
            date,
            package,
            note,
        } = &entry.act.deed
        else {
            continue;
        };
        let facts = EntryFacts {
            date: day(date.as_deref(), &entry.act.at),
            visibility: Some(visibility(entry.act.seen)),
            note: note.clone(),
        };
        match offer(case, &entry.act.by, package) {
            Ok(offer) => {
                case.offers.push(offer);
                case.register.offers.push(facts);
            }
            Err(why) => aside.push(SetAside {
                line: entry.line,
                why,
            }),
        }
    }
    aside
}

fn visibility(seen: Seen) -> Visibility {
    match seen {
        Seen::Public => Visibility::Public,
        Seen::Mediator => Visibility::Mediator,
        Seen::Sealed => Visibility::Sealed,
    }
}

/// The day of an act.
fn day(date: Option<&str>, at: &str) -> Option<Date> {
    let text = date.or_else(|| at.get(..10))?;
    Day::read(text).map(|_| Date {
        text: text.to_owned(),
        span: Span::default(),
    })
}

fn offer(case: &Case, by: &Author, stated: &[(String, String)]) -> Result<Offer, String> {
    let by = maker(case, by)?;
    if case.offers.len() >= OFFERS_MAX {
        return Err(format!("a case has at most {OFFERS_MAX} offers"));
    }
    let mut choice: Vec<Option<OptionId>> = vec![None; case.points.len()];
    for (point, option) in stated {
        let (point, option) = named(case, point, option)?;
        choice[point.index()] = Some(option);
    }
    let open = |(place, option): (usize, &Option<OptionId>)| {
        option.is_none().then(|| case.points[place].id.as_str())
    };
    if let Some(point) = choice.iter().enumerate().find_map(open) {
        return Err(format!("it settles no option on `{point}`"));
    }
    let package = Package(choice.into_iter().flatten().collect());
    let before = case.offers.iter().rev().find(|offer| offer.by == by);
    let points = (0..case.points.len()).map(PointId::at);
    let differs = |p: &PointId| before.is_none_or(|b| b.package.on(*p) != package.on(*p));
    Ok(Offer {
        seq: case.offers.iter().map(|o| o.seq).max().unwrap_or(0) + 1,
        by,
        changed: points.filter(differs).collect(),
        package,
    })
}

fn maker(case: &Case, by: &Author) -> Result<PartyId, String> {
    let Some(id) = by.party() else {
        return Err("the mediator makes no offers".to_owned());
    };
    case.party_named(id).ok_or_else(|| {
        let known = case.parties.iter().map(|p| p.id.as_str());
        unknown("party", id, nearest(id, known))
    })
}

/// The point and the option of these names.
pub(crate) fn named(case: &Case, point: &str, option: &str) -> Result<(PointId, OptionId), String> {
    let found = case.point_named(point).ok_or_else(|| {
        let known = case.points.iter().map(|p| p.id.as_str());
        unknown("point", point, nearest(point, known))
    })?;
    let option = case.option_named(found, option).ok_or_else(|| {
        let options = &case.points[found.index()].options;
        let known = nearest(option, options.iter().map(|o| o.id.as_str()));
        unknown(&format!("option of `{point}`"), option, known)
    })?;
    Ok((found, option))
}

fn unknown(kind: &str, name: &str, nearest: Option<String>) -> String {
    let meant = nearest.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("`{name}` is no {kind}{meant}")
}
