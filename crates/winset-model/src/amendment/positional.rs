//! Scores that are stated option by option, in the order of the options.

use crate::characters::composed;
use crate::document::{Entry, Node, Value};

/// What happens to the options of a point.
pub(super) enum Shift<'a> {
    /// One more stands at this place; it is worth 0 until something is said.
    In(usize),
    /// The one at this place is gone.
    Out(usize),
    /// At each place stands the one that stood at the place named.
    Order(&'a [usize]),
}

/// Makes the scores of every party follow the options of a point. A list of another length than the
/// options had is left for the reader to complain about.
pub(super) fn shift(root: &mut Node, point: &str, options: usize, shift: &Shift<'_>) {
    let Value::Map(top) = &mut root.value else {
        return;
    };
    for sheet in super::tree::sheets_mut(top) {
        let of_point = |entry: &&mut Entry| composed(&entry.key) == point;
        for stated in map_mut(sheet).iter_mut().filter(of_point) {
            for entry in map_mut(&mut stated.node) {
                if matches!(entry.key.as_str(), "scores" | "values")
                    && let Value::List(numbers) = &mut entry.node.value
                    && numbers.len() == options
                {
                    shift_one(numbers, shift);
                }
            }
        }
    }
}

fn shift_one(numbers: &mut Vec<Node>, shift: &Shift<'_>) {
    match shift {
        Shift::In(place) => {
            numbers.insert(*place, super::tree::node(Value::Number("0".to_owned())));
        }
        Shift::Out(place) => {
            numbers.remove(*place);
        }
        Shift::Order(places) => {
            let ordered = places.iter().map(|place| numbers[*place].clone());
            *numbers = ordered.collect();
        }
    }
}

fn map_mut(node: &mut Node) -> &mut [Entry] {
    match &mut node.value {
        Value::Map(entries) => entries,
        _ => &mut [],
    }
}
