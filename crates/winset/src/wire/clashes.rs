//! The form of clashes and corrections.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use winset::check::Member;
use winset::model::case::Case;
use winset::solve::{Clashes, Floors};

use super::values::{Number, Reason};
use crate::demand;

/// The answer to `winset clashes`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct ClashesForm {
    /// Name and version of this form.
    #[schemars(extend("const" = "winset-answer/1"))]
    format: &'static str,
    /// Identifier of the case.
    case: String,
    /// Minimal sets of demands that cannot hold together.
    clashes: ClashList,
    /// Minimal sets of demands whose giving up restores an overlap.
    corrections: CorrectionList,
    /// Why the lists are not complete; null when they are.
    stopped: Option<Reason>,
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
    /// The form of clashes.
    pub(crate) fn new(case: &Case, floors: Floors, found: &Clashes) -> Self {
        let complete = found.stopped.is_none();
        let list = ordered(case, found.list.iter().map(winset::check::Clash::members));
        let corrections = ordered(case, found.corrections.iter().map(|c| &c.members));
        let floors = match floors {
            Floors::Ignore => "ignore",
            Floors::Keep => "keep",
            Floors::Members => "members",
        };
        let size = |length: usize| Number::whole(i128::try_from(length).unwrap_or(i128::MAX));
        Self {
            format: "winset-answer/1",
            case: case.id.clone(),
            clashes: ClashList {
                complete,
                floors,
                list,
            },
            corrections: CorrectionList {
                complete,
                count: size(corrections.len()),
                smallest: corrections.first().map(|c| size(c.len())),
                list: corrections,
            },
            stopped: found.stopped.map(Reason::from),
        }
    }
}

fn ordered<'a>(case: &Case, sets: impl Iterator<Item = &'a BTreeSet<Member>>) -> Vec<Vec<String>> {
    let mut list: Vec<Vec<String>> = sets.map(|set| demand::names(case, set)).collect();
    list.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    list
}
