//! The form of what-ifs.

use num_bigint::BigInt;
use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::{Case, Party, Point};
use winset_model::number::Exact;
use winset_model::overlay::OverlayChange;
use winset_solve::{BestShift, Difference, PointShift, Shift};

use super::answer::{
    CertificateForm, InTheWay, OverlapForm, Parts, Stopped, VerdictWord, WithoutFloors, names,
};
use super::name::{FormatWord, NameOf};
use super::settlements::{SettlementsForm, settlements};
use super::values::{Keyed, Number};
use crate::ask::{BranchAnswer, WhatIfAnswer, WhatIfBranch, score_before, value_before};

/// The answer to `winset what-if`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WhatIfForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<WhatIfForm>,
    /// Identifier of the case.
    case: String,
    /// Number of all packages.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: String,
    /// The answer at the declared positions.
    base: BaseForm,
    /// The what-ifs, in the order in which they were named.
    branches: Vec<BranchForm>,
}

/// The answer at the declared positions.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct BaseForm {
    /// In one word.
    verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    without_floors: WithoutFloors,
    /// What stands in the way; null when there is an overlap or it is not known.
    in_the_way: Option<InTheWay>,
    /// Settlements in the overlap; null when there is none or it is not known.
    settlements: Option<SettlementsForm>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    certificate: Option<CertificateForm>,
    /// What was not finished, and why; null when all was.
    stopped: Option<Stopped>,
}

/// A what-if and its answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct BranchForm {
    /// Its name: that of its overlay, or the one given.
    name: String,
    /// Its title; null when it has none.
    title: Option<String>,
    /// What it changes.
    changes: Vec<ChangeForm>,
    /// In one word.
    verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    without_floors: WithoutFloors,
    /// What stands in the way; null when there is an overlap or it is not known.
    in_the_way: Option<InTheWay>,
    /// Settlements in the overlap; null when there is none or it is not known.
    settlements: Option<SettlementsForm>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    certificate: Option<CertificateForm>,
    /// What was not finished, and why; null when all was.
    stopped: Option<Stopped>,
    /// What differs from the base.
    changed: ChangedForm,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "change", rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
enum ChangeForm {
    /// A no-deal value was set; null: none.
    NoDeal {
        party: String,
        from: Option<Number>,
        to: Option<Number>,
    },
    /// A disagreement point was set; null: that of the no-deal value.
    Impasse {
        party: String,
        from: Option<Number>,
        to: Option<Number>,
    },
    /// A score was set.
    Score {
        party: String,
        point: String,
        option: String,
        from: Option<Number>,
        to: Number,
    },
    /// A line stands on a step of its ladder.
    Step { line: String, to: Number },
    /// A line, a link or a vote rule does not count.
    Drop { demand: String },
    /// A point is settled on one option.
    Fix { point: String, option: String },
    /// Options of a point are ruled out.
    Exclude { point: String, options: Vec<String> },
    /// A lever is pulled: its target's no-deal value moves by this much.
    Pull {
        lever: String,
        party: String,
        by: Number,
    },
}

/// What differs from the base.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ChangedForm {
    /// How many acceptable packages more (or, negative, fewer); null when a number is not known.
    #[schemars(regex(pattern = r"^-?[0-9]+$"))]
    packages: Option<String>,
    /// The same without any no-deal value.
    #[schemars(regex(pattern = r"^-?[0-9]+$"))]
    without_floors: Option<String>,
    /// The points whose options differ; null unless both have an overlap whose options are known.
    points: Option<Keyed<PointForm>>,
    /// The best of each party whose best is known in both.
    best: Keyed<BestForm>,
}

/// How a point moved.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PointForm {
    /// In one word.
    shift: ShiftWord,
    /// Options that occur no longer.
    gone: Vec<String>,
    /// Options that did not occur before.
    new: Vec<String>,
}

/// How a point moved, in one word.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum ShiftWord {
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
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct BestForm {
    /// In the base.
    from: Number,
    /// In the what-if.
    to: Number,
    /// By how much it is more, or less.
    gain: Number,
}

impl WhatIfForm {
    /// The form of a base and what-ifs beside it.
    pub fn new(case: &Case, answer: &WhatIfAnswer<'_>) -> Self {
        let WhatIfAnswer { base, what_ifs } = answer;
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            packages: base.branch.verdict.packages.to_string(),
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

fn change_form(case: &Case, change: &OverlayChange) -> ChangeForm {
    let of = |value: Option<Exact>| value.as_ref().map(Number::of);
    let count = |count: usize| Number::whole(i128::try_from(count).unwrap_or(i128::MAX));
    match change {
        OverlayChange::NoDeal { party, value } => ChangeForm::NoDeal {
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
            ChangeForm::Impasse {
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
            ChangeForm::Score {
                party: case.parties[party.index()].id.clone(),
                point: at.id.clone(),
                option: at.options[option.index()].id.clone(),
                from: of(score_before(case, change)),
                to: Number::of(value.open()),
            }
        }
        OverlayChange::Step { line, step } => ChangeForm::Step {
            line: case.lines[*line].id.clone(),
            to: count(*step),
        },
        OverlayChange::Drop(demand) => ChangeForm::Drop {
            demand: case.demand_name(*demand).to_owned(),
        },
        OverlayChange::Fix { point, option } => {
            let at = &case.points[point.index()];
            ChangeForm::Fix {
                point: at.id.clone(),
                option: at.options[option.index()].id.clone(),
            }
        }
        OverlayChange::Exclude { point, options } => {
            let at = &case.points[point.index()];
            ChangeForm::Exclude {
                point: at.id.clone(),
                options: names(at, options),
            }
        }
        OverlayChange::Pull(lever) => {
            let lever = &case.levers[*lever];
            ChangeForm::Pull {
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
    let count = |count: &Option<BigInt>| count.as_ref().map(BigInt::to_string);
    let points = points.as_ref().map(|shifts| {
        let point = |shift: &PointShift| {
            let at = &case.points[shift.point.index()];
            (at.id.clone(), point_form(at, shift))
        };
        Keyed(shifts.iter().map(point).collect())
    });
    let best = best.iter().map(|shift| {
        let BestShift { party, from, to } = shift;
        let form = BestForm {
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

fn point_form(at: &Point, shift: &PointShift) -> PointForm {
    let PointShift {
        point: _,
        shift,
        gone,
        new,
    } = shift;
    PointForm {
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
