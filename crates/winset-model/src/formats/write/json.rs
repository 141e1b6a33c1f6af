//! GeniusWeb and NegoLog: JSON. It is put together as text, since the order of issues and values
//! counts.

use std::collections::BTreeMap;

use num_traits::{Signed, Zero as _};
use serde_json::Value;

use super::super::big::{self, Big};
use super::draft::{Draft, Issue};

/// Sums of scores that are kept while a reservation bid is looked for.
const SUMS_MAX: usize = 100_000;

/// A domain, and for each party a sum of groups of one issue each: it holds any decimals, without
/// weights that must sum to 1.
pub(super) fn geniusweb(draft: &mut Draft<'_>) -> Vec<(String, String)> {
    draft.fit_utilities(|row| row.iter().any(Signed::is_negative));
    draft.name_numbers(|draft, place| {
        let steps = draft.issues[place].steps();
        steps.is_some_and(|steps| steps.iter().all(|n| big::decimal(n).is_some()))
    });
    let issues = draft.issues.iter().map(|issue| {
        let numbers = issue.steps().filter(|_| issue.is_numeric);
        let numbers = numbers.and_then(|steps| {
            let [low, high, step] = steps.each_ref().map(big::decimal);
            Some((low?, high?, step?))
        });
        let values = match numbers {
            None => format!("{{\"values\": [{}]}}", names(issue)),
            Some((low, high, step)) => {
                format!("{{\"range\": {{\"low\": {low}, \"high\": {high}, \"step\": {step}}}}}")
            }
        };
        (issue.name.to_owned(), values)
    });
    let issues = object(&issues.collect::<Vec<_>>());
    let title = quoted(&draft.title());
    let domain = format!("{{\"name\": {title}, \"issuesValues\": {issues}}}");
    let mut files = vec![(format!("{}.json", draft.domain), format!("{domain}\n"))];
    for place in 0..draft.profiles.len() {
        let profile = groups(draft, place, &domain);
        add(draft, &mut files, place, profile);
    }
    files
}

fn add(draft: &mut Draft<'_>, files: &mut Vec<(String, String)>, place: usize, profile: String) {
    let name = format!("{}.json", draft.profiles[place].file);
    if files.iter().any(|(other, _)| *other == name) {
        let id = draft.profiles[place].id.clone();
        draft.lose(&id, "the profile: its file would have the name of another");
        return;
    }
    files.push((name, profile));
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

fn names(issue: &Issue<'_>) -> String {
    let names: Vec<String> = issue.values.iter().map(|v| quoted(v)).collect();
    names.join(", ")
}

/// An object, an entry on each line.
fn object(entries: &[(String, String)]) -> String {
    let lines = entries
        .iter()
        .map(|(key, value)| format!("  {}: {value}", quoted(key)));
    format!("{{\n{}\n}}", lines.collect::<Vec<_>>().join(",\n"))
}

/// A value as a bid names it: a number, or a text.
fn value_of(issue: &Issue<'_>, option: usize) -> String {
    let name = issue.values[option];
    let number = issue.point.options[option].number.as_ref();
    let number = number.filter(|_| issue.is_numeric);
    let number = number.and_then(|number| big::decimal(&big::from_exact(number)));
    number.unwrap_or_else(|| quoted(name))
}

fn groups(draft: &mut Draft<'_>, party: usize, domain: &str) -> String {
    let id = draft.profiles[party].id.clone();
    let mut parts = Vec::new();
    for place in 0..draft.issues.len() {
        let mut list = Vec::new();
        for option in 0..draft.issues[place].values.len() {
            let util = draft.profiles[party].rows[place][option].clone();
            if !util.is_zero() {
                let util = draft.decimal(&util, &id);
                let value = value_of(&draft.issues[place], option);
                list.push(format!("{{\"values\": [{value}], \"util\": {util}}}"));
            }
        }
        let name = draft.issues[place].name;
        let (issue, list) = (quoted(name), list.join(", "));
        let part =
            format!("{{\"partsutils\": {{\"issues\": [{issue}], \"utilslist\": [{list}]}}}}");
        parts.push((name.to_owned(), part));
    }
    let mut fields = vec![
        ("name".to_owned(), quoted(&id)),
        ("partUtilities".to_owned(), object(&parts)),
        ("domain".to_owned(), domain.to_owned()),
    ];
    if let Some(no_deal) = draft.profiles[party].no_deal.clone() {
        match worth_exactly(&draft.profiles[party].rows, &no_deal) {
            None => draft.lose(
                &id,
                "its no-deal value: no package is found that is worth the same",
            ),
            Some(package) => {
                let bid = draft.issues.iter().zip(&package);
                let bid = bid.map(|(issue, o)| (issue.name.to_owned(), value_of(issue, *o)));
                let bid = object(&bid.collect::<Vec<_>>());
                fields.push((
                    "reservationBid".to_owned(),
                    format!("{{\"issuevalues\": {bid}}}"),
                ));
            }
        }
    }
    format!("{{\"SumOfGroupsUtilitySpace\": {}}}\n", object(&fields))
}

/// The first package that is worth a number exactly, when there are not too many sums to look at.
fn worth_exactly(rows: &[Vec<Big>], wanted: &Big) -> Option<Vec<usize>> {
    // For each sum of the last points, a choice of options that reaches it.
    let mut sums: BTreeMap<Big, Vec<usize>> = BTreeMap::from([(Big::zero(), Vec::new())]);
    for row in rows.iter().rev() {
        let mut longer = BTreeMap::new();
        for (option, adds) in row.iter().enumerate() {
            for (sum, rest) in &sums {
                let choice = || {
                    std::iter::once(option)
                        .chain(rest.iter().copied())
                        .collect()
                };
                longer.entry(sum + adds).or_insert_with(choice);
            }
            if longer.len() > SUMS_MAX {
                return None;
            }
        }
        sums = longer;
    }
    sums.remove(wanted)
}

/// A profile for each party, with weights of 1.
pub(super) fn negolog(draft: &mut Draft<'_>) -> Vec<(String, String)> {
    draft.name_numbers(|_, _| false);
    let case = draft.case;
    draft.lose(&case.id, "the identifier and the title of the case");
    let mut files = Vec::new();
    for party in 0..draft.profiles.len() {
        let id = draft.profiles[party].id.clone();
        let (mut weights, mut issues) = (Vec::new(), Vec::new());
        for place in 0..draft.issues.len() {
            let name = draft.issues[place].name.to_owned();
            let mut row = Vec::new();
            for option in 0..draft.issues[place].values.len() {
                let value = draft.profiles[party].rows[place][option].clone();
                let value = draft.decimal(&value, &id);
                row.push((draft.issues[place].values[option].to_owned(), value));
            }
            weights.push((name.clone(), "1".to_owned()));
            issues.push((name, object(&row)));
        }
        let no_deal = draft.profiles[party].no_deal.clone();
        if no_deal.is_none() {
            draft.lose(&id, "that it has no no-deal value: 0 stands for it");
        }
        let profile = [
            (
                "reservationValue".to_owned(),
                draft.decimal(&no_deal.unwrap_or_default(), &id),
            ),
            ("issueWeights".to_owned(), object(&weights)),
            ("issues".to_owned(), object(&issues)),
        ];
        let profile = format!("{}\n", object(&profile));
        add(draft, &mut files, party, profile);
    }
    files
}
