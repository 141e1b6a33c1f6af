//! No float decides anything in model, check or solve.

use super::exempt::{Exempt, stale};
use super::{Finding, Tree};
use crate::source::files::is_test_path;
use crate::source::rust_text::{code_only, is_word, line_at, without_tests, words};

const RULE: &str = "floats";
const HERE: &str = "xtask/src/tidy/floats.rs";

const NEVER_IN: &[&str] = &["crates/winset-model/src/", "crates/winset-check/src/"];
const SOLVE: &str = "crates/winset-solve/src/";

/// Files of winset-solve where floats guess, and what they guess; integers decide after them.
pub(super) const FLOAT_FILES: Exempt = &[
    (
        "crates/winset-solve/src/bound.rs",
        "the size to which guessed weights are rounded",
    ),
    (
        "crates/winset-solve/src/dual.rs",
        "guesses weights, which then count in integers",
    ),
    (
        "crates/winset-solve/src/search.rs",
        "orders branches by the guess; integers close leaves",
    ),
    (
        "crates/winset-solve/src/settle/tangent.rs",
        "guesses weights of sums and cuts; integers decide what they show",
    ),
    (
        "crates/winset-solve/src/surrogate.rs",
        "rounds guessed weights to integers, checks their range",
    ),
];

/// Findings on floats (types, conversions, literals) outside of tests: all in winset-model and
/// winset-check, and those in files of winset-solve that `allowed` does not list.
pub fn floats(tree: &Tree, allowed: Exempt<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut used = Vec::new();
    for (path, text) in tree.texts(".rs").filter(|(path, _)| !is_test_path(path)) {
        let in_solve = path.starts_with(SOLVE);
        if !in_solve && !NEVER_IN.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let found = floats_of(text);
        if in_solve && !found.is_empty() && allowed.iter().any(|(file, _)| *file == path) {
            used.push(path);
            continue;
        }
        let advice = if in_solve {
            format!("if it only guesses, list the file in FLOAT_FILES ({HERE}) with the reason")
        } else {
            "integers or rationals only in this crate".to_owned()
        };
        findings.extend(found.into_iter().map(|(line, word)| {
            Finding::new(RULE, path, line, format!("'{word}' is a float; {advice}"))
        }));
    }
    findings.extend(stale(RULE, HERE, allowed, &used));
    findings
}

/// Lines and words of the floats outside of tests.
fn floats_of(text: &str) -> Vec<(usize, String)> {
    let code = without_tests(&code_only(text));
    words(&code)
        .filter(|(at, word)| names_float(word) || is_float_literal(&code, *at, word))
        .map(|(at, _)| (line_at(&code, at), whole_literal(&code[at..]).to_owned()))
        .collect()
}

/// The name or number that `code` begins with; a number with its fraction.
fn whole_literal(code: &str) -> &str {
    let number = code.starts_with(|c: char| c.is_ascii_digit());
    let end = code
        .find(|c: char| !(is_word(c) || (number && c == '.')))
        .unwrap_or(code.len());
    &code[..end]
}

/// `f64`, `to_f64`, `1_f64`; not `0x1f64`.
fn names_float(word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    ["f32", "f64"].iter().any(|name| {
        word.strip_suffix(name).is_some_and(|before| {
            (number && !word.starts_with("0x")) || before.is_empty() || before.ends_with('_')
        })
    })
}

/// `1.5`, `1e9`; not `x.0.1`, `0..1`, `0x1e9`.
fn is_float_literal(code: &str, at: usize, word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    if !number || code[..at].ends_with('.') || word.starts_with("0x") {
        return false;
    }
    let mut after = code[at + word.len()..].chars();
    let has_point = after.next() == Some('.')
        && !after
            .next()
            .is_some_and(|c| c == '.' || (is_word(c) && !c.is_ascii_digit()));
    has_point || (word.contains(['e', 'E']) && !word.contains("size"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = floats_of(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_types_conversions_and_literals() {
        check("fn a(b: f64) -> f32 {}", &["f64", "f32"]);
        check("a.to_f64(); 1_f64; 2f32", &["to_f64", "1_f64", "2f32"]);
        check("let a = 1.5 + 2. + 1e9;", &["1.5", "2.", "1e9"]);
    }

    #[test]
    fn leaves_the_rest() {
        check(
            "a.0.1; 0..1; 0x1f64; 0x1e9; 1.max(2); 3usize; 4isize; leaf64",
            &[],
        );
        check(
            "// f64\nlet a = \"f64\";\n#[cfg(test)]\nmod tests { f64 }",
            &[],
        );
    }
}
