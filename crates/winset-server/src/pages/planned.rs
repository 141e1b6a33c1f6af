//! What the page shows of a plan: days, exposure, trust, and why there is none.

use winset_answers::ask::{ImplementationAnswer, PlanAnswer};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::ImplementationPlan;
use winset_plan::phases::{DelayEffect, PhasesImpossible, PhasesPlan, Trust};
use winset_told::Called;
use winset_told::messages::Language;
use winset_told::phases::{broken_told, item_told, rule_told};
use winset_told::stopped;

use super::{PageView, Place};

/// A plan.
#[derive(Debug)]
pub(super) struct PlanShown {
    pub(super) headline: String,
    pub(super) class: &'static str,
    /// From which day days count, what is bounded, whose values are not in sight, what is left out.
    pub(super) facts: Vec<String>,
    pub(super) picture: Option<String>,
    pub(super) items: Vec<ItemShown>,
    /// Heads: the sides that have given something.
    pub(super) sides: Vec<String>,
    /// Each round: what is delivered, and what each side has given after it.
    pub(super) rounds: Vec<(usize, String, Vec<u64>)>,
    /// Of each side in sight its bond and its guarantee.
    pub(super) deposits: Vec<(String, u64, u64)>,
    /// What is known, and how.
    pub(super) known: Vec<(&'static str, &'static str)>,
    pub(super) trust: Vec<(String, String)>,
    pub(super) obstacle: Option<ObstacleShown>,
    /// What is proven where the search stopped.
    pub(super) proven: Vec<String>,
    pub(super) delays: Vec<DelayShown>,
}

/// An item with its days.
#[derive(Debug)]
pub(super) struct ItemShown {
    pub(super) called: Called,
    pub(super) owner: String,
    pub(super) begins: (String, Option<String>),
    pub(super) verified: (String, Option<String>),
    pub(super) round: Option<usize>,
    pub(super) phase: Option<Called>,
    /// For what it waits.
    pub(super) waits: Vec<String>,
}

/// Why there is no schedule.
#[derive(Debug)]
pub(super) struct ObstacleShown {
    pub(super) title: &'static str,
    pub(super) rules: Vec<String>,
    pub(super) end: String,
}

/// What a delay does.
#[derive(Debug)]
pub(super) struct DelayShown {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

/// A phase with its gate.
#[derive(Debug)]
pub(super) struct GateShown {
    pub(super) called: Called,
    pub(super) day: String,
    /// Messages and what they say.
    pub(super) says: Vec<(&'static str, String)>,
}

/// What is shown, with what it is shown of.
struct Shower<'a> {
    case: &'a Case,
    words: &'static Language,
    answer: &'a ImplementationAnswer,
    stated: &'a ImplementationPlan,
    plan: &'a PlanAnswer,
}

/// Lays a plan out; none where the case states none.
pub(super) fn plan_shown(
    view: &PageView<'_>,
    answer: &ImplementationAnswer,
    of_package: bool,
    place: &Place,
) -> Option<PlanShown> {
    let case = view.case();
    let shower = Shower {
        case,
        words: view.words,
        answer,
        stated: case.register.plan.as_ref()?,
        plan: answer.plan.as_ref()?,
    };
    let best = shower.plan.best();
    let (headline, class) = shower.headline();
    let exposed = shower.plan.exposed();
    let picture = crate::pictures::plan(view, answer, place);
    Some(PlanShown {
        headline,
        class,
        facts: shower.facts(of_package),
        picture: picture.map(|picture| picture.as_str().to_owned()),
        items: best.map_or_else(Vec::new, |best| shower.items(best)),
        sides: exposed
            .iter()
            .map(|(party, _)| shower.name(*party))
            .collect(),
        rounds: best.map_or_else(Vec::new, |best| shower.rounds(best, &exposed)),
        deposits: shower.deposits(),
        known: best.map_or_else(Vec::new, |best| shower.known(best)),
        trust: shower.trust(),
        obstacle: shower.obstacle(),
        proven: shower.proven(),
        delays: shower
            .plan
            .delays
            .iter()
            .map(|effect| shower.delay(effect))
            .collect(),
    })
}

/// The phases with their gates.
pub(super) fn gates_shown(view: &PageView<'_>, answer: &ImplementationAnswer) -> Vec<GateShown> {
    let phases = view.case().register.phases.iter();
    let shown = phases.map(|phase| {
        let says = [
            ("plan-gate-opens", &phase.opens_when),
            ("plan-gate-delivers", &phase.deliver),
            ("plan-gate-undone", &phase.rollback),
        ];
        let says = says.into_iter().filter(|(_, said)| !said.is_empty());
        GateShown {
            called: called(&phase.name, &phase.id),
            day: answer.day_in_words(view.words, phase.day),
            says: says.map(|(id, said)| (id, said.join("; "))).collect(),
        }
    });
    shown.collect()
}

/// A label with its code.
pub(super) fn called(label: &str, code: &str) -> Called {
    Called {
        label: label.to_owned(),
        code: (label != code).then(|| code.to_owned()),
    }
}

impl Shower<'_> {
    fn name(&self, party: PartyId) -> String {
        self.case.parties[party.index()].name.clone()
    }

