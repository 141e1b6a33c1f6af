//! What settlement rules pick in answers side by side: the scores of the package.

use winset::check::Acceptable;
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::solve::{Count, SettlementFound, Ties};

use super::table;
use crate::page::{Page, columns};
use winset::ask::BranchAnswer;
use winset::told::compared::Row;
use winset::told::words::{grouped, score};

/// Columns of a cell with the scores of all parties, at most; beyond that each party has a row.
const CELL_MAX: usize = 24;

/// The rules, in the order of their rows.
const RULES: [&str; 4] = ["Nash", "Kalai-Smorodinsky", "Egalitarian", "Utilitarian"];

/// How the scores of a package stand: in one cell, or each party's in a row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Together,
    Apart,
}

/// What a rule came to in one answer.
enum Picked {
    /// There is no overlap, or it is not known.
    Nothing,
    /// Proven: the rule picks none.
    None,
    NotKnown,
    /// The scores of the first package, and how many more are as good.
    Scores(Vec<String>, String),
}

/// Writes a table of rules and answers, where some answer has an overlap and some party preferences.
pub(super) fn write(page: &mut Page, case: &Case, head: &[String], answers: &[&BranchAnswer<'_>]) {
    let settled = || answers.iter().filter_map(|answer| answer.settled.as_ref());
    let Some(first) = settled().find(|settled| !settled.terms.parties.is_empty()) else {
        return;
    };
    let parties = &first.terms.parties;
    let comparable = settled().any(|settled| settled.terms.comparable);
    let rules = RULES.iter().take(if comparable { 4 } else { 3 });
    let all: Vec<Vec<Picked>> = answers.iter().map(|a| picked(a, parties)).collect();
    let rows = |shape: Shape| -> Vec<Row> {
        let rules = rules.clone().enumerate();
        let of_rule = |(place, rule): (usize, &&str)| {
            let picked: Vec<&Picked> = all.iter().filter_map(|a| a.get(place)).collect();
            rows(case, parties, rule, &picked, shape)
        };
        rules.flat_map(of_rule).collect()
    };
    let short = rows(Shape::Together);
    let fits = |cell: &String| columns(cell) <= CELL_MAX && !fraction(cell, parties.len());
    let narrow = short.iter().flat_map(|(_, cells)| cells).all(fits);
    let rows = if narrow { short } else { rows(Shape::Apart) };
    page.heading("Settlements: the scores of the package that each rule picks");
    table::write(page, 2, head, &rows);
    let mut legend = Vec::new();
    if narrow {
        let names = parties
            .iter()
            .map(|p| case.parties[p.index()].short.as_str());
        legend.push(format!(
            "Scores in the order {}.",
            names.collect::<Vec<&str>>().join("/")
        ));
    }
    if rows
        .iter()
        .flat_map(|(_, cells)| cells)
        .any(|cell| cell.contains("(+"))
    {
        legend.push("(+1): 1 more package is as good.".to_owned());
    }
    if !legend.is_empty() {
        page.blank();
        page.indented(2, &legend.join(" "));
    }
}

/// Whether some score in a cell is a fraction, which reads as two scores.
fn fraction(cell: &str, scores: usize) -> bool {
    cell.matches('/').count() >= scores.max(1)
}

/// What each rule came to in an answer.
fn picked(answer: &BranchAnswer<'_>, parties: &[PartyId]) -> Vec<Picked> {
    let Some(settled) = &answer.settled else {
        return RULES.iter().map(|_| Picked::Nothing).collect();
    };
    let case = answer.branch.case;
    let found = &settled.found;
    vec![
        of_rule(case, parties, &found.nash),
        of_rule(case, parties, &found.kalai_smorodinsky),
        of_rule(case, parties, &found.egalitarian),
        of_rule(case, parties, &found.utilitarian),
    ]
}

fn of_rule<C>(case: &Case, parties: &[PartyId], found: &SettlementFound<C>) -> Picked {
    match found {
        SettlementFound::None(_) => Picked::None,
        SettlementFound::Stopped { .. } => Picked::NotKnown,
        SettlementFound::Found { ties, .. } => match ties.packages.first() {
            // Proven, but its packages were not listed in time.
            None => Picked::NotKnown,
            Some(first) => Picked::Scores(scores(case, parties, first), others(ties)),
        },
    }
}

fn scores(case: &Case, parties: &[PartyId], found: &Acceptable) -> Vec<String> {
    let of_party = |party: &PartyId| {
        let value = found.scores().get(party.index()).copied().flatten();
        value.map_or_else(String::new, |v| score(&case.unscaled(*party, v)))
    };
    parties.iter().map(of_party).collect()
}

/// How many more packages are as good: "(+2)".
fn others(ties: &Ties) -> String {
    let (packages, more) = match &ties.count {
        Count::Exact(packages) => (packages.clone(), ""),
        Count::Between { at_least, .. } => (at_least.clone().max(ties.packages.len().into()), "+"),
    };
    match packages {
        packages if packages <= 1_u8.into() && more.is_empty() => String::new(),
        packages => format!(" (+{}{more})", grouped(packages - 1_u8)),
    }
}

/// The rows of a rule.
fn rows(
    case: &Case,
    parties: &[PartyId],
    rule: &str,
    of_answers: &[&Picked],
    shape: Shape,
) -> Vec<Row> {
    let cells = |scores: &dyn Fn(&[String]) -> String, told: bool| {
        let cell = |picked: &&Picked| match picked {
            Picked::Nothing => "-".to_owned(),
            Picked::None => "none".to_owned(),
            Picked::NotKnown => "not known".to_owned(),
            Picked::Scores(all, others) if told => format!("{}{others}", scores(all)),
            Picked::Scores(all, _) => scores(all),
        };
        of_answers.iter().map(cell).collect::<Vec<String>>()
    };
    if shape == Shape::Together {
        return vec![(rule.to_owned(), cells(&|all| all.join("/"), true))];
    }
    // How many more are as good is told once for each rule.
    let of_party = |(place, party): (usize, &PartyId)| {
        let label = format!("{rule}, {}", case.parties[party.index()].name);
        let score = |all: &[String]| all.get(place).cloned().unwrap_or_default();
        (label, cells(&score, place == 0))
    };
    parties.iter().enumerate().map(of_party).collect()
}
