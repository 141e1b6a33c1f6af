//! Changes as they are asked for, before any name is looked up: what flags and overlay files have
//! in common.

use crate::diagnostic::Span;
use crate::file::forms::{Num, Picks, Whole};
use crate::file::read::Name;

/// Everything that is asked for, each thing with its place.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) sets: Vec<Set>,
    pub(super) steps: Vec<(Name, Whole)>,
    pub(super) drops: Vec<Name>,
    pub(super) fixes: Vec<(Name, Name)>,
    pub(super) excludes: Vec<(Name, Picks)>,
    pub(super) pulls: Vec<Name>,
}

/// A value to be set.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) target: Target,
    /// What it becomes; none: it is taken away.
    pub(super) value: Option<Num>,
    /// Where the value stands.
    pub(super) value_span: Span,
}

/// What is to be set.
#[derive(Debug)]
pub(super) enum Target {
    /// A party's no-deal value, and where it is named.
    NoDeal(Name, Span),
    /// A party's disagreement point, and where it is named.
    Impasse(Name, Span),
    /// What an option is worth to a party.
    Score {
        party: Name,
        point: Name,
        option: Name,
    },
    /// One of these, joined by full stops, which may stand in names too.
    Joined(Name),
}
