//! Each change in words: what is added, reworded, taken out.

use winset_model::amendment::{CaseChange, CasePath};
use winset_model::case::Case;
use winset_model::document::Node;

use super::entries::{FileWords, kinds, lever_terms, list_named, parent};
use super::values::{OPTIONS_MAX, quoted, texts};
use crate::demand;
use crate::names::grouped;
use crate::words::listed;

/// Changes in words, a clause for each: "adds the option “Shared” to “Berths”". `before` is the file
/// before them; `after` the case afterwards, where it is known, which tells demands in full.
pub fn changes_told(changes: &[CaseChange], before: &Node, after: Option<&Case>) -> Vec<String> {
    let mut file = before.clone();
    let mut told = Vec::new();
    let mut rest = changes;
    while let Some((change, others)) = rest.split_first() {
        let run = 1 + others
            .iter()
            .take_while(|of| adds_to_same(change, of))
            .count();
        if let CaseChange::Add { list, .. } = change
            && run > ADDED_MAX
        {
            told.push(format!("adds {} {}", grouped(run), list_named(list)));
            file = winset_model::amendment::apply(&file, &rest[..run]).unwrap_or(file);
            rest = &rest[run..];
            continue;
        }
        rest = others;
        let now = winset_model::amendment::apply(&file, std::slice::from_ref(change)).ok();
        let words = Words {
            before: FileWords(&file),
            after: FileWords(now.as_ref().unwrap_or(&file)),
            case: after,
        };
        told.push(words.change(change));
        file = now.unwrap_or(file);
    }
    told
}

/// Most entries added to one list that are told one by one.
const ADDED_MAX: usize = 20;

/// Whether both add an entry to the same list of the case.
fn adds_to_same(first: &CaseChange, next: &CaseChange) -> bool {
    match (first, next) {
        (CaseChange::Add { list, .. }, CaseChange::Add { list: same, .. }) => {
            list == same && list.names().len() == 1
        }
        _ => false,
    }
}

pub(super) struct Words<'a> {
    pub(super) before: FileWords<'a>,
    pub(super) after: FileWords<'a>,
    pub(super) case: Option<&'a Case>,
}

impl Words<'_> {
    fn change(&self, change: &CaseChange) -> String {
        match change {
            CaseChange::Add { list, .. } => self.add(list, &change.place()),
            CaseChange::Set { at, to } => self.set(at, to.as_ref()),
            CaseChange::Rename { at, to } => {
                format!("gives {} another code ({to})", self.before.entry(at))
            }
            CaseChange::Retire { at } => {
                let around = parent(at).and_then(|list| parent(&list));
                let around = around.map_or_else(
                    || "the case".to_owned(),
                    |around| self.before.label_or_words(&around),
                );
                format!("takes {} out of {around}", self.before.entry(at))
            }
            CaseChange::Order { list, names } => {
                let labels = names.iter().map(|name| {
                    let place = [list.names(), std::slice::from_ref(name)].concat();
                    CasePath::of(place)
                        .map_or_else(|_| name.clone(), |at| self.before.label_or_words(&at))
                });
                let labels: Vec<String> = labels.collect();
                let of = parent(list).map_or_else(String::new, |around| {
                    format!(" of {}", self.before.label_or_words(&around))
                });
                format!(
                    "puts the {}{of} in this order: {}",
                    list_named(list),
                    listed(&labels, "and")
                )
            }
        }
    }

    fn add(&self, list: &CasePath, place: &CasePath) -> String {
        let what = self.after.entry(place);
        let to = parent(list).map_or_else(String::new, |around| {
            format!(" to {}", self.before.label_or_words(&around))
        });
        format!("adds {what}{to}{}", self.added(place))
    }

    /// What there is to say of an entry that is added.
    fn added(&self, place: &CasePath) -> String {
        let Some(entry) = self.after.found(place.names()) else {
            return String::new();
        };
        let says = |key: &str| {
            let words = entry.text_under(key).map(quoted);
            words.map_or_else(String::new, |words| format!(": {words}"))
        };
        match kinds(place)[..] {
            ["points"] => {
                let options = entry.members_under("options").iter();
                let labels = options.filter_map(|option| option.text_under("label"));
                let labels: Vec<String> = labels.map(quoted).collect();
                match labels.as_slice() {
                    [] => String::new(),
                    some => format!(" with the options {}", listed(some, "and")),
                }
            }
            ["lines" | "links"] | ["ratification", "rules"] => self.demand(place),
            ["levers"] => lever_terms(entry),
            ["sessions"] => says("outcome"),
            ["statements"] => says("says"),
            ["incidents"] => says("kind"),
            ["delegations"] => {
                let offices = entry.under("offices").and_then(texts);
                offices.map_or_else(String::new, |offices| format!(": {offices}"))
            }
            _ => String::new(),
        }
    }

    /// The demand at a place, in a sentence of its own.
    pub(super) fn demand(&self, at: &CasePath) -> String {
        let id = match at.names() {
            [list, id, ..] if list == "lines" || list == "links" => id,
            [list, _, rules, id, ..] if list == "ratification" && rules == "rules" => id,
            _ => return String::new(),
        };
        let told = self.case.and_then(|case| {
            let demand = case.demand_named(id)?;
            Some(format!(
                ": {}{}",
                demand::in_words(case, demand),
                demand::steps(case, demand)
            ))
        });
        told.unwrap_or_default()
    }

    /// What everything on a point is worth to a party, afterwards.
    pub(super) fn worth(&self, party: &str, point: &str) -> String {
        let told = self.case.and_then(|case| {
            let party = case.party_named(party)?;
            let point = case.point_named(point)?;
            let sheet = case.parties[party.index()].sheet.open();
            let row = sheet.scores.as_ref()?.by_option.get(point.index())?;
            let options = &case.points[point.index()].options;
            let all = (options.len() <= OPTIONS_MAX).then_some(options)?;
            let each = all.iter().zip(row).map(|(option, score)| {
                let score = crate::words::score(&case.unscaled(party, *score));
                format!("«{}» {score}", option.label)
            });
            Some(format!(": {}", listed(&each.collect::<Vec<_>>(), "and")))
        });
        told.unwrap_or_default()
    }
}
