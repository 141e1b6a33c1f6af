//! The functions and types that code declares, at any depth.

use std::ops::Range;

use super::tokens::{CodeToken, closing_at, find_outside, text_at};

/// One named function; closures and types of functions are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FunctionItem<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// The byte of its `fn`.
    pub(crate) at: usize,
    /// The byte of its closing brace; `None` if it has no body.
    pub(crate) end: Option<usize>,
    /// Indices of the tokens of each parameter.
    pub(crate) parameters: Vec<Range<usize>>,
    /// Whether it stands in `impl Trait for Type`.
    pub(crate) of_trait_impl: bool,
}

/// One named type: struct, enum, union, trait, or an alias outside of impls and traits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeItem<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// The byte of its keyword.
    pub(crate) at: usize,
    /// Whether it is plainly `pub`.
    pub(crate) public: bool,
}

/// All named functions, in order.
pub(crate) fn function_items<'a>(tokens: &[CodeToken<'a>]) -> Vec<FunctionItem<'a>> {
    let trait_impls: Vec<Range<usize>> = impl_bodies(tokens)
        .into_iter()
        .filter(|body| body.of_trait)
        .map(|body| body.inside)
        .collect();
    (0..tokens.len())
        .filter(|index| {
            text_at(tokens, *index) == "fn" && tokens.get(index + 1).is_some_and(CodeToken::is_name)
        })
        .map(|index| {
            let open = parameters_open(tokens, index + 2);
            let close = closing_at(tokens, open);
            let body = find_outside(tokens, close + 1, |text| matches!(text, "{" | ";"));
            let end = (text_at(tokens, body) == "{").then(|| closing_at(tokens, body));
            FunctionItem {
                name: tokens[index + 1].text,
                at: tokens[index].at,
                end: end.and_then(|end| tokens.get(end)).map(|token| token.at),
                parameters: split_commas(tokens, open + 1..close),
                of_trait_impl: trait_impls.iter().any(|inside| inside.contains(&index)),
            }
        })
        .collect()
}

/// All named types, in order.
pub(crate) fn type_items<'a>(tokens: &[CodeToken<'a>]) -> Vec<TypeItem<'a>> {
    let bodies = impl_bodies(tokens);
    let is_member = |index: usize| bodies.iter().any(|body| body.inside.contains(&index));
    (0..tokens.len())
        .filter(|index| {
            let name = tokens.get(index + 1).filter(|token| token.is_name());
            match text_at(tokens, *index) {
                "struct" | "enum" | "trait" => name.is_some(),
                "union" => name.is_some_and(|name| name.text.starts_with(char::is_uppercase)),
                "type" => name.is_some() && !is_member(*index),
                _ => false,
            }
        })
        .map(|index| TypeItem {
            name: tokens[index + 1].text,
            at: tokens[index].at,
            public: is_public(tokens, index),
        })
        .collect()
}

/// Whether a plain `pub` stands before the keyword at `index`.
fn is_public(tokens: &[CodeToken<'_>], index: usize) -> bool {
    let before = tokens[..index].iter().rev();
    before
        .map(|token| token.text)
        .find(|text| *text != "unsafe")
        .is_some_and(|text| text == "pub")
}

/// The body of an impl or of a trait.
struct ImplBody {
    inside: Range<usize>,
    of_trait: bool,
}

fn impl_bodies(tokens: &[CodeToken<'_>]) -> Vec<ImplBody> {
    (0..tokens.len())
        .filter(|index| match text_at(tokens, *index) {
            "impl" => begins_item(tokens, *index),
            "trait" => tokens.get(index + 1).is_some_and(CodeToken::is_name),
            _ => false,
        })
        .map(|index| {
            let open = find_outside(tokens, index, |text| matches!(text, "{" | ";"));
            // `for<'a>` belongs to a bound.
            let of_trait = (index..open).any(|at| {
                text_at(tokens, index) == "impl"
                    && text_at(tokens, at) == "for"
                    && text_at(tokens, at + 1) != "<"
            });
            let inside = open..closing_at(tokens, open);
            ImplBody { inside, of_trait }
        })
        .collect()
}

/// Whether an item can begin at `index`: `impl` stands in types too.
fn begins_item(tokens: &[CodeToken<'_>], index: usize) -> bool {
    index.checked_sub(1).is_none_or(|before| {
        matches!(
            text_at(tokens, before),
            "{" | "}" | ";" | "]" | "unsafe" | "default"
        )
    })
}

/// Index of the parenthesis that opens the parameters; `start` is after the function's name.
fn parameters_open(tokens: &[CodeToken<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut index = start;
    while index < tokens.len() {
        match tokens[index].text {
            "(" if depth == 0 => return index,
            "(" | "[" | "{" => index = closing_at(tokens, index),
            "<" => depth += 1,
            ">" => depth = depth.saturating_sub(1),
            _ => {}
        }
        index += 1;
    }
    index
}

/// The parts of `range` between commas outside of brackets and of `<..>`.
fn split_commas(tokens: &[CodeToken<'_>], range: Range<usize>) -> Vec<Range<usize>> {
    let tokens = &tokens[..range.end.min(tokens.len())];
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = range.start;
    let mut index = range.start;
    while index < tokens.len() {
        match tokens[index].text {
            "(" | "[" | "{" => index = closing_at(tokens, index),
            "<" => depth += 1,
            ">" => depth = depth.saturating_sub(1),
            "," if depth == 0 => {
                parts.push(start..index);
                start = index + 1;
            }
            _ => {}
        }
        index += 1;
    }
    parts.push(start..tokens.len());
    parts.retain(|part| part.start < part.end);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::tokens::code_tokens;

    #[test]
    fn functions_are_found_with_their_parameters() {
        let code = "fn a<F: Fn(u8) -> B<C>>(d: E<F, G>, (h, i): (J, K)) -> fn(u8) where L: M {\n}\n\
                    trait N { fn o(&self); fn p() {} }\n\
                    impl<Q: for<'a> Fn(&'a R)> S<Q> { fn t(u: impl V) { fn w() {} } }\n\
                    impl X for Y { fn z() {} }";
        let tokens = code_tokens(code);
        let found: Vec<String> = function_items(&tokens)
            .iter()
            .map(|f| {
                let body = if f.end.is_some() { "" } else { ";" };
                let of_trait = if f.of_trait_impl { " for" } else { "" };
                format!("{}({}){body}{of_trait}", f.name, f.parameters.len())
            })
            .collect();
        assert_eq!(found, ["a(2)", "o(1);", "p(0)", "t(1)", "w(0)", "z(0) for"]);
    }

    #[test]
    fn types_are_found_with_their_visibility() {
        let code = "pub struct A; pub(crate) enum B {} pub unsafe trait C { type D; } \
                    impl E for F { type G = u8; } pub type H = u8; fn i() { struct J; } \
                    pub union K { l: u8 } let union = m; index! { pub struct N } struct $o;";
        let tokens = code_tokens(code);
        let found: Vec<String> = type_items(&tokens)
            .iter()
            .map(|item| format!("{}{}", if item.public { "+" } else { "" }, item.name))
            .collect();
        assert_eq!(found, ["+A", "B", "+C", "+H", "J", "+K", "+N"]);
    }
}
