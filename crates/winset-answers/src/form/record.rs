//! The forms of the record of a case, and of what follows from it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_model::register::{StanceStated, VerificationStatus};
use winset_told::record::{alleged_in_words, claimant_in_words};

use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::status::{Names, SignalForm};
use super::values::{Keyed, present};
use super::words::{
    DatePrecisionWord, EstablishedWord, RecordKindWord, StanceWord, VisibilityWord,
};
use crate::ask::{
    ClauseWeek, Contradiction, OptionMove, PartyMoves, RecordEntry, RecordFindings, RecordedEntry,
};

/// The answer to `winset record list`, `timeline` and `show`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<RecordForm>,
    /// Identifier of the case.
    pub case: String,
    /// For whom.
    pub audience: String,
    /// The entries, by day.
    pub entries: Vec<RecordEntryForm>,
}

/// An entry of the record.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordEntryForm {
    /// What kind of entry.
    pub kind: RecordKindWord,
    /// Its identifier; of an offer its number, as the audience counts.
    pub id: String,
    /// The day on which it occurred; null of an offer without one.
    #[serde(deserialize_with = "present")]
    pub date: Option<String>,
    /// How exactly the day is known.
    pub precision: DatePrecisionWord,
    /// The day on which it was reported; null where that is not said.
    #[serde(deserialize_with = "present")]
    pub reported: Option<String>,
    /// Who may see it.
    pub visibility: VisibilityWord,
    /// The parties that it names.
    pub parties: Vec<String>,
    /// The points that it is about.
    pub points: Vec<String>,
    /// The clauses of the text that it is about.
    pub clauses: Vec<String>,
    /// What it says, in words.
    pub words: String,
    /// Where an incident happened; null of other entries.
    #[serde(deserialize_with = "present")]
    pub place: Option<String>,
    /// The category of an incident; null where none is said.
    #[serde(deserialize_with = "present")]
    pub category: Option<String>,
    /// Who claims an incident, in words; null of other entries.
    #[serde(deserialize_with = "present")]
    pub claimed_by: Option<String>,
    /// Who is alleged to have done it, in words; null of other entries.
    #[serde(deserialize_with = "present")]
    pub alleged: Option<String>,
    /// Party to what it says of the entry, as far as the audience may know.
    pub stances: Keyed<StanceWord>,
    /// How far it is established; null of what nobody verifies.
    #[serde(deserialize_with = "present")]
    pub established: Option<EstablishedWord>,
    /// The grades of its sources.
    pub grades: Vec<String>,
    /// The entry of its kind that it replaces; null where there is none in sight.
    #[serde(deserialize_with = "present")]
    pub supersedes: Option<String>,
    /// Whether no entry in sight replaces it.
    pub current: bool,
}

/// The answer to `winset record findings`. Nothing in it says who is to blame for what.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordFindingsForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<RecordFindingsForm>,
    /// Identifier of the case.
    pub case: String,
    /// For whom.
    pub audience: String,
    /// Alleged violations, by clause and week.
    pub violations: Vec<ClauseWeekForm>,
    /// Statements that read wider than a declared line of whoever made them.
    pub wider: Vec<SignalForm>,
    /// Statements of one party that contradict each other: the first 1,000 pairs.
    pub contradictions: Vec<ContradictionForm>,
    /// How many such pairs there are.
    pub contradictions_count: Number,
    /// What each party moved on, and what others moved to where it stood.
    pub moves: Vec<PartyMovesForm>,
}

/// How many violations of a clause are alleged in a week.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClauseWeekForm {
    /// The clause.
    pub clause: String,
    /// The Monday of the week.
    pub week: String,
    /// How many are alleged, those that were refuted left out.
    pub alleged: Number,
    /// How many of these nobody has verified.
    pub unverified: Number,
    /// How many were refuted.
    pub refuted: Number,
}

/// Two statements of one party that read as accepting nothing in common on a point.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContradictionForm {
    /// The party.
    pub party: String,
    /// The point.
    pub point: String,
    /// The earlier statement.
    pub earlier: String,
    /// The later one.
    pub later: String,
}

/// How a party moved, and what others moved to where it stood.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyMovesForm {
    /// The party.
    pub party: String,
    /// Its own moves.
    pub gave: Vec<OptionMoveForm>,
    /// Moves of others to the option for which it stood then.
    pub got: Vec<OptionMoveForm>,
}

/// A move from one option of a point to another.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionMoveForm {
    /// The offer that made it, as the audience counts.
    pub offer: Number,
    /// Who moved.
    pub by: String,
    /// The point.
    pub point: String,
    /// From where.
    pub from: String,
    /// To where.
    pub to: String,
}

