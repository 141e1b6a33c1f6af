//! A profile: evaluations and weights, or hyper-rectangles; reservation and discount.

use std::collections::BTreeMap;

use num_traits::{One as _, Signed as _, Zero as _};

use super::super::big::Big;
use super::super::element::{
    attribute, check_names, children, index, number, one_of, remark, required, required_number,
};
use super::super::peer::{
    Discount, Domain, Evaluation, Issue, PeerLine, Per, PlacedValue, Profile, ProfilePart, Reserved,
};
use super::super::tree;
use super::super::xml::{self, Xml};
use super::boxes::boxes;
use super::domain::{bounds, issues_of, kind, outermost};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Node;
use crate::file::context::{Context, shown};

const ROOT: &str = "utility_space";
/// What an uncertain profile of GENIUS 10 says beside the true utilities: how agents come to know them.
const UNCERTAIN: [&str; 5] = [
    "comparisons",
    "errors",
    "elicitation_cost",
    "fixed_seed",
    "experimental",
];

/// Reads a profile of a domain. A missing reservation is 0, a missing discount none.
///
/// # Errors
/// All mistakes of the file, each with its place; issues and values that the domain does not have
/// are among them, with the nearest that it has.
pub fn read_profile(bytes: &[u8], name: &str, domain: &Domain) -> Result<Profile, Vec<Diagnostic>> {
    let Xml { root, remarks } = xml::parse(bytes)?;
    tree::read_profile(&root, remarks, |cx| profile(&root, name, domain, cx))
}

fn profile(root: &Node, name: &str, domain: &Domain, cx: &mut Context<'_>) -> Option<Profile> {
    let space = outermost(root, ROOT, cx)?;
    let mut elements = vec![
        "objective",
        "issue",
        "weight",
        "utility",
        "utility_function",
        "discount_factor",
        "reservation",
    ];
    elements.extend(UNCERTAIN);
    check_names(space, &["type", "number_of_issues"], &elements, cx);
    if let Some(node) = UNCERTAIN
        .iter()
        .find_map(|name| children(space, name).first())
    {
        let message = "the profile is an uncertain one of GENIUS 10; its true utilities are taken";
        remark(node.span, message, cx);
    }
    let mut issues = Vec::new();
    issues_of(space, &mut issues, cx);
    let issues: Vec<&Node> = issues.into_iter().map(|(node, _)| node).collect();
    let mut holders = Vec::new();
    holders_of(space, &mut holders);
    let weights = weights(&holders, cx);
    let mut parts = boxes(&holders, domain, cx);
    let nonlinear = attribute(space, "type").is_some_and(|(word, _)| word == "nonlinear");
    if nonlinear && parts.is_empty() && !cx.failed() {
        cx.find(Code::MissingKey, space.span, || {
            let message = "a nonlinear profile has no hyper-rectangles";
            Diagnostic::new(Code::MissingKey, space.span, "", message)
                .expected("`utility` with a `ufun` that holds a `hyperRectangle`")
        });
    }
    let has_boxes = nonlinear || !parts.is_empty();
    parts.extend(linear(space, &issues, domain, &weights, has_boxes, cx));
    let stray = weights.iter().filter(|(index, _)| {
        let mut indices = domain.issues.iter().map(|issue| issue.index);
        !indices.any(|known| known == **index)
    });
    let stray = stray.map(|(index, weight)| (*index, weight.value.clone()));
    let stray = stray.collect();
    Some(Profile {
        name: name.to_owned(),
        parts,
        stray,
        reserved: Reserved::Utility(single(space, "reservation", cx).unwrap_or_default()),
        discount: discount(space, cx),
        remarks: Vec::new(),
    })
}

/// The elements in which weights and utilities may stand: the outermost, and all objectives.
/// Recursion ends because files are nested to a limited depth only.
fn holders_of<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
    found.push(node);
    for objective in children(node, "objective") {
        holders_of(objective, found);
    }
}

fn weights(holders: &[&Node], cx: &mut Context<'_>) -> BTreeMap<u64, PlacedValue<Big>> {
    let mut weights: BTreeMap<u64, PlacedValue<Big>> = BTreeMap::new();
    for node in holders.iter().flat_map(|holder| children(holder, "weight")) {
        check_names(node, &["index", "value"], &[], cx);
        let (at, value) = (index(node, cx), required_number(node, "value", cx));
        let (Some(at), Some(value)) = (at, value) else {
            continue;
        };
        if weights.insert(at.value, value).is_some() {
            let message = format!(
                "a second weight has the index {}; the last counts",
                at.value
            );
            remark(at.span, message, cx);
        }
    }
    weights
}

