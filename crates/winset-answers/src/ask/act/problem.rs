//! What is wrong with an act, for every face in the same words.

use winset_model::characters::{look_alike, spelled_out, written_out};
use winset_told::messages::Language;

/// What is wrong with an act that was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActProblem {
    /// The part of the act that is wrong.
    pub part: ActPart,
    /// What it says there; empty where it says nothing.
    pub value: String,
    /// What is wrong with it.
    pub fault: ActFault,
}

/// A part of an act, as a form or a command line has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActPart {
    /// Who acts.
    Author,
    /// When it was written down.
    At,
    /// The day on which it was done.
    Date,
    /// The point of an offer that has this name.
    Point(String),
    /// The option that an offer settles the point of this name on.
    OptionOn(String),
    /// The package of an offer as a whole.
    Package,
    /// The version of the text.
    Version,
    /// The clause that is answered or worded.
    Clause,
    /// The option that words settle a point on.
    Option,
    /// The words to an answer.
    Words,
    /// The identifier of a clause.
    Id,
    /// The place of a clause.
    Place,
    /// The title of a clause.
    Title,
    /// The words of a clause; none takes back what was there.
    Text,
    /// A place in the case that is changed.
    Change(String),
    /// The line of an act.
    Line,
    /// Who may see it.
    Visibility,
    /// The act as a whole.
    Whole,
}

/// What is wrong with a part of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActFault {
    /// It names nothing that the writer sees.
    Unknown {
        /// What it should name.
        kind: ActNameKind,
        /// The names that there are, in order.
        known: Vec<String>,
    },
    /// Whoever writes may not write for it.
    NotForThem,
    /// The mediator makes no offers.
    MediatorOffers,
    /// The mediator answers no clauses.
    MediatorAnswers,
    /// Versions are the mediator's to issue.
    MediatorIssues,
    /// No option is chosen on points.
    NotChosen {
        /// Their titles, in order.
        open: Vec<String>,
        /// How many points there are.
        all: usize,
    },
    /// An offer speaks of no point.
    SaysNothing,
    /// A point is settled twice.
    Twice,
    /// It is no day.
    NoDay,
    /// It is no time.
    NoTime,
    /// A version has this name already.
    VersionTaken,
    /// It cannot name a version.
    NoVersionName,
    /// It cannot name a clause.
    NoIdentifier,
    /// It names a point, which has a clause of its own.
    IsPoint,
    /// An acceptance on a condition says none.
    NoCondition,
    /// The clause carries no option.
    CarriesNoOption,
    /// A clause has no title.
    NoTitle,
    /// A clause without options stands where a point's own stands.
    NoPlace,
    /// The author has proposed nothing that could be taken back.
    NothingToTakeBack,
    /// Something in it does not fit the case or the journal.
    Unfit(String),
    /// Nothing changes.
    ChangesNothing,
    /// Only the mediator, or the party whose it is, may change this.
    NotTheirs,
    /// Its readers would be told more than they may see, or see too little to follow it.
    NotForReaders {
        /// Who: the public, or a party.
        reader: String,
        /// What is wrong for them.
        why: String,
    },
    /// There is no act on this line, or it is of a kind that stays.
    NothingToWithdraw,
    /// It is the act of somebody else.
    NotOwnAct,
    /// Later acts rest on it.
    RestsOnIt {
        /// Their lines.
        lines: String,
    },
}

/// What a name should be the name of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActNameKind {
    /// A party.
    Party,
    /// A point.
    Point,
    /// An option of the point of this name.
    OptionOf(String),
    /// A version of the text.
    Version,
    /// A clause of the working text.
    Clause,
    /// A clause of the version that is answered.
    ClauseOfVersion,
    /// A clause without options.
    FreeClause,
}

