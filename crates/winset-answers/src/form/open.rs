//! The form of openings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::{Cheapest, Opening};
use winset_model::case::Case;
use winset_model::derived::Movable;
use winset_solve::{Blocked, Clashes, Move, OpeningsEnd, Target, Wanted};

use super::answer::{CertificateForm, certificate};
use super::beyond::OpenedForm;
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, assumed_ids, present};
use super::words::{OrderWord, ReasonWord};
use crate::ask::OpeningsAnswer;
use winset_told::demand;
use winset_told::opening::{costs_by_owner, given_up};

/// The answer to `winset open`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<OpenForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Minimal openings, in order; where an overlap exists already, one that gives up nothing.
    pub openings: Vec<OpeningForm>,
    /// Whether these are all minimal openings.
    pub complete: bool,
    /// What is in the way when there is none: `no-deal-values` when something would open without
    /// them; null otherwise, and when that was not decided.
    #[serde(deserialize_with = "present")]
    pub reason: Option<BlockedWord>,
    /// What was not finished; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<OpeningsStoppedForm>,
    /// What was asked.
    pub view: OpeningsViewForm,
    /// Clashes of demands that `opens` looks at; null where nothing has to be given up.
    #[serde(deserialize_with = "present")]
    pub clashes: Option<ClashCountForm>,
}

/// What is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockedWord {
    /// Without the no-deal values something would open.
    NoDealValues,
    /// Nothing opens even without them.
    Positions,
}

/// An opening.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningForm {
    /// The sum of all parties' costs, which are estimates on scales of their own.
    pub cost: Number,
    /// The cost of the party that it costs most.
    pub largest: Number,
    /// How many demands move.
    pub moves: Number,
    /// Lines that move, and the steps that they move to.
    pub steps: Keyed<Number>,
    /// Links and vote rules that are given up.
    pub dropped: Vec<String>,
    /// What it costs each party that moves, by its own estimate.
    pub by_owner: Keyed<Number>,
    /// For each demand that moves what this does to the clashes; null when it is not known.
    #[serde(deserialize_with = "present")]
    pub opens: Option<Keyed<EndsForm>>,
    /// The overlap that results; null for an opening that is only known.
    #[serde(deserialize_with = "present")]
    pub overlap: Option<OpenedForm>,
    /// The proof that nothing but earlier ones is cheaper; null when it costs nothing, and for an
    /// opening that is only known.
    #[serde(deserialize_with = "present")]
    pub certificate: Option<CertificateForm>,
}

/// What a move does to the clashes.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndsForm {
    /// How many clashes the demand is in.
    pub clashes: Number,
    /// Those that the move ends alone.
    pub ends: Vec<Vec<String>>,
}

/// How many clashes were looked at.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClashCountForm {
    /// How many.
    pub count: Number,
    /// Whether these are all.
    pub complete: bool,
}

/// What was not finished.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningsStoppedForm {
    /// Why.
    pub reason: ReasonWord,
    /// The next opening costs at least this, all parties together; null when the list is as long
    /// as asked for and something else was not finished.
    #[serde(deserialize_with = "present")]
    pub at_least: Option<Number>,
    /// With the order `largest`: its largest cost is at least this, and `at_least` holds if it is
    /// this.
    #[serde(deserialize_with = "present")]
    pub level: Option<Number>,
    /// An opening that is not known to be the next one.
    #[serde(deserialize_with = "present")]
    pub known: Option<Box<OpeningForm>>,
}

/// What was asked.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningsViewForm {
    /// In which order: by the sum of costs, or by the cost of the party that it costs most.
    pub order: OrderWord,
    /// How many were asked for; null: all.
    #[serde(deserialize_with = "present")]
    pub first: Option<Number>,
    /// The only party whose demands may move; null: everybody's.
    #[serde(deserialize_with = "present")]
    pub party: Option<String>,
    /// Demands that stay.
    pub keep: Vec<String>,
    /// The most that a party bears.
    pub max_cost: Keyed<Number>,
    /// Whether vote rules stay or may be set aside.
    pub votes: VotesWord,
}

/// What becomes of vote rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VotesWord {
    /// They stay.
    Stay,
    /// They may be set aside.
    MayDrop,
}

fn size(count: usize) -> Number {
    Number::whole(i128::try_from(count).unwrap_or(i128::MAX))
}

