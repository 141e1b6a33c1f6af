//! Random cases about openings: declared lines that clash, ladders of rising costs, links that can
//! be dropped, ratifying bodies.
//!
//! Each line accepts what its owner likes best on a point, and each step the next best; a planted
//! package is inside every last step, inside every law, and above every no-deal value, so that
//! giving up everything opens an overlap. The cheapest opening is rarely the planted one.

use serde_json::{Map, Value, json};

use crate::rng::Rng;

/// The size of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaddersSize {
    /// Number of points.
    pub points: usize,
    /// Options of each point.
    pub options: usize,
    /// Number of parties.
    pub parties: usize,
    /// Number of lines.
    pub lines: usize,
    /// Number of links.
    pub links: usize,
    /// Number of ratifying bodies, each with one vote rule.
    pub bodies: usize,
    /// What a party's best option of the point that matters most to it is worth.
    pub grid: usize,
    /// How many percent of what the planted package gives a party has without a deal.
    pub floor_percent: usize,
}

impl LaddersSize {
    /// A case of a mediator's size: 40 points, 6 parties, 80 lines, 40 links.
    pub const LARGE: Self = Self {
        points: 40,
        options: 5,
        parties: 6,
        lines: 80,
        links: 40,
        bodies: 2,
        grid: 100,
        floor_percent: 95,
    };
}

/// A case that is being made.
struct Draft<'r> {
    size: LaddersSize,
    rng: &'r mut Rng,
    /// The option of the planted package on each point.
    planted: Vec<usize>,
    /// For each party and point the scores of the options.
    scores: Vec<Vec<Vec<usize>>>,
}

/// A random case of a size, as the JSON of a valid case file.
///
/// # Panics
/// When points have no options.
pub fn ladders(size: LaddersSize, seed: u64) -> Value {
    let rng = &mut Rng::new(seed);
    let scores = (0..size.parties).map(|_| {
        let of_point = |_| {
            let weight = 1 + rng.below(size.grid);
            (0..size.options).map(|_| rng.below(weight + 1)).collect()
        };
        (0..size.points).map(of_point).collect()
    });
    let scores: Vec<Vec<Vec<usize>>> = scores.collect();
    let sum = |p: usize, o: usize| scores.iter().map(|s| s[p][o]).sum::<usize>();
    let planted = |p: usize| {
        let best = (0..size.options).max_by_key(|o| sum(p, *o));
        best.expect("a point has an option")
    };
    Draft {
        size,
        planted: (0..size.points).map(planted).collect(),
        rng,
        scores,
    }
    .file(seed)
}

/// A random case of random size, small enough to try out every concession on every package.
pub fn small(seed: u64) -> Value {
    let rng = &mut Rng::new(seed ^ 0x5a5a);
    let size = LaddersSize {
        points: 2 + rng.below(3),
        options: 2 + rng.below(3),
        parties: 1 + rng.below(4),
        lines: 1 + rng.below(4),
        links: rng.below(4),
        bodies: rng.below(3),
        grid: 1 + rng.below(12),
        floor_percent: [0, 60, 85, 100][rng.below(4)],
    };
    ladders(size, seed)
}

