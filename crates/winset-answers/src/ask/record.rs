//! The record of a case: sessions, statements, offers and incidents, and what follows from them. Nothing
//! here says who is to blame for what.

use std::collections::{BTreeMap, BTreeSet};

use winset_model::calendar::Day;
use winset_model::case::{Case, Visibility};
use winset_model::offer::Offer;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::register::{
    EventCategory, IncidentAttribution, IncidentClaimant, MediationSession, PartyStatement,
    ReportedIncident, SourceGrade, VerificationStatus,
};
use winset_solve::Signal;
use winset_told::record::{
    incident_in_words, offer_in_words, session_in_words, statement_in_words,
};

/// What kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// A meeting.
    Session,
    /// Something said.
    Statement,
    /// An offer.
    Offer,
    /// Something that happened.
    Incident,
}

impl RecordKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Session, Self::Statement, Self::Offer, Self::Incident];

    /// The message that names entries of this kind.
    pub fn entries_message(self) -> &'static str {
        match self {
            Self::Session => "record-sessions",
            Self::Statement => "record-statements",
            Self::Offer => "record-offers",
            Self::Incident => "record-incidents",
        }
    }

    /// The word for it in commands and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Statement => "statement",
            Self::Offer => "offer",
            Self::Incident => "incident",
        }
    }
}

/// An entry of the record.
#[derive(Debug, Clone, Copy)]
pub enum RecordEntry<'c> {
    /// A meeting.
    Session(&'c MediationSession),
    /// Something said.
    Statement(&'c PartyStatement),
    /// An offer.
    Offer(&'c Offer),
    /// Something that happened.
    Incident(&'c ReportedIncident),
}

impl RecordEntry<'_> {
    /// What kind of entry.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Session(_) => RecordKind::Session,
            Self::Statement(_) => RecordKind::Statement,
            Self::Offer(_) => RecordKind::Offer,
            Self::Incident(_) => RecordKind::Incident,
        }
    }

    /// Its identifier; the number of an offer, as the reader counts them.
    pub fn id(&self) -> String {
        match self {
            Self::Session(of) => of.id.clone(),
            Self::Statement(of) => of.id.clone(),
            Self::Offer(of) => of.seq.to_string(),
            Self::Incident(of) => of.id.clone(),
        }
    }

    /// What it says, in words.
    pub fn words(&self, case: &Case) -> String {
        match self {
            Self::Session(of) => session_in_words(case, of),
            Self::Statement(of) => statement_in_words(case, of),
            Self::Offer(of) => offer_in_words(case, of),
            Self::Incident(of) => incident_in_words(case, of),
        }
    }

    /// The day on which it occurred; none of an offer without one.
    pub fn date(&self) -> Option<Day> {
        match self {
            Self::Session(of) => Some(of.date),
            Self::Statement(of) => Some(of.date),
            Self::Offer(of) => of.date,
            Self::Incident(of) => Some(of.date),
        }
    }

    /// Who may know of it.
    pub fn visibility(&self) -> Visibility {
        match self {
            Self::Session(of) => of.visibility,
            Self::Statement(of) => of.visibility,
            Self::Offer(of) => of.visibility,
            Self::Incident(of) => of.visibility,
        }
    }

    /// What all entries but offers have.
    pub fn facts(&self) -> Option<&winset_model::register::EntryFacts> {
        match self {
            Self::Session(of) => Some(&of.entry),
            Self::Statement(of) => Some(&of.entry),
            Self::Offer(_) => None,
            Self::Incident(of) => Some(&of.entry),
        }
    }

    /// The parties that it names, each once and in order: who met, said, offered, claims, or is alleged
    /// to have done it.
    pub fn parties(&self, case: &Case) -> Vec<PartyId> {
        let delegation = |place: usize| case.register.delegations.get(place).map(|d| d.party);
        let mut parties: Vec<PartyId> = match self {
            Self::Session(of) => {
                let met = of.with.iter().chain([&of.by]);
                met.filter_map(|id| delegation(id.0)).collect()
            }
            Self::Statement(of) => vec![of.by],
            Self::Offer(of) => vec![of.by],
            Self::Incident(of) => {
                let claims = match of.claimed_by {
                    IncidentClaimant::Party(party) => Some(party),
                    IncidentClaimant::Both | IncidentClaimant::Unknown => None,
                };
                let alleged = match of.attributed_to {
                    IncidentAttribution::Party(party) => Some(party),
                    IncidentAttribution::Both
                    | IncidentAttribution::Disputed
                    | IncidentAttribution::Unknown => None,
                };
                claims.into_iter().chain(alleged).collect()
            }
        };
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    /// The points that it is about, each once and in order.
    pub fn points(&self) -> BTreeSet<PointId> {
        let (about, options): (&[PointId], &[(PointId, OptionSet)]) = match self {
            Self::Session(of) => (&of.about, &of.options),
            Self::Statement(of) => (&of.about, &of.reads_as),
            Self::Incident(of) => (&of.about, &of.options),
            Self::Offer(of) => return of.says.iter().map(|(point, _)| *point).collect(),
        };
        let options = options.iter().map(|(point, _)| *point);
        about.iter().copied().chain(options).collect()
    }

    /// How far it is established; none of what nobody verifies.
    pub fn established(&self) -> Option<VerificationStatus> {
        match self {
            Self::Incident(of) => Some(of.established()),
            Self::Statement(of) => of.verification.as_ref().map(|found| found.status),
            Self::Session(_) | Self::Offer(_) => None,
        }
    }

    /// The grades of its sources.
    pub fn grades(&self) -> Vec<SourceGrade> {
        match self {
            Self::Incident(of) => of.sources.iter().map(|source| source.grade).collect(),
            Self::Statement(of) => of.grade.into_iter().collect(),
            Self::Session(_) | Self::Offer(_) => Vec::new(),
        }
    }
}

/// Which entries; none of a field asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct RecordFilter {
    /// From this day on.
    pub since: Option<Day>,
    /// Up to this day.
    pub until: Option<Day>,
    /// Of these kinds; of all where none is named.
    pub kinds: Vec<RecordKind>,
    /// Those that name this party.
    pub party: Option<PartyId>,
    /// Those about this point.
    pub point: Option<PointId>,
    /// Those at a place with these letters in its name, capitals or not.
    pub place: Option<String>,
    /// Those established so far.
    pub status: Option<VerificationStatus>,
    /// Those of this category.
    pub category: Option<EventCategory>,
    /// Those with a source that is at least as good.
    pub grade_at_least: Option<SourceGrade>,
}

