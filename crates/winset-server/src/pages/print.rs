//! What stands at the edges of every printed sheet: the case, its day, for whom it is, the state of it, and
//! the number of the sheet.

use std::fmt::Write as _;

use axum::http::header;
use axum::response::IntoResponse;

use super::Seat;

/// Most characters of a title at the edge of a sheet.
const TITLE_CHARS_MAX: usize = 60;
/// Characters of the case's hash that stand for its state.
const HASH_CHARS: usize = 12;

/// The rules of a view for paper.
pub(super) async fn style(seat: Seat) -> impl IntoResponse {
    let words = seat.words;
    let case = seat.case();
    let reader = winset_told::audience_named(case, &seat.view.snapshot.audience, words);
    let class = if seat.view.is_mediator() {
        words.get("print-confidential").into_owned()
    } else {
        words.with("print-for", reader.as_str()).into_owned()
    };
    let mut title: String = case.title.chars().take(TITLE_CHARS_MAX).collect();
    if title.chars().count() < case.title.chars().count() {
        title.push('…');
    }
    let day = match seat.past {
        Some(day) => Some(day.to_string()),
        None => case.register.as_of.map(|day| day.to_string()),
    };
    let hash: String = case.hash.chars().take(HASH_CHARS).collect();
    let state = match day {
        Some(day) => format!("{day} · {hash}"),
        None => hash,
    };
    let css = format!(
        "@page {{ margin-top: 18mm; margin-bottom: 18mm;\n\
         @top-left {{ content: {}; font: 8pt sans-serif; }}\n\
         @top-right {{ content: {}; font: 8pt sans-serif; }}\n\
         @bottom-left {{ content: {}; font: 8pt sans-serif; }}\n\
         @bottom-right {{ content: counter(page) \" / \" counter(pages); font: 8pt sans-serif; }} }}\n",
        quoted(&title),
        quoted(&state),
        quoted(&class),
    );
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], css)
}

/// A text as a string of CSS, whatever stands in it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || " .,:;·…()-".contains(c) {
            out.push(c);
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_string() {
        assert_eq!(quoted("A: b (c)"), "\"A: b (c)\"");
        assert_eq!(
            quoted("a\"}\\\n</style>"),
            "\"a\\22 \\7d \\5c \\a \\3c \\2f style\\3e \""
        );
    }
}
