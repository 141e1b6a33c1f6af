//! GeniusWeb: a domain and profiles in JSON.

use num_traits::Zero as _;

use super::big::Big;
use super::element::remark;
use super::peer::{Domain, Issue, PeerChoice, Profile, ProfilePart, RealSteps, Reserved};
use super::tree::{
    self, WeightedIssues, entries, get, issue_named, list, mapping, names, need, number, steps,
    table, value_named, weighted, word,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Entry, Node, Syntax, Value};
use crate::file::context::{Context, first_of, shown};

const LINEAR: &str = "LinearAdditiveUtilitySpace";
const GROUPS: &str = "SumOfGroupsUtilitySpace";
/// What the editions in Java and in Python call the same kind of utilities.
const DISCRETE: [&str; 2] = ["discreteutils", "DiscreteValueSetUtilities"];
const NUMBERS: [&str; 2] = ["numberutils", "NumberValueSetUtilities"];
const PARTS: [&str; 2] = ["partsutils", "PartsUtilities"];

/// Reads a domain. Ranges state their step; `real` serves where one does not.
///
/// # Errors
/// All mistakes of the file, each with its place.
pub fn read_domain(bytes: &[u8], real: Option<RealSteps>) -> Result<Domain, Vec<Diagnostic>> {
    let (root, remarks) = tree::parse(bytes, Syntax::Json)?;
    tree::read_domain(&root, remarks, |cx| domain(&root, real, cx))
}

fn domain(node: &Node, real: Option<RealSteps>, cx: &mut Context<'_>) -> Option<Domain> {
    let all = mapping(node, &["name", "issuesValues"], cx)?;
    let name = get(all, "name")
        .and_then(|name| word(name, cx))
        .unwrap_or_default();
    let mut issues = Vec::new();
    for entry in entries(need(node, all, "issuesValues", cx)?, cx)? {
        if let Some(values) = values(&entry.node, real, cx) {
            issues.push((entry.key.clone(), values));
        }
    }
    tree::domain(name, issues, node, cx)
}

fn values(node: &Node, real: Option<RealSteps>, cx: &mut Context<'_>) -> Option<Vec<PeerChoice>> {
    let all = mapping(node, &["values", "range"], cx)?;
    match (get(all, "values"), get(all, "range")) {
        (Some(values), None) => names(values, cx),
        (None, Some(range)) => {
            let bounds = mapping(range, &["low", "high", "step"], cx)?;
            let low = need(range, bounds, "low", cx).and_then(|n| number(n, cx));
            let high = need(range, bounds, "high", cx).and_then(|n| number(n, cx));
            let stated = get(bounds, "step");
            let (low, high) = (low?.value, high?.value);
            let step = match (stated, real) {
                (Some(step), _) => number(step, cx)?.value,
                (None, Some(real)) => real.over(&(&high - &low)),
                (None, None) => {
                    let message = "this range has no step, and packages need one";
                    tree::report_no_steps(first_of(range), message, cx);
                    return None;
                }
            };
            steps(range, [&low, &high, &step], cx)
        }
        _ => {
            let message = "an issue has either `values` or a `range`";
            cx.report(Code::Alternatives, first_of(node), message);
            None
        }
    }
}

/// Reads a profile of a domain. Without a reservation bid there is no floor.
///
/// # Errors
/// As [`read_domain`]; issues and values that the domain does not have are among them, with the
/// nearest that it has.
pub fn read_profile(bytes: &[u8], name: &str, domain: &Domain) -> Result<Profile, Vec<Diagnostic>> {
    let (root, remarks) = tree::parse(bytes, Syntax::Json)?;
    tree::read_profile(&root, remarks, |cx| profile(&root, name, domain, cx))
}

