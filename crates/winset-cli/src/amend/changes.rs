//! Changes of the case from flags.

use winset::model::amendment::{CaseChange, CasePath, ChangeFault, apply};
use winset::model::document::{Node, Syntax, parse};

use crate::args::AmendArgs;
use crate::flags::Flags;

/// Changes as flags have them, each looked up in the file as the changes before have made it.
pub(super) struct FlagChanges {
    file: Node,
    pub(super) changes: Vec<CaseChange>,
    pub(super) flags: Flags,
}

impl FlagChanges {
    /// What the flags change of a file; what is wrong stands in `flags`.
    pub(super) fn of(args: &AmendArgs, file: &Node) -> Self {
        let mut made = Self {
            file: file.clone(),
            changes: Vec::new(),
            flags: Flags::default(),
        };
        for value in &args.rename {
            made.pair("--rename", value, "PLACE=NAME", |file, place, to| {
                let at = CasePath::read(file, place)?;
                let to = to.to_owned();
                Ok(CaseChange::Rename { at, to })
            });
        }
        for value in &args.add {
            let after = args.after.clone();
            made.pair("--add", value, "LIST=ENTRY", |file, place, to| {
                let list = CasePath::read(file, place)?;
                let entry = value_of(place, to)?;
                Ok(CaseChange::Add { list, entry, after })
            });
        }
        for value in &args.set {
            made.pair("--set", value, "PLACE=VALUE", |file, place, to| {
                let at = key(file, place)?;
                let to = Some(value_of(place, to)?);
                Ok(CaseChange::Set { at, to })
            });
        }
        for place in &args.unset {
            made.one("--unset", place, |file| {
                let at = key(file, place)?;
                Ok(CaseChange::Set { at, to: None })
            });
        }
        for value in &args.order {
            made.pair("--order", value, "LIST=NAME,..", |file, place, to| {
                let list = CasePath::read(file, place)?;
                let names = to.split(',').map(|name| name.trim().to_owned()).collect();
                Ok(CaseChange::Order { list, names })
            });
        }
        for place in &args.retire {
            made.one("--retire", place, |file| {
                let at = CasePath::read(file, place)?;
                Ok(CaseChange::Retire { at })
            });
        }
        made
    }

    fn pair(
        &mut self,
        flag: &str,
        value: &str,
        form: &str,
        change: impl FnOnce(&Node, &str, &str) -> Result<CaseChange, ChangeFault>,
    ) {
        if let Some((place, to)) = value.split_once('=') {
            self.one(flag, value, |file| change(file, place.trim(), to));
        } else {
            let message = format!("`{value}` has no `=`");
            self.flags.wrong(flag, value, message, form);
        }
    }

    fn one(
        &mut self,
        flag: &str,
        value: &str,
        change: impl FnOnce(&Node) -> Result<CaseChange, ChangeFault>,
    ) {
        let made = change(&self.file).and_then(|change| {
            let next = apply(&self.file, std::slice::from_ref(&change))?;
            Ok((change, next))
        });
        match made {
            Ok((change, next)) => {
                self.file = next;
                self.changes.push(change);
            }
            Err(fault) => {
                let expected = "a place such as points.land.title; see winset amend --help";
                self.flags.wrong(flag, value, fault.to_string(), expected);
            }
        }
    }
}

/// The place of a key. Scores of a party may be the first that it states.
fn key(file: &Node, place: &str) -> Result<CasePath, ChangeFault> {
    CasePath::read(file, place).or_else(|fault| {
        let names: Vec<String> = place.split('.').map(str::to_owned).collect();
        match names.first() {
            Some(list) if list == "preferences" && names.len() == 3 => CasePath::of(names),
            _ => Err(fault),
        }
    })
}

/// A value as the case file would have it.
fn value_of(place: &str, text: &str) -> Result<Node, ChangeFault> {
    parse(text.as_bytes(), Syntax::Yaml).map_err(|found| {
        let why = found.first().map_or_else(String::new, |finding| {
            let expected = finding.expected.as_ref();
            let expected = expected.map_or_else(String::new, |e| format!("; expected {e}"));
            format!("{}{expected}", finding.message)
        });
        ChangeFault {
            place: place.to_owned(),
            why,
        }
    })
}
