//! Demands and laws: lines with their ladders, links, vote rules; and levers.

use super::conditions::{condition, conditions};
use super::names::{Names, unique};
use crate::case::{Bloc, Body, Lever, Line, Link, LinkRule, Party, Seen, Step, VoteRule};
use crate::condition::Condition;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::case::{
    BlocEntry, BodyEntry, CaseFile, Kind, LeverEntry, LineEntry, LinkEntry, StepEntry, Visibility,
};
use crate::file::read::Context;
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
    let votes = file
        .ratification
        .iter()
        .flat_map(|b| b.rules.0.iter().map(|r| &r.id));
    let ids = file
        .lines
        .iter()
        .map(|l| &l.id)
        .chain(file.links.iter().map(|l| &l.id))
        .chain(votes);
    unique("line, link or vote rule", ids, cx);
    unique("body", file.ratification.iter().map(|b| &b.id), cx);
    Demands {
        lines: file
            .lines
            .iter()
            .filter_map(|l| line(l, names, cx))
            .collect(),
        links: file
            .links
            .iter()
            .filter_map(|l| link(l, names, cx))
            .collect(),
        bodies: file
            .ratification
            .iter()
            .filter_map(|b| body(b, names, cx))
            .collect(),
    }
}

fn seen(visibility: Option<Visibility>) -> Seen {
    match visibility {
        None | Some(Visibility::Public) => Seen::Public,
        Some(Visibility::Mediator) => Seen::Mediator,
        Some(Visibility::Sealed) => Seen::Sealed,
    }
}

