//! The forms of whether a journal holds, and of its acts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_export::acts::ActTold;
use winset_journal::Note;
use winset_model::audience::Audience;
use winset_model::case::Case;

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::present;
use super::words::{ActKindWord, VisibilityWord};
use crate::ask::JournalCheck;

/// The answer to `winset journal verify`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JournalForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<JournalForm>,
    /// Identifier of the case.
    pub case: String,
    /// The journal.
    pub journal: JournalStateForm,
}

/// A journal.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JournalStateForm {
    /// Whether all of it holds as it is, and the hash on paper is there where one is given.
    pub holds: bool,
    /// How many lines hold.
    pub lines: Number,
    /// The hash of the last of them; of none, that of the beginning.
    pub head: String,
    /// The first line that does not hold, and why; null where all do.
    #[serde(deserialize_with = "present")]
    pub fault: Option<JournalFaultForm>,
    /// What programs did to its bytes on the way without touching an act, such as ends of lines; null
    /// where nothing.
    #[serde(deserialize_with = "present")]
    pub touched: Option<String>,
    /// Bytes at the end that are no whole line: what a stopped writer left.
    pub torn: Number,
    /// The note of the end beside the journal; null where there is neither.
    #[serde(deserialize_with = "present")]
    pub note: Option<JournalNoteForm>,
    /// The line of the hash on paper; null where none is given or no line has it.
    #[serde(deserialize_with = "present")]
    pub paper: Option<Number>,
}

/// A line that does not hold.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JournalFaultForm {
    /// The line, from 1.
    pub line: Number,
    /// What is wrong.
    pub what: String,
}

/// The note of a journal's end.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JournalNoteForm {
    /// Whether it is there.
    pub is: NoteWord,
    /// How many lines it knows; null where it does not say.
    #[serde(deserialize_with = "present")]
    pub lines: Option<Number>,
}

/// Whether the note of a journal's end is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteWord {
    /// It is not.
    Missing,
    /// It is, but cannot be read.
    Unreadable,
    /// It is.
    There,
}

/// The answer to `winset journal show`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActsForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ActsForm>,
    /// Identifier of the case.
    pub case: String,
    /// For whom.
    pub audience: String,
    /// The acts, the newest last.
    pub acts: Vec<ActForm>,
}

/// An act.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActForm {
    /// Its line, as the audience counts.
    pub line: Number,
    /// When it was written down, in UTC.
    pub at: String,
    /// Who did it, by name.
    pub by: String,
    /// Who may see it.
    pub visibility: VisibilityWord,
    /// What kind of act it is.
    pub kind: ActKindWord,
    /// The act in words.
    pub words: String,
    /// Why it does not fit the case and does not count; null where it does.
    #[serde(deserialize_with = "present")]
    pub aside: Option<String>,
    /// Whether the rest of it counts all the same.
    pub counts_partly: bool,
    /// Whether its author took it back.
    pub taken_back: bool,
}

impl JournalForm {
    /// The form of what was found of a journal.
    pub fn new(case: &Case, found: &JournalCheck) -> Self {
        let note = |note: &Note| match note {
            Note::Missing => (NoteWord::Missing, None),
            Note::Unreadable => (NoteWord::Unreadable, None),
            Note::Says { lines, hash: _ } => (NoteWord::There, Some(Number::size(*lines))),
        };
        let note = found.note.as_ref().map(note);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            journal: JournalStateForm {
                holds: found.holds(),
                lines: Number::size(found.lines),
                head: found.head.clone(),
                fault: found.fault.as_ref().map(|fault| JournalFaultForm {
                    line: Number::size(fault.line),
                    what: fault.what.clone(),
                }),
                touched: (!found.touched.is_none()).then(|| found.touched.to_string()),
                torn: Number::size(found.torn),
                note: note.map(|(is, lines)| JournalNoteForm { is, lines }),
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
        counts_partly,
        taken_back,
    } = told;
    ActForm {
        line: Number::size(*line),
        at: at.clone(),
        by: by.clone(),
        visibility: VisibilityWord::from(*seen),
        kind: ActKindWord::from(*kind),
        words: words.clone(),
        aside: aside.clone(),
        counts_partly: *counts_partly,
        taken_back: *taken_back,
    }
}
