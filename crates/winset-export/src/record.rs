//! The record as a table.

use winset_model::case::{Case, Visibility};
use winset_model::options::{OptionSet, PartyId, PointId};
use winset_model::register::{
    EntryFacts, EntryOwner, IncidentAttribution, IncidentClaimant, MediationSession,
    PartyStatement, ReportedIncident, StanceStated, Verification,
};

use crate::csv::{Cell, CsvFor, Table};
use crate::source::ExportSource;

const HEADS: [&str; 31] = [
    "kind",
    "id",
    "date",
    "precision",
    "reported",
    "visibility",
    "entered_by",
    "said_by",
    "channel",
    "says",
    "reads_as",
    "format",
    "with",
    "led_by",
    "outcome",
    "place",
    "what",
    "category",
    "cameo_root",
    "acled_type",
    "acled_sub_type",
    "claimed_by",
    "alleged",
    "count",
    "source",
    "established",
    "verified_by",
    "stance",
    "about",
    "clause",
    "supersedes",
];

/// One record for each session, statement and incident, in the order of the case: identifiers of parties,
/// points and options, several in a cell separated by semicolons. The codes are those that CAMEO and
/// ACLED have for the category ([`EventCodes`](winset_model::register::EventCodes)).
pub fn record(case: &Case, source: &ExportSource, program: CsvFor) -> String {
    let mut table = Table::new(source, &HEADS.map(Cell::words), program);
    let register = &case.register;
    for session in &register.sessions {
        table.add(&session_cells(case, session));
    }
    for statement in &register.statements {
        table.add(&statement_cells(case, statement));
    }
    for incident in &register.incidents {
        table.add(&incident_cells(case, incident));
    }
    table.text()
}

/// A record with some of its cells filled.
struct Row(Vec<Cell>);

impl Row {
    fn new(kind: &str, id: &str, date: &str, visibility: Visibility) -> Self {
        let mut row = Self(vec![Cell::empty(); HEADS.len()]);
        row.put("kind", kind);
        row.put("id", id);
        row.plain("date", date.to_owned());
        row.put("visibility", visibility.as_str());
        row
    }

    fn set(&mut self, head: &str, cell: Cell) {
        let place = HEADS.iter().position(|name| *name == head);
        if let Some(place) = place {
            self.0[place] = cell;
        }
    }

    fn put(&mut self, head: &str, words: &str) {
        self.set(head, Cell::words(words));
    }

    fn plain(&mut self, head: &str, text: String) {
        self.set(head, Cell::Plain(text));
    }

    fn facts(&mut self, case: &Case, facts: &EntryFacts) {
        let EntryFacts {
            precision,
            reported,
            clauses,
            supersedes,
            entered_by,
        } = facts;
        self.put("precision", precision.as_str());
        self.plain(
            "reported",
            reported.map(|day| day.to_string()).unwrap_or_default(),
        );
        self.put("clause", &clauses.join("; "));
        self.put("supersedes", supersedes.as_deref().unwrap_or_default());
        let entered = match entered_by {
            None => "",
            Some(EntryOwner::Mediator) => "mediator",
            Some(EntryOwner::Party(party)) => party_id(case, *party),
        };
        self.put("entered_by", entered);
    }

    fn contested(
        &mut self,
        case: &Case,
        stances: &[StanceStated],
        verification: Option<&Verification>,
    ) {
        let each = stances.iter().map(|stated| {
            format!(
                "{}={}",
                party_id(case, stated.party),
                stated.stance.as_str()
            )
        });
        let each: Vec<String> = each.collect();
        self.put("stance", &each.join("; "));
        if let Some(found) = verification {
            self.put("established", found.status.as_str());
            self.put("verified_by", found.by.as_deref().unwrap_or_default());
        }
    }
}

fn party_id(case: &Case, party: PartyId) -> &str {
    &case.parties[party.index()].id
}