impl OpenForm {
    /// The form of openings.
    pub fn new(case: &Case, opened: &OpeningsAnswer) -> Self {
        let reason = match &opened.found.end {
            OpeningsEnd::Nothing(_, Blocked::NoDealValues) => Some(BlockedWord::NoDealValues),
            OpeningsEnd::Nothing(_, Blocked::Positions(_)) => Some(BlockedWord::Positions),
            OpeningsEnd::Nothing(_, Blocked::Undecided(_))
            | OpeningsEnd::Complete(_)
            | OpeningsEnd::Dearer(_)
            | OpeningsEnd::Stopped(_) => None,
        };
        let count = |found: &Clashes| ClashCountForm {
            count: size(found.list.len()),
            complete: found.stopped.is_none(),
        };
        let places = 0..opened.found.list.len();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            openings: places.filter_map(|p| proven(case, opened, p)).collect(),
            complete: matches!(
                &opened.found.end,
                OpeningsEnd::Complete(_) | OpeningsEnd::Nothing(..)
            ),
            reason,
            stopped: cut(case, opened),
            view: view(case, opened),
            clashes: opened.clashes.as_ref().map(count),
        }
    }
}

/// An opening of the list.
fn proven(case: &Case, opened: &OpeningsAnswer, place: usize) -> Option<OpeningForm> {
    let found: &Cheapest = opened.found.list.get(place)?;
    let mut form = plain(case, found.opening());
    let moves = opened.moves.as_ref().and_then(|lists| lists.get(place));
    form.opens = moves.map(|moves| opens(case, opened, moves));
    let around = opened.overlaps.get(place);
    let settled = opened.settled.get(place);
    form.overlap = around.map(|found| OpenedForm::new(case, found, settled));
    let proof = found.cheaper().map(winset_check::NoOther::proof);
    form.certificate = proof.map(certificate);
    Some(form)
}

/// What an opening gives up, and what that costs.
fn plain(case: &Case, opening: &Opening) -> OpeningForm {
    let (mut steps, mut dropped) = (Vec::new(), Vec::new());
    for (demand, to) in given_up(opening.concession()) {
        let name = case.demand_name(demand).to_owned();
        match to {
            Target::Step(step) => steps.push((name, size(step))),
            Target::Dropped => dropped.push(name),
        }
    }
    let shares = costs_by_owner(case, opening).into_iter();
    let shares = shares.map(|(party, cost)| {
        let id = case.parties[party.index()].id.clone();
        (id, Number::whole(cost))
    });
    OpeningForm {
        cost: Number::whole(opening.cost()),
        largest: Number::whole(opening.largest()),
        moves: size(opening.concession().len()),
        steps: Keyed(steps),
        dropped,
        by_owner: Keyed(shares.collect()),
        opens: None,
        overlap: None,
        certificate: None,
    }
}

fn opens(case: &Case, opened: &OpeningsAnswer, moves: &[Move]) -> Keyed<EndsForm> {
    let clashes = opened.clashes.iter().flat_map(|found| &found.list);
    let clashes: Vec<_> = clashes.collect();
    let names = |place: &usize| {
        let clash = clashes.get(*place)?;
        Some(demand::names(case, clash.members()))
    };
    let one = |moved: &Move| {
        let mut ends: Vec<Vec<String>> = moved.ends.iter().filter_map(names).collect();
        ends.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        let form = EndsForm {
            clashes: size(moved.member_of.len()),
            ends,
        };
        (case.demand_name(moved.demand).to_owned(), form)
    };
    Keyed(moves.iter().map(one).collect())
}

fn cut(case: &Case, opened: &OpeningsAnswer) -> Option<OpeningsStoppedForm> {
    let plain_reason = |reason| OpeningsStoppedForm {
        reason: ReasonWord::from(reason),
        at_least: None,
        level: None,
        known: None,
    };
    match &opened.found.end {
        OpeningsEnd::Stopped(cut) => Some(OpeningsStoppedForm {
            at_least: Some(Number::whole(cut.at_least)),
            level: cut.level.map(Number::whole),
            known: cut.best.as_ref().map(|best| Box::new(plain(case, best))),
            ..plain_reason(cut.reason)
        }),
        OpeningsEnd::Nothing(_, Blocked::Undecided(reason)) => Some(plain_reason(*reason)),
        OpeningsEnd::Nothing(..) | OpeningsEnd::Complete(_) | OpeningsEnd::Dearer(_) => {
            opened.cut.map(plain_reason)
        }
    }
}

fn view(case: &Case, opened: &OpeningsAnswer) -> OpeningsViewForm {
    let asked = &opened.asked.terms;
    let id = |party: usize| case.parties[party].id.clone();
    let limits = asked.most.iter().enumerate();
    let limits = limits.filter_map(|(party, most)| Some((id(party), Number::whole((*most)?))));
    let kept = asked.terms.keep.iter();
    OpeningsViewForm {
        order: asked.order.into(),
        first: match opened.asked.wanted {
            Wanted::First(count) => Some(size(count)),
            Wanted::All => None,
        },
        party: asked.terms.only_party.map(|party| id(party.index())),
        keep: kept.map(|d| case.demand_name(*d).to_owned()).collect(),
        max_cost: Keyed(limits.collect()),
        votes: match asked.terms.votes {
            Movable::Never => VotesWord::Stay,
            Movable::Allowed => VotesWord::MayDrop,
        },
    }
}
