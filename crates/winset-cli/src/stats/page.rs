//! The answer to `winset stats` for a reader.

use winset::check::Acceptable;
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::formats::big::words;
use winset::model::formats::peer::Semantics;
use winset::model::options::PartyId;
use winset::solve::{
    BigRatio, Count, FrontierFound, PairConflict, Picked, Stats, TiedDistance, Variant, WORTHS_MAX,
};

use crate::page::{Page, STRONG};
use winset::ask::{CandidatePlace, ScenarioSource, StatisticsAnswer};
use winset::told::decimals::{decimal, optimality, root};
use winset::told::settled::packages_picked;
use winset::told::settled::{package as package_in_words, worth};
use winset::told::standing;
use winset::told::stopped::stopped_by;
use winset::told::stopped::unfinished;
use winset::told::verdict::amount;
use winset::told::words::{counted, grouped};

/// Columns of the labels on the left.
const LABEL: usize = 12;

/// The page.
pub(super) fn page(case: &Case, described: &StatisticsAnswer) -> Page {
    let mut page = Page::default();
    let StatisticsAnswer {
        stats,
        source,
        candidate,
    } = described;
    page.styled(STRONG, &headline(stats));
    page.blank();
    let mut entry = |label: &str, text: &str| page.entry(0, LABEL, label, text);
    entry("Case", &format!("{} ({})", case.title, case.id));
    if let Some(source) = source {
        entry("Read as", &read_as(source));
    }
    entry("Packages", &packages(stats));
    if let Some(reason) = described.reason() {
        entry(
            "Unfinished",
            &format!("{}, before all was known", stopped_by(reason)),
        );
    }
    if !stats.parties.is_empty() {
        entry("Frontier", &frontier(stats));
        entry("Opposition", &opposition(stats));
        scores(&mut page, case, stats);
        pairs(&mut page, case, stats);
        rules(&mut page, case, stats);
    }
    if let Some(place) = candidate {
        package(&mut page, case, place, &stats.parties);
    }
    page.blank();
    page.sealed();
    page
}

fn headline(stats: &Stats) -> String {
    let among = match &stats.possible {
        Count::Exact(all) => counted(all, "package"),
        Count::Between { .. } => "Packages that were not counted to the end".to_owned(),
    };
    if stats.parties.is_empty() {
        return format!("{among}, and no party states preferences.");
    }
    match &stats.variants.frontier {
        FrontierFound::Complete { claim, .. } if claim.points().is_empty() => {
            format!("{among}, none of them acceptable to all.")
        }
        FrontierFound::Complete { claim, .. } => {
            let points = counted(claim.points().len(), "efficient combination");
            format!("{among}, {points} of scores.")
        }
        FrontierFound::Stopped { .. } | FrontierFound::Nobody => {
            format!("{among}, and a frontier that is not known.")
        }
    }
}

fn packages(stats: &Stats) -> String {
    let all = match &stats.possible {
        Count::Exact(all) => all.clone(),
        Count::Between { at_most, .. } => at_most.clone(),
    };
    let said = |count: &Count| amount(count, &all).0;
    format!(
        "{} possible; {} acceptable; {} acceptable and above every no-deal value",
        said(&stats.possible),
        said(&stats.acceptable),
        said(&stats.above)
    )
}

fn frontier(stats: &Stats) -> String {
    match &stats.variants.frontier {
        FrontierFound::Complete {
            claim, packages, ..
        } => {
            let points = counted(claim.points().len(), "point");
            match standing::total(packages) {
                Some(all) => format!("{points}, {}", counted(all, "package")),
                None => points,
            }
        }
        FrontierFound::Stopped { reason, .. } => format!("not known: {}", unfinished(*reason)),
        FrontierFound::Nobody => "none: no party states preferences".to_owned(),
    }
}

/// The format of the files, and what their numbers mean where that is not clear from it.
fn read_as(source: &ScenarioSource) -> String {
    let format = source.format.name();
    match source.genius() {
        None => format.to_owned(),
        Some(Semantics::Genius) => format!("{format} reads its files"),
        Some(Semantics::Negmas) => format!("NegMAS reads files of {format}"),
        Some(Semantics::Raw) => format!("{format}, weights times evaluations as they are"),
    }
}

fn opposition(stats: &Stats) -> String {
    let none = || "none".to_owned();
    let tied = |distance: &Option<TiedDistance>| {
        let Some(TiedDistance {
            least,
            most,
            picked,
        }) = distance
        else {
            return none();
        };
        if least == most {
            return root(least);
        }
        format!("{} to {} (of {picked} ties)", root(least), root(most))
    };
    format!(
        "NegMAS {}, NegoLog {}, ANL {}",
        stats.opposition.as_ref().map_or_else(none, root),
        tied(&stats.negolog_opposition),
        tied(&stats.anl_opposition)
    )
}

/// Each party's worst, best and no-deal value.
fn scores(page: &mut Page, case: &Case, stats: &Stats) {
    if stats.variants.sides.is_empty() {
        return;
    }
    page.heading("Scores");
    let mut rows = vec![["", "worst", "best", "no deal"].map(str::to_owned).to_vec()];
    for (party, side) in stats.parties.iter().zip(&stats.variants.sides) {
        rows.push(vec![
            case.parties[party.index()].short.clone(),
            words(&side.worst),
            words(&side.best),
            side.no_deal
                .as_ref()
                .map_or_else(|| "none".to_owned(), words),
        ]);
    }
    page.table(2, &rows);
}

