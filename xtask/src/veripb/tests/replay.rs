//! A plain checker of the steps that the export writes, for tests only: what VeriPB does, slowly.

use std::collections::BTreeMap;

/// Signed coefficients of variables, and the least sum.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Linear {
    coefficients: BTreeMap<String, i128>,
    need: i128,
}

impl Linear {
    /// Reads `3 x_0_0 1 ~g_2 >= 2`.
    fn read(text: &str) -> Self {
        let (terms, need) = text.split_once(">=").unwrap();
        let mut linear = Self {
            need: need.trim().parse().unwrap(),
            ..Self::default()
        };
        let words: Vec<&str> = terms.split_whitespace().collect();
        for pair in words.chunks(2) {
            let weight: i128 = pair[0].parse().unwrap();
            let (var, weight) = match pair[1].strip_prefix('~') {
                Some(var) => {
                    linear.need -= weight;
                    (var, -weight)
                }
                None => (pair[1], weight),
            };
            *linear.coefficients.entry(var.to_owned()).or_insert(0) += weight;
        }
        linear.coefficients.retain(|_, c| *c != 0);
        linear
    }

    fn times(mut self, factor: i128) -> Self {
        assert!(factor > 0);
        self.coefficients.values_mut().for_each(|c| *c *= factor);
        self.need *= factor;
        self
    }

    fn plus(mut self, other: &Self) -> Self {
        for (var, c) in &other.coefficients {
            *self.coefficients.entry(var.clone()).or_insert(0) += c;
        }
        self.coefficients.retain(|_, c| *c != 0);
        self.need += other.need;
        self
    }

    fn negated(mut self) -> Self {
        self.coefficients.values_mut().for_each(|c| *c = -*c);
        self.need = 1 - self.need;
        self
    }

    /// Sets what the constraint forces; `None` on a contradiction, else whether anything was set.
    fn propagate(&self, known: &mut BTreeMap<String, bool>) -> Option<bool> {
        let possible = |(var, c): (&String, &i128)| match known.get(var) {
            Some(value) => c * i128::from(*value),
            None => 0.max(*c),
        };
        let spare = self.coefficients.iter().map(possible).sum::<i128>() - self.need;
        if spare < 0 {
            return None;
        }
        let before = known.len();
        for (var, c) in &self.coefficients {
            if c.abs() > spare && !known.contains_key(var) {
                known.insert(var.clone(), *c > 0);
            }
        }
        Some(known.len() > before)
    }
}

/// Constraints by number, from 1; deleted ones are gone.
struct Database(Vec<Option<Linear>>);

impl Database {
    fn follows(&self, claim: &Linear) -> bool {
        let negation = claim.clone().negated();
        let all: Vec<&Linear> = self.0.iter().flatten().chain([&negation]).collect();
        let mut known = BTreeMap::new();
        loop {
            let mut changed = false;
            for constraint in &all {
                match constraint.propagate(&mut known) {
                    None => return true,
                    Some(set) => changed |= set,
                }
            }
            if !changed {
                return false;
            }
        }
    }

    fn combined(&self, steps: &str) -> Linear {
        let mut stack: Vec<Linear> = Vec::new();
        let words: Vec<&str> = steps.split_whitespace().collect();
        for (place, word) in words.iter().enumerate() {
            match *word {
                "+" => {
                    let top = stack.pop().unwrap();
                    let below = stack.pop().unwrap();
                    stack.push(below.plus(&top));
                }
                "*" => {
                    let factor = words[place - 1].parse().unwrap();
                    let top = stack.pop().unwrap();
                    stack.push(top.times(factor));
                }
                _ if words.get(place + 1) == Some(&"*") => {}
                number => stack.push(self.get(number).clone()),
            }
        }
        assert_eq!(stack.len(), 1, "{steps}");
        stack.remove(0)
    }

    fn get(&self, number: &str) -> &Linear {
        let number: usize = number.parse().unwrap();
        self.0[number - 1].as_ref().unwrap()
    }
}

/// Whether every step of a proof follows and it ends in a contradiction.
pub(super) fn accepts(formula: &str, proof: &str) -> bool {
    let lines = formula.lines().filter(|l| !l.starts_with('*'));
    let constraint = |l: &str| Some(Linear::read(l.strip_suffix(" ;").unwrap()));
    let mut database = Database(lines.map(constraint).collect());
    let mut lines = proof.lines().filter(|l| !l.starts_with('%'));
    assert_eq!(lines.next(), Some("pseudo-Boolean proof version 3.0"));
    for line in lines {
        let line = line.strip_suffix(" ;").unwrap();
        let (rule, rest) = line.split_once(' ').unwrap();
        match rule {
            "f" => assert_eq!(rest, database.0.len().to_string()),
            "rup" => {
                let claim = Linear::read(rest);
                if !database.follows(&claim) {
                    return false;
                }
                database.0.push(Some(claim));
            }
            "pol" => database.0.push(Some(database.combined(rest))),
            "e" => {
                let (claim, number) = rest.split_once(" : ").unwrap();
                if Linear::read(claim) != *database.get(number) {
                    return false;
                }
            }
            "del" => {
                let range: Vec<usize> = rest.split(' ').filter_map(|w| w.parse().ok()).collect();
                database.0[range[0] - 1..range[1] - 1].fill(None);
            }
            "output" => assert_eq!(rest, "NONE"),
            "conclusion" => {
                let number = rest.strip_prefix("UNSAT : ").unwrap();
                return *database.get(number) == Linear::read(">= 1");
            }
            other => panic!("{other}"),
        }
    }
    false
}
