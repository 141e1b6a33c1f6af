//! Random small cases that use everything a case file can say about which packages are acceptable.
//!
//! Small enough that every package can be looked at, and about half of them without any overlap:
//! floors are set from the scores of some of the case's own packages, so that many stand exactly
//! at the threshold.

mod floors;
mod moves;
mod positions;
mod record;
mod rules;
mod sheets;

use serde_json::{Map, Value, json};
use winset_model::number::{Exact, to_words};

use crate::rng::Rng;

pub use positions::positions;

/// Most packages of a case.
pub const PACKAGES_MAX: usize = 3_000;

const PARTIES: [&str; 4] = ["rook", "ada", "zeal", "moss"];
const POINTS: [&str; 6] = ["m", "border", "x/2", "aid", "t-1", "k.3"];
const OPTIONS: [&str; 5] = ["low", "yes", "2", "a", "mid"];

/// A point of a case that is being made.
#[derive(Debug)]
struct Field {
    id: &'static str,
    /// Identifiers of its options, in order.
    options: Vec<String>,
    /// On a numeric point, what the options stand for.
    numbers: Option<Vec<Exact>>,
}

/// What the parts of a case that is being made must agree on.
#[derive(Debug)]
struct Shape {
    parties: Vec<&'static str>,
    points: Vec<Field>,
    /// A package that lines mostly accept, so that not every case is hopeless.
    planted: Vec<usize>,
    /// How many lines in eight refuse the planted package.
    harsh: usize,
}

/// A random case of a seed, as the JSON of a valid case file.
pub fn small(seed: u64) -> Value {
    let mut rng = Rng::new(seed);
    let shape = shape(&mut rng);
    let parties: Vec<Value> = shape.parties.iter().map(|p| party(p)).collect();
    let points: Vec<Value> = shape.points.iter().map(Field::entry).collect();
    let mut preferences = Map::new();
    for party in &shape.parties {
        if !rng.chance(1, 8) {
            preferences.insert((*party).to_owned(), sheets::sheet(&shape, &mut rng));
        }
    }
    let mut file = json!({
        "format": "winset-case/1",
        "id": format!("small-{seed}"),
        "title": "A random small case",
        "parties": parties,
        "points": points,
        "preferences": preferences,
    });
    rules::add(&mut file, &shape, &mut rng);
    floors::add(&mut file, &shape, &mut rng);
    moves::add(&mut file, &shape, &mut rng);
    record::add(&mut file, &shape, &mut rng);
    file
}

fn party(id: &str) -> Value {
    json!({"id": id, "name": format!("Party {id}")})
}

fn shape(rng: &mut Rng) -> Shape {
    let parties = shuffled(&PARTIES, 1 + rng.below(PARTIES.len()), rng);
    let mut points = Vec::new();
    let mut packages = 1;
    for id in shuffled(&POINTS, 1 + rng.below(POINTS.len()), rng) {
        let count = [1, 2, 2, 2, 3, 3, 3, 4, 4, 5][rng.below(10)];
        if packages * count <= PACKAGES_MAX {
            packages *= count;
            points.push(field(id, count, rng));
        }
    }
    let planted = points.iter().map(|p| rng.below(p.options.len())).collect();
    Shape {
        parties,
        points,
        planted,
        harsh: rng.below(3),
    }
}

fn shuffled<T: Copy>(of: &[T], count: usize, rng: &mut Rng) -> Vec<T> {
    let mut all = of.to_vec();
    for place in 0..count.min(all.len()) {
        let other = place + rng.below(all.len() - place);
        all.swap(place, other);
    }
    all.truncate(count);
    all
}

fn field(id: &'static str, count: usize, rng: &mut Rng) -> Field {
    if !rng.chance(1, 3) {
        let options = shuffled(&OPTIONS, count, rng).into_iter();
        return Field {
            id,
            options: options.map(str::to_owned).collect(),
            numbers: None,
        };
    }
    let from = [(-1, 1), (0, 1), (1, 2), (10, 1)][rng.below(4)];
    let step = [(1, 1), (1, 2), (1, 3), (5, 1), (1, 4)][rng.below(5)];
    let (from, step) = (Exact::new(from.0, from.1), Exact::new(step.0, step.1));
    let mut numbers = vec![from];
    while numbers.len() < count {
        numbers.push(numbers[numbers.len() - 1] + step);
    }
    Field {
        id,
        options: numbers.iter().map(to_words).collect(),
        numbers: Some(numbers),
    }
}

