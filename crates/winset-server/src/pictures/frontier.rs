//! Packages over two parties' scores.

use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_picture::{Axis, Dot, Frontier, Head, Offer, Picture, Settlement};
use winset_solve::FrontierFound as Found;
use winset_told::words::score;

use super::parties;
use crate::pages::Seat;
use crate::pages::package_query;

/// The parties on the axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Axes {
    pub(crate) x: PartyId,
    pub(crate) y: PartyId,
}

/// What is drawn besides the case.
#[derive(Debug)]
pub(crate) struct Drawn<'a> {
    pub(crate) packages: &'a [Acceptable],
    pub(crate) frontier: Option<&'a Found>,
    pub(crate) picked: &'a [(Vec<&'static str>, &'a Acceptable)],
}

/// The parties that are asked for, or the first two of those whose scores the reader may see.
pub(crate) fn axes(case: &Case, x: Option<&str>, y: Option<&str>) -> Option<Axes> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let scoring: Vec<PartyId> = parties
        .filter(|p| case.parties[p.index()].sheet.open().scores.is_some())
        .collect();
    let named = |name: Option<&str>| {
        let party = case.party_named(name?)?;
        scoring.contains(&party).then_some(party)
    };
    let x_party = named(x).or_else(|| scoring.first().copied())?;
    let other = scoring.iter().copied().find(|p| *p != x_party);
    let y_party = named(y).filter(|p| *p != x_party).or(other)?;
    Some(Axes {
        x: x_party,
        y: y_party,
    })
}

/// Draws it.
pub(crate) fn frontier(seat: &Seat, axes: Axes, drawn: &Drawn<'_>) -> Picture {
    let (case, words) = (seat.case(), seat.words);
    let at = |package: &Package| Some([case.score(axes.x, package)?, case.score(axes.y, package)?]);
    let href = |package: &Package| {
        Some(format!(
            "{}/package?{}",
            seat.base,
            package_query(case, package)
        ))
    };
    let points = efficient(drawn.frontier);
    let dots = points.iter().filter_map(|found| {
        let at = at(found.package())?;
        Some(Dot {
            at,
            title: scores_of(case, axes, found.package()),
            href: href(found.package()),
        })
    });
    let settlements = drawn.picked.iter().filter_map(|(rules, found)| {
        Some(Settlement {
            at: at(found.package())?,
            name: rules.join(", "),
            href: href(found.package()),
        })
    });
    let offers = case.offers.iter().filter_map(|offer| {
        Some(Offer {
            at: at(&offer.package)?,
            party: offer.by.index(),
            number: usize::try_from(offer.seq).unwrap_or(usize::MAX),
            title: scores_of(case, axes, &offer.package),
            href: href(&offer.package),
        })
    });
    let mut packages: Vec<[i64; 2]> = drawn
        .packages
        .iter()
        .filter_map(|p| at(p.package()))
        .collect();
    packages.sort_unstable();
    packages.dedup();
    let named = |party: PartyId| case.parties[party.index()].name.clone();
    let data = Frontier {
        head: Head {
            id: "frontier".to_owned(),
            title: words
                .fill(
                    "frontier-title",
                    &[("x", named(axes.x)), ("y", named(axes.y))],
                )
                .into_owned(),
            description: words
                .count("frontier-description", points.len())
                .into_owned(),
        },
        parties: parties(case),
        axes: [axis(seat, axes.x), axis(seat, axes.y)],
        packages,
        points: dots.collect(),
        settlements: settlements.collect(),
        offers: offers.collect(),
    };
    winset_picture::frontier(&data)
}

/// The packages on a frontier, as far as it is known.
pub(crate) fn efficient(found: Option<&Found>) -> Vec<&Acceptable> {
    match found {
        Some(Found::Complete { claim, .. }) => claim
            .points()
            .iter()
            .map(winset_check::FrontierPoint::package)
            .collect(),
        Some(Found::Stopped { points, .. }) => points.iter().collect(),
        Some(Found::Nobody) | None => Vec::new(),
    }
}

/// What both parties get, in words.
fn scores_of(case: &Case, axes: Axes, package: &Package) -> String {
    let of = |party: PartyId| {
        let scaled = case.score(party, package)?;
        let short = &case.parties[party.index()].short;
        Some(format!("{short} {}", score(&case.unscaled(party, scaled))))
    };
    let both = [of(axes.x), of(axes.y)];
    both.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn axis(seat: &Seat, party: PartyId) -> Axis {
    let case = seat.case();
    let sheet = case.parties[party.index()].sheet.open();
    let no_deal = sheet.no_deal.map(|value| {
        let text = score(&case.unscaled(party, value));
        (value, seat.words.with("no-deal-at", text).into_owned())
    });
    Axis {
        party: party.index(),
        title: case.parties[party.index()].name.clone(),
        denominator: sheet.scale,
        no_deal,
    }
}
