//! Documents: ARCHITECTURE.md names every crate, decision notes are numbered, links lead somewhere.

use std::collections::BTreeMap;

use super::{Finding, Metadata, Tree, links};

const RULE: &str = "docs";
const ARCHITECTURE: &str = "ARCHITECTURE.md";
const DECISIONS: &str = "docs/decisions/";

/// Findings on documents: crates missing from ARCHITECTURE.md, misnamed or equally numbered files
/// in `docs/decisions`, relative links to files that do not exist.
pub fn docs(tree: &Tree, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = architecture(tree, metadata);
    findings.extend(decisions(tree));
    for (path, text) in tree.texts(".md") {
        for link in links::relative_links(text) {
            let message = match links::resolve(path, &link.target) {
                None => format!("link '{}' leads out of the repository", link.target),
                Some(to) if tree.has_file(&to) || tree.has_folder(&to) => continue,
                Some(to) => format!("link '{}' leads to {to}, which does not exist", link.target),
            };
            findings.push(Finding::new(RULE, path, link.line, message));
        }
    }
    findings
}

fn architecture(tree: &Tree, metadata: &Metadata) -> Vec<Finding> {
    let Some(text) = tree.text(ARCHITECTURE) else {
        return vec![Finding::new(RULE, ARCHITECTURE, 1, "does not exist")];
    };
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let words: Vec<&str> = text.split(|c| !is_name(c)).collect();
    metadata
        .members()
        .filter(|(package, _)| !words.contains(&package.name.as_str()))
        .map(|(package, _)| {
            Finding::new(
                RULE,
                ARCHITECTURE,
                1,
                format!("does not mention crate {}", package.name),
            )
        })
        .collect()
}

fn decisions(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut numbers = BTreeMap::new();
    for path in tree.paths().filter(|path| path.starts_with(DECISIONS)) {
        let name = &path[DECISIONS.len()..];
        let Some(number) = decision_number(name) else {
            let message = "is not named NNNN-title.md, title in lower case with hyphens";
            findings.push(Finding::new(RULE, path, 1, message));
            continue;
        };
        if let Some(first) = numbers.insert(number, path) {
            let message = format!("has the number of {first}");
            findings.push(Finding::new(RULE, path, 1, message));
        }
    }
    findings
}

/// The number of a decision note that is named as it should be.
fn decision_number(name: &str) -> Option<&str> {
    let (number, title) = name.strip_suffix(".md")?.split_once('-')?;
    let good_number = number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit());
    let good_title = title.starts_with(|c: char| c.is_ascii_alphanumeric())
        && title
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (good_number && good_title).then_some(number)
}
