//! The entries of a case file that hold what was said and what happened: sessions, statements and
//! incidents.

use serde_json::{Value as Json, json};

use super::case::VisibilityWord;
use super::forms::{Category, Date, Grade, Picks, Whole};
use super::read::{Context, Definitions, List, Name, Named, Read};
use super::record::{record, words};
use crate::document::{Node, Value};

words! {
    /// Who meets whom.
    MeetingWord for crate::register::SessionFormat {
        /// The mediator meets one side at a time.
        Shuttle = "shuttle",
        /// Two sides meet.
        Bilateral = "bilateral",
        /// Three sides meet.
        ThreeWay = "three-way",
        /// All sides meet.
        Multilateral = "multilateral",
    }
    /// How exactly a day is known.
    PrecisionWord for crate::register::DatePrecision {
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
    StanceWord for crate::register::PartyStance {
        /// It says that it is so.
        Asserts = "asserts",
        /// It says that it is not so.
        Denies = "denies",
        /// It says nothing of it.
        Silent = "silent",
        /// It says that it is so, and that it was its own doing.
        Admits = "admits",
    }
    /// How far something is established.
    VerificationWord for crate::register::VerificationStatus {
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

record! {
    /// A meeting.
    SessionEntry {
        /// Identifier, unique among sessions.
        id: Name,
        /// The day on which it was held.
        date: Date,
        /// How exactly the day is known; `day` when missing.
        precision: Option<PrecisionWord>,
        /// The day on which it was reported.
        reported: Option<Date>,
        /// Who met whom.
        format: MeetingWord,
        /// The delegations met.
        with: Vec<Name>,
        /// The delegation that led.
        by: Name,
        /// The version of the text on the table.
        text_version: Option<String>,
        /// What came of it.
        outcome: Option<String>,
        /// The points that it is about.
        about: Vec<Name>,
        /// The options that were spoken of, by point.
        options: Named<Picks>,
        /// The clauses of the text that it is about, by their names.
        clauses: Vec<String>,
        /// The session whose entry this one replaces.
        supersedes: Option<Name>,
        /// Whose entry it is: a party, which sees it, or `mediator`.
        entered_by: Option<Name>,
        /// Who may know of it; mediator when missing.
        visibility: Option<VisibilityWord>,
    }
    /// Something said.
    StatementEntry {
        /// Identifier, unique among statements.
        id: Name,
        /// The day on which it was said.
        date: Date,
        /// How exactly the day is known; `day` when missing.
        precision: Option<PrecisionWord>,
        /// The day on which it was reported.
        reported: Option<Date>,
        /// The party that said it.
        by: Name,
        /// Who may know of it; public when missing.
        visibility: Option<VisibilityWord>,
        /// Where it was said.
        channel: Option<String>,
        /// How far the source can be trusted.
        grade: Option<Grade>,
        /// The points that it is about.
        about: Vec<Name>,
        /// The words.
        says: String,
        /// The options that it reads as accepting.
        reads_as: Named<Picks>,
        /// The clauses of the text that it is about, by their names.
        clauses: Vec<String>,
        /// What parties say of whether it was said.
        stances: Named<StanceEntry>,
        /// How far it is established that it was said.
        verification: Option<VerificationEntry>,
        /// The statement whose entry this one replaces.
        supersedes: Option<Name>,
        /// Whose entry it is: a party, which sees it, or `mediator`; the party that said it when missing.
        entered_by: Option<Name>,
    }
    /// Something that happened.
    IncidentEntry {
        /// Identifier, unique among incidents.
        id: Name,
        /// The day on which it happened.
        date: Date,
        /// How exactly the day is known; `day` when missing.
        precision: Option<PrecisionWord>,
        /// The day on which it was reported.
        reported: Option<Date>,
        /// Where.
        place: String,
        /// What.
        kind: String,
        /// What, as a word that common codings of events have an equal of.
        category: Option<Category>,
        /// Who says so: a party, `both` or `unknown`.
        claimed_by: Name,
        /// Who is said to have done it: a party, `both`, `disputed` or `unknown`.
        attributed_to: Name,
        /// How many, of what.
        counts: List<CountEntry>,
        /// What the side blamed answers.
        response: Option<String>,
        /// What parties say of it.
        stances: Named<StanceEntry>,
        /// Who reports it.
        sources: List<SourceEntry>,
        /// How far it is established, in any words.
        status: Option<String>,
        /// How far it is established, and who says so.
        verification: Option<VerificationEntry>,
        /// The points that it is about.
        about: Vec<Name>,
        /// The options that it is about, by point.
        options: Named<Picks>,
        /// The clauses of the text that it is said to violate, or is about, by their names.
        clauses: Vec<String>,
        /// The incident whose entry this one replaces.
        supersedes: Option<Name>,
        /// Whose entry it is: a party, which sees it, or `mediator`.
        entered_by: Option<Name>,
        /// Who may know of it; mediator when missing.
        visibility: Option<VisibilityWord>,
    }
    /// A source of an incident.
    SourceEntry {
        /// What kind of source.
        kind: String,
        /// How far it can be trusted.
        grade: Grade,
        /// Remark for readers.
        note: Option<String>,
    }
    /// How many, of what.
    CountEntry {
        /// Of what: killed, injured, displaced, shells, ...
        what: String,
        /// How many at least.
        least: Whole,
        /// How many at most; as many as at least when missing.
        most: Option<Whole>,
    }
    /// How far something is established.
    VerificationEntry {
        /// How far.
        status: VerificationWord,
        /// The body that says so.
        by: Option<String>,
        /// The day on which it said so.
        date: Option<Date>,
    }
    /// What a party says of an entry, and who may know.
    StanceMapping {
        /// What it says.
        stance: StanceWord,
        /// Who may know; mediator when missing.
        visibility: Option<VisibilityWord>,
    }
}

/// What a party says of an entry: a word, which is the mediator's and of whoever entered it, or a
/// mapping that says who may know.
#[derive(Debug, Clone)]
pub struct StanceEntry {
    /// What it says.
    pub stance: StanceWord,
    /// Who may know.
    pub visibility: Option<VisibilityWord>,
}

impl Read for StanceEntry {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            let stance = StanceWord::read(node, cx)?;
            let visibility = None;
            return Some(Self { stance, visibility });
        }
        let StanceMapping {
            stance, visibility, ..
        } = StanceMapping::read(node, cx)?;
        Some(Self { stance, visibility })
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"anyOf": [StanceWord::schema(defs), StanceMapping::schema(defs)]})
    }
}
