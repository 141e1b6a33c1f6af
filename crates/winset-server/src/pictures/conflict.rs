//! The graph of clashes.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_picture::{Conflict, Demand, Head, Picture, PicturedClash};
use winset_told::demand;

use super::parties;
use crate::pages::Seat;
use winset_answers::ask::ClashesAnswer;

/// Draws the clashes; `out` says which of them are out, `moved` which demands were eased or dropped.
pub(crate) fn conflict(
    seat: &Seat,
    found: &ClashesAnswer,
    out: &[Option<bool>],
    moved: &Concession,
) -> Picture {
    let (case, words) = (seat.case(), seat.words);
    let members: BTreeSet<ClashMember> = found
        .found
        .list
        .iter()
        .flat_map(winset_check::Clash::members)
        .copied()
        .collect();
    let members: Vec<ClashMember> = members.into_iter().collect();
    let is_out = |place: usize| out.get(place).copied().flatten() == Some(true);
    let clashes: Vec<PicturedClash> = found
        .told
        .iter()
        .enumerate()
        .map(|(place, told)| {
            let of = told.clash.members();
            PicturedClash {
                number: place + 1,
                demands: of
                    .iter()
                    .filter_map(|m| members.binary_search(m).ok())
                    .collect(),
                href: Some(format!("#clash-{}", place + 1)),
                out: is_out(place),
            }
        })
        .collect();
    let eased = |member: &ClashMember| match member {
        ClashMember::Demand(DemandId::Line(line)) => moved.steps.iter().any(|(l, _)| l == line),
        ClashMember::Demand(demand) => moved.dropped.contains(demand),
        ClashMember::Floor(_) => false,
    };
    let demands = members.iter().map(|member| Demand {
        label: demand::name(case, *member),
        owner: winset_told::owner(case, *member).map(winset_model::options::PartyId::index),
        says: says(case, *member),
        href: None,
        out: eased(member),
    });
    let left = clashes.iter().filter(|clash| !clash.out).count();
    let data = Conflict {
        head: Head {
            id: "conflict".to_owned(),
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
        ClashMember::Floor(party) => case.parties[party.index()].name.clone(),
    }
}
