//! The form of a change of the case in a line.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use winset_model::amendment::{CaseChange, CasePath};
use winset_model::document::{Node, Syntax, parse};

/// A change, as it stands in a line. Entries and values are JSON as the case file would have it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(crate) enum ChangeForm {
    Add {
        list: Vec<String>,
        entry: Box<RawValue>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    Set {
        at: Vec<String>,
        to: Box<RawValue>,
    },
    Unset {
        at: Vec<String>,
    },
    Rename {
        at: Vec<String>,
        to: String,
    },
    Retire {
        at: Vec<String>,
    },
    Order {
        list: Vec<String>,
        names: Vec<String>,
    },
}

pub(crate) fn change_form(change: &CaseChange) -> ChangeForm {
    let names = |path: &CasePath| path.names().to_vec();
    match change {
        CaseChange::Add { list, entry, after } => ChangeForm::Add {
            list: names(list),
            entry: raw(entry),
            after: after.clone(),
        },
        CaseChange::Set { at, to: Some(to) } => ChangeForm::Set {
            at: names(at),
            to: raw(to),
        },
        CaseChange::Set { at, to: None } => ChangeForm::Unset { at: names(at) },
        CaseChange::Rename { at, to } => ChangeForm::Rename {
            at: names(at),
            to: to.clone(),
        },
        CaseChange::Retire { at } => ChangeForm::Retire { at: names(at) },
        CaseChange::Order { list, names: order } => ChangeForm::Order {
            list: names(list),
            names: order.clone(),
        },
    }
}

fn raw(node: &Node) -> Box<RawValue> {
    RawValue::from_string(node.json_as_written()).expect("a tree is written as JSON")
}

pub(crate) fn change(form: ChangeForm) -> Result<CaseChange, String> {
    let path = |names: Vec<String>| CasePath::of(names).map_err(|fault| fault.to_string());
    Ok(match form {
        ChangeForm::Add { list, entry, after } => CaseChange::Add {
            list: path(list)?,
            entry: tree(&entry)?,
            after,
        },
        ChangeForm::Set { at, to } => CaseChange::Set {
            at: path(at)?,
            to: Some(tree(&to)?),
        },
        ChangeForm::Unset { at } => CaseChange::Set {
            at: path(at)?,
            to: None,
        },
        ChangeForm::Rename { at, to } => CaseChange::Rename { at: path(at)?, to },
        ChangeForm::Retire { at } => CaseChange::Retire { at: path(at)? },
        ChangeForm::Order { list, names } => CaseChange::Order {
            list: path(list)?,
            names,
        },
    })
}

fn tree(raw: &RawValue) -> Result<Node, String> {
    let read = parse(raw.get().as_bytes(), Syntax::Json);
    read.map_err(|found| {
        let first = found.first().map(|finding| finding.message.clone());
        first.unwrap_or_else(|| "no JSON value".to_owned())
    })
}
