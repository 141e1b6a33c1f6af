//! Sessions, statements and incidents of a twin.

use serde_json::{Value, json};

use super::maker::Maker;
use crate::discreet::{ids, incident, list_mut, session};
use crate::entries::{LISTS, fill_one, hidden_stance};

impl Maker<'_> {
    /// Entries that the reader does not see, and what it does not see of others.
    pub(super) fn record(&mut self, file: &mut Value) {
        let reader = self.reader;
        let delegations = ids(file, "delegations");
        for (list, unsaid) in LISTS {
            let visible = |entry: &Value| reader.sees(owner(list, entry), entry, unsaid);
            self.shuffle(file, list, visible, |maker| {
                let mut made = maker.entry(list, &delegations)?;
                made["visibility"] = maker.hidden();
                Some(made)
            });
            for entry in list_mut(file, list).iter_mut().filter(|e| visible(e)) {
                if !reader.owns(entry["entered_by"].as_str()) {
                    self.said_in_confidence(entry);
                }
            }
            self.replaced(file, list, visible);
        }
    }

    /// An entry that is not the reader's own.
    fn entry(&mut self, list: &str, delegations: &[String]) -> Option<Value> {
        let id = self.name("entry");
        let parties = self.parties.clone();
        let mut made = match list {
            "sessions" if delegations.is_empty() => return None,
            "sessions" => session(&id, delegations, &mut self.rng),
            "incidents" => incident(&id, &parties, &mut self.rng),
            _ => json!({
                "id": id,
                "date": "2031-01-31",
                "by": self.other()?,
                "says": format!("Something else, {}.", self.rng.below(1_000)),
                "reads_as": self.condition(),
            }),
        };
        fill_one(list, &mut made, &parties, &self.points, &mut self.rng);
        // Whose it is, is not for the reader.
        let entered = match self.other() {
            Some(other) if self.rng.chance(1, 2) => other,
            _ => "mediator".to_owned(),
        };
        made["entered_by"] = json!(entered);
        Some(made)
    }

    /// Other remarks on sources, and other stances that are not public.
    fn said_in_confidence(&mut self, entry: &mut Value) {
        list_mut(entry, "sources")
            .iter_mut()
            .for_each(|source| self.remark(source));
        if entry.get("says").is_none() && entry.get("place").is_none() {
            return;
        }
        let mut stances = json!({});
        for party in self.parties.clone() {
            let stated = entry["stances"].get(&party);
            let public = stated.filter(|stance| stance["visibility"] == "public");
            if let Some(public) = public {
                stances[party] = public.clone();
            } else if self.rng.chance(1, 3) {
                stances[party] = hidden_stance(&mut self.rng);
            }
        }
        entry["stances"] = stances;
    }

    /// What is replaced and not in sight is another entry, or none.
    fn replaced(&mut self, file: &mut Value, list: &str, visible: impl Fn(&Value) -> bool) {
        let seen = list_mut(file, list).iter().filter(|entry| visible(entry));
        let seen: Vec<String> = seen
            .filter_map(|e| e["id"].as_str().map(str::to_owned))
            .collect();
        let mut hidden: Vec<Value> = Vec::new();
        for entry in list_mut(file, list) {
            let in_sight = entry["supersedes"]
                .as_str()
                .is_some_and(|id| seen.iter().any(|seen| seen == id));
            if !in_sight && let Some(keys) = entry.as_object_mut() {
                keys.remove("supersedes");
                if !hidden.is_empty() && self.rng.chance(1, 2) {
                    let place = self.rng.below(hidden.len());
                    keys.insert("supersedes".to_owned(), hidden[place].clone());
                }
            }
            if !visible(entry) {
                hidden.push(entry["id"].clone());
            }
        }
    }
}

/// Whose an entry is.
fn owner<'v>(list: &str, entry: &'v Value) -> Option<&'v str> {
    match entry["entered_by"].as_str() {
        Some("mediator") => None,
        None if list == "statements" => entry["by"].as_str(),
        entered => entered,
    }
}