impl RecordFilter {
    fn keeps(&self, case: &Case, entry: &RecordEntry<'_>) -> bool {
        let Self {
            since,
            until,
            kinds,
            party,
            point,
            place,
            status,
            category,
            grade_at_least,
        } = self;
        let day = entry.date();
        let incident = match entry {
            RecordEntry::Incident(of) => Some(*of),
            _ => None,
        };
        since.is_none_or(|since| day.is_some_and(|day| day >= since))
            && until.is_none_or(|until| day.is_some_and(|day| day <= until))
            && (kinds.is_empty() || kinds.contains(&entry.kind()))
            && category.is_none_or(|wanted| incident.and_then(|of| of.category) == Some(wanted))
            && status.is_none_or(|wanted| entry.established() == Some(wanted))
            && place.as_ref().is_none_or(|wanted| {
                let wanted = wanted.to_lowercase();
                incident.is_some_and(|of| of.place.to_lowercase().contains(&wanted))
            })
            && party.is_none_or(|party| entry.parties(case).contains(&party))
            && point.is_none_or(|point| entry.points().contains(&point))
            && grade_at_least
                .is_none_or(|least| entry.grades().iter().any(|g| g.is_at_least(least)))
    }
}

/// An entry of a list.
#[derive(Debug, Clone, Copy)]
pub struct RecordedEntry<'c> {
    /// The entry.
    pub entry: RecordEntry<'c>,
    /// Whether no other entry in sight replaces it.
    pub current: bool,
}

