//! What entries of the record share: how exactly a day is known, what parties say of it, how far it is
//! established, and whose entry it is.

use crate::calendar::Day;
use crate::case::Visibility;
use crate::options::PartyId;

/// Declares a choice of words: the type, the word of each and what reads it.
macro_rules! choices {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $word_doc:literal])+ $word:ident = $text:literal,)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $word_doc])+ $word,)+ }

        impl $name {
            /// All of them.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$word),+];

            /// The word for it in files and tables.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)+ }
            }

            /// What a word stands for; `None` when it is none of these.
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|of| of.as_str() == word)
            }
        }
    )+};
}

choices! {
    /// How exactly a day is known.
    DatePrecision {
        /// That day.
        Day = "day",
        /// The week of that day.
        Week = "week",
        /// The month of that day.
        Month = "month",
        /// Around that day.
        About = "about",
    }
    /// What a party says of an entry.
    PartyStance {
        /// It says that it is so.
        Asserts = "asserts",
        /// It says that it is not so.
        Denies = "denies",
        /// It says nothing of it.
        Silent = "silent",
        /// It says that it is so, and that it was its own doing.
        Admits = "admits",
    }
    /// How far something is established. Says nothing of whose fault it is.
    VerificationStatus {
        /// Nobody has looked into it.
        Unverified = "unverified",
        /// More likely so than not.
        Probable = "probable",
        /// It is so.
        Confirmed = "confirmed",
        /// It happened; it is not established who did it.
        ConfirmedUnattributed = "confirmed-unattributed",
        /// It is not so.
        Refuted = "refuted",
    }
}

/// What a party says of an entry, and who may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StanceStated {
    /// The party.
    pub party: PartyId,
    /// What it says.
    pub stance: PartyStance,
    /// Who may know.
    pub visibility: Visibility,
}

/// How far an entry is established, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How far.
    pub status: VerificationStatus,
    /// The body that says so.
    pub by: Option<String>,
    /// The day on which it said so.
    pub date: Option<Day>,
}

/// How many, of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedCount {
    /// Of what.
    pub what: String,
    /// How many at least.
    pub least: u64,
    /// How many at most; not below the least.
    pub most: u64,
}

/// Whose entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryOwner {
    /// The mediator's.
    Mediator,
    /// A party's, which sees it.
    Party(PartyId),
}

impl EntryOwner {
    /// The word by which the mediator is named among those who enter.
    pub const MEDIATOR: &str = "mediator";
}
