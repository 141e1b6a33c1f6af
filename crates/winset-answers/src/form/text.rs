//! The forms of the single text, and of acts on it.

use schemars::JsonSchema;
use serde::Serialize;
use winset_export::acts::acts;
use winset_journal::{Alternative, Author, Clause};
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_text::{
    Answer, AnswerRow, Change, ClauseChange, Counts, Run, Source, Text, Version, is_clean,
};

use super::journal::{ActForm, act_form};
use super::name::{FormatWord, NameOf};
use super::offer::{WrittenForm, written_form};
use super::values::{Keyed, Number};
use crate::ask::{TextActWritten, TextAnswer};

/// The answer to `winset text`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TextForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<TextForm>,
    /// Identifier of the case.
    case: String,
    /// For whom.
    audience: String,
    /// The text.
    text: WholeForm,
    /// Every version, the first one first, and in figures.
    versions: Vec<VersionForm>,
    /// What the parties answer to its clauses; those without an answer are left out.
    answers: Vec<AnswersForm>,
    /// Acts of the journal that name what is not there, and do not count.
    aside: Vec<AsideForm>,
}

/// A text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WholeForm {
    /// What it is.
    #[serde(flatten)]
    version: VersionForm,
    /// The version that it is compared with; null without one.
    against: Option<String>,
    /// Its clauses, in order; with a comparison, those too that are gone.
    clauses: Vec<ClauseForm>,
}

/// A version.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct VersionForm {
    /// Its name.
    name: String,
    /// Its day; null for what was not issued.
    date: Option<String>,
    /// How it is to be read.
    #[schemars(extend("enum" = ["compilation", "chair"]))]
    mode: &'static str,
    /// Where it comes from: a session, the journal, all that there is now, a package.
    #[schemars(extend("enum" = ["session", "issued", "working", "package"]))]
    source: &'static str,
    /// Its figures.
    counts: CountsForm,
}

/// The figures of a version.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CountsForm {
    /// Clauses.
    clauses: Number,
    /// Clauses in brackets.
    bracketed: Number,
    /// Opening brackets as they are printed.
    brackets: Number,
    /// Ways to word the clauses that are not clean.
    options: Number,
    /// Words of titles and clauses.
    words: Number,
    /// Pages, begun ones too.
    pages: Number,
}

/// A clause.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ClauseForm {
    /// Its identifier.
    clause: String,
    /// What stands before its title, such as `Point 3`; may be empty.
    label: String,
    /// Its title.
    title: String,
    /// Whether it is clean text.
    clean: bool,
    /// What became of it; null without a comparison.
    #[schemars(extend("enum" = ["ADD", "MOD", "SUP", "NOC", null]))]
    marker: Option<&'static str>,
    /// What it says, as printed.
    text: String,
    /// The ways to word it.
    alternatives: Vec<AlternativeForm>,
    /// What was kept, what came and what went, in order; empty without a comparison.
    changes: Vec<ChangeForm>,
}

/// A way to word a clause.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AlternativeForm {
    /// Whose it is: parties, or `mediator`; nobody's where it is clean text.
    by: Vec<String>,
    /// The option that it settles the point on; null where it is none.
    option: Option<String>,
    /// The words.
    text: String,
}

/// A passage of a comparison.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ChangeForm {
    /// What became of it.
    #[schemars(extend("enum" = ["kept", "inserted", "deleted"]))]
    change: &'static str,
    /// The passage.
    text: String,
}

/// The answers to a clause.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AnswersForm {
    /// The clause.
    clause: String,
    /// Party to its last answer.
    answers: Keyed<AnswerForm>,
}

/// An answer to a clause.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ClauseAnswerForm")]
struct AnswerForm {
    /// The answer.
    #[schemars(extend("enum" = ["accept", "accept-if", "bracket", "refuse"]))]
    reply: &'static str,
    /// Words to it; null without.
    words: Option<String>,
    /// When, in UTC.
    at: String,
}

/// An act that does not count.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AsideForm {
    /// Its line, as the audience counts.
    line: Number,
    /// Why.
    why: String,
}

/// The answer to `winset text draft`, `answer`, `wording` and `clause`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TextActForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<TextActForm>,
    /// Identifier of the case.
    case: String,
    /// The act.
    act: Option<ActForm>,
    /// Where it was written; null with `--dry-run`.
    written: Option<WrittenForm>,
}

