//! What new entries leave unsaid, and the deed that adds them.

use std::collections::BTreeMap;

use winset_journal::Deed;
use winset_model::amendment::{CaseChange, CasePath};
use winset_model::case::Visibility;
use winset_model::document::{Entry, Node, sha256_hex};
use winset_model::register::EntryOwner;

use super::fields::NewEntryKind;

/// Digits of an identifier that is made.
const DIGITS: usize = 12;

/// An entry, and the list that it goes into.
#[derive(Debug, Clone)]
pub struct NewRecordEntry {
    /// The list of the case file.
    pub list: &'static str,
    /// The entry as the case file has it.
    pub node: Node,
}

/// How entries are entered.
#[derive(Debug, Clone, Copy)]
pub struct EntriesEntered<'a> {
    /// Who enters them: `mediator`, or a party.
    pub by: &'a str,
    /// When, in UTC.
    pub at: &'a str,
    /// Who may see them, where an entry does not say; none: the mediator and whoever enters them.
    pub visibility: Option<Visibility>,
    /// Why; for the author and the mediator.
    pub reason: Option<&'a str>,
}

/// What is public and what is not are written in acts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisibilityMixed;

impl NewEntryKind {
    /// The entry and the field that a place of the case file names, `incidents.i1.date` say: by the entry's
    /// place among these; none of the fields where it is the whole entry.
    pub fn field_at(
        self,
        entries: &[NewRecordEntry],
        place: &str,
    ) -> Option<(usize, Option<&'static str>)> {
        let rest = place.strip_prefix(self.list())?.strip_prefix('.')?;
        let key_of = |entry: &NewRecordEntry| {
            let id = entry.node.under("id").and_then(Node::written)?;
            match rest.strip_prefix(id)? {
                "" => Some(""),
                // Another identifier may only begin like this one.
                key => key.strip_prefix('.'),
            }
        };
        let mut found = entries.iter().enumerate();
        let (at, key) = found.find_map(|(at, entry)| Some((at, key_of(entry)?)))?;
        Some((at, self.field_of_key(key)))
    }
}

impl EntriesEntered<'_> {
    /// The entries with what they leave unsaid: who may see them, whose they are, and an identifier.
    pub fn completed(&self, entries: Vec<NewRecordEntry>) -> Vec<NewRecordEntry> {
        let seen = self.visibility.unwrap_or(Visibility::Mediator).as_str();
        let claimed_by = if self.by == EntryOwner::MEDIATOR {
            "unknown"
        } else {
            self.by
        };
        let mut same: BTreeMap<String, usize> = BTreeMap::new();
        let completed = entries.into_iter().map(|NewRecordEntry { list, node }| {
            let mut keys = node.entries().to_vec();
            let mut unsaid = |key: &str, text: &str| {
                if !keys.iter().any(|entry| entry.key == key) {
                    keys.push(Entry::plain(key, Node::of_text(text)));
                }
            };
            unsaid("visibility", seen);
            unsaid("entered_by", self.by);
            // Who claims what happened; other entries have no claimant.
            if list == NewEntryKind::Incident.list() {
                unsaid("claimed_by", claimed_by);
            }
            if !keys.iter().any(|entry| entry.key == "id") {
                let id = identifier(list, self.at, &keys, &mut same);
                keys.insert(0, Entry::plain("id", Node::of_text(id)));
            }
            let node = Node::of_map(keys);
            NewRecordEntry { list, node }
        });
        completed.collect()
    }

    /// The deed that adds entries.
    pub fn deed(&self, entries: &[NewRecordEntry]) -> Deed {
        let changes = entries.iter().filter_map(|NewRecordEntry { list, node }| {
            // The lists of the record can be named: each of them is.
            let list = CasePath::named(&[list]).ok()?;
            let (entry, after) = (node.clone(), None);
            Some(CaseChange::Add { list, entry, after })
        });
        Deed::Amend {
            reason: self.reason.map(str::to_owned),
            changes: changes.collect(),
        }
    }

    /// Who may see the act: everybody where all entries are public, else as narrow as it goes.
    ///
    /// # Errors
    /// Some are public and some are not.
    pub fn act_visibility(
        &self,
        entries: &[NewRecordEntry],
    ) -> Result<Visibility, VisibilityMixed> {
        let public = Visibility::Public.as_str();
        let public = |entry: &&NewRecordEntry| entry.node.text_under("visibility") == Some(public);
        let count = entries.iter().filter(public).count();
        if count == entries.len() {
            return Ok(Visibility::Public);
        }
        if count > 0 {
            return Err(VisibilityMixed);
        }
        Ok(match self.by {
            EntryOwner::MEDIATOR => Visibility::Mediator,
            _ => Visibility::Sealed,
        })
    }
}

/// An identifier that is made of what everybody sees of an entry who sees it, and of the time of
/// writing: it tells nothing of other entries, nor of what is said in confidence.
fn identifier(list: &str, at: &str, keys: &[Entry], same: &mut BTreeMap<String, usize>) -> String {
    let shown = |entry: &&Entry| {
        let confidential = [
            "stances",
            "sources",
            "supersedes",
            "entered_by",
            "visibility",
        ];
        !confidential.contains(&entry.key.as_str())
    };
    let shown: Vec<Entry> = keys.iter().filter(shown).cloned().collect();
    let text = format!("{list} {at} {}", Node::of_map(shown).canonical_json());
    let before = same.entry(text.clone()).or_insert(0);
    *before += 1;
    let hash = sha256_hex(&format!("{text} {before}"));
    format!("{}-{}", &list[..1], &hash[..DIGITS])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An identifier may begin as another one does: the field is that of the entry that is named.
    #[test]
    fn places_name_the_entry_whose_whole_identifier_they_have() {
        let entry = |id: &str| NewRecordEntry {
            list: "incidents",
            node: Node::of_map(vec![Entry::plain("id", Node::of_text(id))]),
        };
        let entries = [entry("i1"), entry("i10")];
        let at = |place: &str| NewEntryKind::Incident.field_at(&entries, place);
        assert_eq!(at("incidents.i10.date"), Some((1, Some("date"))));
        assert_eq!(
            at("incidents.i1.sources[0].grade"),
            Some((0, Some("source")))
        );
        assert_eq!(at("incidents.i1"), Some((0, None)));
        assert_eq!(at("incidents.i100.date"), None);
        assert_eq!(at("sessions.i1.date"), None);
    }
}