impl RecordForm {
    /// The form of entries of a case.
    pub fn new(case: &Case, audience: &Audience, entries: &[RecordedEntry<'_>]) -> Self {
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            audience: audience.name(),
            entries: entries
                .iter()
                .map(|entry| entry_form(case, entry))
                .collect(),
        }
    }
}

fn entry_form(case: &Case, recorded: &RecordedEntry<'_>) -> RecordEntryForm {
    let RecordedEntry { entry, current } = recorded;
    let party = |place: winset_model::options::PartyId| case.parties[place.index()].id.clone();
    let point = |place: winset_model::options::PointId| case.points[place.index()].id.clone();
    let facts = entry.facts();
    let incident = match entry {
        RecordEntry::Incident(of) => Some(*of),
        RecordEntry::Session(_) | RecordEntry::Statement(_) | RecordEntry::Offer(_) => None,
    };
    let stances: &[StanceStated] = match entry {
        RecordEntry::Incident(of) => &of.stances,
        RecordEntry::Statement(of) => &of.stances,
        RecordEntry::Session(_) | RecordEntry::Offer(_) => &[],
    };
    let stances = stances
        .iter()
        .map(|of| (party(of.party), StanceWord::from(of.stance)));
    let established: Option<VerificationStatus> = entry.established();
    RecordEntryForm {
        kind: entry.kind().into(),
        id: entry.id(),
        date: entry.date().map(|day| day.to_string()),
        precision: facts.map_or(DatePrecisionWord::Day, |of| of.precision.into()),
        reported: facts.and_then(|of| of.reported).map(|day| day.to_string()),
        visibility: entry.visibility().into(),
        parties: entry.parties(case).into_iter().map(party).collect(),
        points: entry.points().into_iter().map(point).collect(),
        clauses: facts.map(|of| of.clauses.clone()).unwrap_or_default(),
        words: entry.words(case),
        place: incident.map(|of| of.place.clone()),
        category: incident
            .and_then(|of| of.category)
            .map(|of| of.as_str().to_owned()),
        claimed_by: incident.map(|of| claimant_in_words(case, of.claimed_by)),
        alleged: incident.map(|of| alleged_in_words(case, of.attributed_to)),
        stances: Keyed(stances.collect()),
        established: established.map(EstablishedWord::from),
        grades: entry.grades().iter().map(ToString::to_string).collect(),
        supersedes: facts.and_then(|of| of.supersedes.clone()),
        current: *current,
    }
}

impl RecordFindingsForm {
    /// The form of what follows from the record of a case.
    pub fn new(case: &Case, audience: &Audience, found: &RecordFindings) -> Self {
        let RecordFindings {
            violations,
            wider,
            contradictions,
            moves,
        } = found;
        let names = Names(case);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            audience: audience.name(),
            violations: violations.iter().map(week_form).collect(),
            wider: wider.iter().map(|signal| names.signal(signal)).collect(),
            contradictions: (contradictions.pairs.iter())
                .map(|pair| pair_form(case, pair))
                .collect(),
            contradictions_count: Number::whole(contradictions.count),
            moves: moves.iter().map(|of| moves_form(case, of)).collect(),
        }
    }
}

fn week_form(of: &ClauseWeek) -> ClauseWeekForm {
    let ClauseWeek {
        clause,
        week,
        alleged,
        unverified,
        refuted,
    } = of;
    ClauseWeekForm {
        clause: clause.clone(),
        week: week.to_string(),
        alleged: Number::size(*alleged),
        unverified: Number::size(*unverified),
        refuted: Number::size(*refuted),
    }
}

fn pair_form(case: &Case, pair: &Contradiction) -> ContradictionForm {
    let Contradiction {
        party,
        point,
        earlier,
        later,
    } = pair;
    ContradictionForm {
        party: case.parties[party.index()].id.clone(),
        point: case.points[point.index()].id.clone(),
        earlier: earlier.clone(),
        later: later.clone(),
    }
}

fn moves_form(case: &Case, of: &PartyMoves) -> PartyMovesForm {
    let PartyMoves { party, gave, got } = of;
    let each = |moves: &[OptionMove]| moves.iter().map(|of| move_form(case, of)).collect();
    PartyMovesForm {
        party: case.parties[party.index()].id.clone(),
        gave: each(gave),
        got: each(got),
    }
}

fn move_form(case: &Case, of: &OptionMove) -> OptionMoveForm {
    let OptionMove {
        offer,
        by,
        point,
        from,
        to,
    } = of;
    let at = &case.points[point.index()];
    OptionMoveForm {
        offer: Number::whole(*offer),
        by: case.parties[by.index()].id.clone(),
        point: at.id.clone(),
        from: at.options[from.index()].id.clone(),
        to: at.options[to.index()].id.clone(),
    }
}
