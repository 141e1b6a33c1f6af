//! Paths in code: what `use` items bring in, and paths that stand in the code itself.

use super::tokens::{CodeToken, text_at};

/// One name that a `use` item brings in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UsePath<'a> {
    /// The path to it; the last segment of a glob is `*`.
    pub(crate) segments: Vec<&'a str>,
    /// The name it has here; `None` for a glob and for `as _`.
    pub(crate) bound: Option<&'a str>,
    /// Whether others may take it from here: `pub`, or `pub(..)`.
    pub(crate) passed_on: bool,
    /// Index of its last token.
    pub(crate) index: usize,
}

/// A path of two segments or more outside of `use` items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InlinePath<'a> {
    /// Its segments, without generic arguments.
    pub(crate) segments: Vec<&'a str>,
    /// Index of its first token.
    pub(crate) index: usize,
}

/// Where a path of either kind stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PathPlace<'p, 'a> {
    /// Its segments.
    pub(crate) segments: &'p [&'a str],
    /// Index of the token that tells its line.
    pub(crate) index: usize,
}

impl<'a> UsePath<'a> {
    /// Its segments and its last token.
    pub(crate) fn place(&self) -> PathPlace<'_, 'a> {
        PathPlace {
            segments: &self.segments,
            index: self.index,
        }
    }
}

impl<'a> InlinePath<'a> {
    /// Its segments and its first token.
    pub(crate) fn place(&self) -> PathPlace<'_, 'a> {
        PathPlace {
            segments: &self.segments,
            index: self.index,
        }
    }
}

/// Names that `use` items bring in, wherever they stand, in order.
pub(crate) fn use_paths<'a>(tokens: &[CodeToken<'a>]) -> Vec<UsePath<'a>> {
    let mut paths = Vec::new();
    for index in 0..tokens.len() {
        if begins_use(tokens, index) {
            let before = index.checked_sub(1).map_or("", |at| text_at(tokens, at));
            let passed_on = matches!(before, "pub" | ")");
            read_use(tokens, index + 1, passed_on, &mut paths);
        }
    }
    paths
}

/// Whether a `use` item begins at `index`; `use<'a>` in a bound does not.
fn begins_use(tokens: &[CodeToken<'_>], index: usize) -> bool {
    text_at(tokens, index) == "use" && text_at(tokens, index + 1) != "<"
}

/// Reads a tree of paths from `start` to its `;`.
fn read_use<'a>(
    tokens: &[CodeToken<'a>],
    start: usize,
    passed_on: bool,
    paths: &mut Vec<UsePath<'a>>,
) {
    let mut segments = Vec::new();
    let mut groups = Vec::new();
    let mut alias = None;
    let mut open_leaf = false;
    let mut index = start;
    while let Some(token) = tokens.get(index) {
        match token.text {
            "::" => open_leaf = false,
            "{" => groups.push(segments.len()),
            "as" => {
                index += 1;
                alias = Some(text_at(tokens, index));
            }
            "," | "}" | ";" => {
                if open_leaf {
                    paths.push(use_leaf(&segments, alias.take(), passed_on, index - 1));
                }
                open_leaf = false;
                segments.truncate(groups.last().copied().unwrap_or(0));
                if token.text == "}" {
                    groups.pop();
                } else if token.text == ";" {
                    return;
                }
            }
            name => {
                segments.push(name);
                open_leaf = true;
            }
        }
        index += 1;
    }
}

fn use_leaf<'a>(
    segments: &[&'a str],
    alias: Option<&'a str>,
    passed_on: bool,
    index: usize,
) -> UsePath<'a> {
    let mut segments = segments.to_vec();
    if segments.len() > 1 && segments.last() == Some(&"self") {
        segments.pop();
    }
    let bound = alias
        .or(segments.last().copied())
        .filter(|name| !matches!(*name, "*" | "_"));
    UsePath {
        segments,
        bound,
        passed_on,
        index,
    }
}

/// Paths outside of `use` items and of `pub(in ..)`, in order.
pub(crate) fn inline_paths<'a>(tokens: &[CodeToken<'a>]) -> Vec<InlinePath<'a>> {
    let mut paths = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        if begins_use(tokens, index) {
            while !matches!(text_at(tokens, index), ";" | "") {
                index += 1;
            }
        }
        let start = index;
        index += 1;
        if !begins_path(tokens, start) {
            continue;
        }
        let mut segments = vec![tokens[start].text];
        while text_at(tokens, index) == "::"
            && let Some(next) = tokens.get(index + 1).filter(|next| next.is_name())
        {
            segments.push(next.text);
            index += 2;
        }
        if segments.len() > 1 {
            paths.push(InlinePath {
                segments,
                index: start,
            });
        }
    }
    paths
}

fn begins_path(tokens: &[CodeToken<'_>], index: usize) -> bool {
    let before = |back: usize| index.checked_sub(back).map_or("", |at| text_at(tokens, at));
    let of_visibility = before(1) == "in" && before(2) == "(" && before(3) == "pub";
    tokens.get(index).is_some_and(CodeToken::is_name)
        && !matches!(before(1), "::" | "." | "$")
        && !of_visibility
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::tokens::code_tokens;

    fn check_uses(code: &str, expected: &[&str]) {
        let found: Vec<String> = use_paths(&code_tokens(code))
            .iter()
            .map(|path| {
                let bound = path.bound.unwrap_or("-");
                let arrow = if path.passed_on { "=>" } else { "->" };
                format!("{} {arrow} {bound}", path.segments.join("::"))
            })
            .collect();
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn use_trees_are_flattened() {
        check_uses("use a::b;", &["a::b -> b"]);
        check_uses(
            "pub(crate) use a::{self, b as c, d::{e, f as _}, g::*,}; use h;",
            &[
                "a => a",
                "a::b => c",
                "a::d::e => e",
                "a::d::f => -",
                "a::g::* => -",
                "h -> h",
            ],
        );
        check_uses("fn a() -> impl B + use<'c> { use d::e; }", &["d::e -> e"]);
        check_uses("use {a::b, c};", &["a::b -> b", "c -> c"]);
    }

    #[test]
    fn paths_in_code_are_found() {
        let code = "use a::b; fn c(d: e::F<g::H>) { i::j::<K>(l.m::<N>()); <O as p::Q>::r::s } \
                    pub(in crate::t) fn u() { for v in crate::w() { $x::y } }";
        let tokens = code_tokens(code);
        let found: Vec<String> = inline_paths(&tokens)
            .iter()
            .map(|path| path.segments.join("::"))
            .collect();
        assert_eq!(found, ["e::F", "g::H", "i::j", "p::Q", "crate::w"]);
    }
}
