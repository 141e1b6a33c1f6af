//! A file's entries as a whole case.

use std::borrow::Cow;

use super::names::Names;
use super::{assumed, limits, offers, points, register, rules, sheets, unseen, warnings};
use crate::case::Case;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Node, Syntax, Value};
use crate::file::case::CaseFile;
use crate::file::context::NameUse;
use crate::file::read::{Context, Read};

/// A case and what its author may want to look at again.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The case.
    pub case: Case,
    /// Warnings, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a case from the bytes of a file.
///
/// # Errors
/// Every problem found, in the order of the file: all of those of form and of reference at once;
/// a file that is not well-formed YAML, JSON or TOML stops at the first, and one over a limit on
/// its entries is not looked at further. At most 200 findings are listed; a last one says how many
/// more there are.
pub fn read_case(bytes: &[u8], syntax: Syntax) -> Result<Reading, Vec<Diagnostic>> {
    read_document(bytes, syntax).map(|(_, reading)| reading)
}

/// Reads a case from the bytes of a file, with the tree that it was made of.
///
/// # Errors
/// As [`read_case`].
pub fn read_document(bytes: &[u8], syntax: Syntax) -> Result<(Node, Reading), Vec<Diagnostic>> {
    let root = document::parse(bytes, syntax)?;
    let mut reading = case_from_document(&root)?;
    if syntax == Syntax::Yaml
        && let Ok(text) = document::text_of(bytes)
    {
        let cut = document::cut_texts(text, &root);
        reading.warnings.extend(cut);
        let order = |warning: &Diagnostic| (warning.code == Code::MoreWarnings, warning.span.start);
        reading.warnings.sort_by_key(order);
    }
    Ok((root, reading))
}

/// Reads a case from a document.
///
/// # Errors
/// As [`read_case`].
pub fn case_from_document(root: &Node) -> Result<Reading, Vec<Diagnostic>> {
    let mut cx = Context::new(root);
    let other = match root.value {
        Value::Null => Some("the file is empty, or holds remarks only"),
        Value::Text(_) => Some("this is a text, not a case"),
        _ => None,
    };
    if let Some(message) = other {
        cx.find(Code::WrongKind, root.span, || {
            Diagnostic::new(Code::WrongKind, root.span, "", message)
                .expected("a mapping that begins with `format: winset-case/1`")
        });
        return Err(cx.into_found());
    }
    let file = CaseFile::read(root, &mut cx);
    let resolved = file.as_ref().and_then(|file| resolve(file, root, &mut cx));
    match resolved {
        Some(resolved) if !cx.failed() => {
            warnings::warn(&resolved.file, &resolved.case, &mut cx);
            resolved
                .unused
                .iter()
                .for_each(|unused| unused.warn(&mut cx));
            unseen::warn(root, &mut cx);
            Ok(Reading {
                case: resolved.case,
                warnings: cx.into_found(),
            })
        }
        _ => Err(cx.into_found()),
    }
}

/// Where a document uses the names of parties, points and options, as far as it can be read: each by
/// the span of its node or key.
pub(crate) fn name_uses(root: &Node) -> Vec<NameUse> {
    let mut cx = Context::noting_names(root);
    if let Some(file) = CaseFile::read(root, &mut cx) {
        resolve(&file, root, &mut cx);
    }
    cx.into_uses()
}

/// A case, and the file with what is supposed in its place.
struct Resolved<'f> {
    case: Case,
    /// Its entries stand in the same places as those of the case.
    file: Cow<'f, CaseFile>,
    unused: Vec<assumed::Unused>,
}

/// Builds the case; goes on after errors to find the others. `None` when it could not be built.
fn resolve<'f>(file: &'f CaseFile, root: &Node, cx: &mut Context<'_>) -> Option<Resolved<'f>> {
    limits::check(file, cx)?;
    let points = points::points(file, cx);
    let names = Names::new(file, &points, cx);
    // What can be pulled does not hang on what somebody supposes.
    let levers = rules::levers(file, &names, cx);
    let assumed = assumed::filled(file, &points, &names, cx);
    let whole = assumed.file;
    let file = &*whole;
    let parties = sheets::parties(file, &points, &names, cx);
    let demands = rules::demands(file, &names, cx);
    let offers = offers::offers(file, &names, cx);
    let register = register::register(file, &names, cx);
    if cx.failed() {
        return None;
    }
    let case = Case {
        id: file.id.0.clone(),
        title: file.title.clone(),
        hash: document::sha256_hex(&root.canonical_json()),
        parties,
        comparable: file.comparable.unwrap_or(false),
        points: points.list.clone(),
        lines: demands.lines,
        links: demands.links,
        bodies: demands.bodies,
        levers,
        offers,
        assumptions: assumed.assumptions,
        register,
        expected: file.expected.clone(),
    };
    Some(Resolved {
        case,
        file: whole,
        unused: assumed.unused,
    })
}
