//! All rules together, and those that are on their way in.

use std::path::Path;

use super::faces::FACE_EXEMPTIONS;
use super::floats::FLOAT_FILES;
use super::names::SHARED_NAMES;
use super::sizes::LONG_FILES;
use super::{
    Finding, Metadata, TidyError, Tree, circles, docs, edges, faces, floats, licences, lints, mods,
    modules, names, sizes, text, tuples,
};
use crate::source::files::source_files;

const RULE: &str = "pending";
const HERE: &str = "xtask/src/tidy/run.rs";

/// Rules whose findings do not fail a run yet. A rule without findings comes off the list.
const PENDING: &[&str] = &["faces", "names", "tuples"];

/// What tidy finds in a repository, each list ordered by path and line.
#[derive(Debug, Default)]
pub struct Verdicts {
    /// Findings that fail the run.
    pub failing: Vec<Finding>,
    /// Findings of rules that do not fail it yet.
    pub pending: Vec<Finding>,
}

/// Every finding on the repository at `root` that fails the run.
pub fn run(root: &Path) -> Result<Vec<Finding>, TidyError> {
    judge_all(root).map(|verdicts| verdicts.failing)
}

/// Every finding of every rule on the repository at `root`.
pub fn judge_all(root: &Path) -> Result<Verdicts, TidyError> {
    let tree = Tree::read(root)?;
    let metadata = Metadata::ask(root)?;
    let mut findings = edges(&tree, &metadata);
    findings.extend(licences(&tree, &metadata));
    findings.extend(lints(&tree));
    findings.extend(sizes(&tree, LONG_FILES));
    findings.extend(modules(&tree));
    findings.extend(floats(&tree, FLOAT_FILES));
    findings.extend(text(&tree));
    findings.extend(docs(&tree, &metadata));
    let files = source_files(&tree);
    findings.extend(circles(&files));
    findings.extend(faces(&files, FACE_EXEMPTIONS));
    findings.extend(tuples(&files));
    findings.extend(mods(&files));
    findings.extend(names(&files, SHARED_NAMES));
    findings.sort();
    Ok(split_pending(findings, PENDING))
}

/// The findings of the rules in `pending` apart from the others; a finding for each of these rules
/// that has none.
fn split_pending(findings: Vec<Finding>, pending: &[&str]) -> Verdicts {
    let (pending_findings, mut failing): (Vec<_>, Vec<_>) = findings
        .into_iter()
        .partition(|finding| pending.contains(&finding.rule));
    for rule in pending {
        if !pending_findings.iter().any(|finding| finding.rule == *rule) {
            let message = format!("rule {rule} finds nothing: take it off PENDING");
            failing.push(Finding::new(RULE, HERE, 1, message));
        }
    }
    failing.sort();
    Verdicts {
        failing,
        pending: pending_findings,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn pending_rules_do_not_fail_a_run_while_they_find_something() {
        let findings = ["mods", "sizes", "tuples"]
            .map(|rule| Finding::new(rule, "a.rs", 1, "is so"))
            .to_vec();
        let verdicts = split_pending(findings, &["mods", "names"]);
        assert_eq!(lines(&verdicts.pending), ["a.rs:1: [mods] is so"]);
        assert_eq!(
            lines(&verdicts.failing),
            [
                "a.rs:1: [sizes] is so",
                "a.rs:1: [tuples] is so",
                "xtask/src/tidy/run.rs:1: [pending] rule names finds nothing: take it off PENDING",
            ]
        );
    }
}
