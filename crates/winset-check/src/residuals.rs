//! What is left of all rules and terms, numbered as it is met.

use std::collections::BTreeMap;

use winset_model::case::Bonus;
use winset_model::options::{OptionId, PointId};

use crate::question::Question;
use crate::residual::{Residual, residual, settled};

/// What a settled point leads to.
#[derive(Clone)]
pub(crate) struct After {
    /// What is left, by its number.
    pub(crate) residual: usize,
    /// What each follower gets for terms that came true.
    pub(crate) given: Vec<i64>,
}

/// The numbers of what can never change again.
const FALSE: u32 = 0;
const TRUE: u32 = 1;

/// What is left of all rules and terms together, by numbers of its parts.
pub(crate) struct Residuals {
    /// Every part that was met, by its number.
    parts: Vec<Residual>,
    number_of: BTreeMap<Residual, u32>,
    /// What was left before this stage: rules first, then terms of the followers.
    before: Vec<Vec<u32>>,
    /// What is left after it, as it is met.
    met: Vec<Vec<u32>>,
    numbers: BTreeMap<Vec<u32>, usize>,
    /// For each part and each option of the stage's point what it becomes, once that was asked for.
    becomes: BTreeMap<(u32, OptionId), u32>,
    /// The places of rules and terms that mention the stage's point.
    mentions: Vec<usize>,
    /// For each rule and term the points that it mentions.
    points: Vec<Vec<PointId>>,
    /// For each term whose it is and what it gives.
    terms: Vec<(usize, i64)>,
    rules: usize,
    /// What terms can add under one number and not under another, once that was asked for.
    compared: BTreeMap<(usize, usize), Option<Vec<i64>>>,
}

impl Residuals {
    /// What is left while nothing is settled, with number 0; `terms` are those of each follower.
    pub(crate) fn new(question: &Question<'_>, terms: &[&[Bonus]]) -> Self {
        let mut all: Vec<Residual> = question
            .rules
            .iter()
            .map(|(rule, _)| residual(*rule))
            .collect();
        let mut points: Vec<Vec<PointId>> = question.rules.iter().map(|(_, p)| p.clone()).collect();
        let rules = all.len();
        let mut given = Vec::new();
        for (whose, bonuses) in terms.iter().enumerate() {
            for bonus in *bonuses {
                all.push(Residual::all_of(&bonus.when));
                points.push(bonus.when.iter().map(|(point, _)| *point).collect());
                given.push((whose, bonus.score));
            }
        }
        let mut residuals = Self {
            parts: Vec::new(),
            number_of: BTreeMap::new(),
            before: Vec::new(),
            met: Vec::new(),
            numbers: BTreeMap::new(),
            becomes: BTreeMap::new(),
            mentions: Vec::new(),
            points,
            terms: given,
            rules,
            compared: BTreeMap::new(),
        };
        residuals.part(Residual::False);
        residuals.part(Residual::True);
        let first = all.into_iter().map(|part| residuals.part(part)).collect();
        residuals.number(first);
        residuals
    }

    /// Begins the stage of a point.
    pub(crate) fn elimination(&mut self, point: PointId) {
        let first = self.before.is_empty();
        self.before = std::mem::take(&mut self.met);
        self.numbers.clear();
        self.becomes.clear();
        self.compared.clear();
        // What mentions no point is decided in the first stage.
        let decided = |points: &Vec<PointId>| points.contains(&point) || first && points.is_empty();
        let mentions = |place: &usize| decided(&self.points[*place]);
        self.mentions = (0..self.points.len()).filter(mentions).collect();
    }

    fn part(&mut self, part: Residual) -> u32 {
        if let Some(number) = self.number_of.get(&part) {
            return *number;
        }
        let number = u32::try_from(self.parts.len());
        let number = number.expect("no memory holds four billion parts of rules");
        self.parts.push(part.clone());
        self.number_of.insert(part, number);
        number
    }

    fn number(&mut self, all: Vec<u32>) -> usize {
        if let Some(number) = self.numbers.get(&all) {
            return *number;
        }
        let number = self.met.len();
        self.met.push(all.clone());
        self.numbers.insert(all, number);
        number
    }

    /// What is left once the stage's point is settled, and what terms that come true give each of so
    /// many followers; `None` when a rule is broken.
    pub(crate) fn after(
        &mut self,
        from: usize,
        point: PointId,
        option: OptionId,
        followers: usize,
    ) -> Option<After> {
        let mut all = self.before[from].clone();
        let mut given = vec![0; followers];
        for place in 0..self.mentions.len() {
            let place = self.mentions[place];
            let part = self.become_of(all[place], point, option);
            all[place] = part;
            if let Some(term) = place.checked_sub(self.rules)
                && part == TRUE
            {
                let (whose, score) = self.terms[term];
                given[whose] += score;
                // It is counted, and never again.
                all[place] = FALSE;
            }
        }
        if all[..self.rules].contains(&FALSE) {
            return None;
        }
        Some(After {
            residual: self.number(all),
            given,
        })
    }

    /// For each of so many followers the most that terms can still add with what is left under one
    /// number and not with what is left under another; `None` where not the same is left of the rules.
    pub(crate) fn more(&mut self, one: usize, other: usize, followers: usize) -> Option<&[i64]> {
        let (rules, met) = (self.rules, &self.met);
        let terms = &self.terms;
        let compared = self.compared.entry((one, other)).or_insert_with(|| {
            let (one, other) = (&met[one], &met[other]);
            if one[..rules] != other[..rules] {
                return None;
            }
            let mut more = vec![0; followers];
            let pairs = one[rules..].iter().zip(&other[rules..]);
            for ((one, other), (whose, score)) in pairs.zip(terms) {
                more[*whose] += match (*one, *other) {
                    (one, other) if one == other => 0,
                    (_, FALSE) => *score.max(&0),
                    (FALSE, _) => -*score.min(&0),
                    _ => score.abs(),
                };
            }
            Some(more)
        });
        compared.as_deref()
    }

    fn become_of(&mut self, part: u32, point: PointId, option: OptionId) -> u32 {
        if let Some(known) = self.becomes.get(&(part, option)) {
            return *known;
        }
        let after = settled(&self.parts[part as usize], point, option);
        let after = self.part(after);
        self.becomes.insert((part, option), after);
        after
    }
}
