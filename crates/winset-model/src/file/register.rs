//! The entries of a case file that are kept as read: delegations, phases, prisoners, sessions,
//! statements and incidents; and the register, which holds all that no question uses yet.

use serde_json::{Value as Json, json};

use super::case::{Marker, Visibility};
use super::forms::{Colour, Date, Grade, Picks, Proportion, Whole};
use super::read::{Context, Definitions, Filled, List, Name, Named, Read};
use super::record::{record, words};
use crate::document::{Node, Value};
use crate::options::{OptionSet, PartyId, PointId};
use crate::private::Private;

/// The parts of a case that no question uses yet.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// Languages of the case's texts.
    pub languages: Vec<String>,
    /// The day that the case describes.
    pub as_of: Option<Date>,
    /// What readers must know of the case's standing.
    pub disclaimer: Option<String>,
    /// What is said of each party, in the order of the parties.
    pub parties: Vec<PartyFacts>,
    /// The remark on each point, in the order of the points.
    pub point_notes: Vec<Option<String>>,
    /// The remark on each line, in the order of the lines.
    pub line_notes: Vec<Option<String>>,
    /// The remarks on the rules of each body, in the order of the bodies and their rules.
    pub vote_notes: Vec<Vec<Option<String>>>,
    /// What is said of each lever, in the order of the levers.
    pub levers: Vec<EntryFacts>,
    /// What is said of each offer, in the order of the offers.
    pub offers: Vec<EntryFacts>,
    /// Who speaks for the parties.
    pub delegations: Vec<DelegationEntry>,
    /// Steps of carrying out the agreement.
    pub phases: Vec<PhaseEntry>,
    /// Prisoners claimed and held.
    pub prisoners: Option<PrisonersEntry>,
    /// Meetings held.
    pub sessions: Vec<SessionEntry>,
    /// What was said.
    pub statements: Vec<StatementEntry>,
    /// What the statements read as, in their order.
    pub understood: Vec<Understood>,
    /// What happened.
    pub incidents: Vec<IncidentEntry>,
}

/// What a file says of a party beyond what decides.
#[derive(Debug, Clone)]
pub struct PartyFacts {
    /// Its part in the talks.
    pub role: Option<String>,
    /// Its colour in plots.
    pub colour: Option<Colour>,
    /// Its mark in plots.
    pub marker: Option<Marker>,
    /// Who decides for it.
    pub decides_by: Option<String>,
    /// Who may see its preferences and values; sealed when not stated.
    pub visibility: Option<Visibility>,
    /// Remark for readers.
    pub note: Option<String>,
    /// Remark on its no-deal value; seen by those who may see the value.
    pub no_deal_note: Private<Option<String>>,
    /// Remarks on its bonuses, in their order; seen by those who may see them.
    pub bonus_notes: Private<Vec<Option<String>>>,
}

/// What a statement reads as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Identifier of the statement.
    pub id: String,
    /// The party that made it.
    pub by: PartyId,
    /// The options that it reads as accepting, by point; each point once and in order.
    pub reads_as: Vec<(PointId, OptionSet)>,
}

/// What a file says of an entry beyond what decides.
#[derive(Debug, Clone)]
pub struct EntryFacts {
    /// The day.
    pub date: Option<Date>,
    /// Who may see it; public when not stated.
    pub visibility: Option<Visibility>,
    /// Remark for readers.
    pub note: Option<String>,
}

