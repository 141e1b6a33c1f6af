//! The course of the talks.

use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_picture::{Event, EventKind, Head, Lane, Picture, Timeline};

use super::parties;
use crate::pages::Seat;
use crate::words::Words;

/// Draws offers, statements, sessions and incidents on one axis of days.
pub(crate) fn timeline(seat: &Seat) -> Picture {
    let (case, words) = (seat.case(), seat.words);
    let events: Vec<Event> = offers(case, words)
        .into_iter()
        .chain(record(case))
        .flatten()
        .collect();
    let as_of = case.register.as_of.as_ref();
    let today = as_of.and_then(|date| Some((Day::read(&date.text)?.number(), date.text.clone())));
    let data = Timeline {
        head: Head {
            id: "timeline".to_owned(),
            title: words.get("timeline-title").into_owned(),
            description: words
                .count("timeline-description", events.len())
                .into_owned(),
        },
        parties: parties(case),
        lanes: lanes(case, words, &events),
        events,
        today,
    };
    winset_picture::timeline(&data)
}

/// A lane for each party, then meetings and incidents. Of the last two one that holds nothing is left
/// out, where no other follows: lanes before keep their place.
fn lanes(case: &Case, words: &Words, events: &[Event]) -> Vec<Lane> {
    let parties = case.parties.iter().enumerate().map(|(place, party)| Lane {
        title: party.name.clone(),
        party: Some(place),
    });
    let others = ["lane-sessions", "lane-incidents"].map(|id| Lane {
        title: words.get(id).into_owned(),
        party: None,
    });
    let mut lanes: Vec<Lane> = parties.chain(others).collect();
    while lanes.len() > case.parties.len()
        && !events.iter().any(|event| event.lane == lanes.len() - 1)
    {
        lanes.pop();
    }
    lanes
}

/// An event without its words; none where there is no such day.
fn event(
    lane: usize,
    date: &str,
    kind: EventKind,
    (label, title): (String, String),
) -> Option<Event> {
    Some(Event {
        lane,
        day: Day::read(date)?.number(),
        when: date.to_owned(),
        kind,
        label,
        title,
        href: None,
    })
}

fn offers(case: &Case, words: &Words) -> Vec<Option<Event>> {
    let dated = case.offers.iter().zip(&case.register.offers);
    let one = |(offer, facts): (&winset_model::case::Offer, _)| {
        let facts: &winset_model::file::register::EntryFacts = facts;
        let date = facts.date.as_ref()?;
        let label = words.with("offer-n", offer.seq).into_owned();
        let title = words.count("changes-points", offer.changed.len());
        let told = (label, title.into_owned());
        event(offer.by.index(), &date.text, EventKind::Offer, told)
    };
    dated.map(one).collect()
}

/// What stands in the record.
fn record(case: &Case) -> Vec<Option<Event>> {
    let (sessions, incidents) = (case.parties.len(), case.parties.len() + 1);
    let mut events = Vec::new();
    for said in &case.register.statements {
        let by = case.party_named(&said.by.text).map_or(0, PartyId::index);
        let told = (said.id.text.clone(), said.says.clone());
        events.push(event(by, &said.date.text, EventKind::Statement, told));
    }
    for session in &case.register.sessions {
        let version = session.text_version.as_ref();
        let label = version.unwrap_or(&session.id.text).clone();
        let told = (label, session.outcome.clone().unwrap_or_default());
        events.push(event(
            sessions,
            &session.date.text,
            EventKind::Session,
            told,
        ));
    }
    for incident in &case.register.incidents {
        let title = format!("{}, {}", incident.kind, incident.place);
        let told = (incident.id.text.clone(), title);
        events.push(event(
            incidents,
            &incident.date.text,
            EventKind::Incident,
            told,
        ));
    }
    events
}
