//! The serial form of what-ifs (`winset-overlay/1`), and its JSON Schema.

use serde_json::{Value as Json, json};

use super::changes::Changes;
use super::check;
use super::wanted::{Set, Target, Wanted};
use crate::case::Case;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{self, Node, Syntax, Value};
use crate::file::forms::{Num, Picks, Whole};
use crate::file::parts::{CaseName, names_format};
use crate::file::read::{Context, Definitions, List, Name, Named, Read, shown};
use crate::file::record::record;
use crate::number::{self, NumberFault};

/// The name of the format of overlay files.
pub const FORMAT: &str = "winset-overlay/1";

/// The word for a value that is taken away.
pub(super) const NONE: &str = "none";

record! {
    /// A what-if: named changes of a case.
    OverlayFile {
        /// Always `winset-overlay/1`.
        format: OverlayFormat,
        /// Short name of the what-if.
        name: CaseName,
        /// Identifier of the case that it changes.
        of: CaseRef,
        /// Title for readers.
        title: Option<String>,
        /// Values and scores of parties.
        set: Named<SetEntry>,
        /// Lines, and the step of its ladder that each stands on.
        steps: Named<Whole>,
        /// Lines, links and vote rules that do not count.
        drop: List<Name>,
        /// Points, and the option that each is settled on.
        fix: Named<Name>,
        /// Points, and the options that are ruled out on each.
        exclude: Named<Picks>,
        /// Levers that are pulled.
        pull: List<Name>,
    }
    /// What is set of a party.
    SetEntry {
        /// The no-deal value: a number, or `none`. Levers move it from there.
        no_deal: Option<NumberOrNone>,
        /// The disagreement point of bargaining solutions: a number, or `none`.
        impasse: Option<NumberOrNone>,
        /// Points, and on each the options whose scores are set, weights multiplied in.
        scores: Named<Named<Num>>,
    }
}

/// The format line of an overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlayFormat;

impl Read for OverlayFormat {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        names_format(node, FORMAT, cx).then_some(Self)
    }

    fn stand_in() -> Option<Self> {
        Some(Self)
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"const": FORMAT})
    }
}

/// The case that an overlay changes; none where its name has errors.
#[derive(Debug, Clone)]
pub struct CaseRef(
    /// Its identifier.
    pub Option<Name>,
);

impl Read for CaseRef {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        Name::read(node, cx).map(|name| Self(Some(name)))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(None))
    }

    fn schema(defs: &mut Definitions) -> Json {
        Name::schema(defs)
    }
}

/// A number, or the word `none`.
#[derive(Debug, Clone)]
pub struct NumberOrNone {
    /// The number.
    pub number: Option<Num>,
    /// Where it stands.
    pub span: Span,
}

impl Read for NumberOrNone {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let span = node.span;
        let number = match &node.value {
            Value::Text(text) if text == NONE => None,
            Value::Text(text) if number::parse(text) == Err(NumberFault::NotANumber) => {
                cx.find(Code::WrongKind, span, || {
                    let message = format!("`{}` is not a number", shown(text));
                    Diagnostic::new(Code::WrongKind, span, "", message)
                        .expected("a number such as 12, -0.25 or 1/3; or none")
                });
                return None;
            }
            _ => Some(Num::read(node, cx)?),
        };
        Some(Self { number, span })
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"anyOf": [Num::schema(defs), {"const": NONE}]})
    }
}

/// A what-if from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// Short name.
    pub name: String,
    /// Title for readers.
    pub title: Option<String>,
    /// What it changes.
    pub changes: Changes,
}

/// Reads a what-if of a case from the bytes of an overlay file.
///
/// # Errors
/// Every problem found, in the order of the file, as for a case: form, names, numbers,
/// contradictions, and an overlay of another case. At most 200 findings are listed.
pub fn read_overlay(case: &Case, bytes: &[u8], syntax: Syntax) -> Result<Overlay, Vec<Diagnostic>> {
    let root = document::parse(bytes, syntax)?;
    let mut cx = Context::new(&root);
    let Some(file) = OverlayFile::read(&root, &mut cx) else {
        return Err(cx.into_found());
    };
    if let Some(of) = file.of.0.as_ref().filter(|of| of.text != case.id) {
        cx.find(Code::OtherCase, of.span, || {
            let message = format!(
                "this overlay is of case `{}`, not of `{}`",
                of.text, case.id
            );
            Diagnostic::new(Code::OtherCase, of.span, "", message)
                .expected(format!("`{}`", case.id))
        });
    }
    let (name, title) = (file.name.0.clone(), file.title.clone());
    match check::changes(case, &wanted(file), &mut cx) {
        Some(changes) => Ok(Overlay {
            name,
            title,
            changes,
        }),
        None => Err(cx.into_found()),
    }
}

fn wanted(file: OverlayFile) -> Wanted {
    let OverlayFile {
        format: OverlayFormat,
        name: _,
        of: _,
        title: _,
        set,
        steps,
        drop,
        fix,
        exclude,
        pull,
        span: _,
    } = file;
    let sets = set
        .0
        .into_iter()
        .flat_map(|(party, entry)| sets(&party, entry));
    Wanted {
        sets: sets.collect(),
        steps: steps.0,
        drops: drop.0,
        fixes: fix.0,
        excludes: exclude.0,
        pulls: pull.0,
    }
}

fn sets(party: &Name, entry: SetEntry) -> Vec<Set> {
    let SetEntry {
        no_deal,
        impasse,
        scores,
        span: _,
    } = entry;
    let value = |value: NumberOrNone, target: fn(Name, Span) -> Target| Set {
        target: target(party.clone(), value.span),
        value: value.number,
        value_span: value.span,
    };
    let no_deal = no_deal.map(|v| value(v, Target::NoDeal));
    let impasse = impasse.map(|v| value(v, Target::Impasse));
    let scores = scores.0.into_iter().flat_map(|(point, options)| {
        let score = move |(option, number): (Name, Num)| Set {
            target: Target::Score {
                party: party.clone(),
                point: point.clone(),
                option,
            },
            value_span: number.span,
            value: Some(number),
        };
        options.0.into_iter().map(score)
    });
    no_deal.into_iter().chain(impasse).chain(scores).collect()
}

/// The JSON Schema (draft 2020-12) of `winset-overlay/1`. What a schema cannot say (references,
/// ladders, contradictions) is checked when a file is read.
pub fn schema() -> Json {
    let mut defs = Definitions::new();
    let root = OverlayFile::schema(&mut defs);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "winset-overlay-1.schema.json",
        "title": FORMAT,
        "$ref": root["$ref"],
        "$defs": defs,
    })
}
