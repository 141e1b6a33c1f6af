//! The form of clashes and corrections.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_solve::{CircularWait, CircularWaits, Clashes, FloorMode};
use winset_told::{ClashTold, LoopTold, loop_told};

use super::name::{FormatWord, NameOf};
use super::values::{Number, Reason};
use winset_told::clashes::ToldClash;

use crate::ask::ClashesAnswer;
use winset_told::demand;

/// The answer to `winset clashes`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClashesForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<ClashesForm>,
    /// Identifier of the case.
    case: String,
    /// Minimal sets of demands that cannot hold together.
    clashes: ClashList,
    /// Minimal sets of demands whose giving up restores an overlap.
    corrections: CorrectionList,
    /// Conditions that wait for each other; null unless asked for.
    loops: Option<LoopList>,
    /// Why the lists are not complete; null when they are.
    stopped: Option<Reason>,
}

/// Conditions that wait for each other.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LoopList {
    /// Whether these are all of two to six links.
    complete: bool,
    /// Links left out because they hold `not` or `at_least`.
    left_out: Vec<String>,
    /// The loops: the shortest first, then in the order of the case.
    list: Vec<LoopForm>,
}

/// Links each of which asks for what triggers the next, and the last for what triggers the first.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LoopForm {
    /// Identifiers, in the order of the loop.
    links: Vec<String>,
    /// What waits for what.
    waiting: String,
    /// The exchange in one act that would end the waiting.
    sentence: String,
    /// Whether all conditions of the loop can hold at once under the laws alone; null when that
    /// was not decided.
    under_laws: Option<bool>,
    /// The same within the declared lines on the points of the loop.
    within_lines: Option<bool>,
}

impl LoopList {
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
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ClashList {
    /// Whether these are all.
    complete: bool,
    /// What no-deal values are.
    #[schemars(extend("enum" = ["ignore", "keep", "members"]))]
    floors: &'static str,
    /// Identifiers, sorted inside a clash; by size, then in lexicographic order. An empty clash
    /// says that what nobody can give up leaves no package. A no-deal value is `PARTY.no_deal`.
    list: Vec<Vec<String>>,
    /// The same clashes in the same order, told.
    told: Vec<ToldForm>,
    /// Whether it is known that no clash outside the list is smaller than one in it. False only
    /// where as many were found as were asked for, or the search was stopped.
    smallest: bool,
}

/// A clash told.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ToldForm {
    /// Identifiers, as in the list.
    members: Vec<String>,
    /// The clash in one sentence. It names no score, no no-deal value and no later step of a
    /// ladder.
    sentence: String,
    /// The points that it touches, in the order of the case: of a vote rule those that call for it
    /// and those over which blocs are lost.
    points: Vec<String>,
    /// The parties whose demands it holds, in the order of the case.
    owners: Vec<String>,
    /// Whether it runs across points.
    crosses_points: bool,
    /// Whether one party's own demands defeat each other.
    one_party: bool,
    /// Whether it follows from public data alone.
    public: bool,
    /// Laws that it needs, in the order of the case: with these as background its members clash,
    /// without any one of them they do not. Null where finding them was stopped.
    laws: Option<Vec<String>>,
}

impl ToldForm {
    fn new(case: &Case, of: &ToldClash) -> Self {
        let ClashTold {
            sentence,
            points,
            owners,
            one_party,
            public,
        } = &of.words;
        let law = |law: &DemandId| case.demand_name(*law).to_owned();
        Self {
            members: demand::names(case, of.clash.members()),
            sentence: sentence.clone(),
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
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CorrectionList {
    /// Whether all are counted.
    complete: bool,
    /// How many.
    count: Number,
    /// Size of the smallest; null when none is known.
    smallest: Option<Number>,
    /// Identifiers, in the order of clashes.
    list: Vec<Vec<String>>,
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
        let told: Vec<ToldForm> = told.iter().map(|t| ToldForm::new(case, t)).collect();
        let list = told.iter().map(|t| t.members.clone()).collect();
        let corrections = ordered(case, found.corrections.iter().map(|c| &c.members));
        let floors = match floors {
            FloorMode::Ignore => "ignore",
            FloorMode::Keep => "keep",
            FloorMode::Members => "members",
        };
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            clashes: ClashList {
                complete,
                floors,
                list,
                told,
                smallest: found.smallest,
            },
            corrections: CorrectionList {
                complete,
                count: size(corrections.len()),
                smallest: corrections.first().map(|c| size(c.len())),
                list: corrections,
            },
            loops: loops.map(|loops| LoopList::new(case, loops)),
            stopped: found.stopped.map(Reason::from),
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
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ClashesBrief {
    /// Whether these are all.
    complete: bool,
    /// What no-deal values are: they are left out.
    #[schemars(extend("const" = "ignore"))]
    floors: &'static str,
    /// Identifiers, as in the answer to `winset clashes`.
    list: Vec<Vec<String>>,
}

/// Corrections without their list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct CorrectionsBrief {
    /// Whether all are counted.
    complete: bool,
    /// How many.
    count: Number,
    /// Size of the smallest; null when none is known.
    smallest: Option<Number>,
}

impl ClashesBrief {
    /// The list of clashes.
    pub(super) fn new(case: &Case, found: &Clashes) -> Self {
        Self {
            complete: found.stopped.is_none(),
            floors: "ignore",
            list: ordered(case, found.list.iter().map(winset_check::Clash::members)),
        }
    }
}

impl CorrectionsBrief {
    /// How many corrections there are.
    pub(super) fn new(found: &Clashes) -> Self {
        Self {
            complete: found.stopped.is_none(),
            count: size(found.corrections.len()),
            smallest: found.corrections.first().map(|c| size(c.members.len())),
        }
    }
}