fn delegation_id(case: &Case, place: usize) -> &str {
    case.register.delegations.get(place).map_or("", |of| &of.id)
}

/// `POINT=OPTION,..; POINT=..`.
fn picks(case: &Case, sets: &[(PointId, OptionSet)]) -> String {
    let each = sets.iter().map(|(point, set)| {
        let point = &case.points[point.index()];
        let options = set
            .iter()
            .map(|option| point.options[option.index()].id.as_str());
        format!("{}={}", point.id, options.collect::<Vec<_>>().join(","))
    });
    each.collect::<Vec<_>>().join("; ")
}

fn points(case: &Case, about: &[PointId]) -> String {
    let ids = about
        .iter()
        .map(|point| case.points[point.index()].id.as_str());
    ids.collect::<Vec<_>>().join(",")
}

fn session_cells(case: &Case, session: &MediationSession) -> Vec<Cell> {
    let day = session.date.to_string();
    let mut row = Row::new("session", &session.id, &day, session.visibility);
    row.facts(case, &session.entry);
    let met = session.with.iter().map(|id| delegation_id(case, id.0));
    row.put("format", session.format.as_str());
    row.put("with", &met.collect::<Vec<_>>().join(","));
    row.put("led_by", delegation_id(case, session.by.0));
    row.put("outcome", session.outcome.as_deref().unwrap_or_default());
    row.put("about", &points(case, &session.about));
    row.0
}

fn statement_cells(case: &Case, statement: &PartyStatement) -> Vec<Cell> {
    let day = statement.date.to_string();
    let mut row = Row::new("statement", &statement.id, &day, statement.visibility);
    row.facts(case, &statement.entry);
    row.put("said_by", party_id(case, statement.by));
    row.put("channel", statement.channel.as_deref().unwrap_or_default());
    row.put("says", &statement.says);
    row.put("reads_as", &picks(case, &statement.reads_as));
    row.put(
        "source",
        &statement
            .grade
            .map(|grade| grade.to_string())
            .unwrap_or_default(),
    );
    row.put("about", &points(case, &statement.about));
    row.contested(case, &statement.stances, statement.verification.as_ref());
    row.0
}

fn incident_cells(case: &Case, incident: &ReportedIncident) -> Vec<Cell> {
    let day = incident.date.to_string();
    let mut row = Row::new("incident", &incident.id, &day, incident.visibility);
    row.facts(case, &incident.entry);
    row.put("place", &incident.place);
    row.put("what", &incident.kind);
    if let Some(category) = incident.category {
        let codes = category.codes();
        row.put("category", category.as_str());
        row.put("cameo_root", codes.cameo_root);
        row.put("acled_type", codes.acled_type);
        row.put("acled_sub_type", codes.acled_sub_type);
    }
    let claimed = match incident.claimed_by {
        IncidentClaimant::Party(party) => party_id(case, party),
        IncidentClaimant::Both => "both",
        IncidentClaimant::Unknown => "unknown",
    };
    let alleged = match incident.attributed_to {
        IncidentAttribution::Party(party) => party_id(case, party),
        IncidentAttribution::Both => "both",
        IncidentAttribution::Disputed => "disputed",
        IncidentAttribution::Unknown => "unknown",
    };
    row.put("claimed_by", claimed);
    row.put("alleged", alleged);
    let counts = incident.counts.iter();
    let counts = counts.map(|of| {
        let most = (of.most > of.least).then(|| format!("-{}", of.most));
        format!("{}={}{}", of.what, of.least, most.unwrap_or_default())
    });
    row.put("count", &counts.collect::<Vec<_>>().join("; "));
    let sources = incident
        .sources
        .iter()
        .map(|of| format!("{}={}", of.kind, of.grade));
    row.put("source", &sources.collect::<Vec<_>>().join("; "));
    row.put("about", &points(case, &incident.about));
    row.contested(case, &incident.stances, incident.verification.as_ref());
    row.put("established", incident.established().as_str());
    row.0
}
