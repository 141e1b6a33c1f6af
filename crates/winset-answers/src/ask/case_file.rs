//! The case as one file.

use winset_journal::SeenCase;
use winset_model::case::Case;
use winset_model::diagnostic::Span;
use winset_model::document::{Entry, Node, Value};
use winset_model::offer::{Offer, OfferKind};

/// The case file that says what an audience sees of a case and its journal: the file with its
/// amendments, and the offers of the journal among its own. It has no places.
///
/// Linear in the size of both.
pub fn case_file(seen: &SeenCase) -> Node {
    let mut file = seen.document.clone();
    let case = &seen.case;
    let offers = case.offers.iter().filter(|offer| offer.line.is_some());
    let offers: Vec<Node> = offers.map(|offer| offer_entry(case, offer)).collect();
    let Value::Map(entries) = &mut file.value else {
        return file;
    };
    if offers.is_empty() {
        return file;
    }
    match entries.iter_mut().find(|entry| entry.key == "offers") {
        Some(Entry { node, .. }) => match &mut node.value {
            Value::List(own) => own.extend(offers),
            other => *other = Value::List(offers),
        },
        None => entries.push(entry("offers", Value::List(offers))),
    }
    file
}

fn offer_entry(case: &Case, offer: &Offer) -> Node {
    let mut entries = vec![entry("seq", Value::Number(offer.seq.to_string()))];
    if let Some(date) = &offer.date {
        entries.push(entry("date", Value::Text(date.to_string())));
    }
    let by = case.parties[offer.by.index()].id.clone();
    entries.push(entry("by", Value::Text(by)));
    let said = offer.says.iter().map(|(point, option)| {
        let point = &case.points[point.index()];
        entry(
            &point.id,
            Value::Text(point.options[option.index()].id.clone()),
        )
    });
    let key = match offer.kind {
        OfferKind::Package => "package",
        OfferKind::Statement => "says",
    };
    entries.push(entry(key, Value::Map(said.collect())));
    entries.push(entry(
        "visibility",
        Value::Text(offer.visibility.as_str().to_owned()),
    ));
    if let Some(note) = &offer.note {
        entries.push(entry("note", Value::Text(note.clone())));
    }
    plain(Value::Map(entries))
}

fn entry(key: &str, value: Value) -> Entry {
    Entry {
        key: key.to_owned(),
        key_span: Span::default(),
        node: plain(value),
    }
}

fn plain(value: Value) -> Node {
    Node {
        value,
        span: Span::default(),
    }
}
