//! The graph of clashes.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_picture::{Conflict, Demand, Head, Picture, PicturedClash};
use winset_told::messages::Language;
use winset_told::{called, demand};

use super::parties::parties;
use super::{PicturePart, PicturePlace};
use crate::ask::ClashesAnswer;

/// The clashes that are drawn, and what became of them.
#[derive(Debug, Clone, Copy)]
pub struct ConflictShown<'a> {
    /// The clashes.
    pub found: &'a ClashesAnswer,
    /// For each clash, in the order of the list, whether it is out; `None` where that is not known, and
    /// shorter than the list where the rest are not out.
    pub out: &'a [Option<bool>],
    /// The demands that were eased or dropped.
    pub moved: &'a Concession,
}

/// Draws the graph of clashes.
pub fn conflict(
    case: &Case,
    words: &Language,
    shown: ConflictShown<'_>,
    place: PicturePlace<'_>,
) -> Picture {
    let ConflictShown { found, out, moved } = shown;
    let members: BTreeSet<ClashMember> = found
        .found
        .list
        .iter()
        .flat_map(winset_check::Clash::members)
        .copied()
        .collect();
    let members: Vec<ClashMember> = members.into_iter().collect();
    let is_out = |at: usize| out.get(at).copied().flatten() == Some(true);
    let clashes: Vec<PicturedClash> = found
        .told
        .iter()
        .enumerate()
        .map(|(at, told)| {
            let of = told.clash.members();
            PicturedClash {
                number: at + 1,
                demands: of
                    .iter()
                    .filter_map(|m| members.binary_search(m).ok())
                    .collect(),
                href: place.link(PicturePart::Clash(at + 1)),
                out: is_out(at),
            }
        })
        .collect();
    let eased = |member: &ClashMember| match member {
        ClashMember::Demand(DemandId::Line(line)) => moved.steps.iter().any(|(l, _)| l == line),
        ClashMember::Demand(demand) => moved.dropped.contains(demand),
        ClashMember::Floor(_) => false,
    };
    let demands = members.iter().map(|member| Demand {
        label: called::topic(case, *member),
        owner: winset_told::owner(case, *member).map(winset_model::options::PartyId::index),
        says: says(case, *member),
        href: None,
        out: eased(member),
    });
    let left = clashes.iter().filter(|clash| !clash.out).count();
    let data = Conflict {
        head: Head {
            id: place.id("conflict"),
            title: words.get("conflict-title").into_owned(),
            description: words.count("conflict-description", left).into_owned(),
        },
        parties: parties(case),
        of_none: words.get("of-none").into_owned(),
        demands: demands.collect(),
        clashes,
    };
    winset_picture::conflict(&data)
}

fn says(case: &Case, member: ClashMember) -> String {
    match member {
        ClashMember::Demand(
            demand @ (DemandId::Line(_) | DemandId::Link(_) | DemandId::Vote(..)),
        ) => demand::in_words(case, demand),
        ClashMember::Floor(_) => called::member(case, member).label,
    }
}