/// How each pair of parties ranks packages.
fn pairs(page: &mut Page, case: &Case, stats: &Stats) {
    if stats.conflicts.is_empty() {
        return;
    }
    page.heading("Pairs of parties");
    for found in &stats.conflicts {
        match found {
            Ok(conflict) => page.indented(2, &pair(case, conflict)),
            Err(StopReason::MemoryLimit) => {
                let most = grouped(WORTHS_MAX);
                page.indented(2, &format!("not looked at: more than {most} packages"));
                return;
            }
            Err(reason) => page.indented(2, &format!("not known: {}", unfinished(*reason))),
        }
    }
}

fn pair(case: &Case, conflict: &PairConflict) -> String {
    let PairConflict {
        parties,
        opposed,
        pairs,
        balance,
    } = conflict;
    let [one, two] = parties.map(|party| case.parties[party.index()].short.as_str());
    let level = match pairs {
        0 => "no two packages differ".to_owned(),
        pairs => format!(
            "conflict level {} ({} of {} pairs)",
            decimal(&conflict.level(), 4),
            grouped(opposed),
            grouped(pairs)
        ),
    };
    format!("{one}, {two}: {level}; balance {}", decimal(balance, 6))
}

/// What a rule picks.
type Found = [(Acceptable, Count)];

/// What rules pick: each pick once, with the rules that pick it.
fn rules(page: &mut Page, case: &Case, stats: &Stats) {
    let mut picks: Vec<(&Found, Vec<&'static str>)> = Vec::new();
    let mut nothing = Vec::new();
    for Picked { rule, found } in &stats.variants.picked {
        match found {
            Variant::Found(found) => {
                let same = |(other, _): &&mut (&Found, _)| same(other, found);
                match picks.iter_mut().find(same) {
                    Some((_, rules)) => rules.push(rule.name()),
                    None => picks.push((found, vec![rule.name()])),
                }
            }
            Variant::Nothing => nothing.push(rule.name()),
            Variant::Stopped(_) => {}
        }
    }
    page.heading("What rules pick");
    for (place, (found, rules)) in picks.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        page.indented(2, &rules.join(", "));
        let Some((first, _)) = found.first() else {
            continue;
        };
        match packages_picked(found) {
            Some(one) if one == 1_u8.into() => {}
            Some(many) => page.indented(4, &format!("{}; the first:", counted(many, "package"))),
            None => page.indented(4, "several packages; the first:"),
        }
        page.indented(4, &worth(case, first));
        page.indented(4, &package_in_words(case, first.package()));
    }
    if !nothing.is_empty() {
        if !picks.is_empty() {
            page.blank();
        }
        page.indented(2, &format!("nothing: {}", nothing.join(", ")));
    }
    let picked = stats.variants.picked.iter();
    let stopped = picked.filter_map(|one| match one.found {
        Variant::Stopped(reason) => Some((one.rule.name(), reason)),
        Variant::Found(_) | Variant::Nothing => None,
    });
    let (names, reasons): (Vec<&str>, Vec<StopReason>) = stopped.unzip();
    if let Some(reason) = reasons.first() {
        let why = unfinished(*reason);
        page.indented(2, &format!("not known, {why}: {}", names.join(", ")));
    }
}

/// Whether two picks have the same score vectors.
fn same(one: &Found, two: &Found) -> bool {
    let scores = |pick: &Found| -> Vec<Vec<Option<i64>>> {
        pick.iter()
            .map(|(package, _)| package.scores().to_vec())
            .collect()
    };
    scores(one) == scores(two)
}

/// Where a package stands.
fn package(page: &mut Page, case: &Case, place: &CandidatePlace, parties: &[PartyId]) {
    let CandidatePlace {
        candidate: table,
        placed,
    } = place;
    page.heading(&format!("How far {} is", table.name));
    let said = |party: &PartyId| {
        let score = case.score(*party, &table.package)?;
        let value = winset::model::formats::big::from_exact(&case.unscaled(*party, score));
        Some(format!(
            "{} {}",
            case.parties[party.index()].short,
            words(&value)
        ))
    };
    let scores: Vec<String> = parties.iter().filter_map(said).collect();
    page.indented(2, &scores.join(", "));
    page.blank();
    let row = |name: &str, squared: &Option<BigRatio>| {
        let distance = squared.as_ref().map_or_else(|| "none".to_owned(), root);
        let share = squared
            .as_ref()
            .and_then(|d| optimality(d, &placed.diameter));
        vec![name.to_owned(), distance, share.unwrap_or_default()]
    };
    let mut rows = vec![["to", "distance", "optimality"].map(str::to_owned).to_vec()];
    rows.push(row("frontier", &placed.frontier));
    let rules = placed.rules.iter();
    rows.extend(rules.map(|(rule, distance)| row(rule.name(), distance)));
    page.table(2, &rows);
}
