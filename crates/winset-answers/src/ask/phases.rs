//! The plan of carrying out an agreement: rounds, days, exposure, and what a delay does.

use winset_check::plan::PlanQuestion;
use winset_model::answer::{Answer, StopReason};
use winset_model::audience::Audience;
use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_plan::phases::{
    DelayEffect, PhasesAnswer, PhasesPlan, PlanLimit, Trust, bonds, delayed, guarantees,
    plan_phases, trust,
};
use winset_solve::Budget;
use winset_told::messages::Language;

/// Deliveries that are tried where no limit is given.
const NODES_MAX: u64 = 2_000_000;
/// Deliveries that are tried for each smallest bound.
const TRUST_NODES_MAX: u64 = 20_000;

/// What is asked of the plan of a case.
#[derive(Debug, Clone, Copy)]
pub struct PhasesAsked<'a> {
    /// The package that is carried out; without one all items are planned.
    pub package: Option<&'a Package>,
    /// Bounds in the place of those of the plan.
    pub bounds: &'a [(PartyId, u64)],
    /// Items, by their places in the plan, that are verified so many days late.
    pub late: &'a [(usize, u64)],
    /// Who reads.
    pub audience: &'a Audience,
}

/// How the agreement is carried out.
#[derive(Debug)]
pub struct ImplementationAnswer {
    /// The day from which days count.
    pub signed: Option<Day>,
    /// Whether that is only the day that the case describes, as the plan says none.
    pub signed_is_assumed: bool,
    /// The plan; none where the case has none, or none of it is in sight.
    pub plan: Option<PlanAnswer>,
}

/// What was found of a plan.
#[derive(Debug)]
pub struct PlanAnswer {
    /// Whether a package was given.
    pub of_package: bool,
    /// Items that are part of the plan, by their places.
    pub planned: Vec<usize>,
    /// The bound of each party; `None`: not bounded, or not in sight.
    pub bounds: Vec<Option<u64>>,
    /// The parties whose values the reader sees: of no other is any exposure known.
    pub in_sight: Vec<PartyId>,
    /// The schedule, or why there is none.
    pub found: PhasesAnswer,
    /// The smallest bound for all parties at once, whatever the days.
    pub common_trust: Trust,
    /// The smallest bound of each bounded party, with the others' as they are.
    pub trust: Vec<(PartyId, Trust)>,
    /// For each party the deposit that makes going on no worse than stopping; none without schedule.
    pub bonds: Vec<u64>,
    /// For each party its largest exposure; none without schedule.
    pub guarantees: Vec<u64>,
    /// What delays do; none without schedule.
    pub delays: Vec<DelayEffect>,
}

/// The plan of a case as a reader sees it.
pub fn phases(case: &Case, asked: &PhasesAsked<'_>, budget: &Budget<'_>) -> ImplementationAnswer {
    let register = &case.register;
    let stated = register.plan.as_ref().and_then(|plan| plan.signed);
    ImplementationAnswer {
        signed: stated.or(register.as_of),
        signed_is_assumed: stated.is_none(),
        plan: question(case, asked).map(|question| plan(&question, asked, budget)),
    }
}

fn question<'c>(case: &'c Case, asked: &PhasesAsked<'c>) -> Option<PlanQuestion<'c>> {
    let mut question = PlanQuestion::of(case, asked.package)?;
    for (party, bound) in asked.bounds {
        question = question.with_bound(*party, Some(*bound));
    }
    Some(question)
}