impl ActProblem {
    /// What is wrong, in a sentence without a full stop.
    pub fn message(&self, language: &Language) -> String {
        let value = &self.shown();
        let said = match &self.fault {
            ActFault::Unknown { kind, .. } => {
                let filled = [("what", value.clone()), ("kind", kind.words(language))];
                language.fill("problem-unknown", &filled)
            }
            ActFault::NotForThem => language.with("problem-author", value),
            ActFault::MediatorOffers => language.get("problem-mediator-offers"),
            ActFault::MediatorAnswers => language.get("problem-mediator-answers"),
            ActFault::MediatorIssues => language.with("problem-mediator-issues", value),
            ActFault::NotChosen { open, all } => {
                let filled = [
                    ("n", open.len().to_string()),
                    ("all", all.to_string()),
                    ("what", shortened(open, 5)),
                ];
                language.fill("problem-not-chosen", &filled)
            }
            ActFault::SaysNothing => language.get("problem-says-nothing"),
            ActFault::Twice => language.with("problem-twice", value),
            ActFault::NoDay => language.with("problem-day", value),
            ActFault::NoTime => language.with("problem-time", value),
            ActFault::VersionTaken => language.with("problem-version-there", value),
            ActFault::NoVersionName => language.with("problem-version-name", value),
            ActFault::NoIdentifier => language.with("problem-identifier", value),
            ActFault::IsPoint => language.with("problem-is-point", value),
            ActFault::NoCondition => language.get("problem-condition"),
            ActFault::CarriesNoOption => language.with("problem-carries-none", value),
            ActFault::NoTitle => language.get("problem-title"),
            ActFault::NoPlace => language.get("problem-place"),
            ActFault::NothingToTakeBack => language.with("problem-take-back", value),
            ActFault::Unfit(why) => language.with("problem-unfit", why),
            ActFault::ChangesNothing => language.get("problem-changes-nothing"),
            ActFault::NotTheirs => language.with("problem-not-theirs", value),
            ActFault::NotForReaders { reader, why } => {
                let filled = [("what", reader.clone()), ("why", why.clone())];
                language.fill("problem-readers", &filled)
            }
            ActFault::NothingToWithdraw => language.with("problem-no-act", value),
            ActFault::NotOwnAct => language.with("problem-not-own", value),
            ActFault::RestsOnIt { lines } => language.with("problem-rests", lines),
        };
        said.into_owned()
    }

    /// What the part says, with the characters written out that nobody sees, or by which it differs from
    /// a name that looks the same.
    fn shown(&self) -> String {
        let known = match &self.fault {
            ActFault::Unknown { known, .. } => known.as_slice(),
            _ => &[],
        };
        if known.iter().any(|name| look_alike(&self.value, name)) {
            spelled_out(&self.value)
        } else {
            written_out(&self.value).into_owned()
        }
    }

    /// What would do instead; none where the message says it.
    pub fn expected(&self, language: &Language) -> Option<String> {
        let said = match &self.fault {
            ActFault::Unknown { known, .. } if known.is_empty() => language.get("expect-nothing"),
            ActFault::Unknown { known, .. } => language.with("expect-one-of", shortened(known, 24)),
            ActFault::NoDay => language.get("expect-day"),
            ActFault::NoTime => language.get("expect-time"),
            ActFault::VersionTaken => language.get("expect-new-version"),
            ActFault::NoVersionName => language.get("expect-version-name"),
            ActFault::NoIdentifier => language.get("expect-identifier"),
            ActFault::IsPoint => language.get("expect-no-point"),
            ActFault::NotChosen { .. } => language.get("expect-every-point"),
            ActFault::NoPlace => language.get("expect-place"),
            ActFault::NothingToTakeBack => language.get("expect-worded"),
            ActFault::NotForReaders { .. } => language.get("expect-narrower"),
            ActFault::NotTheirs => language.get("expect-own"),
            ActFault::NothingToWithdraw => language.get("expect-act"),
            ActFault::RestsOnIt { .. } => language.get("expect-later-first"),
            ActFault::NotForThem
            | ActFault::MediatorOffers
            | ActFault::MediatorAnswers
            | ActFault::MediatorIssues
            | ActFault::SaysNothing
            | ActFault::Twice
            | ActFault::NoCondition
            | ActFault::CarriesNoOption
            | ActFault::NoTitle
            | ActFault::ChangesNothing
            | ActFault::NotOwnAct
            | ActFault::Unfit(_) => return None,
        };
        Some(said.into_owned())
    }
}

impl ActNameKind {
    fn words(&self, language: &Language) -> String {
        let said = match self {
            Self::Party => language.get("kind-party"),
            Self::Point => language.get("kind-point"),
            Self::OptionOf(point) => language.with("kind-option-of", point),
            Self::Version => language.get("kind-version"),
            Self::Clause => language.get("kind-clause"),
            Self::ClauseOfVersion => language.get("kind-clause-of-version"),
            Self::FreeClause => language.get("kind-free-clause"),
        };
        said.into_owned()
    }
}

/// The first names of a list, and how many more there are.
fn shortened(known: &[String], shown_max: usize) -> String {
    let shown: Vec<String> = known
        .iter()
        .take(shown_max)
        .map(|id| format!("`{id}`"))
        .collect();
    match known.len().checked_sub(shown_max) {
        None | Some(0) => shown.join(", "),
        Some(more) => format!("{} and {more} more", shown.join(", ")),
    }
}
