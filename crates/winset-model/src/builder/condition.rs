//! Conditions over points, and options picked on several points, by their identifiers.

use super::json::{Object, list, texts};

/// A condition on a package that is being built.
#[derive(Debug, Clone)]
pub struct NewCondition {
    /// Its canonical JSON.
    json: String,
}

impl NewCondition {
    /// A point is settled on one of the options.
    #[must_use]
    pub fn on(point: &str, options: &[&str]) -> Self {
        Self::of(point, texts(options))
    }

    /// All members hold.
    #[must_use]
    pub fn all(members: impl IntoIterator<Item = Self>) -> Self {
        Self::of("all", joined(members))
    }

    /// At least one member holds.
    #[must_use]
    pub fn any(members: impl IntoIterator<Item = Self>) -> Self {
        Self::of("any", joined(members))
    }

    /// At least `need` members hold.
    #[must_use]
    pub fn at_least(need: usize, members: impl IntoIterator<Item = Self>) -> Self {
        let mut object = Object::default();
        object.set("at_least", need.to_string());
        object.set("of", joined(members));
        Self {
            json: object.into_json(),
        }
    }

    /// The condition does not hold.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::of("not", self.json)
    }

    pub(super) fn into_json(self) -> String {
        self.json
    }

    fn of(key: &str, json: String) -> Self {
        let mut object = Object::default();
        object.set(key, json);
        Self {
            json: object.into_json(),
        }
    }
}

/// The JSON of a list of conditions.
pub(super) fn joined(members: impl IntoIterator<Item = NewCondition>) -> String {
    let members: Vec<String> = members.into_iter().map(NewCondition::into_json).collect();
    list(&members)
}

/// Options picked on several points, each point once.
#[derive(Debug, Clone, Default)]
pub struct OptionPicks {
    points: Object,
}

impl OptionPicks {
    /// Nothing is picked on any point.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with options picked on one more point.
    #[must_use]
    pub fn on(mut self, point: &str, options: &[&str]) -> Self {
        self.points.add(point, texts(options));
        self
    }

    pub(super) fn into_json(self) -> String {
        self.points.into_json()
    }
}
