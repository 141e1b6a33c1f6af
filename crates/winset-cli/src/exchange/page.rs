//! An exchange of prisoners as a page.

use winset::ask::{ClearedExchange, ExchangeAnswer, ExchangeEnd, ExchangePlan, MissedRuns};
use winset::check::exchange::ExchangeFacts;
use winset::model::case::Case;
use winset::told::prisoners::{
    all_who_stay, exchange_headline, last_run_day, terms_in_words, third_state_in_words,
    unready_in_words,
};
use winset::told::stopped::{stopped_by, to_go_on};
use winset::told::words::{capital, counted, party_named};

use super::lists::MatchedLists;
use super::lists_page;
use super::weeks::weeks;
use crate::page::{Page, STRONG};
use winset::told::grouped;

/// Columns of the heads of entries.
const HEAD: usize = 11;

/// The page of an exchange.
pub(super) fn page(case: &Case, answer: &ExchangeAnswer, matched: &[MatchedLists]) -> Page {
    let mut page = Page::default();
    match &answer.exchange {
        Err(unready) => page.styled(STRONG, &unready_in_words(*unready)),
        Ok(ClearedExchange { facts, end, .. }) => match end {
            ExchangeEnd::Stopped(reason) => {
                let why = capital(&stopped_by(*reason));
                page.styled(STRONG, &format!("{why}: the exchange is not decided."));
                page.paragraph(&to_go_on(*reason));
            }
            ExchangeEnd::Cleared(plan) => {
                let last = plan.schedule.as_ref();
                let last = last.and_then(|schedule| last_run_day(facts, schedule));
                page.styled(STRONG, &exchange_headline(facts, &plan.cleared, last));
            }
        },
    }
    page.blank();
    page.entry(0, HEAD, "Case", &format!("{} ({})", case.title, case.id));
    if let Ok(ClearedExchange { facts, .. }) = &answer.exchange
        && let Some(start) = facts.start
    {
        page.entry(0, HEAD, "Day 0", &start.to_string());
    }
    lists(&mut page, case, answer);
    lists_page::matched(&mut page, case, matched);
    if let Ok(ClearedExchange { facts, end, missed }) = &answer.exchange
        && let ExchangeEnd::Cleared(plan) = end
    {
        if let Some(missed) = missed {
            missed_runs(&mut page, case, facts, plan, missed);
        }
        rules(&mut page, case, facts);
        phases(&mut page, case, answer, facts, plan);
        staying(&mut page, case, facts, plan);
        schedule(&mut page, case, facts, plan);
    }
    page
}

/// What each side claims and what its holder acknowledges.
fn lists(page: &mut Page, case: &Case, answer: &ExchangeAnswer) {
    for list in answer.lists() {
        let (holder, owner) = (party_named(case, list.held_by), party_named(case, list.of));
        page.heading(&format!("People of {owner} held by {holder}"));
        let heads = ["", "claimed", "acknowledged", "dead", "in dispute"];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        let categories = list.categories.iter();
        rows.extend(categories.map(|(category, counts)| row(category, counts)));
        rows.push(row("all", &list.sums()));
        page.table(2, &rows);
    }
}

fn row(name: &str, counts: &[u64]) -> Vec<String> {
    let counts = counts.iter().map(grouped);
    std::iter::once(name.to_owned()).chain(counts).collect()
}

/// What is given in return.
fn rules(page: &mut Page, case: &Case, facts: &ExchangeFacts) {
    page.heading("Rules, category by category in their order");
    let width = facts.categories.iter().map(|c| c.name.chars().count());
    let width = width.max().unwrap_or(0).min(30);
    for category in &facts.categories {
        let terms = terms_in_words(case, facts, category);
        page.entry(2, width, &category.name, &terms);
    }
}

