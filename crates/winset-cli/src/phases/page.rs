//! A plan for a reader.

use winset::ask::{ImplementationAnswer, PlanAnswer};
use winset::model::answer::Answer;
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::register::ImplementationPlan;
use winset::plan::phases::{DelayEffect, PhasesImpossible, PhasesPlan, Trust};
use winset::told::phases::{broken_told, item_told, rule_told};
use winset::told::stopped::{stopped_by, to_go_on};
use winset::told::words::{capital, counted};

use crate::page::{Page, STRONG};

/// Columns of the names of entries at the top.
const TOP: usize = 11;
/// Most columns of the bar of an exposure.
const BAR: u64 = 24;

/// The page.
pub(super) fn page(case: &Case, package: Option<&str>, answer: &ImplementationAnswer) -> Page {
    let mut page = Page::default();
    let plan = answer.plan.as_ref();
    page.styled(STRONG, &headline(plan));
    page.blank();
    page.entry(0, TOP, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, TOP, "Signed", &signed(answer));
    if let (Some(plan), Some(stated)) = (plan, &case.register.plan) {
        let of = match package {
            Some(name) => capital(name),
            None => "none is given: every item is planned, whatever its `when` says".to_owned(),
        };
        page.entry(0, TOP, "Package", &of);
        page.entry(0, TOP, "Bounds", &bounds(case, plan));
        hidden(&mut page, case, plan);
        whole_plan(&mut page, case, stated, plan);
    }
    gates(&mut page, case, plan);
    page.blank();
    page.sealed();
    page
}

fn headline(plan: Option<&PlanAnswer>) -> String {
    let Some(plan) = plan else {
        return "The case states no plan: phases and gates only.".to_owned();
    };
    match (&plan.found, plan.best()) {
        (Answer::Found(found), _) => format!(
            "It can be carried out in {} and {}.",
            counted(found.schedule.order().rounds().len(), "round"),
            counted(found.schedule.duration_days(), "day")
        ),
        (Answer::Impossible(PhasesImpossible::Dates(_)), _) => {
            "It cannot be carried out: dates contradict each other.".to_owned()
        }
        (Answer::Impossible(PhasesImpossible::Bounds(_)), _) => {
            "It cannot be carried out: no order of deliveries keeps the bounds.".to_owned()
        }
        (Answer::Impossible(PhasesImpossible::Together(_)), _) => {
            "It cannot be carried out: no order keeps dates and bounds together.".to_owned()
        }
        (Answer::Stopped { reason, .. }, Some(best)) => format!(
            "It can be carried out in {}; whether better is possible was not decided: {}.",
            counted(best.schedule.order().rounds().len(), "round"),
            stopped_by(*reason)
        ),
        (Answer::Stopped { reason, .. }, None) => format!(
            "Whether it can be carried out was not decided: {}.",
            stopped_by(*reason)
        ),
    }
}

fn signed(answer: &ImplementationAnswer) -> String {
    match (answer.signed, answer.signed_is_assumed) {
        (Some(day), false) => format!("{day}; days count from it"),
        (Some(day), true) => {
            format!("{day}, the day of the case, as the plan says none; days count from it")
        }
        (None, _) => "no day is said; days count from signature".to_owned(),
    }
}

fn seen_parties<'a>(
    case: &'a Case,
    plan: &'a PlanAnswer,
) -> impl Iterator<Item = (PartyId, &'a str)> {
    let parties = case.parties.iter().enumerate();
    let named = parties.map(|(place, party)| (PartyId::at(place), party.name.as_str()));
    named.filter(|(party, _)| plan.sees(*party))
}

fn bounds(case: &Case, plan: &PlanAnswer) -> String {
    let bounded = seen_parties(case, plan).filter_map(|(party, name)| {
        let bound = plan.bounds[party.index()]?;
        Some(format!("{name} at most {bound}"))
    });
    let bounded: Vec<String> = bounded.collect();
    if bounded.is_empty() {
        return "none are declared".to_owned();
    }
    bounded.join(", ")
}

/// What a reader does not see of values.
fn hidden(page: &mut Page, case: &Case, plan: &PlanAnswer) {
    let parties = case.parties.iter().enumerate();
    let hidden = parties.filter(|(place, _)| !plan.sees(PartyId::at(*place)));
    let hidden: Vec<&str> = hidden.map(|(_, party)| party.name.as_str()).collect();
    if hidden.is_empty() {
        return;
    }
    let told = format!(
        "not shown to you: {}. Rounds, bounds and exposure are those of the values that you see.",
        hidden.join(", ")
    );
    page.entry(0, TOP, "Values", &told);
}

