//! The items of a module: what a file or an inline module declares at its top.

use std::ops::Range;

use super::tokens::{CodeToken, closing_at, find_outside, text_at};

/// One item at the top of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ModuleItem<'a> {
    /// `mod`, `use`, `fn`, `struct`, .., `macro_rules`, or `macro call`.
    pub(crate) keyword: &'a str,
    /// Its name; empty for `use`, `impl` and foreign blocks.
    pub(crate) name: &'a str,
    /// Whether it is plainly `pub`.
    pub(crate) public: bool,
    /// The byte of its keyword.
    pub(crate) at: usize,
    /// Indices of the tokens between the braces of an inline module.
    pub(crate) inside: Option<Range<usize>>,
}

/// The items among the tokens of `range`, in order. What stands in functions, types or macros is
/// not looked into.
pub(crate) fn module_items<'a>(
    tokens: &[CodeToken<'a>],
    range: Range<usize>,
) -> Vec<ModuleItem<'a>> {
    let tokens = &tokens[..range.end];
    let mut items = Vec::new();
    let mut public = false;
    let mut index = range.start;
    while index < range.end {
        match text_at(tokens, index) {
            "#" => index = closing_at(tokens, attribute_bracket(tokens, index)) + 1,
            "pub" => {
                let limited = text_at(tokens, index + 1) == "(";
                public = !limited;
                index = if limited {
                    closing_at(tokens, index + 1)
                } else {
                    index
                } + 1;
            }
            _ => {
                let Some(keyword) = item_keyword(tokens, index) else {
                    index += 1;
                    continue;
                };
                let end = item_end(tokens, index, keyword);
                items.push(ModuleItem {
                    keyword,
                    name: item_name(tokens, index, keyword),
                    public,
                    at: tokens[index].at,
                    inside: inline_range(tokens, index, keyword),
                });
                public = false;
                index = end + 1;
            }
        }
    }
    items
}

/// Index of the bracket of the attribute that begins at `hash`: `#[` or `#![`.
fn attribute_bracket(tokens: &[CodeToken<'_>], hash: usize) -> usize {
    hash + 1 + usize::from(text_at(tokens, hash + 1) == "!")
}

/// The keyword of the item that the token at `index` decides; `None` for words before a keyword
/// (`unsafe`, the `const` of `const fn`) and for marks.
fn item_keyword(tokens: &[CodeToken<'_>], index: usize) -> Option<&'static str> {
    const KEYWORDS: &[&str] = &[
        "mod", "use", "fn", "struct", "enum", "trait", "type", "impl", "static",
    ];
    let word = text_at(tokens, index);
    let next = text_at(tokens, index + 1);
    match word {
        "const" if !matches!(next, "fn" | "unsafe" | "async" | "extern") => Some("const"),
        "extern" if matches!(next, "crate" | "{") => Some("extern"),
        "union" if tokens.get(index + 1).is_some_and(CodeToken::is_name) => Some("union"),
        "macro_rules" => Some("macro_rules"),
        _ if next == "!" && tokens[index].is_name() => Some("macro call"),
        _ => KEYWORDS.iter().find(|keyword| **keyword == word).copied(),
    }
}

fn item_name<'a>(tokens: &[CodeToken<'a>], index: usize, keyword: &str) -> &'a str {
    match keyword {
        "use" | "impl" | "extern" => "",
        "macro call" => text_at(tokens, index),
        "macro_rules" => text_at(tokens, index + 2),
        _ if text_at(tokens, index + 1) == "mut" => text_at(tokens, index + 2),
        _ => text_at(tokens, index + 1),
    }
}

/// Index of the last token of the item whose keyword stands at `index`.
fn item_end(tokens: &[CodeToken<'_>], index: usize, keyword: &str) -> usize {
    let to_semicolon = matches!(keyword, "use" | "const" | "static" | "type");
    let end = find_outside(tokens, index, |text| {
        text == ";" || (!to_semicolon && text == "{")
    });
    if text_at(tokens, end) == "{" {
        closing_at(tokens, end)
    } else {
        end
    }
}

fn inline_range(tokens: &[CodeToken<'_>], index: usize, keyword: &str) -> Option<Range<usize>> {
    let open = index + 2;
    let inline = keyword == "mod" && text_at(tokens, open) == "{";
    inline.then(|| open + 1..closing_at(tokens, open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::tokens::code_tokens;

    fn check(code: &str, expected: &[&str]) {
        let tokens = code_tokens(code);
        let found: Vec<String> = module_items(&tokens, 0..tokens.len())
            .iter()
            .map(|item| {
                let visibility = if item.public { "pub " } else { "" };
                format!("{visibility}{} {}", item.keyword, item.name)
            })
            .collect();
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn items_are_told_apart() {
        check(
            "#![a] mod b; pub(crate) mod c { fn d() {} } pub use e::{f, g}; fn h() {}",
            &["mod b", "mod c", "pub use ", "fn h"],
        );
        check(
            "pub struct A(u8); struct B; enum C { D } pub unsafe trait E { type F; } type G = u8;",
            &[
                "pub struct A",
                "struct B",
                "enum C",
                "pub trait E",
                "type G",
            ],
        );
        check(
            "const A: [u8; 2] = { [1, 2] }; pub const fn b() {} static mut C: u8 = 1; impl D {}",
            &["const A", "pub fn b", "static C", "impl "],
        );
        check(
            "macro_rules! a { () => { fn b() {} } } c! { struct D; } e!(f); fn g() {}",
            &["macro_rules a", "macro call c", "macro call e", "fn g"],
        );
        check(
            "extern crate a; pub union B { c: u8 }",
            &["extern ", "pub union B"],
        );
    }

    #[test]
    fn inline_modules_hold_items_of_their_own() {
        let tokens = code_tokens("mod a { mod b; fn c() { struct D; } } mod e;");
        let items = module_items(&tokens, 0..tokens.len());
        let inside = module_items(&tokens, items[0].inside.clone().unwrap());
        let names: Vec<&str> = inside.iter().map(|item| item.name).collect();
        assert_eq!(names, ["b", "c"]);
        assert_eq!(items[1].inside, None);
    }
}
