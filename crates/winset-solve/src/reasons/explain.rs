//! Marks what closed leaves need.

use winset_model::options::OptionSet;

use super::walk::{Cause, Closed, Removal, Walk};
use crate::rule::{Class, Rule, Truth};

impl Walk<'_> {
    /// Marks the removals on a point before a place of the trail.
    pub(super) fn need_all(&mut self, point: usize, before: usize) {
        for place in self.on_point[point].iter().filter(|p| **p < before) {
            self.trail[*place].needed = true;
        }
    }

    /// Marks all that a closed leaf needs.
    pub(super) fn explain(&mut self, closed: Closed) {
        let end = self.trail.len();
        let mut domains = self.domains.clone();
        match closed {
            Closed::AtOnce => {}
            Closed::Empty(point) => self.need_all(point, end),
            Closed::Rule(rule) => self.explain_rule(rule, None, &mut domains.clone(), end),
            Closed::Weights(number) => self.explain_weights(number, None, &domains, end),
        }
        for place in (0..end).rev() {
            let removal = &mut self.trail[place];
            let (point, options) = (removal.point, removal.options.clone());
            domains[point] = domains[point].or(&options);
            if !removal.needed || std::mem::replace(&mut removal.explained, true) {
                continue;
            }
            let gone = Some((point, &options));
            match removal.cause {
                Cause::Branch => {}
                Cause::Rule(rule) => self.explain_rule(rule, gone, &mut domains.clone(), place),
                Cause::Weights { number, from } => {
                    let mut before = domains.clone();
                    for earlier in &self.trail[from..place] {
                        before[earlier.point] = before[earlier.point].or(&earlier.options);
                    }
                    self.explain_weights(number, gone, &before, from);
                }
            }
        }
    }

    /// Marks a rule, and the removals before a place of the trail without which it would not
    /// refuse the options of the point, or whatever is left.
    fn explain_rule(
        &mut self,
        rule: usize,
        gone: Option<(usize, &OptionSet)>,
        domains: &mut [OptionSet],
        before: usize,
    ) {
        self.used.rules[rule] = true;
        let problem = self.problem;
        let asked: &Rule = &problem.rules[rule];
        let own = gone.map(|(point, _)| point);
        for (point, _) in asked.points.iter().filter(|(p, _)| Some(*p) != own) {
            for nth in (0..self.on_point[*point].len()).rev() {
                let place = self.on_point[*point][nth];
                if place >= before || self.trail[place].needed {
                    continue;
                }
                let narrow = domains[*point].clone();
                domains[*point] = narrow.or(&self.trail[place].options);
                if !self.refuses(asked, gone, domains) {
                    domains[*point] = narrow;
                    self.trail[place].needed = true;
                }
            }
        }
    }

    /// Whether a rule refuses the options of the point, or whatever the domains hold.
    fn refuses(
        &mut self,
        rule: &Rule,
        gone: Option<(usize, &OptionSet)>,
        domains: &[OptionSet],
    ) -> bool {
        let stack = &mut self.scratch.stack;
        let Some((point, options)) = gone else {
            return rule.truth(domains, None, stack) == Truth::False;
        };
        let classes = rule.points.iter().find(|(p, _)| *p == point);
        let parts = classes.map_or(&[][..], |(_, classes): &(usize, Vec<Class>)| classes);
        let mut parts = parts.iter().map(|class| class.options.and(options));
        parts.all(|part| {
            part.is_empty() || rule.truth(domains, Some((point, &part)), stack) == Truth::False
        })
    }

    /// Marks what weights weigh, and the removals before a place of the trail without which what
    /// is left would not be short: of the options of the point, or of everything.
    fn explain_weights(
        &mut self,
        number: usize,
        gone: Option<(usize, &OptionSet)>,
        domains: &[OptionSet],
        before: usize,
    ) {
        let Some(weights) = self.weights.get(number) else {
            return;
        };
        let problem = self.problem;
        let mark = |used: &mut [bool], weights: &[i64]| {
            let pairs = used.iter_mut().zip(weights);
            pairs.for_each(|(used, weight)| *used |= *weight != 0);
        };
        mark(&mut self.used.floors, &weights.floors);
        mark(&mut self.used.rows, &weights.rows);
        // Terms across points count by what is left of their points: there nothing is passed over.
        let weighed = problem.floors.iter().zip(&weights.floors);
        for (floor, _) in weighed.filter(|(_, weight)| **weight != 0) {
            for (point, _) in floor.bonuses.iter().flat_map(|b| &b.when) {
                self.need_all(*point, before);
            }
        }
        let table = self.table(weights, domains);
        let most = |point: usize, options: &OptionSet| {
            let values = options.iter().map(|o| problem.slots[point] + o.index());
            values.map(|slot| table.values[slot]).max()
        };
        let own = gone.map(|(point, _)| point);
        let mut best: Vec<i64> = (0..problem.len())
            .map(|point| match gone {
                Some((p, options)) if p == point => most(point, options).unwrap_or(0),
                _ => most(point, &domains[point]).unwrap_or(0),
            })
            .collect();
        let mut spare = table.need - 1 - best.iter().sum::<i64>();
        for place in (0..before).rev() {
            let Removal {
                point,
                options,
                needed,
                ..
            } = &self.trail[place];
            let point = *point;
            if *needed || Some(point) == own {
                continue;
            }
            let more = most(point, options).unwrap_or(0) - best[point];
            if more > spare {
                self.trail[place].needed = true;
            } else if more > 0 {
                spare -= more;
                best[point] += more;
            }
        }
    }
}
