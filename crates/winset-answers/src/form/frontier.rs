//! The form of a frontier.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::LowerCorner;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_solve::Engine;

use super::answer::package;
use super::as_text::AsText;
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::settlements::{PickedForm, listed};
use super::values::{Keyed, assumed_ids, present};
use super::words::ReasonWord;
use crate::ask::{FrontierAnswer, FrontierAnswerPoint};

/// The answer to `winset frontier`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontierForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<FrontierForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Of a scenario as GENIUS reads it: parties whose scores are not cut at 1, as GENIUS cuts them.
    pub uncut: Vec<String>,
    /// The frontier.
    pub frontier: FrontierPointsForm,
    /// Why it was stopped; null when it is complete.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// A frontier.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontierPointsForm {
    /// Whether these are all points.
    pub complete: bool,
    /// How many packages reach one of them; null where they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// For each party how much more an acceptable package may give it than the point that stands for
    /// the package, on its own scale: 0 when these are all points; null where that is not known.
    #[serde(deserialize_with = "present")]
    pub gap: Option<Vec<Number>>,
    /// The largest gap as a share of what lies between a party's no-deal value, or without one the
    /// least that a known point gives it, and the most that a known point gives it; null where that
    /// is not known, or nothing lies between.
    #[serde(deserialize_with = "present")]
    pub share: Option<Number>,
    /// How many points the whole frontier has; null where that is not known.
    #[serde(deserialize_with = "present")]
    pub of: Option<u64>,
    /// Different score vectors, in descending order.
    pub points: Vec<Vec<Number>>,
    /// Whose scores they hold, in order.
    pub parties: Vec<String>,
    /// For each point whether it is proven that no acceptable package beats it.
    pub proven: Vec<bool>,
    /// For each point how many packages have its scores; null where that was not counted.
    pub counts: Vec<Option<AsText<BigUint>>>,
    /// For each point one package, with the scores of all parties.
    pub shown: Vec<PickedForm>,
    /// For each point all its packages, where they were asked for; else none.
    pub listed: Vec<Vec<Keyed<String>>>,
    /// How it was found; null when nothing bounds it.
    #[serde(deserialize_with = "present")]
    pub engine: Option<EngineWord>,
    /// Where other points can be, when it was stopped: what each party gets there at least, null for
    /// anything.
    pub left: Vec<Vec<Option<Number>>>,
}

/// How a frontier was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EngineWord {
    /// Point by point.
    Sums,
    /// By boxes.
    Boxes,
    /// It was only bounded.
    Corners,
}

impl FrontierForm {
    /// The form of what was found.
    pub fn new(case: &Case, found: &FrontierAnswer, uncut: &[PartyId]) -> Self {
        let stopped = found.stopped.as_ref();
        let id = |party: &PartyId| case.parties[party.index()].id.clone();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            uncut: uncut.iter().map(id).collect(),
            frontier: FrontierPointsForm::new(case, found),
            stopped: stopped.map(|(reason, _)| ReasonWord::from(*reason)),
        }
    }
}

impl FrontierPointsForm {
    /// The form of what was found.
    pub(super) fn new(case: &Case, found: &FrontierAnswer) -> Self {
        let FrontierAnswer {
            axes,
            points,
            engine,
            missing,
            stopped,
            proofs: _,
        } = found;
        let counts: Vec<Option<&BigUint>> =
            points.iter().map(FrontierAnswerPoint::counted).collect();
        let packages = found.packages().filter(|_| stopped.is_none());
        let left = stopped.as_ref().map_or(&[][..], |(_, left)| left);
        let listed_of =
            |point: &FrontierAnswerPoint| point.packages.iter().map(|p| package(case, p)).collect();
        let any_listed = points.iter().any(|point| !point.packages.is_empty());
        let shown: Vec<_> = points.iter().map(|point| point.package.clone()).collect();
        Self {
            complete: found.complete(),
            gap: gap_form(case, found),
            share: match missing {
                Some(missing) => missing.share.as_ref().map(Number::of),
                None => stopped.is_none().then(|| Number::whole(0)),
            },
            of: match missing {
                Some(missing) => missing.of.map(|of| of as u64),
                None => stopped.is_none().then_some(points.len() as u64),
            },
            proven: points.iter().map(|point| point.proven).collect(),
            packages: packages.map(AsText),
            points: points
                .iter()
                .map(|point| scores(case, axes, point))
                .collect(),
            parties: axes
                .iter()
                .map(|p| case.parties[p.index()].id.clone())
                .collect(),
            counts: counts
                .iter()
                .map(|count| count.cloned().map(AsText))
                .collect(),
            shown: listed(case, &shown),
            listed: if any_listed {
                points.iter().map(listed_of).collect()
            } else {
                Vec::new()
            },
            engine: match engine {
                Some(Engine::Sums) => Some(EngineWord::Sums),
                Some(Engine::Boxes) => Some(EngineWord::Boxes),
                None => missing.as_ref().map(|_| EngineWord::Corners),
            },
            left: left
                .iter()
                .map(|floors| floor_form(case, axes, floors))
                .collect(),
        }
    }
}

/// The gaps of the parties; `None` where nothing is known of them.
fn gap_form(case: &Case, found: &FrontierAnswer) -> Option<Vec<Number>> {
    let gap = match (&found.missing, &found.stopped) {
        (Some(missing), _) => missing.gap.clone(),
        (None, None) => vec![0; found.axes.len()],
        (None, Some(_)) => return None,
    };
    let gaps = found.axes.iter().zip(gap);
    Some(
        gaps.map(|(axis, gap)| Number::of(&case.unscaled(*axis, gap)))
            .collect(),
    )
}

fn scores(case: &Case, axes: &[PartyId], point: &FrontierAnswerPoint) -> Vec<Number> {
    let scores = axes.iter().filter_map(|axis| point.score(case, *axis));
    scores.map(|score| Number::of(&score)).collect()
}

fn floor_form(case: &Case, axes: &[PartyId], floors: &LowerCorner) -> Vec<Option<Number>> {
    let floors = axes.iter().zip(floors);
    let number = |(axis, floor): (&PartyId, &Option<i64>)| {
        floor.map(|floor| Number::of(&case.unscaled(*axis, floor)))
    };
    floors.map(number).collect()
}
