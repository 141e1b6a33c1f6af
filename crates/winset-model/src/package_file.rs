//! A package from a file: a mapping from points to options.

use crate::case::Case;
use crate::characters::composed;
use crate::diagnostic::{Code, Diagnostic, Span, named_oddities};
use crate::document::{Entry, Node, Value};
use crate::file::read::shown;
use crate::number;
use crate::options::{OptionId, Package, PointId};

/// Reads a package of a case: a mapping that settles every point, or one that stands under the key
/// `package`. On a point with a range, an option may be named by its number in another writing.
///
/// # Errors
/// Every problem, in the order of the file: unknown points and options with the nearest name,
/// points settled twice are errors of the document already, points left open are counted and named.
pub fn read_package(root: &Node, case: &Case) -> Result<Package, Vec<Diagnostic>> {
    let (inner, entries) = mapping(root, case, "package")?;
    let (choice, mut found) = choice(entries, case);
    let open = |(point, chosen): (&crate::case::Point, &Option<OptionId>)| {
        let named = entries.iter().any(|e| composed(&e.key) == point.id);
        (chosen.is_none() && !named).then(|| format!("`{}`", point.id))
    };
    let open: Vec<String> = case.points.iter().zip(&choice).filter_map(open).collect();
    if !open.is_empty() {
        found.push(left_open(inner.span, &open, case.points.len()));
    }
    match choice.into_iter().collect::<Option<Vec<_>>>() {
        Some(options) if found.is_empty() => Ok(Package(options)),
        _ => Err(found),
    }
}

/// Reads a statement about some points of a case: a mapping from points to options, or one that stands
/// under the key `says`. Options are named as in a package.
///
/// # Errors
/// Every problem, in the order of the file: unknown points and options with the nearest name, or that
/// no point is named at all.
pub fn read_statement(
    root: &Node,
    case: &Case,
) -> Result<Vec<(PointId, OptionId)>, Vec<Diagnostic>> {
    let (inner, entries) = mapping(root, case, "says")?;
    let (choice, mut found) = choice(entries, case);
    if entries.is_empty() {
        let message = "the statement speaks of no point";
        let finding = Diagnostic::new(Code::Empty, inner.span, "", message.to_owned());
        found.push(finding.expected("an option for each point that it speaks of"));
    }
    if !found.is_empty() {
        return Err(found);
    }
    let said = choice.into_iter().enumerate();
    let said = said.filter_map(|(point, option)| Some((PointId::at(point), option?)));
    Ok(said.collect())
}

/// The mapping from points to options, which may stand under a key.
fn mapping<'n>(
    root: &'n Node,
    case: &Case,
    key: &str,
) -> Result<(&'n Node, &'n [Entry]), Vec<Diagnostic>> {
    let wrong_kind = |node: &Node| {
        let (what, points) = match key {
            "package" => ("a package", "every point"),
            _ => ("a statement", "points"),
        };
        let message = format!("{what} is a mapping, not {}", node.kind_name());
        vec![
            Diagnostic::new(Code::WrongKind, node.span, "", message)
                .expected(format!("a mapping from {points} to one of its options")),
        ]
    };
    let Value::Map(entries) = &root.value else {
        return Err(wrong_kind(root));
    };
    let inner = match entries.as_slice() {
        [only] if only.key == key && case.point_named(key).is_none() => &only.node,
        _ => root,
    };
    match &inner.value {
        Value::Map(entries) => Ok((inner, entries)),
        _ => Err(wrong_kind(inner)),
    }
}

/// The option of each point that is settled, and what is wrong.
fn choice(entries: &[Entry], case: &Case) -> (Vec<Option<OptionId>>, Vec<Diagnostic>) {
    let mut choice = vec![None; case.points.len()];
    let mut found = Vec::new();
    for entry in entries {
        match settled(entry, case) {
            Ok((point, option)) => {
                if choice[point.index()].replace(option).is_some() {
                    let message =
                        format!("point `{}` is settled twice, in two writings", entry.key);
                    let code = Code::DuplicateKey;
                    found.push(Diagnostic::new(code, entry.key_span, &entry.key, message));
                }
            }
            Err(finding) => found.push(*finding),
        }
    }
    (choice, found)
}

/// Most points that a report names.
const NAMED_MAX: usize = 5;

fn left_open(span: Span, open: &[String], points: usize) -> Diagnostic {
    let named = open[..open.len().min(NAMED_MAX)].join(", ");
    let more = match open.len().saturating_sub(NAMED_MAX) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "the package leaves {} of {points} points open: {named}{more}",
        open.len()
    );
    let span = Span {
        start: span.start,
        end: span.start,
    };
    Diagnostic::new(Code::OfferPoints, span, "", message).expected("an option for every point")
}

