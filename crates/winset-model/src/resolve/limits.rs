//! The limits on what a case holds, checked before anything is built from it.

use crate::case::{
    ASSUMPTIONS_MAX, BONUSES_MAX, OFFERS_MAX, PARTIES_MAX, POINTS_MAX, RULES_MAX, TERMS_MAX,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{CaseFile, LinkEntry};
use crate::file::conditions::{ConditionFile, ConditionMember};
use crate::file::parts::SheetFile;
use crate::file::read::Context;

/// Reports each limit that is passed; `None` when there is one.
pub(super) fn check(file: &CaseFile, cx: &mut Context<'_>) -> Option<()> {
    let votes: usize = file.ratification.0.iter().map(|b| b.rules.0.len()).sum();
    let supposed = || file.assumptions.0.iter();
    let assumed_lines: usize = supposed().map(|entry| entry.lines.0.len()).sum();
    let rules = file.lines.0.len() + file.links.0.len() + votes + assumed_lines;
    let bonuses: usize = sheets(file).map(|sheet| sheet.bonuses.0.len()).sum();
    let counts = [
        ("parties", file.parties.0.len(), PARTIES_MAX),
        ("points", file.points.0.len(), POINTS_MAX),
        ("lines, links and vote rules", rules, RULES_MAX),
        ("bonuses", bonuses, BONUSES_MAX),
        ("offers", file.offers.0.len(), OFFERS_MAX),
        ("assumptions", file.assumptions.0.len(), ASSUMPTIONS_MAX),
        (
            "terms in conditions, bonuses and blocs",
            terms(file),
            TERMS_MAX,
        ),
    ];
    let mut within = Some(());
    for (what, count, max) in counts {
        if count > max {
            cx.find(Code::CaseLimit, file.span, || {
                let message = format!("the case has {count} {what}");
                Diagnostic::new(Code::CaseLimit, file.span, "", message)
                    .expected(format!("at most {max}"))
            });
            within = None;
        }
    }
    within
}

/// What parties state of their scores, and what is supposed of them.
fn sheets(file: &CaseFile) -> impl Iterator<Item = &SheetFile> {
    let stated = file.preferences.0.iter().map(|(_, sheet)| sheet);
    let supposed = file.assumptions.0.iter();
    stated.chain(supposed.filter_map(|entry| entry.scores.as_ref()))
}

fn terms(file: &CaseFile) -> usize {
    let bonuses = sheets(file).flat_map(|sheet| sheet.bonuses.0.iter().map(|b| b.when.0.len()));
    let bodies = &file.ratification.0;
    let blocs = bodies
        .iter()
        .flat_map(|b| b.blocs.0.iter().map(|b| b.accepts.0.len()));
    let rules = bodies.iter().flat_map(|b| b.rules.0.iter());
    let rules = rules.filter_map(|r| r.when.as_ref()).map(size);
    let links = file.links.0.iter().map(link_size);
    let items = file.plan.iter().flat_map(|plan| plan.items.0.iter());
    let items = items.filter_map(|item| item.when.as_ref()).map(size);
    bonuses
        .chain(blocs)
        .chain(rules)
        .chain(links)
        .chain(items)
        .sum()
}

fn link_size(link: &LinkEntry) -> usize {
    let alone = [&link.when, &link.then, &link.require];
    let said = link.rule.iter();
    let phrased = said.clone().flat_map(|r| [&r.when, &r.then, &r.require]);
    let members = link.exclude.iter().flatten();
    let excluded = said.flat_map(|r| r.exclude.iter().flatten());
    let alone = alone.into_iter().chain(phrased).flatten();
    alone.chain(members).chain(excluded).map(size).sum()
}

/// How many terms a condition has, at most. Recursion ends because files are nested to a limited
/// depth only.
fn size(condition: &ConditionFile) -> usize {
    let members = condition.members.iter().map(|member| match member {
        ConditionMember::Point(..) => 1,
        ConditionMember::Not(inner) => 1 + size(inner),
        ConditionMember::All(of) | ConditionMember::Any(of) | ConditionMember::AtLeast(_, of) => {
            1 + of.iter().map(size).sum::<usize>()
        }
    });
    members.sum()
}