/// The entries of a case that a filter keeps, by day, those of a day as the file has them: sessions,
/// statements, offers, incidents. Those without a day come first.
///
/// The case is what its reader sees; nothing here takes anything out. Linear in the size of the record,
/// but for sorting it.
pub fn recorded<'c>(case: &'c Case, filter: &RecordFilter) -> Vec<RecordedEntry<'c>> {
    let register = &case.register;
    let sessions = register.sessions.iter().map(RecordEntry::Session);
    let statements = register.statements.iter().map(RecordEntry::Statement);
    let incidents = register.incidents.iter().map(RecordEntry::Incident);
    let offers = case.offers.iter().map(RecordEntry::Offer);
    let replaced = replaced(case);
    let all = sessions.chain(statements).chain(offers).chain(incidents);
    let kept = all.filter(|entry| filter.keeps(case, entry));
    let mut kept: Vec<RecordedEntry<'c>> = kept
        .map(|entry| {
            let gone = replaced.contains(&(entry.kind(), entry.id().as_str()));
            let current = entry.facts().is_none() || !gone;
            RecordedEntry { entry, current }
        })
        .collect();
    kept.sort_by_key(|of| of.entry.date());
    kept
}

/// The entries that others replace.
fn replaced(case: &Case) -> BTreeSet<(RecordKind, &str)> {
    let register = &case.register;
    let sessions = register
        .sessions
        .iter()
        .map(|of| (RecordKind::Session, &of.entry));
    let statements = register
        .statements
        .iter()
        .map(|of| (RecordKind::Statement, &of.entry));
    let incidents = register
        .incidents
        .iter()
        .map(|of| (RecordKind::Incident, &of.entry));
    let all = sessions.chain(statements).chain(incidents);
    all.filter_map(|(kind, facts)| Some((kind, facts.supersedes.as_deref()?)))
        .collect()
}

/// What follows from a record.
#[derive(Debug, Clone)]
pub struct RecordFindings {
    /// Alleged violations, by clause and week.
    pub violations: Vec<ClauseWeek>,
    /// Statements that read wider than a declared line of whoever made them:
    /// [`Signal::StatementWiderThanLine`].
    pub wider: Vec<Signal>,
    /// Statements of one party that contradict each other.
    pub contradictions: Contradictions,
    /// What each party moved on, and what others moved to where it stood.
    pub moves: Vec<PartyMoves>,
}

/// How many violations of a clause are alleged in a week. What another entry replaces does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseWeek {
    /// The clause.
    pub clause: String,
    /// The Monday of the week.
    pub week: Day,
    /// How many are alleged, those that were refuted left out.
    pub alleged: usize,
    /// How many of these nobody has verified.
    pub unverified: usize,
    /// How many were refuted.
    pub refuted: usize,
}

/// Statements of one party that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradictions {
    /// The first ones, by party and point.
    pub pairs: Vec<Contradiction>,
    /// How many there are in all.
    pub count: u64,
}

/// Two statements of one party that read as accepting nothing in common on a point. What another
/// statement replaces does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The party.
    pub party: PartyId,
    /// The point.
    pub point: PointId,
    /// The earlier statement.
    pub earlier: String,
    /// The later one.
    pub later: String,
}

/// How a party moved, and what others moved to where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyMoves {
    /// The party.
    pub party: PartyId,
    /// Its own moves.
    pub gave: Vec<OptionMove>,
    /// Moves of others to the option for which it stood then.
    pub got: Vec<OptionMove>,
}

/// A move from one option of a point to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionMove {
    /// The offer that made it, as the reader counts them.
    pub offer: u64,
    /// Who moved.
    pub by: PartyId,
    /// The point.
    pub point: PointId,
    /// From where.
    pub from: OptionId,
    /// To where.
    pub to: OptionId,
}

/// Most contradictions that are listed.
pub const CONTRADICTIONS_MAX: usize = 1_000;

/// What follows from the record of a case, as its reader sees it.
pub fn record_findings(case: &Case) -> RecordFindings {
    let status = winset_solve::status(case);
    let wider = status.signals.iter();
    let wider = wider.filter(|s| matches!(s, Signal::StatementWiderThanLine { .. }));
    RecordFindings {
        violations: violations(case),
        wider: wider.cloned().collect(),
        contradictions: contradictions(case),
        moves: moves(case, &status.shifts),
    }
}

