//! What settlement rules pick.

use num_bigint::BigUint;
use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::disagreement::Basis;
use winset_model::options::{Package, PartyId, PointId};
use winset_solve::{
    Count, SettlementFound, SettlementTerms, Settlements, Ties, Unsettled, seats_in_favour,
};

use crate::called;
use crate::names::Names;
use crate::standing;
use crate::words::{grouped, labels, listed, score};

/// The first package of each rule that picks one, with the rule's name; where others are as good, it
/// says so: "Nash (one of 4)".
pub fn firsts(found: &Settlements) -> Vec<(String, &Acceptable)> {
    let all = [
        ("Nash", first(&found.nash)),
        ("Kalai-Smorodinsky", first(&found.kalai_smorodinsky)),
        ("egalitarian", first(&found.egalitarian)),
        ("utilitarian", first(&found.utilitarian)),
    ];
    let named = all
        .into_iter()
        .map(|(name, ties)| Some((label(name, ties?), ties?.packages.first()?)));
    named.flatten().collect()
}

fn label(name: &str, ties: &Ties) -> String {
    match standing::exact(&ties.count) {
        Some(count) if *count == 1_u8.into() => name.to_owned(),
        Some(count) => format!("{name} (one of {})", grouped(count)),
        None => format!("{name} (one of at least {})", grouped(ties.packages.len())),
    }
}

/// The packages that rules pick first, each once, with the rules that pick it, named as by [`firsts`].
pub fn picked(found: &Settlements) -> Vec<(Vec<String>, &Acceptable)> {
    let mut picked: Vec<(Vec<String>, &Acceptable)> = Vec::new();
    for (rule, package) in firsts(found) {
        match picked
            .iter_mut()
            .find(|(_, p)| p.package() == package.package())
        {
            Some((rules, _)) => rules.push(rule),
            None => picked.push((vec![rule], package)),
        }
    }
    picked
}

fn first<C>(settlement: &SettlementFound<C>) -> Option<&Ties> {
    match settlement {
        SettlementFound::Found { ties, .. } => Some(ties),
        SettlementFound::None(_) | SettlementFound::Stopped { .. } => None,
    }
}

/// The disagreement point, and where it comes from.
pub fn disagreement(case: &Case, terms: &SettlementTerms) -> String {
    let of_party = |party: &PartyId| {
        let value = score(&terms.disagreement.value(*party)?);
        let basis = match terms.disagreement.basis(*party)? {
            Basis::Impasse => " (impasse)",
            Basis::NoDeal | Basis::Given => "",
            Basis::Assumed => " (assumed: none is stated)",
        };
        Some(format!(
            "{} {value}{basis}",
            case.parties[party.index()].short
        ))
    };
    let values: Vec<String> = terms.parties.iter().filter_map(of_party).collect();
    format!(
        "Gains are counted from the disagreement point: {}.",
        listed(&values, "and")
    )
}

/// What a package gives each party.
pub fn worth(case: &Case, found: &Acceptable) -> String {
    let of_party = |(place, value): (usize, &Option<i64>)| {
        let value = score(&case.unscaled(PartyId::at(place), (*value)?));
        Some(format!("{} {value}", case.parties[place].short))
    };
    let scores: Vec<String> = found
        .scores()
        .iter()
        .enumerate()
        .filter_map(of_party)
        .collect();
    scores.join(", ")
}

/// What a package gives each party, and the votes it gets.
pub fn scores(case: &Case, found: &Acceptable) -> String {
    let scores = worth(case, found);
    let seats = seats_in_favour(case, found.package());
    let votes = case.bodies.iter().zip(seats).map(|(body, seats)| {
        format!(
            "{} {} of {}",
            body.name,
            grouped(seats),
            grouped(body.seats)
        )
    });
    let votes: Vec<String> = votes.collect();
    if votes.is_empty() {
        scores
    } else {
        format!("{scores}; votes: {}", votes.join(", "))
    }
}

/// A package in words, in point order: "P: Freeze at the line (t2); Q: ...".
pub fn package(case: &Case, package: &Package) -> String {
    let names = Names::new(case);
    let settled = package.0.iter().enumerate().map(|(place, option)| {
        let (on, point) = (PointId::at(place), &case.points[place]);
        format!("{}: {}", names.point(on), called::option(point, *option))
    });
    settled.collect::<Vec<_>>().join("; ")
}

/// What packages that are as good settle, and what they leave open: "all have «b» on land; left open:
/// fee («a» or «b»), watch (any)", and whether in every combination. None where that is not known.
pub fn settles(case: &Case, ties: &Ties) -> Option<String> {
    let held = ties.occurring.as_ref()?;
    let names = Names::new(case);
    let (mut settled, mut open) = (Vec::new(), Vec::new());
    for (place, set) in held.iter().enumerate() {
        let point = PointId::at(place);
        let on = names.point(point);
        if set.len() == 1 {
            settled.push(format!("{} on {on}", labels(case, point, set, "or")));
        } else if set.len() == case.points[place].options.len() {
            open.push(format!("{on} (any)"));
        } else {
            open.push(format!("{on} ({})", labels(case, point, set, "or")));
        }
    }
    let product: BigUint = held.iter().map(|set| BigUint::from(set.len())).product();
    // Options that are open one by one need not be so together.
    let bound = match standing::exact(&ties.count) {
        Some(count) if *count == product => "",
        _ => "; not in every combination",
    };
    let open = open.join(", ");
    Some(match settled.join(", ") {
        settled if open.is_empty() => settled,
        settled if settled.is_empty() => format!("no point is settled; left open: {open}{bound}"),
        settled => format!("all have {settled}; left open: {open}{bound}"),
    })
}

/// Why a rule picks nothing.
pub fn none(why: &Unsettled) -> &'static str {
    match why {
        Unsettled::NoOverlap(_) => "none: no package is acceptable to all",
        Unsettled::Nobody => "none: no party states preferences",
        Unsettled::SomebodyLoses(_) => {
            "none: every acceptable package leaves somebody below its disagreement value; proven"
        }
        Unsettled::NobodyGains(_) => {
            "none: no acceptable package gives any party more than its disagreement value; proven"
        }
        Unsettled::NotComparable => {
            "left out: the case does not say that scores of different parties can be added up \
             (`comparable: true`); winset settle --comparable asks for it all the same"
        }
    }
}

/// How many packages a rule picks, where all are counted.
pub fn packages_picked(found: &[(Acceptable, Count)]) -> Option<BigUint> {
    standing::total(found.iter().map(|(_, count)| count))
}

/// A rule of fairness with what it looks for, and its name behind: "largest product of gains (Nash)".
pub fn rule_in_words(named: &str) -> String {
    let (name, rest) = named.split_once(" (").unwrap_or((named, ""));
    let seeks = match name {
        "Nash" => "the largest product of gains",
        "Kalai-Smorodinsky" => "the worst-off first, by shares of each party’s best gain",
        "egalitarian" => "the worst-off first, by gains as they are",
        "utilitarian" => "the largest sum of scores",
        _ => return named.to_owned(),
    };
    match rest.strip_suffix(')') {
        Some(one) => format!("{seeks} ({name}; {one})"),
        None => format!("{seeks} ({name})"),
    }
}