fn settled(entry: &Entry, case: &Case) -> Result<(PointId, OptionId), Box<Diagnostic>> {
    let path = entry.key.as_str();
    let Some(point) = case.point_named(&entry.key) else {
        let odd = named_oddities(&entry.key);
        let message = format!("unknown point `{}`{odd}", shown(&entry.key));
        let known = case.points.iter().map(|p| p.id.as_str());
        let finding = Diagnostic::new(Code::UnknownPoint, entry.key_span, path, message)
            .expected("a point of the case");
        return Err(Box::new(finding.nearest(&entry.key, known)));
    };
    let (Value::Text(name) | Value::Number(name)) = &entry.node.value else {
        let message = format!(
            "an option is named by a text, not {}",
            entry.node.kind_name()
        );
        let finding = Diagnostic::new(Code::WrongKind, entry.node.span, path, message);
        return Err(Box::new(finding.expected("the identifier of an option")));
    };
    let at = &case.points[point.index()];
    let by_number = || {
        let number = number::parse(name).ok()?;
        at.options.iter().position(|o| o.number == Some(number))
    };
    let option = case
        .option_named(point, name)
        .or_else(|| by_number().map(OptionId::at));
    option.map(|option| (point, option)).ok_or_else(|| {
        let odd = named_oddities(name);
        let message = format!("unknown option `{}` of point `{}`{odd}", shown(name), at.id);
        let known: Vec<&str> = at.options.iter().map(|o| o.id.as_str()).collect();
        let finding = Diagnostic::new(Code::UnknownOption, entry.node.span, path, message)
            .expected(format!("one of {}", shortened(&known)));
        Box::new(finding.nearest(name, known))
    })
}

/// The first names of a list, and how many more there are.
fn shortened(known: &[&str]) -> String {
    const SHOWN_MAX: usize = 8;
    let shown: Vec<String> = known
        .iter()
        .take(SHOWN_MAX)
        .map(|id| format!("`{id}`"))
        .collect();
    match known.len().saturating_sub(SHOWN_MAX) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{self, Syntax};

    const CASE: &str = "
format: winset-case/1
id: two
title: Two points
parties: [{id: a, name: A}]
points:
  - {id: gate, title: Gate, options: [{id: open, label: Open}, {id: shut, label: Shut}]}
  - {id: fee, title: Fee, range: {from: 0, to: 1, step: 0.5}}
";

    fn read(text: &str) -> Result<Package, Vec<String>> {
        let (root, case) = parsed(text);
        read_package(&root, &case).map_err(told)
    }

    fn said(text: &str) -> Result<Vec<(u16, u16)>, Vec<String>> {
        let (root, case) = parsed(text);
        let said = read_statement(&root, &case).map_err(told)?;
        Ok(said.into_iter().map(|(p, o)| (p.0, o.0)).collect())
    }

    fn parsed(text: &str) -> (Node, Case) {
        let reading = crate::read_case(CASE.as_bytes(), Syntax::Yaml).unwrap();
        let root = document::parse(text.as_bytes(), Syntax::Yaml).unwrap();
        (root, reading.case)
    }

    fn told(found: Vec<Diagnostic>) -> Vec<String> {
        let told = |d: Diagnostic| format!("{} {:?}", d.message, d.suggestion);
        found.into_iter().map(told).collect()
    }

    #[test]
    fn packages_stand_alone_or_under_their_key() {
        let expected = Package(vec![OptionId(1), OptionId(1)]);
        assert_eq!(read("{gate: shut, fee: 0.50}").as_ref(), Ok(&expected));
        assert_eq!(read("package: {fee: 0.5, gate: shut}"), Ok(expected));
    }

    #[test]
    fn every_problem_is_told_with_the_nearest_name() {
        let told = |problems: &[&str]| Err(problems.iter().map(|p| (*p).to_owned()).collect());
        assert_eq!(
            read("{gat: shut, fee: 0.55}"),
            told(&[
                "unknown point `gat` Some(\"gate\")",
                "unknown option `0.55` of point `fee` Some(\"0.5\")",
                "the package leaves 1 of 2 points open: `gate` None",
            ])
        );
        assert_eq!(
            read("[1]"),
            told(&["a package is a mapping, not a list None"])
        );
        assert_eq!(
            read("{gate: [open], fee: 0}"),
            told(&["an option is named by a text, not a list None"])
        );
        assert_eq!(
            read("{}"),
            told(&["the package leaves 2 of 2 points open: `gate`, `fee` None"])
        );
    }
    #[test]
    fn a_statement_speaks_of_some_points_and_names_them_as_a_package_does() {
        let told = |problem: &str| Err(vec![problem.to_owned()]);
        assert_eq!(said("{fee: 0.50}"), Ok(vec![(1, 1)]));
        assert_eq!(said("says: {fee: 1, gate: shut}"), Ok(vec![(0, 1), (1, 2)]));
        assert_eq!(said("{}"), told("the statement speaks of no point None"));
        assert_eq!(
            said("{gate: shot}"),
            told("unknown option `shot` of point `gate` Some(\"shut\")")
        );
        assert_eq!(
            said("package: {fee: 1}"),
            told("unknown point `package` None")
        );
        assert_eq!(
            said("[1]"),
            told("a statement is a mapping, not a list None")
        );
    }
}
