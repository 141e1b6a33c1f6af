//! Changes on the first sheet.

use winset_model::document::Node;

use super::draft::{Changes, Draft};
use crate::laid::kind::Kind;
use crate::tree::{remove, set};

pub(super) fn apply(draft: &mut Draft<'_>, changes: &Changes) {
    for change in changes.of(Kind::Cover) {
        let Some(key) = change.key.first() else {
            continue;
        };
        let text = change.text();
        if text.is_empty() && key == "title" {
            let message = "the case needs a title";
            draft
                .told
                .finding(&change.place, message, "type the title of the case");
        } else if text.is_empty() {
            remove(&mut draft.tree, key);
        } else {
            set(&mut draft.tree, key, Node::of_text(text));
            draft.touch(key.clone(), &change.place);
        }
    }
    for row in changes.rows_of(Kind::Cover) {
        let message = "this row was not in the workbook, and is not read";
        draft.told.remark(
            &row.place,
            message,
            "write what belongs to the case on the other sheets",
        );
    }
}
