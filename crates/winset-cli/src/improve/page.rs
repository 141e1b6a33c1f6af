//! A package on the table for a reader.

use winset::ask::{CandidatePackage, ImprovementAnswer};
use winset::model::answer::Answer;
use winset::model::case::{Case, DemandId};
use winset::model::offer::StandChange;
use winset::model::options::{PartyId, PointId};
use winset::solve::{Better, Nearest, SettlementFound, Slack, Unsettled};

use super::trade::{Change, changes, gained};
use crate::page::{Page, STRONG};
use winset::told::demand;
use winset::told::status::change_in_words;
use winset::told::stopped::stopped_by;
use winset::told::words::{capital, counted, listed, score};

/// Ways to make a package acceptable that are shown.
const WAYS_MAX: usize = 6;

/// The page.
pub(super) fn page(case: &Case, table: &CandidatePackage, found: &ImprovementAnswer) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &headline(case, table, found));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    fares(&mut page, case, found);
    broken(&mut page, case, found);
    smallest(&mut page, case, table, found);
    page.heading("Better for somebody, worse for nobody");
    rule(&mut page, case, table, &found.better, None);
    page.heading(&format!(
        "Best trade that changes at most {}",
        counted(found.change, "point")
    ));
    rule(&mut page, case, table, &found.trade, Some(found.change));
    page.blank();
    page.sealed();
    page
}

fn headline(case: &Case, table: &CandidatePackage, found: &ImprovementAnswer) -> String {
    let name = capital(&table.name);
    let unmet = &found.fares.unmet;
    if !found.fares.acceptable() {
        let mut why = Vec::new();
        let law = |demand: &&DemandId| case.is_law(**demand);
        let laws = unmet.demands.iter().filter(law).count();
        match (unmet.demands.len() - laws, laws) {
            (0, 0) => {}
            (demands, 0) => why.push(format!("breaks {}", counted(demands, "demand"))),
            (0, laws) => why.push(format!("breaks {}", counted(laws, "law"))),
            (demands, laws) => {
                let demands = counted(demands, "demand");
                why.push(format!("breaks {demands} and {}", counted(laws, "law")));
            }
        }
        match unmet.below_floor.len() {
            0 => {}
            1 => why.push("leaves 1 party below its no-deal value".to_owned()),
            some => why.push(format!("leaves {some} parties below their no-deal values")),
        }
        return format!("{name} is not acceptable: it {}.", listed(&why, "and"));
    }
    match &found.better.rule {
        SettlementFound::Found { .. } if found.better.somebody_gains() => {
            format!("{name} is acceptable, and can be bettered for somebody at nobody's cost.")
        }
        SettlementFound::Found { .. } => {
            format!(
                "{name} is acceptable and on the frontier: nobody can gain unless another loses."
            )
        }
        SettlementFound::None(_) | SettlementFound::Stopped { .. } => {
            format!("{name} is acceptable.")
        }
    }
}