impl Field {
    fn entry(&self) -> Value {
        let title = format!("Point {}", self.id);
        let Some(numbers) = &self.numbers else {
            let options = self.options.iter();
            let options: Vec<Value> = options
                .map(|o| json!({"id": o, "label": format!("Option {o}")}))
                .collect();
            return json!({"id": self.id, "title": title, "options": options});
        };
        let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
        let step = numbers.get(1).map_or(Exact::new(2, 3), |n| *n - first);
        let range = json!({"from": number(&first), "to": number(&last), "step": number(&step)});
        json!({"id": self.id, "title": title, "range": range})
    }

    /// Options by their places: a list, a single name, or bounds where they are neighbours.
    fn picks(&self, places: &[usize], rng: &mut Rng) -> Value {
        let (first, last) = (places[0], places[places.len() - 1]);
        if let Some(numbers) = &self.numbers
            && last - first + 1 == places.len()
            && rng.chance(1, 2)
        {
            let mut bounds = Map::new();
            if first > 0 || last + 1 == numbers.len() {
                bounds.insert("from".into(), number(&numbers[first]));
            }
            if last + 1 < numbers.len() {
                bounds.insert("to".into(), number(&numbers[last]));
            }
            return Value::Object(bounds);
        }
        if places.len() == 1 && rng.chance(1, 2) {
            return json!(self.options[first]);
        }
        let names: Vec<&str> = places.iter().map(|p| self.options[*p].as_str()).collect();
        json!(names)
    }

    /// Random options, at least one.
    fn some(&self, rng: &mut Rng) -> Value {
        let count = 1 + rng.below(self.options.len());
        let places = rng.some(count, self.options.len());
        self.picks(&places, rng)
    }
}

impl Shape {
    /// Random options on `count` random points, or on all points where there are fewer.
    fn settled(&self, count: usize, rng: &mut Rng) -> Map<String, Value> {
        let points = rng.some(count.min(self.points.len()), self.points.len());
        let entry = |p: usize, rng: &mut Rng| {
            let field = &self.points[p];
            (field.id.to_owned(), field.some(rng))
        };
        points.into_iter().map(|p| entry(p, rng)).collect()
    }

    fn party(&self, rng: &mut Rng) -> &'static str {
        self.parties[rng.below(self.parties.len())]
    }
}

/// A number as a file may write it: a JSON number where that is exact, a text otherwise.
fn number(value: &Exact) -> Value {
    if value.is_integer()
        && let Ok(whole) = i64::try_from(*value.numer())
    {
        return json!(whole);
    }
    let words = to_words(value);
    match words.parse::<f64>() {
        Ok(decimal) if decimal.to_string() == words => json!(decimal),
        _ => json!(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use winset_model::document::Syntax;
    use winset_model::read_case;

    #[test]
    fn every_seed_gives_a_valid_case_of_limited_size() {
        for seed in 0..5_000 {
            let file = small(seed);
            let text = file.to_string();
            match read_case(text.as_bytes(), Syntax::Json) {
                Ok(reading) => {
                    assert!(reading.case.package_count() <= PACKAGES_MAX.into());
                    let mut rng = Rng::new(seed);
                    let positions = positions(&reading.case, &mut rng);
                    assert_eq!(positions.steps.len(), reading.case.lines.len());
                }
                Err(found) => panic!("seed {seed}: {found:#?}\n{file:#}"),
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_case_again() {
        assert_eq!(small(7), small(7));
        assert_ne!(small(7), small(8));
    }

    #[test]
    fn every_feature_occurs() {
        let text: String = (0..500).map(|seed| small(seed).to_string()).collect();
        for word in [
            "weight",
            "scores",
            "values",
            "linear",
            "piecewise",
            "bonuses",
            "range",
            "ladder",
            "law",
            "if",
            "then",
            "require",
            "exclude",
            "all",
            "any",
            "not",
            "at_least",
            "need",
            "when",
            "accepts",
            "no_deal",
            "trend_per_month",
            "low",
            "high",
            "no_deal_delta",
            "delay_days",
            "impasse",
            "from",
            "to",
            "package",
            "change",
            "reads_as",
        ] {
            assert!(text.contains(&format!("\"{word}\"")), "{word}");
        }
        assert!(text.contains("\"accepts\":{}") && text.contains("\"accept\":\""));
    }
}
