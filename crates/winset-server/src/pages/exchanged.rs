//! What the page shows of an exchange of prisoners: lists, rules, phases, and the calendar of runs.

use winset_answers::ask::{ClearedExchange, ExchangeAnswer, ExchangeEnd, ExchangePlan};
use winset_check::exchange::{ExchangeFacts, Scheduled};
use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_told::grouped;
use winset_told::messages::Language;
use winset_told::prisoners::{
    all_who_stay, exchange_headline, last_run_day, terms_in_words, third_state_in_words,
    unready_in_words,
};
use winset_told::words::{capital, party_named};

use super::answer::stopped;

/// An exchange.
#[derive(Debug)]
pub(super) struct ExchangeShown {
    pub(super) headline: String,
    pub(super) class: &'static str,
    pub(super) start: Option<String>,
    pub(super) lists: Vec<ClaimsShown>,
    /// Categories, and what is given in return.
    pub(super) rules: Vec<(String, String)>,
    /// The sides by name; none where nothing is worked out.
    pub(super) sides: Option<[String; 2]>,
    pub(super) phases: Vec<ReleaseShown>,
    pub(super) stay: Vec<String>,
    pub(super) third: Vec<String>,
    /// The runs, where they are known.
    pub(super) runs: Option<RunsShown>,
    /// Whether it is worked out, but without carriers.
    pub(super) days_open: bool,
}

/// What is claimed and acknowledged of the people of one side that another holds.
#[derive(Debug)]
pub(super) struct ClaimsShown {
    pub(super) title: String,
    /// Categories with claimed, acknowledged, dead, in dispute.
    pub(super) rows: Vec<(String, [String; 4])>,
    pub(super) sums: [String; 4],
}

/// Who is released in a phase.
#[derive(Debug)]
pub(super) struct ReleaseShown {
    pub(super) code: Option<String>,
    pub(super) days: String,
    pub(super) dates: Option<String>,
    pub(super) rows: Vec<(String, [String; 2])>,
    pub(super) sums: [String; 2],
    /// What it waits for.
    pub(super) open: Option<String>,
}

/// The runs by days and carriers.
#[derive(Debug)]
pub(super) struct RunsShown {
    /// What the cells say.
    pub(super) text: String,
    pub(super) carriers: Vec<String>,
    pub(super) months: Vec<MonthShown>,
}

/// The runs of a month.
#[derive(Debug)]
pub(super) struct MonthShown {
    pub(super) name: String,
    pub(super) home: u64,
    pub(super) still: u64,
    pub(super) days: Vec<RunDay>,
}

impl MonthShown {
    /// The month, how many go home in it, and how many are still to go.
    pub(super) fn title(&self, words: &Language) -> String {
        let what = [
            ("month", self.name.clone()),
            ("home", grouped(self.home)),
            ("still", grouped(self.still)),
        ];
        words.fill("exchange-month", &what).into_owned()
    }
}

/// The runs of a day.
#[derive(Debug)]
pub(super) struct RunDay {
    pub(super) day: Day,
    /// Who goes home by each carrier, of both sides; none where it does not go.
    pub(super) carried: Vec<Option<[u64; 2]>>,
    /// Who is still to go after the day.
    pub(super) still: [u64; 2],
}

/// Lays an exchange out.
pub(super) fn exchange_shown(
    case: &Case,
    words: &Language,
    answer: &ExchangeAnswer,
) -> ExchangeShown {
    let mut shown = ExchangeShown {
        headline: String::new(),
        class: "unknown",
        start: None,
        lists: lists(case, words, answer),
        rules: Vec::new(),
        sides: None,
        phases: Vec::new(),
        stay: Vec::new(),
        third: Vec::new(),
        runs: None,
        days_open: false,
    };
    match &answer.exchange {
        Err(unready) => shown.headline = unready_in_words(*unready),
        Ok(ClearedExchange { facts, end, .. }) => {
            shown.start = facts.start.map(|day| day.to_string());
            match end {
                ExchangeEnd::Stopped(reason) => shown.headline = stopped(words, *reason),
                ExchangeEnd::Cleared(plan) => {
                    cleared(&mut shown, case, words, (answer, facts, plan));
                }
            }
        }
    }
    shown
}