fn profile(node: &Node, name: &str, of: &Domain, cx: &mut Context<'_>) -> Option<Profile> {
    let all = entries(node, cx)?;
    let [
        Entry {
            key, node: space, ..
        },
    ] = all
    else {
        cx.find(Code::Format, first_of(node), || {
            let message = "a profile is one utility space under its name";
            Diagnostic::new(Code::Format, first_of(node), "", message)
                .expected(format!("`{LINEAR}` or `{GROUPS}`"))
        });
        return None;
    };
    let parts = match key.as_str() {
        LINEAR => linear(space, of, cx),
        GROUPS => groups(space, of, cx),
        other => {
            cx.find(Code::Format, first_of(node), || {
                let message = format!("profiles of the kind `{}` are not read", shown(other));
                Diagnostic::new(Code::Format, first_of(node), "", message)
                    .expected(format!("`{LINEAR}` or `{GROUPS}`"))
                    .nearest(other, [LINEAR, GROUPS])
            });
            None
        }
    };
    let fields = entries(space, cx)?;
    if let Some(domain) = get(fields, "domain") {
        same_domain(domain, of, cx);
    }
    let reserved = match get(fields, "reservationBid") {
        Some(bid) if bid.value != Value::Null => reservation(bid, of, cx)?,
        _ => Reserved::None,
    };
    Some(Profile {
        name: name.to_owned(),
        parts: parts?,
        stray: Vec::new(),
        reserved,
        discount: None,
        remarks: Vec::new(),
    })
}

/// Reports issues and values of a profile's own domain that the domain does not have.
fn same_domain(node: &Node, of: &Domain, cx: &mut Context<'_>) {
    let issues = entries(node, cx).and_then(|all| get(all, "issuesValues"));
    let Some(issues) = issues.and_then(|issues| entries(issues, cx)) else {
        return;
    };
    for entry in issues {
        let Some(place) = issue_named(of, &entry.key, entry.key_span, cx) else {
            continue;
        };
        let values = entries(&entry.node, cx).and_then(|fields| get(fields, "values"));
        let Some(values) = values.and_then(|values| list(values, cx)) else {
            continue;
        };
        for value in values {
            if let Some(name) = word(value, cx) {
                value_named(&of.issues[place], &name, value.span, cx);
            }
        }
    }
}

fn linear(node: &Node, of: &Domain, cx: &mut Context<'_>) -> Option<Vec<ProfilePart>> {
    const KEYS: [&str; 5] = [
        "name",
        "domain",
        "issueUtilities",
        "issueWeights",
        "reservationBid",
    ];
    let all = mapping(node, &KEYS, cx)?;
    let utilities = need(node, all, "issueUtilities", cx).and_then(|n| entries(n, cx));
    let weights_at = need(node, all, "issueWeights", cx);
    let weights = weights_at.and_then(|n| entries(n, cx));
    let issues = WeightedIssues {
        evaluated: utilities?,
        without: "has no utilities",
        weights_at: weights_at?,
        weights: weights?,
    };
    Some(weighted(node, of, issues, utilities_of, cx))
}

/// What stands under the name of either edition, where only one does.
fn either<'n>(entries: &'n [Entry], names: [&str; 2]) -> Option<&'n Node> {
    match names.map(|name| get(entries, name)) {
        [Some(node), None] | [None, Some(node)] => Some(node),
        [Some(_), Some(_)] | [None, None] => None,
    }
}

