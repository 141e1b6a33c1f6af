//! The decision on the package to draft.

use winset_model::options::Package;
use winset_solve::Count;

use super::super::findings::{BriefFindings, PickedPackage};
use super::super::parts::BriefDecision;
use super::item::{among, item};
use crate::settled::{rule_in_words, worth};
use crate::words::{capital, listed};

/// Which package to draft.
pub(super) fn draft(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    if findings.overlap?.count == Count::Exact(1_u8.into()) {
        return None;
    }
    let picked = findings.picked();
    let first = picked.first()?;
    let described =
        |p: &PickedPackage<'_>| format!("{}: {}", rules(p), worth(findings.case, p.package));
    let [_, _, ..] = picked.as_slice() else {
        let full = format!(
            "Whether to draft the package picked by {}.",
            described(first)
        );
        return Some(item("Choose the draft", full));
    };
    let full = format!(
        "Which package to draft; they differ on {}:",
        apart(findings, &picked)
    );
    let each = picked.iter().map(|p| capital(&described(p)));
    Some(among("Choose the draft", full, each.collect()))
}

/// What it is the best by.
fn rules(picked: &PickedPackage<'_>) -> String {
    let rules: Vec<String> = picked
        .rules
        .iter()
        .map(|rule| rule_in_words(rule))
        .collect();
    listed(&rules, "and")
}

/// The points on which packages differ.
fn apart(findings: &BriefFindings<'_>, picked: &[PickedPackage<'_>]) -> String {
    let case = findings.case;
    let packages: Vec<&Package> = picked.iter().map(|p| p.package.package()).collect();
    let differs = |place: &usize| {
        packages
            .windows(2)
            .any(|p| p[0].0[*place] != p[1].0[*place])
    };
    let points = (0..case.points.len()).filter(differs);
    let titles: Vec<String> = points.map(|p| case.points[p].title.clone()).collect();
    listed(&titles, "and")
}
