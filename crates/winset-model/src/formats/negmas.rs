//! NegMAS: an outcome space and utility functions in YAML or JSON.

use num_traits::{One as _, Zero as _};

use super::big::{self, Big};
use super::element::one_of;
use super::peer::{
    Discount, Domain, Evaluation, Issue, PeerChoice, Per, PlacedValue, Profile, ProfilePart,
    RealSteps, Reserved,
};
use super::tree::{
    self, get, issue_named, list, mapping, names, need, number, steps, table, value_named, word,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Entry, Node, Syntax, Value};
use crate::file::context::{Context, first_of, shown};

const SPACES: [&str; 2] = ["DiscreteCartesianOutcomeSpace", "CartesianOutcomeSpace"];
const NAMED: [&str; 2] = ["CategoricalIssue", "OrdinalIssue"];
const ISSUES: [&str; 4] = [
    "CategoricalIssue",
    "OrdinalIssue",
    "ContiguousIssue",
    "ContinuousIssue",
];
const LINEAR: &str = "LinearAdditiveUtilityFunction";
/// Sums of weights times the numbers of issues; NegMAS saves the second as the first with no bias.
const SUMS: [&str; 2] = ["AffineUtilityFunction", "LinearUtilityFunction"];
const EXPONENTIAL: &str = "ExpDiscountedUFun";
const COSTLY: &str = "LinDiscountedUFun";
const FUNCTIONS: [&str; 5] = [LINEAR, SUMS[0], SUMS[1], EXPONENTIAL, COSTLY];
const VALUES: [&str; 5] = [
    "TableFun",
    "AffineFun",
    "LinearFun",
    "IdentityFun",
    "ConstFun",
];
/// Discounts around each other, at most.
const WRAPS_MAX: usize = 4;

/// Reads an outcome space. `steps` are those in which continuous issues are taken.
///
/// # Errors
/// All mistakes of the file, each with its place; a continuous issue, where no steps are given.
pub fn read_domain(
    bytes: &[u8],
    syntax: Syntax,
    steps: Option<RealSteps>,
) -> Result<Domain, Vec<Diagnostic>> {
    let (root, remarks) = tree::parse(bytes, syntax)?;
    tree::read_domain(&root, remarks, |cx| domain(&root, steps, cx))
}

/// The name of a type without the modules before it, among those known; or a report.
fn kind<'n>(
    node: &Node,
    entries: &'n [Entry],
    known: &[&str],
    cx: &mut Context<'_>,
) -> Option<&'n str> {
    let at = need(node, entries, "type", cx)?;
    let Value::Text(whole) = &at.value else {
        cx.wrong_kind(at, "the name of a type");
        return None;
    };
    let name = whole
        .rsplit_once('.')
        .map_or(whole.as_str(), |(_, last)| last);
    if known.contains(&name) {
        return Some(name);
    }
    cx.find(Code::UnknownWord, at.span, || {
        let message = format!("`{}` is not a type that is read here", shown(name));
        Diagnostic::new(Code::UnknownWord, at.span, "", message)
            .expected(one_of(known))
            .nearest(name, known.iter().copied())
    });
    None
}

fn domain(node: &Node, real: Option<RealSteps>, cx: &mut Context<'_>) -> Option<Domain> {
    let all = mapping(node, &["type", "name", "issues"], cx)?;
    kind(node, all, &SPACES, cx)?;
    let name = match get(all, "name") {
        Some(name) if name.value != Value::Null => word(name, cx)?,
        _ => String::new(),
    };
    let mut issues = Vec::new();
    for item in list(need(node, all, "issues", cx)?, cx)? {
        if let Some(issue) = issue(item, real, cx) {
            issues.push(issue);
        }
    }
    tree::domain(name, issues, node, cx)
}

fn issue(
    node: &Node,
    real: Option<RealSteps>,
    cx: &mut Context<'_>,
) -> Option<(String, Vec<PeerChoice>)> {
    let all = mapping(node, &["type", "name", "values", "n_values"], cx)?;
    let kind = kind(node, all, &ISSUES, cx)?;
    let name = word(need(node, all, "name", cx)?, cx)?;
    let values = need(node, all, "values", cx)?;
    if NAMED.contains(&kind) {
        return Some((name, names(values, cx)?));
    }
    let bounds = list(values, cx)?;
    let [from, to] = bounds else {
        cx.find(Code::TableLength, first_of(values), || {
            let message = "an issue of numbers has two bounds";
            Diagnostic::new(Code::TableLength, first_of(values), "", message)
                .expected("the least and the greatest number")
        });
        return None;
    };
    let (from, to) = (number(from, cx)?, number(to, cx)?);
    let step = match (kind, real) {
        ("ContiguousIssue", _) => Big::one(),
        (_, Some(real)) => real.over(&(&to.value - &from.value)),
        (_, None) => {
            let message = "a continuous issue has no steps, and packages need some";
            tree::report_no_steps(first_of(values), message, cx);
            return None;
        }
    };
    Some((name, steps(values, [&from.value, &to.value, &step], cx)?))
}