words! {
    /// Who meets whom.
    Meeting {
        /// The mediator meets one side at a time.
        Shuttle = "shuttle",
        /// Two sides meet.
        Bilateral = "bilateral",
        /// Three sides meet.
        ThreeWay = "three-way",
        /// All sides meet.
        Multilateral = "multilateral",
    }
    /// A day of the week.
    Weekday {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
}

record! {
    /// Who speaks for a party: offices, not persons.
    DelegationEntry {
        /// Identifier, unique among delegations.
        id: Name,
        /// The party it speaks for.
        party: Name,
        /// The offices in it.
        offices: Vec<String>,
    }
    /// A step of carrying out the agreement.
    PhaseEntry {
        /// Identifier, unique among phases.
        id: Name,
        /// Name for readers.
        name: String,
        /// Days after signature on which it may begin; does not fall from phase to phase.
        day: Whole,
        /// What must be so before it begins.
        opens_when: Vec<String>,
        /// What is delivered in it.
        deliver: Vec<String>,
        /// What undoes it.
        rollback: Vec<String>,
    }
    /// Prisoners claimed and held, and how they could be exchanged.
    PrisonersEntry {
        /// What each side claims and acknowledges, by category.
        claims: List<ClaimEntry>,
        /// How an exchange could be carried out.
        clearing: Option<ClearingEntry>,
    }
    /// Prisoners of one side held by another, in one category.
    ClaimEntry {
        /// The party that holds them.
        held_by: Name,
        /// The party whose people they are.
        of: Name,
        /// The category.
        category: Name,
        /// How many their own side says are held.
        claimed_by_owner: Whole,
        /// How many the holder acknowledges.
        acknowledged_by_holder: Whole,
        /// How many are confirmed dead.
        confirmed_dead: Whole,
        /// How many remain in dispute: claimed, less acknowledged, less dead.
        disputed: Whole,
    }
    /// How an exchange could be carried out.
    ClearingEntry {
        /// Who carries how many persons on which days.
        carriers: List<CarrierEntry>,
        /// The ratios that are acceptable.
        ratio_rules: List<RatioEntry>,
        /// The order of the categories.
        phase_order: Vec<Name>,
        /// A third state that could close a cycle.
        third_party_cycle: Option<CycleEntry>,
    }
    /// A way of carrying persons.
    CarrierEntry {
        /// Identifier, unique among carriers.
        id: Name,
        /// Persons on a day.
        persons_per_day: Whole,
        /// The days on which it runs.
        days: Filled<Weekday>,
    }
    /// The ratios that are acceptable in a category.
    RatioEntry {
        /// The category.
        category: Name,
        /// The least ratio.
        min: Option<Proportion>,
        /// The greatest ratio.
        max: Option<Proportion>,
        /// Released without anything in return.
        free: Option<bool>,
    }
    /// A meeting.
    SessionEntry {
        /// Identifier, unique among sessions.
        id: Name,
        /// The day.
        date: Date,
        /// Who met whom.
        format: Meeting,
        /// The delegations met.
        with: Vec<Name>,
        /// The delegation that led.
        by: Name,
        /// The version of the text on the table.
        text_version: Option<String>,
        /// What came of it.
        outcome: Option<String>,
        /// Who may know of it; mediator when missing.
        visibility: Option<Visibility>,
    }
    /// Something said.
    StatementEntry {
        /// Identifier, unique among statements.
        id: Name,
        /// The day.
        date: Date,
        /// The party that said it.
        by: Name,
        /// Who may know of it; public when missing.
        visibility: Option<Visibility>,
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
    }
    /// Something that happened.
    IncidentEntry {
        /// Identifier, unique among incidents.
        id: Name,
        /// The day.
        date: Date,
        /// Where.
        place: String,
        /// What.
        kind: String,
        /// A party, or `both`.
        claimed_by: Name,
        /// A party, `both`, `disputed` or `unknown`.
        attributed_to: Name,
        /// What the side blamed answers.
        response: Option<String>,
        /// Who reports it.
        sources: List<SourceEntry>,
        /// How far it is established.
        status: Option<String>,
        /// Who may know of it; mediator when missing.
        visibility: Option<Visibility>,
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
}

/// A third state that could close a cycle of exchanges: `state`, and for parties of the case
/// `holds_of_PARTY` and `wants_from_PARTY`.
#[derive(Debug, Clone)]
pub struct CycleEntry {
    /// Its name.
    pub state: String,
    /// Whose people it holds, and how many.
    pub holds_of: Vec<(Name, Whole)>,
    /// From whom it wants people, and how many.
    pub wants_from: Vec<(Name, Whole)>,
}

impl Read for CycleEntry {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a mapping");
            return None;
        };
        let state = cx.field(node, entries, "state");
        let (mut holds_of, mut wants_from) = (Vec::new(), Vec::new());
        for entry in entries.iter().filter(|e| e.key != "state") {
            let (list, party) = if let Some(party) = entry.key.strip_prefix("holds_of_") {
                (&mut holds_of, party)
            } else if let Some(party) = entry.key.strip_prefix("wants_from_") {
                (&mut wants_from, party)
            } else {
                let expected = "`state`, or `holds_of_` or `wants_from_` and a party";
                cx.unknown_key(entry, expected, &["state", "holds_of_", "wants_from_"]);
                continue;
            };
            let name = Name {
                text: party.to_owned(),
                span: entry.key_span,
            };
            list.extend(Whole::read(&entry.node, cx).map(|count| (name, count)));
        }
        Some(Self {
            state: state?,
            holds_of,
            wants_from,
        })
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({
            "type": "object",
            "properties": {"state": String::schema(defs)},
            "required": ["state"],
            "patternProperties": {"^(holds_of|wants_from)_": Whole::schema(defs)},
            "additionalProperties": false,
        })
    }
}
