//! Exchanges held to an enumeration that reads the rules as words.

use winset_check::exchange::{
    CarrierRun, CategoryFacts, CategoryTerms, Cleared, ExchangeFacts, PhaseFacts, ThirdStateFacts,
    cleared,
};
use winset_check::integer::BoundNode;
use winset_gen::rng::Rng;
use winset_model::calendar::Day;
use winset_model::options::PartyId;
use winset_model::register::ExchangeRatio;

use super::*;
use crate::integer::SearchLimit;

const LIMIT: SearchLimit<'static> = SearchLimit {
    nodes_max: 10_000,
    stop: &|| false,
};

fn small(rng: &mut Rng, most: usize) -> u64 {
    u64::try_from(rng.below(most + 1)).unwrap()
}

fn ratio(rng: &mut Rng) -> Option<ExchangeRatio> {
    let text = format!("{}:{}", 1 + rng.below(2), 1 + rng.below(2));
    rng.chance(2, 3)
        .then(|| ExchangeRatio::read(&text).unwrap())
}

fn terms(rng: &mut Rng) -> CategoryTerms {
    match rng.below(4) {
        0 => CategoryTerms::Free,
        1 => CategoryTerms::AllForAll,
        _ => CategoryTerms::Between {
            min: ratio(rng),
            max: ratio(rng),
        },
    }
}

fn runs(rng: &mut Rng, day: u32) -> Option<Vec<CarrierRun>> {
    let start = Day::read("2031-03-03").unwrap();
    let run = |rng: &mut Rng, carrier: usize| CarrierRun {
        day: start.plus(day + u32::try_from(carrier).unwrap()),
        carrier,
        persons: 1 + small(rng, 2),
        each_way: rng.chance(1, 3),
    };
    let count = rng.below(4);
    rng.chance(2, 3)
        .then(|| (0..count).map(|carrier| run(rng, carrier)).collect())
}

/// Up to two categories and phases, up to two people each, sometimes a third state.
fn small_exchange(rng: &mut Rng) -> ExchangeFacts {
    let (categories, phases) = (1 + rng.below(2), 1 + rng.below(2));
    let most = if categories * phases == 4 { 1 } else { 2 };
    let category = |rng: &mut Rng, at: usize| CategoryFacts {
        name: format!("c{at}"),
        acknowledged: [small(rng, most), small(rng, most)],
        terms: terms(rng),
    };
    let phase = |rng: &mut Rng, at: usize| PhaseFacts {
        id: Some(format!("r{at}")),
        from: u64::try_from(at * 10).unwrap(),
        to: Some(u64::try_from(at * 10 + 9).unwrap()),
        takes: (0..categories).map(|_| rng.chance(4, 5)).collect(),
        most: rng.chance(1, 4).then(|| small(rng, 3)),
        parity: rng.chance(1, 4).then(|| small(rng, 1)),
        runs: runs(rng, u32::try_from(at * 10).unwrap()),
    };
    let (holds, wants) = (
        [small(rng, 2), small(rng, 1)],
        [small(rng, 1), small(rng, 2)],
    );
    let with_third = rng.chance(1, 2);
    let way = |releases_of: usize, wants_from: usize| ThirdStateFacts {
        state: "Tessaly".to_owned(),
        releases_of,
        wants_from,
        most: holds[releases_of].min(wants[wants_from]),
    };
    let ways = [way(0, 1), way(0, 0), way(1, 0), way(1, 1)];
    let ways = ways.into_iter().filter(|way| with_third && way.most > 0);
    ExchangeFacts {
        sides: [PartyId::at(0), PartyId::at(1)],
        categories: (0..categories).map(|at| category(rng, at)).collect(),
        phases: (0..phases).map(|at| phase(rng, at)).collect(),
        parity: rng.chance(1, 4).then(|| small(rng, 2)),
        third_states: ways.collect(),
        third_holds: if with_third { holds } else { [0, 0] },
        third_wants: if with_third { wants } else { [0, 0] },
        carriers: Vec::new(),
        start: Day::read("2031-03-03"),
    }
}

/// One way of carrying out an exchange, by plain counts.
#[derive(Debug, Clone, Default)]
struct Plain {
    /// By phase, category and side.
    released: Vec<u64>,
    /// By third state.
    round: Vec<u64>,
    /// By third state and category.
    given: Vec<u64>,
}

impl Plain {
    fn at(&self, facts: &ExchangeFacts, phase: usize, category: usize, side: usize) -> u64 {
        self.released[(phase * facts.categories.len() + category) * 2 + side]
    }

    /// How many of a side until the end of a phase, in one category or in all.
    fn until(&self, facts: &ExchangeFacts, last: usize, of: Option<usize>, side: usize) -> u64 {
        let phases = 0..=last;
        let categories = 0..facts.categories.len();
        let wanted = categories.filter(|category| of.is_none_or(|of| of == *category));
        let pairs = wanted.flat_map(|category| phases.clone().map(move |phase| (phase, category)));
        pairs
            .map(|(phase, category)| self.at(facts, phase, category, side))
            .sum()
    }

