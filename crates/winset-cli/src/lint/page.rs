//! The page of `winset lint`.

use winset::model::case::Case;
use winset::model::formats::Way;
use winset::model::formats::big::{Big, from_exact, rounded, words};
use winset::model::formats::peer::{PeerFormat, Semantics};
use winset::model::number::Exact;
use winset::model::options::{Package, PartyId};
use winset::solve::SettlementFound;

use crate::page::Page;
use crate::scenario_page::list;
use winset::ask::{LintAnswer, ReadingAnswer, ScenarioReading};
use winset::told::stopped::unfinished;
use winset::told::verdict::amount;
use winset::told::words::{counted, grouped};

/// Columns of the labels on the left.
const LABEL: usize = 10;
/// Packages that are shown of those that differ.
const SHOWN_MAX: usize = 3;
/// Numbers are told in so much larger steps than those to which scores are rounded.
const ROUGHER: i64 = 1_000;

/// The page.
pub(super) fn page(linted: &LintAnswer) -> Page {
    let mut page = Page::default();
    let peers = &linted.peers;
    let parties = match peers.profiles.len() {
        1 => "1 party".to_owned(),
        many => format!("{many} parties"),
    };
    let issues = counted(peers.domain.issues.len(), "issue");
    page.paragraph(&format!(
        "{} files: {parties}, {issues}.",
        peers.format.name()
    ));
    if linted.findings.is_empty() {
        page.blank();
        page.paragraph("Nothing in these files is read differently.");
    } else {
        list(
            &mut page,
            "What is read differently:",
            &linted.findings.iter().collect::<Vec<_>>(),
        );
    }
    for (place, read) in linted.readings.iter().enumerate() {
        page.heading(&heading(peers.format, read.way));
        match &read.made {
            None => page.indented(
                2,
                "no case: a weight is missing, or numbers have no common scale",
            ),
            Some(made) => add(&mut page, made, &linted.readings[..place]),
        }
    }
    let made = linted.readings.iter().filter_map(|read| read.made.as_ref());
    if let Some(step) = made.filter_map(|made| made.scenario.rounded.as_ref()).max() {
        page.blank();
        page.paragraph(&format!(
            "Exact scores have no common scale, so those that do not fit one are rounded to multiples of {}: \
             counts, points and ties are those of the rounded ones.",
            words(step)
        ));
    }
    page
}

fn heading(format: PeerFormat, way: Way) -> String {
    if format != PeerFormat::Genius {
        return "As it is read".to_owned();
    }
    let what = match way {
        Way::Plain(Semantics::Genius) => "as GENIUS reads the files",
        Way::Plain(Semantics::Negmas) => "as NegMAS loads them without discounts",
        Way::Plain(Semantics::Raw) => "evaluations times weights, nothing else",
        Way::NegmasDiscounting => "as NegMAS loads them with discounts, at one moment",
    };
    format!("{}: {what}", way.name())
}

/// Adds what a reading makes of a scenario; `before` are the readings above.
fn add(page: &mut Page, made: &ReadingAnswer, before: &[ScenarioReading]) {
    let case = made.case();
    let all = case.package_count();
    let (acceptable, _) = amount(&made.acceptable, &all);
    let all = grouped(all);
    entry(
        page,
        "acceptable",
        &format!("{acceptable} of {all} packages"),
    );
    frontier(page, made, before);
    nash(page, made, before);
    for (party, passes) in &made.uncut {
        let name = &case.parties[party.index()].name;
        let cut = match passes {
            Some(false) => format!("no sum of {name} passes 1, so none had to be cut"),
            Some(true) => format!("sums of {name} pass 1, and are not cut here"),
            None => format!("whether sums of {name} pass 1 is not known; none is cut here"),
        };
        entry(page, "cap", &cut);
    }
}

/// The first reading above that is alike in some part.
fn alike(
    before: &[ScenarioReading],
    like: impl Fn(&ReadingAnswer) -> bool,
) -> Option<&'static str> {
    let mut known = before.iter();
    let found = known.find(|read| read.made.as_ref().is_some_and(&like));
    found.map(|read| read.way.name())
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(2, LABEL, label, text);
}