fn utilities_of(node: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Vec<Big>> {
    let all = mapping(node, &[DISCRETE, NUMBERS].concat(), cx)?;
    match (either(all, DISCRETE), either(all, NUMBERS)) {
        (Some(discrete), None) => {
            let fields = mapping(discrete, &["valueUtilities"], cx)?;
            table(need(discrete, fields, "valueUtilities", cx)?, issue, cx)
        }
        (None, Some(numbers)) => line(numbers, issue, cx),
        _ => {
            cx.find(Code::Alternatives, first_of(node), || {
                let message = "utilities are either `discreteutils` or `numberutils`";
                Diagnostic::new(Code::Alternatives, first_of(node), "", message).expected(
                    "one of them, or as the Python edition calls them: `DiscreteValueSetUtilities` or `NumberValueSetUtilities`",
                )
            });
            None
        }
    }
}

/// The straight line from the utility of one number to that of another.
fn line(node: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Vec<Big>> {
    const KEYS: [&str; 4] = ["lowValue", "lowUtility", "highValue", "highUtility"];
    let fields = mapping(node, &KEYS, cx)?;
    let read = KEYS.map(|key| need(node, fields, key, cx).and_then(|n| number(n, cx)));
    let [Some(low), Some(low_utility), Some(high), Some(high_utility)] = read else {
        return None;
    };
    if high.value <= low.value {
        let message = "the high value must be above the low value";
        cx.report(Code::RangeSteps, high.span, message);
        return None;
    }
    let numbers: Option<Vec<Big>> = issue.values.iter().map(|v| v.number.clone()).collect();
    let Some(numbers) = numbers else {
        let message = "`numberutils` stand on an issue whose values are names";
        cx.report(Code::ScoreFunction, first_of(node), message);
        return None;
    };
    let slope = (&high_utility.value - &low_utility.value) / (&high.value - &low.value);
    let value = |number: Big| &low_utility.value + (number - &low.value) * &slope;
    Some(numbers.into_iter().map(value).collect())
}

fn groups(node: &Node, of: &Domain, cx: &mut Context<'_>) -> Option<Vec<ProfilePart>> {
    let all = mapping(
        node,
        &["name", "domain", "partUtilities", "reservationBid"],
        cx,
    )?;
    let mut parts = Vec::new();
    let mut covered = vec![false; of.issues.len()];
    for entry in entries(need(node, all, "partUtilities", cx)?, cx)? {
        let fields = mapping(&entry.node, &PARTS, cx)?;
        let named = either(fields, PARTS);
        let Some(group) = named.or_else(|| need(&entry.node, fields, PARTS[0], cx)) else {
            continue;
        };
        let Some((issues, part)) = group_part(group, of, cx) else {
            continue;
        };
        for issue in issues {
            if std::mem::replace(&mut covered[issue], true) {
                let name = shown(&of.issues[issue].name);
                let message = format!("issue `{name}` is in two groups");
                cx.report(Code::Repeated, first_of(group), message);
            }
        }
        parts.push(part);
    }
    let failed = cx.failed();
    let missing = of.issues.iter().zip(&covered);
    let missing = missing.filter(|(_, covered)| !failed && !**covered);
    for (issue, _) in missing {
        let message = format!("issue `{}` is in no group", shown(&issue.name));
        cx.report(Code::MissingKey, first_of(node), message);
    }
    Some(parts)
}

fn group_part(node: &Node, of: &Domain, cx: &mut Context<'_>) -> Option<(Vec<usize>, ProfilePart)> {
    let fields = mapping(node, &["issues", "utilslist"], cx)?;
    let mut issues = Vec::new();
    for item in list(need(node, fields, "issues", cx)?, cx)? {
        issues.push(issue_named(of, &word(item, cx)?, item.span, cx)?);
    }
    if issues.is_empty() {
        cx.report(Code::Empty, first_of(node), "a group has no issue");
        return None;
    }
    let mut combinations: Vec<(Vec<usize>, _)> = Vec::new();
    for item in list(need(node, fields, "utilslist", cx)?, cx)? {
        let pair = mapping(item, &["values", "util"], cx)?;
        let util = number(need(item, pair, "util", cx)?, cx)?;
        let named = list(need(item, pair, "values", cx)?, cx)?;
        if named.len() != issues.len() {
            let message = format!("{} values for {} issues", named.len(), issues.len());
            cx.report(Code::TableLength, first_of(item), message);
            return None;
        }
        let mut values = Vec::new();
        for (value, issue) in named.iter().zip(&issues) {
            let name = word(value, cx)?;
            values.push(value_named(&of.issues[*issue], &name, value.span, cx)?);
        }
        if let Some(before) = combinations.iter().position(|(other, _)| *other == values) {
            let message = "this combination of values is listed twice; the last counts";
            remark(first_of(item), message, cx);
            combinations.remove(before);
        }
        combinations.push((values, util));
    }
    combinations.retain(|(_, util)| !util.value.is_zero());
    let part = ProfilePart::Group {
        issues: issues.clone(),
        entries: combinations,
    };
    Some((issues, part))
}

fn reservation(node: &Node, of: &Domain, cx: &mut Context<'_>) -> Option<Reserved> {
    let fields = mapping(node, &["issuevalues"], cx)?;
    let values = need(node, fields, "issuevalues", cx)?;
    let named = entries(values, cx)?;
    if named.is_empty() {
        return Some(Reserved::None);
    }
    let mut package = vec![None; of.issues.len()];
    for entry in named {
        let issue = issue_named(of, &entry.key, entry.key_span, cx)?;
        let name = word(&entry.node, cx)?;
        package[issue] = Some(value_named(&of.issues[issue], &name, entry.node.span, cx)?);
    }
    let missing = of
        .issues
        .iter()
        .zip(&package)
        .filter(|(_, value)| value.is_none());
    for (issue, _) in missing {
        let message = format!(
            "the reservation bid leaves out issue `{}`",
            shown(&issue.name)
        );
        cx.report(Code::OfferPoints, first_of(values), message);
    }
    package
        .into_iter()
        .collect::<Option<Vec<usize>>>()
        .map(Reserved::Package)
}
