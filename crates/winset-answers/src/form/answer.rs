//! The form of answers.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::NoOverlap;
use winset_model::case::{Case, Point};
use winset_model::options::{OptionSet, Package, PartyId};
use winset_solve::{Obstacle, Overlap, Verdict};

use super::as_text::AsText;
use super::beyond::OpeningBriefForm;
use super::clashes::{ClashesBriefForm, CorrectionsBriefForm};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::plan_of_verdict::PlanOfVerdictForm;
use super::settlements::{SettlementsForm, settlements};
use super::values::{Keyed, always, assumed_ids, present};
use super::words::ReasonWord;
use crate::ask::{PlanOfVerdict, VerdictSummary};
use winset_told::standing::{self, Floorless, Standing};

/// The answer to `winset solve`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<AnswerForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Number of all packages.
    pub packages: AsText<BigUint>,
    /// What the plan of the case means for the answer; left out where it says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanOfVerdictForm>,
    /// The answer at the declared positions.
    pub verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    #[serde(deserialize_with = "present")]
    pub overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    pub without_floors: WithoutFloorsForm,
    /// What stands in the way; null when there is an overlap or it is not known.
    #[serde(deserialize_with = "present")]
    pub in_the_way: Option<InTheWayWord>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    #[serde(deserialize_with = "present")]
    pub certificate: Option<CertificateForm>,
    /// Clashes of demands, no-deal values left out; null with `--brief`, and where there is an
    /// overlap.
    #[serde(deserialize_with = "present")]
    pub clashes: Option<ClashesBriefForm>,
    /// Corrections; null with `--brief`, and where there is an overlap.
    #[serde(deserialize_with = "present")]
    pub corrections: Option<CorrectionsBriefForm>,
    /// The cheapest openings, all that are equally cheap; where there is an overlap, one that gives
    /// up nothing; empty where nothing opens, or none was found in the work spent on it. Null with
    /// `--brief`.
    #[serde(deserialize_with = "present")]
    pub openings: Option<Vec<OpeningBriefForm>>,
    /// Settlements in the overlap; null with `--brief`, and where there is none.
    #[serde(deserialize_with = "present")]
    pub settlements: Option<SettlementsForm>,
    /// What was not finished, and why; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<StoppedForm>,
}

/// An answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictWord {
    /// At least one package is acceptable to all.
    Overlap,
    /// Proven and checked: no package is.
    NoOverlap,
    /// Stopped before either was known.
    Undecided,
}

/// The acceptable packages.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlapForm {
    /// How many there are; null when they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// Points that all acceptable packages settle on the same option, and that option; null when
    /// not finished.
    #[serde(deserialize_with = "present")]
    pub fixed: Option<Keyed<String>>,
    /// Points that acceptable packages settle differently, and the options that occur; null when
    /// not finished.
    #[serde(deserialize_with = "present")]
    pub open: Option<Keyed<Vec<String>>>,
    /// For each party the most that it can get within the overlap; parties without preferences are
    /// left out, and so is a value that was not proven in time.
    pub best: Keyed<Number>,
    /// One acceptable package: an option for every point.
    pub witness: Keyed<String>,
}

/// The answer without floors.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithoutFloorsForm {
    /// In one word.
    pub verdict: VerdictWord,
    /// Number of packages; null when they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
}

/// What stands in the way of an overlap.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InTheWayWord {
    /// No-deal values: without them there are packages.
    Values,
    /// Positions: without any no-deal value there is none either.
    Positions,
    /// Laws, with what is fixed and excluded: without any demand and any no-deal value there is
    /// still none.
    Laws,
    /// Positions or laws: without any no-deal value there is none either; whether the laws alone
    /// leave a package was not decided.
    PositionsOrLaws,
}

impl From<Obstacle> for InTheWayWord {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Values => Self::Values,
            Obstacle::Positions => Self::Positions,
            Obstacle::Laws => Self::Laws,
            Obstacle::PositionsOrLaws(_) => Self::PositionsOrLaws,
        }
    }
}

/// The size of a proof.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateForm {
    /// Nodes of its tree.
    pub nodes: Number,
    /// Bytes of its file.
    pub bytes: Number,
    /// That it was checked against the case; an unchecked proof is never reported.
    #[serde(deserialize_with = "always")]
    #[schemars(extend("const" = true))]
    pub checked: bool,
}

/// What was not finished.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StoppedForm {
    /// Why.
    pub reason: ReasonWord,
    /// The unfinished count is at least this.
    pub at_least: AsText<BigUint>,
    /// The unfinished count is at most this.
    pub bound: AsText<BigUint>,
}