fn line(entry: &LineEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Line> {
    let owner = names.party(&entry.owner, cx);
    let point = names.point(&entry.point, cx);
    let law = entry.kind == Some(Kind::Law);
    if law && let Some(second) = entry.ladder.0.get(1) {
        let message = "a law cannot be relaxed: it has one step";
        cx.report(Code::LawRelaxed, second.span, message);
    }
    let point = point?;
    let ladder = ladder(&entry.ladder.0, point, names, cx)?;
    Some(Line {
        id: entry.id.text.clone(),
        owner: owner?,
        point,
        law,
        seen: seen(entry.visibility),
        ladder: Private::new(ladder),
    })
}

fn ladder(
    entries: &[StepEntry],
    point: PointId,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Step>> {
    let steps: Vec<Option<Step>> = entries
        .iter()
        .map(|e| {
            let accept = names.picks(point, &e.accept, cx)?;
            Some(Step {
                accept,
                cost: e.cost.value,
            })
        })
        .collect();
    if let Some(first) = entries.first().filter(|e| e.cost.value != 0) {
        let message = "step 0 is the declared line and costs nothing";
        cx.push(Diagnostic::new(Code::LadderCost, first.cost.span, "", message).expected("0"));
    }
    for (place, pair) in entries.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if after.cost.value < before.cost.value {
            let message = "this step costs less than the narrower step before it";
            cx.push(
                Diagnostic::new(Code::LadderCost, after.cost.span, "", message)
                    .expected(format!("at least {}", before.cost.value))
                    .related(before.cost.span, "the step before costs this"),
            );
        }
        if let (Some(Some(narrow)), Some(Some(wide))) = (steps.get(place), steps.get(place + 1)) {
            let widens = narrow.accept.is_subset(&wide.accept) && narrow.accept != wide.accept;
            if !widens {
                let message = "this step does not widen the step before it";
                cx.push(
                    Diagnostic::new(Code::LadderWidens, after.accept.span(), "", message)
                        .expected("all options of the step before it, and at least one more")
                        .related(before.accept.span(), "the step before accepts these"),
                );
            }
        }
    }
    steps.into_iter().collect()
}

fn link(entry: &LinkEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Link> {
    let owner = entry.owner.as_ref().map(|o| names.party(o, cx));
    let law = entry.kind == Some(Kind::Law) || (entry.kind.is_none() && entry.relax_cost.is_none());
    if let (true, Some(cost)) = (law, entry.relax_cost) {
        let message = "a law cannot be relaxed: it has no `relax_cost`";
        cx.report(Code::LawRelaxed, cost.span, message);
    }
    if !law && owner.is_none() {
        let message = format!("the demand `{}` needs an `owner`", entry.id.text);
        cx.report(Code::MissingKey, entry.span, message);
    }
    if !law && entry.relax_cost.is_none() {
        let message = format!("the demand `{}` needs a `relax_cost`", entry.id.text);
        cx.report(Code::MissingKey, entry.span, message);
    }
    let rule = link_rule(entry, names, cx);
    Some(Link {
        id: entry.id.text.clone(),
        owner: owner.flatten(),
        law,
        seen: seen(entry.visibility),
        rule: Private::new(rule?),
        relax_cost: entry.relax_cost.map(|c| c.value),
        note: entry.note.clone(),
    })
}

fn link_rule(entry: &LinkEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<LinkRule> {
    match (&entry.when, &entry.then, &entry.require, &entry.exclude) {
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
                let message = "`exclude` needs at least two conditions";
                cx.report(Code::ConditionNeed, entry.span, message);
            }
            conditions(exclude, names, cx).map(LinkRule::Exclude)
        }
        _ => {
            let message = "a link is `if` with `then`, or `require`, or `exclude`";
            cx.report(Code::Alternatives, entry.id.span, message);
            None
        }
    }
}

fn body(entry: &BodyEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Body> {
    let party = names.party(&entry.for_party, cx);
    unique("bloc", entry.blocs.0.iter().map(|b| &b.id), cx);
    let seats = entry.seats.value;
    let sum: u64 = entry.blocs.0.iter().map(|b| b.seats.value).sum();
    if sum != seats && !entry.blocs.0.is_empty() {
        let message = format!(
            "the blocs of `{}` hold {sum} seats of {seats}",
            entry.id.text
        );
        cx.push(
            Diagnostic::new(Code::SeatSum, entry.seats.span, "", message)
                .expected("the sum of the blocs' seats"),
        );
    }
    let mut rules = Vec::new();
    for rule in &entry.rules.0 {
        if rule.need.value == 0 || rule.need.value > seats {
            let message = format!("the rule asks for {} of {seats} seats", rule.need.value);
            cx.push(
                Diagnostic::new(Code::Quota, rule.need.span, "", message)
                    .expected(format!("a number from 1 to {seats}")),
            );
        }
        let when = match &rule.when {
            None => Some(Condition::always()),
            Some(when) => condition(when, names, cx),
        };
        rules.extend(when.map(|when| VoteRule {
            id: rule.id.text.clone(),
            need: rule.need.value,
            when,
            seen: seen(rule.visibility),
        }));
    }
    let blocs = entry
        .blocs
        .0
        .iter()
        .filter_map(|b| bloc(b, names, cx))
        .collect();
    Some(Body {
        id: entry.id.text.clone(),
        name: entry.body.clone(),
        party: party?,
        seats,
        rules,
        blocs,
    })
}

fn bloc(entry: &BlocEntry, names: &Names<'_>, cx: &mut Context<'_>) -> Option<Bloc> {
    let accepts = names.picks_by_point(&entry.accepts, cx)?;
    Some(Bloc {
        id: entry.id.text.clone(),
        seats: entry.seats.value,
        accepts,
    })
}

/// Resolves levers; what has errors is left out.
pub(super) fn levers(
    file: &CaseFile,
    parties: &[Party],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Vec<Lever> {
    unique("lever", file.levers.iter().map(|l| &l.id), cx);
    file.levers
        .iter()
        .filter_map(|l| lever(l, parties, names, cx))
        .collect()
}

fn lever(
    entry: &LeverEntry,
    parties: &[Party],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Lever> {
    let (by, target) = (names.party(&entry.by, cx), names.party(&entry.target, cx));
    let target = target?;
    if parties[target.index()].sheet.open().no_deal.is_none() && !cx.failed() {
        let message = format!(
            "`{}` has no no-deal value that could move",
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