fn violations(case: &Case) -> Vec<ClauseWeek> {
    let replaced = replaced(case);
    let mut weeks: BTreeMap<(&str, Day), ClauseWeek> = BTreeMap::new();
    for incident in &case.register.incidents {
        if replaced.contains(&(RecordKind::Incident, incident.id.as_str())) {
            continue;
        }
        let week = incident.date.monday();
        let clauses: BTreeSet<&str> = incident.entry.clauses.iter().map(String::as_str).collect();
        for clause in clauses {
            let counts = weeks.entry((clause, week)).or_insert_with(|| ClauseWeek {
                clause: clause.to_owned(),
                week,
                alleged: 0,
                unverified: 0,
                refuted: 0,
            });
            match incident.established() {
                VerificationStatus::Refuted => counts.refuted += 1,
                VerificationStatus::Unverified => {
                    counts.alleged += 1;
                    counts.unverified += 1;
                }
                VerificationStatus::Probable
                | VerificationStatus::Confirmed
                | VerificationStatus::ConfirmedUnattributed => counts.alleged += 1,
            }
        }
    }
    weeks.into_values().collect()
}

/// Statements of a party on a point, by what they read as.
type Readings<'c> = Vec<(&'c OptionSet, Vec<(Day, &'c str)>)>;

fn contradictions(case: &Case) -> Contradictions {
    let replaced = replaced(case);
    let mut said: BTreeMap<(PartyId, PointId), Readings<'_>> = BTreeMap::new();
    for statement in &case.register.statements {
        if replaced.contains(&(RecordKind::Statement, statement.id.as_str())) {
            continue;
        }
        for (point, reads_as) in &statement.reads_as {
            let readings = said.entry((statement.by, *point)).or_default();
            let this = (statement.date, statement.id.as_str());
            match readings.iter_mut().find(|(set, _)| *set == reads_as) {
                Some((_, same)) => same.push(this),
                None => readings.push((reads_as, vec![this])),
            }
        }
    }
    let mut found = Contradictions {
        pairs: Vec::new(),
        count: 0,
    };
    for ((party, point), readings) in &said {
        for (place, (set, some)) in readings.iter().enumerate() {
            for (other, others) in &readings[place + 1..] {
                if set.and(other).is_empty() {
                    found.count += u64::try_from(some.len() * others.len()).unwrap_or(u64::MAX);
                    pairs(&mut found.pairs, (*party, *point), some, others);
                }
            }
        }
    }
    found
}

/// Adds the pairs of two groups of statements, as long as there is room.
fn pairs(
    found: &mut Vec<Contradiction>,
    of: (PartyId, PointId),
    some: &[(Day, &str)],
    others: &[(Day, &str)],
) {
    let (party, point) = of;
    let both = some
        .iter()
        .flat_map(|one| others.iter().map(move |two| (one, two)));
    let room = CONTRADICTIONS_MAX.saturating_sub(found.len());
    found.extend(both.take(room).map(|(one, two)| {
        // Of one day, as they were listed.
        let (earlier, later) = if two.0 < one.0 {
            (two, one)
        } else {
            (one, two)
        };
        Contradiction {
            party,
            point,
            earlier: earlier.1.to_owned(),
            later: later.1.to_owned(),
        }
    }));
}

fn moves(case: &Case, shifts: &[winset_solve::OfferShift]) -> Vec<PartyMoves> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let mut moves: Vec<PartyMoves> = parties
        .map(|party| PartyMoves {
            party,
            gave: Vec::new(),
            got: Vec::new(),
        })
        .collect();
    let mut stands: Vec<Option<&Offer>> = vec![None; case.parties.len()];
    let mut shifts = shifts.iter().peekable();
    for offer in &case.offers {
        if let Some(shift) = shifts.next_if(|shift| shift.seq == offer.seq) {
            for change in &shift.changes {
                let made = OptionMove {
                    offer: offer.seq,
                    by: offer.by,
                    point: change.point,
                    from: change.from,
                    to: change.to,
                };
                moves[offer.by.index()].gave.push(made);
                for (place, stand) in stands.iter().enumerate() {
                    let there = stand.and_then(|of| of.stand_on(change.point));
                    if place != offer.by.index() && there == Some(change.to) {
                        moves[place].got.push(made);
                    }
                }
            }
        }
        stands[offer.by.index()] = Some(offer);
    }
    moves
}
