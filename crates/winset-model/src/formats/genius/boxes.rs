//! Hyper-rectangles: utilities of boxes of numbers.

use num_traits::{One as _, Signed as _};

use super::super::big::Big;
use super::super::element::{
    attribute, check_names, children, index, number, one_of, required, required_number,
};
use super::super::peer::{Bounds, Domain, HyperBox, PlacedValue, ProfilePart};
use crate::case::BONUSES_MAX;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Node;
use crate::file::context::{Context, shown};

/// The hyper-rectangles of a profile, one part for each `utility`.
pub(super) fn boxes(holders: &[&Node], domain: &Domain, cx: &mut Context<'_>) -> Vec<ProfilePart> {
    let mut parts = Vec::new();
    for holder in holders {
        for name in ["utility", "utility_function"] {
            let read = children(holder, name).iter();
            parts.extend(read.filter_map(|node| utility(node, domain, cx)));
        }
    }
    parts
}

fn utility(node: &Node, domain: &Domain, cx: &mut Context<'_>) -> Option<ProfilePart> {
    check_names(node, &["maxutility"], &["ufun"], cx);
    let most = required_number(node, "maxutility", cx);
    if let Some(most) = most.as_ref().filter(|most| !most.value.is_positive()) {
        let message = "the utility by which all are divided must be above 0";
        cx.report(Code::NumberRange, most.span, message);
    }
    let functions = children(node, "ufun");
    if functions.is_empty() {
        let message = "a `utility` holds no `ufun`";
        cx.report(Code::Empty, node.span, message);
    }
    let mut boxes = Vec::new();
    for function in functions {
        boxes.extend(function_boxes(function, domain, cx).unwrap_or_default());
    }
    if boxes.len() > BONUSES_MAX {
        cx.find(Code::CaseLimit, node.span, || {
            let message = format!("the profile has {} hyper-rectangles", boxes.len());
            Diagnostic::new(Code::CaseLimit, node.span, "", message)
                .expected(format!("at most {BONUSES_MAX}"))
        });
        return None;
    }
    Some(ProfilePart::Boxes {
        most: most?.value,
        boxes,
    })
}

fn function_boxes(node: &Node, domain: &Domain, cx: &mut Context<'_>) -> Option<Vec<HyperBox>> {
    check_names(
        node,
        &["type", "weight", "aggregation"],
        &["hyperRectangle"],
        cx,
    );
    let word = |name: &str, wanted: &'static str, cx: &mut Context<'_>| {
        let Some((found, span)) = attribute(node, name) else {
            return;
        };
        if found != wanted {
            cx.find(Code::UnknownWord, span, || {
                let message = format!("`{}` is not read as `{name}`", shown(found));
                Diagnostic::new(Code::UnknownWord, span, "", message)
                    .expected(one_of(&[wanted]))
                    .nearest(found, [wanted])
            });
        }
    };
    required(node, "type", cx)?;
    word("type", "PlainUfun", cx);
    word("aggregation", "sum", cx);
    let weight = match attribute(node, "weight") {
        None => Big::one(),
        Some((text, span)) => number(text, span, cx)?.value,
    };
    let rectangles = children(node, "hyperRectangle").iter();
    Some(
        rectangles
            .filter_map(|r| rectangle(r, &weight, domain, cx))
            .collect(),
    )
}

fn rectangle(node: &Node, weight: &Big, domain: &Domain, cx: &mut Context<'_>) -> Option<HyperBox> {
    check_names(node, &["utility"], &["INCLUDES", "EXCLUDES"], cx);
    let utility = required_number(node, "utility", cx);
    let mut bounds = Vec::new();
    let mut sound = true;
    for (name, excludes) in [("INCLUDES", false), ("EXCLUDES", true)] {
        for child in children(node, name) {
            match within(child, excludes, domain, cx) {
                Some(read) => bounds.push(read),
                None => sound = false,
            }
        }
    }
    let utility = utility?;
    sound.then_some(HyperBox {
        utility: PlacedValue {
            value: utility.value * weight,
            span: utility.span,
        },
        bounds,
    })
}

fn within(node: &Node, excludes: bool, domain: &Domain, cx: &mut Context<'_>) -> Option<Bounds> {
    check_names(node, &["index", "min", "max"], &[], cx);
    let at = index(node, cx);
    let (min, max) = (
        required_number(node, "min", cx),
        required_number(node, "max", cx),
    );
    let (at, min, max) = (at?, min?, max?);
    let Some(issue) = domain.issues.iter().position(|i| i.index == at.value) else {
        cx.find(Code::UnknownPoint, at.span, || {
            let message = format!("the domain has no issue with the index {}", at.value);
            let known: Vec<String> = domain.issues.iter().map(|i| i.index.to_string()).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Diagnostic::new(Code::UnknownPoint, at.span, "", message).expected(one_of(&known))
        });
        return None;
    };
    if !domain.issues[issue].is_numeric() {
        let name = shown(&domain.issues[issue].name);
        let message = format!("the values of issue `{name}` are names, and have no bounds");
        cx.report(Code::ScoreFunction, node.span, message);
        return None;
    }
    if min.value > max.value {
        let message = "the bounds of a box end before they begin";
        cx.report(Code::RangeSteps, max.span, message);
        return None;
    }
    Some(Bounds {
        issue,
        min: min.value,
        max: max.value,
        excludes,
    })
}
