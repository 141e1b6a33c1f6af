//! Names in phrases: what a link or a condition says in words is changed in its words.

use super::names::Known;
use super::tree;
use crate::characters::composed;
use crate::document::{Node, Value};
use crate::file::conditions::RESERVED;
use crate::phrase::{condition_phrase, phrase_of, read_condition, read_phrase};

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// All that a link asks.
    Rule,
    /// A condition.
    Condition,
}

/// Calls for every phrase of a file.
pub(super) fn each_phrase(root: &mut Node, call: &mut impl FnMut(&mut Node, Says)) {
    let Value::Map(top) = &mut root.value else {
        return;
    };
    for entry in top {
        if entry.key == "plan" {
            of_plan(&mut entry.node, call);
            continue;
        }
        let Value::List(members) = &mut entry.node.value else {
            continue;
        };
        match entry.key.as_str() {
            "links" => members.iter_mut().for_each(|link| of_link(link, call)),
            "ratification" => members.iter_mut().for_each(|body| of_body(body, call)),
            _ => {}
        }
    }
}

fn of_link(link: &mut Node, call: &mut impl FnMut(&mut Node, Says)) {
    let Value::Map(keys) = &mut link.value else {
        return;
    };
    for key in keys {
        match (key.key.as_str(), &mut key.node.value) {
            ("rule", Value::Text(_)) => call(&mut key.node, Says::Rule),
            ("if" | "then" | "require", _) => of_condition(&mut key.node, call),
            ("exclude", Value::List(members)) => {
                members
                    .iter_mut()
                    .for_each(|member| of_condition(member, call));
            }
            _ => {}
        }
    }
}

fn of_body(body: &mut Node, call: &mut impl FnMut(&mut Node, Says)) {
    let Value::Map(keys) = &mut body.value else {
        return;
    };
    for key in keys.iter_mut().filter(|key| key.key == "rules") {
        let Value::List(rules) = &mut key.node.value else {
            continue;
        };
        for rule in rules {
            if let Value::Map(keys) = &mut rule.value {
                let when = keys.iter_mut().filter(|key| key.key == "when");
                when.for_each(|key| of_condition(&mut key.node, call));
            }
        }
    }
}

fn of_plan(plan: &mut Node, call: &mut impl FnMut(&mut Node, Says)) {
    let Value::Map(keys) = &mut plan.value else {
        return;
    };
    for key in keys.iter_mut().filter(|key| key.key == "items") {
        let Value::List(items) = &mut key.node.value else {
            continue;
        };
        for item in items {
            if let Value::Map(keys) = &mut item.value {
                let when = keys.iter_mut().filter(|key| key.key == "when");
                when.for_each(|key| of_condition(&mut key.node, call));
            }
        }
    }
}

/// Recursion ends because files nest to a limit only.
fn of_condition(condition: &mut Node, call: &mut impl FnMut(&mut Node, Says)) {
    match &mut condition.value {
        Value::Text(_) => call(condition, Says::Condition),
        Value::Map(keys) => {
            for key in keys {
                match (key.key.as_str(), &mut key.node.value) {
                    ("all" | "any" | "of", Value::List(members)) => {
                        members
                            .iter_mut()
                            .for_each(|member| of_condition(member, call));
                    }
                    ("not", _) => of_condition(&mut key.node, call),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Puts another name in the place of a point's or an option's in every phrase. Phrases that do not name
/// it stay as they are written.
pub(super) fn rename(root: &mut Node, of: &Known<'_>, to: &str) {
    reworded(root, &mut |point, options| match of {
        Known::Party(_) => {}
        Known::Point(id) => {
            if composed(point) == *id {
                to.clone_into(point);
            }
        }
        Known::Option(at, id) => {
            if composed(point) == *at {
                for option in options.iter_mut().filter(|option| is_named(option, id)) {
                    option.value = Value::Text(to.to_owned());
                }
            }
        }
    });
}

/// Takes an option out of every phrase that lists others besides.
pub(super) fn take_out(root: &mut Node, of: &Known<'_>) {
    let Known::Option(at, id) = of else {
        return;
    };
    reworded(root, &mut |point, options| {
        if composed(point) == *at && options.iter().any(|option| !is_named(option, id)) {
            options.retain(|option| !is_named(option, id));
        }
    });
}

fn is_named(option: &Node, id: &str) -> bool {
    matches!(&option.value, Value::Text(name) | Value::Number(name) if composed(name) == *id)
}

/// Changes what phrases say of points, each with the options that it is settled on. A phrase that says
/// the same afterwards is not touched.
fn reworded(root: &mut Node, change: &mut impl FnMut(&mut String, &mut Vec<Node>)) {
    each_phrase(root, &mut |node, says| {
        let Value::Text(text) = &node.value else {
            return;
        };
        let read = match says {
            Says::Rule => read_phrase(text),
            Says::Condition => read_condition(text),
        };
        // What cannot be read is for the reader of files to complain about.
        let Ok(before) = read else { return };
        let mut after = before.clone();
        match says {
            Says::Rule => {
                for key in tree::entries_mut(&mut after) {
                    match &mut key.node.value {
                        Value::List(members) => members.iter_mut().for_each(|m| settled(m, change)),
                        _ => settled(&mut key.node, change),
                    }
                }
            }
            Says::Condition => settled(&mut after, change),
        }
        let said = match says {
            Says::Rule => phrase_of(&after),
            Says::Condition => condition_phrase(&after),
        };
        if after != before
            && let Some(said) = said
        {
            node.value = Value::Text(said);
        }
    });
}

/// Calls for each point of a condition that was read of a phrase. Recursion ends because phrases nest to
/// a limit only.
fn settled(condition: &mut Node, change: &mut impl FnMut(&mut String, &mut Vec<Node>)) {
    for entry in tree::entries_mut(condition) {
        if !RESERVED.contains(&entry.key.as_str()) {
            let single = !matches!(entry.node.value, Value::List(_));
            let mut options = match &mut entry.node.value {
                Value::List(options) => std::mem::take(options),
                // Bounds have no names.
                Value::Map(_) => Vec::new(),
                _ => vec![entry.node.clone()],
            };
            change(&mut entry.key, &mut options);
            match (&mut entry.node.value, options.pop()) {
                (Value::Map(_), _) | (_, None) => {}
                (_, Some(only)) if single => entry.node = only,
                (value, Some(last)) => {
                    options.push(last);
                    *value = Value::List(options);
                }
            }
            continue;
        }
        match &mut entry.node.value {
            Value::List(members) => members.iter_mut().for_each(|m| settled(m, change)),
            Value::Map(_) => settled(&mut entry.node, change),
            _ => {}
        }
    }
}
