//! The domain: objectives that hold issues, and their values.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{Signed as _, ToPrimitive as _, Zero as _};

use super::super::big::{self, Big};
use super::super::element::{attribute, check_names, children, index, number, one_of, required};
use super::super::peer::{Domain, Issue, PeerChoice, PlacedValue, RealSteps};
use super::super::tree;
use super::super::xml::{self, Xml};
use crate::case::POINTS_MAX;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::Node;
use crate::file::context::{Context, shown};
use crate::options::OPTIONS_MAX;

/// Kinds of issues.
pub(super) const KINDS: [&str; 3] = ["discrete", "integer", "real"];
const ROOT: &str = "negotiation_template";

/// Reads a domain. `steps` are those in which the numbers of real issues are taken, from the lower
/// bound to the upper; the format states none. Places are those in the text of [`utf8_of`].
///
/// # Errors
/// All mistakes of the file, each with its place; a real issue, where no steps are given.
///
/// [`utf8_of`]: crate::formats::utf8_of
pub fn read_domain(bytes: &[u8], steps: Option<RealSteps>) -> Result<Domain, Vec<Diagnostic>> {
    let Xml { root, remarks } = xml::parse(bytes)?;
    tree::read_domain(&root, remarks, |cx| domain(&root, steps, cx))
}

/// The outermost element, when it has the expected name, or a report.
pub(super) fn outermost<'n>(root: &'n Node, name: &str, cx: &mut Context<'_>) -> Option<&'n Node> {
    let crate::document::Value::Map(entries) = &root.value else {
        return None;
    };
    let entry = entries.first()?;
    if entry.key == name {
        return Some(&entry.node);
    }
    cx.find(Code::Format, entry.key_span, || {
        let message = format!("the file begins with `{}`", shown(&entry.key));
        Diagnostic::new(Code::Format, entry.key_span, "", message)
            .expected(format!("`{name}`"))
            .nearest(&entry.key, [name])
    });
    None
}

fn domain(root: &Node, steps: Option<RealSteps>, cx: &mut Context<'_>) -> Option<Domain> {
    let template = outermost(root, ROOT, cx)?;
    let elements = ["agent", "utility_space", "objective"];
    check_names(template, &["number_of_sessions"], &elements, cx);
    let mut found = Vec::new();
    for space in children(template, "utility_space") {
        check_names(space, &["number_of_issues"], &["objective", "issue"], cx);
        issues_of(space, &mut found, cx);
    }
    issues_of(template, &mut found, cx);
    let name = found.first().map(|(_, name)| (*name).to_owned());
    if found.is_empty() && !cx.failed() {
        cx.find(Code::Empty, template.span, || {
            let message = "the domain has no issue";
            Diagnostic::new(Code::Empty, template.span, "", message)
                .expected("`utility_space` with an `objective` that holds an `issue`")
        });
    }
    if found.len() > POINTS_MAX {
        let message = format!("the domain has {} issues", found.len());
        cx.find(Code::CaseLimit, template.span, || {
            Diagnostic::new(Code::CaseLimit, template.span, "", message)
                .expected(format!("at most {POINTS_MAX}"))
        });
        return None;
    }
    let mut issues = Vec::new();
    let mut seen: BTreeMap<u64, Span> = BTreeMap::new();
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for (node, _) in &found {
        let Some((read, place)) = issue(node, steps, cx) else {
            continue;
        };
        once(&mut seen, read.index, place, "index", cx);
        if let Some((name, span)) = attribute(node, "name") {
            once(&mut names, name, span, "name", cx);
        }
        issues.push(read);
    }
    issues.sort_by_key(|issue| issue.index);
    Some(Domain {
        name: name.unwrap_or_default(),
        issues,
        remarks: Vec::new(),
    })
}

/// Reports a second issue of an index or a name.
fn once<K: Ord + std::fmt::Display>(
    seen: &mut BTreeMap<K, Span>,
    key: K,
    span: Span,
    what: &str,
    cx: &mut Context<'_>,
) {
    if let Some(first) = seen.get(&key).copied() {
        cx.find(Code::DuplicateId, span, || {
            let message = format!(
                "a second issue has the {what} `{}`",
                shown(&key.to_string())
            );
            Diagnostic::new(Code::DuplicateId, span, "", message).related(first, "the first one")
        });
    } else {
        seen.insert(key, span);
    }
}

/// The issues inside an element, at any depth, with the name of the objective around each.
/// Recursion ends because files are nested to a limited depth only.
pub(super) fn issues_of<'n>(
    node: &'n Node,
    found: &mut Vec<(&'n Node, &'n str)>,
    cx: &mut Context<'_>,
) {
    let name = attribute(node, "name").map_or("", |(name, _)| name);
    found.extend(children(node, "issue").iter().map(|issue| (issue, name)));
    for objective in children(node, "objective") {
        let elements = [
            "objective",
            "issue",
            "weight",
            "utility",
            "utility_function",
        ];
        let attributes = ["index", "name", "type", "etype", "description"];
        check_names(objective, &attributes, &elements, cx);
        issues_of(objective, found, cx);
    }
}

fn issue(node: &Node, steps: Option<RealSteps>, cx: &mut Context<'_>) -> Option<(Issue, Span)> {
    const ATTRIBUTES: [&str; 7] = [
        "index",
        "name",
        "type",
        "etype",
        "vtype",
        "lowerbound",
        "upperbound",
    ];
    check_names(
        node,
        &ATTRIBUTES,
        &["item", "range", "evaluator", "similarity_function"],
        cx,
    );
    let place = index(node, cx);
    let name = required(node, "name", cx);
    let values = match kind(node, cx)? {
        "discrete" => items(node, cx),
        kind => numbers(node, kind, steps, cx),
    };
    let (place, (name, _), values) = (place?, name?, values?);
    let issue = Issue {
        name: name.to_owned(),
        index: place.value,
        values,
    };
    Some((issue, place.span))
}

