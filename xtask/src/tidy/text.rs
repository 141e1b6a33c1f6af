//! What no text of the repository may hold: paths of one machine, notes of unfinished work, tests
//! that are switched off without a word.

use super::{Finding, Tree};
use crate::source::rust_text::{code_only, is_word};

const RULE: &str = "text";

// Put together from halves, since this file is checked too.

/// Beginnings of paths that mean something on one machine only.
const MACHINE_PATHS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/tm", "p/bash"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

/// Marks of unfinished work.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];

/// Findings on forbidden text in all text files, and in Rust files on `#[ignore]` without a reason.
pub fn text(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts("") {
        for (index, line) in text.lines().enumerate() {
            findings.extend(
                forbidden(line).map(|message| Finding::new(RULE, path, index + 1, message)),
            );
        }
    }
    for (path, text) in tree.texts(".rs") {
        let code = code_only(text);
        let lines = code.lines().zip(text.lines()).enumerate();
        findings.extend(
            lines
                .filter(|(_, (code, text))| ignores_silently(code, text))
                .map(|(index, _)| {
                    let message = "a test is ignored without `= \"reason\"`";
                    Finding::new(RULE, path, index + 1, message)
                }),
        );
    }
    findings
}

/// What is wrong with a line, word by word.
fn forbidden(line: &str) -> impl Iterator<Item = String> {
    let paths = MACHINE_PATHS
        .iter()
        .filter(move |path| stands_alone(line, path, is_path, |_| false))
        .map(|path| format!("'{path}' is a path of one machine"));
    let marks = MARKS
        .iter()
        .filter(move |mark| stands_alone(line, mark, is_word, is_word))
        .map(|mark| format!("'{mark}' marks unfinished work: finish it or write it up"));
    paths.chain(marks)
}

/// Whether `part` occurs in `line` where `joins_before` does not hold for the character before it,
/// nor `joins_after` for the one after it.
fn stands_alone(
    line: &str,
    part: &str,
    joins_before: impl Fn(char) -> bool,
    joins_after: impl Fn(char) -> bool,
) -> bool {
    line.match_indices(part).any(|(at, _)| {
        !line[..at].ends_with(&joins_before) && !line[at + part.len()..].starts_with(&joins_after)
    })
}

/// Whether `c` before a slash makes the path relative or part of an address.
fn is_path(c: char) -> bool {
    is_word(c) || matches!(c, '.' | '-' | '~' | '}')
}

/// Whether a line of `code` ignores a test without a reason; `text` is the line with its literals.
fn ignores_silently(code: &str, text: &str) -> bool {
    let Some((_, after)) = code.split_once("#[ignore") else {
        return false;
    };
    let reason = text
        .split_once('"')
        .and_then(|(_, rest)| rest.split_once('"'));
    !after.trim_start().starts_with('=')
        || reason.is_none_or(|(reason, _)| reason.trim().is_empty())
}
