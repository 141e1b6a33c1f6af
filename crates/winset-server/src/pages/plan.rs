//! How an agreement is carried out: the plan by days, and the exchange of prisoners.

use std::time::Duration;

use askama::Template;
use axum::response::IntoResponse;
use winset_answers::ask::{ExchangeAnswer, ImplementationAnswer, PhasesAsked, exchange, phases};
use winset_model::case::Case;
use winset_model::offer::OfferKind;
use winset_model::options::Package;
use winset_model::register::PLAN_DAYS_MAX;
use winset_told::messages::Language;
use winset_told::words::party_named;

use super::exchanged::{ExchangeShown, exchange_shown};
use super::planned::{GateShown, PlanShown, gates_shown, plan_shown};
use super::{PageView, Place, Seat};
use crate::within::within;

/// How long the plan and the exchange may take, each.
const TIME: Duration = Duration::from_secs(5);
/// Days late that are asked about where nothing is said.
const DAYS_LATE: u64 = 14;

#[derive(Debug, Template)]
#[template(path = "plan.html")]
struct PlanContents {
    place: Place,
    words: &'static Language,
    problems: Vec<String>,
    form: PlanForm,
    plan: Option<PlanShown>,
    gates: Vec<GateShown>,
    exchange: Option<ExchangeShown>,
}

/// What can be asked about the plan.
#[derive(Debug)]
struct PlanForm {
    /// Packages that were offered: number, words, whether chosen.
    packages: Vec<(u64, String, bool)>,
    /// Items: identifier, title, whether chosen.
    items: Vec<(String, String, bool)>,
    days: String,
    most: u64,
}

impl PlanForm {
    /// Whether the number of days is none.
    fn is_wrong(&self) -> bool {
        self.days.parse::<u64>().is_err()
    }
}

/// What the address asks about the plan.
struct PlanAsked {
    package: Option<Package>,
    late: Vec<(usize, u64)>,
    problems: Vec<String>,
}

/// Shows it.
pub(super) async fn page(seat: Seat) -> impl IntoResponse {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let contents = contents(&seat.page_view(), seat.place());
        seat.page("plan", contents)
    })
}

fn contents(view: &PageView<'_>, place: Place) -> PlanContents {
    let case = view.case();
    let asked = asked(view);
    let answer = plan_answer(view, &asked);
    let plan = answer.plan.is_some();
    let plan = plan.then(|| plan_shown(view, &answer, asked.package.is_some(), &place));
    let exchange = exchange_answer(view);
    PlanContents {
        words: view.words,
        form: form(view),
        gates: gates_shown(view, &answer),
        plan: plan.flatten(),
        exchange: exchange.map(|answer| exchange_shown(case, view.words, &answer)),
        problems: asked.problems,
        place,
    }
}

/// The plan as the reader sees it.
fn plan_answer(view: &PageView<'_>, asked: &PlanAsked) -> ImplementationAnswer {
    let question = PhasesAsked {
        package: asked.package.as_ref(),
        bounds: &[],
        late: &asked.late,
        audience: &view.snapshot.audience,
    };
    within(TIME, view.refusals, |budget| {
        phases(view.case(), &question, budget)
    })
}

/// The plan that the address asks for.
pub(super) fn plan_of(view: &PageView<'_>) -> ImplementationAnswer {
    plan_answer(view, &asked(view))
}

/// The exchange as the reader sees it; none where the case says nothing of one.
pub(super) fn exchange_answer(view: &PageView<'_>) -> Option<ExchangeAnswer> {
    view.case().register.prisoners.as_ref()?;
    let answer = within(TIME, view.refusals, |budget| {
        exchange(view.case(), &[], budget)
    });
    Some(answer)
}

/// The packages that were offered, by their numbers.
fn packages(case: &Case) -> impl Iterator<Item = (u64, String, Package)> {
    let offers = case.offers.iter();
    let offers = offers.filter(|offer| offer.kind == OfferKind::Package);
    offers.filter_map(|offer| {
        let package = offer.package()?;
        Some((offer.seq, party_named(case, offer.by), package))
    })
}

fn form(view: &PageView<'_>) -> PlanForm {
    let case = view.case();
    let chosen = view.asked("offer").unwrap_or_default();
    let packages = packages(case).map(|(seq, by, _)| {
        let offer = view.words.with("offer-n", seq);
        (seq, format!("{offer}, {by}"), chosen == seq.to_string())
    });
    let late = view.asked("late").unwrap_or_default();
    let items = case.register.plan.iter().flat_map(|plan| &plan.items);
    let items = items.map(|item| (item.id.clone(), item.label().to_owned(), item.id == late));
    let days = view.asked("days").map(str::trim).filter(|d| !d.is_empty());
    PlanForm {
        packages: packages.collect(),
        items: items.collect(),
        days: days.map_or_else(|| DAYS_LATE.to_string(), str::to_owned),
        most: PLAN_DAYS_MAX,
    }
}

fn asked(view: &PageView<'_>) -> PlanAsked {
    let (case, words) = (view.case(), view.words);
    let mut problems = Vec::new();
    let said = |field: &str| view.asked(field).map(str::trim).filter(|s| !s.is_empty());
    let package = said("offer").and_then(|number| {
        let mut offered = packages(case);
        let found = offered.find(|(seq, _, _)| seq.to_string() == number);
        if found.is_none() {
            problems.push(words.with("record-name-wrong", number).into_owned());
        }
        found.map(|(_, _, package)| package)
    });
    let item = said("late").and_then(|id| {
        let plan = case.register.plan.as_ref();
        let item = plan.and_then(|plan| plan.item_named(id));
        if item.is_none() {
            problems.push(words.with("plan-late-unknown", id).into_owned());
        }
        item
    });
    let days = match said("days").map(|text| (text, text.parse())) {
        None => Some(DAYS_LATE),
        Some((_, Ok(days))) if days <= PLAN_DAYS_MAX => Some(days),
        Some((text, _)) => {
            let what = [
                ("what", text.to_owned()),
                ("most", PLAN_DAYS_MAX.to_string()),
            ];
            problems.push(words.fill("plan-late-number", &what).into_owned());
            None
        }
    };
    PlanAsked {
        package,
        late: item.zip(days).into_iter().collect(),
        problems,
    }
}
