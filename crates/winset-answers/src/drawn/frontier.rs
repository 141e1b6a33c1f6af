//! Packages over two parties' scores.

use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_picture::{Axis, Dot, Frontier, Head, Picture, PicturedOffer, Settlement};
use winset_told::messages::Language;
use winset_told::words::score;

use super::parties::parties;
use super::{PicturePart, PicturePlace};
use crate::ask::FrontierAnswer;

/// The parties on the axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontierAxes {
    /// Whose scores go from left to right.
    pub x: PartyId,
    /// Whose scores go upwards.
    pub y: PartyId,
}

/// What is drawn besides the case and its offers.
#[derive(Debug, Clone, Copy)]
pub struct FrontierShown<'a> {
    /// Packages, efficient or not.
    pub packages: &'a [Acceptable],
    /// The efficient ones, as far as they are known.
    pub frontier: Option<&'a FrontierAnswer>,
    /// What settlement rules pick, with the names of the rules.
    pub picked: &'a [(Vec<String>, &'a Acceptable)],
    /// What is tabled in talks, in place of the offers of the case; none shows those.
    pub tabled: Option<&'a [TabledPackage]>,
    /// What was agreed, with its name.
    pub agreed: &'a [(String, Package)],
}

/// A package that was tabled in talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabledPackage {
    /// Who tabled it.
    pub by: PartyId,
    /// The number of the turn, from 1.
    pub number: u64,
    /// Whether its name stands at it.
    pub is_named: bool,
    /// It.
    pub package: Package,
}

/// The parties of these identifiers, or else the first two of those whose scores the case states; none
/// where it states those of fewer than two.
pub fn frontier_axes(case: &Case, x: Option<&str>, y: Option<&str>) -> Option<FrontierAxes> {
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
    Some(FrontierAxes {
        x: x_party,
        y: y_party,
    })
}

/// Draws packages over the scores of two parties.
pub fn frontier(
    case: &Case,
    words: &Language,
    axes: FrontierAxes,
    drawn: FrontierShown<'_>,
    place: PicturePlace<'_>,
) -> Picture {
    let at = |package: &Package| Some([case.score(axes.x, package)?, case.score(axes.y, package)?]);
    let href = |package: &Package| place.link(PicturePart::Package(package));
    let points = drawn.frontier.map_or(&[][..], |found| &found.points);
    let dots = points.iter().filter_map(|point| {
        let found = &point.package;
        let at = at(found.package())?;
        Some(Dot {
            at,
            title: scores_of(case, axes, found.package()),
            href: href(found.package()),
        })
    });
    let ring = |name: String, package: &Package| {
        Some(Settlement {
            at: at(package)?,
            name,
            href: href(package),
        })
    };
    let picked = drawn.picked.iter();
    let picked = picked.filter_map(|(rules, found)| ring(rules.join(", "), found.package()));
    let agreed = drawn.agreed.iter();
    let agreed = agreed.filter_map(|(name, package)| ring(name.clone(), package));
    let tabled = drawn.tabled.map_or_else(|| on_record(case), <[_]>::to_vec);
    let offers = tabled.iter().filter_map(|tabled| {
        Some(PicturedOffer {
            at: at(&tabled.package)?,
            party: tabled.by.index(),
            number: tabled.number,
            is_named: tabled.is_named,
            title: scores_of(case, axes, &tabled.package),
            href: href(&tabled.package),
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
            id: place.id("frontier"),
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
        axes: [axis(case, words, axes.x), axis(case, words, axes.y)],
        packages,
        points: dots.collect(),
        settlements: picked.chain(agreed).collect(),
        offers: offers.collect(),
    };
    winset_picture::frontier(&data)
}

/// The offers of the case that are whole packages.
fn on_record(case: &Case) -> Vec<TabledPackage> {
    let offers = case.offers.iter().filter_map(|offer| {
        Some(TabledPackage {
            by: offer.by,
            number: offer.seq,
            is_named: true,
            package: offer.package()?,
        })
    });
    offers.collect()
}

/// What both parties get, in words.
fn scores_of(case: &Case, axes: FrontierAxes, package: &Package) -> String {
    let of = |party: PartyId| {
        let scaled = case.score(party, package)?;
        let short = &case.parties[party.index()].short;
        Some(format!("{short} {}", score(&case.unscaled(party, scaled))))
    };
    let both = [of(axes.x), of(axes.y)];
    both.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn axis(case: &Case, words: &Language, party: PartyId) -> Axis {
    let sheet = case.parties[party.index()].sheet.open();
    let no_deal = sheet.no_deal.map(|value| {
        let text = score(&case.unscaled(party, value));
        (value, words.with("no-deal-at", text).into_owned())
    });
    Axis {
        party: party.index(),
        title: case.parties[party.index()].name.clone(),
        denominator: sheet.scale,
        no_deal,
    }
}
