//! An exchange as a program in whole numbers.
//!
//! Variables, in this order: for each phase, each category and each side, how many people of that side
//! are released directly; for each third state how many go round; for each third state that needs a
//! return through the other side, each category, how many people of that side are given for it; last, the
//! lesser of the two sides' shares, times both sides' acknowledged prisoners.

use super::facts::{CategoryTerms, ExchangeFacts, PhaseFacts};
use crate::integer::{IntegerProgram, LinearSum, ObjectiveStage};

/// What a stage of the order of wishes speaks of, in the fixed order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageSubject {
    /// How many come home in a category, both sides together, with those given for a third state's part.
    Released {
        /// The category.
        category: usize,
    },
    /// How many go round through third states.
    ThirdStates,
    /// The lesser share of a side's acknowledged prisoners that comes home.
    LesserShare,
    /// How early a category is released.
    Early {
        /// The category.
        category: usize,
    },
    /// How early the first side's people in a category are released: the last tie.
    FirstSideEarly {
        /// The category.
        category: usize,
    },
}

/// An exchange as a program, with what its variables are.
#[derive(Debug, Clone)]
pub struct ExchangeStatement {
    /// The program.
    pub program: IntegerProgram,
    /// What is wanted, one after the other.
    pub stages: Vec<ObjectiveStage>,
    /// What each stage speaks of.
    pub subjects: Vec<StageSubject>,
    categories: usize,
    phases: usize,
    third_states: usize,
}

impl ExchangeStatement {
    /// The program of an exchange.
    pub fn of(facts: &ExchangeFacts) -> Self {
        let mut statement = Self {
            program: IntegerProgram::default(),
            stages: Vec::new(),
            subjects: Vec::new(),
            categories: facts.categories.len(),
            phases: facts.phases.len(),
            third_states: facts.third_states.len(),
        };
        statement.add_variables(facts);
        statement.add_availability(facts);
        statement.add_terms(facts);
        for (phase, of) in facts.phases.iter().enumerate() {
            statement.add_phase(phase, of, facts.parity);
        }
        statement.add_third_states(facts);
        statement.add_shares(facts);
        statement.add_stages();
        statement
    }

    /// How many categories there are.
    pub fn categories(&self) -> usize {
        self.categories
    }

    /// How many phases there are.
    pub fn phases(&self) -> usize {
        self.phases
    }

    /// The variable of a release: how many people of a side, in a category, in a phase.
    pub fn release(&self, phase: usize, category: usize, side: usize) -> usize {
        (phase * self.categories + category) * 2 + side
    }

    /// The variable of a third state: how many go round.
    pub fn third_state(&self, at: usize) -> usize {
        self.phases * self.categories * 2 + at
    }

    /// The variable of what is given for a third state's part in a category.
    pub fn given(&self, at: usize, category: usize) -> usize {
        self.third_state(self.third_states) + at * self.categories + category
    }

    fn lesser_share(&self) -> usize {
        self.given(self.third_states, 0)
    }

    fn add_variables(&mut self, facts: &ExchangeFacts) {
        for phase in &facts.phases {
            for (category, takes) in facts.categories.iter().zip(&phase.takes) {
                for acknowledged in category.acknowledged {
                    let most = if *takes { signed(acknowledged) } else { 0 };
                    self.program.add_variable(0, most);
                }
            }
        }
        for third in &facts.third_states {
            self.program.add_variable(0, signed(third.most));
        }
        for third in &facts.third_states {
            for category in &facts.categories {
                // Who is owed anyway cannot be given again.
                let spare = matches!(category.terms, CategoryTerms::Between { .. });
                let round = third.wants_from != third.releases_of;
                let held = signed(category.acknowledged[third.wants_from]);
                self.program
                    .add_variable(0, if spare && round { held } else { 0 });
            }
        }
        let [first, second] = [0, 1].map(|side| acknowledged(facts, side));
        self.program.add_variable(0, first * second);
    }

    /// Nobody is released twice.
    fn add_availability(&mut self, facts: &ExchangeFacts) {
        for (at, category) in facts.categories.iter().enumerate() {
            for side in 0..2 {
                let mut terms: Vec<(usize, i64)> = self.through(self.phases, at, side, 1);
                for (third, of) in facts.third_states.iter().enumerate() {
                    if of.wants_from == side {
                        terms.push((self.given(third, at), 1));
                    }
                }
                let held = signed(category.acknowledged[side]);
                self.program.add_at_most(LinearSum::new(terms), held);
            }
        }
    }

    /// Ratios hold after each phase, all before it counted.
    fn add_terms(&mut self, facts: &ExchangeFacts) {
        for (at, category) in facts.categories.iter().enumerate() {
            let CategoryTerms::Between { min, max } = category.terms else {
                continue;
            };
            for phases in 1..=self.phases {
                let mut add = |first: i64, second: i64| {
                    let mut terms = self.through(phases, at, 0, first);
                    terms.extend(self.through(phases, at, 1, second));
                    self.program.add_at_most(LinearSum::new(terms), 0);
                };
                if let Some(min) = min {
                    add(i64::from(min.taken()), -i64::from(min.given()));
                }
                if let Some(max) = max {
                    add(-i64::from(max.taken()), i64::from(max.given()));
                }
            }
        }
    }

