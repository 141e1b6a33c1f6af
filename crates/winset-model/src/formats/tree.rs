//! Reading JSON and YAML of other programs from the located tree.

use super::big::{self, Big};
use super::element::remark;
use super::peer::{Domain, Evaluation, Issue, PeerChoice, PlacedValue, Profile, ProfilePart};
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::document::{self, Entry, Node, Syntax, Value};
use crate::file::context::{Context, first_of, shown};
use crate::options::OPTIONS_MAX;

/// The mapping that a node must be. Keys that look like a misspelt one are reported; others are
/// left alone, as these files carry many.
pub(super) fn mapping<'n>(
    node: &'n Node,
    known: &[&str],
    cx: &mut Context<'_>,
) -> Option<&'n [Entry]> {
    let Value::Map(entries) = &node.value else {
        cx.wrong_kind(node, "a mapping");
        return None;
    };
    for entry in entries.iter().filter(|e| !known.contains(&e.key.as_str())) {
        let near = crate::diagnostic::nearest(&entry.key, known.iter().copied());
        let taken = near
            .as_deref()
            .is_some_and(|near| get(entries, near).is_some());
        if near.is_some() && !taken {
            cx.unknown_key(entry, &super::element::one_of(known), known);
        }
    }
    Some(entries)
}

/// The value under a key.
pub(super) fn get<'n>(entries: &'n [Entry], key: &str) -> Option<&'n Node> {
    entries.iter().find(|e| e.key == key).map(|e| &e.node)
}

/// The value under a key that must be there, or a report at the mapping.
pub(super) fn need<'n>(
    node: &Node,
    entries: &'n [Entry],
    key: &str,
    cx: &mut Context<'_>,
) -> Option<&'n Node> {
    let found = get(entries, key);
    if found.is_none() {
        let message = format!("missing key `{key}`");
        cx.report(Code::MissingKey, first_of(node), message);
    }
    found
}

/// All entries of a mapping, or a report.
pub(super) fn entries<'n>(node: &'n Node, cx: &mut Context<'_>) -> Option<&'n [Entry]> {
    if let Value::Map(entries) = &node.value {
        return Some(entries);
    }
    cx.wrong_kind(node, "a mapping");
    None
}

/// A list, or a report.
pub(super) fn list<'n>(node: &'n Node, cx: &mut Context<'_>) -> Option<&'n [Node]> {
    if let Value::List(items) = &node.value {
        return Some(items);
    }
    cx.wrong_kind(node, "a list");
    None
}

/// A number, which may be written as a text; or a report.
pub(super) fn number(node: &Node, cx: &mut Context<'_>) -> Option<PlacedValue<Big>> {
    let (Value::Number(text) | Value::Text(text)) = &node.value else {
        cx.wrong_kind(node, "a number");
        return None;
    };
    super::element::number(text, node.span, cx)
}

/// What a scalar says, as text; or a report.
pub(super) fn word(node: &Node, cx: &mut Context<'_>) -> Option<String> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        _ => {
            cx.wrong_kind(node, "a text or a number");
            None
        }
    }
}

/// The place of the issue with a name, or a report.
pub(super) fn issue_named(
    domain: &Domain,
    name: &str,
    span: Span,
    cx: &mut Context<'_>,
) -> Option<usize> {
    let place = domain.issues.iter().position(|i| i.name == name);
    if place.is_none() {
        cx.find(Code::UnknownPoint, span, || {
            let message = format!("the domain has no issue `{}`", shown(name));
            let names = domain.issues.iter().map(|i| i.name.as_str());
            Diagnostic::new(Code::UnknownPoint, span, "", message)
                .expected("an issue of the domain")
                .nearest(name, names)
        });
    }
    place
}

/// Issues that a mapping evaluates, and their weights in another.
#[derive(Debug, Clone, Copy)]
pub(super) struct WeightedIssues<'n> {
    /// The evaluations, by issue.
    pub(super) evaluated: &'n [Entry],
    /// What is said of an issue that is not among them.
    pub(super) without: &'static str,
    /// Where the weights stand.
    pub(super) weights_at: &'n Node,
    /// The weights, by issue.
    pub(super) weights: &'n [Entry],
}

