//! Words of answers that stand for one word of the vocabulary each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_export::acts::ActKind;
use winset_journal::{Mode, Reply};
use winset_model::answer::StopReason;
use winset_model::case::Visibility;
use winset_model::disagreement::Basis;
use winset_model::formats::peer::{PeerFormat, Semantics};
use winset_model::offer::OfferKind;
use winset_model::register::{DatePrecision, PartyStance, VerificationStatus};
use winset_play::session::{
    AnswersTold, Clock, NoDealScore, ShuttleAnswer, TalksOnly, TextQuestion,
};
use winset_solve::{FloorMode, Normalise, Order, Rule};
use winset_text::{Change, Marker};
use winset_told::brief::BriefMark;

use crate::ask::RecordKind;

/// Makes enums that are written as words, each of an enum whose variants have the same names.
macro_rules! words {
    ($($(#[$of:meta])* $word:ident of $from:ident { $($(#[$doc:meta])* $name:ident,)* })*) => {$(
        $(#[$of])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $word {
            $($(#[$doc])* $name,)*
        }

        impl From<$from> for $word {
            fn from(of: $from) -> Self {
                match of {
                    $($from::$name => Self::$name,)*
                }
            }
        }
    )*};
}

words! {
    /// Whether what an offer says stands or falls together.
    OfferKindWord of OfferKind {
        /// It speaks of points one by one.
        Statement,
        /// It is a package, to be taken as a whole.
        Package,
    }

    /// Whose conventions count time in talks.
    ClockWord of Clock {
        /// Those of GENIUS.
        Genius,
        /// Those of NegMAS.
        Negmas,
        /// Those of NegoLog.
        Negolog,
    }

    /// What a party gets without a deal.
    NoDealScoreWord of NoDealScore {
        /// Nothing.
        Zero,
        /// Its no-deal value; its worst package where it has none.
        Value,
    }

    /// Which packages may be tabled and accepted in talks.
    TalksOnlyWord of TalksOnly {
        /// Every package.
        Anything,
        /// Those within the laws that everybody sees.
        Lawful,
        /// Of those, for each party, what the bodies that ratify for it pass.
        Ratified,
    }

    /// What parties are asked of a mediator's text.
    TextQuestionWord of TextQuestion {
        /// Yes or no to it by itself.
        ByItself,
        /// Yes or no to it in place of the text that stands.
        OverStanding,
        /// Better, worse or the same than the text before.
        OverLast,
    }

    /// What a mediator is told of answers.
    AnswersToldWord of AnswersTold {
        /// Who answered what.
        OneByOne,
        /// Whether somebody was against the text.
        WhetherAll,
    }

    /// A party's answer to a mediator's text.
    ShuttleAnswerWord of ShuttleAnswer {
        /// It accepts it.
        Yes,
        /// It does not.
        No,
        /// It likes it better than the one before.
        Better,
        /// It likes it less.
        Worse,
        /// It likes it as much.
        Same,
    }

    /// Why something was not finished.
    ReasonWord of StopReason {
        /// The time was up.
        TimeLimit,
        /// As much was searched, or found, as was asked for.
        NodeLimit,
        /// It would have taken too much memory.
        MemoryLimit,
        /// Its numbers outgrew the range in which it works exactly.
        NumberLimit,
        /// Somebody stopped it.
        Interrupted,
        /// A fault of the program, whose claim did not pass the check.
        CheckFailed,
    }

    /// What no-deal values are among clashes.
    FloorsWord of FloorMode {
        /// They are left out.
        Ignore,
        /// They hold, and are no members of clashes.
        Keep,
        /// They are members of clashes.
        Members,
    }

    /// How a point stands.
    PointStatusWord of BriefMark {
        /// All who must agree stand for the same option, and nobody for another; it is inside every
        /// declared line.
        Agreed,
        /// Neither of the others.
        Bracketed,
        /// No option lies inside every declared line.
        Blocked,
    }

    /// What kind of act it is.
    ActKindWord of ActKind {
        /// An offer.
        Offer,
        /// A version of the text.
        Draft,
        /// An answer to a clause.
        Answer,
        /// Words for a clause.
        Wording,
        /// A clause of its own.
        Clause,
        /// A change of the case.
        Amendment,
        /// An earlier act taken back.
        Withdrawal,
    }

    /// In which order openings come.
    OrderWord of Order {
        /// By the sum of costs.
        Cost,
        /// By the cost of the party that it costs most.
        Largest,
    }

    /// To which scale scores were brought.
    NormaliseWord of Normalise {
        /// None: as the case states them.
        None,
        /// Each party's best package counts 1.
        Best,
        /// Each party's best package counts 1, its worst 0.
        Range,
    }

    /// Where a disagreement value comes from.
    BasisWord of Basis {
        /// The case states what happens at impasse.
        Impasse,
        /// It is the no-deal value.
        NoDeal,
        /// The case states neither: it is 0.
        Assumed,
        /// It was given with the question.
        Given,
    }

    /// Who may see something.
    VisibilityWord of Visibility {
        /// Everybody.
        Public,
        /// Its maker and the mediator.
        Mediator,
        /// Its maker only.
        Sealed,
    }

    /// What kind of entry of the record.
    RecordKindWord of RecordKind {
        /// A meeting.
        Session,
        /// Something said.
        Statement,
        /// An offer.
        Offer,
        /// Something that happened.
        Incident,
    }

    /// How exactly a day is known.
    DatePrecisionWord of DatePrecision {
        /// That day.
        Day,
        /// The week of that day.
        Week,
        /// The month of that day.
        Month,
        /// Around that day.
        About,
    }

    /// How far something is established. Says nothing of whose fault it is.
    EstablishedWord of VerificationStatus {
        /// Nobody has looked into it.
        Unverified,
        /// More likely so than not.
        Probable,
        /// It is so.
        Confirmed,
        /// It happened; it is not established who did it.
        ConfirmedUnattributed,
        /// It is not so.
        Refuted,
    }

    /// What a party says of an entry.
    StanceWord of PartyStance {
        /// It says that it is so.
        Asserts,
        /// It says that it is not so.
        Denies,
        /// It says nothing of it.
        Silent,
        /// It says that it is so, and that it was its own doing.
        Admits,
    }

    /// A format of another program.
    PeerFormatWord of PeerFormat {
        /// GENIUS.
        Genius,
        /// `GeniusWeb`.
        #[serde(rename = "geniusweb")]
        GeniusWeb,
        /// NegMAS.
        Negmas,
        /// NegoLog.
        Negolog,
    }

    /// What the numbers of a scenario of another program are taken to mean.
    SemanticsWord of Semantics {
        /// What GENIUS does with them.
        Genius,
        /// What NegMAS does with them, without discounting.
        Negmas,
        /// Evaluations times weights.
        Raw,
    }

    /// How a text is to be read.
    ModeWord of Mode {
        /// Every party's alternatives stand in brackets.
        Compilation,
        /// It is the mediator's proposal.
        Chair,
    }

    /// A party's answer to a clause.
    ReplyWord of Reply {
        /// As it stands.
        Accept,
        /// On a condition.
        AcceptIf,
        /// Not yet: it stays in brackets.
        Bracket,
        /// Not at all.
        Refuse,
    }

    /// What became of a clause between two versions.
    MarkerWord of Marker {
        /// It is there for the first time.
        #[serde(rename = "ADD")]
        Add,
        /// It reads otherwise, or stands elsewhere.
        #[serde(rename = "MOD")]
        Mod,
        /// It is gone.
        #[serde(rename = "SUP")]
        Sup,
        /// No change.
        #[serde(rename = "NOC")]
        Noc,
    }

    /// What became of a passage between two versions.
    PassageWord of Change {
        /// It stands in both.
        Kept,
        /// It stands in the later one.
        Inserted,
        /// It stands in the earlier one.
        Deleted,
    }

    /// A rule, under the name of the program that uses it.
    RuleWord of Rule {
        /// The largest product of gains, each to the power of its party's weight.
        WeightedNash,
        /// The efficient packages whose gains differ least.
        EqualGains,
        /// Gains as shares of each party's best among all packages, the smallest as large as can be.
        TextbookKs,
        /// NegMAS `nash_points`.
        NegmasNash,
        /// NegMAS `kalai_points`.
        NegmasKalai,
        /// NegMAS `kalai_points` without reserved values.
        NegmasModifiedKalai,
        /// NegMAS `ks_points`.
        NegmasKs,
        /// NegMAS `ks_points` without reserved values.
        NegmasModifiedKs,
        /// NegMAS `max_welfare_points`.
        NegmasMaxWelfare,
        /// NegMAS `max_relative_welfare_points`.
        NegmasMaxRelativeWelfare,
        /// NegMAS `kalai_points` on scores from 0 to 1.
        AnlKalai,
        /// GENIUS `getNash`.
        GeniusNash,
        /// GENIUS `getKalaiSmorodinsky`.
        GeniusKs,
        /// NegoLog `nash_point`.
        NegologNash,
        /// NegoLog `kalai_point`.
        NegologKalai,
    }
}

/// What is always left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IgnoreWord {
    /// No-deal values are left out.
    Ignore,
}
