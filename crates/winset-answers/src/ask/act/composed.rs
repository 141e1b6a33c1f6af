//! Names in acts, each in the one writing in which cases have them.

use winset_journal::{Author, Deed, Place};
use winset_model::characters::composed;

/// The author under the name that a case has.
pub(super) fn author(author: Author) -> Author {
    match author {
        Author::Mediator => Author::Mediator,
        Author::Party(id) => Author::Party(name(id)),
    }
}

/// The deed with its names as a case has them. Its words stay.
pub(super) fn deed(deed: Deed) -> Deed {
    match deed {
        Deed::Offer {
            date,
            kind,
            says,
            note,
        } => Deed::Offer {
            date,
            kind,
            says: says.into_iter().map(|(p, o)| (name(p), name(o))).collect(),
            note,
        },
        Deed::Draft(mut draft) => {
            draft.version = name(draft.version);
            Deed::Draft(draft)
        }
        Deed::Answer {
            version,
            clause,
            reply,
            words,
        } => Deed::Answer {
            version: name(version),
            clause: name(clause),
            reply,
            words,
        },
        Deed::Wording {
            clause,
            option,
            text,
        } => Deed::Wording {
            clause: name(clause),
            option: option.map(name),
            text,
        },
        Deed::Clause {
            id,
            place,
            title,
            text,
        } => Deed::Clause {
            id: name(id),
            place: match place {
                Place::After(point) => Place::After(name(point)),
                other => other,
            },
            title,
            text,
        },
        Deed::Amend { reason, changes } => Deed::Amend { reason, changes },
        Deed::Withdraw { line, reason } => Deed::Withdraw { line, reason },
    }
}

fn name(name: String) -> String {
    match composed(&name) {
        std::borrow::Cow::Borrowed(_) => name,
        std::borrow::Cow::Owned(composed) => composed,
    }
}
