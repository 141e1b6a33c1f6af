//! No two public types of the workspace share a name.

use std::collections::BTreeMap;

use super::Finding;
use super::exempt::{Exempt, stale};
use crate::source::files::SourceFile;
use crate::source::functions::type_items;

const RULE: &str = "names";
const HERE: &str = "xtask/src/tidy/names.rs";

/// Names that several public types may have, and why one word is right for all of them.
pub(super) const SHARED_NAMES: Exempt = &[(
    "Sheet",
    "a party's sheet of scores and a sheet of a workbook: people call both so",
)];

/// A finding for each name of more than one public type (struct, enum, union, trait, alias) that
/// `shared` does not list. Tests are left out; `pub(crate)` is not public.
pub fn names(files: &[SourceFile<'_>], shared: Exempt<'_>) -> Vec<Finding> {
    let mut places: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for file in files {
        for item in type_items(&file.tokens()) {
            if item.public {
                let place = (file.path, file.line(item.at));
                places.entry(item.name.to_owned()).or_default().push(place);
            }
        }
    }
    places.retain(|_, places| places.len() > 1);
    let used: Vec<&str> = places.keys().map(String::as_str).collect();
    let mut findings = stale(RULE, HERE, shared, &used);
    for (name, places) in &places {
        let [(path, line), others @ ..] = places.as_slice() else {
            continue;
        };
        if shared.iter().any(|(listed, _)| listed == name) {
            continue;
        }
        let others: Vec<String> = others
            .iter()
            .map(|(path, line)| format!("{path}:{line}"))
            .collect();
        let message = format!(
            "public type {name} shares its name with {}: rename, or list it in SHARED_NAMES \
             ({HERE}) with the reason",
            others.join(", ")
        );
        findings.push(Finding::new(RULE, path, *line, message));
    }
    findings
}
