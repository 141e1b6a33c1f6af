//! The whole case as one file that loads nothing: the contents of the pages, one after the other.

use super::{Frame, Seat};
use crate::assets;

/// Attributes that name identifiers of the same page.
const NAMING: [&str; 6] = [
    "id",
    "for",
    "list",
    "aria-labelledby",
    "aria-describedby",
    "headers",
];

/// The file.
pub(crate) fn page(seat: &Seat) -> Option<String> {
    let parts = [
        ("desk", super::desk::rendered(seat)),
        ("matrix", super::matrix::rendered(seat)),
        ("clashes", super::clashes::rendered(seat)),
        ("frontier", super::frontier::rendered(seat)),
        ("text", super::text::rendered(seat)),
    ];
    let frame = seat.frame("desk");
    let mut body = String::new();
    for (name, text) in parts {
        let text = text?;
        let main = between(&text, "<main id=\"main\" tabindex=\"-1\">", "</main>")?;
        // Without their links, pictures that scroll on a narrow screen take the focus themselves.
        let part = alone(main, name, &frame).replace(
            "<figure class=\"picture",
            "<figure tabindex=\"0\" class=\"picture",
        );
        body.push_str(&format!("<section>\n{part}</section>\n"));
    }
    Some(around(&frame, &body))
}

fn around(frame: &Frame, body: &str) -> String {
    let words = frame.words;
    let escape =
        |text: &str| askama::filters::escape(text, askama::filters::Html).map(|t| t.to_string());
    let title = escape(&frame.case_title).unwrap_or_default();
    let seen_by = escape(&frame.seen_by).unwrap_or_default();
    let remark = if frame.confidential {
        words.get("confidential").into_owned()
    } else {
        words.with("for-audience", &frame.seen_by).into_owned()
    };
    let remark = escape(&remark).unwrap_or_default();
    let head = frame.head.as_ref();
    let head = head.map_or_else(String::new, |(lines, hash)| {
        format!(
            " · {} <code>{hash}</code>",
            words.count("journal-lines", lines)
        )
    });
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{}\n{}\n</style>\n</head>\n<body>\n\
         <header class=\"top\"><div class=\"head\"><p class=\"case\">{title}</p>\
         <p class=\"seen\">{} <strong>{seen_by}</strong></p></div></header>\n<main>\n{body}</main>\n\
         <footer><p>{remark}</p><p>winset {} · {} <code>{}</code>{head}</p></footer>\n</body>\n</html>\n",
        words.tag,
        words.direction,
        assets::DESK_CSS.text(),
        assets::PICTURE_CSS.text(),
        words.get("seen-by"),
        frame.version(),
        words.get("case-hash"),
        frame.hash,
    )
}

fn between<'t>(text: &'t str, begin: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(begin)?;
    rest.rsplit_once(end).map(|(inside, _)| inside)
}

/// A page's content without what needs the desk: forms are left out, links to its pages are no links,
/// and identifiers begin with the page's name.
fn alone(html: &str, page: &str, frame: &Frame) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut in_form = false;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        let Some(end) = end_of_tag(tag) else { break };
        let (tag, after) = tag.split_at(end);
        if !in_form {
            out.push_str(before);
        }
        match tag {
            _ if tag.starts_with("<form") => in_form = true,
            "</form>" => in_form = false,
            _ if in_form => {}
            _ => out.push_str(&own_names(tag, page, frame)),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where a tag ends; a sign in a quoted value ends none.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A tag with its identifiers made the page's own, and without links to other pages.
fn own_names(tag: &str, page: &str, frame: &Frame) -> String {
    let mut out = String::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let Some((value, tail)) = after.split_once('"') else {
            break;
        };
        let name = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let head = &before[..before.len() - name.len()];
        let local = value.strip_prefix('#');
        if NAMING.contains(&name) {
            let names = value.split_whitespace().map(|n| format!("{page}-{n}"));
            let names: Vec<String> = names.collect();
            out.push_str(&format!("{head}{name}=\"{}\"", names.join(" ")));
        } else if let ("href", Some(local)) = (name, local) {
            out.push_str(&format!("{head}href=\"#{page}-{local}\""));
        } else if name == "href" && (value.starts_with(&frame.base) || value.starts_with('/')) {
            out.push_str(head.trim_end());
        } else {
            out.push_str(&format!("{before}=\"{value}\""));
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A page as text.
pub(super) fn rendered<T: askama::Template>(page: &super::Page<T>) -> Option<String> {
    page.0.render().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_outside_quotes() {
        assert_eq!(end_of_tag("<a title=\"1 > 0\">x"), Some(17));
        assert_eq!(end_of_tag("<a title=\"1"), None);
    }
}