impl TextForm {
    /// The form of a text.
    pub fn new(text: &Text<'_>, audience: &Audience, asked: &TextAnswer) -> Self {
        let case = text.case();
        let TextAnswer { version, from } = asked;
        let answers = text.answers(version);
        let aside = text.aside().iter().map(|aside| AsideForm {
            line: Number::size(aside.line),
            why: aside.why.clone(),
        });
        let clauses = match from {
            Some(from) => {
                let changes = text.redline(from, version);
                changes
                    .iter()
                    .map(|change| changed(case, version, change))
                    .collect()
            }
            None => version
                .clauses
                .iter()
                .map(|c| clause(case, version, c))
                .collect(),
        };
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            audience: audience.name(),
            text: WholeForm {
                version: version_form(text, version),
                against: from.as_ref().map(|from| from.name.clone()),
                clauses,
            },
            versions: text
                .versions()
                .iter()
                .map(|v| version_form(text, v))
                .collect(),
            answers: answers
                .rows
                .iter()
                .filter(|row| row.answers.iter().any(Option::is_some))
                .map(|row| answered(&answers.parties, row))
                .collect(),
            aside: aside.collect(),
        }
    }
}

impl TextActForm {
    /// The form of an act that was written, or could be.
    pub fn new(written: &TextActWritten) -> Self {
        let told = acts(&written.seen);
        let act = told.iter().find(|act| act.line == written.line);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: written.seen.case.id.clone(),
            act: act.map(act_form),
            written: written.appended.as_ref().map(written_form),
        }
    }
}

fn version_form(text: &Text<'_>, version: &Version) -> VersionForm {
    let Counts {
        clauses,
        bracketed,
        brackets,
        options,
        words,
        pages,
    } = text.counts(version);
    VersionForm {
        name: version.name.clone(),
        date: version.date.clone(),
        mode: version.mode.as_str(),
        source: match version.source {
            Source::Session(_) => "session",
            Source::Issued(_) => "issued",
            Source::Working => "working",
            Source::Package => "package",
        },
        counts: CountsForm {
            clauses: Number::size(clauses),
            bracketed: Number::size(bracketed),
            brackets: Number::size(brackets),
            options: Number::size(options),
            words: Number::size(words),
            pages: Number::size(pages),
        },
    }
}

fn clause(case: &Case, version: &Version, clause: &Clause) -> ClauseForm {
    let text = version.runs(case, clause);
    ClauseForm {
        clause: clause.id.clone(),
        label: version.label(case, clause),
        title: clause.title.clone(),
        clean: is_clean(clause),
        marker: None,
        text: text.iter().map(|run| run.text.as_str()).collect(),
        alternatives: clause.alternatives.iter().map(alternative).collect(),
        changes: Vec::new(),
    }
}

fn changed(case: &Case, version: &Version, change: &ClauseChange) -> ClauseForm {
    let now = version.clause(&change.clause);
    let now = now.map(|now| clause(case, version, now));
    let without = |runs: &[Run]| -> String {
        let kept = runs
            .iter()
            .filter(|run| now.is_none() || run.change != Change::Deleted);
        kept.map(|run| run.text.as_str()).collect()
    };
    let changes = change.runs.chunk_by(|a, b| a.change == b.change);
    let changes = changes.map(|runs| ChangeForm {
        change: match runs.first().map(|run| run.change) {
            Some(Change::Inserted) => "inserted",
            Some(Change::Deleted) => "deleted",
            Some(Change::Kept) | None => "kept",
        },
        text: runs.iter().map(|run| run.text.as_str()).collect(),
    });
    let title = without(&change.title);
    let changes = changes.collect();
    let form = now.unwrap_or(ClauseForm {
        clause: change.clause.clone(),
        label: change.label.clone(),
        title,
        clean: false,
        marker: None,
        text: String::new(),
        alternatives: Vec::new(),
        changes: Vec::new(),
    });
    ClauseForm {
        marker: Some(change.marker.as_str()),
        changes,
        ..form
    }
}

fn alternative(alternative: &Alternative) -> AlternativeForm {
    let Alternative {
        by,
        option,
        text,
        seen: _,
    } = alternative;
    let name = |author: &Author| author.party().unwrap_or("mediator").to_owned();
    AlternativeForm {
        by: by.iter().map(name).collect(),
        option: option.clone(),
        text: text.clone(),
    }
}

fn answered(parties: &[String], row: &AnswerRow) -> AnswersForm {
    let answers = parties.iter().zip(&row.answers);
    let answers = answers.filter_map(|(party, answer)| {
        let Answer { reply, words, at } = answer.as_ref()?;
        let form = AnswerForm {
            reply: reply.as_str(),
            words: words.clone(),
            at: at.clone(),
        };
        Some((party.clone(), form))
    });
    AnswersForm {
        clause: row.clause.clone(),
        answers: Keyed(answers.collect()),
    }
}
