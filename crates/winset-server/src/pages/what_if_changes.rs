//! The changes of a branch as fields of an address, each with what it says.

use winset_model::case::Case;
use winset_model::document::LineIndex;
use winset_model::options::PartyId;
use winset_model::overlay::{Changes, Flag, FlagKind, flags_text, read_flags};
use winset_told::changed::{change_in_words, value_before};
use winset_told::words::score;

/// The kinds of changes, with what stands for each behind the number of a branch.
const KINDS: [(FlagKind, &str); 6] = [
    (FlagKind::Set, "set"),
    (FlagKind::Step, "step"),
    (FlagKind::Drop, "drop"),
    (FlagKind::Fix, "fix"),
    (FlagKind::Exclude, "exclude"),
    (FlagKind::Pull, "pull"),
];

/// A change of a branch, and the field that states it.
#[derive(Debug)]
pub(super) struct Stated {
    pub(super) field: String,
    pub(super) flag: Flag,
}

/// What a field of a branch is called: `b1.step.LINE`.
pub(super) fn field_name(branch: usize, kind: &str, name: &str) -> String {
    format!("b{branch}.{kind}.{name}")
}

/// The changes that the fields of a query state for a branch; what changes nothing is passed over.
pub(super) fn stated(query: &[(String, String)], branch: usize) -> Vec<Stated> {
    let before = format!("b{branch}.");
    let stated = query.iter().filter_map(|(field, value)| {
        let (kind, name) = field.strip_prefix(&before)?.split_once('.')?;
        let (flag, _) = KINDS.iter().find(|(_, word)| *word == kind)?;
        let value = value.trim();
        let value = match flag {
            _ if value.is_empty() => return None,
            FlagKind::Step | FlagKind::Drop | FlagKind::Pull if value == "0" => return None,
            FlagKind::Drop | FlagKind::Pull => name.to_owned(),
            FlagKind::Set | FlagKind::Step | FlagKind::Fix | FlagKind::Exclude => {
                format!("{name}={value}")
            }
        };
        Some(Stated {
            field: field.clone(),
            flag: Flag { kind: *flag, value },
        })
    });
    stated.collect()
}

/// Changes as lines of text, as on the command line with or without the hyphens: one on each line.
pub(super) fn lines(text: &str) -> Result<Vec<Flag>, Vec<String>> {
    let (mut flags, mut problems) = (Vec::new(), Vec::new());
    for (place, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (word, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let word = word.trim_start_matches('-');
        match KINDS.iter().find(|(_, known)| *known == word) {
            Some((kind, _)) => flags.push(Flag {
                kind: *kind,
                value: value.trim().to_owned(),
            }),
            None => problems.push(format!(
                "{}: `{word}`: set, step, drop, fix, exclude, pull",
                place + 1
            )),
        }
    }
    if problems.is_empty() {
        Ok(flags)
    } else {
        Err(problems)
    }
}

/// The changes that flags state; what is wrong with them, each with what was stated.
pub(super) fn checked(case: &Case, flags: &[Flag]) -> Result<Changes, Vec<String>> {
    read_flags(case, flags).map_err(|found| {
        let text = flags_text(flags);
        let index = LineIndex::new(text.as_bytes());
        let told = |finding: &winset_model::diagnostic::Diagnostic| {
            let (line, _) = index.position(finding.span.start);
            let meant = finding.suggestion.as_ref();
            let meant = meant.map_or_else(String::new, |name| format!(" → {name}?"));
            format!("{line}: {}{meant}", finding.message)
        };
        found.iter().map(told).collect()
    })
}

/// What a change says, where it says something of this case.
pub(super) fn in_words(case: &Case, flag: &Flag) -> Option<String> {
    let changes = checked(case, std::slice::from_ref(flag)).ok()?;
    let applied = changes.applied(case);
    let change = changes.list().first()?;
    Some(winset_told::words::capital(
        &change_in_words(case, &applied, change).1,
    ))
}

/// What a party has without a deal, as it may be set: its name, the part of a field's name, the value
/// now.
pub(super) fn values(case: &Case) -> Vec<(String, String, String)> {
    let parties = case.parties.iter().enumerate();
    let stated = parties.filter_map(|(at, party)| {
        party.sheet.open().scores.as_ref()?;
        let now = value_before(case, PartyId::at(at));
        let now = now.map_or_else(String::new, |value| score(&value));
        Some((party.name.clone(), format!("{}.no_deal", party.id), now))
    });
    stated.collect()
}
