//! Levers and offers.

use super::json::{Object, number, text};
use crate::calendar::Day;
use crate::case::Visibility;
use crate::number::Exact;

/// A lever that is being built.
#[derive(Debug, Clone)]
pub struct NewLever {
    entry: Object,
}

impl NewLever {
    /// An act by one party that moves another's no-deal value, at once and at no cost.
    #[must_use]
    pub fn new(id: &str, by: &str, target: &str, no_deal_delta: impl Into<Exact>) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("by", by);
        entry.set_text("target", target);
        entry.set("no_deal_delta", number(no_deal_delta));
        let lever = Self { entry };
        lever.cost_to_puller(0).delay_days(0)
    }

    /// With a cost, by the puller's own estimate.
    #[must_use]
    pub fn cost_to_puller(mut self, cost: u64) -> Self {
        self.entry.set("cost_to_puller", cost.to_string());
        self
    }

    /// Such that it works after so many days.
    #[must_use]
    pub fn delay_days(mut self, days: u64) -> Self {
        self.entry.set("delay_days", days.to_string());
        self
    }

    /// Such that only some may see it; else everybody may.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }

    pub(super) fn into_json(self) -> String {
        self.entry.into_json()
    }
}

/// An offer that is being built.
#[derive(Debug, Clone)]
pub struct NewOffer {
    entry: Object,
}

impl NewOffer {
    /// A whole package: pairs of point and option, every point once. Numbers of offers rise.
    #[must_use]
    pub fn package(seq: u64, by: &str, settled: &[(&str, &str)]) -> Self {
        Self::new(seq, by, "package", settled)
    }

    /// A statement about some points: pairs of point and option.
    #[must_use]
    pub fn statement(seq: u64, by: &str, said: &[(&str, &str)]) -> Self {
        Self::new(seq, by, "says", said)
    }

    /// Made on a day.
    #[must_use]
    pub fn date(mut self, day: Day) -> Self {
        self.entry.set_text("date", &day.to_string());
        self
    }

    /// Such that only some may see it; else everybody may.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }

    /// With a remark, for its maker and the mediator.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.entry.set_text("note", note);
        self
    }

    fn new(seq: u64, by: &str, key: &str, settled: &[(&str, &str)]) -> Self {
        let mut stated = Object::default();
        for (point, option) in settled {
            stated.add(point, text(option));
        }
        let mut entry = Object::default();
        entry.set("seq", seq.to_string());
        entry.set_text("by", by);
        entry.set(key, stated.into_json());
        Self { entry }
    }

    pub(super) fn into_json(self) -> String {
        self.entry.into_json()
    }
}
