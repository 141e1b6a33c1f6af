//! Texts of acts as they are shown.

use winset_model::characters::written_out;

use crate::act::{Act, Clause, Deed};

/// The act with what nobody would see in its texts written out, as in those of a case.
pub(crate) fn shown(act: &mut Act) {
    match &mut act.deed {
        Deed::Offer { note, .. } => note.as_mut().into_iter().for_each(show),
        Deed::Draft(draft) => {
            let editions = draft
                .editions
                .iter_mut()
                .map(|edition| &mut edition.clauses);
            let all = draft.clauses.iter_mut().chain(editions);
            all.flatten().for_each(clause);
        }
        Deed::Answer { words, .. } => words.as_mut().into_iter().for_each(show),
        Deed::Wording { text, .. } => text.as_mut().into_iter().for_each(show),
        Deed::Clause { title, text, .. } => {
            show(title);
            text.as_mut().into_iter().for_each(show);
        }
        // What changes is written out where the case that it makes is read.
        Deed::Amend { reason, .. } | Deed::Withdraw { reason, .. } => {
            reason.as_mut().into_iter().for_each(show);
        }
    }
}

fn clause(clause: &mut Clause) {
    show(&mut clause.title);
    let alternatives = clause.alternatives.iter_mut();
    alternatives.for_each(|alternative| show(&mut alternative.text));
}

fn show(text: &mut String) {
    if let std::borrow::Cow::Owned(shown) = written_out(text) {
        *text = shown;
    }
}
