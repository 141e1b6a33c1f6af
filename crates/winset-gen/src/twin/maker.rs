//! What a twin is made of.

use serde_json::{Value, json};

use super::reader::Reader;
use crate::discreet::{assumption, list_mut};
use crate::rng::Rng;

/// What a twin is made of.
pub(super) struct Maker<'a> {
    pub(super) reader: Reader<'a>,
    /// The parties, in order.
    pub(super) parties: Vec<String>,
    /// The points with their options.
    pub(super) points: Vec<(String, Vec<String>)>,
    pub(super) rng: Rng,
    /// A number that no entry has in its name.
    pub(super) next: usize,
}

impl Maker<'_> {
    /// A name that no entry has.
    pub(super) fn name(&mut self, kind: &str) -> String {
        self.next += 1;
        format!("{kind}-of-a-twin-{}", self.next)
    }

    /// A remark that is another one, or none.
    pub(super) fn remark(&mut self, entry: &mut Value) {
        if let Some(entry) = entry.as_object_mut() {
            entry.remove("note");
            if self.rng.chance(1, 2) {
                let text = format!("another remark {}", self.rng.below(1_000));
                entry.insert("note".to_owned(), json!(text));
            }
        }
    }

    /// A party that is not the reader, where there is one.
    pub(super) fn other(&mut self) -> Option<String> {
        let others = self
            .parties
            .iter()
            .filter(|p| self.reader.0 != Some(p.as_str()));
        let others: Vec<&String> = others.collect();
        let place = self.rng.below(others.len().max(1));
        others.get(place).map(|other| (*other).clone())
    }

    /// A word that hides an entry from all but its owner.
    pub(super) fn hidden(&mut self) -> Value {
        json!(["mediator", "sealed"][self.rng.below(2)])
    }

    /// A mapping that settles a point or two on some options.
    pub(super) fn condition(&mut self) -> Value {
        let mut condition = json!({});
        for _ in 0..=self.rng.below(2) {
            let (point, options) = &self.points[self.rng.below(self.points.len())];
            condition[point] = json!(options[self.rng.below(options.len())]);
        }
        condition
    }

    /// Takes most of what is hidden out of a list, and puts other hidden entries in.
    pub(super) fn shuffle(
        &mut self,
        file: &mut Value,
        key: &str,
        visible: impl Fn(&Value) -> bool,
        make: impl Fn(&mut Self) -> Option<Value>,
    ) {
        let kept = list_mut(file, key).to_vec().into_iter();
        let mut list = Vec::new();
        for entry in kept {
            if self.rng.chance(1, 3) {
                list.extend(make(self));
            }
            if visible(&entry) || self.rng.chance(1, 4) {
                list.push(entry);
            }
        }
        for _ in 0..self.rng.below(3) {
            list.extend(make(self));
        }
        file[key] = json!(list);
    }

    /// What others suppose.
    pub(super) fn assumptions(&mut self, file: &mut Value) {
        let reader = self.reader;
        let own = |entry: &Value| reader.owns(entry["by"].as_str());
        self.shuffle(file, "assumptions", own, |maker| {
            let id = maker.name("assumption");
            let by = maker.other()?;
            let by = maker.parties.iter().position(|party| *party == by)?;
            assumption(&id, by, &maker.parties, &maker.points, &mut maker.rng)
        });
    }

    /// Whether an empty list is written or left out tells nothing.
    pub(super) fn empty_lists(&mut self, file: &mut Value) {
        for key in [
            "preferences",
            "lines",
            "links",
            "ratification",
            "levers",
            "offers",
            "sessions",
            "incidents",
            "statements",
            "assumptions",
        ] {
            let empty = match &file[key] {
                Value::Array(list) => list.is_empty(),
                Value::Object(entries) => entries.is_empty(),
                _ => true,
            };
            if empty && let Some(file) = file.as_object_mut() {
                file.remove(key);
                if self.rng.chance(1, 2) {
                    let empty = if key == "preferences" {
                        json!({})
                    } else {
                        json!([])
                    };
                    file.insert(key.to_owned(), empty);
                }
            }
        }
    }
}