fn fares(page: &mut Page, case: &Case, found: &ImprovementAnswer) {
    page.heading("How each side fares (each on its own scale)");
    let most = match &found.room {
        Slack::Most(most) => most.iter().map(Option::as_ref).collect(),
        Slack::Nothing(_) | Slack::Stopped(_) => vec![None; case.parties.len()],
    };
    let head = ["", "score", "no deal", "gain", "most if nobody loses"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (place, (value, most)) in found.fares.scores.iter().zip(most).enumerate() {
        let party = PartyId::at(place);
        let Some(value) = value else { continue };
        let number = |v: i64| score(&case.unscaled(party, v));
        let no_deal = case.parties[place].sheet.open().no_deal;
        let gain = no_deal.and_then(|d| value.checked_sub(d));
        rows.push(vec![
            case.parties[place].name.clone(),
            number(*value),
            no_deal.map_or_else(|| "none".to_owned(), number),
            gain.map_or_else(|| "-".to_owned(), number),
            most.map_or_else(|| "-".to_owned(), |best| number(best.value())),
        ]);
    }
    if rows.len() == 1 {
        page.indented(2, "No party states preferences.");
        return;
    }
    page.table(2, &rows);
    match &found.room {
        Slack::Most(_) => {}
        Slack::Nothing(_) => page.indented(
            2,
            "No acceptable package gives everybody as much as this one does; that is proven.",
        ),
        Slack::Stopped(reason) => page.indented(
            2,
            &format!("How far it is from the frontier: {}.", stopped_by(*reason)),
        ),
    }
}

/// The demands that the package breaks, and the parties it leaves too little.
fn broken(page: &mut Page, case: &Case, found: &ImprovementAnswer) {
    let unmet = &found.fares.unmet;
    if unmet.demands.is_empty() {
        return;
    }
    let law = |demand: &DemandId| case.is_law(*demand);
    page.heading(if unmet.demands.iter().any(law) {
        "Demands and laws that it breaks"
    } else {
        "Demands that it breaks"
    });
    for demand in &unmet.demands {
        let words = demand::in_words(case, *demand);
        let told = words.starts_with("A law ") || !case.is_law(*demand);
        let law = if told { "" } else { "Law: " };
        let name = case.demand_name(*demand);
        page.indented(2, &format!("{law}{words} ({name})"));
    }
}

fn smallest(page: &mut Page, case: &Case, table: &CandidatePackage, found: &ImprovementAnswer) {
    if found.fares.acceptable() {
        return;
    }
    page.heading("Smallest change that makes it acceptable");
    match &found.nearest {
        Answer::Found(nearest) => near(page, case, table, nearest),
        Answer::Impossible(_) => page.indented(
            2,
            "None: no package is acceptable at the declared positions. `winset open` says what \
             would open an overlap, if anything.",
        ),
        Answer::Stopped { reason, .. } => {
            page.indented(2, &format!("Not known: {}.", stopped_by(*reason)));
        }
    }
}

fn near(page: &mut Page, case: &Case, table: &CandidatePackage, nearest: &Nearest) {
    let ways = match (nearest.packages.len(), nearest.more) {
        (ways, None) => counted(ways, "way"),
        (ways, Some(_)) => format!("at least {}", counted(ways, "way")),
    };
    page.indented(
        2,
        &format!(
            "{} must change, proven; {ways} to do it:",
            counted(nearest.changes, "point")
        ),
    );
    let in_all = |place: &usize| {
        let mut ways = nearest.packages.iter();
        let first = ways.next().map(|way| way.package().0[*place]);
        ways.all(|way| Some(way.package().0[*place]) == first)
    };
    let (alike, apart): (Vec<usize>, Vec<usize>) = (0..case.points.len()).partition(in_all);
    let Some(first) = nearest.packages.first() else {
        return;
    };
    let change = Change {
        from: &table.package,
        to: first.package(),
    };
    changes(page, case, change, &alike, &[]);
    if nearest.packages.len() == 1 {
        return;
    }
    if alike
        .iter()
        .any(|place| table.package.0[*place] != first.package().0[*place])
    {
        page.indented(2, "and beside these:");
    }
    for (number, way) in nearest.packages.iter().take(WAYS_MAX).enumerate() {
        let moved = apart.iter().filter_map(|place| {
            let (from, to) = (table.package.0[*place], way.package().0[*place]);
            let (point, from) = (PointId::at(*place), Some(from));
            let change = StandChange { point, from, to };
            (from != Some(to)).then(|| change_in_words(case, change))
        });
        let moved: Vec<String> = moved.collect();
        page.entry(4, 4, &format!("{})", number + 1), &moved.join("; "));
    }
    if nearest.packages.len() > WAYS_MAX {
        let more = nearest.packages.len() - WAYS_MAX;
        page.indented(
            4,
            &format!("and {}; --json lists them", counted(more, "more way")),
        );
    }
}

/// What the Nash rule picks from the table, with who gives what.
fn rule(
    page: &mut Page,
    case: &Case,
    table: &CandidatePackage,
    better: &Better,
    change: Option<usize>,
) {
    match &better.rule {
        SettlementFound::Found { .. } if better.somebody_gains() => {
            page.indented(
                2,
                "By the largest product of what the parties gain over the package on the table:",
            );
            let Some(first) = better.fewest.first() else {
                page.indented(2, "The packages were not listed in time.");
                return;
            };
            gained(page, case, table, first);
            let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
            let points: Vec<usize> = (0..case.points.len()).collect();
            let change = Change {
                from: &table.package,
                to: first.package(),
            };
            changes(page, case, change, &points, &parties);
            if better.fewest.len() > 1 {
                let more = counted(better.fewest.len() - 1, "more package");
                page.indented(2, &format!("{more} as good, with as few changes: --json."));
            }
        }
        SettlementFound::Found { .. } => {
            let whom = if change.is_some() {
                "No such trade"
            } else {
                "None"
            };
            page.indented(
                2,
                &format!("{whom}: nobody can gain unless another loses; proven."),
            );
        }
        SettlementFound::None(Unsettled::Nobody) => {
            page.indented(2, "No party states preferences.");
        }
        SettlementFound::None(_) => {
            let few = change.map_or("", |_| " with so few changes");
            page.indented(
                2,
                &format!(
                    "None: no acceptable package{few} gives everybody as much as this one does; \
                     proven."
                ),
            );
        }
        SettlementFound::Stopped { reason, .. } => {
            page.indented(2, &format!("Not known: {}.", stopped_by(*reason)));
        }
    }
}
