//! What the ends of a scenario are worth to its sides, exactly, looked up as they come.

use std::collections::BTreeMap;

use super::{Landmarks, PlayedScenario};
use crate::session::End;
use crate::space::Outcome;

/// Most ends of a scenario whose worth is kept.
const KEPT_MAX: usize = 100_000;

/// What an end is worth to all sides, and how far it is from the landmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EndWorth {
    /// What each side gets.
    pub(super) scores: Box<[i64]>,
    /// How far that is from frontier, Nash and Kalai, where the scenario has landmarks.
    pub(super) distances: Option<[u64; 3]>,
}

/// The worth of ends of one scenario, looked up as they come.
#[derive(Debug, Default)]
pub(super) struct KnownWorth {
    known: BTreeMap<Option<Outcome>, EndWorth>,
}

impl KnownWorth {
    /// The worth of an end.
    pub(super) fn of(
        &mut self,
        scenario: &PlayedScenario,
        landmarks: Option<&Landmarks>,
        end: &End,
    ) -> &EndWorth {
        let outcome = end.agreed.ok();
        if self.known.len() >= KEPT_MAX && !self.known.contains_key(&outcome) {
            self.known.clear();
        }
        self.known.entry(outcome).or_insert_with(|| {
            let scores = match outcome {
                Some(outcome) => scenario.scores(outcome),
                None => scenario
                    .scales()
                    .iter()
                    .map(|scale| scale.without)
                    .collect(),
            };
            let distances = landmarks.and_then(|landmarks| landmarks.distances(&scores));
            EndWorth { scores, distances }
        })
    }
}
