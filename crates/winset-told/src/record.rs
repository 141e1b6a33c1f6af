//! Entries of the record in words: what was said and what is said to have happened. Nothing here says
//! who is to blame: whoever is said to have done something is alleged to have done it.

use winset_model::case::Case;
use winset_model::offer::Offer;
use winset_model::options::OptionSet;
use winset_model::register::{
    DatePrecision, EntryFacts, IncidentAttribution, IncidentClaimant, MediationSession,
    PartyStance, PartyStatement, ReportedCount, ReportedIncident, SessionFormat, StanceStated,
    Verification,
};

use crate::names::{grouped, listed, one_line};
use crate::words::{labels, party_named, point_named};

/// A meeting in a sentence or two.
pub fn session_in_words(case: &Case, session: &MediationSession) -> String {
    let delegation = |place: usize| {
        let found = case.register.delegations.get(place);
        found.map_or_else(String::new, |of| party_named(case, of.party))
    };
    let met: Vec<String> = session.with.iter().map(|id| delegation(id.0)).collect();
    let how = match session.format {
        SessionFormat::Shuttle => "shuttle",
        SessionFormat::Bilateral => "bilateral",
        SessionFormat::ThreeWay => "three-way",
        SessionFormat::Multilateral => "multilateral",
    };
    let mut words = format!("{how} meeting, led by {}", delegation(session.by.0));
    if !met.is_empty() {
        words += &format!(", with {}", listed(&met, "and"));
    }
    if let Some(outcome) = &session.outcome {
        words += &format!(": {}", one_line(outcome));
    }
    words
}

/// A statement in a sentence or two.
pub fn statement_in_words(case: &Case, statement: &PartyStatement) -> String {
    let by = party_named(case, statement.by);
    let channel = statement.channel.as_ref();
    let channel = channel.map_or_else(String::new, |of| format!(" ({})", one_line(of)));
    let mut words = format!("{by}{channel}: “{}”", one_line(&statement.says));
    for (point, set) in &statement.reads_as {
        let (options, on) = (labels(case, *point, set, "or"), point_named(case, *point));
        words += &format!(" Reads as {options} on {on}.");
    }
    words
}

/// An offer in a sentence: who made it, and the points that it speaks of.
pub fn offer_in_words(case: &Case, offer: &Offer) -> String {
    let says = offer.says.iter().map(|(point, option)| {
        let option = OptionSet::from_iter([*option]);
        let (option, on) = (
            labels(case, *point, &option, "or"),
            point_named(case, *point),
        );
        format!("{option} on {on}")
    });
    let says: Vec<String> = says.collect();
    let by = party_named(case, offer.by);
    format!("{} of {by}: {}", offer.kind.as_str(), listed(&says, "and"))
}

/// An incident in a sentence or two. Who is said to have done it is alleged to have done it.
pub fn incident_in_words(case: &Case, incident: &ReportedIncident) -> String {
    let mut words = format!(
        "{}, {}",
        one_line(&incident.place),
        one_line(&incident.kind)
    );
    if !incident.counts.is_empty() {
        let counts: Vec<String> = incident.counts.iter().map(count_in_words).collect();
        words += &format!(" ({})", listed(&counts, "and"));
    }
    words += &format!(
        "; claimed by {}",
        claimant_in_words(case, incident.claimed_by)
    );
    words += &format!(
        "; alleged: {}",
        alleged_in_words(case, incident.attributed_to)
    );
    words
}

fn count_in_words(count: &ReportedCount) -> String {
    let what = one_line(&count.what);
    if count.least == count.most {
        format!("{} {what}", grouped(count.least))
    } else {
        format!("{} to {} {what}", grouped(count.least), grouped(count.most))
    }
}

/// Who says that an incident happened.
pub fn claimant_in_words(case: &Case, claimant: IncidentClaimant) -> String {
    match claimant {
        IncidentClaimant::Party(party) => party_named(case, party),
        IncidentClaimant::Both => "both sides".to_owned(),
        IncidentClaimant::Unknown => "unknown".to_owned(),
    }
}

/// Who is alleged to have done it.
pub fn alleged_in_words(case: &Case, alleged: IncidentAttribution) -> String {
    match alleged {
        IncidentAttribution::Party(party) => party_named(case, party),
        IncidentAttribution::Both => "both sides".to_owned(),
        IncidentAttribution::Disputed => "disputed".to_owned(),
        IncidentAttribution::Unknown => "unknown".to_owned(),
    }
}

/// What the parties say of an entry; nothing where none is known to.
pub fn stances_in_words(case: &Case, stances: &[StanceStated]) -> Option<String> {
    let each = stances.iter().map(|stated| {
        let says = match stated.stance {
            PartyStance::Silent => "says nothing",
            PartyStance::Asserts | PartyStance::Denies | PartyStance::Admits => {
                stated.stance.as_str()
            }
        };
        format!("{} {says}", party_named(case, stated.party))
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| each.join("; "))
}

/// How far something is verified, and by whom.
pub fn verification_in_words(found: &Verification) -> String {
    let by = found
        .by
        .as_ref()
        .map_or_else(String::new, |by| format!(" by {}", one_line(by)));
    let on = found
        .date
        .map_or_else(String::new, |day| format!(" on {day}"));
    format!("{}{by}{on}", found.status.as_str())
}

/// A day as exactly as it is known, and when it was reported.
pub fn day_in_words(day: &str, facts: &EntryFacts) -> String {
    let day = match facts.precision {
        DatePrecision::Day => day.to_owned(),
        DatePrecision::Week => format!("week of {day}"),
        DatePrecision::Month => format!("month of {day}"),
        DatePrecision::About => format!("about {day}"),
    };
    match facts.reported {
        Some(reported) => format!("{day}, reported {reported}"),
        None => day,
    }
}