    fn within(&self, facts: &ExchangeFacts, phase: usize, side: usize) -> u64 {
        let before = phase
            .checked_sub(1)
            .map_or(0, |before| self.until(facts, before, None, side));
        self.until(facts, phase, None, side) - before
    }

    fn keeps_terms(&self, facts: &ExchangeFacts) -> bool {
        let last = facts.phases.len() - 1;
        facts.categories.iter().enumerate().all(|(at, category)| {
            let available = (0..2).all(|side| {
                let away = facts.third_states.iter().enumerate();
                let away = away.filter(|(_, third)| third.wants_from == side);
                let away: u64 = away
                    .map(|(third, _)| self.given[third * facts.categories.len() + at])
                    .sum();
                self.until(facts, last, Some(at), side) + away <= category.acknowledged[side]
            });
            let CategoryTerms::Between { min, max } = category.terms else {
                return available;
            };
            available
                && (0..=last).all(|phase| {
                    let [first, second] =
                        [0, 1].map(|side| self.until(facts, phase, Some(at), side));
                    let enough = min.is_none_or(|min| {
                        first * u64::from(min.taken()) <= second * u64::from(min.given())
                    });
                    let not_more = max.is_none_or(|max| {
                        second * u64::from(max.given()) <= first * u64::from(max.taken())
                    });
                    enough && not_more
                })
        })
    }

    fn keeps_phases(&self, facts: &ExchangeFacts) -> bool {
        facts.phases.iter().enumerate().all(|(at, phase)| {
            let [first, second] = [0, 1].map(|side| self.within(facts, at, side));
            let takes = phase.takes.iter().enumerate().all(|(category, takes)| {
                *takes || (0..2).all(|side| self.at(facts, at, category, side) == 0)
            });
            let carried = phase
                .runs
                .as_ref()
                .is_none_or(|runs| could_carry(runs, first, second));
            let [all, other] = [0, 1].map(|side| self.until(facts, at, None, side));
            takes
                && carried
                && phase.most.is_none_or(|most| first + second <= most)
                && phase
                    .parity
                    .is_none_or(|parity| first.abs_diff(second) <= parity)
                && facts
                    .parity
                    .is_none_or(|parity| all.abs_diff(other) <= parity)
        })
    }

    fn keeps_third_states(&self, facts: &ExchangeFacts) -> bool {
        let categories = facts.categories.len();
        let each = facts.third_states.iter().enumerate().all(|(at, third)| {
            let given = &self.given[at * categories..(at + 1) * categories];
            let round = third.wants_from != third.releases_of;
            let spare = given
                .iter()
                .zip(&facts.categories)
                .all(|(given, category)| {
                    *given == 0 || matches!(category.terms, CategoryTerms::Between { .. })
                });
            let sum: u64 = given.iter().sum();
            spare
                && if round {
                    sum == self.round[at]
                } else {
                    sum == 0
                }
        });
        let sum = |side: usize, of: fn(&ThirdStateFacts) -> usize| -> u64 {
            let ways = facts.third_states.iter().zip(&self.round);
            ways.filter(|(third, _)| of(third) == side)
                .map(|(_, round)| *round)
                .sum()
        };
        each && (0..2).all(|side| {
            sum(side, |third| third.releases_of) <= facts.third_holds[side]
                && sum(side, |third| third.wants_from) <= facts.third_wants[side]
        })
    }

    /// What is wanted, in the fixed order.
    fn wishes(&self, facts: &ExchangeFacts) -> Vec<u64> {
        let last = facts.phases.len() - 1;
        let all = |side: usize| {
            facts
                .categories
                .iter()
                .map(|c| c.acknowledged[side])
                .sum::<u64>()
        };
        let share = |side: usize| self.until(facts, last, None, side) * all(1 - side);
        let categories = || 0..facts.categories.len();
        let early = |category: usize, side: usize| -> u64 {
            let before_last = 0..last;
            before_last
                .map(|phase| self.until(facts, phase, Some(category), side))
                .sum()
        };
        let both = |of: &dyn Fn(usize, usize) -> u64, category| of(category, 0) + of(category, 1);
        let released = |category, side| self.until(facts, last, Some(category), side);
        let given = |category: usize| -> u64 {
            let of_category = self.given.iter().skip(category);
            of_category.step_by(facts.categories.len()).sum()
        };
        let home = categories().map(|c| both(&released, c) + given(c));
        let mut wishes: Vec<u64> = home.collect();
        wishes.push(self.round.iter().sum());
        wishes.push(share(0).min(share(1)));
        wishes.extend(categories().map(|c| both(&early, c)));
        wishes.extend(categories().map(|c| early(c, 0)));
        wishes
    }
}