/// Reads a utility function of a domain. One without a finite reserved value has no floor, unless
/// it names a reserved outcome. A discount around it is noted and not applied; where the discount
/// has no finite reserved value of its own, that of the function inside counts.
///
/// # Errors
/// As [`read_domain`].
pub fn read_profile(
    bytes: &[u8],
    syntax: Syntax,
    name: &str,
    domain: &Domain,
) -> Result<Profile, Vec<Diagnostic>> {
    let (root, remarks) = tree::parse(bytes, syntax)?;
    tree::read_profile(&root, remarks, |cx| function(&root, name, domain, 0, cx))
}

/// Recursion ends at [`WRAPS_MAX`].
fn function(
    node: &Node,
    name: &str,
    of: &Domain,
    depth: usize,
    cx: &mut Context<'_>,
) -> Option<Profile> {
    const KEYS: [&str; 10] = [
        "type",
        "name",
        "weights",
        "values",
        "bias",
        "reserved_value",
        "reserved_outcome",
        "discount",
        "cost",
        "ufun",
    ];
    let all = mapping(node, &KEYS, cx)?;
    let kind = kind(node, all, &FUNCTIONS, cx)?;
    let own = reserved(all, of, cx)?;
    if kind == LINEAR || SUMS.contains(&kind) {
        let parts = if kind == LINEAR {
            parts(node, all, of, cx)
        } else {
            sum(node, all, of, cx)
        };
        return Some(Profile {
            name: name.to_owned(),
            parts: parts?,
            stray: Vec::new(),
            reserved: own,
            discount: None,
            remarks: Vec::new(),
        });
    }
    if depth == WRAPS_MAX {
        let message = format!("more than {WRAPS_MAX} discounts around each other");
        cx.report(Code::FileLimit, first_of(node), message);
        return None;
    }
    let inner = function(need(node, all, "ufun", cx)?, name, of, depth + 1, cx)?;
    let key = if kind == EXPONENTIAL {
        "discount"
    } else {
        "cost"
    };
    let discount = match get(all, key) {
        Some(value) if value.value != Value::Null => Some(Discount {
            value: number(value, cx)?.value,
            per: if kind == EXPONENTIAL {
                per(all)
            } else {
                Per::Cost
            },
        }),
        _ => None,
    };
    let shrinks = |discount: &Discount| {
        discount.per == Per::Cost || !(discount.value.is_zero() || discount.value.is_one())
    };
    Some(Profile {
        reserved: if own == Reserved::None {
            inner.reserved
        } else {
            own
        },
        discount: discount.filter(shrinks).or(inner.discount),
        ..inner
    })
}

/// Whether a discount counts rounds or the share of time.
fn per(entries: &[Entry]) -> Per {
    match get(entries, "factor").map(|node| &node.value) {
        Some(Value::Text(factor)) if factor.contains("time") => Per::Time,
        _ => Per::Round,
    }
}

fn reserved(entries: &[Entry], of: &Domain, cx: &mut Context<'_>) -> Option<Reserved> {
    let infinite = |text: &str| {
        let text = text.trim().to_ascii_lowercase();
        ["inf", "nan", "infinity"]
            .iter()
            .any(|end| text.ends_with(end))
    };
    match get(entries, "reserved_value").map(|node| (node, &node.value)) {
        None | Some((_, Value::Null)) => {}
        Some((_, Value::Text(text))) if infinite(text) => {}
        Some((node, _)) => return Some(Reserved::Utility(number(node, cx)?.value)),
    }
    let Some(outcome) = get(entries, "reserved_outcome").filter(|n| n.value != Value::Null) else {
        return Some(Reserved::None);
    };
    let values = list(outcome, cx)?;
    if values.len() != of.issues.len() {
        let message = format!("{} values for {} issues", values.len(), of.issues.len());
        cx.report(Code::OfferPoints, first_of(outcome), message);
        return None;
    }
    let mut package = Vec::new();
    for (value, issue) in values.iter().zip(&of.issues) {
        package.push(value_named(issue, &word(value, cx)?, value.span, cx)?);
    }
    Some(Reserved::Package(package))
}

