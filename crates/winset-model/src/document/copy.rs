//! Copies of values, for the aliases of YAML.

use super::limits::{self, Budget, Stop};
use super::{Entry, Node, Value};
use crate::diagnostic::Span;

/// Copies a value that will stand inside `depth` lists and mappings. Each value copied counts, so
/// that aliases of aliases stop at the limit, before memory is used. Recursion ends because the
/// depth is checked.
pub(super) fn copy_node(
    budget: &mut Budget,
    node: &Node,
    depth: usize,
    span: Span,
) -> Result<Node, Stop> {
    budget.node(span)?;
    let value = match &node.value {
        Value::Null => Value::Null,
        Value::Bool(truth) => Value::Bool(*truth),
        Value::Number(digits) => {
            budget.alias_bytes(digits.len(), span)?;
            Value::Number(digits.clone())
        }
        Value::Text(text) => {
            budget.alias_bytes(text.len(), span)?;
            Value::Text(text.clone())
        }
        Value::List(items) => {
            limits::depth(depth + 1, span)?;
            let copied = items
                .iter()
                .map(|item| copy_node(budget, item, depth + 1, span));
            Value::List(copied.collect::<Result<_, _>>()?)
        }
        Value::Map(entries) => {
            limits::depth(depth + 1, span)?;
            let mut copied = Vec::new();
            for Entry {
                key,
                key_span,
                node,
            } in entries
            {
                budget.alias_bytes(key.len(), span)?;
                let node = copy_node(budget, node, depth + 1, span)?;
                copied.push(Entry {
                    key: key.clone(),
                    key_span: *key_span,
                    node,
                });
            }
            Value::Map(copied)
        }
    };
    Ok(Node {
        value,
        span: node.span,
    })
}