/// The evaluations of every issue. Beside hyper-rectangles an issue may go without.
fn linear(
    space: &Node,
    nodes: &[&Node],
    domain: &Domain,
    weights: &BTreeMap<u64, PlacedValue<Big>>,
    has_boxes: bool,
    cx: &mut Context<'_>,
) -> Vec<ProfilePart> {
    let mut of_issue: Vec<Option<&Node>> = vec![None; domain.issues.len()];
    for node in nodes {
        let Some(place) = place(node, domain, cx) else {
            continue;
        };
        if of_issue[place].replace(node).is_some() {
            let message = "this issue stands in the profile twice; the last counts";
            remark(node.span, message, cx);
        }
    }
    let mut parts = Vec::new();
    let evaluated = of_issue.iter().enumerate();
    for (place, node) in evaluated.filter_map(|(place, node)| Some((place, (*node)?))) {
        let bare = children(node, "item").is_empty() && children(node, "evaluator").is_empty();
        if has_boxes && bare {
            continue;
        }
        let issue = &domain.issues[place];
        if let Some(values) = evaluation(node, issue, cx) {
            parts.push(ProfilePart::Issue {
                issue: place,
                weight: weights.get(&issue.index).cloned(),
                values,
                span: node.span,
            });
        }
    }
    if !has_boxes && !cx.failed() {
        let unknown = domain.issues.iter().zip(&of_issue);
        for (issue, _) in unknown.filter(|(_, node)| node.is_none()) {
            let message = format!(
                "the profile does not evaluate issue `{}`",
                shown(&issue.name)
            );
            cx.report(Code::MissingKey, space.span, message);
        }
    }
    parts
}

/// Which issue of the domain an element is about: by index, with the same name; or a report.
fn place(node: &Node, domain: &Domain, cx: &mut Context<'_>) -> Option<usize> {
    let at = index(node, cx)?;
    let (name, span) = required(node, "name", cx)?;
    let place = domain.issues.iter().position(|i| i.index == at.value);
    let known = place.map(|place| domain.issues[place].name.as_str());
    if known.is_some_and(|known| known.trim() == name.trim()) {
        return place;
    }
    let named = domain.issues.iter().find(|i| i.name.trim() == name.trim());
    let span = if named.is_some() { at.span } else { span };
    cx.find(Code::UnknownPoint, span, || {
        let (message, expected) = match (named, known) {
            (Some(named), _) => (
                format!("issue `{}` has another index in the domain", shown(name)),
                format!("the index {}", named.index),
            ),
            (None, Some(known)) => (
                format!(
                    "`{}` is not what the domain calls issue {}",
                    shown(name),
                    at.value
                ),
                format!("`{}`", shown(known)),
            ),
            (None, None) => (
                format!("the domain has no issue `{}`", shown(name)),
                "an issue of the domain".to_owned(),
            ),
        };
        let names = domain.issues.iter().map(|i| i.name.as_str());
        Diagnostic::new(Code::UnknownPoint, span, "", message)
            .expected(expected)
            .nearest(name, names)
    });
    None
}

