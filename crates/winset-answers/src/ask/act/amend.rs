//! Changes of the case, and acts that are taken back, tried out before they are written.

use winset_journal::{Author, Deed, JournalEntry, SeenCase, as_seen_by};
use winset_model::amendment::{CaseChange, CasePath, apply, entry_at, placed};
use winset_model::audience::{Audience, for_audience};
use winset_model::case::Visibility;
use winset_model::case_from_document;
use winset_model::diagnostic::Severity;
use winset_model::document::{Node, Value};

use super::problem::{ActFault, ActPart, ActProblem};

/// Most problems of one amendment that are told.
const PROBLEMS_MAX: usize = 20;

fn problem(part: ActPart, value: &str, fault: ActFault) -> ActProblem {
    ActProblem {
        part,
        value: value.to_owned(),
        fault,
    }
}

/// Who may see an amendment, and what is wrong with it. Where its writer does not say, everybody sees
/// it who would see all of what it says, were it written in the case file; else its author and the
/// mediator.
pub(super) fn check_amendment(
    seen: &SeenCase,
    by: &Author,
    visibility: Option<Visibility>,
    changes: &[CaseChange],
) -> (Visibility, Vec<ActProblem>) {
    let narrow = match by {
        Author::Mediator => Visibility::Mediator,
        Author::Party(_) => Visibility::Sealed,
    };
    let mut problems = not_theirs(&seen.document, by, changes);
    if let Err(found) = tried(&seen.document, changes) {
        problems.extend(found);
    }
    if !problems.is_empty() {
        return (visibility.unwrap_or(narrow), problems);
    }
    let public = || for_reader(seen, &Audience::Public, changes);
    if visibility.is_some_and(|wider| wider != Visibility::Sealed)
        && changes.iter().any(CaseChange::is_assumption)
    {
        let reader = visibility.map_or("public", Visibility::as_str).to_owned();
        let why = "what a party supposes of others is its own: leave the visibility out".to_owned();
        let fault = ActFault::NotForReaders { reader, why };
        problems.push(problem(ActPart::Visibility, "", fault));
        return (narrow, problems);
    }
    let chosen = match visibility {
        Some(Visibility::Public) => {
            problems.extend(public().err());
            Visibility::Public
        }
        Some(narrower) => narrower,
        None if public().is_ok() => Visibility::Public,
        None => narrow,
    };
    if let Author::Party(id) = by
        && chosen != Visibility::Public
    {
        problems.extend(for_reader(seen, &Audience::Party(id.clone()), changes).err());
    }
    if chosen != Visibility::Public
        && let Some(place) = common_name(seen, changes)
    {
        let why = format!("{place} is known to all under one name: say --visibility public");
        let reader = "public".to_owned();
        let fault = ActFault::NotForReaders { reader, why };
        problems.push(problem(ActPart::Visibility, chosen.as_str(), fault));
    }
    (chosen, problems)
}

/// What everybody sees is called the same by all, and is there for all, so that what is said of it in
/// one room can be told in another: such a change cannot be for some alone.
fn common_name(seen: &SeenCase, changes: &[CaseChange]) -> Option<String> {
    let public = as_seen_by(&seen.base, &seen.written, &Audience::Public).ok()?;
    let at = changes.iter().find_map(|change| match change {
        CaseChange::Rename { at, .. } | CaseChange::Retire { at }
            if matches!(at.names(), [list, ..] if list == "parties" || list == "points") =>
        {
            entry_at(&public.document, at.names()).map(|_| at)
        }
        _ => None,
    });
    at.map(CasePath::to_string)
}

/// The file afterwards, when it is a case and differs.
fn tried(file: &Node, changes: &[CaseChange]) -> Result<Node, Vec<ActProblem>> {
    let after = apply(file, changes).map_err(|fault| {
        let part = ActPart::Change(fault.place.clone());
        vec![problem(part, &fault.place, ActFault::Unfit(fault.why))]
    })?;
    if after.canonical_json() == file.canonical_json() {
        return Err(vec![problem(ActPart::Whole, "", ActFault::ChangesNothing)]);
    }
    match case_from_document(&placed(&after)) {
        Ok(_) => Ok(after),
        Err(found) => Err(found
            .into_iter()
            .filter(|finding| finding.code.severity() == Severity::Error)
            .take(PROBLEMS_MAX)
            .map(|finding| {
                let path = named(&after, &finding.path);
                let part = ActPart::Change(path.clone());
                let expected = finding
                    .expected
                    .map(|expected| format!("; expected {expected}"));
                let why = format!("{}{}", finding.message, expected.unwrap_or_default());
                problem(part, &path, ActFault::Unfit(why))
            })
            .collect()),
    }
}

/// A path of the reader's, such as `lines[3].point`, with the identifiers of entries for their numbers.
fn named(file: &Node, path: &str) -> String {
    let Some((list, rest)) = path.split_once('[') else {
        return path.to_owned();
    };
    let entry = rest.split_once(']').and_then(|(place, after)| {
        let Value::List(members) = &entry_at(file, &[list.to_owned()])?.value else {
            return None;
        };
        let member = members.get(place.parse::<usize>().ok()?)?;
        let id = ["id", "seq"]
            .iter()
            .find_map(|key| entry_at(member, &[(*key).to_owned()]))?;
        match &id.value {
            Value::Text(id) | Value::Number(id) => Some(format!("{list}.{id}{after}")),
            _ => None,
        }
    });
    entry.unwrap_or_else(|| path.to_owned())
}

