//! The form of what-ifs.

use num_bigint::{BigInt, BigUint};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::{Case, Party, Point};
use winset_model::number::Exact;
use winset_model::overlay::OverlayChange;
use winset_solve::{BestShift, Difference, PointShift, Shift};
use winset_told::changed::{score_before, value_before};

use super::answer::{
    CertificateForm, InTheWayWord, OverlapForm, Parts, StoppedForm, VerdictWord, WithoutFloorsForm,
    names,
};
use super::as_text::AsText;
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::settlements::{SettlementsForm, settlements};
use super::values::{Keyed, assumed_ids, present};
use crate::ask::{BranchAnswer, WhatIfAnswer, WhatIfBranch};

/// The answer to `winset what-if`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhatIfForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<WhatIfForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Number of all packages.
    pub packages: AsText<BigUint>,
    /// The answer at the declared positions.
    pub base: BaseForm,
    /// The what-ifs, in the order in which they were named.
    pub branches: Vec<BranchForm>,
}

/// The answer at the declared positions.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BaseForm {
    /// In one word.
    pub verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    #[serde(deserialize_with = "present")]
    pub overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    pub without_floors: WithoutFloorsForm,
    /// What stands in the way; null when there is an overlap or it is not known.
    #[serde(deserialize_with = "present")]
    pub in_the_way: Option<InTheWayWord>,
    /// Settlements in the overlap; null when there is none or it is not known.
    #[serde(deserialize_with = "present")]
    pub settlements: Option<SettlementsForm>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    #[serde(deserialize_with = "present")]
    pub certificate: Option<CertificateForm>,
    /// What was not finished, and why; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<StoppedForm>,
}

/// A what-if and its answer.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BranchForm {
    /// Its name: that of its overlay, or the one given.
    pub name: String,
    /// Its title; null when it has none.
    #[serde(deserialize_with = "present")]
    pub title: Option<String>,
    /// What it changes.
    pub changes: Vec<WhatIfChangeForm>,
    /// In one word.
    pub verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    #[serde(deserialize_with = "present")]
    pub overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    pub without_floors: WithoutFloorsForm,
    /// What stands in the way; null when there is an overlap or it is not known.
    #[serde(deserialize_with = "present")]
    pub in_the_way: Option<InTheWayWord>,
    /// Settlements in the overlap; null when there is none or it is not known.
    #[serde(deserialize_with = "present")]
    pub settlements: Option<SettlementsForm>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    #[serde(deserialize_with = "present")]
    pub certificate: Option<CertificateForm>,
    /// What was not finished, and why; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<StoppedForm>,
    /// What differs from the base.
    pub changed: ChangedForm,
}

/// One change.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "change", rename_all = "kebab-case", deny_unknown_fields)]
pub enum WhatIfChangeForm {
    /// A no-deal value was set; null: none.
    NoDeal {
        /// The party.
        party: String,
        /// What it was.
        #[serde(deserialize_with = "present")]
        from: Option<Number>,
        /// What it is.
        #[serde(deserialize_with = "present")]
        to: Option<Number>,
    },
    /// A disagreement point was set; null: that of the no-deal value.
    Impasse {
        /// The party.
        party: String,
        /// What it was.
        #[serde(deserialize_with = "present")]
        from: Option<Number>,
        /// What it is.
        #[serde(deserialize_with = "present")]
        to: Option<Number>,
    },
    /// A score was set.
    Score {
        /// The party.
        party: String,
        /// The point.
        point: String,
        /// The option.
        option: String,
        /// What it was; null: none.
        #[serde(deserialize_with = "present")]
        from: Option<Number>,
        /// What it is.
        to: Number,
    },
    /// A line stands on a step of its ladder.
    Step {
        /// The line.
        line: String,
        /// The step.
        to: Number,
    },
    /// A line, a link or a vote rule does not count.
    Drop {
        /// The line, the link or the vote rule.
        demand: String,
    },
    /// A point is settled on one option.
    Fix {
        /// The point.
        point: String,
        /// The option.
        option: String,
    },
    /// Options of a point are ruled out.
    Exclude {
        /// The point.
        point: String,
        /// The options.
        options: Vec<String>,
    },
    /// A lever is pulled: its target's no-deal value moves by this much.
    Pull {
        /// The lever.
        lever: String,
        /// Whose value moves.
        party: String,
        /// How far.
        by: Number,
    },
}

/// What differs from the base.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedForm {
    /// How many acceptable packages more (or, negative, fewer); null when a number is not known.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigInt>>,
    /// The same without any no-deal value.
    #[serde(deserialize_with = "present")]
    pub without_floors: Option<AsText<BigInt>>,
    /// The points whose options differ; null unless both have an overlap whose options are known.
    #[serde(deserialize_with = "present")]
    pub points: Option<Keyed<PointShiftForm>>,
    /// The best of each party whose best is known in both.
    pub best: Keyed<BestShiftForm>,
}

/// How a point moved.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointShiftForm {
    /// In one word.
    pub shift: ShiftWord,
    /// Options that occur no longer.
    pub gone: Vec<String>,
    /// Options that did not occur before.
    pub new: Vec<String>,
}

/// How a point moved, in one word.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShiftWord {
    /// It was open; now all packages settle it alike.
    Fixed,
    /// All packages settled it alike; now it is open.
    Freed,
    /// All packages settle it alike, on another option than before.
    SettledOtherwise,
    /// It is open as before, with other options.
    OtherOptions,
}

