//! Lines and links.

use super::condition::{NewCondition, joined};
use super::json::{Object, list, texts};
use crate::case::Visibility;

/// A line that is being built.
#[derive(Debug, Clone)]
pub struct NewLine {
    entry: Object,
    steps: Vec<String>,
}

impl NewLine {
    /// A party accepts these options of a point, and no others.
    #[must_use]
    pub fn new(id: &str, owner: &str, point: &str, accept: &[&str]) -> Self {
        let mut line = Self::supposed(id, point, accept);
        line.entry.set_text("owner", owner);
        line
    }

    /// The same of a party that is taken to draw it, for an
    /// [assumption](super::NewAssumption::line) about it.
    #[must_use]
    pub fn supposed(id: &str, point: &str, accept: &[&str]) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("point", point);
        let line = Self {
            entry,
            steps: Vec::new(),
        };
        line.step(accept, 0)
    }

    /// With one more step of its ladder: all options that it then accepts, and the owner's own
    /// estimate of what that costs.
    #[must_use]
    pub fn step(mut self, accept: &[&str], cost: u64) -> Self {
        let mut step = Object::default();
        step.set("accept", texts(accept));
        step.set("cost", cost.to_string());
        self.steps.push(step.into_json());
        self
    }

    /// As a law, which nobody can give up.
    #[must_use]
    pub fn law(mut self) -> Self {
        self.entry.set_text("kind", "law");
        self
    }

    /// With a declared step that only some may see; else everybody may.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }

    pub(super) fn into_json(mut self) -> String {
        self.entry.set("ladder", list(&self.steps));
        self.entry.into_json()
    }
}

/// A link that is being built: a law, unless somebody demands it.
#[derive(Debug, Clone)]
pub struct NewLink {
    entry: Object,
}

impl NewLink {
    /// Where one condition holds, so must another.
    #[must_use]
    pub fn if_then(id: &str, when: NewCondition, then: NewCondition) -> Self {
        let mut link = Self::new(id);
        link.entry.set("if", when.into_json());
        link.entry.set("then", then.into_json());
        link
    }

    /// A condition must hold.
    #[must_use]
    pub fn require(id: &str, condition: NewCondition) -> Self {
        let mut link = Self::new(id);
        link.entry.set("require", condition.into_json());
        link
    }

    /// At most one of the conditions may hold.
    #[must_use]
    pub fn exclude(id: &str, conditions: impl IntoIterator<Item = NewCondition>) -> Self {
        let mut link = Self::new(id);
        link.entry.set("exclude", joined(conditions));
        link
    }

    /// As a party's demand, with its own estimate of what dropping it costs.
    #[must_use]
    pub fn demanded_by(mut self, owner: &str, relax_cost: u64) -> Self {
        self.entry.set("relax_cost", relax_cost.to_string());
        self.owner(owner)
    }

    /// With an owner who states it.
    #[must_use]
    pub fn owner(mut self, owner: &str) -> Self {
        self.entry.set_text("owner", owner);
        self
    }

    /// Such that only some may see it; else everybody may.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }

    /// With a remark for readers.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.entry.set_text("note", note);
        self
    }

    fn new(id: &str) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        Self { entry }
    }

    pub(super) fn into_json(self) -> String {
        self.entry.into_json()
    }
}
