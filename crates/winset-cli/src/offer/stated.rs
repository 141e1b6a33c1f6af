//! The package that an offer states: in a file, or against the party's last offer.

use winset::model::case::Case;
use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::{self, Entry, Node, Syntax, Value};
use winset::model::options::{Package, PartyId};
use winset::model::read_package;
use winset::{LoadError, Text};

use crate::args::OfferAddArgs;
use crate::failure::Failure;
use crate::output;

/// The flag that settles a point.
const SET: &str = "--set ";

/// The package that the arguments state.
pub(super) fn package(args: &OfferAddArgs, case: &Case, by: PartyId) -> Result<Package, Failure> {
    let Some(path) = &args.package else {
        return set(&args.set, case, by);
    };
    let text = output::text(path, None)?;
    let read = document::parse(&text.bytes, text.syntax).and_then(|root| read_package(&root, case));
    read.map_err(|found| LoadError::Refused { text, found }.into())
}

/// The party's last offer with points set to other options. Findings have their places in the
/// flags, one on each line.
fn set(flags: &[String], case: &Case, by: PartyId) -> Result<Package, Failure> {
    let before = case.offers.iter().rev().find(|offer| offer.by == by);
    let mut found = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut text = String::new();
    for flag in flags {
        text.push_str(SET);
        match setting(flag, text.len()) {
            Ok(entry) => match entries.iter().find(|e| e.key == entry.key) {
                Some(first) => found.push(twice(&entry, first.key_span)),
                None => entries.push(entry),
            },
            Err(finding) => found.push(finding),
        }
        text.push_str(flag);
        text.push('\n');
    }
    let end = text.len().saturating_sub(1);
    let kept = before.map(|offer| kept(case, &offer.package, &entries, end));
    entries.extend(kept.into_iter().flatten());
    let root = Node {
        value: Value::Map(entries),
        span: Span { start: end, end },
    };
    let read = read_package(&root, case);
    match read {
        Ok(package) if found.is_empty() => return Ok(package),
        Ok(_) => {}
        Err(mut more) => {
            if before.is_none() {
                let by = &case.parties[by.index()].id;
                let no_offer = |d: &&mut Diagnostic| d.code == Code::OfferPoints;
                for open in more.iter_mut().filter(no_offer) {
                    let expected =
                        format!("every point: `{by}` has no offer yet that could change");
                    open.expected = Some(expected);
                }
            }
            found.extend(more);
        }
    }
    found.sort_by_key(|finding| finding.span);
    let text = Text {
        name: "command line".to_owned(),
        bytes: text.into_bytes(),
        syntax: Syntax::Yaml,
    };
    Err(Failure::Changes(vec![(text, found)]))
}

/// What `POINT=OPTION` settles, at its place in the flags.
fn setting(flag: &str, start: usize) -> Result<Entry, Diagnostic> {
    let span = |from: usize, to: usize| Span {
        start: start + from,
        end: start + to,
    };
    let Some((point, option)) = flag.split_once('=') else {
        let whole = span(0, flag.len());
        let message = format!("`{flag}` settles no point");
        let finding = Diagnostic::new(Code::Malformed, whole, "", message);
        return Err(finding.expected("a point, `=` and one of its options"));
    };
    let (left, right) = (point.trim(), option.trim());
    Ok(Entry {
        key: left.to_owned(),
        key_span: span(0, point.len()),
        node: Node {
            value: Value::Text(right.to_owned()),
            span: span(point.len() + 1, flag.len()),
        },
    })
}

fn twice(entry: &Entry, first: Span) -> Diagnostic {
    let message = format!("`{}` is set twice", entry.key);
    Diagnostic::new(Code::Repeated, entry.key_span, "", message).related(first, "it is set here")
}

/// What the offer before settles on the points that are not set.
fn kept(case: &Case, package: &Package, set: &[Entry], end: usize) -> Vec<Entry> {
    let span = Span { start: end, end };
    let points = case.points.iter().zip(&package.0);
    let points = points.filter(|(point, _)| set.iter().all(|e| e.key != point.id));
    let entry = |(point, option): (
        &winset::model::case::Point,
        &winset::model::options::OptionId,
    )| {
        let option = point.options[option.index()].id.clone();
        Entry {
            key: point.id.clone(),
            key_span: span,
            node: Node {
                value: Value::Text(option),
                span,
            },
        }
    };
    points.map(entry).collect()
}
