//! Runs of words with capitals: what can be a name.

use crate::text::Prose;
use crate::words;

/// Longer runs are headlines.
const RUN_TOKENS_MAX: usize = 14;

/// A run of words with capitals. `first..name` are titles, `name..end` the name; stops and small words
/// inside of names are included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    /// The first token.
    pub(crate) first: usize,
    /// The first token after the titles.
    pub(crate) name: usize,
    /// The token after the last.
    pub(crate) end: usize,
}

/// All runs, in order; headings in capitals throughout are left out.
pub(crate) fn runs(prose: &Prose<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        if begins(prose, at) {
            let end = end_of(prose, at);
            found.push(Run {
                first: at,
                name: titles_end(prose, at, end),
                end,
            });
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

fn begins(prose: &Prose<'_>, at: usize) -> bool {
    let Some(token) = prose.token(at) else {
        return false;
    };
    token.capital && !words::is_function_word(&token.lower) && !is_shouted(token.text)
}

/// Whether a word is in capitals throughout and too long for initials.
fn is_shouted(text: &str) -> bool {
    text.chars().count() > 5 && !text.chars().any(char::is_lowercase)
}

fn end_of(prose: &Prose<'_>, first: usize) -> usize {
    let mut end = first + 1;
    while end < first + RUN_TOKENS_MAX && !prose.possessive(end - 1) {
        match step(prose, first, end) {
            0 => break,
            tokens => end += tokens,
        }
    }
    end
}

/// How many tokens the run `first..end` goes on for; none if it ends.
fn step(prose: &Prose<'_>, first: usize, end: usize) -> usize {
    let Some(next) = prose.token(end) else {
        return 0;
    };
    if prose.tokens[end - 1].paragraph != next.paragraph {
        return 0;
    }
    let last = &prose.tokens[end - 1];
    let capital_after = |at: usize| {
        prose.capital(at)
            && prose.tokens[at].paragraph == next.paragraph
            && !words::is_function_word(prose.lower(at))
    };
    let initial = last.text.chars().count() == 1;
    match next.text {
        "." if next.adjacent
            && (initial || words::is_short_title(&last.lower))
            && capital_after(end + 1) =>
        {
            2
        }
        "-" | "‑"
            if next.adjacent
                && prose
                    .token(end + 1)
                    .is_some_and(|t| t.adjacent && t.capital) =>
        {
            2
        }
        "of" if titles_end(prose, first, end) == end => department(prose, end),
        _ if next.capital && !next.adjacent && capital_after(end) => 1,
        _ if words::is_particle(&next.lower) => particles(prose, end, &capital_after),
        _ => 0,
    }
}

fn particles(prose: &Prose<'_>, at: usize, capital_after: &dyn Fn(usize) -> bool) -> usize {
    let hyphen = usize::from(
        prose
            .token(at + 1)
            .is_some_and(|t| t.text == "-" && t.adjacent),
    );
    if capital_after(at + 1 + hyphen) {
        return 2 + hyphen;
    }
    if words::is_particle(prose.lower(at + 1)) && capital_after(at + 2) {
        3
    } else {
        0
    }
}

/// "of Justice", "of the Interior", "of Foreign Affairs": how many tokens.
fn department(prose: &Prose<'_>, of: usize) -> usize {
    let mut at = of + 1;
    if prose.lower(at) == "the" {
        at += 1;
    }
    let first = at;
    while prose.capital(at) && words::is_department(prose.lower(at)) {
        at += 1;
    }
    if at == first { 0 } else { at - of }
}

fn titles_end(prose: &Prose<'_>, first: usize, end: usize) -> usize {
    let mut at = first;
    while at < end {
        let lower = prose.lower(at);
        let stop = lower == "." && at > first;
        let inner = at > first
            && (lower == "of" || lower == "the" || lower == "-" || words::is_department(lower));
        if !(stop || inner || words::is_person_title(lower)) {
            break;
        }
        at += 1;
    }
    if at == first {
        office_end(prose, first, end)
    } else {
        at
    }
}

/// "Energy Minister X Y": where an office that begins with other words ends; `first` if there is none.
fn office_end(prose: &Prose<'_>, first: usize, end: usize) -> usize {
    let office = (first + 1..end.saturating_sub(1)).rev().find(|at| {
        let lower = prose.lower(*at);
        words::is_person_title(lower) && words::is_role(lower)
    });
    office.map_or(first, |at| at + 1)
}
