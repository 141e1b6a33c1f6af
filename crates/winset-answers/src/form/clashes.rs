//! The form of clashes and corrections.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_solve::{CircularWait, CircularWaits, Clashes};
use winset_told::{ClashTold, LoopTold, loop_told};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{assumed_ids, present};
use super::words::{FloorsWord, IgnoreWord, ReasonWord};
use winset_told::clashes::ToldClash;

use crate::ask::ClashesAnswer;
use winset_told::demand;

/// The answer to `winset clashes`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClashesForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ClashesForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Minimal sets of demands that cannot hold together.
    pub clashes: ClashListForm,
    /// Minimal sets of demands whose giving up restores an overlap.
    pub corrections: CorrectionListForm,
    /// Conditions that wait for each other; null unless asked for.
    #[serde(deserialize_with = "present")]
    pub loops: Option<LoopListForm>,
    /// Why the lists are not complete; null when they are.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Conditions that wait for each other.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoopListForm {
    /// Whether these are all of two to six links.
    pub complete: bool,
    /// Links left out because they hold `not` or `at_least`.
    pub left_out: Vec<String>,
    /// The loops: the shortest first, then in the order of the case.
    pub list: Vec<LoopForm>,
}

/// Links each of which asks for what triggers the next, and the last for what triggers the first.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoopForm {
    /// Identifiers, in the order of the loop.
    pub links: Vec<String>,
    /// What waits for what.
    pub waiting: String,
    /// The exchange in one act that would end the waiting.
    pub sentence: String,
    /// Whether all conditions of the loop can hold at once under the laws alone; null when that
    /// was not decided.
    #[serde(deserialize_with = "present")]
    pub under_laws: Option<bool>,
    /// The same within the declared lines on the points of the loop.
    #[serde(deserialize_with = "present")]
    pub within_lines: Option<bool>,
}

impl LoopListForm {
    fn new(case: &Case, loops: &CircularWaits) -> Self {
        let name = |link: &usize| case.links[*link].id.clone();
        let form = |of: &CircularWait| {
            let LoopTold { waiting, exchange } = loop_told(case, of);
            LoopForm {
                links: of.links.iter().map(name).collect(),
                waiting,
                sentence: exchange,
                under_laws: of.under_laws,
                within_lines: of.within_lines,
            }
        };
        Self {
            complete: loops.stopped.is_none(),
            left_out: loops.left_out.iter().map(name).collect(),
            list: loops.list.iter().map(form).collect(),
        }
    }
}

/// Clashes.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClashListForm {
    /// Whether these are all.
    pub complete: bool,
    /// What no-deal values are.
    pub floors: FloorsWord,
    /// Identifiers, sorted inside a clash; by size, then in lexicographic order. An empty clash
    /// says that what nobody can give up leaves no package. A no-deal value is `PARTY.no_deal`.
    pub list: Vec<Vec<String>>,
    /// The same clashes in the same order, told.
    pub told: Vec<ClashToldForm>,
    /// Whether it is known that no clash outside the list is smaller than one in it. False only
    /// where as many were found as were asked for, or the search was stopped.
    pub smallest: bool,
}

/// A clash told.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClashToldForm {
    /// Identifiers, as in the list.
    pub members: Vec<String>,
    /// The clash as one claim of at most 30 words. It names no score, no no-deal value and no later
    /// step of a ladder.
    pub sentence: String,
    /// Why it is one: a sentence for each member and each law, in an order that reads as an argument.
    pub reasons: Vec<String>,
    /// The points that it touches, in the order of the case: of a vote rule those that call for it
    /// and those over which blocs are lost.
    pub points: Vec<String>,
    /// The parties whose demands it holds, in the order of the case.
    pub owners: Vec<String>,
    /// Whether it runs across points.
    pub crosses_points: bool,
    /// Whether one party's own demands defeat each other.
    pub one_party: bool,
    /// Whether it follows from public data alone.
    pub public: bool,
    /// Laws that it needs, in the order of the case: with these as background its members clash,
    /// without any one of them they do not. Null where finding them was stopped.
    #[serde(deserialize_with = "present")]
    pub laws: Option<Vec<String>>,
}