/// Whether runs can carry so many each way: every way of filling them is tried.
fn could_carry(runs: &[CarrierRun], first: u64, second: u64) -> bool {
    let Some((run, later)) = runs.split_first() else {
        return first == 0 && second == 0;
    };
    (0..=run.persons.min(first)).any(|a| {
        let most = if run.each_way {
            run.persons
        } else {
            run.persons - a
        };
        could_carry(later, first - a, second - most.min(second))
    })
}

/// Every list of counts up to these limits.
fn every_count(limits: &[u64]) -> Vec<Vec<u64>> {
    limits.iter().fold(vec![Vec::new()], |all, limit| {
        let longer = |counts: &Vec<u64>| {
            let counts = counts.clone();
            (0..=*limit).map(move |next| [counts.clone(), vec![next]].concat())
        };
        all.iter().flat_map(longer).collect()
    })
}

/// The best wishes of all ways of carrying out an exchange.
fn best_of_all(facts: &ExchangeFacts) -> Vec<u64> {
    let categories = facts.categories.iter();
    let of_phase: Vec<u64> = categories.clone().flat_map(|c| c.acknowledged).collect();
    let released = every_count(&of_phase.repeat(facts.phases.len()));
    let round: Vec<u64> = facts.third_states.iter().map(|third| third.most).collect();
    let given = facts.third_states.iter().flat_map(|third| {
        categories
            .clone()
            .map(|category| category.acknowledged[third.wants_from].min(third.most))
    });
    let beside: Vec<Plain> = every_count(&round)
        .into_iter()
        .flat_map(|round| {
            let given = every_count(&given.clone().collect::<Vec<_>>());
            given.into_iter().map(move |given| Plain {
                released: Vec::new(),
                round: round.clone(),
                given,
            })
        })
        .filter(|plain| plain.keeps_third_states(facts))
        .collect();
    let ways = released.into_iter().flat_map(|released| {
        let with = |plain: &Plain| Plain {
            released: released.clone(),
            ..plain.clone()
        };
        beside.iter().map(with).collect::<Vec<_>>()
    });
    let kept = ways.filter(|plain| plain.keeps_phases(facts) && plain.keeps_terms(facts));
    kept.map(|plain| plain.wishes(facts)).max().unwrap()
}

fn plainly(facts: &ExchangeFacts, cleared: &Cleared) -> Plain {
    let mut plain = Plain::default();
    for phase in 0..facts.phases.len() {
        for category in 0..facts.categories.len() {
            let sides = [0, 1].map(|side| cleared.released(phase, category, side));
            plain.released.extend(sides);
        }
    }
    for third in 0..facts.third_states.len() {
        plain.round.push(cleared.third_state(third));
        let given = (0..facts.categories.len()).map(|c| cleared.given(third, c));
        plain.given.extend(given);
    }
    plain
}

#[test]
fn small_exchanges_agree_with_enumeration() {
    let mut rng = Rng::new(18);
    let (mut with_third, mut loaded) = (0, 0);
    for seed in 0..5_000 {
        let facts = small_exchange(&mut rng);
        let ClearingEnd::Cleared(cleared, _) = clear(&facts, LIMIT) else {
            panic!("{seed}: not cleared");
        };
        let plain = plainly(&facts, &cleared);
        assert!(plain.keeps_terms(&facts), "{seed}");
        assert!(plain.keeps_phases(&facts), "{seed}");
        assert!(plain.keeps_third_states(&facts), "{seed}");
        assert_eq!(
            plain.wishes(&facts),
            best_of_all(&facts),
            "{seed}: {facts:?}"
        );
        with_third += usize::from(plain.round.iter().any(|round| *round > 0));
        match load_runs(&facts, &cleared) {
            LoadEnd::Loaded(schedule) => loaded += usize::from(!schedule.loads().is_empty()),
            LoadEnd::NoCarriers => assert!(facts.phases.iter().any(|p| p.runs.is_none())),
            LoadEnd::Refused(why) => panic!("{seed}: {why}: {facts:?}"),
        }
    }
    assert!(with_third > 200 && loaded > 500, "{with_third} {loaded}");
}

#[test]
fn forged_clearings_are_refused() {
    let mut rng = Rng::new(19);
    let mut refused = 0;
    for _ in 0..500 {
        let facts = small_exchange(&mut rng);
        let ClearingEnd::Cleared(found, mut proofs) = clear(&facts, LIMIT) else {
            panic!("not cleared");
        };
        let statement = winset_check::exchange::ExchangeStatement::of(&facts);
        let nobody = vec![0; statement.program.variables.len()];
        let wishes = plainly(&facts, &found).wishes(&facts);
        if wishes.iter().any(|wish| *wish > 0) {
            assert!(cleared(&facts, nobody, &proofs).is_err());
            refused += 1;
        }
        let some = rng.below(proofs.len());
        if let Some(BoundNode::Leaf(leaf)) = proofs[some].0.first_mut() {
            leaf.weights.clear();
            leaf.over = 0;
            let values = vec![0; statement.program.variables.len()];
            assert!(cleared(&facts, values, &proofs).is_err());
        }
    }
    assert!(refused > 200);
}
