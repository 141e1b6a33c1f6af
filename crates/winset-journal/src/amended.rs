//! The case file as the amendments of a journal make it, and the names that its acts have by now.

use std::collections::{BTreeMap, BTreeSet};

use winset_model::amendment::{CaseChange, apply, apply_in_place};
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::document::Node;

use crate::act::{Act, Author, Clause, Deed, JournalEntry, Place};
use crate::offers::SetAside;

/// What became of the names of parties, points and options after an act.
#[derive(Debug, Default)]
struct NameHistory {
    parties: BTreeMap<String, Option<String>>,
    points: BTreeMap<String, Option<String>>,
    /// By the point as it was called then.
    options: BTreeMap<(String, String), Option<String>>,
}

/// The file of now.
pub(crate) struct AmendedFile {
    pub(crate) document: Node,
    /// Its case, where it was read on the way.
    pub(crate) case: Option<Case>,
    /// Amendments that were not made.
    pub(crate) aside: Vec<SetAside>,
}

/// Makes the file of before into the file of now, act by act. Amendments that cannot be made any more,
/// because the file was changed by hand or they make no case of it, are set aside.
///
/// The acts have to be those that the file's reader sees, without those that were withdrawn.
///
/// Linear in the size of the file for each change. Where the file of now is no case, it is read once
/// more for each amendment, to find which one is to blame.
pub(crate) fn amended(base: &Node, entries: &[JournalEntry]) -> AmendedFile {
    let (now, aside, made) = all_made(base, entries);
    let case = match made {
        0 => None,
        _ => case_from_document(&now).ok().map(|reading| reading.case),
    };
    let (document, aside) = if made == 0 || case.is_some() || case_from_document(base).is_err() {
        (now, aside)
    } else {
        one_by_one(base, entries)
    };
    AmendedFile {
        document,
        case,
        aside,
    }
}

/// Makes the changes of all amendments.
fn all_made(base: &Node, entries: &[JournalEntry]) -> (Node, Vec<SetAside>, usize) {
    let (mut now, mut aside, mut made): (_, _, Vec<&[CaseChange]>) =
        (base.clone(), Vec::new(), Vec::new());
    for entry in entries {
        let Deed::Amend { changes, .. } = &entry.act.deed else {
            continue;
        };
        match apply_in_place(&mut now, changes) {
            Ok(()) => made.push(changes),
            Err((fault, part)) => {
                aside.push(SetAside::whole(entry.line, fault.to_string()));
                if part > 0 {
                    // It counts as a whole or not at all: what was made of it is undone.
                    now = base.clone();
                    for changes in &made {
                        // They were made before, in the same order.
                        let _ = apply_in_place(&mut now, changes);
                    }
                }
            }
        }
    }
    (now, aside, made.len())
}

/// The same, leaving out each amendment that makes no case of the file.
fn one_by_one(base: &Node, entries: &[JournalEntry]) -> (Node, Vec<SetAside>) {
    let (mut now, mut aside) = (base.clone(), Vec::new());
    for entry in entries {
        let Deed::Amend { changes, .. } = &entry.act.deed else {
            continue;
        };
        let made = apply(&now, changes).map_err(|fault| fault.to_string());
        let read = made.and_then(|next| match case_from_document(&next) {
            Ok(_) => Ok(next),
            Err(found) => Err(found.first().map_or_else(String::new, |first| {
                format!("{}: {}", first.path, first.message)
            })),
        });
        match read {
            Ok(next) => now = next,
            Err(why) => aside.push(SetAside::whole(entry.line, why)),
        }
    }
    (now, aside)
}

/// Gives the acts the names that parties, points and options have by now. What an act says of something
/// that was retired is taken out of it, and told.
///
/// `aside` are the amendments that were not made.
pub(crate) fn named_by_now(entries: &mut [JournalEntry], aside: &[SetAside]) -> Vec<SetAside> {
    let unmade: BTreeSet<usize> = aside.iter().map(|aside| aside.line).collect();
    let (mut history, mut told) = (NameHistory::default(), Vec::new());
    for entry in entries.iter_mut().rev() {
        if let Deed::Amend { changes, .. } = &entry.act.deed {
            if !unmade.contains(&entry.line) {
                changes
                    .iter()
                    .rev()
                    .for_each(|change| history.before(change));
            }
        } else if !history.is_empty()
            && let Err(why) = history.rename(&mut entry.act)
        {
            told.push(SetAside {
                line: entry.line,
                why,
                partly: true,
            });
        }
        if let Author::Party(id) = &mut entry.act.by
            && let Some(Some(now)) = history.parties.get(id)
        {
            now.clone_into(id);
        }
    }
    told.reverse();
    told
}

