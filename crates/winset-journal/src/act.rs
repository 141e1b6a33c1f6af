//! What can be written in a journal.

use winset_model::amendment::CaseChange;
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::offer::OfferKind;

/// An act: who did what, and who may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When it was written down, in UTC: `2031-03-14T09:30:00Z`.
    pub at: String,
    /// Who did it.
    pub by: Author,
    /// Who may see it, besides the mediator and whoever did it.
    pub seen: Visibility,
    /// A word of the writer's own choice. A second act of the same author with the same one is taken
    /// for the first sent again, and not written; one that says something else is refused.
    pub once: Option<String>,
    /// What was done.
    pub deed: Deed,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// The mediator.
    Mediator,
    /// A party, by its identifier.
    Party(String),
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A party speaks of some points, or offers a package.
    Offer {
        /// The day, where it is not that of the act: `2031-03-14`.
        date: Option<String>,
        /// Whether what it says is to be taken as a whole.
        kind: OfferKind,
        /// Point and option, for each point that it speaks of.
        says: Vec<(String, String)>,
        /// Remark; for the mediator and the author only.
        note: Option<String>,
    },
    /// A version of the text is issued.
    Draft(IssuedDraft),
    /// A clause of a version is answered.
    Answer {
        /// The version.
        version: String,
        /// The clause.
        clause: String,
        /// The answer.
        reply: Reply,
        /// Words to it: the condition of "accept if", or a remark.
        words: Option<String>,
    },
    /// Somebody proposes words of their own for a clause.
    Wording {
        /// The clause.
        clause: String,
        /// The option that the words settle the point on, where it is one.
        option: Option<String>,
        /// The words; none takes back what the author proposed before.
        text: Option<String>,
    },
    /// A clause that carries no option is put in, changed, or taken out.
    Clause {
        /// Its identifier.
        id: String,
        /// Where it stands.
        place: Place,
        /// Its title.
        title: String,
        /// Its words; none takes it out.
        text: Option<String>,
    },
    /// The case itself changes.
    Amend {
        /// Why; for the mediator and the author only.
        reason: Option<String>,
        /// What changes, one after the other.
        changes: Vec<CaseChange>,
    },
    /// An earlier act of the same author is taken back: it counts no longer.
    Withdraw {
        /// Its line.
        line: usize,
        /// Why; for the mediator and the author only.
        reason: Option<String>,
    },
}

/// A version of the single negotiating text, as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedDraft {
    /// Its name, such as `SNT-6`.
    pub version: String,
    /// The day, where it is not that of the act.
    pub date: Option<String>,
    /// How it is to be read.
    pub mode: Mode,
    /// Its clauses, in order, as its reader reads them: the mediator, who issued it, or in a journal that
    /// is cut to another audience that audience. None where the journal keeps no clauses for that
    /// audience, as journals did before there were editions.
    pub clauses: Option<Vec<Clause>>,
    /// How other audiences read it, each edition made of what its audience sees. For the mediator alone;
    /// empty where the journal keeps none.
    pub editions: Vec<DraftEdition>,
}

/// A version of the text as one audience reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftEdition {
    /// Whose; a party without an edition of its own reads that of the public.
    pub audience: Audience,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// How a version of the text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Every party's alternatives stand in brackets with their owners.
    Compilation,
    /// The mediator's clean proposal; the whole text is bracketed and without prejudice.
    Chair,
}

/// A clause of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its identifier: that of its point, or its own.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// Its title.
    pub title: String,
    /// What it says; a single alternative without owners is clean text.
    pub alternatives: Vec<Alternative>,
}

/// One way to word a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Whose it is, in the case's order; nobody's where it is clean text.
    pub by: Vec<Author>,
    /// The option that it settles the point on.
    pub option: Option<String>,
    /// The words.
    pub text: String,
    /// Who may see it, besides its owners and the mediator.
    pub seen: Visibility,
}

/// Where a clause stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Before the first point.
    Preamble,
    /// The clause of the point that has its identifier.
    Point,
    /// After the clause of this point.
    After(String),
    /// After the last point.
    Annex,
}

/// An answer to a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// As it stands.
    Accept,
    /// On a condition.
    AcceptIf,
    /// Not yet: it stays in brackets.
    Bracket,
    /// Not at all.
    Refuse,
}

/// An act in its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its place, from 1.
    pub line: usize,
    /// The act.
    pub act: Act,
}

impl Author {
    /// The author of this name: `mediator`, or the identifier of a party, known or not. A party that
    /// is itself called `mediator` is named `party:mediator`.
    pub fn named(name: &str) -> Self {
        match name {
            "mediator" => Self::Mediator,
            _ => Self::Party(name.strip_prefix("party:").unwrap_or(name).to_owned()),
        }
    }

    /// The identifier of the party; none for the mediator.
    pub fn party(&self) -> Option<&str> {
        match self {
            Self::Mediator => None,
            Self::Party(id) => Some(id),
        }
    }
}

impl Act {
    /// Whether an audience may see it. What a party supposes of others is seen by that party alone, and
    /// by whoever holds the file.
    pub fn visible_to(&self, audience: &Audience) -> bool {
        let own = match audience {
            Audience::Holder => true,
            Audience::Party(id) => self.by.party() == Some(id),
            Audience::Mediator | Audience::Public => false,
        };
        (own || !self.supposes()) && audience.sees(self.by.party(), self.seen)
    }

    /// Whether it changes what a party supposes of others.
    pub fn supposes(&self) -> bool {
        let Deed::Amend { changes, .. } = &self.deed else {
            return false;
        };
        changes.iter().any(CaseChange::is_assumption)
    }
}

impl Mode {
    /// The word for it in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compilation => "compilation",
            Self::Chair => "chair",
        }
    }
}

impl Reply {
    /// All of them, the friendliest first.
    pub const ALL: [Self; 4] = [Self::Accept, Self::AcceptIf, Self::Bracket, Self::Refuse];

    /// The word for it in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::AcceptIf => "accept-if",
            Self::Bracket => "bracket",
            Self::Refuse => "refuse",
        }
    }
}
