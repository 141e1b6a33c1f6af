//! The days of a plan: a network of differences, relaxed until it rests or goes round in a circle.

use winset_check::plan::{PlanQuestion, PlanRule};
use winset_model::register::PlanItem;

/// What the rules ask of days, and what the rounds add.
#[derive(Debug)]
pub(super) struct Network {
    count: usize,
    rules: Vec<PlanRule>,
    /// From, to, days; the last place stands for the signature.
    edges: Vec<(usize, usize, i64)>,
    spans: Vec<i64>,
    planned: Vec<bool>,
    /// Whether an item lapses unless another one comes in time.
    pub(super) has_lapses: bool,
}

impl Network {
    pub(super) fn of(question: &PlanQuestion<'_>) -> Self {
        let count = question.plan.items.len();
        let rules = PlanRule::all(question);
        let node = |place: Option<usize>| place.unwrap_or(count);
        let asked = rules.iter().filter_map(|rule| rule.asks(question));
        let edges = asked.map(|(from, to, days)| (node(from), node(to), days));
        let spans = question.plan.items.iter().map(PlanItem::span_days);
        Self {
            count,
            edges: edges.collect(),
            has_lapses: rules.iter().any(|rule| matches!(rule, PlanRule::Lapse(_))),
            rules,
            // Days are at most a hundred years.
            spans: spans.map(|days| i64::try_from(days).unwrap_or(0)).collect(),
            planned: (0..count).map(|place| question.is_planned(place)).collect(),
        }
    }

    /// Rules that contradict each other, each beginning where the one before ends; `None` where days keep
    /// them all. Rules times items.
    pub(super) fn circle(&self) -> Option<Vec<PlanRule>> {
        let mut begins = vec![0_i64; self.count + 1];
        let mut because: Vec<Option<usize>> = vec![None; self.count + 1];
        let mut last = None;
        for _ in 0..=self.count + 1 {
            last = None;
            for (at, (from, to, days)) in self.edges.iter().enumerate() {
                if begins[*from] + days > begins[*to] {
                    begins[*to] = begins[*from] + days;
                    because[*to] = Some(at);
                    last = Some(*to);
                }
            }
            last?;
        }
        // So many steps back from what still moves lies on the circle.
        let back = |node: usize| because[node].map(|edge| self.edges[edge].0);
        let mut node = last?;
        for _ in 0..=self.count + 1 {
            node = back(node)?;
        }
        let (mut circle, mut here) = (Vec::new(), node);
        loop {
            let edge = because[here]?;
            circle.push(self.rules[edge]);
            here = self.edges[edge].0;
            if here == node {
                break;
            }
        }
        circle.reverse();
        Some(circle)
    }

    /// The earliest days with these rounds one after the other and everything else of `valued` after them,
    /// by place; `None` where no days do, or something is verified after `end`.
    pub(super) fn earliest(
        &self,
        rounds: &[Vec<usize>],
        valued: &[usize],
        end: Option<i64>,
    ) -> Option<Vec<i64>> {
        let mut begins = vec![0_i64; self.count + 1];
        let mut round_of = vec![rounds.len(); self.count];
        for (number, round) in rounds.iter().enumerate() {
            round.iter().for_each(|place| round_of[*place] = number);
        }
        for _ in 0..=self.count + 1 {
            let mut changed = false;
            for (from, to, days) in &self.edges {
                let least = begins[*from] + days;
                if least > begins[*to] {
                    // Nothing moves the signature.
                    if *to == self.count {
                        return None;
                    }
                    begins[*to] = least;
                    changed = true;
                }
            }
            // A round begins when all before it are verified.
            let mut done = vec![0; rounds.len() + 1];
            for place in rounds.iter().flatten() {
                let verified = begins[*place] + self.spans[*place];
                let after = round_of[*place] + 1;
                done[after] = done[after].max(verified);
            }
            for number in 1..done.len() {
                done[number] = done[number].max(done[number - 1]);
            }
            for place in valued {
                let least = done[round_of[*place]];
                if least > begins[*place] {
                    begins[*place] = least;
                    changed = true;
                }
            }
            if let Some(end) = end
                && self.duration(&begins) > end
            {
                return None;
            }
            if !changed {
                begins.truncate(self.count);
                return Some(begins);
            }
        }
        None
    }

    /// The last day on which something is verified.
    pub(super) fn duration(&self, begins: &[i64]) -> i64 {
        let places = (0..self.count).filter(|place| self.planned[*place]);
        places
            .map(|place| begins[place] + self.spans[place])
            .max()
            .unwrap_or(0)
    }

    /// Days as a schedule has them: none for what is not planned.
    pub(super) fn dated(&self, begins: &[i64]) -> Vec<Option<u64>> {
        let places = (0..self.count).map(|place| {
            let day = u64::try_from(begins[place]).ok();
            day.filter(|_| self.planned[place])
        });
        places.collect()
    }
}