    /// What a phase can carry, and how far its sides may differ.
    fn add_phase(&mut self, phase: usize, facts: &PhaseFacts, parity: Option<u64>) {
        let of_side = |side: usize, factor: i64| -> Vec<(usize, i64)> {
            let categories = 0..self.categories;
            let terms = categories.map(|category| (self.release(phase, category, side), factor));
            terms.collect()
        };
        let both = LinearSum::new([of_side(0, 1), of_side(1, 1)].concat());
        let apart = [
            LinearSum::new([of_side(0, 1), of_side(1, -1)].concat()),
            LinearSum::new([of_side(0, -1), of_side(1, 1)].concat()),
        ];
        let sides = [0, 1].map(|side| LinearSum::new(of_side(side, 1)));
        if let Some(runs) = &facts.runs {
            let carried = |each_way: bool| {
                let runs = runs.iter().filter(|run| run.each_way == each_way);
                runs.map(|run| signed(run.persons)).sum::<i64>()
            };
            let (shared, each) = (carried(false), carried(true));
            self.program.add_at_most(both.clone(), shared + 2 * each);
            if each > 0 {
                for side in sides {
                    self.program.add_at_most(side, shared + each);
                }
            }
        }
        if let Some(most) = facts.most {
            self.program.add_at_most(both, signed(most));
        }
        if let Some(parity) = facts.parity {
            for sum in apart {
                self.program.add_at_most(sum, signed(parity));
            }
        }
        if let Some(parity) = parity {
            for factor in [1, -1] {
                let categories = 0..self.categories;
                let terms = categories.flat_map(|category| {
                    let first = self.through(phase + 1, category, 0, factor);
                    first
                        .into_iter()
                        .chain(self.through(phase + 1, category, 1, -factor))
                });
                let sum = LinearSum::new(terms.collect::<Vec<_>>());
                self.program.add_at_most(sum, signed(parity));
            }
        }
    }

    /// As many are given in return as go round; a state gives and takes no more than it holds and wants.
    fn add_third_states(&mut self, facts: &ExchangeFacts) {
        for (third, of) in facts.third_states.iter().enumerate() {
            if of.wants_from == of.releases_of {
                continue;
            }
            let given = (0..self.categories).map(|category| (self.given(third, category), -1));
            let owed = LinearSum::new(given.chain([(self.third_state(third), 1)]));
            self.program.add_at_least(&owed, 0);
            self.program.add_at_most(owed, 0);
        }
        for side in 0..2 {
            for (limit, by) in [
                (facts.third_holds[side], true),
                (facts.third_wants[side], false),
            ] {
                let parts = facts.third_states.iter().enumerate();
                let parts =
                    parts.filter(|(_, of)| side == if by { of.releases_of } else { of.wants_from });
                let sum = LinearSum::new(parts.map(|(third, _)| (self.third_state(third), 1)));
                if sum.terms().len() > 1 {
                    self.program.add_at_most(sum, signed(limit));
                }
            }
        }
    }

    /// Share of a side: released of its acknowledged. Both times both sides' acknowledged are at least
    /// the lesser share.
    fn add_shares(&mut self, facts: &ExchangeFacts) {
        for side in 0..2 {
            let other = acknowledged(facts, 1 - side);
            let categories = 0..self.categories;
            let home = categories.flat_map(|c| self.through(self.phases, c, side, -other));
            let terms = home.chain([(self.lesser_share(), 1)]);
            let sum = LinearSum::new(terms.collect::<Vec<_>>());
            self.program.add_at_most(sum, 0);
        }
    }

    /// The variables of a side's releases in a category, in the first so many phases.
    fn through(
        &self,
        phases: usize,
        category: usize,
        side: usize,
        factor: i64,
    ) -> Vec<(usize, i64)> {
        let phases = 0..phases;
        let terms = phases.map(|phase| (self.release(phase, category, side), factor));
        terms.collect()
    }

    fn add_stages(&mut self) {
        let mut stages: Vec<(StageSubject, Vec<(usize, i64)>)> = Vec::new();
        for category in 0..self.categories {
            stages.push((StageSubject::Released { category }, self.home(category)));
        }
        let third = (0..self.third_states).map(|at| (self.third_state(at), 1));
        stages.push((StageSubject::ThirdStates, third.collect()));
        stages.push((StageSubject::LesserShare, vec![(self.lesser_share(), 1)]));
        for category in 0..self.categories {
            let sides = (0..2).flat_map(|side| self.early(category, side));
            stages.push((StageSubject::Early { category }, sides.collect()));
        }
        for category in 0..self.categories {
            let first = self.early(category, 0);
            stages.push((StageSubject::FirstSideEarly { category }, first));
        }
        for (subject, terms) in stages {
            self.subjects.push(subject);
            self.stages.push(ObjectiveStage {
                name: format!("{subject:?}"),
                sum: LinearSum::new(terms),
            });
        }
    }

    /// All who come home in a category.
    fn home(&self, category: usize) -> Vec<(usize, i64)> {
        let sides = (0..2).flat_map(|side| self.through(self.phases, category, side, 1));
        let given = (0..self.third_states).map(|third| (self.given(third, category), 1));
        sides.chain(given).collect()
    }

    /// Each release times the phases that are left after it.
    fn early(&self, category: usize, side: usize) -> Vec<(usize, i64)> {
        let weighted = (0..self.phases).map(|phase| {
            let left = i64::try_from(self.phases - 1 - phase).unwrap_or(i64::MAX);
            (self.release(phase, category, side), left)
        });
        weighted.collect()
    }
}

/// How many people of a side are acknowledged.
pub(super) fn acknowledged(facts: &ExchangeFacts, side: usize) -> i64 {
    let categories = facts.categories.iter();
    signed(categories.map(|category| category.acknowledged[side]).sum())
}

/// A count as it stands in a program; facts keep counts far below its limit.
fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
