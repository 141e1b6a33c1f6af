//! What an act may hold: times that exist, texts of limited length.

use winset_model::amendment::CaseChange;
use winset_model::calendar::Day;
use winset_model::document::{Node, Value};

use crate::act::{Act, Author, Clause, Deed, IssuedDraft, Place};

/// Most bytes of a journal.
pub const BYTES_MAX: u64 = 64 << 20;
/// Most lines of a journal.
pub const LINES_MAX: usize = 100_000;
/// Most bytes of a text in an act.
pub const TEXT_BYTES_MAX: usize = 64 << 10;

/// What is wrong with an act that no journal can hold: a time or a day that does not exist, or a
/// text that is too long.
///
/// # Errors
/// What is wrong, in a sentence without a full stop.
pub fn check_limits(act: &Act) -> Result<(), String> {
    let Act {
        at,
        by,
        seen: _,
        once,
        deed,
    } = act;
    if !is_time(at) {
        return Err(format!(
            "the time of the act is not one such as 2031-03-14T09:30:00Z, but `{}`",
            shown(at)
        ));
    }
    if let Some(date) = day_of(deed).filter(|date| Day::read(date).is_none()) {
        let found = shown(date);
        return Err(format!(
            "the day of the act is not one such as 2031-03-14, but `{found}`"
        ));
    }
    let mut texts = texts_of_deed(deed);
    texts.extend(by.party());
    texts.extend(once.as_deref());
    if texts.iter().any(|text| text.len() > TEXT_BYTES_MAX) {
        return Err(format!("a text of more than {TEXT_BYTES_MAX} bytes"));
    }
    Ok(())
}

/// Whether a text is a time as acts have it: in UTC, to the second.
pub fn is_time(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    let bytes = time.as_bytes();
    if Day::read(day).is_none() || bytes.len() != 9 {
        return false;
    }
    let below = |place: usize, bound: u8| {
        let (tens, ones) = (bytes[place], bytes[place + 1]);
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        digits && (tens - b'0') * 10 + (ones - b'0') < bound
    };
    let marks = bytes[2] == b':' && bytes[5] == b':' && bytes[8] == b'Z';
    marks && below(0, 24) && below(3, 60) && below(6, 60)
}

fn shown(text: &str) -> String {
    text.chars().take(30).collect()
}

fn day_of(deed: &Deed) -> Option<&str> {
    match deed {
        Deed::Offer { date, .. } | Deed::Draft(IssuedDraft { date, .. }) => date.as_deref(),
        Deed::Answer { .. }
        | Deed::Wording { .. }
        | Deed::Clause { .. }
        | Deed::Amend { .. }
        | Deed::Withdraw { .. } => None,
    }
}

fn texts_of_deed(deed: &Deed) -> Vec<&str> {
    match deed {
        Deed::Offer {
            date: _,
            kind: _,
            says,
            note,
        } => {
            let names = says.iter().flat_map(|(p, o)| [p.as_str(), o.as_str()]);
            names.chain(note.as_deref()).collect()
        }
        Deed::Draft(IssuedDraft {
            version,
            date: _,
            mode: _,
            clauses,
            editions,
        }) => {
            let editions = editions.iter().flat_map(|edition| &edition.clauses);
            let clauses = clauses.iter().flatten().chain(editions);
            let texts = clauses.flat_map(texts_of_clause);
            texts.chain([version.as_str()]).collect()
        }
        Deed::Answer {
            version,
            clause,
            reply: _,
            words,
        } => {
            let names = [version.as_str(), clause.as_str()];
            names.into_iter().chain(words.as_deref()).collect()
        }
        Deed::Wording {
            clause,
            option,
            text,
        } => {
            let said = option.as_deref().into_iter().chain(text.as_deref());
            said.chain([clause.as_str()]).collect()
        }
        Deed::Clause {
            id,
            place,
            title,
            text,
        } => {
            let names = [id.as_str(), title.as_str()];
            let said = text.as_deref().into_iter().chain(after(place));
            names.into_iter().chain(said).collect()
        }
        Deed::Amend { reason, changes } => {
            let mut texts: Vec<&str> = reason.as_deref().into_iter().collect();
            changes
                .iter()
                .for_each(|change| texts_of_change(change, &mut texts));
            texts
        }
        Deed::Withdraw { line: _, reason } => reason.as_deref().into_iter().collect(),
    }
}

fn texts_of_change<'c>(change: &'c CaseChange, texts: &mut Vec<&'c str>) {
    match change {
        CaseChange::Add { list, entry, after } => {
            texts.extend(list.names().iter().chain(after).map(String::as_str));
            texts_of_node(entry, texts);
        }
        CaseChange::Set { at, to } => {
            texts.extend(at.names().iter().map(String::as_str));
            to.iter().for_each(|node| texts_of_node(node, texts));
        }
        CaseChange::Rename { at, to } => {
            texts.extend(at.names().iter().map(String::as_str));
            texts.push(to);
        }
        CaseChange::Retire { at } => texts.extend(at.names().iter().map(String::as_str)),
        CaseChange::Order { list, names } => {
            texts.extend(list.names().iter().chain(names).map(String::as_str));
        }
    }
}

/// The texts of a tree. Recursion ends because readers of trees admit a limited depth.
fn texts_of_node<'n>(node: &'n Node, texts: &mut Vec<&'n str>) {
    match &node.value {
        Value::Text(text) | Value::Number(text) => texts.push(text),
        Value::List(members) => members
            .iter()
            .for_each(|member| texts_of_node(member, texts)),
        Value::Map(entries) => {
            for entry in entries {
                texts.push(&entry.key);
                texts_of_node(&entry.node, texts);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn texts_of_clause(clause: &Clause) -> Vec<&str> {
    let Clause {
        id,
        place,
        title,
        alternatives,
    } = clause;
    let mut texts = vec![id.as_str(), title.as_str()];
    texts.extend(after(place));
    for alternative in alternatives {
        texts.extend(alternative.by.iter().filter_map(Author::party));
        texts.extend(alternative.option.as_deref());
        texts.push(&alternative.text);
    }
    texts
}

fn after(place: &Place) -> Option<&str> {
    match place {
        Place::After(point) => Some(point),
        Place::Preamble | Place::Point | Place::Annex => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_exist_and_are_in_utc() {
        assert!(is_time("2031-03-14T09:30:00Z") && is_time("2032-02-29T23:59:59Z"));
        for wrong in [
            "",
            "2031-03-14",
            "2031-02-29T09:30:00Z",
            "2031-03-14T24:00:00Z",
            "2031-03-14T09:60:00Z",
            "2031-03-14T09:30:00",
            "2031-03-14T09:30:00+01:00",
            "2031-03-14T09:30:0éZ",
            "2031-03-14 09:30:00Z",
        ] {
            assert!(!is_time(wrong), "{wrong}");
        }
    }
}