impl NameHistory {
    fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.points.is_empty() && self.options.is_empty()
    }

    /// Goes back before a change.
    fn before(&mut self, change: &CaseChange) {
        let (at, to) = match change {
            CaseChange::Rename { at, to } => (at, Some(to)),
            CaseChange::Retire { at } => (at, None),
            CaseChange::Add { .. } | CaseChange::Set { .. } | CaseChange::Order { .. } => return,
        };
        let names: Vec<&str> = at.names().iter().map(String::as_str).collect();
        match names[..] {
            ["parties", id] => {
                let now = became(&mut self.parties, to);
                self.parties.insert(id.to_owned(), now);
            }
            ["points", id] => {
                let now = became(&mut self.points, to);
                self.points.insert(id.to_owned(), now);
                if let Some(to) = to {
                    let options = std::mem::take(&mut self.options).into_iter();
                    let options = options.map(|((point, option), now)| {
                        let point = if point == *to { id.to_owned() } else { point };
                        ((point, option), now)
                    });
                    self.options = options.collect();
                }
            }
            ["points", point, "options", id] => {
                let now = to.and_then(|to| {
                    let later = self.options.remove(&(point.to_owned(), to.clone()));
                    later.unwrap_or_else(|| Some(to.clone()))
                });
                self.options.insert((point.to_owned(), id.to_owned()), now);
            }
            _ => {}
        }
    }

    /// The name of a point by now; none where it was retired.
    fn point(&self, id: &str) -> Option<String> {
        now(&self.points, id)
    }

    fn option(&self, point: &str, id: &str) -> Option<String> {
        let known = self.options.get(&(point.to_owned(), id.to_owned()));
        known.map_or_else(|| Some(id.to_owned()), Clone::clone)
    }

    /// Gives an act the names of now.
    fn rename(&self, act: &mut Act) -> Result<(), String> {
        match &mut act.deed {
            Deed::Offer { says, .. } => {
                let mut gone = Vec::new();
                says.retain_mut(|(point, option)| {
                    match (self.point(point), self.option(point, option)) {
                        (Some(now), Some(chosen)) => {
                            (*point, *option) = (now, chosen);
                            true
                        }
                        (None, _) => {
                            gone.push(format!("`{point}`"));
                            false
                        }
                        (Some(now), None) => {
                            gone.push(format!("`{option}` of `{now}`"));
                            false
                        }
                    }
                });
                if !gone.is_empty() {
                    return Err(format!("retired since: {}", gone.join(", ")));
                }
            }
            Deed::Draft(draft) => {
                let editions = draft
                    .editions
                    .iter_mut()
                    .map(|edition| &mut edition.clauses);
                let all = draft.clauses.iter_mut().chain(editions);
                all.flatten().for_each(|clause| self.clause(clause));
            }
            Deed::Answer { clause, .. } => self.clause_id(clause),
            Deed::Wording { clause, option, .. } => {
                if let Some(option) = option
                    && let Some(chosen) = self.option(clause, option)
                {
                    *option = chosen;
                }
                self.clause_id(clause);
            }
            Deed::Clause { place, .. } => self.place(place),
            Deed::Amend { .. } | Deed::Withdraw { .. } => {}
        }
        Ok(())
    }

    fn clause(&self, clause: &mut Clause) {
        for alternative in &mut clause.alternatives {
            if let Some(option) = &mut alternative.option
                && let Some(chosen) = self.option(&clause.id, option)
            {
                *option = chosen;
            }
            for author in &mut alternative.by {
                if let Author::Party(id) = author
                    && let Some(by_now) = now(&self.parties, id)
                {
                    *id = by_now;
                }
            }
        }
        if clause.place == Place::Point {
            self.clause_id(&mut clause.id);
        }
        self.place(&mut clause.place);
    }

    /// The clause of a point has the point's name.
    fn clause_id(&self, id: &mut String) {
        if let Some(by_now) = self.point(id) {
            *id = by_now;
        }
    }

    fn place(&self, place: &mut Place) {
        if let Place::After(point) = place {
            self.clause_id(point);
        }
    }
}

/// What a name stands for by now; itself where nothing happened to it.
fn now(known: &BTreeMap<String, Option<String>>, id: &str) -> Option<String> {
    known
        .get(id)
        .map_or_else(|| Some(id.to_owned()), Clone::clone)
}

/// What something is called by now that was called so then; before it was, nobody had this name.
fn became(known: &mut BTreeMap<String, Option<String>>, to: Option<&String>) -> Option<String> {
    let to = to?;
    known.remove(to).unwrap_or_else(|| Some(to.clone()))
}
