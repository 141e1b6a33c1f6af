//! The document with what was changed.

use winset_model::audience::without_assumptions;
use winset_model::case_from_document;
use winset_model::document::Node;

use super::draft::{Changes, Draft};
use super::{bodies, cover, finish, links, names, points, positions, scores};
use crate::findings::{SheetFinding, Told};

/// The document with all changes.
///
/// # Errors
/// Cells that cannot be taken, and what the reader of cases says of the result.
pub(crate) fn applied(
    base: &Node,
    own: Option<&str>,
    mut changes: Changes,
    told: &mut Told,
) -> Result<Node, Vec<SheetFinding>> {
    if changes.cells.is_empty() && changes.rows.is_empty() {
        told.check()?;
        return Ok(base.clone());
    }
    let mut draft = Draft {
        tree: base.clone(),
        own,
        touched: Vec::new(),
        told,
    };
    cover::apply(&mut draft, &changes);
    points::apply(&mut draft, &changes);
    let case = match case_from_document(&without_assumptions(&draft.tree)) {
        Ok(read) => read.case,
        // The other sheets are looked at on the case as it was: all that is wrong is told at once.
        Err(found) => {
            let located = finish::located(&found, &draft.touched);
            draft.told.findings.extend(located);
            let before = case_from_document(&without_assumptions(base));
            before
                .map_err(|_| std::mem::take(&mut draft.told.findings))?
                .case
        }
    };
    names::rows_to_cells(&mut draft, &case, &mut changes);
    positions::apply(&mut draft, &case, &changes);
    scores::apply(&mut draft, &case, &changes);
    links::apply(&mut draft, &case, &changes);
    bodies::apply(&mut draft, &changes);
    finish::offers(&mut draft, &changes);
    draft.told.check()?;
    let result = case_from_document(&draft.tree);
    result.map_err(|found| finish::located(&found, &draft.touched))?;
    Ok(draft.tree)
}