fn plan(question: &PlanQuestion<'_>, asked: &PhasesAsked<'_>, budget: &Budget<'_>) -> PlanAnswer {
    let stop = || (budget.stop)();
    let nodes = budget.nodes_max.unwrap_or(NODES_MAX);
    let found = plan_phases(question, &PlanLimit::new(nodes, &stop));
    let needed = |party: Option<PartyId>| {
        let limit = PlanLimit::new(nodes.min(TRUST_NODES_MAX), &stop);
        trust(question, party, &limit)
    };
    let parties = || (0..question.case.parties.len()).map(PartyId::at);
    let bounded = parties().filter(|party| question.bounds[party.index()].is_some());
    let schedule = planned_best(&found).map(|plan| &plan.schedule);
    let effects = schedule.into_iter().flat_map(|schedule| {
        let late = asked.late.iter();
        late.filter_map(|(item, days)| delayed(question, schedule, *item, *days))
    });
    PlanAnswer {
        of_package: asked.package.is_some(),
        planned: question.planned(),
        bounds: question.bounds.clone(),
        in_sight: parties()
            .filter(|party| sees_values(question.case, *party, asked.audience))
            .collect(),
        common_trust: needed(None),
        trust: bounded.map(|party| (party, needed(Some(party)))).collect(),
        bonds: schedule.map_or(Vec::new(), |schedule| bonds(question, schedule)),
        guarantees: schedule.map_or(Vec::new(), guarantees),
        delays: effects.collect(),
        found,
    }
}

/// The schedule that was found, also where the search for a better one was stopped.
fn planned_best(found: &PhasesAnswer) -> Option<&PhasesPlan> {
    match found {
        Answer::Found(plan) => Some(plan),
        Answer::Impossible(_) => None,
        Answer::Stopped { best, .. } => best.as_ref(),
    }
}

/// Whether a reader of a case that was cut for it sees what things are worth to a party.
fn sees_values(case: &Case, party: PartyId, audience: &Audience) -> bool {
    let id = case.parties[party.index()].id.as_str();
    audience.sees(Some(id), case.register.parties[party.index()].visibility)
}

impl PlanAnswer {
    /// The schedule, also where the search for a better one was stopped.
    pub fn best(&self) -> Option<&PhasesPlan> {
        planned_best(&self.found)
    }

    /// The planned items in the order in which they begin, then in which they are verified.
    pub fn in_order(&self) -> Vec<usize> {
        match self.best() {
            Some(plan) => plan.schedule.in_order(&self.planned),
            None => self.planned.clone(),
        }
    }

    /// What each party in sight has given without return after each round, by its own values; those without
    /// a bound that have given nothing after any are left out.
    pub fn exposed(&self) -> Vec<(PartyId, Vec<u64>)> {
        let Some(best) = self.best() else {
            return Vec::new();
        };
        let rounds = best.schedule.order().exposures();
        let of = |party: &PartyId| {
            let exposures = rounds.iter().map(|round| round[party.index()]);
            (*party, exposures.collect::<Vec<u64>>())
        };
        let all = self.in_sight.iter().map(of);
        let counts = |of: &(PartyId, Vec<u64>)| {
            self.bounds[of.0.index()].is_some() || of.1.iter().any(|exposure| *exposure > 0)
        };
        all.filter(counts).collect()
    }

    /// Whether a reader sees the values of a party.
    pub fn sees(&self, party: PartyId) -> bool {
        self.in_sight.contains(&party)
    }
}

impl ImplementationAnswer {
    /// The date of a day after signature; none where nothing says when that is.
    pub fn date_of(&self, day: u64) -> Option<Day> {
        Some(self.signed?.plus(u32::try_from(day).ok()?))
    }

    /// A day after signature in words, with its date where there is one.
    pub fn day_in_words(&self, words: &Language, day: u64) -> String {
        let told = match self.date_of(day) {
            Some(date) => {
                let what = [("what", day.to_string()), ("date", date.to_string())];
                words.fill("plan-day-date", &what)
            }
            None => words.with("plan-day", day),
        };
        told.into_owned()
    }

    /// Why the schedule is not known, or not known to be the best.
    pub fn reason(&self) -> Option<StopReason> {
        match &self.plan.as_ref()?.found {
            Answer::Stopped { reason, .. } => Some(*reason),
            Answer::Found(_) | Answer::Impossible(_) => None,
        }
    }
}