fn whole_plan(page: &mut Page, case: &Case, stated: &ImplementationPlan, plan: &PlanAnswer) {
    match &plan.found {
        Answer::Impossible(why) => obstacle(page, case, why),
        Answer::Stopped { reason, bound, .. } => {
            page.heading("What is proven");
            let rounds = counted(bound.rounds_least, "round");
            page.indented(2, &format!("It takes {rounds} or more."));
            if let Some(exposure) = bound.exposure_least {
                let told = format!("In so few rounds somebody's exposure is {exposure} or more.");
                page.indented(2, &told);
            }
            page.indented(2, &to_go_on(*reason));
        }
        Answer::Found(_) => {}
    }
    if let Some(best) = plan.best() {
        items(page, case, stated, plan, best);
        exposure(page, case, plan, best);
        deposits(page, case, plan);
        proofs(page, plan, best);
    }
    trust(page, case, plan);
    plan.delays
        .iter()
        .for_each(|effect| delay(page, case, effect));
}

fn obstacle(page: &mut Page, case: &Case, why: &PhasesImpossible) {
    match why {
        PhasesImpossible::Dates(circle) => {
            page.heading("Rules that contradict each other");
            for rule in circle.rules() {
                page.indented(2, &format!("{}.", rule_told(case, *rule)));
            }
            let days = counted(circle.excess_days(), "day");
            page.indented(
                2,
                &format!("Together they ask for {days} that are not there."),
            );
        }
        PhasesImpossible::Bounds(proof) => {
            page.heading("Why");
            let sets = counted(proof.sets(), "set");
            page.indented(2, &format!(
                "Within the bounds deliveries reach {sets} of delivered items, and none of them is all: checked."
            ));
        }
        PhasesImpossible::Together(_) => {
            page.heading("Why");
            page.indented(
                2,
                "Some orders keep the bounds and some days keep the dates; every order was tried: checked.",
            );
        }
    }
}