    fn in_sight(&self) -> impl Iterator<Item = PartyId> {
        self.plan.in_sight.iter().copied()
    }

    fn headline(&self) -> (String, &'static str) {
        let words = self.words;
        let rounds = |best: &PhasesPlan| {
            let count = best.schedule.order().rounds().len();
            words.count("plan-rounds", count).into_owned()
        };
        match (&self.plan.found, self.plan.best()) {
            (Answer::Found(found), _) => {
                let days = words.count("plan-days", found.schedule.duration_days());
                let what = [("rounds", rounds(found)), ("days", days.into_owned())];
                (words.fill("plan-found", &what).into_owned(), "open")
            }
            (Answer::Impossible(why), _) => {
                let message = match why {
                    PhasesImpossible::Dates(_) => "plan-no-dates",
                    PhasesImpossible::Bounds(_) => "plan-no-bounds",
                    PhasesImpossible::Together(_) => "plan-no-together",
                };
                (words.get(message).into_owned(), "closed")
            }
            (Answer::Stopped { reason, .. }, Some(best)) => {
                let why = words.get(stopped::message(*reason)).into_owned();
                let what = [("rounds", rounds(best)), ("what", why)];
                (words.fill("plan-stopped-some", &what).into_owned(), "open")
            }
            (Answer::Stopped { reason, .. }, None) => {
                let why = words.get(stopped::message(*reason));
                (words.with("plan-stopped", why).into_owned(), "unknown")
            }
        }
    }

    fn facts(&self, of_package: bool) -> Vec<String> {
        let words = self.words;
        let mut facts = vec![match (self.answer.signed, self.answer.signed_is_assumed) {
            (Some(day), false) => words.with("plan-signed", day),
            (Some(day), true) => words.with("plan-signed-assumed", day),
            (None, _) => words.get("plan-signed-open"),
        }];
        let bounded = self.in_sight().filter_map(|party| {
            let bound = self.plan.bounds[party.index()]?;
            Some(format!("{} {bound}", self.name(party)))
        });
        let bounded: Vec<String> = bounded.collect();
        if !bounded.is_empty() {
            facts.push(words.with("plan-bounds", bounded.join(", ")));
        }
        let parties = (0..self.case.parties.len()).map(PartyId::at);
        let hidden = parties.filter(|party| !self.plan.sees(*party));
        let hidden: Vec<String> = hidden.map(|party| self.name(party)).collect();
        if !hidden.is_empty() {
            facts.push(words.with("plan-hidden", hidden.join(", ")));
        }
        let items = self.stated.items.iter().enumerate();
        if of_package {
            let out = items.filter(|(place, _)| !self.plan.planned.contains(place));
            let out: Vec<&str> = out.map(|(_, item)| item.label()).collect();
            if !out.is_empty() {
                facts.push(words.with("plan-left-out", out.join("; ")));
            }
        } else if items.clone().any(|(_, item)| item.when.is_some()) {
            facts.push(words.get("plan-any-package"));
        }
        facts
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect()
    }

    fn items(&self, best: &PhasesPlan) -> Vec<ItemShown> {
        let schedule = &best.schedule;
        let day = |day: Option<u64>| {
            let day = day.unwrap_or(0);
            let date = self.answer.date_of(day).map(|date| date.to_string());
            (day.to_string(), date)
        };
        let shown = self.plan.in_order().into_iter().map(|place| {
            let item = &self.stated.items[place];
            let mut rounds = schedule.order().rounds().iter();
            let phase = item.phase.and_then(|at| self.case.register.phases.get(at));
            let after = item.after.iter();
            let after = after.filter(|before| self.plan.planned.contains(before));
            ItemShown {
                called: called(item.label(), &item.id),
                owner: self.name(item.owner),
                begins: day(schedule.begins()[place]),
                verified: day(schedule.verified()[place]),
                round: rounds
                    .position(|round| round.contains(&place))
                    .map(|at| at + 1),
                phase: phase.map(|phase| called(&phase.name, &phase.id)),
                waits: after
                    .map(|before| self.stated.items[*before].label().to_owned())
                    .collect(),
            }
        });
        shown.collect()
    }

    fn rounds(
        &self,
        best: &PhasesPlan,
        exposed: &[(PartyId, Vec<u64>)],
    ) -> Vec<(usize, String, Vec<u64>)> {
        let rounds = best.schedule.order().rounds().iter().enumerate();
        let rounds = rounds.map(|(at, round)| {
            let items = round.iter().map(|item| self.stated.items[*item].label());
            let given = exposed.iter().map(|(_, exposures)| exposures[at]);
            (
                at + 1,
                items.collect::<Vec<_>>().join("; "),
                given.collect(),
            )
        });
        rounds.collect()
    }