/// Who is released in each phase, and what the phase still needs.
fn phases(
    page: &mut Page,
    case: &Case,
    answer: &ExchangeAnswer,
    facts: &ExchangeFacts,
    plan: &ExchangePlan,
) {
    let names = facts.sides.map(|side| party_named(case, side));
    for (at, phase) in facts.phases.iter().enumerate() {
        let days = match phase.to {
            Some(to) => format!("days {} to {to}", phase.from),
            None => format!("from day {} on", phase.from),
        };
        page.heading(&match &phase.id {
            Some(id) => format!("Released in {id}, {days}"),
            None => format!("Released {days}"),
        });
        let heads = [String::new(), names[0].clone(), names[1].clone()];
        let mut rows = vec![heads.to_vec()];
        let mut sums = [0_u64; 2];
        let open = answer.open_in(facts, at).into_iter();
        let needs = open.map(|(category, open)| format!("{} of {category}", grouped(open)));
        let needs: Vec<String> = needs.collect();
        for (c, category) in facts.categories.iter().enumerate() {
            let home = [0, 1].map(|side| plan.cleared.released(at, c, side));
            sums = [sums[0] + home[0], sums[1] + home[1]];
            if home != [0, 0] {
                rows.push(row(&category.name, &home));
            }
        }
        rows.push(row("all", &sums));
        page.table(2, &rows);
        if !needs.is_empty() {
            page.indented(
                2,
                &format!(
                    "Still in dispute, and in no phase until both lists say the same: {}.",
                    needs.join(", ")
                ),
            );
        }
    }
}

/// Who stays, and what third states could add.
fn staying(page: &mut Page, case: &Case, facts: &ExchangeFacts, plan: &ExchangePlan) {
    let stay = all_who_stay(case, facts, &plan.cleared);
    if !stay.is_empty() {
        page.heading("Who stays");
        for told in stay {
            page.indented(2, &format!("{told}."));
        }
    }
    if !plan.third_states.is_empty() {
        page.heading("Third states");
    }
    for (at, part) in plan.third_states.iter().enumerate() {
        let told = part.told(facts);
        page.indented(2, &third_state_in_words(case, facts, at, told));
    }
}

/// The runs by weeks, and what is still held after each.
fn schedule(page: &mut Page, case: &Case, facts: &ExchangeFacts, plan: &ExchangePlan) {
    let Some(schedule) = &plan.schedule else {
        page.heading("Runs");
        page.indented(
            2,
            "No carrier is stated: nothing says on which days they go.",
        );
        return;
    };
    page.heading("Runs, week by week, and who is still to go after each week");
    let names = facts.sides.map(|side| party_named(case, side));
    let still = |name: &String| format!("{name} to go");
    let heads = [
        "from".to_owned(),
        "runs".to_owned(),
        names[0].clone(),
        names[1].clone(),
        still(&names[0]),
        still(&names[1]),
    ];
    let mut rows = vec![heads.to_vec()];
    for week in weeks(facts, schedule) {
        let counts = [week.home[0], week.home[1], week.still[0], week.still[1]];
        let mut cells = vec![week.first.to_string(), week.runs.to_string()];
        cells.extend(counts.iter().map(grouped));
        rows.push(cells);
    }
    page.table(2, &rows);
    page.indented(
        2,
        "What a side would lose if the other stopped after a week: its people who are still to go.",
    );
}

/// What missed runs do to the rest.
fn missed_runs(
    page: &mut Page,
    case: &Case,
    facts: &ExchangeFacts,
    plan: &ExchangePlan,
    missed: &MissedRuns,
) {
    page.heading(&format!("Without {}", counted(missed.runs.len(), "run")));
    let last = |facts: &ExchangeFacts, plan: &ExchangePlan| {
        let schedule = plan.schedule.as_ref();
        schedule.and_then(|schedule| last_run_day(facts, schedule))
    };
    let (before, now) = (last(&missed.facts, &missed.planned), last(facts, plan));
    if let (Some(before), Some(now)) = (before, now) {
        page.indented(
            2,
            &if before == now {
                format!("The last release stays on {now}.")
            } else {
                format!("The last release moves from {before} to {now}.")
            },
        );
    }
    for (side, party) in facts.sides.iter().enumerate() {
        let planned = missed.planned.cleared.home_of(side);
        let fewer = planned.saturating_sub(plan.cleared.home_of(side));
        if fewer > 0 {
            let whose = party_named(case, *party);
            let many = grouped(fewer);
            page.indented(
                2,
                &format!("{many} people of {whose} who would have gone stay."),
            );
        }
    }
}