impl Draft<'_> {
    fn file(mut self, seed: u64) -> Value {
        let size = self.size;
        let parties: Vec<Value> = (0..size.parties).map(|p| self.party(p)).collect();
        let points: Vec<Value> = (0..size.points).map(|p| point(p, size.options)).collect();
        let sheets: Map<String, Value> = (0..size.parties).map(|p| self.sheet(p)).collect();
        let lines: Vec<Value> = (0..size.lines).map(|l| self.line(l)).collect();
        let links: Vec<Value> = (0..size.links).map(|l| self.link(l)).collect();
        let bodies: Vec<Value> = (0..size.bodies).map(|b| self.body(b)).collect();
        json!({
            "format": "winset-case/1",
            "id": format!("ladders-{}x{}-{seed}", size.points, size.options),
            "title": "A random case with ladders",
            "parties": parties,
            "points": points,
            "preferences": sheets,
            "lines": lines,
            "links": links,
            "ratification": bodies,
        })
    }

    fn party(&mut self, party: usize) -> Value {
        let of_point = |(scores, option): (&Vec<usize>, &usize)| scores[*option];
        let planted: usize = self.scores[party]
            .iter()
            .zip(&self.planted)
            .map(of_point)
            .sum();
        let floor = planted * self.size.floor_percent / 100;
        let (id, name) = (format!("p{party}"), format!("Party {party}"));
        if self.rng.chance(1, 8) {
            json!({"id": id, "name": name})
        } else {
            json!({"id": id, "name": name, "no_deal": floor})
        }
    }

    fn sheet(&self, party: usize) -> (String, Value) {
        let points = self.scores[party].iter().enumerate();
        let entry = |(p, scores)| (format!("x{p}"), json!({"values": scores}));
        let points: Map<String, Value> = points.map(entry).collect();
        (format!("p{party}"), Value::Object(points))
    }

    /// A line with what its owner likes best, step by step less; the planted option is in the last
    /// step.
    fn line(&mut self, line: usize) -> Value {
        let point = self.rng.below(self.size.points);
        let owner = self.rng.below(self.size.parties);
        let mut order: Vec<usize> = (0..self.size.options).collect();
        let scores = &self.scores[owner][point];
        order.sort_by_key(|o| std::cmp::Reverse(scores[*o]));
        let planted = order.iter().position(|o| *o == self.planted[point]);
        let least = planted.expect("the planted option is one of the point") + 1;
        let mut width = 1 + self.rng.below(order.len().div_ceil(2));
        let mut cost = 0;
        let mut ladder = Vec::new();
        loop {
            let accept: Vec<String> = order[..width].iter().map(|o| format!("o{o}")).collect();
            ladder.push(json!({"accept": accept, "cost": cost}));
            if width == order.len() || (width >= least && self.rng.chance(1, 3)) {
                break;
            }
            width += 1;
            cost += self.rng.below(6);
        }
        let law = ladder.len() == 1 && self.rng.chance(1, 3);
        json!({
            "id": format!("line{line}"),
            "owner": format!("p{owner}"),
            "point": format!("x{point}"),
            "kind": if law { "law" } else { "demand" },
            "ladder": ladder,
        })
    }

    /// An implication or an exclusion between random points; a law holds for the planted package.
    fn link(&mut self, link: usize) -> Value {
        let law = self.rng.chance(1, 4);
        let points = self.rng.some(2, self.size.points);
        let [first, second] = [points[0], points[points.len() - 1]];
        let mut entry = json!({"id": format!("link{link}")});
        if law {
            entry["kind"] = json!("law");
        } else {
            entry["owner"] = json!(format!("p{}", self.rng.below(self.size.parties)));
            entry["relax_cost"] = json!(self.rng.below(9));
        }
        let when = self.rng.below(self.size.options);
        let mut then = self.rng.below(self.size.options);
        if law && when == self.planted[first] {
            then = self.planted[second];
        }
        let mut wider = vec![then];
        let other = self.rng.below(self.size.options);
        if other != then {
            wider.push(other);
        }
        let wider: Vec<String> = wider.iter().map(|o| format!("o{o}")).collect();
        if law || self.rng.chance(1, 2) {
            entry["if"] = json!({format!("x{first}"): format!("o{when}")});
            entry["then"] = json!({format!("x{second}"): wider});
        } else {
            let one = json!({format!("x{first}"): format!("o{when}")});
            let two = json!({format!("x{second}"): wider});
            entry["exclude"] = json!([one, two]);
        }
        entry
    }

    /// A body of three blocs, each of which looks at two points; one rule asks for a majority.
    fn body(&mut self, body: usize) -> Value {
        let blocs: Vec<Value> = (0..3).map(|bloc| self.bloc(bloc)).collect();
        let need = [2, 2, 3][self.rng.below(3)];
        let mut rule = json!({"id": format!("vote{body}"), "need": need});
        if self.rng.chance(1, 2) {
            let point = self.rng.below(self.size.points);
            let when = self.rng.below(self.size.options);
            rule["when"] = json!({format!("x{point}"): format!("o{when}")});
        }
        json!({
            "id": format!("body{body}"),
            "body": format!("Body {body}"),
            "for_party": format!("p{}", self.rng.below(self.size.parties)),
            "seats": 3,
            "rules": [rule],
            "blocs": blocs,
        })
    }

    fn bloc(&mut self, bloc: usize) -> Value {
        let mut accepts = Map::new();
        for point in self.rng.some(2, self.size.points) {
            let mut options = vec![self.planted[point]];
            let other = self.rng.below(self.size.options);
            if other != options[0] {
                options.push(other);
            }
            let options: Vec<String> = options.iter().map(|o| format!("o{o}")).collect();
            accepts.insert(format!("x{point}"), json!(options));
        }
        json!({"id": format!("bloc{bloc}"), "seats": 1, "accepts": accepts})
    }
}

fn point(p: usize, options: usize) -> Value {
    let options: Vec<Value> = (0..options)
        .map(|o| json!({"id": format!("o{o}"), "label": format!("Option {o}")}))
        .collect();
    json!({"id": format!("x{p}"), "title": format!("Point {p}"), "options": options})
}

#[cfg(test)]
mod tests {
    use winset_model::document::Syntax;
    use winset_model::read_case;

    use super::*;

    #[test]
    fn every_seed_gives_a_valid_case() {
        let large = (0..3).map(|seed| ladders(LaddersSize::LARGE, seed));
        for file in (0..2_000).map(small).chain(large) {
            let text = file.to_string();
            if let Err(found) = read_case(text.as_bytes(), Syntax::Json) {
                panic!("{found:#?}\n{file:#}");
            }
        }
    }
}