fn evaluation(node: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Evaluation> {
    let items = children(node, "item");
    let evaluators = children(node, "evaluator");
    kind(node, cx)?;
    match (items.is_empty(), evaluators) {
        (false, []) => table(node, items, issue, cx),
        (true, [evaluator]) => line(node, evaluator, issue, cx),
        (true, []) => {
            cx.find(Code::MissingKey, node.span, || {
                let message = format!("issue `{}` is not evaluated", shown(&issue.name));
                Diagnostic::new(Code::MissingKey, node.span, "", message)
                    .expected("an `item` for each value, or an `evaluator`")
            });
            None
        }
        _ => {
            let message = "an issue has items or one evaluator, not both";
            cx.report(Code::Alternatives, node.span, message);
            None
        }
    }
}

fn table(node: &Node, items: &[Node], issue: &Issue, cx: &mut Context<'_>) -> Option<Evaluation> {
    let mut row: Vec<Option<PlacedValue<Big>>> = vec![None; issue.values.len()];
    let mut sound = true;
    for item in items {
        let value = required(item, "value", cx);
        let evaluation = required_number(item, "evaluation", cx);
        let (Some((value, span)), Some(evaluation)) = (value, evaluation) else {
            sound = false;
            continue;
        };
        let Some(place) = value_named(issue, value) else {
            sound = false;
            cx.find(Code::UnknownOption, span, || {
                let known = shown(&issue.name);
                let message = format!("issue `{known}` has no value `{}`", shown(value));
                let names = issue.values.iter().map(|v| v.name.as_str());
                Diagnostic::new(Code::UnknownOption, span, "", message)
                    .expected("a value of the domain")
                    .nearest(value, names)
            });
            continue;
        };
        if row[place].replace(evaluation).is_some() {
            let message = format!(
                "the value `{}` is evaluated twice; the last counts",
                shown(value)
            );
            remark(span, message, cx);
        }
    }
    for (value, _) in issue
        .values
        .iter()
        .zip(&row)
        .filter(|(_, e)| sound && e.is_none())
    {
        let message = format!("the value `{}` is not evaluated", shown(&value.name));
        cx.report(Code::TableLength, node.span, message);
    }
    let row: Option<Vec<Big>> = row.into_iter().map(|e| e.map(|e| e.value)).collect();
    row.map(Evaluation::Table)
}

/// The place of a value by its name; on an issue of numbers, by the number.
fn value_named(issue: &Issue, name: &str) -> Option<usize> {
    let by_name = issue.values.iter().position(|v| v.name == name);
    by_name.or_else(|| {
        let number = super::super::big::read(name)?;
        let mut values = issue.values.iter();
        values.position(|v| v.number.as_ref() == Some(&number))
    })
}

fn line(node: &Node, evaluator: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Evaluation> {
    let names = [
        "ftype",
        "etype",
        "offset",
        "slope",
        "parameter0",
        "parameter1",
    ];
    check_names(evaluator, &names, &[], cx);
    let named = attribute(evaluator, "ftype").or_else(|| attribute(evaluator, "etype"));
    let (word, span) = named.or_else(|| required(evaluator, "ftype", cx))?;
    if word != "linear" {
        cx.find(Code::UnknownWord, span, || {
            let message = format!("`{}` is not a kind of evaluator that is read", shown(word));
            Diagnostic::new(Code::UnknownWord, span, "", message)
                .expected(one_of(&["linear"]))
                .nearest(word, ["linear"])
        });
        return None;
    }
    if !issue.is_numeric() {
        let message = "an evaluator stands on an issue whose values are names";
        cx.report(Code::ScoreFunction, evaluator.span, message);
        return None;
    }
    let offset = either(evaluator, ["offset", "parameter0"], cx);
    let slope = either(evaluator, ["slope", "parameter1"], cx);
    let [stated, _] = bounds(node, cx)?;
    let least = issue.values.first().and_then(|v| v.number.clone());
    let lower = stated.map(|lower| lower.value).or(least)?;
    Some(Evaluation::Line(Box::new(PeerLine {
        slope: slope?,
        offset: offset?,
        lower,
    })))
}

/// The number under one of two names, or a report.
fn either(node: &Node, names: [&str; 2], cx: &mut Context<'_>) -> Option<Big> {
    let [first, second] = names;
    match names.map(|name| attribute(node, name)) {
        [Some((text, span)), None] | [None, Some((text, span))] => {
            number(text, span, cx).map(|found| found.value)
        }
        [Some((_, span)), Some(_)] => {
            let message = format!("`{first}` and `{second}` are two names of one number");
            cx.report(Code::Alternatives, span, message);
            None
        }
        [None, None] => {
            let message = format!("missing attribute `{first}`");
            cx.find(Code::MissingKey, node.span, || {
                Diagnostic::new(Code::MissingKey, node.span, "", message)
                    .expected(format!("`{first}`, or `{second}`"))
            });
            None
        }
    }
}

/// The number of an element that stands once at most. `None` without it, and after a report.
fn single(space: &Node, name: &str, cx: &mut Context<'_>) -> Option<Big> {
    let nodes = children(space, name);
    for node in nodes {
        check_names(node, &["value"], &[], cx);
    }
    match nodes {
        [] => None,
        [node] => required_number(node, "value", cx).map(|found| found.value),
        [first, others @ ..] if others.iter().all(|other| same_value(first, other)) => {
            let message = format!("`{name}` stands several times, and always says the same");
            remark(others[0].span, message, cx);
            required_number(first, "value", cx).map(|found| found.value)
        }
        [first, second, ..] => {
            let span = second.span;
            cx.find(Code::Repeated, span, || {
                let message = format!("a second `{name}`");
                Diagnostic::new(Code::Repeated, span, "", message).related(first.span, "the first")
            });
            None
        }
    }
}

fn same_value(one: &Node, other: &Node) -> bool {
    let value = |node| attribute(node, "value").map(|(text, _)| text);
    value(one) == value(other)
}

/// The discount; a factor of 0 or below, of 1 or above is none.
fn discount(space: &Node, cx: &mut Context<'_>) -> Option<Discount> {
    let value = single(space, "discount_factor", cx);
    let shrinks = |value: &Big| value.is_positive() && !value.is_zero() && *value < Big::one();
    value.filter(shrinks).map(|value| Discount {
        value,
        per: Per::Time,
    })
}