fn parts(
    node: &Node,
    all: &[Entry],
    of: &Domain,
    cx: &mut Context<'_>,
) -> Option<Vec<ProfilePart>> {
    let count = of.issues.len();
    let values_at = need(node, all, "values", cx)?;
    let functions = list(values_at, cx)?;
    if functions.len() != count {
        let message = format!("{} value functions for {count} issues", functions.len());
        cx.report(Code::TableLength, first_of(values_at), message);
        return None;
    }
    let weights = weights(all, of, cx)?;
    let mut parts = bias(all, cx)?;
    for (place, (item, weight)) in functions.iter().zip(weights).enumerate() {
        let one = PlacedValue {
            value: Big::one(),
            span: item.span,
        };
        if let Some(values) = value_function(item, &of.issues[place], cx) {
            parts.push(ProfilePart::Issue {
                issue: place,
                weight: Some(weight.unwrap_or(one)),
                values: Evaluation::Table(values),
                span: first_of(item),
            });
        }
    }
    Some(parts)
}

/// A weight for each issue, from a list or by the names of issues; each `None` where there are none.
fn weights(
    all: &[Entry],
    of: &Domain,
    cx: &mut Context<'_>,
) -> Option<Vec<Option<PlacedValue<Big>>>> {
    let count = of.issues.len();
    let Some(at) = get(all, "weights").filter(|n| n.value != Value::Null) else {
        return Some(vec![None; count]);
    };
    if let Value::Map(named) = &at.value {
        for entry in named {
            issue_named(of, &entry.key, entry.key_span, cx);
        }
        let mut of_issue = |name: &str| number(need(at, named, name, cx)?, cx);
        return Some(
            of.issues
                .iter()
                .map(|issue| of_issue(&issue.name))
                .collect(),
        );
    }
    let items = list(at, cx)?;
    if items.len() != count {
        let message = format!("{} weights for {count} issues", items.len());
        cx.report(Code::TableLength, first_of(at), message);
        return None;
    }
    Some(items.iter().map(|item| number(item, cx)).collect())
}

/// What is added to every package, where something is.
fn bias(all: &[Entry], cx: &mut Context<'_>) -> Option<Vec<ProfilePart>> {
    match get(all, "bias").filter(|n| n.value != Value::Null) {
        None => Some(Vec::new()),
        Some(bias) => Some(vec![ProfilePart::Constant(number(bias, cx)?.value)]),
    }
}

/// The numbers of issues times their weights, and a bias.
fn sum(node: &Node, all: &[Entry], of: &Domain, cx: &mut Context<'_>) -> Option<Vec<ProfilePart>> {
    need(node, all, "weights", cx)?;
    let weights = weights(all, of, cx)?.into_iter().flatten();
    let mut parts = bias(all, cx)?;
    for (place, (issue, weight)) in of.issues.iter().zip(weights).enumerate() {
        let Some(numbers) = numbers(issue) else {
            let name = shown(&issue.name);
            let message =
                format!("this function needs numbers, and those of issue `{name}` are names");
            cx.report(Code::ScoreFunction, weight.span, message);
            continue;
        };
        parts.push(ProfilePart::Issue {
            issue: place,
            span: weight.span,
            weight: Some(weight),
            values: Evaluation::Table(numbers),
        });
    }
    Some(parts)
}

/// The numbers of an issue. Names that are numbers are numbers to the functions of NegMAS.
fn numbers(issue: &Issue) -> Option<Vec<Big>> {
    let number = |value: &PeerChoice| value.number.clone().or_else(|| big::read(&value.name));
    issue.values.iter().map(number).collect()
}

fn value_function(node: &Node, issue: &Issue, cx: &mut Context<'_>) -> Option<Vec<Big>> {
    let all = mapping(node, &["type", "mapping", "slope", "bias"], cx)?;
    let kind = kind(node, all, &VALUES, cx)?;
    if kind == "TableFun" {
        return table(need(node, all, "mapping", cx)?, issue, cx);
    }
    let mut field = |key: &str, other: Big| match get(all, key) {
        Some(node) if node.value != Value::Null => Some(number(node, cx)?.value),
        _ => Some(other),
    };
    let bias = field("bias", Big::zero())?;
    let slope = match kind {
        "ConstFun" => return Some(vec![bias; issue.values.len()]),
        "IdentityFun" => Big::one(),
        _ => field("slope", Big::one())?,
    };
    let Some(numbers) = numbers(issue) else {
        let message = format!("a `{kind}` stands on an issue whose values are names");
        cx.report(Code::ScoreFunction, first_of(node), message);
        return None;
    };
    Some(
        numbers
            .into_iter()
            .map(|number| number * &slope + &bias)
            .collect(),
    )
}
