//! Demands and laws: lines with their ladders, links, vote rules; and levers.

use super::conditions::{condition, conditions};
use super::names::{Kind, Names, unique};
use super::votes::body;
use crate::case::{Body, Lever, Line, Link, LinkRule, Step, Visibility};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{
    CaseFile, DemandKindWord, LeverEntry, LineEntry, LinkEntry, StepEntry, VisibilityWord,
};
use crate::file::conditions::LinkPhrase;
use crate::file::read::{Context, Filled};
use crate::options::PointId;
use crate::private::Private;

/// All rules of a case.
#[derive(Debug)]
pub(super) struct Demands {
    pub(super) lines: Vec<Line>,
    pub(super) links: Vec<Link>,
    pub(super) bodies: Vec<Body>,
}

/// Resolves lines, links and ratifying bodies; what has errors is left out.
pub(super) fn demands(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Demands {
    let bodies = &file.ratification.0;
    let votes = bodies.iter().flat_map(|b| b.rules.0.iter().map(|r| &r.id));
    let lines = file.lines.0.iter().map(|l| &l.id);
    let links = file.links.0.iter().map(|l| &l.id);
    let demand = Kind::new("", "line, link or vote rule");
    unique(demand, lines.chain(links).chain(votes), cx);
    let body_ids = bodies.iter().map(|b| &b.id);
    unique(Kind::new("BodyEntry", "body"), body_ids, cx);
    let lines = file.lines.0.iter().filter_map(|l| line(l, names, cx));
    let lines = lines.collect();
    let links = file.links.0.iter().filter_map(|l| link(l, names, cx));
    let links = links.collect();
    let bodies = bodies.iter().filter_map(|b| body(b, names, cx));
    Demands {
        lines,
        links,
        bodies: bodies.collect(),
    }
}

/// Who may see an entry that is `unsaid` where it states nothing.
pub(super) fn visible_to(stated: Option<VisibilityWord>, unsaid: Visibility) -> Visibility {
    stated.map_or(unsaid, Visibility::from)
}

fn line(entry: &LineEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Line> {
    let owner = names.party(&entry.owner, cx);
    let point = names.point(&entry.point, cx);
    let law = entry.kind == Some(DemandKindWord::Law);
    if law && let Some(second) = entry.ladder.0.get(1) {
        let message = "a law cannot be relaxed: it has one step";
        cx.report(Code::LawRelaxed, second.span, message);
    }
    let point = point?;
    let ladder = ladder(&entry.ladder, point, names, cx)?;
    Some(Line {
        id: entry.id.text.clone(),
        owner: owner?,
        point,
        law,
        seen: visible_to(entry.visibility, Visibility::Public),
        ladder: Private::new(ladder),
    })
}

fn ladder(
    entries: &Filled<StepEntry>,
    point: PointId,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Step>> {
    let Filled(entries, unread) = entries;
    let step = |e: &StepEntry, cx: &mut Context<'_>| {
        let accept = names.picks(point, &e.accept, cx)?;
        Some(Step {
            accept,
            cost: e.cost.value,
        })
    };
    let steps: Vec<Option<Step>> = entries.iter().map(|e| step(e, cx)).collect();
    if *unread > 0 {
        return None;
    }
    if let Some(first) = entries.first().filter(|e| e.cost.value != 0) {
        let span = first.cost.span;
        cx.find(Code::LadderCost, span, || {
            let message = "step 0 is the declared line and costs nothing";
            Diagnostic::new(Code::LadderCost, span, "", message).expected("0")
        });
    }
    for (entries, steps) in entries.windows(2).zip(steps.windows(2)) {
        if let ([before, after], [narrow, wide]) = (entries, steps) {
            check_costs(before, after, cx);
            if let (Some(narrow), Some(wide)) = (narrow, wide)
                && !(narrow.accept.is_subset(&wide.accept) && narrow.accept != wide.accept)
            {
                cx.find(Code::LadderWidens, after.accept.span(), || {
                    let message = "this step does not widen the step before it";
                    Diagnostic::new(Code::LadderWidens, after.accept.span(), "", message)
                        .expected("all options of the step before it, and at least one more")
                        .related(before.accept.span(), "the step before accepts these")
                });
            }
        }
    }
    steps.into_iter().collect()
}

fn check_costs(before: &StepEntry, after: &StepEntry, cx: &mut Context<'_>) {
    let are_read = cx.are_read([before.cost.span, after.cost.span]);
    if are_read && after.cost.value < before.cost.value {
        cx.find(Code::LadderCost, after.cost.span, || {
            let message = "this step costs less than the narrower step before it";
            Diagnostic::new(Code::LadderCost, after.cost.span, "", message)
                .expected(format!("at least {}", before.cost.value))
                .related(before.cost.span, "the step before costs this")
        });
    }
}

fn link(entry: &LinkEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Link> {
    let owner = entry.owner.as_ref().map(|o| names.party(o, cx));
    let law = entry.kind == Some(DemandKindWord::Law)
        || (entry.kind.is_none() && entry.relax_cost.is_none());
    if let (true, Some(cost)) = (law, entry.relax_cost) {
        let message = "a law cannot be relaxed: it has no `relax_cost`";
        cx.report(Code::LawRelaxed, cost.span, message);
    }
    if !law && owner.is_none() {
        let message = format!("the demand `{}` needs an `owner`", entry.id.text);
        cx.report(Code::MissingKey, entry.id.span, message);
    }
    if !law && entry.relax_cost.is_none() {
        let message = format!("the demand `{}` needs a `relax_cost`", entry.id.text);
        cx.report(Code::MissingKey, entry.id.span, message);
    }
    let rule = link_rule(entry, names, cx);
    Some(Link {
        id: entry.id.text.clone(),
        owner: owner.flatten(),
        law,
        seen: visible_to(entry.visibility, Visibility::Public),
        rule: Private::new(rule?),
        relax_cost: entry.relax_cost.map(|c| c.value),
        note: entry.note.clone(),
    })
}

/// What a link asks: in keys of its own, or in a phrase.
fn said(entry: &LinkEntry) -> Option<LinkPhrase> {
    let keys = LinkPhrase {
        when: entry.when.clone(),
        then: entry.then.clone(),
        require: entry.require.clone(),
        exclude: entry.exclude.clone(),
    };
    let LinkPhrase {
        when,
        then,
        require,
        exclude,
    } = &keys;
    let stands = when.is_some() || then.is_some() || require.is_some() || exclude.is_some();
    match &entry.rule {
        Some(_) if stands => None,
        Some(phrase) => Some(phrase.clone()),
        None => Some(keys),
    }
}

fn link_rule(entry: &LinkEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<LinkRule> {
    let Some(LinkPhrase {
        when,
        then,
        require,
        exclude,
    }) = said(entry)
    else {
        let message = "a link has one `rule`, or the keys that say it; never both";
        cx.report(Code::Alternatives, entry.id.span, message);
        return None;
    };
    match (&when, &then, &require, &exclude) {
        (Some(when), Some(then), None, None) => {
            let (when, then) = (condition(when, names, cx), condition(then, names, cx));
            Some(LinkRule::IfThen {
                when: when?,
                then: then?,
            })
        }
        (None, None, Some(require), None) => condition(require, names, cx).map(LinkRule::Require),
        (None, None, None, Some(exclude)) => {
            if exclude.len() < 2 {
                let message = format!("`exclude` of `{}` needs two conditions", entry.id.text);
                cx.report(Code::ConditionNeed, entry.id.span, message);
            }
            conditions(exclude, names, cx).map(LinkRule::Exclude)
        }
        _ => {
            let message = "a link is `if` with `then`, or `require`, or `exclude`, or a `rule`";
            cx.report(Code::Alternatives, entry.id.span, message);
            None
        }
    }
}

/// Resolves levers; what has errors is left out.
pub(super) fn levers(file: &CaseFile, names: &Names<'_>, cx: &mut Context<'_>) -> Vec<Lever> {
    let levers = &file.levers.0;
    unique(
        Kind::new("LeverEntry", "lever"),
        levers.iter().map(|l| &l.id),
        cx,
    );
    let levers = levers.iter().filter_map(|l| lever(l, file, names, cx));
    levers.collect()
}

fn lever(
    entry: &LeverEntry,
    file: &CaseFile,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Lever> {
    let (by, target) = (names.party(&entry.by, cx), names.party(&entry.target, cx));
    let target = target?;
    if file.parties.0[target.index()].no_deal.is_none() {
        let message = format!(
            "party `{}` has no no-deal value that could move",
            entry.target.text
        );
        cx.report(Code::Alternatives, entry.target.span, message);
    }
    Some(Lever {
        id: entry.id.text.clone(),
        by: by?,
        target,
        no_deal_delta: entry.no_deal_delta.value,
        cost_to_puller: entry.cost_to_puller.value,
        delay_days: entry.delay_days.value,
    })
}
