//! The forms of the single text, and of acts on it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_export::acts::acts;
use winset_journal::{Alternative, Author, Clause};
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_text::{
    AnswerRow, Change, ClauseAnswer, ClauseChange, Counts, Run, Text, Version, VersionSource,
    is_clean,
};

use super::journal::{ActForm, act_form};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::offer::{WrittenForm, written_form};
use super::values::{Keyed, present};
use super::words::{MarkerWord, ModeWord, PassageWord, ReplyWord};
use crate::ask::{ActWritten, TextAnswer};

/// The answer to `winset text`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<TextForm>,
    /// Identifier of the case.
    pub case: String,
    /// For whom.
    pub audience: String,
    /// The text.
    pub text: VersionTextForm,
    /// Every version, the first one first, and in figures.
    pub versions: Vec<VersionForm>,
    /// What the parties answer to its clauses; those without an answer are left out.
    pub answers: Vec<ClauseAnswersForm>,
    /// Acts of the journal that name what is not there, and do not count.
    pub aside: Vec<AsideForm>,
}

/// A text.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionTextForm {
    /// Its name.
    pub name: String,
    /// Its day; null for what was not issued.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// How it is to be read.
    pub mode: ModeWord,
    /// Where it comes from: a session, the journal, all that there is now, a package.
    pub source: SourceWord,
    /// Its figures.
    pub counts: VersionCountsForm,
    /// The version that it is compared with; null without one.
    #[serde(deserialize_with = "present")]
    pub against: Option<String>,
    /// Its clauses, in order; with a comparison, those too that are gone.
    pub clauses: Vec<ClauseForm>,
}

/// A version.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionForm {
    /// Its name.
    pub name: String,
    /// Its day; null for what was not issued.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// How it is to be read.
    pub mode: ModeWord,
    /// Where it comes from: a session, the journal, all that there is now, a package.
    pub source: SourceWord,
    /// Its figures.
    pub counts: VersionCountsForm,
}

/// Where a version comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceWord {
    /// A session of the case file.
    Session,
    /// A draft of the journal.
    Issued,
    /// All that there is now.
    Working,
    /// A package.
    Package,
}

/// The figures of a version.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionCountsForm {
    /// Clauses.
    pub clauses: Number,
    /// Clauses in brackets.
    pub bracketed: Number,
    /// Opening brackets as they are printed.
    pub brackets: Number,
    /// Ways to word the clauses that are not clean.
    pub options: Number,
    /// Words of titles and clauses.
    pub words: Number,
    /// Pages, begun ones too.
    pub pages: Number,
}

/// A clause.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClauseForm {
    /// Its identifier.
    pub clause: String,
    /// What stands before its title, such as `Point 3`; may be empty.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Whether it is clean text.
    pub clean: bool,
    /// What became of it; null without a comparison.
    #[serde(deserialize_with = "present")]
    pub marker: Option<MarkerWord>,
    /// What it says, as printed.
    pub text: String,
    /// The ways to word it.
    pub alternatives: Vec<AlternativeForm>,
    /// What was kept, what came and what went, in order; empty without a comparison.
    pub changes: Vec<PassageForm>,
}

/// A way to word a clause.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeForm {
    /// Whose it is: parties, or `mediator`; nobody's where it is clean text.
    pub by: Vec<String>,
    /// The option that it settles the point on; null where it is none.
    #[serde(deserialize_with = "present")]
    pub option: Option<String>,
    /// The words.
    pub text: String,
}

/// A passage of a comparison.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PassageForm {
    /// What became of it.
    pub change: PassageWord,
    /// The passage.
    pub text: String,
}

/// The answers to a clause.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClauseAnswersForm {
    /// The clause.
    pub clause: String,
    /// Party to its last answer.
    pub answers: Keyed<ClauseAnswerForm>,
}

/// An answer to a clause.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClauseAnswerForm {
    /// The answer.
    pub reply: ReplyWord,
    /// Words to it; null without.
    #[serde(deserialize_with = "present")]
    pub words: Option<String>,
    /// When, in UTC.
    pub at: String,
}

/// An act that does not count.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsideForm {
    /// Its line, as the audience counts.
    pub line: Number,
    /// Why.
    pub why: String,
}

/// The answer to `winset text draft`, `answer`, `wording` and `clause`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextActForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<TextActForm>,
    /// Identifier of the case.
    pub case: String,
    /// The act.
    #[serde(deserialize_with = "present")]
    pub act: Option<ActForm>,
    /// Where it was written; null with `--dry-run`.
    #[serde(deserialize_with = "present")]
    pub written: Option<WrittenForm>,
}

impl TextForm {
    /// The form of a text.
    pub fn new(text: &Text<'_>, audience: &Audience, asked: &TextAnswer) -> Self {
        let case = text.case();
        let TextAnswer { version, from } = asked;
        let VersionForm {
            name,
            date,
            mode,
            source,
            counts,
        } = version_form(text, version);
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
            text: VersionTextForm {
                name,
                date,
                mode,
                source,
                counts,
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
    pub fn new(written: &ActWritten) -> Self {
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
        mode: version.mode.into(),
        source: match version.source {
            VersionSource::Session(_) => SourceWord::Session,
            VersionSource::Issued(_) => SourceWord::Issued,
            VersionSource::Working => SourceWord::Working,
            VersionSource::Package => SourceWord::Package,
        },
        counts: VersionCountsForm {
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
        clean: is_clean(case, clause),
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
    let changes = changes.map(|runs| PassageForm {
        change: (runs.first()).map_or(PassageWord::Kept, |run| run.change.into()),
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
        marker: Some(change.marker.into()),
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

fn answered(parties: &[String], row: &AnswerRow) -> ClauseAnswersForm {
    let answers = parties.iter().zip(&row.answers);
    let answers = answers.filter_map(|(party, answer)| {
        let ClauseAnswer { reply, words, at } = answer.as_ref()?;
        let form = ClauseAnswerForm {
            reply: ReplyWord::from(*reply),
            words: words.clone(),
            at: at.clone(),
        };
        Some((party.clone(), form))
    });
    ClauseAnswersForm {
        clause: row.clause.clone(),
        answers: Keyed(answers.collect()),
    }
}
