//! Bodies that must approve, and their votes.

use super::condition::{NewCondition, OptionPicks};
use super::json::{Object, list};
use crate::case::Visibility;

/// A body that is being built.
#[derive(Debug, Clone)]
pub struct NewBody {
    entry: Object,
    rules: Vec<String>,
    blocs: Vec<String>,
}

impl NewBody {
    /// A body that ratifies for a party. It needs rules, and blocs that hold all its seats.
    #[must_use]
    pub fn new(id: &str, name: &str, for_party: &str, seats: u64) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set_text("body", name);
        entry.set_text("for_party", for_party);
        entry.set("seats", seats.to_string());
        Self {
            entry,
            rules: Vec::new(),
            blocs: Vec::new(),
        }
    }

    /// With one more rule of how many seats are needed.
    #[must_use]
    pub fn rule(mut self, rule: NewVoteRule) -> Self {
        self.rules.push(rule.entry.into_json());
        self
    }

    /// With one more bloc, which votes yes where every point is settled on an option that it picks.
    #[must_use]
    pub fn bloc(mut self, id: &str, seats: u64, accepts: OptionPicks) -> Self {
        let mut bloc = Object::default();
        bloc.set_text("id", id);
        bloc.set("seats", seats.to_string());
        bloc.set("accepts", accepts.into_json());
        self.blocs.push(bloc.into_json());
        self
    }

    pub(super) fn into_json(mut self) -> String {
        self.entry.set("rules", list(&self.rules));
        self.entry.set("blocs", list(&self.blocs));
        self.entry.into_json()
    }
}

/// A rule of a body that is being built.
#[derive(Debug, Clone)]
pub struct NewVoteRule {
    entry: Object,
}

impl NewVoteRule {
    /// So many seats are needed, whatever the package.
    #[must_use]
    pub fn new(id: &str, need: u64) -> Self {
        let mut entry = Object::default();
        entry.set_text("id", id);
        entry.set("need", need.to_string());
        Self { entry }
    }

    /// Only where a condition holds.
    #[must_use]
    pub fn when(mut self, condition: NewCondition) -> Self {
        self.entry.set("when", condition.into_json());
        self
    }

    /// Such that only some may see it; else everybody may.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.entry.set_text("visibility", visibility.as_str());
        self
    }
}
