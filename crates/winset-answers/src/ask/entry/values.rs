//! Values of fields from short texts.

use winset_model::document::{Entry, Node};

use super::fields::{EntryFieldWrong, FieldForm};

/// The value that texts make in a form; `public` stances where the entry is public.
pub(super) fn value_of(
    form: FieldForm,
    texts: &[&str],
    public: bool,
) -> Result<Node, EntryFieldWrong> {
    let list = |made: Vec<Node>| Ok(Node::of_list(made));
    let names = |text: &str| -> Vec<Node> {
        let names = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        names.map(Node::of_text).collect()
    };
    match form {
        FieldForm::Text => Ok(Node::of_text(texts.join("; "))),
        FieldForm::Names => list(texts.iter().flat_map(|text| names(text)).collect()),
        FieldForm::Texts => list(
            texts
                .iter()
                .map(|text| Node::of_text(text.trim()))
                .collect(),
        ),
        FieldForm::Options => pairs(texts, "POINT=OPTION,..", |point, options| {
            Some(Entry::plain(point, Node::of_list(names(options))))
        })
        .map(Node::of_map),
        FieldForm::Stances => pairs(texts, "PARTY=STANCE", |party, stance| {
            let word = Node::of_text(stance);
            Some(Entry::plain(
                party,
                if public { shown_to_all(word) } else { word },
            ))
        })
        .map(Node::of_map),
        FieldForm::Counts => list(pairs(texts, "WHAT=LEAST or WHAT=LEAST-MOST", count)?),
        FieldForm::Sources => list(pairs(texts, "KIND=GRADE or KIND=GRADE=REMARK", source)?),
    }
}

/// A stance that whoever sees the entry may know.
fn shown_to_all(word: Node) -> Node {
    let visibility = Entry::plain("visibility", Node::of_text("public"));
    Node::of_map(vec![Entry::plain("stance", word), visibility])
}

/// What each text says before and behind its first `=`.
fn pairs<T>(
    texts: &[&str],
    form: &'static str,
    made: impl Fn(&str, &str) -> Option<T>,
) -> Result<Vec<T>, EntryFieldWrong> {
    let each = texts.iter().map(|text| {
        let pair = text.split_once('=');
        let made = pair.and_then(|(left, right)| made(left.trim(), right.trim()));
        made.ok_or_else(|| EntryFieldWrong::NotOfForm {
            text: text.trim().to_owned(),
            form,
        })
    });
    each.collect()
}

fn count(what: &str, counted: &str) -> Option<Node> {
    let (least, most) = match counted.split_once('-') {
        Some((least, most)) => (least.trim(), Some(most.trim())),
        None => (counted, None),
    };
    let is_whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if what.is_empty() || !is_whole(least) || most.is_some_and(|most| !is_whole(most)) {
        return None;
    }
    let mut entries = vec![
        Entry::plain("what", Node::of_text(what)),
        Entry::plain("least", Node::of_number(least)),
    ];
    entries.extend(most.map(|most| Entry::plain("most", Node::of_number(most))));
    Some(Node::of_map(entries))
}

fn source(kind: &str, rest: &str) -> Option<Node> {
    let (grade, remark) = match rest.split_once('=') {
        Some((grade, remark)) => (grade.trim(), Some(remark.trim())),
        None => (rest, None),
    };
    if kind.is_empty() || grade.is_empty() {
        return None;
    }
    let mut entries = vec![
        Entry::plain("kind", Node::of_text(kind)),
        Entry::plain("grade", Node::of_text(grade)),
    ];
    entries.extend(remark.map(|remark| Entry::plain("note", Node::of_text(remark))));
    Some(Node::of_map(entries))
}
