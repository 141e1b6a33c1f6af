//! The forms of whether a journal holds, and of its acts.

use schemars::JsonSchema;
use serde::Serialize;
use winset_export::acts::ActTold;
use winset_journal::Note;
use winset_model::audience::Audience;
use winset_model::case::Case;

use super::name::{FormatWord, NameOf};
use super::values::Number;
use crate::ask::JournalCheck;

/// The answer to `winset journal verify`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct JournalForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<JournalForm>,
    /// Identifier of the case.
    case: String,
    /// The journal.
    journal: Whole,
}

/// A journal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Whole {
    /// Whether all of it holds, and the hash on paper is there where one is given.
    holds: bool,
    /// How many lines hold.
    lines: Number,
    /// The hash of the last of them; of none, that of the beginning.
    head: String,
    /// The first line that does not hold, and why; null where all do.
    fault: Option<FaultForm>,
    /// Bytes at the end that are no whole line: what a stopped writer left.
    torn: Number,
    /// The note of the end beside the journal; null where there is neither.
    note: Option<NoteForm>,
    /// The line of the hash on paper; null where none is given or no line has it.
    paper: Option<Number>,
}

/// A line that does not hold.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FaultForm {
    /// The line, from 1.
    line: Number,
    /// What is wrong.
    what: String,
}

/// The note of a journal's end.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NoteForm {
    /// Whether it is there.
    #[schemars(extend("enum" = ["missing", "unreadable", "there"]))]
    is: &'static str,
    /// How many lines it knows; null where it does not say.
    lines: Option<Number>,
}

/// The answer to `winset journal show`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ActsForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<ActsForm>,
    /// Identifier of the case.
    case: String,
    /// For whom.
    audience: String,
    /// The acts, the newest last.
    acts: Vec<ActForm>,
}

/// An act.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ActForm {
    /// Its line, as the audience counts.
    line: Number,
    /// When it was written down, in UTC.
    at: String,
    /// Who did it, by name.
    by: String,
    /// Who may see it.
    #[schemars(extend("enum" = ["public", "mediator", "sealed"]))]
    visibility: &'static str,
    /// What kind of act it is.
    #[schemars(extend("enum" = ["offer", "draft", "answer", "wording", "clause"]))]
    kind: &'static str,
    /// The act in words.
    words: String,
    /// Why it does not fit the case and does not count; null where it does.
    aside: Option<String>,
}

impl JournalForm {
    /// The form of what was found of a journal.
    pub fn new(case: &Case, found: &JournalCheck) -> Self {
        let note = |note: &Note| match note {
            Note::Missing => ("missing", None),
            Note::Unreadable => ("unreadable", None),
            Note::Says { lines, hash: _ } => ("there", Some(Number::size(*lines))),
        };
        let note = found.note.as_ref().map(note);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            journal: Whole {
                holds: found.holds(),
                lines: Number::size(found.lines),
                head: found.head.clone(),
                fault: found.fault.as_ref().map(|fault| FaultForm {
                    line: Number::size(fault.line),
                    what: fault.what.clone(),
                }),
                torn: Number::size(found.torn),
                note: note.map(|(is, lines)| NoteForm { is, lines }),
                paper: match found.paper {
                    Some(Ok(line)) => Some(Number::size(line)),
                    _ => None,
                },
            },
        }
    }
}

impl ActsForm {
    /// The form of acts as an audience sees them.
    pub fn new(case: &Case, audience: &Audience, told: &[ActTold]) -> Self {
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            audience: audience.name(),
            acts: told.iter().map(act_form).collect(),
        }
    }
}

pub(super) fn act_form(told: &ActTold) -> ActForm {
    let ActTold {
        line,
        at,
        by,
        seen,
        kind,
        words,
        aside,
    } = told;
    ActForm {
        line: Number::size(*line),
        at: at.clone(),
        by: by.clone(),
        visibility: seen,
        kind,
        words: words.clone(),
        aside: aside.clone(),
    }
}
