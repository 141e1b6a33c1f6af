//! Where the case stands, in sentences: the verdict, what is in the way, what opens the way.

use winset_check::{Cheapest, Opening};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Blocked, Count, Openings, OpeningsEnd, Verdict};
use winset_told::grouped;
use winset_told::opening::{MoveTold, given_up, moved};
use winset_told::words::{capital, party_named};

use winset_told::messages::Language;
use winset_told::stopped;
use winset_told::verdict::why_none;

/// The verdict in a sentence, why, and its class.
#[derive(Debug)]
pub(crate) struct Headline {
    pub(crate) text: String,
    pub(crate) why: Option<String>,
    pub(crate) class: &'static str,
}

/// A number of packages; where it was not counted to the end, what is known of it.
pub(crate) fn packages(words: &Language, count: &Count) -> String {
    match count {
        Count::Exact(n) => grouped(n),
        Count::Between {
            at_least, at_most, ..
        } => {
            let bounds = [("least", grouped(at_least)), ("most", grouped(at_most))];
            words.fill("between", &bounds).into_owned()
        }
    }
}

/// That something was not decided, and why.
pub(crate) fn stopped(words: &Language, reason: StopReason) -> String {
    let why = words.get(stopped::message(reason));
    words.with("undecided", why).into_owned()
}

/// The verdict on a case.
pub(crate) fn headline(words: &Language, verdict: &Verdict) -> Headline {
    let all = grouped(&verdict.packages);
    match &verdict.overlap {
        Answer::Found(overlap)
        | Answer::Stopped {
            best: Some(overlap),
            ..
        } => {
            let n = packages(words, &overlap.count);
            Headline {
                text: words
                    .fill("overlap-some", &[("n", n), ("all", all)])
                    .into_owned(),
                why: None,
                class: "open",
            }
        }
        Answer::Impossible(_) => Headline {
            text: words.with("overlap-none", all).into_owned(),
            why: why_none(words, verdict, false),
            class: "closed",
        },
        Answer::Stopped { reason, bound, .. } => Headline {
            text: words
                .with("overlap-unknown", grouped(&bound.at_most))
                .into_owned(),
            why: Some(stopped(words, *reason)),
            class: "unknown",
        },
    }
}

/// A step of an opening in words, and what it costs its owner.
#[derive(Debug)]
pub(crate) struct Move {
    pub(crate) text: String,
    /// The identifier of the demand that moves.
    pub(crate) code: String,
    pub(crate) cost: String,
}

/// An opening: what is given up, and what it costs whom.
#[derive(Debug)]
pub(crate) struct Way {
    pub(crate) cost: String,
    /// Party and cost, for those that it costs something.
    pub(crate) owners: Vec<(String, String)>,
    pub(crate) moves: Vec<Move>,
    /// The fields of the page of clashes that stand for it.
    pub(crate) fields: String,
}

/// An opening in words.
pub(crate) fn way(case: &Case, opening: &Opening) -> Way {
    let declared = Positions::declared(case);
    let moves = given_up(opening.concession())
        .into_iter()
        .map(|(demand, to)| {
            let MoveTold { what, cost } = moved((case, &declared), demand, to);
            Move {
                text: what.label,
                code: what.code.unwrap_or_default(),
                cost: grouped(cost),
            }
        });
    let costs = opening
        .costs()
        .iter()
        .enumerate()
        .filter(|(_, cost)| **cost > 0);
    let name = |party: usize| capital(&party_named(case, PartyId::at(party)));
    Way {
        cost: grouped(opening.cost()),
        owners: costs.map(|(p, cost)| (name(p), grouped(cost))).collect(),
        moves: moves.collect(),
        fields: super::address::fields(case, opening.concession()),
    }
}

/// The openings of a list, and what is to be said where there is none.
#[derive(Debug)]
pub(crate) struct Ways {
    pub(crate) list: Vec<Way>,
    pub(crate) remark: Option<String>,
}

/// Openings in words.
pub(crate) fn ways(words: &Language, case: &Case, found: &Openings) -> Ways {
    let openings: Vec<&Opening> = found.list.iter().map(Cheapest::opening).collect();
    let needless = openings.iter().any(|o| o.concession().is_empty());
    let remark = match &found.end {
        OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => None,
        OpeningsEnd::Nothing(_, blocked) => Some(match blocked {
            Blocked::NoDealValues => words.get("nothing-values").into_owned(),
            Blocked::Positions(_) => words.get("nothing-positions").into_owned(),
            Blocked::Undecided(reason) => stopped(words, *reason),
        }),
        OpeningsEnd::Stopped(unfinished) => Some(stopped(words, unfinished.reason)),
    };
    Ways {
        list: if needless {
            Vec::new()
        } else {
            openings
                .into_iter()
                .map(|opening| way(case, opening))
                .collect()
        },
        remark,
    }
}

/// The short name of a party.
pub(crate) fn short(case: &Case, party: PartyId) -> &str {
    &case.parties[party.index()].short
}
