//! Compilation: every party's alternatives side by side.

use winset_journal::{Alternative, Author, Clause, Place};
use winset_model::calendar::Day;
use winset_model::case::{Case, Visibility};
use winset_model::offer::Offer;
use winset_model::options::{OptionId, PartyId, PointId};

use crate::contributions::{Contributions, Free, Words};

/// What a party stands for on a point, and who may see that it said so.
type Stand = Option<(OptionId, Visibility)>;

/// The clauses that the offers up to a day make, without one all offers, and with what the journal
/// adds. Alternatives that are not for the same readers stay apart, though they say the same.
pub(crate) fn compile(case: &Case, until: Option<Day>, added: &Contributions) -> Vec<Clause> {
    let in_time =
        |offer: &&Offer| until.is_none_or(|until| offer.date.is_none_or(|day| day <= until));
    let offers: Vec<&Offer> = case.offers.iter().filter(in_time).collect();
    let points = (0..case.points.len()).map(PointId::at);
    let nothing = Vec::new();
    let points = points.map(|point| {
        let words = added.points.get(point.index()).unwrap_or(&nothing);
        point_clause(case, point, alternatives(case, point, &offers, words))
    });
    arranged(points.collect(), &added.free, |free| {
        grouped(free_alternatives(case, free))
    })
}

/// The clause of a point.
pub(crate) fn point_clause(case: &Case, point: PointId, words: Vec<Alternative>) -> Clause {
    let point = &case.points[point.index()];
    Clause {
        id: point.id.clone(),
        place: Place::Point,
        title: point.title.clone(),
        alternatives: words,
    }
}

/// The clauses of points with the free ones in their places: the preamble first, each other after
/// its point, annexes last.
pub(crate) fn arranged(
    points: Vec<Clause>,
    free: &[Free],
    words: impl Fn(&Free) -> Vec<Alternative>,
) -> Vec<Clause> {
    let at = |place: &Place| {
        let here = free.iter().filter(|f| f.place == *place);
        let clauses = here.map(|f| Clause {
            id: f.id.clone(),
            place: f.place.clone(),
            title: f.title.clone(),
            alternatives: words(f),
        });
        clauses.filter(|c| !c.alternatives.is_empty()).collect()
    };
    let mut clauses: Vec<Clause> = at(&Place::Preamble);
    for point in points {
        let after = at(&Place::After(point.id.clone()));
        clauses.push(point);
        clauses.extend(after);
    }
    clauses.extend(at(&Place::Annex));
    clauses
}

/// The last that a party said of a point in some offers.
fn stand(offers: &[&Offer], party: PartyId, point: PointId) -> Stand {
    let own = offers.iter().rev().filter(|offer| offer.by == party);
    let mut said = own.filter_map(|offer| Some((offer.on(point)?, offer.visibility)));
    said.next()
}

fn alternatives(
    case: &Case,
    point: PointId,
    offers: &[&Offer],
    words: &[Words],
) -> Vec<Alternative> {
    let mut all = Vec::new();
    for (place, party) in case.parties.iter().enumerate() {
        let author = Author::Party(party.id.clone());
        let offered = stand(offers, PartyId::at(place), point);
        let own = words.iter().find(|w| w.by == author);
        let id_of = |option: OptionId| &case.points[point.index()].options[option.index()].id;
        // Words for another option than the one offered stand beside the offer, not for it.
        let instead = own.is_some_and(|w| match (&w.option, offered) {
            (Some(option), Some((offered, _))) => option == id_of(offered),
            _ => true,
        });
        let offer = offered.filter(|_| !instead || own.is_none());
        all.extend(offer.map(|(option, seen)| offered_text(case, point, option, &author, seen)));
        all.extend(own.map(|w| {
            let (option, seen) = match (&w.option, offered) {
                (None, Some((offered, seen))) => (Some(id_of(offered).clone()), seen),
                (option, _) => (option.clone(), Visibility::Public),
            };
            Alternative {
                option,
                seen: seen.max(w.seen),
                ..worded(w)
            }
        }));
    }
    let mediator = words.iter().filter(|w| w.by == Author::Mediator);
    all.extend(mediator.map(worded));
    grouped(all)
}

/// The text of an option, as a party offers it.
fn offered_text(
    case: &Case,
    point: PointId,
    option: OptionId,
    author: &Author,
    seen: Visibility,
) -> Alternative {
    Alternative {
        by: vec![author.clone()],
        option: Some(
            case.points[point.index()].options[option.index()]
                .id
                .clone(),
        ),
        text: option_text(case, point, option).to_owned(),
        seen,
    }
}

/// The words of an option; its label, where it has none.
pub(crate) fn option_text(case: &Case, point: PointId, option: OptionId) -> &str {
    let choice = &case.points[point.index()].options[option.index()];
    choice.text.as_deref().unwrap_or(&choice.label)
}

fn worded(words: &Words) -> Alternative {
    Alternative {
        by: vec![words.by.clone()],
        option: words.option.clone(),
        text: words.text.clone(),
        seen: words.seen,
    }
}

/// Each author's words for a free clause, the parties in the case's order; what the mediator alone
/// has worded is nobody's.
fn free_alternatives(case: &Case, free: &Free) -> Vec<Alternative> {
    if let [only] = free.words.as_slice()
        && only.by == Author::Mediator
    {
        let by = Vec::new();
        return vec![Alternative { by, ..worded(only) }];
    }
    let mut words: Vec<&Words> = free.words.iter().collect();
    words.sort_by_key(|w| {
        let party = w.by.party().and_then(|id| case.party_named(id));
        party.map_or(usize::MAX, PartyId::index)
    });
    words.into_iter().map(worded).collect()
}

/// The alternatives with those that say the same to the same readers made one.
fn grouped(alternatives: Vec<Alternative>) -> Vec<Alternative> {
    let mut kept: Vec<Alternative> = Vec::new();
    for alternative in alternatives {
        let same = |k: &&mut Alternative| {
            let (
                Alternative {
                    option, text, seen, ..
                },
                a,
            ) = (&**k, &alternative);
            (option, text, seen) == (&a.option, &a.text, &a.seen)
        };
        match kept.iter_mut().find(same) {
            Some(there) => there.by.extend(alternative.by),
            None => kept.push(alternative),
        }
    }
    kept
}