/// A party's best before and now.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BestShiftForm {
    /// In the base.
    pub from: Number,
    /// In the what-if.
    pub to: Number,
    /// By how much it is more, or less.
    pub gain: Number,
}

impl WhatIfForm {
    /// The form of a base and what-ifs beside it.
    pub fn new(case: &Case, answer: &WhatIfAnswer<'_>) -> Self {
        let WhatIfAnswer { base, what_ifs } = answer;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            packages: AsText(base.branch.verdict.packages.clone()),
            base: base_form(base),
            branches: what_ifs.iter().map(|w| branch_form(case, w)).collect(),
        }
    }
}

fn base_form(answer: &BranchAnswer<'_>) -> BaseForm {
    let BranchAnswer { branch, settled } = answer;
    let Parts {
        verdict,
        overlap,
        without_floors,
        in_the_way,
        certificate,
        stopped,
    } = Parts::of(branch.case, &branch.verdict);
    BaseForm {
        verdict,
        overlap,
        without_floors,
        in_the_way,
        settlements: settled.as_ref().map(|s| settlements(branch.case, s)),
        certificate,
        stopped,
    }
}

fn branch_form(case: &Case, what_if: &WhatIfBranch<'_>) -> BranchForm {
    let BaseForm {
        verdict,
        overlap,
        without_floors,
        in_the_way,
        settlements,
        certificate,
        stopped,
    } = base_form(&what_if.answer);
    let changes = what_if.changes.list().iter();
    BranchForm {
        name: what_if.name.to_owned(),
        title: what_if.title.map(str::to_owned),
        changes: changes.map(|change| change_form(case, change)).collect(),
        verdict,
        overlap,
        without_floors,
        in_the_way,
        settlements,
        certificate,
        stopped,
        changed: changed_form(case, &what_if.difference),
    }
}

fn change_form(case: &Case, change: &OverlayChange) -> WhatIfChangeForm {
    let of = |value: Option<Exact>| value.as_ref().map(Number::of);
    let count = |count: usize| Number::whole(i128::try_from(count).unwrap_or(i128::MAX));
    match change {
        OverlayChange::NoDeal { party, value } => WhatIfChangeForm::NoDeal {
            party: case.parties[party.index()].id.clone(),
            from: of(value_before(case, *party)),
            to: of(*value.open()),
        },
        OverlayChange::Impasse { party, value } => {
            let Party { id, sheet, .. } = &case.parties[party.index()];
            let before = sheet
                .open()
                .impasse
                .map(|value| case.unscaled(*party, value));
            WhatIfChangeForm::Impasse {
                party: id.clone(),
                from: of(before),
                to: of(*value.open()),
            }
        }
        OverlayChange::Score {
            party,
            point,
            option,
            value,
        } => {
            let at = &case.points[point.index()];
            WhatIfChangeForm::Score {
                party: case.parties[party.index()].id.clone(),
                point: at.id.clone(),
                option: at.options[option.index()].id.clone(),
                from: of(score_before(case, change)),
                to: Number::of(value.open()),
            }
        }
        OverlayChange::Step { line, step } => WhatIfChangeForm::Step {
            line: case.lines[*line].id.clone(),
            to: count(*step),
        },
        OverlayChange::Drop(demand) => WhatIfChangeForm::Drop {
            demand: case.demand_name(*demand).to_owned(),
        },
        OverlayChange::Fix { point, option } => {
            let at = &case.points[point.index()];
            WhatIfChangeForm::Fix {
                point: at.id.clone(),
                option: at.options[option.index()].id.clone(),
            }
        }
        OverlayChange::Exclude { point, options } => {
            let at = &case.points[point.index()];
            WhatIfChangeForm::Exclude {
                point: at.id.clone(),
                options: names(at, options),
            }
        }
        OverlayChange::Pull(lever) => {
            let lever = &case.levers[*lever];
            WhatIfChangeForm::Pull {
                lever: lever.id.clone(),
                party: case.parties[lever.target.index()].id.clone(),
                by: Number::of(&lever.no_deal_delta),
            }
        }
    }
}

fn changed_form(case: &Case, difference: &Difference) -> ChangedForm {
    let Difference {
        packages,
        without_floors,
        points,
        best,
    } = difference;
    let count = |count: &Option<BigInt>| count.clone().map(AsText);
    let points = points.as_ref().map(|shifts| {
        let point = |shift: &PointShift| {
            let at = &case.points[shift.point.index()];
            (at.id.clone(), point_form(at, shift))
        };
        Keyed(shifts.iter().map(point).collect())
    });
    let best = best.iter().map(|shift| {
        let BestShift { party, from, to } = shift;
        let form = BestShiftForm {
            from: Number::of(from),
            to: Number::of(to),
            gain: Number::of(&(to - from)),
        };
        (case.parties[party.index()].id.clone(), form)
    });
    ChangedForm {
        packages: count(packages),
        without_floors: count(without_floors),
        points,
        best: Keyed(best.collect()),
    }
}

fn point_form(at: &Point, shift: &PointShift) -> PointShiftForm {
    let PointShift {
        point: _,
        shift,
        gone,
        new,
    } = shift;
    PointShiftForm {
        shift: match shift {
            Shift::Fixed => ShiftWord::Fixed,
            Shift::Freed => ShiftWord::Freed,
            Shift::SettledOtherwise => ShiftWord::SettledOtherwise,
            Shift::OtherOptions => ShiftWord::OtherOptions,
        },
        gone: names(at, gone),
        new: names(at, new),
    }
}
