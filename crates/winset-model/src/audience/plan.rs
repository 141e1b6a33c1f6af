//! The part of a plan that is an audience's: items in sight, numbers in sight, and nothing that says
//! that there is more.

use std::borrow::Cow;

use super::nodes::{entries, filtered, get, items, only, text, with};
use crate::characters::composed;
use crate::document::{Entry, Node, Value};

const ITEM: &[&str] = &[
    "id",
    "title",
    "owner",
    "phase",
    "values",
    "after",
    "earliest",
    "latest",
    "days",
    "verify",
    "reversible",
    "act",
    "when",
    "lapses_unless",
    "visibility",
];

/// The plan as an audience sees it; `None` when it sees no item of it.
///
/// `sees_item` says which items are in sight, `sees_values_of` whose numbers. What is left of an item
/// names items in sight only: an `after`, an `act` or a `lapses_unless` with nothing in sight is left out,
/// as if nobody had written it.
pub(super) fn plan_in_sight(
    plan: &Node,
    sees_item: impl Fn(&Node) -> bool,
    sees_values_of: impl Fn(&str) -> bool,
) -> Option<Node> {
    let all = get(plan, "items").map(items).unwrap_or_default();
    let kept: Vec<&Node> = all.iter().filter(|item| sees_item(item)).collect();
    if kept.is_empty() {
        return None;
    }
    let in_sight = Sight { items: &kept };
    let cut = |entry: &Entry| {
        let node = match entry.key.as_str() {
            "signed" => entry.node.clone(),
            "bounds" => some_left(numbers(&entry.node, &sees_values_of))?,
            "items" => Node {
                value: Value::List(
                    kept.iter()
                        .map(|item| in_sight.item(item, &sees_values_of))
                        .collect(),
                ),
                span: entry.node.span,
            },
            _ => return None,
        };
        Some(with(entry, node))
    };
    Some(Node {
        value: Value::Map(entries(plan).iter().filter_map(cut).collect()),
        span: plan.span,
    })
}

/// The items in sight.
struct Sight<'a> {
    items: &'a [&'a Node],
}

impl Sight<'_> {
    fn item(&self, item: &Node, sees_values_of: impl Fn(&str) -> bool) -> Node {
        let cut = |entry: &Entry| {
            let node = match entry.key.as_str() {
                "values" => some_left(numbers(&entry.node, &sees_values_of))?,
                "after" => some_left(self.named(&entry.node))?,
                "act" => self.shared(item).then(|| entry.node.clone())?,
                "lapses_unless" => {
                    let other = text(&entry.node, "item")?;
                    self.holds(&other)
                        .then(|| only(&entry.node, &["item", "within"]))?
                }
                _ => entry.node.clone(),
            };
            Some(with(entry, node))
        };
        let kept = only(item, ITEM);
        Node {
            value: Value::Map(entries(&kept).iter().filter_map(cut).collect()),
            span: item.span,
        }
    }

    fn holds(&self, id: &str) -> bool {
        let is_it = |item: &&Node| text(item, "id").is_some_and(|text| text == id);
        self.items.iter().any(is_it)
    }

    /// Those of a list of names that are in sight.
    fn named(&self, list: &Node) -> Node {
        let seen = |name: &&Node| name_of(name).is_some_and(|id| self.holds(&id));
        Node {
            value: Value::List(items(list).iter().filter(seen).cloned().collect()),
            span: list.span,
        }
    }

    /// Whether an item shares its act with another one in sight.
    fn shared(&self, item: &Node) -> bool {
        let act = text(item, "act");
        let sharing = self.items.iter().filter(|other| text(other, "act") == act);
        sharing.count() > 1
    }
}

fn name_of(node: &Node) -> Option<Cow<'_, str>> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(composed(text)),
        Value::Bool(true) => Some(Cow::Borrowed("true")),
        Value::Bool(false) => Some(Cow::Borrowed("false")),
        _ => None,
    }
}

/// The numbers of parties whose numbers are in sight.
fn numbers(node: &Node, sees_values_of: impl Fn(&str) -> bool) -> Node {
    filtered(node, |party| sees_values_of(&composed(party)))
}

/// A list or mapping in which something is left.
fn some_left(node: Node) -> Option<Node> {
    let is_left = !items(&node).is_empty() || !entries(&node).is_empty();
    is_left.then_some(node)
}
