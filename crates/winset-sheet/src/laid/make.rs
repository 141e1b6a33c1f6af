//! A case as a workbook.

use winset_model::audience::without_assumptions;
use winset_model::case::Case;
use winset_model::case_from_document;
use winset_model::diagnostic::{Code, Diagnostic, Span};
use winset_model::document::Node;

use super::agreed::{agreed, agreed_rows};
use super::bodies::bodies;
use super::cover::cover;
use super::hidden::{hidden_sheet, keep_agreed};
use super::kind::COLUMNS_OF_POINTS_MAX;
use super::layout::Laid;
use super::links::links;
use super::offers::offers;
use super::points::points;
use super::positions::positions;
use super::scores::scores;
use super::view::View;
use crate::tree::word;
use crate::workbook::{Sheet, Workbook};

/// Most options of a case that is laid out as sheets.
const OPTIONS_MAX: usize = 19_000;

/// The case as a workbook.
///
/// The document is already cut to its reader; `own` is the party whose columns are tinted and can be
/// filled in, `None` the mediator, who may change all that can be changed in a workbook. A party fills
/// in its positions, scores, no-deal values, links and bodies.
///
/// What parties suppose of others is on no sheet that is shown, and in the workbook of a party nowhere; the
/// hidden sheet of the whole case keeps it, so that the case comes back as it was.
///
/// # Errors
/// What is wrong with the document, as the reader of cases tells it; a party that the case does not
/// have; a case that is too large for a workbook.
pub fn workbook_of(document: &Node, own: Option<&str>) -> Result<Workbook, Vec<Diagnostic>> {
    let laid = lay_out(document, own)?;
    let heading = [word(document, "title"), word(document, "as_of")];
    let mut sheets: Vec<Sheet> = laid.into_iter().map(|laid| laid.sheet).collect();
    sheets.push(match own {
        // A party's workbook leaves its desk.
        Some(_) => hidden_sheet(&without_assumptions(document), own),
        None => hidden_sheet(document, own),
    });
    let heading = heading.iter().filter(|part| !part.is_empty());
    let heading: Vec<&str> = heading.map(String::as_str).collect();
    Ok(Workbook {
        sheets,
        heading: heading.join(", "),
    })
}

/// The workbook with a sheet more: what is agreed on each point of the case, for reading.
///
/// The case is as the reader of the workbook may see it, with the offers of its journal. What is agreed is
/// what [`winset_solve::status`] says of it.
#[must_use]
pub fn with_agreed(mut workbook: Workbook, case: &Case) -> Workbook {
    let rows = agreed_rows(case);
    if let Some(hidden) = workbook.sheets.iter_mut().find(|sheet| sheet.hidden) {
        keep_agreed(hidden, &rows);
    }
    let shown = workbook.sheets.iter().filter(|sheet| !sheet.hidden).count();
    workbook.sheets.insert(shown, agreed(&rows).sheet);
    workbook
}

/// The sheets that are shown.
pub(crate) fn lay_out(document: &Node, own: Option<&str>) -> Result<Vec<Laid>, Vec<Diagnostic>> {
    let document = &without_assumptions(document);
    let case = case_from_document(document)?.case;
    let refused = |code, message: String, expected: &str| {
        vec![Diagnostic::new(code, Span::default(), "", message).expected(expected)]
    };
    if let Some(party) = own
        && case.party_named(party).is_none()
    {
        let message = format!("the case has no party `{party}`");
        let known: Vec<&str> = case.parties.iter().map(|p| p.id.as_str()).collect();
        let expected = format!("one of {}", known.join(", "));
        return Err(refused(Code::UnknownParty, message, &expected));
    }
    let options: usize = case.points.iter().map(|p| p.options.len()).sum();
    if options > OPTIONS_MAX {
        let message = format!("{options} options are too many for a workbook");
        let expected = "at most 19,000 options: write the case as YAML";
        return Err(refused(Code::CaseLimit, message, expected));
    }
    let view = View {
        case: &case,
        root: document,
        own,
    };
    let mut sheets = vec![
        cover(&view),
        points(&view),
        positions(&view),
        scores(&view),
        links(&view),
        bodies(&view),
    ];
    if case.points.len() <= COLUMNS_OF_POINTS_MAX {
        sheets.push(offers(&view));
    }
    Ok(sheets)
}