impl AnswerForm {
    /// The form of a verdict.
    pub fn new(
        case: &Case,
        verdict: &Verdict,
        summary: Option<&VerdictSummary>,
        plan: Option<&PlanOfVerdict>,
    ) -> Self {
        let Parts {
            verdict: word,
            overlap,
            without_floors,
            in_the_way,
            certificate,
            stopped,
        } = Parts::of(case, verdict);
        let clashes = summary.and_then(|b| b.clashes.as_ref());
        let settled = summary.filter(|_| word == VerdictWord::Overlap);
        let settled = settled.and_then(|b| b.settled.as_ref());
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            packages: AsText(verdict.packages.clone()),
            plan: plan.map(PlanOfVerdictForm::new),
            verdict: word,
            overlap,
            without_floors,
            in_the_way,
            certificate,
            clashes: clashes.map(|found| ClashesBriefForm::new(case, found)),
            corrections: clashes.map(CorrectionsBriefForm::new),
            openings: summary.map(|summary| OpeningBriefForm::list(case, summary)),
            settlements: settled.map(|settled| settlements(case, settled)),
            stopped,
        }
    }
}

/// What every answer with a verdict says.
pub(super) struct Parts {
    pub(super) verdict: VerdictWord,
    pub(super) overlap: Option<OverlapForm>,
    pub(super) without_floors: WithoutFloorsForm,
    pub(super) in_the_way: Option<InTheWayWord>,
    pub(super) certificate: Option<CertificateForm>,
    pub(super) stopped: Option<StoppedForm>,
}

impl Parts {
    pub(super) fn of(case: &Case, verdict: &Verdict) -> Self {
        let (word, overlap, certificate) = match standing::declared(verdict) {
            Standing::Overlap(found) => (VerdictWord::Overlap, Some(overlap(case, found)), None),
            Standing::None(proof) => (VerdictWord::NoOverlap, None, Some(certificate(proof))),
            Standing::Undecided(..) => (VerdictWord::Undecided, None, None),
        };
        let stopped = standing::stop(verdict).map(|stop| StoppedForm {
            reason: stop.reason.into(),
            at_least: AsText(stop.at_least.clone()),
            bound: AsText(stop.bound.clone()),
        });
        Self {
            verdict: word,
            overlap,
            without_floors: without_floors(standing::floorless(verdict)),
            in_the_way: verdict.in_the_way.map(InTheWayWord::from),
            certificate,
            stopped,
        }
    }
}

fn without_floors(floorless: Floorless<'_>) -> WithoutFloorsForm {
    let (verdict, packages) = match floorless {
        Floorless::Overlap(count) => (
            VerdictWord::Overlap,
            standing::exact(count).cloned().map(AsText),
        ),
        Floorless::None => (VerdictWord::NoOverlap, Some(AsText(BigUint::ZERO))),
        Floorless::Undecided(..) => (VerdictWord::Undecided, None),
    };
    WithoutFloorsForm { verdict, packages }
}

pub(super) fn certificate(proof: &NoOverlap) -> CertificateForm {
    let bytes = i64::try_from(proof.bytes().len()).expect("a slice has at most isize::MAX bytes");
    CertificateForm {
        nodes: Number::whole(proof.nodes()),
        bytes: Number::whole(bytes),
        checked: true,
    }
}

pub(super) fn overlap(case: &Case, found: &Overlap) -> OverlapForm {
    let occurring = found.occurring.as_deref();
    let best = found.best.iter().flatten().map(|best| {
        let value = case.unscaled(best.party(), best.value());
        (
            case.parties[best.party().index()].id.clone(),
            Number::of(&value),
        )
    });
    OverlapForm {
        packages: standing::exact(&found.count).cloned().map(AsText),
        fixed: occurring.map(|sets| fixed(case, sets)),
        open: occurring.map(|sets| open(case, sets)),
        best: Keyed(best.collect()),
        witness: package(case, found.witness.package()),
    }
}

fn fixed(case: &Case, sets: &[OptionSet]) -> Keyed<String> {
    let settled = case
        .points
        .iter()
        .zip(sets)
        .filter(|(_, set)| set.len() == 1);
    let named = settled.map(|(point, set)| (point.id.clone(), names(point, set).concat()));
    Keyed(named.collect())
}

fn open(case: &Case, sets: &[OptionSet]) -> Keyed<Vec<String>> {
    let unsettled = case
        .points
        .iter()
        .zip(sets)
        .filter(|(_, set)| set.len() != 1);
    let named = unsettled.map(|(point, set)| (point.id.clone(), names(point, set)));
    Keyed(named.collect())
}

pub(super) fn names(point: &Point, set: &OptionSet) -> Vec<String> {
    set.iter()
        .map(|option| point.options[option.index()].id.clone())
        .collect()
}

/// A package: an option for every point.
pub(super) fn package(case: &Case, package: &Package) -> Keyed<String> {
    let settled = case.points.iter().zip(&package.0);
    let named = settled.map(|(point, o)| (point.id.clone(), point.options[o.index()].id.clone()));
    Keyed(named.collect())
}

/// What a package is worth to each of some parties that has scores.
pub(super) fn worth_to(
    case: &Case,
    parties: impl IntoIterator<Item = PartyId>,
    package: &Package,
) -> Keyed<Number> {
    let of = parties.into_iter().filter_map(|party| {
        let score = case.score(party, package)?;
        let id = case.parties[party.index()].id.clone();
        Some((id, Number::of(&case.unscaled(party, score))))
    });
    Keyed(of.collect())
}