/// Whether a reader can follow the changes, and is told nothing by them that it may not see.
fn for_reader(
    seen: &SeenCase,
    reader: &Audience,
    changes: &[CaseChange],
) -> Result<(), ActProblem> {
    let refused = |why: String| {
        let reader = reader.name();
        let fault = ActFault::NotForReaders { reader, why };
        problem(ActPart::Visibility, "public", fault)
    };
    let view = as_seen_by(&seen.base, &seen.written, reader);
    let view = view.map_err(|_| refused("what they see is no case".to_owned()))?;
    let after = tried(&view.document, changes).map_err(|found| {
        let first = found.into_iter().next();
        refused(match first.map(|found| (found.value, found.fault)) {
            Some((place, ActFault::Unfit(why))) => format!("{place}: {why}"),
            _ => "for them nothing would change".to_owned(),
        })
    })?;
    if for_audience(&after, reader) == after {
        return Ok(());
    }
    Err(refused("it says what they may not see".to_owned()))
}

/// What a party may not change: all but its own entries; what the mediator may not: assumptions.
fn not_theirs(file: &Node, by: &Author, changes: &[CaseChange]) -> Vec<ActProblem> {
    let mut problems = Vec::new();
    for change in changes {
        let own = match by {
            // What a party supposes is no business of the mediator's.
            Author::Mediator => !change.is_assumption(),
            Author::Party(party) => is_own(file, party, change),
        };
        if !own {
            let place = change.place().to_string();
            let part = ActPart::Change(place.clone());
            problems.push(problem(part, &place, ActFault::NotTheirs));
        }
    }
    problems
}

fn is_own(file: &Node, party: &str, change: &CaseChange) -> bool {
    let place = change.place();
    let names: Vec<&str> = place.names().iter().map(String::as_str).collect();
    match names[..] {
        ["preferences", of, ..] => of == party && !matches!(change, CaseChange::Rename { .. }),
        ["parties", of, "no_deal" | "impasse" | "visibility"] => of == party,
        [list, id, ..] => {
            let entry = match change {
                CaseChange::Add { entry, .. } if names.len() == 2 => Some(entry),
                _ => entry_at(file, &[list.to_owned(), id.to_owned()]),
            };
            let Some((entry, key)) = entry.and_then(|e| Some((e, owner_key(list, e)?))) else {
                return false;
            };
            let owner = entry_at(entry, &[key.to_owned()]);
            // Whose it is cannot be given away.
            let given = [key, ENTERED_BY].iter().any(|key| names[2..] == [*key]);
            owner.is_some_and(|owner| is_text(owner, party)) && !given
        }
        _ => false,
    }
}

/// The key that says who entered an entry of the record.
const ENTERED_BY: &str = "entered_by";

/// The key of an entry that says whose it is.
fn owner_key(list: &str, entry: &Node) -> Option<&'static str> {
    match list {
        "sessions" | "incidents" => Some(ENTERED_BY),
        "statements" if entry_at(entry, &[ENTERED_BY.to_owned()]).is_some() => Some(ENTERED_BY),
        "lines" | "links" => Some("owner"),
        "levers" | "statements" | "offers" | "assumptions" => Some("by"),
        "ratification" => Some("for_party"),
        _ => None,
    }
}

fn is_text(node: &Node, wanted: &str) -> bool {
    matches!(&node.value, Value::Text(text) | Value::Number(text) if text == wanted)
}

/// Who may see that an act is taken back, and what is wrong with taking it back.
pub(super) fn check_withdrawal(
    seen: &SeenCase,
    by: &Author,
    line: usize,
    next: impl FnOnce(Visibility) -> Vec<JournalEntry>,
) -> (Visibility, Vec<ActProblem>) {
    let wrong = |fault: ActFault| {
        let found = problem(ActPart::Line, &line.to_string(), fault);
        (Visibility::Mediator, vec![found])
    };
    let Some(target) = seen.entries.iter().find(|entry| entry.line == line) else {
        return wrong(ActFault::NothingToWithdraw);
    };
    if matches!(target.act.deed, Deed::Draft(_) | Deed::Withdraw { .. }) {
        return wrong(ActFault::NothingToWithdraw);
    }
    if target.act.by != *by {
        return wrong(ActFault::NotOwnAct);
    }
    let visibility = target.act.seen;
    let after = as_seen_by(&seen.base, &next(visibility), &Audience::Holder);
    let resting: Vec<String> = match after {
        Ok(after) => after
            .aside
            .iter()
            .filter(|aside| !seen.aside.iter().any(|before| before.line == aside.line))
            .map(|aside| aside.line.to_string())
            .collect(),
        Err(_) => return wrong(ActFault::Unfit("no case would be left".to_owned())),
    };
    if resting.is_empty() {
        return (visibility, Vec::new());
    }
    let lines = resting.join(", ");
    wrong(ActFault::RestsOnIt { lines })
}