fn items(
    page: &mut Page,
    case: &Case,
    stated: &ImplementationPlan,
    plan: &PlanAnswer,
    best: &PhasesPlan,
) {
    page.heading("Items, with the days on which they begin and are verified");
    let mut rows = vec![
        ["", "by", "begins", "verified", "round"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let schedule = &best.schedule;
    for place in plan.in_order() {
        let item = &stated.items[place];
        let rounds = schedule.order().rounds();
        let round = rounds.iter().position(|round| round.contains(&place));
        let day = |day: Option<u64>| day.map_or(String::new(), |day| day.to_string());
        rows.push(vec![
            item.label().to_owned(),
            case.parties[item.owner.index()].short.clone(),
            day(schedule.begins()[place]),
            day(schedule.verified()[place]),
            round.map_or_else(|| "-".to_owned(), |round| (round + 1).to_string()),
        ]);
    }
    page.table(2, &rows);
    let left_out = stated.items.len() - plan.planned.len();
    if left_out > 0 {
        let told = format!(
            "Not part of it with this package: {}.",
            counted(left_out, "item")
        );
        page.indented(2, &told);
    }
}

/// A bar as long as a number, by the largest.
fn bar(number: u64, largest: u64) -> String {
    let columns = (number * BAR).div_ceil(largest.max(1));
    "#".repeat(usize::try_from(columns).unwrap_or(0))
}

fn exposure(page: &mut Page, case: &Case, plan: &PlanAnswer, best: &PhasesPlan) {
    let order = best.schedule.order();
    let owners = |party: PartyId| {
        let exposures = order.exposures().iter();
        exposures.map(move |row| row[party.index()])
    };
    for (party, name) in seen_parties(case, plan) {
        if owners(party).all(|exposure| exposure == 0) {
            continue;
        }
        page.heading(&format!(
            "What {name} has given without return, by its own values"
        ));
        for (round, exposure) in owners(party).enumerate() {
            let cells = [
                (10, format!("round {}", round + 1)),
                (8, exposure.to_string()),
            ];
            let cells: Vec<(usize, &str)> = cells
                .iter()
                .map(|(width, text)| (*width, text.as_str()))
                .collect();
            page.cells(2, &cells, &bar(exposure, order.largest_exposure()));
        }
    }
}

fn deposits(page: &mut Page, case: &Case, plan: &PlanAnswer) {
    page.heading("What would hold each to its word");
    let mut rows = vec![["", "bond", "guarantee"].map(str::to_owned).to_vec()];
    for (party, name) in seen_parties(case, plan) {
        let number = |list: &[u64]| list.get(party.index()).copied().unwrap_or(0).to_string();
        rows.push(vec![
            name.to_owned(),
            number(&plan.bonds),
            number(&plan.guarantees),
        ]);
    }
    page.table(2, &rows);
    page.indented(
        2,
        "A bond, lost on breaking off, makes going on no worse than stopping whenever it is the party's \
         turn. A guarantee makes good what it has given at worst.",
    );
}

fn proofs(page: &mut Page, plan: &PlanAnswer, best: &PhasesPlan) {
    if !matches!(plan.found, Answer::Found(_)) || best.schedule.order().rounds().is_empty() {
        return;
    }
    let told = |proven: bool| {
        if proven {
            "proven, and checked"
        } else {
            "by a search of every order"
        }
    };
    page.heading("How it is known");
    page.entry(2, 26, "No fewer rounds", told(best.fewer_rounds.is_some()));
    let nothing_less = best.schedule.order().largest_exposure() == 0;
    page.entry(
        2,
        26,
        "No less exposure in these",
        told(nothing_less || best.less_exposure.is_some()),
    );
    page.entry(2, 26, "No earlier end", told(false));
}

fn trust(page: &mut Page, case: &Case, plan: &PlanAnswer) {
    page.heading("How much trust is needed, whatever the days");
    let told = |trust: &Trust| match trust {
        Trust::Smallest(needed) => needed.bound().to_string(),
        Trust::NoBound(_) => "none is enough: the others' bounds stand in the way".to_owned(),
        Trust::AtLeast { bound, reason } => format!("{bound} or more; {}", stopped_by(*reason)),
    };
    page.entry(2, 26, "The same bound for all", &told(&plan.common_trust));
    for (party, name) in seen_parties(case, plan) {
        let of = plan.trust.iter().find(|(of, _)| *of == party);
        if let Some((_, needed)) = of {
            page.entry(2, 26, &format!("{name} alone"), &told(needed));
        }
    }
}

fn delay(page: &mut Page, case: &Case, effect: &DelayEffect) {
    let days = counted(effect.days, "day");
    page.heading(&format!(
        "If {} is verified {days} late",
        item_told(case, effect.item)
    ));
    if effect.moved.is_empty() {
        page.indented(2, "Nothing else begins later.");
    }
    for moved in &effect.moved {
        page.indented(
            2,
            &format!(
                "{} begins {} later, on day {}: it waits for {}.",
                item_told(case, moved.item),
                counted(moved.by_days, "day"),
                moved.begins,
                item_told(case, moved.because)
            ),
        );
    }
    for (rule, by) in &effect.broken {
        page.indented(2, &format!("Broken: {}.", broken_told(case, *rule, *by)));
    }
    page.indented(
        2,
        &format!("All is verified on day {}.", effect.duration_days),
    );
}

fn gates(page: &mut Page, case: &Case, plan: Option<&PlanAnswer>) {
    page.heading("Phases and their gates");
    if case.register.phases.is_empty() {
        page.indented(2, "The case states none.");
    }
    for (place, phase) in case.register.phases.iter().enumerate() {
        page.indented(
            2,
            &format!("{} {}, from day {}", phase.id, phase.name, phase.day),
        );
        for (word, said) in [
            ("opens when", &phase.opens_when),
            ("delivers", &phase.deliver),
            ("undone by", &phase.rollback),
        ] {
            if !said.is_empty() {
                page.entry(4, 10, word, &said.join("; "));
            }
        }
        let stated = case.register.plan.as_ref();
        let planned = plan.zip(stated).into_iter().flat_map(|(plan, stated)| {
            let places = plan.planned.iter().map(|place| &stated.items[*place]);
            places.filter(|item| item.phase == Some(place))
        });
        let planned: Vec<&str> = planned
            .map(winset::model::register::PlanItem::label)
            .collect();
        if !planned.is_empty() {
            page.entry(4, 10, "items", &planned.join("; "));
        }
    }
}
