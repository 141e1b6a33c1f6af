//! Texts of a YAML file that end at a `#`, although their author may have meant it.

use super::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Span};

/// Warns of texts without quotes that are followed by ` #` on their line: YAML takes the rest for a
/// remark. One word with a remark behind it, such as `ann # the first`, is what remarks are for.
///
/// Linear in the file.
pub(crate) fn cut_texts(text: &str, root: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        match &node.value {
            Value::List(members) => waiting.extend(members),
            Value::Map(entries) => waiting.extend(entries.iter().map(|entry| &entry.node)),
            Value::Text(value) => found.extend(cut(text, node.span, value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    found.sort_by_key(|finding| finding.span.start);
    found
}

fn cut(text: &str, span: Span, value: &str) -> Option<Diagnostic> {
    let written = text.get(span.start..span.end)?;
    // Quoted, in a block, or by an alias: it ends where its author says.
    if written != value {
        return None;
    }
    let rest = text.get(span.end..)?.split('\n').next()?;
    let remark = rest
        .trim_start()
        .strip_prefix('#')
        .filter(|_| rest.starts_with(' '))?;
    let is_word = !value.contains(' ') && remark.starts_with(' ');
    if is_word || remark.trim().is_empty() {
        return None;
    }
    let message = format!(
        "this text ends at the #: `{}` is not read",
        shown(rest.trim())
    );
    let span = Span {
        start: span.start,
        end: span.end + rest.trim_end().len(),
    };
    let what = "the text in quotes if the # belongs to it";
    Some(Diagnostic::new(Code::TextCut, span, "", message).expected(what))
}

fn shown(text: &str) -> String {
    const SHOWN_CHARS_MAX: usize = 60;
    match text.char_indices().nth(SHOWN_CHARS_MAX) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Syntax, parse};

    #[test]
    fn texts_that_lose_words_are_told() {
        let check = |line: &str, lost: Option<&str>| {
            let text = format!("title: A\nb:\n  - {line}\n");
            let root = parse(text.as_bytes(), Syntax::Yaml).unwrap();
            let found = cut_texts(&text, &root);
            let said = found.first().map(|f| f.message.split('`').nth(1).unwrap());
            assert_eq!(said, lost, "{line}");
        };
        check("Fund #2 for the pier", Some("#2 for the pier"));
        check("text: See Annex #3 below.", Some("#3 below."));
        check("See the annex # three", Some("# three"));
        check("{id: a, label: See Annex #3, b: 1\n    }", Some("#3, b: 1"));
        // Quotes, words with a remark, numbers, and a # inside a word.
        check("\"Fund #2\" # two", None);
        check("'Fund #2' #2", None);
        check("ann # the first of them", None);
        check("12 #7", None);
        check("Fund#2 for all", None);
        check("id: ann", None);
        check("Fund two #", None);
        check("|\n    Fund #2", None);
    }
}