    fn deposits(&self) -> Vec<(String, u64, u64)> {
        if self.plan.best().is_none() {
            return Vec::new();
        }
        let number = |list: &[u64], party: PartyId| list.get(party.index()).copied().unwrap_or(0);
        let all = self.in_sight().map(|party| {
            let bond = number(&self.plan.bonds, party);
            (self.name(party), bond, number(&self.plan.guarantees, party))
        });
        all.filter(|(_, bond, guarantee)| bond + guarantee > 0)
            .collect()
    }

    fn known(&self, best: &PhasesPlan) -> Vec<(&'static str, &'static str)> {
        let found = matches!(self.plan.found, Answer::Found(_));
        if !found || best.schedule.order().rounds().is_empty() {
            return Vec::new();
        }
        let told = |proven: bool| {
            if proven {
                "plan-proven"
            } else {
                "plan-searched"
            }
        };
        let least = best.schedule.order().largest_exposure() == 0;
        vec![
            ("plan-fewer-rounds", told(best.fewer_rounds.is_some())),
            (
                "plan-less-exposure",
                told(least || best.less_exposure.is_some()),
            ),
            ("plan-earlier-end", told(false)),
        ]
    }

    fn trust(&self) -> Vec<(String, String)> {
        let words = self.words;
        let told = |trust: &Trust| match trust {
            Trust::Smallest(needed) => needed.bound().to_string(),
            Trust::NoBound(_) => words.get("plan-trust-none").into_owned(),
            Trust::AtLeast { bound, reason } => {
                let why = words.get(stopped::message(*reason)).into_owned();
                let what = [("what", bound.to_string()), ("why", why)];
                words.fill("plan-trust-at-least", &what).into_owned()
            }
        };
        let common = words.get("plan-trust-common").into_owned();
        let of = self
            .plan
            .trust
            .iter()
            .filter(|(party, _)| self.plan.sees(*party));
        let of = of.map(|(party, needed)| {
            let who = words.with("plan-trust-alone", self.name(*party));
            (who.into_owned(), told(needed))
        });
        std::iter::once((common, told(&self.plan.common_trust)))
            .chain(of)
            .collect()
    }

    fn obstacle(&self) -> Option<ObstacleShown> {
        let Answer::Impossible(why) = &self.plan.found else {
            return None;
        };
        let words = self.words;
        Some(match why {
            PhasesImpossible::Dates(circle) => {
                let rules = circle.rules().iter();
                let rules = rules.map(|rule| format!("{}.", rule_told(self.case, *rule)));
                let end = words.with("plan-missing-days", circle.excess_days());
                ObstacleShown {
                    title: "plan-contradiction",
                    rules: rules.collect(),
                    end: end.into_owned(),
                }
            }
            PhasesImpossible::Bounds(proof) => ObstacleShown {
                title: "plan-why",
                rules: Vec::new(),
                end: words.with("plan-bounds-why", proof.sets()).into_owned(),
            },
            PhasesImpossible::Together(_) => ObstacleShown {
                title: "plan-why",
                rules: Vec::new(),
                end: words.get("plan-together-why").into_owned(),
            },
        })
    }

    fn proven(&self) -> Vec<String> {
        let Answer::Stopped { bound, .. } = &self.plan.found else {
            return Vec::new();
        };
        let rounds = self.words.with("plan-rounds-least", bound.rounds_least);
        let exposure = bound.exposure_least;
        let exposure = exposure.map(|least| self.words.with("plan-exposure-least", least));
        let all = std::iter::once(rounds).chain(exposure);
        all.map(std::borrow::Cow::into_owned).collect()
    }

    fn delay(&self, effect: &DelayEffect) -> DelayShown {
        let (case, words) = (self.case, self.words);
        let of = |item: usize| item_told(case, item);
        let title = [("what", of(effect.item)), ("days", effect.days.to_string())];
        let moved = effect.moved.iter().map(|moved| {
            let what = [
                ("what", of(moved.item)),
                ("day", self.answer.day_in_words(words, moved.begins)),
                ("days", moved.by_days.to_string()),
                ("why", of(moved.because)),
            ];
            words.fill("plan-late-moved", &what).into_owned()
        });
        let mut lines: Vec<String> = moved.collect();
        if lines.is_empty() {
            lines.push(words.get("plan-late-nothing").into_owned());
        }
        let broken = effect.broken.iter();
        lines.extend(broken.map(|(rule, by)| {
            let what = broken_told(case, *rule, *by);
            words.with("plan-late-broken", what).into_owned()
        }));
        let end = self.answer.day_in_words(words, effect.duration_days);
        lines.push(words.with("plan-late-end", end).into_owned());
        DelayShown {
            title: words.fill("plan-late-title", &title).into_owned(),
            lines,
        }
    }
}
