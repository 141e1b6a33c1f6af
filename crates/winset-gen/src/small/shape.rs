//! The parties and points of a case that is being made.

use serde_json::{Map, Value, json};
use winset_model::number::{Exact, to_words};

use crate::rng::Rng;

/// Most packages of a case.
pub const PACKAGES_MAX: usize = 3_000;

const PARTIES: [&str; 4] = ["rook", "ada", "zeal", "moss"];
const POINTS: [&str; 6] = ["m", "border", "x/2", "aid", "t-1", "k.3"];
const OPTIONS: [&str; 5] = ["low", "yes", "2", "a", "mid"];

/// A point of a case that is being made.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) id: &'static str,
    /// Identifiers of its options, in order.
    pub(super) options: Vec<String>,
    /// On a numeric point, what the options stand for.
    pub(super) numbers: Option<Vec<Exact>>,
}

/// What the parts of a case that is being made must agree on.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) parties: Vec<&'static str>,
    pub(super) points: Vec<Field>,
    /// A package that lines mostly accept, so that not every case is hopeless.
    pub(super) planted: Vec<usize>,
    /// How many lines in eight refuse the planted package.
    pub(super) harsh: usize,
}

/// A random shape.
pub(super) fn shape(rng: &mut Rng) -> Shape {
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
    /// The point as the file has it.
    pub(super) fn entry(&self) -> Value {
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
    pub(super) fn picks(&self, places: &[usize], rng: &mut Rng) -> Value {
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
    pub(super) fn some(&self, rng: &mut Rng) -> Value {
        let count = 1 + rng.below(self.options.len());
        let places = rng.some(count, self.options.len());
        self.picks(&places, rng)
    }
}

impl Shape {
    /// Random options on `count` random points, or on all points where there are fewer.
    pub(super) fn settled(&self, count: usize, rng: &mut Rng) -> Map<String, Value> {
        let points = rng.some(count.min(self.points.len()), self.points.len());
        let entry = |p: usize, rng: &mut Rng| {
            let field = &self.points[p];
            (field.id.to_owned(), field.some(rng))
        };
        points.into_iter().map(|p| entry(p, rng)).collect()
    }

    /// Any of the parties.
    pub(super) fn party(&self, rng: &mut Rng) -> &'static str {
        self.parties[rng.below(self.parties.len())]
    }
}

/// A number as a file may write it: a JSON number where that is exact, a text otherwise.
pub(super) fn number(value: &Exact) -> Value {
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