/// The frontier, and how it differs from the first one.
fn frontier(page: &mut Page, made: &ReadingAnswer, before: &[ScenarioReading]) {
    let found = &made.front.found;
    let points = counted(found.points.len(), "point");
    if let Some((reason, _)) = &found.stopped {
        let why = unfinished(*reason);
        return entry(page, "frontier", &format!("{points} known, not all: {why}"));
    }
    let packages = found.packages().map_or_else(String::new, |packages| {
        format!(", {}", counted(packages, "package"))
    });
    let told = format!("{points}{packages}");
    let Some(against) = &made.against else {
        return entry(page, "frontier", &told);
    };
    let (Some(appear), Some(vanish)) = (&against.appear, &against.vanish) else {
        let why = "not compared: over 2,000 packages, or not all known";
        return entry(page, "frontier", &format!("{told}; {why}"));
    };
    if let Some(name) = alike(before, |other| other.front.packages == made.front.packages) {
        return entry(page, "frontier", &format!("{told}, the same as in {name}"));
    }
    let first = before.first().map_or("", |read| read.way.name());
    let none = |packages: &[Package]| match packages.len() {
        0 => "none".to_owned(),
        some => some.to_string(),
    };
    let (new, gone) = (none(appear), none(vanish));
    let told = format!("{told}; against {first}, {new} new and {gone} gone");
    entry(page, "frontier", &told);
    some(page, made.case(), "new", appear);
    some(page, made.case(), "gone", vanish);
}

/// The first packages of those that differ.
fn some(page: &mut Page, case: &Case, label: &str, packages: &[Package]) {
    for (place, package) in packages.iter().take(SHOWN_MAX).enumerate() {
        let label = if place == 0 { label } else { "" };
        entry(page, label, &options(case, package));
    }
    if packages.len() > SHOWN_MAX {
        entry(
            page,
            "",
            &format!("and {} more", packages.len() - SHOWN_MAX),
        );
    }
}

fn nash(page: &mut Page, made: &ReadingAnswer, before: &[ScenarioReading]) {
    let case = made.case();
    let ties = match &made.nash {
        SettlementFound::Found { ties, .. } => ties,
        SettlementFound::None(_) => {
            let why = "none: nobody gains, or no package is acceptable";
            return entry(page, "Nash", why);
        }
        SettlementFound::Stopped { reason, .. } => {
            return entry(page, "Nash", &format!("not known: {}", unfinished(*reason)));
        }
    };
    let Some(package) = ties.packages.first() else {
        return;
    };
    let others = match ties.packages.len() {
        0 | 1 => String::new(),
        many => format!(", and {} with the same product of gains", many - 1),
    };
    let same = alike(before, |other| {
        made.picked().is_some() && other.picked() == made.picked()
    });
    let told = match same {
        Some(name) => format!("the same as in {name}{others}"),
        None => format!("{}{others}", options(case, package.package())),
    };
    entry(page, "Nash", &told);
    let score = |party: PartyId| {
        let score = case.score(party, package.package())?;
        Some(case.unscaled(party, score))
    };
    entry(page, "", &for_each(made, score));
    let from = for_each(made, |party| made.terms.disagreement.value(party));
    entry(page, "", &format!("gains counted from {from}"));
}

/// A number of each party. Where scores are rounded, their last digits are left out.
fn for_each(made: &ReadingAnswer, number: impl Fn(PartyId) -> Option<Exact>) -> String {
    let parties = made.case().parties.iter().enumerate();
    let told = parties.filter_map(|(place, party)| {
        let number = from_exact(&number(PartyId::at(place))?);
        let told = match &made.scenario.rounded {
            Some(step) => rounded(&number, &(step * Big::from_integer(ROUGHER.into()))),
            None => number,
        };
        Some(format!("{} {}", party.name, words(&told)))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The options of a package.
fn options(case: &Case, package: &Package) -> String {
    winset::told::settled::package(case, package)
}
