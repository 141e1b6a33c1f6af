//! Pressure and time in words.

use winset_check::Lowered;
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_solve::{
    BigRatio, CrossingDate, CrossingDates, DAYS_MAX, JointPressure, LeverSet, Pressure,
};

use crate::stopped::unfinished;
use crate::words::{counted, grouped, listed, party_named, score};

/// How far a party's no-deal value must fall for an overlap to open; 0 or less when there is one.
pub fn gap(case: &Case, party: PartyId, opens_at: i64) -> Option<Exact> {
    let floor = case.parties[party.index()].sheet.open().no_deal?;
    Some(case.unscaled(party, floor.checked_sub(opens_at)?))
}

/// What pressure on a party alone does.
pub fn in_words(case: &Case, party: PartyId, found: &Pressure) -> String {
    match found {
        Pressure::NoFloor => "what it has without a deal is not stated, and cannot move".to_owned(),
        Pressure::Stopped(reason) => format!("not decided: {}", unfinished(*reason)),
        Pressure::Never(_) => {
            "pressure here alone can never open this: the rest already clashes".to_owned()
        }
        Pressure::OpensAt(best) => {
            let sheet = case.parties[party.index()].sheet.open();
            let from = score(&case.unscaled(party, sheet.no_deal.unwrap_or_default()));
            let to = score(&case.unscaled(party, best.value()));
            let Some(gap) = gap(case, party, best.value()) else {
                return String::new();
            };
            if gap > Exact::from_integer(0) {
                let gap = score(&gap);
                format!("from {from} to {to}: it must fall by {gap}")
            } else {
                let slack = score(&-gap);
                format!("from {from} to {to}: it may rise by {slack}")
            }
        }
    }
}

/// What a set of levers costs, and when it opens an overlap.
pub fn set_in_words(case: &Case, set: &LeverSet) -> String {
    let pullers = set.costs.iter().enumerate().filter(|(p, _)| {
        let party = PartyId::at(*p);
        set.levers.iter().any(|l| case.levers[*l].by == party)
    });
    let costs =
        pullers.map(|(p, cost)| format!("{} {}", party_named(case, PartyId::at(p)), grouped(cost)));
    let costs: Vec<String> = costs.collect();
    let sum = if costs.len() > 1 {
        format!(" ({} together)", grouped(set.cost()))
    } else {
        String::new()
    };
    let after = counted(set.delay_days, "day");
    let costs = listed(&costs, "and");
    format!("costs, each by its own estimate: {costs}{sum}; opens after {after}")
}

/// What all trends together do, in a sentence.
pub fn by_time(case: &Case, time: &CrossingDates) -> String {
    let together = match &time.together {
        CrossingDate::NeverOpens(_) => {
            "never; even without the values that fall there is no overlap".to_owned()
        }
        turn => turn_in_words(case, turn),
    };
    format!("By all trends together: {together}.")
}

/// What happens by a trend, and when.
pub fn turn_in_words(case: &Case, turn: &CrossingDate) -> String {
    let date = |day: u32| {
        let dated = case
            .register
            .as_of
            .map(|zero| format!("{} (day {})", zero.plus(day), grouped(day)));
        dated.unwrap_or_else(|| format!("day {}", grouped(day)))
    };
    let years = || format!("within {} years", DAYS_MAX / 365);
    match turn {
        CrossingDate::Opens { day, .. } => format!("an overlap opens on {}", date(*day)),
        CrossingDate::Closes { day, .. } => format!("the overlap closes on {}", date(*day)),
        CrossingDate::NeverOpens(_) => "never: the others already clash".to_owned(),
        CrossingDate::NeverCloses(_) => "the overlap never closes: no value rises".to_owned(),
        CrossingDate::Closed(_) => format!("no overlap opens {}", years()),
        CrossingDate::Open(_) => format!("the overlap does not close {}", years()),
        CrossingDate::Stopped(reason) => format!("not decided, {}", unfinished(*reason)),
    }
}

/// What is known of lowering several values, and the ways to do it, the fewest parties first.
pub fn ways_in_words(case: &Case, joint: &JointPressure) -> (String, Vec<String>) {
    let (ways, stopped) = match joint {
        JointPressure::Complete(joint) => (joint.least(), None),
        JointPressure::Stopped { reason, known } => (known.as_slice(), Some(*reason)),
    };
    let count = counted(ways.len(), "least way");
    let known = match (ways, stopped) {
        ([], None) => {
            let none = "No pressure on any number of parties can ever open this: the demands clash \
                        whatever the no-deal values are.";
            return (none.to_owned(), Vec::new());
        }
        ([], Some(reason)) => return (format!("Not decided: {}.", unfinished(reason)), Vec::new()),
        ([_], None) => "The only least way".to_owned(),
        (_, None) => format!("All {count}"),
        (_, Some(reason)) => format!("{count}, not all of them ({}),", unfinished(reason)),
    };
    let known = format!(
        "{known} of lowering no-deal values that open an overlap; none lowers all that another one \
         does. The fewest parties first:"
    );
    let mut ways: Vec<&Lowered> = ways.iter().collect();
    ways.sort_by_cached_key(|way| falls(case, way).len());
    let ways = ways.into_iter().map(|way| reductions(case, way));
    (known, ways.collect())
}

/// "ORV by 3 and LET by 1".
fn reductions(case: &Case, way: &Lowered) -> String {
    let words = |(p, fall): (usize, Exact)| {
        let name = &case.parties[p].short;
        format!("{name} by {}", score(&fall))
    };
    let parts: Vec<String> = falls(case, way).into_iter().map(words).collect();
    listed(&parts, "and")
}

/// The parties whose values fall, and by how much.
fn falls(case: &Case, way: &Lowered) -> Vec<(usize, Exact)> {
    let floors = way.floors().iter().enumerate();
    let falls = floors.filter_map(|(p, floor)| Some((p, gap(case, PartyId::at(p), (*floor)?)?)));
    falls
        .filter(|(_, fall)| *fall > Exact::from_integer(0))
        .collect()
}

/// A value of any size as its party means it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unscaled {
    /// One of ordinary size.
    Exact(Exact),
    /// A fraction with very large terms, `p/q` in lowest terms.
    Large(String),
}

/// A value on a party's scale as the party means it.
pub fn unscaled(case: &Case, party: PartyId, value: &BigRatio) -> Unscaled {
    let scale = case.parties[party.index()].sheet.open().scale;
    let value = value / num_bigint::BigInt::from(scale);
    let terms = (i128::try_from(value.numer()), i128::try_from(value.denom()));
    match terms {
        (Ok(numer), Ok(denom)) => Unscaled::Exact(Exact::new(numer, denom)),
        _ if value.is_integer() => Unscaled::Large(value.numer().to_string()),
        _ => Unscaled::Large(format!("{}/{}", value.numer(), value.denom())),
    }
}