impl ClashToldForm {
    fn new(case: &Case, of: &ToldClash) -> Self {
        let ClashTold {
            sentence,
            reasons,
            points,
            owners,
            one_party,
            public,
        } = &of.words;
        let law = |law: &DemandId| case.demand_name(*law).to_owned();
        Self {
            members: demand::names(case, of.clash.members()),
            sentence: sentence.clone(),
            reasons: reasons.clone(),
            points: points
                .iter()
                .map(|p| case.points[p.index()].id.clone())
                .collect(),
            owners: owners
                .iter()
                .map(|p| case.parties[p.index()].id.clone())
                .collect(),
            crosses_points: points.len() > 1,
            one_party: *one_party,
            public: *public,
            laws: of.laws.as_ref().map(|laws| laws.iter().map(law).collect()),
        }
    }
}

/// Corrections.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionListForm {
    /// Whether all are counted.
    pub complete: bool,
    /// How many.
    pub count: Number,
    /// Size of the smallest; null when none is known.
    #[serde(deserialize_with = "present")]
    pub smallest: Option<Number>,
    /// Identifiers, in the order of clashes.
    pub list: Vec<Vec<String>>,
}

impl ClashesForm {
    /// The form of clashes, and of circular waits where they were asked for.
    pub fn new(case: &Case, answer: &ClashesAnswer, loops: Option<&CircularWaits>) -> Self {
        let ClashesAnswer {
            floors,
            at_most: _,
            found,
            told,
        } = answer;
        let complete = found.stopped.is_none();
        let told: Vec<ClashToldForm> = told.iter().map(|t| ClashToldForm::new(case, t)).collect();
        let list = told.iter().map(|t| t.members.clone()).collect();
        let corrections = ordered(case, found.corrections.iter().map(|c| &c.members));
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            clashes: ClashListForm {
                complete,
                floors: FloorsWord::from(*floors),
                list,
                told,
                smallest: found.smallest,
            },
            corrections: CorrectionListForm {
                complete,
                count: size(corrections.len()),
                smallest: corrections.first().map(|c| size(c.len())),
                list: corrections,
            },
            loops: loops.map(|loops| LoopListForm::new(case, loops)),
            stopped: found.stopped.map(ReasonWord::from),
        }
    }
}

fn size(length: usize) -> Number {
    Number::whole(i128::try_from(length).unwrap_or(i128::MAX))
}

fn ordered<'a>(
    case: &Case,
    sets: impl Iterator<Item = &'a BTreeSet<ClashMember>>,
) -> Vec<Vec<String>> {
    let mut list: Vec<Vec<String>> = sets.map(|set| demand::names(case, set)).collect();
    list.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    list
}

/// Clashes without what is told of them.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClashesBriefForm {
    /// Whether these are all.
    pub complete: bool,
    /// What no-deal values are: they are left out.
    pub floors: IgnoreWord,
    /// Identifiers, as in the answer to `winset clashes`.
    pub list: Vec<Vec<String>>,
}

/// Corrections without their list.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionsBriefForm {
    /// Whether all are counted.
    pub complete: bool,
    /// How many.
    pub count: Number,
    /// Size of the smallest; null when none is known.
    #[serde(deserialize_with = "present")]
    pub smallest: Option<Number>,
}

impl ClashesBriefForm {
    /// The list of clashes.
    pub(super) fn new(case: &Case, found: &Clashes) -> Self {
        Self {
            complete: found.stopped.is_none(),
            floors: IgnoreWord::Ignore,
            list: ordered(case, found.list.iter().map(winset_check::Clash::members)),
        }
    }
}

impl CorrectionsBriefForm {
    /// How many corrections there are.
    pub(super) fn new(found: &Clashes) -> Self {
        Self {
            complete: found.stopped.is_none(),
            count: size(found.corrections.len()),
            smallest: found.corrections.first().map(|c| size(c.members.len())),
        }
    }
}