/// What kind of issue this is: `vtype`, else `type`, else `etype`, else discrete.
pub(super) fn kind(node: &Node, cx: &mut Context<'_>) -> Option<&'static str> {
    let named = ["vtype", "type", "etype"];
    let Some((word, span)) = named.iter().find_map(|name| attribute(node, name)) else {
        return Some("discrete");
    };
    let found = KINDS.into_iter().find(|kind| *kind == word);
    if found.is_none() {
        cx.find(Code::UnknownWord, span, || {
            let message = format!("`{}` is not a kind of issue", shown(word));
            Diagnostic::new(Code::UnknownWord, span, "", message)
                .expected(one_of(&KINDS))
                .nearest(word, KINDS)
        });
    }
    found
}

fn items(node: &Node, cx: &mut Context<'_>) -> Option<Vec<PeerChoice>> {
    let items = children(node, "item");
    if items.is_empty() {
        cx.report(Code::Empty, node.span, "a discrete issue has no `item`");
        return None;
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut values = Vec::new();
    for item in items {
        check_names(
            item,
            &["index", "value", "evaluation", "cost", "description"],
            &[],
            cx,
        );
        let Some((value, span)) = required(item, "value", cx) else {
            continue;
        };
        if !seen.insert(value) {
            tree::remark_twice(value, span, cx);
            continue;
        }
        values.push(PeerChoice {
            name: value.to_owned(),
            number: None,
        });
    }
    within(values.len(), node.span, cx)?;
    Some(values)
}

fn within(count: usize, span: Span, cx: &mut Context<'_>) -> Option<()> {
    if count <= OPTIONS_MAX {
        return Some(());
    }
    cx.find(Code::CaseLimit, span, || {
        Diagnostic::new(Code::CaseLimit, span, "", "this issue has too many values")
            .expected(format!("at most {OPTIONS_MAX}"))
    });
    None
}

/// The bounds of an issue of numbers, as attributes or in a child `range`; or a report.
pub(super) fn bounds(node: &Node, cx: &mut Context<'_>) -> Option<[Option<PlacedValue<Big>>; 2]> {
    let range = children(node, "range").first();
    if let Some(range) = range {
        check_names(range, &["lowerbound", "upperbound"], &[], cx);
    }
    let mut read = |name: &str| {
        let of_child = range.and_then(|range| attribute(range, name));
        match of_child.or_else(|| attribute(node, name)) {
            None => Some(None),
            Some((text, span)) => number(text, span, cx).map(Some),
        }
    };
    let (lower, upper) = (read("lowerbound"), read("upperbound"));
    Some([lower?, upper?])
}

/// The numbers of an integer or a real issue.
fn numbers(
    node: &Node,
    kind: &str,
    steps: Option<RealSteps>,
    cx: &mut Context<'_>,
) -> Option<Vec<PeerChoice>> {
    let [lower, upper] = bounds(node, cx)?;
    let (Some(lower), Some(upper)) = (lower, upper) else {
        cx.find(Code::MissingKey, node.span, || {
            let message = "an issue of numbers lacks a bound";
            Diagnostic::new(Code::MissingKey, node.span, "", message)
                .expected("`lowerbound` and `upperbound`, as attributes or in a `range`")
        });
        return None;
    };
    let step = match (kind, steps) {
        ("integer", _) => Big::from_integer(1.into()),
        (_, Some(steps)) => steps.over(&(&upper.value - &lower.value)),
        (_, None) => {
            tree::report_no_steps(
                node.span,
                "a real issue has no steps, and packages need some",
                cx,
            );
            return None;
        }
    };
    if kind == "integer" {
        for bound in [&lower, &upper] {
            if !bound.value.is_integer() {
                let message = "a bound of an integer issue is not whole";
                cx.report(Code::NumberRange, bound.span, message);
                return None;
            }
        }
    }
    expanded([&lower, &upper], &step, cx)
}

fn expanded(
    [lower, upper]: [&PlacedValue<Big>; 2],
    step: &Big,
    cx: &mut Context<'_>,
) -> Option<Vec<PeerChoice>> {
    let width = &upper.value - &lower.value;
    if width.is_zero() {
        return Some(vec![PeerChoice {
            name: big::words(&lower.value),
            number: Some(lower.value.clone()),
        }]);
    }
    if width.is_negative() || !step.is_positive() {
        cx.report(
            Code::RangeSteps,
            upper.span,
            "the range ends before it begins",
        );
        return None;
    }
    let steps = &width / step;
    if !steps.is_integer() {
        cx.find(Code::RangeSteps, upper.span, || {
            let message = format!("steps of {} do not reach this bound", big::words(step));
            Diagnostic::new(Code::RangeSteps, upper.span, "", message)
                .expected(format!("a step that divides {}", big::words(&width)))
        });
        return None;
    }
    let count = steps.to_integer().to_usize().unwrap_or(usize::MAX);
    within(count.saturating_add(1), upper.span, cx)?;
    let value = |place: usize| {
        let number = &lower.value + step * Big::from_integer(place.into());
        PeerChoice {
            name: big::words(&number),
            number: Some(number),
        }
    };
    Some((0..=count).map(value).collect())
}
