//! Two lists set against each other: that of the side whose people they are, and that of who holds them.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{ListStatus, PersonEntry, PersonId};
use super::near::near_pairs;

/// Which of the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListSide {
    /// That of the side whose people they are.
    Owner,
    /// That of who holds them.
    Holder,
}

/// A row of a list, by which an entry is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListPlace {
    /// The list.
    pub side: ListSide,
    /// The row, from 1.
    pub row: usize,
}

/// What the two lists come to for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonOutcome {
    /// The holder acknowledges them, and their side knows of them: they can be released.
    Acknowledged,
    /// Both say that they are dead.
    ConfirmedDead,
    /// The lists do not say the same, or only their own side says that they are held.
    Disputed,
    /// Only the holder names them.
    Unclaimed,
    /// Neither side says what became of them.
    Unknown,
}

/// In what lists contradict each other or themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListContradictionKind {
    /// One list names a person twice.
    Twice,
    /// The two lists have another category for them.
    Category,
    /// Their own side has them for dead, the holder holds them.
    DeadYetHeld,
    /// The holder says that they are dead, their own side does not.
    HeldYetDead,
}

/// A contradiction, with the rows that make it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListContradiction {
    /// In what.
    pub kind: ListContradictionKind,
    /// The rows, owner's first.
    pub places: Vec<ListPlace>,
}

/// Two entries that only one list has each, with identifiers that differ in one place: a person decides
/// whether they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NearPair {
    /// The row in the owner's list.
    pub owner_row: usize,
    /// The row in the holder's list.
    pub holder_row: usize,
}

/// How many there are of each outcome in a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CategoryCounts {
    /// Acknowledged.
    pub acknowledged: u64,
    /// Confirmed dead.
    pub confirmed_dead: u64,
    /// In dispute.
    pub disputed: u64,
    /// Named by the holder only.
    pub unclaimed: u64,
    /// Unknown to both.
    pub unknown: u64,
}

/// Two lists set against each other. No identifier is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMatch {
    /// Category to counts, by name.
    pub categories: BTreeMap<String, CategoryCounts>,
    /// Contradictions, sorted.
    pub contradictions: Vec<ListContradiction>,
    /// Entries that may be one person, sorted.
    pub near: Vec<NearPair>,
}

/// Sets two lists against each other. About `n log n` in their entries.
///
/// A person is acknowledged only where nothing contradicts it: named once in each list, held by the
/// holder's word, in one category, and not dead by their own side's.
pub fn match_lists(owner: &[PersonEntry], holder: &[PersonEntry]) -> ListMatch {
    let mut found = ListMatch {
        categories: BTreeMap::new(),
        contradictions: Vec::new(),
        near: Vec::new(),
    };
    let (by_owner, by_holder) = (by_id(owner), by_id(holder));
    let ids: BTreeSet<&PersonId> = by_owner.keys().chain(by_holder.keys()).copied().collect();
    let none: &[&PersonEntry] = &[];
    let (mut only_owner, mut only_holder) = (Vec::new(), Vec::new());
    for id in ids {
        let own = by_owner.get(id).map_or(none, Vec::as_slice);
        let held = by_holder.get(id).map_or(none, Vec::as_slice);
        found.person(own, held);
        match (own.first(), held.first()) {
            (Some(entry), None) => only_owner.push(*entry),
            (None, Some(entry)) => only_holder.push(*entry),
            _ => {}
        }
    }
    let near = near_pairs(&only_owner, &only_holder).into_iter();
    found.near = near
        .map(|(owner, holder)| NearPair {
            owner_row: only_owner[owner].row,
            holder_row: only_holder[holder].row,
        })
        .collect();
    found.near.sort_unstable();
    found.contradictions.sort_unstable();
    found
}

fn by_id(list: &[PersonEntry]) -> BTreeMap<&PersonId, Vec<&PersonEntry>> {
    let mut by_id: BTreeMap<&PersonId, Vec<&PersonEntry>> = BTreeMap::new();
    for entry in list {
        by_id.entry(&entry.id).or_default().push(entry);
    }
    by_id
}

fn places(side: ListSide, entries: &[&PersonEntry]) -> Vec<ListPlace> {
    let places = entries.iter().map(|entry| ListPlace {
        side,
        row: entry.row,
    });
    places.collect()
}

impl ListMatch {
    /// Counts a person, by its entries in both lists.
    fn person(&mut self, own: &[&PersonEntry], held: &[&PersonEntry]) {
        let before = self.contradictions.len();
        for (side, entries) in [(ListSide::Owner, own), (ListSide::Holder, held)] {
            if entries.len() > 1 {
                self.contradictions.push(ListContradiction {
                    kind: ListContradictionKind::Twice,
                    places: places(side, entries),
                });
            }
        }
        let outcome = match (own.first(), held.first()) {
            (Some(own), Some(held)) => self.in_both(own, held),
            (Some(own), None) => match own.status {
                ListStatus::Held | ListStatus::Dead => PersonOutcome::Disputed,
                ListStatus::Unknown => PersonOutcome::Unknown,
            },
            (None, _) => PersonOutcome::Unclaimed,
        };
        let contradicted = self.contradictions.len() > before;
        let outcome = if contradicted {
            PersonOutcome::Disputed
        } else {
            outcome
        };
        let category = own.first().or(held.first()).map(|entry| &entry.category);
        let Some(category) = category else { return };
        let counts = self.categories.entry(category.clone()).or_default();
        *match outcome {
            PersonOutcome::Acknowledged => &mut counts.acknowledged,
            PersonOutcome::ConfirmedDead => &mut counts.confirmed_dead,
            PersonOutcome::Disputed => &mut counts.disputed,
            PersonOutcome::Unclaimed => &mut counts.unclaimed,
            PersonOutcome::Unknown => &mut counts.unknown,
        } += 1;
    }

    /// What a person in both lists comes to, contradictions apart.
    fn in_both(&mut self, own: &PersonEntry, held: &PersonEntry) -> PersonOutcome {
        let mut contradict = |kind| {
            let places = [
                places(ListSide::Owner, &[own]),
                places(ListSide::Holder, &[held]),
            ];
            self.contradictions.push(ListContradiction {
                kind,
                places: places.concat(),
            });
        };
        if own.category != held.category {
            contradict(ListContradictionKind::Category);
        }
        match (own.status, held.status) {
            (ListStatus::Dead, ListStatus::Held) => contradict(ListContradictionKind::DeadYetHeld),
            (ListStatus::Held | ListStatus::Unknown, ListStatus::Dead) => {
                contradict(ListContradictionKind::HeldYetDead);
            }
            _ => {}
        }
        match (own.status, held.status) {
            (ListStatus::Dead, ListStatus::Dead) => PersonOutcome::ConfirmedDead,
            (ListStatus::Held | ListStatus::Unknown, ListStatus::Held) => {
                PersonOutcome::Acknowledged
            }
            (ListStatus::Unknown, ListStatus::Unknown) => PersonOutcome::Unknown,
            _ => PersonOutcome::Disputed,
        }
    }
}
