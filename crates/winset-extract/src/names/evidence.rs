//! What shows that a run of capitals is a person, and the office that it gives.

use super::people::unpossessed;
use super::runs::Run;
use crate::text::Prose;
use crate::words;

/// Whether the words around a full name without title show that it is a person's.
pub(super) fn is_evident(prose: &Prose<'_>, run: Run) -> bool {
    is_spoken(prose, run) || is_apposed(prose, run) || acts(prose, run) || {
        let next = prose.lower(run.end);
        let after = prose.lower(run.end + 1);
        matches!(next, "who" | "whose")
            || (next == "," && (matches!(after, "who" | "whose") || has_role(prose, run.end + 1)))
            || (next == ","
                && prose.token(run.end + 1).is_some_and(|t| {
                    t.text.len() == 2 && t.text.bytes().all(|b| b.is_ascii_digit())
                })
                && prose.lower(run.end + 2) == ",")
    }
}

/// "Ida Holm has led", "Ida Holm's brother": a full name that acts or has kin, and names no place or body.
fn acts(prose: &Prose<'_>, run: Run) -> bool {
    let words_in_name = (run.name..run.end).filter(|at| prose.word(*at)).count();
    let before = prose.lower_before(run.first);
    let thing = (run.first..run.end).any(|at| {
        let lower = unpossessed(prose.lower(at));
        words::is_body(&lower) || words::is_place_noun(&lower) || words::is_department(&lower)
    });
    if thing || !(2..=3).contains(&words_in_name) || before == "the" {
        return false;
    }
    if words::is_given_name(prose.lower(run.name)) || names_holder(prose, run) {
        return true;
    }
    let placed =
        words::is_preposition(before) || prose.word(run.first.wrapping_sub(1)) && before != "and";
    let next = prose.lower(run.end);
    if prose.possessive(run.end - 1) {
        return words::is_role(next) || words::is_utterance(next);
    }
    let acting = matches!(next, "has" | "had" | "is" | "was" | "will" | "would")
        || (words::is_past_verb(next) && next.ends_with("ed"));
    let passive = matches!(prose.lower(run.end + 1), "located" | "situated" | "home");
    !placed && acting && !passive && !prose.capital(run.end)
}

/// "its tallyman, Nat Oduya,", "said tallyman Nat Oduya": a noun in lower case whose holder is named.
fn names_holder(prose: &Prose<'_>, run: Run) -> bool {
    let Some(before) = run.first.checked_sub(1) else {
        return false;
    };
    let comma = prose.lower(before) == ",";
    let noun = if comma {
        before.wrapping_sub(1)
    } else {
        before
    };
    let plain = prose.word(noun)
        && !prose.capital(noun)
        && !words::is_preposition(prose.lower(noun))
        && !words::is_past_verb(prose.lower(noun))
        && !words::is_thing_named(prose.lower(noun));
    let first = prose.lower_before(noun);
    if comma {
        let closed = matches!(prose.lower(run.end), "," | "." | "!" | "?" | ";" | "");
        let held = (noun.saturating_sub(ROLE_REACH)..noun)
            .rev()
            .take(3)
            .any(|at| {
                prose.possessive(at)
                    || matches!(prose.lower(at), "its" | "their" | "his" | "her" | "the")
            });
        plain && closed && held
    } else {
        plain && words::saying(first).is_some()
    }
}

/// Whether the run stands next to a verb of saying, as its subject.
pub(super) fn is_spoken(prose: &Prose<'_>, run: Run) -> bool {
    if prose.possessive(run.end - 1) {
        return false;
    }
    if run.first >= 2
        && prose.lower(run.first - 1) == "to"
        && prose.lower(run.first - 2) == "according"
    {
        return true;
    }
    let mut next = run.end;
    while words::is_auxiliary(prose.lower(next)) && next < run.end + 3 {
        next += 1;
    }
    let says = words::saying(prose.lower(next)).is_some()
        && !words::is_preposition(prose.lower_before(run.first));
    says || words::saying(prose.lower_before(run.first)).is_some_and(|_| {
        let before = prose.lower_before(run.first);
        matches!(
            before,
            "said"
                | "says"
                | "added"
                | "explained"
                | "replied"
                | "asked"
                | "admitted"
                | "recalled"
                | "warned"
                | "wrote"
        )
    })
}

/// Whether a role stands before the run: "the surgeon X", "its director, X".
fn is_apposed(prose: &Prose<'_>, run: Run) -> bool {
    office_before(prose, run).is_some()
}

fn has_role(prose: &Prose<'_>, from: usize) -> bool {
    words::is_determiner(prose.lower(from))
        && (from..from + ROLE_REACH)
            .take_while(|at| {
                prose.word(*at) && !matches!(prose.lower(*at), "of" | "for" | "who" | "at")
            })
            .any(|at| words::is_role(prose.lower(at)))
}

/// The office that a run gives: its title, a role before it or after it.
pub(super) fn office(prose: &Prose<'_>, run: Run) -> Option<(usize, usize)> {
    if let Some(range) = office_before(prose, run) {
        return Some(range);
    }
    if prose.lower(run.end) == "," && has_role(prose, run.end + 1) {
        let first = run.end + 1;
        let end = (first..first + ROLE_REACH)
            .find(|at| !prose.word(*at) || prose.lower(*at) == "who")
            .unwrap_or(first + ROLE_REACH);
        return Some((first, end));
    }
    let says = (run.first..run.name)
        .any(|at| !words::is_plain_title(prose.lower(at)) && words::is_role(prose.lower(at)));
    says.then_some((run.first, run.name))
}

fn office_before(prose: &Prose<'_>, run: Run) -> Option<(usize, usize)> {
    let comma = prose.lower_before(run.first) == ",";
    let end = if comma { run.first - 1 } else { run.first };
    let paragraph = prose.tokens[run.first].paragraph;
    let mut first = end;
    let mut role = None;
    while first > 0 && end - first < ROLE_REACH {
        let before = &prose.tokens[first - 1];
        if !before.word
            || before.paragraph != paragraph
            || words::saying(&before.lower).is_some()
            || words::is_clause_start(&before.lower)
            || words::is_pronoun(&before.lower)
            || (&*before.lower == "and"
                && !(prose.capital(first) && first >= 2 && prose.capital(first - 2)))
        {
            break;
        }
        first -= 1;
        if words::is_role(&before.lower) && !prose.possessive(first) {
            role = Some(first);
        }
        if words::is_determiner(&before.lower) && role.is_some() {
            break;
        }
        if !comma && role.is_none() {
            break;
        }
    }
    role?;
    while first < end
        && (words::is_preposition(prose.lower(first))
            || matches!(prose.lower(first), "and" | "met"))
    {
        first += 1;
    }
    (first < end).then_some((first, end))
}

/// How many words before a comma a role is looked for: "the line's director, X".
const ROLE_REACH: usize = 8;