/// A weighted part for each issue that a mapping evaluates, in its order; a report for each issue of
/// the domain that it leaves out, which says so in words.
pub(super) fn weighted(
    node: &Node,
    domain: &Domain,
    issues: WeightedIssues<'_>,
    read: impl Fn(&Node, &Issue, &mut Context<'_>) -> Option<Vec<Big>>,
    cx: &mut Context<'_>,
) -> Vec<ProfilePart> {
    let WeightedIssues {
        evaluated,
        without,
        weights_at,
        weights,
    } = issues;
    for entry in weights {
        issue_named(domain, &entry.key, entry.key_span, cx);
    }
    let mut parts = Vec::new();
    for entry in evaluated {
        let Some(issue) = issue_named(domain, &entry.key, entry.key_span, cx) else {
            continue;
        };
        let values = read(&entry.node, &domain.issues[issue], cx);
        let weight = need(weights_at, weights, &entry.key, cx).and_then(|n| number(n, cx));
        if let (Some(values), Some(weight)) = (values, weight) {
            parts.push(ProfilePart::Issue {
                issue,
                weight: Some(weight),
                values: Evaluation::Table(values),
                span: entry.key_span,
            });
        }
    }
    let known = |entry: &Entry| domain.issues.iter().any(|issue| issue.name == entry.key);
    // An unknown issue may be the one that is missed.
    if evaluated.iter().all(known) {
        let missing = |issue: &&Issue| get(evaluated, &issue.name).is_none();
        for issue in domain.issues.iter().filter(missing) {
            let message = format!("issue `{}` {without}", shown(&issue.name));
            cx.report(Code::MissingKey, first_of(node), message);
        }
    }
    parts
}

/// The place of a value by its name or, on an issue of numbers, by its number; or a report.
pub(super) fn value_named(
    issue: &Issue,
    name: &str,
    span: Span,
    cx: &mut Context<'_>,
) -> Option<usize> {
    let by_name = issue.values.iter().position(|v| v.name == name);
    let place = by_name.or_else(|| {
        let number = big::read(name)?;
        let mut values = issue.values.iter();
        values.position(|v| v.number.as_ref() == Some(&number))
    });
    if place.is_none() {
        cx.find(Code::UnknownOption, span, || {
            let known = shown(&issue.name);
            let message = format!("issue `{known}` has no value `{}`", shown(name));
            let names = issue.values.iter().map(|v| v.name.as_str());
            Diagnostic::new(Code::UnknownOption, span, "", message)
                .expected("a value of the domain")
                .nearest(name, names)
        });
    }
    place
}

/// The numbers that a mapping gives to every value of an issue, in the issue's order; or reports.
pub(super) fn table(node: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Vec<Big>> {
    let mut row: Vec<Option<Big>> = vec![None; issue.values.len()];
    let mut sound = true;
    for entry in entries(node, cx)? {
        let place = value_named(issue, &entry.key, entry.key_span, cx);
        let value = number(&entry.node, cx);
        match (place, value) {
            (Some(place), Some(value)) => row[place] = Some(value.value),
            _ => sound = false,
        }
    }
    let named = issue.values.iter().zip(&row);
    for (value, _) in named.filter(|(_, worth)| sound && worth.is_none()) {
        let message = format!("the value `{}` is not evaluated", shown(&value.name));
        cx.report(Code::TableLength, first_of(node), message);
    }
    row.into_iter().collect()
}

/// Values from a list of names, each once; or a report.
pub(super) fn names(node: &Node, cx: &mut Context<'_>) -> Option<Vec<PeerChoice>> {
    let items = list(node, cx)?;
    let mut values: Vec<PeerChoice> = Vec::new();
    for item in items {
        let name = word(item, cx)?;
        if values.iter().any(|v| v.name == name) {
            remark_twice(&name, item.span, cx);
            continue;
        }
        values.push(PeerChoice { name, number: None });
        within(values.len(), node, cx)?;
    }
    if values.is_empty() {
        cx.report(Code::Empty, node.span, "an issue has no value");
        return None;
    }
    Some(values)
}

/// Reports that an issue of real numbers has no steps.
pub(super) fn report_no_steps(span: Span, message: &str, cx: &mut Context<'_>) {
    cx.find(Code::RangeSteps, span, || {
        Diagnostic::new(Code::RangeSteps, span, "", message).expected(
            "a step, or a number of steps, from who reads the file (--real-step, --real-steps)",
        )
    });
}

/// Remarks that a value of an issue is listed twice.
pub(super) fn remark_twice(name: &str, span: Span, cx: &mut Context<'_>) {
    let message = format!(
        "the value `{}` is listed twice, and counts once",
        shown(name)
    );
    remark(span, message, cx);
}

/// Numbers from one to another in steps above 0, as far as they do not pass the second; or a
/// report.
pub(super) fn steps(
    node: &Node,
    [from, to, step]: [&Big; 3],
    cx: &mut Context<'_>,
) -> Option<Vec<PeerChoice>> {
    let zero = Big::from_integer(0.into());
    if to == from {
        return Some(vec![PeerChoice {
            name: big::words(from),
            number: Some(from.clone()),
        }]);
    }
    if *step <= zero || to < from {
        let message = "this range is empty, or its step is not above 0";
        cx.report(Code::RangeSteps, first_of(node), message);
        return None;
    }
    let count = ((to - from) / step).floor().to_integer();
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    within(count.saturating_add(1), node, cx)?;
    let value = |place: usize| {
        let number = from + step * Big::from_integer(place.into());
        PeerChoice {
            name: big::words(&number),
            number: Some(number),
        }
    };
    Some((0..=count).map(value).collect())
}

fn within(count: usize, node: &Node, cx: &mut Context<'_>) -> Option<()> {
    if count <= OPTIONS_MAX {
        return Some(());
    }
    let span = first_of(node);
    cx.find(Code::CaseLimit, span, || {
        let message = "this issue has too many values";
        Diagnostic::new(Code::CaseLimit, span, "", message)
            .expected(format!("at most {OPTIONS_MAX}"))
    });
    None
}

/// The domain of the issues that were read, or a report that there is none.
pub(super) fn domain(
    name: String,
    issues: Vec<(String, Vec<PeerChoice>)>,
    root: &Node,
    cx: &mut Context<'_>,
) -> Option<Domain> {
    if issues.is_empty() && !cx.failed() {
        cx.report(Code::Empty, first_of(root), "the domain has no issue");
    }
    if issues.len() > crate::case::POINTS_MAX {
        let message = format!("the domain has {} issues", issues.len());
        cx.report(Code::CaseLimit, first_of(root), message);
    }
    for (place, (name, _)) in issues.iter().enumerate() {
        if issues.iter().take(place).any(|(other, _)| other == name) {
            let message = format!("two issues have the name `{}`", shown(name));
            cx.report(Code::DuplicateId, first_of(root), message);
        }
    }
    let numbered = issues.into_iter().zip(1..);
    let issues = numbered.map(|((name, values), index)| Issue {
        name,
        index,
        values,
    });
    (!cx.failed()).then(|| Domain {
        name,
        issues: issues.collect(),
        remarks: Vec::new(),
    })
}

/// JSON or YAML as a tree, with remarks on keys that stand twice.
pub(super) fn parse(
    bytes: &[u8],
    syntax: Syntax,
) -> Result<(Node, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (root, duplicates) = document::parse_last(bytes, syntax)?;
    let remarked = duplicates.into_iter().map(|found| Diagnostic {
        code: Code::ReadLeniently,
        message: format!("{}; the last counts", found.message),
        ..found
    });
    Ok((root, remarked.collect()))
}

/// Reads a tree with a function that reports what is wrong, and remarks; these come beside what is
/// read, or not at all.
pub(super) fn read<T>(
    root: &Node,
    reader: impl FnOnce(&mut Context<'_>) -> Option<T>,
) -> Result<(T, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut cx = Context::new(root);
    match reader(&mut cx) {
        Some(read) if !cx.failed() => Ok((read, cx.into_found())),
        _ => {
            let mut found = cx.into_found();
            found.retain(|one| one.code.severity() == Severity::Error);
            Err(found)
        }
    }
}

/// Reads a domain, with remarks of its own after those that are known.
pub(super) fn read_domain(
    root: &Node,
    mut remarks: Vec<Diagnostic>,
    reader: impl FnOnce(&mut Context<'_>) -> Option<Domain>,
) -> Result<Domain, Vec<Diagnostic>> {
    let (domain, more) = read(root, reader)?;
    remarks.extend(more);
    Ok(Domain { remarks, ..domain })
}

/// Reads a profile, with remarks of its own after those that are known.
pub(super) fn read_profile(
    root: &Node,
    mut remarks: Vec<Diagnostic>,
    reader: impl FnOnce(&mut Context<'_>) -> Option<Profile>,
) -> Result<Profile, Vec<Diagnostic>> {
    let (profile, more) = read(root, reader)?;
    remarks.extend(more);
    Ok(Profile { remarks, ..profile })
}