fn cleared(
    shown: &mut ExchangeShown,
    case: &Case,
    words: &Language,
    of: (&ExchangeAnswer, &ExchangeFacts, &ExchangePlan),
) {
    let (answer, facts, plan) = of;
    let last = plan.schedule.as_ref();
    let last = last.and_then(|schedule| last_run_day(facts, schedule));
    shown.headline = exchange_headline(facts, &plan.cleared, last);
    shown.class = "open";
    let rules = facts.categories.iter();
    let rules = rules.map(|of| (of.name.clone(), terms_in_words(case, facts, of)));
    shown.rules = rules.collect();
    shown.sides = Some(facts.sides.map(|side| capital(&party_named(case, side))));
    let phases = 0..facts.phases.len();
    shown.phases = phases
        .map(|phase| release(words, (answer, facts, plan), phase))
        .collect();
    let stay = all_who_stay(case, facts, &plan.cleared).into_iter();
    shown.stay = stay.map(|told| format!("{told}.")).collect();
    let third = plan.third_states.iter().enumerate();
    shown.third = third
        .map(|(at, part)| third_state_in_words(case, facts, at, part.told(facts)))
        .collect();
    shown.runs = plan
        .schedule
        .as_ref()
        .map(|schedule| runs(case, words, facts, schedule));
    shown.days_open = plan.schedule.is_none();
}

fn lists(case: &Case, words: &Language, answer: &ExchangeAnswer) -> Vec<ClaimsShown> {
    let lists = answer.lists().into_iter();
    let shown = lists.map(|list| {
        let what = [
            ("owner", party_named(case, list.of)),
            ("holder", party_named(case, list.held_by)),
        ];
        let rows = list.categories.iter();
        let rows = rows.map(|(category, counts)| ((*category).to_owned(), counts.map(grouped)));
        ClaimsShown {
            title: words.fill("exchange-lists", &what).into_owned(),
            rows: rows.collect(),
            sums: list.sums().map(grouped),
        }
    });
    shown.collect()
}

fn release(
    words: &Language,
    of: (&ExchangeAnswer, &ExchangeFacts, &ExchangePlan),
    at: usize,
) -> ReleaseShown {
    let (answer, facts, plan) = of;
    let phase = &facts.phases[at];
    let date = |day: u64| Some(facts.start?.plus(u32::try_from(day).ok()?).to_string());
    let days = match phase.to {
        Some(to) => {
            let ends = [("from", phase.from.to_string()), ("to", to.to_string())];
            words.fill("exchange-days", &ends)
        }
        None => words.fill("exchange-days-on", &[("from", phase.from.to_string())]),
    };
    let dates = date(phase.from).map(|from| match phase.to.and_then(date) {
        Some(to) => format!("{from} – {to}"),
        None => from,
    });
    let (mut rows, mut sums) = (Vec::new(), [0_u64; 2]);
    for (c, category) in facts.categories.iter().enumerate() {
        let home = [0, 1].map(|side| plan.cleared.released(at, c, side));
        sums = [sums[0] + home[0], sums[1] + home[1]];
        if home != [0, 0] {
            rows.push((category.name.clone(), home.map(grouped)));
        }
    }
    let open = answer.open_in(facts, at).into_iter();
    let open = open.map(|(category, open)| format!("{category}: {}", grouped(open)));
    let open: Vec<String> = open.collect();
    let open = (!open.is_empty()).then(|| words.with("exchange-open", open.join(", ")));
    ReleaseShown {
        code: phase.id.clone(),
        days: days.into_owned(),
        dates,
        rows,
        sums: sums.map(grouped),
        open: open.map(std::borrow::Cow::into_owned),
    }
}

/// The runs by days, with who is still to go after each.
fn runs(case: &Case, words: &Language, facts: &ExchangeFacts, schedule: &Scheduled) -> RunsShown {
    let loads = schedule.loads();
    let mut still = [0, 1].map(|side| loads.iter().map(|load| load.of_side(side)).sum::<u64>());
    let mut months: Vec<MonthShown> = Vec::new();
    for load in loads {
        let Some(run) = load.run_in(facts) else {
            continue;
        };
        let home = [0, 1].map(|side| load.of_side(side));
        still = [still[0] - home[0], still[1] - home[1]];
        let name: String = run.day.to_string().chars().take("2031-03".len()).collect();
        if months.last().is_none_or(|last| last.name != name) {
            months.push(MonthShown {
                name,
                home: 0,
                still: 0,
                days: Vec::new(),
            });
        }
        let Some(month) = months.last_mut() else {
            continue;
        };
        month.home += home[0] + home[1];
        month.still = still[0] + still[1];
        if month.days.last().is_none_or(|last| last.day != run.day) {
            month.days.push(RunDay {
                day: run.day,
                carried: vec![None; facts.carriers.len()],
                still,
            });
        }
        if let Some(day) = month.days.last_mut() {
            day.still = still;
            if let Some(cell) = day.carried.get_mut(run.carrier) {
                let before = cell.unwrap_or([0, 0]);
                *cell = Some([before[0] + home[0], before[1] + home[1]]);
            }
        }
    }
    let [first, second] = facts.sides.map(|side| capital(&party_named(case, side)));
    let sides = [("first", first), ("second", second)];
    RunsShown {
        text: words.fill("exchange-runs-text", &sides).into_owned(),
        carriers: facts.carriers.clone(),
        months,
    }
}
