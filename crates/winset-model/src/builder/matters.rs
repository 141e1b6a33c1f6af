//! Parties, and the points that they are to settle.

use super::json::{Object, list, number, text};
use crate::case::Visibility;
use crate::number::Exact;

/// A party that is being built.
#[derive(Debug, Clone)]
pub struct NewParty {
    entry: Object,
    no_deal: Object,
}

impl NewParty {
    /// A party without a no-deal value: no package is too bad for it.
    #[must_use]
    pub fn new(id: &str, name: &str) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("name", name);
        Self {
            entry,
            no_deal: Object::default(),
        }
    }

    /// With an abbreviation for tables; else the identifier stands there.
    #[must_use]
    pub fn short(mut self, short: &str) -> Self {
        self.entry.set_text("short", short);
        self
    }

    /// With this to have without agreement; a package below it is not acceptable.
    #[must_use]
    pub fn no_deal(mut self, value: impl Into<Exact>) -> Self {
        self.no_deal.set("score", number(value));
        self
    }

    /// With bounds of what it has without agreement. Without a [`no_deal`](Self::no_deal) value the
    /// upper one stands for it, which is the safe side.
    #[must_use]
    pub fn no_deal_between(mut self, low: impl Into<Exact>, high: impl Into<Exact>) -> Self {
        self.no_deal.set("low", number(low));
        self.no_deal.set("high", number(high));
        self
    }

    /// With a no-deal value that changes by so much each month.
    #[must_use]
    pub fn trend_per_month(mut self, change: impl Into<Exact>) -> Self {
        self.no_deal.set("trend_per_month", number(change));
        self
    }

    /// With a disagreement point of bargaining solutions that is not its no-deal value.
    #[must_use]
    pub fn impasse(mut self, value: impl Into<Exact>) -> Self {
        self.entry.set("impasse", number(value));
        self
    }

    /// With values and preferences that others may see; else they are sealed.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }

    pub(super) fn into_json(mut self) -> String {
        if !self.no_deal.is_empty() {
            self.entry
                .set("no_deal", self.no_deal.into_json_of("score"));
        }
        self.entry.into_json()
    }
}

/// A point that is being built.
#[derive(Debug, Clone)]
pub struct NewPoint {
    entry: Object,
    options: Vec<String>,
}

impl NewPoint {
    /// A point that is settled by one of the options that are added to it.
    #[must_use]
    pub fn new(id: &str, title: &str) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("title", title);
        Self {
            entry,
            options: Vec::new(),
        }
    }

    /// A point that is settled by one of the numbers from one to another, `step` apart. The
    /// identifiers of its options are the numbers.
    #[must_use]
    pub fn range(
        id: &str,
        title: &str,
        from: impl Into<Exact>,
        to: impl Into<Exact>,
        step: impl Into<Exact>,
    ) -> Self {
        let mut range = Object::default();
        range.set("from", number(from));
        range.set("to", number(to));
        range.set("step", number(step));
        let mut point = Self::new(id, title);
        point.entry.set("range", range.into_json());
        point
    }

    /// With one more option.
    #[must_use]
    pub fn option(self, id: &str, label: &str) -> Self {
        self.added(id, label, None)
    }

    /// With one more option and the wording of its clause.
    #[must_use]
    pub fn option_worded(self, id: &str, label: &str, wording: &str) -> Self {
        self.added(id, label, Some(wording))
    }

    fn added(mut self, id: &str, label: &str, wording: Option<&str>) -> Self {
        let mut option = Object::default();
        option.set_text("id", id);
        option.set_text("label", label);
        if let Some(wording) = wording {
            option.set("text", text(wording));
        }
        self.options.push(option.into_json());
        self
    }

    pub(super) fn into_json(mut self) -> String {
        if !self.options.is_empty() {
            self.entry.set("options", list(&self.options));
        }
        self.entry.into_json()
    }
}
