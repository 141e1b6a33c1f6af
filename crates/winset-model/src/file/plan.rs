//! The plan of carrying out an agreement, as a file states it.

use super::case::VisibilityWord;
use super::conditions::ConditionFile;
use super::forms::{Date, Whole};
use super::read::{List, Name, Named};
use super::record::record;

record! {
    /// How an agreement is carried out: what is delivered by whom, and in which order it may be.
    PlanEntry {
        /// The day of signature, from which days count; the day of the case when missing.
        signed: Option<Date>,
        /// The most that a party may have given without return, by its own values.
        bounds: Named<Whole>,
        /// What is delivered.
        items: List<PlanItemEntry>,
    }
    /// Something that is delivered.
    PlanItemEntry {
        /// Identifier, unique among items.
        id: Name,
        /// Title for readers.
        title: Option<String>,
        /// The party that delivers it.
        owner: Name,
        /// The phase before whose day it does not begin.
        phase: Option<Name>,
        /// What giving it costs its owner, and what receiving it is worth to others: at most 10^9; a
        /// party left out has 0.
        values: Named<Whole>,
        /// Items that are delivered and verified before it begins.
        after: Vec<Name>,
        /// Days after signature before which it does not begin.
        earliest: Option<Whole>,
        /// Days after signature by which it is verified.
        latest: Option<Whole>,
        /// Days that the delivery takes; 0 when missing.
        days: Option<Whole>,
        /// Days from its delivery until it is verified; 0 when missing.
        verify: Option<Whole>,
        /// Whether its owner can take it back, so that it is neither exposure nor repayment; false when
        /// missing.
        reversible: Option<bool>,
        /// Items of one act are handed over together, beginning at one time.
        act: Option<Name>,
        /// Part of the plan only if the package has these options.
        when: Option<ConditionFile>,
        /// The item without which it lapses.
        lapses_unless: Option<LapseEntry>,
        /// Who may see it; public when missing.
        visibility: Option<VisibilityWord>,
    }
    /// Another item that must follow, or this one lapses.
    LapseEntry {
        /// The item that must be verified.
        item: Name,
        /// Days from the beginning of this item.
        within: Whole,
    }
}
