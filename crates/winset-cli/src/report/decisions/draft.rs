//! The decision on the package to draft.

use winset::model::options::Package;
use winset::solve::Count;

use super::super::findings::{Findings, Picked};
use super::item::{among, item};
use winset::ask::ReportDecision;
use winset::told::settled::worth;
use winset::told::words::{capital, listed};

/// Which package to draft.
pub(super) fn draft(findings: &Findings<'_>) -> Option<ReportDecision> {
    if findings.overlap()?.count == Count::Exact(1_u8.into()) {
        return None;
    }
    let picked = findings.picked();
    let first = picked.first()?;
    let described = |p: &Picked<'_>| format!("{}: {}", rules(p), worth(findings.case, p.package));
    let [_, _, ..] = picked.as_slice() else {
        let full = format!("Whether to draft the package of {}.", described(first));
        return Some(item("Choose the draft", full));
    };
    let full = format!(
        "Which package to draft; they differ on {}:",
        apart(findings, &picked)
    );
    let each = picked.iter().map(|p| capital(&described(p)));
    Some(among("Choose the draft", full, each.collect()))
}

fn rules(picked: &Picked<'_>) -> String {
    let rules = &picked.rules;
    let noun = if rules.len() == 1 { "rule" } else { "rules" };
    format!("the {} {noun}", listed(rules, "and"))
}

/// The points on which packages differ.
fn apart(findings: &Findings<'_>, picked: &[Picked<'_>]) -> String {
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
