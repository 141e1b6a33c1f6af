//! Where the talks stand, in words.

use winset_model::case::Case;
use winset_model::offer::StandChange;
use winset_model::options::{OptionId, OptionSet, PointId};
use winset_model::positions::Positions;
use winset_solve::{Clashes, PointStanding, PointStatus, Signal, Status};

use crate::clash::clash_points;
use crate::names::Names;
use crate::words::{capital, counted, labels, point_named};

/// For each point the number of clashes that touch it.
pub fn clashes_of_points(case: &Case, found: &Clashes) -> Vec<usize> {
    let declared = Positions::declared(case);
    let mut counts = vec![0; case.points.len()];
    for clash in &found.list {
        let points = clash_points(case, &declared, clash.members());
        points.iter().for_each(|p| counts[p.index()] += 1);
    }
    counts
}

/// How many points are agreed, bracketed and blocked.
pub fn counts(status: &Status) -> [usize; 3] {
    let mut counts = [0; 3];
    for point in &status.points {
        counts[match point.standing {
            PointStanding::Agreed(_) => 0,
            PointStanding::Bracketed => 1,
            PointStanding::Blocked => 2,
        }] += 1;
    }
    counts
}

/// How many of those who must agree say what everybody says who has spoken of the point, and how many
/// they are; none where nobody has spoken, or not all say the same.
pub fn said_by(case: &Case, point: &PointStatus) -> Option<(usize, usize)> {
    let mut said = point.offers.iter().flatten();
    let first = said.next()?;
    if said.any(|option| option != first) {
        return None;
    }
    let must = case.must_agree();
    let say_so = must
        .iter()
        .filter(|party| point.offers[party.index()].is_some());
    Some((say_so.count(), must.len()))
}

/// How the points stand, in a sentence.
pub fn headline(status: &Status) -> String {
    let [agreed, bracketed, blocked] = counts(status);
    let of = counted(status.points.len(), "point");
    format!("{of}: {agreed} agreed, {bracketed} bracketed, {blocked} blocked.")
}

/// Where a signal comes from, and what it says.
pub fn signal_in_words(case: &Case, signal: &Signal) -> (String, String) {
    let names = Names::new(case);
    let one = |p: PointId, option: OptionId| labels(case, p, &OptionSet::from_iter([option]), "or");
    let of = |p: PointId, set: &OptionSet| labels(case, p, set, "or");
    let (source, by, said) = match signal {
        Signal::OfferCrossesOwnDeclaredLine {
            offer,
            by,
            line: _,
            point: p,
            declared,
            offered,
        } => {
            let (to, on) = (one(*p, *offered), names.point(*p));
            let line = of(*p, declared);
            let said = format!("offers {to} on {on}, outside its own declared line: only {line}");
            (format!("offer {offer}"), by, said)
        }
        Signal::WithdrawnConcession {
            offer,
            by,
            point: p,
            from,
            to,
        } => {
            let (from, to, on) = (one(*p, *from), one(*p, *to), names.point(*p));
            let said = format!("takes back a concession on {on}: {to} after {from}");
            (format!("offer {offer}"), by, said)
        }
        Signal::RepeatedDemand {
            offer,
            by,
            point: p,
            held,
            since,
        } => {
            let (held, on) = (one(*p, *held), names.point(*p));
            let though = "though another party moved on it";
            let said = format!("repeats {held} on {on}, as since offer {since}, {though}");
            (format!("offer {offer}"), by, said)
        }
        Signal::StatementWiderThanLine {
            statement,
            by,
            line: _,
            point: p,
            declared,
            reads_as,
        } => {
            let (reads_as, on) = (of(*p, reads_as), names.point(*p));
            let line = of(*p, declared);
            let said =
                format!("speaks of {reads_as} on {on}, wider than its declared line: only {line}");
            (format!("said ({statement})"), by, said)
        }
    };
    (source, format!("{} {said}", capital(names.party(*by))))
}

/// What an offer changes of what its maker stood for: "«b» instead of «a» on P".
pub fn change_in_words(case: &Case, change: StandChange) -> String {
    let StandChange { point, from, to } = change;
    let one = |option: OptionId| labels(case, point, &OptionSet::from_iter([option]), "or");
    let on = point_named(case, point);
    match from {
        None => format!("{} on {on}", one(to)),
        Some(from) if from == to => format!("{} on {on}, as before", one(to)),
        Some(from) => format!("{} instead of {} on {on}", one(to), one(from)),
    }
}
