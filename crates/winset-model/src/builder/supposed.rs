//! What a party supposes of others.

use super::demands::NewLine;
use super::json::{Object, list, number};
use crate::number::Exact;

/// An assumption that is being built.
#[derive(Debug, Clone)]
pub struct NewAssumption {
    entry: Object,
    scores: Object,
    lines: Vec<String>,
}

impl NewAssumption {
    /// A party supposes something of another: of its scores, its no-deal value, its lines.
    #[must_use]
    pub fn new(id: &str, by: &str, about: &str) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("by", by);
        entry.set_text("about", about);
        Self {
            entry,
            scores: Object::default(),
            lines: Vec::new(),
        }
    }

    /// What the options of a point are taken to be worth to it, in the order of the options.
    #[must_use]
    pub fn scores<N: Into<Exact>>(
        mut self,
        point: &str,
        values: impl IntoIterator<Item = N>,
    ) -> Self {
        let values: Vec<String> = values.into_iter().map(number).collect();
        let mut preference = Object::default();
        preference.set("values", list(&values));
        self.scores.add(point, preference.into_json());
        self
    }

    /// What it is taken to have without agreement.
    #[must_use]
    pub fn no_deal(mut self, value: impl Into<Exact>) -> Self {
        self.entry.set("no_deal", number(value));
        self
    }

    /// A line that it is taken to draw: one of [`NewLine::supposed`].
    #[must_use]
    pub fn line(mut self, line: NewLine) -> Self {
        self.lines.push(line.into_json());
        self
    }

    /// With a remark: what the estimate comes from.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.entry.set_text("note", note);
        self
    }

    pub(super) fn into_json(mut self) -> String {
        if !self.scores.is_empty() {
            self.entry.set("scores", self.scores.into_json());
        }
        if !self.lines.is_empty() {
            self.entry.set("lines", list(&self.lines));
        }
        self.entry.into_json()
    }
}
