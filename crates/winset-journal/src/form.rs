//! The form of an act in a line: the one place where acts become JSON and come back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::offer::OfferKind;

use crate::act::{
    Act, Alternative, Author, Clause, Deed, DraftEdition, IssuedDraft, Mode, Place, Reply,
};
use crate::change_form::{ChangeForm, change, change_form};

/// The name of the format.
pub(crate) const FORMAT: &str = "winset-journal/1";

/// A line without its hash, keys in the order in which they are written.
#[derive(Serialize)]
struct LineOut<'a> {
    journal: &'static str,
    n: usize,
    before: &'a str,
    #[serde(flatten)]
    act: ActForm,
}

/// A whole line as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineIn {
    journal: String,
    n: usize,
    before: String,
    at: String,
    by: String,
    visibility: VisibilityForm,
    #[serde(default)]
    once: Option<String>,
    act: DeedForm,
    #[serde(rename = "hash")]
    _hash: String,
}

#[derive(Serialize)]
struct ActForm {
    at: String,
    by: String,
    visibility: VisibilityForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    once: Option<String>,
    act: DeedForm,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum VisibilityForm {
    Public,
    Mediator,
    Sealed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum DeedForm {
    Offer {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// One of the two: a package, or a statement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package: Option<BTreeMap<String, String>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        says: Option<BTreeMap<String, String>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    Draft {
        version: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        mode: ModeForm,
        clauses: Vec<ClauseForm>,
        /// By name of audience.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        editions: BTreeMap<String, Vec<ClauseForm>>,
    },
    Answer {
        version: String,
        clause: String,
        reply: ReplyForm,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    Wording {
        clause: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        option: Option<String>,
        text: Option<String>,
    },
    Clause {
        id: String,
        place: String,
        title: String,
        text: Option<String>,
    },
    Amend {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        changes: Vec<ChangeForm>,
    },
    Withdraw {
        line: usize,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum ModeForm {
    Compilation,
    Chair,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ReplyForm {
    Accept,
    AcceptIf,
    Bracket,
    Refuse,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseForm {
    id: String,
    place: String,
    title: String,
    alternatives: Vec<AlternativeForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AlternativeForm {
    by: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    option: Option<String>,
    text: String,
    visibility: VisibilityForm,
}

/// What a line says.
pub(crate) struct Line {
    pub(crate) n: usize,
    pub(crate) before: String,
    pub(crate) act: Act,
}

/// An act as the text of a line, without the hash and the closing brace.
pub(crate) fn written(act: &Act, n: usize, before: &str) -> Result<String, serde_json::Error> {
    let line = LineOut {
        journal: FORMAT,
        n,
        before,
        act: act_form(act),
    };
    let mut text = serde_json::to_string(&line)?;
    text.pop();
    Ok(text)
}

/// All that an act says but for when: the same for an act that is sent again.
pub(crate) fn matter(act: &Act) -> Result<String, serde_json::Error> {
    let form = ActForm {
        at: String::new(),
        ..act_form(act)
    };
    serde_json::to_string(&form)
}

/// The act of a line, or what is wrong with its form.
pub(crate) fn line(text: &str) -> Result<Line, String> {
    let line: LineIn = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if line.journal != FORMAT {
        return Err(format!("expected a line of `{FORMAT}`"));
    }
    Ok(Line {
        n: line.n,
        before: line.before,
        act: Act {
            at: line.at,
            by: author(line.by),
            seen: seen(line.visibility),
            once: line.once,
            deed: deed(line.act)?,
        },
    })
}

fn act_form(act: &Act) -> ActForm {
    let Act {
        at,
        by,
        seen,
        once,
        deed,
    } = act;
    ActForm {
        at: at.clone(),
        by: author_name(by),
        visibility: visibility(*seen),
        once: once.clone(),
        act: deed_form(deed),
    }
}

/// A party that is called `mediator` is written with a sign that no identifier has.
fn author_name(author: &Author) -> String {
    match author {
        Author::Mediator => "mediator".to_owned(),
        Author::Party(id) if id == "mediator" => "party:mediator".to_owned(),
        Author::Party(id) => id.clone(),
    }
}

fn author(name: String) -> Author {
    match name.strip_prefix("party:") {
        Some(id) => Author::Party(id.to_owned()),
        None if name == "mediator" => Author::Mediator,
        None => Author::Party(name),
    }
}

fn visibility(seen: Visibility) -> VisibilityForm {
    match seen {
        Visibility::Public => VisibilityForm::Public,
        Visibility::Mediator => VisibilityForm::Mediator,
        Visibility::Sealed => VisibilityForm::Sealed,
    }
}

fn seen(form: VisibilityForm) -> Visibility {
    match form {
        VisibilityForm::Public => Visibility::Public,
        VisibilityForm::Mediator => Visibility::Mediator,
        VisibilityForm::Sealed => Visibility::Sealed,
    }
}

fn place_name(place: &Place) -> String {
    match place {
        Place::Preamble => "preamble".to_owned(),
        Place::Point => "point".to_owned(),
        Place::After(point) => format!("after:{point}"),
        Place::Annex => "annex".to_owned(),
    }
}

impl Place {
    /// Reads a place as it is written in files and commands: `preamble`, `annex`, `after:POINT`,
    /// or `point`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "preamble" => Some(Self::Preamble),
            "point" => Some(Self::Point),
            "annex" => Some(Self::Annex),
            other => other
                .strip_prefix("after:")
                .map(|point| Self::After(point.to_owned())),
        }
    }
}

fn place(name: &str) -> Result<Place, String> {
    let expected = "`preamble`, `point`, `annex`, or `after:` and a point";
    Place::named(name).ok_or_else(|| format!("`{name}` is no place; expected {expected}"))
}

/// What an offer says, as it is written: as a package, or as a statement.
type Said = Option<BTreeMap<String, String>>;

fn said_form(kind: OfferKind, says: &[(String, String)]) -> (Said, Said) {
    let said = Some(says.iter().cloned().collect());
    match kind {
        OfferKind::Package => (said, None),
        OfferKind::Statement => (None, said),
    }
}

fn said(package: Said, says: Said) -> Result<(OfferKind, Vec<(String, String)>), String> {
    let (kind, said) = match (package, says) {
        (Some(package), None) => (OfferKind::Package, package),
        (None, Some(says)) => (OfferKind::Statement, says),
        _ => return Err("an offer has either `package` or `says`".to_owned()),
    };
    Ok((kind, said.into_iter().collect()))
}

fn mode_form(mode: Mode) -> ModeForm {
    match mode {
        Mode::Compilation => ModeForm::Compilation,
        Mode::Chair => ModeForm::Chair,
    }
}

fn mode(form: ModeForm) -> Mode {
    match form {
        ModeForm::Compilation => Mode::Compilation,
        ModeForm::Chair => Mode::Chair,
    }
}

fn reply_form(reply: Reply) -> ReplyForm {
    match reply {
        Reply::Accept => ReplyForm::Accept,
        Reply::AcceptIf => ReplyForm::AcceptIf,
        Reply::Bracket => ReplyForm::Bracket,
        Reply::Refuse => ReplyForm::Refuse,
    }
}

fn reply(form: ReplyForm) -> Reply {
    match form {
        ReplyForm::Accept => Reply::Accept,
        ReplyForm::AcceptIf => Reply::AcceptIf,
        ReplyForm::Bracket => Reply::Bracket,
        ReplyForm::Refuse => Reply::Refuse,
    }
}

fn deed_form(deed: &Deed) -> DeedForm {
    match deed {
        Deed::Offer {
            date,
            kind,
            says,
            note,
        } => {
            let (package, says) = said_form(*kind, says);
            DeedForm::Offer {
                date: date.clone(),
                package,
                says,
                note: note.clone(),
            }
        }
        Deed::Draft(IssuedDraft {
            version,
            date,
            mode,
            clauses,
            editions,
        }) => DeedForm::Draft {
            version: version.clone(),
            date: date.clone(),
            mode: mode_form(*mode),
            clauses: clauses.iter().flatten().map(clause_form).collect(),
            editions: editions.iter().map(edition_form).collect(),
        },
        Deed::Answer {
            version,
            clause,
            reply,
            words,
        } => DeedForm::Answer {
            version: version.clone(),
            clause: clause.clone(),
            reply: reply_form(*reply),
            words: words.clone(),
        },
        Deed::Wording {
            clause,
            option,
            text,
        } => DeedForm::Wording {
            clause: clause.clone(),
            option: option.clone(),
            text: text.clone(),
        },
        Deed::Clause {
            id,
            place,
            title,
            text,
        } => DeedForm::Clause {
            id: id.clone(),
            place: place_name(place),
            title: title.clone(),
            text: text.clone(),
        },
        Deed::Amend { reason, changes } => DeedForm::Amend {
            reason: reason.clone(),
            changes: changes.iter().map(change_form).collect(),
        },
        Deed::Withdraw { line, reason } => DeedForm::Withdraw {
            line: *line,
            reason: reason.clone(),
        },
    }
}

fn deed(form: DeedForm) -> Result<Deed, String> {
    Ok(match form {
        DeedForm::Offer {
            date,
            package,
            says,
            note,
        } => {
            let (kind, says) = said(package, says)?;
            Deed::Offer {
                date,
                kind,
                says,
                note,
            }
        }
        DeedForm::Draft {
            version,
            date,
            mode,
            clauses,
            editions,
        } => Deed::Draft(IssuedDraft {
            version,
            date,
            mode: self::mode(mode),
            clauses: Some(clauses.into_iter().map(clause).collect::<Result<_, _>>()?),
            editions: editions
                .into_iter()
                .map(|(name, clauses)| edition(&name, clauses))
                .collect::<Result<_, _>>()?,
        }),
        DeedForm::Answer {
            version,
            clause,
            reply,
            words,
        } => Deed::Answer {
            version,
            clause,
            reply: self::reply(reply),
            words,
        },
        DeedForm::Wording {
            clause,
            option,
            text,
        } => Deed::Wording {
            clause,
            option,
            text,
        },
        DeedForm::Clause {
            id,
            place: name,
            title,
            text,
        } => Deed::Clause {
            id,
            place: place(&name)?,
            title,
            text,
        },
        DeedForm::Amend { reason, changes } => Deed::Amend {
            reason,
            changes: changes.into_iter().map(change).collect::<Result<_, _>>()?,
        },
        DeedForm::Withdraw { line, reason } => Deed::Withdraw { line, reason },
    })
}

fn edition_form(edition: &DraftEdition) -> (String, Vec<ClauseForm>) {
    let DraftEdition { audience, clauses } = edition;
    let clauses = clauses.iter().map(clause_form);
    (audience.name(), clauses.collect())
}

fn edition(name: &str, clauses: Vec<ClauseForm>) -> Result<DraftEdition, String> {
    let audience = match name {
        "public" => Audience::Public,
        "mediator" => return Err("the mediator's edition stands in `clauses`".to_owned()),
        _ => Audience::Party(name.strip_prefix("party:").unwrap_or(name).to_owned()),
    };
    let clauses = clauses.into_iter().map(clause).collect::<Result<_, _>>()?;
    Ok(DraftEdition { audience, clauses })
}

fn clause_form(clause: &Clause) -> ClauseForm {
    let Clause {
        id,
        place,
        title,
        alternatives,
    } = clause;
    let form = |alternative: &Alternative| {
        let Alternative {
            by,
            option,
            text,
            seen,
        } = alternative;
        AlternativeForm {
            by: by.iter().map(author_name).collect(),
            option: option.clone(),
            text: text.clone(),
            visibility: visibility(*seen),
        }
    };
    ClauseForm {
        id: id.clone(),
        place: place_name(place),
        title: title.clone(),
        alternatives: alternatives.iter().map(form).collect(),
    }
}

fn clause(form: ClauseForm) -> Result<Clause, String> {
    let alternative = |form: AlternativeForm| Alternative {
        by: form.by.into_iter().map(author).collect(),
        option: form.option,
        text: form.text,
        seen: seen(form.visibility),
    };
    Ok(Clause {
        id: form.id,
        place: place(&form.place)?,
        title: form.title,
        alternatives: form.alternatives.into_iter().map(alternative).collect(),
    })
}
