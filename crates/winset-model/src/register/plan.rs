//! The plan of carrying out an agreement: what is delivered by whom, when and after what.

use crate::calendar::Day;
use crate::case::Visibility;
use crate::condition::Condition;
use crate::options::PartyId;
use crate::private::Private;

/// Most items that a plan may have.
pub const PLAN_ITEMS_MAX: usize = 200;
/// Largest value of an item to a party, and largest bound.
pub const PLAN_VALUE_MAX: u64 = 1_000_000_000;
/// Most days that anything in a plan may take, or lie after signature: a hundred years.
pub const PLAN_DAYS_MAX: u64 = 36_525;

/// How an agreement is carried out.
#[derive(Debug, Clone)]
pub struct ImplementationPlan {
    /// The day of signature, from which days count.
    pub signed: Option<Day>,
    /// The most that parties may have given without return, by their own values: at most
    /// [`PLAN_VALUE_MAX`] times [`PLAN_ITEMS_MAX`]. Each party at most once, in the order of the file.
    pub bounds: Private<Vec<(PartyId, u64)>>,
    /// What is delivered, in the order of the file; at most [`PLAN_ITEMS_MAX`]. Precedence has no circle.
    pub items: Vec<PlanItem>,
}

/// Something that is delivered. Items are named by their places in [`ImplementationPlan::items`].
#[derive(Debug, Clone)]
pub struct PlanItem {
    /// Identifier, unique among items.
    pub id: String,
    /// Title for readers.
    pub title: Option<String>,
    /// The party that delivers it.
    pub owner: PartyId,
    /// The phase before whose day it does not begin, by its place in the register.
    pub phase: Option<usize>,
    /// What giving it costs its owner and what receiving it is worth to others; at most
    /// [`PLAN_VALUE_MAX`]. Parties left out have 0.
    pub values: Private<Vec<(PartyId, u64)>>,
    /// Items that are verified before it begins, each once.
    pub after: Vec<usize>,
    /// Days after signature before which it does not begin.
    pub earliest: Option<u64>,
    /// Days after signature by which it is verified.
    pub latest: Option<u64>,
    /// Days that the delivery takes; at most [`PLAN_DAYS_MAX`], as are all days here.
    pub days: u64,
    /// Days from its delivery until it is verified.
    pub verify: u64,
    /// Whether its owner can take it back: it is neither exposure nor repayment then.
    pub reversible: bool,
    /// The act with whose other items it begins at one time.
    pub act: Option<String>,
    /// Part of the plan only if the package meets this.
    pub when: Option<Condition>,
    /// The item without which it lapses.
    pub lapses_unless: Option<PlanLapse>,
    /// Who may see it.
    pub seen: Visibility,
}

/// Another item that must be verified in time, or an item lapses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLapse {
    /// The item that must be verified.
    pub item: usize,
    /// Days from the beginning of the item that lapses otherwise.
    pub within: u64,
}

impl ImplementationPlan {
    /// The item with this identifier.
    pub fn item_named(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// The bound that a party declares.
    pub fn bound_of(&self, party: PartyId) -> Option<u64> {
        let bounds = self.bounds.open().iter();
        let mut bounds = bounds.filter(|(of, _)| *of == party);
        bounds.next().map(|(_, bound)| *bound)
    }
}

impl PlanItem {
    /// What it costs its owner, or is worth to another party.
    pub fn value_to(&self, party: PartyId) -> u64 {
        let values = self.values.open().iter();
        let mut values = values.filter(|(of, _)| *of == party);
        values.next().map_or(0, |(_, value)| *value)
    }

    /// Whether it counts as something given: worth something to somebody, and not to be taken back.
    pub fn is_valued(&self) -> bool {
        !self.reversible && self.values.open().iter().any(|(_, value)| *value > 0)
    }

    /// Days from its beginning until it is verified.
    pub fn span_days(&self) -> u64 {
        self.days + self.verify
    }

    /// What readers call it.
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.id)
    }
}
