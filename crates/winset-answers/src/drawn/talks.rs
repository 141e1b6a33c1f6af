//! The course of the talks.

use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_picture::{Event, EventKind, Head, Lane, Picture, Timeline};
use winset_told::messages::Language;

use super::PicturePlace;
use super::parties::parties;

/// Draws offers, statements, sessions and incidents on one axis of days.
pub fn timeline(case: &Case, words: &Language, place: PicturePlace<'_>) -> Picture {
    let events: Vec<Event> = offers(case, words).chain(record(case)).collect();
    let today = case.register.as_of;
    let today = today.map(|day| (day.number(), day.to_string()));
    let data = Timeline {
        head: Head {
            id: place.id("timeline"),
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
fn lanes(case: &Case, words: &Language, events: &[Event]) -> Vec<Lane> {
    let parties = case.parties.iter().enumerate().map(|(at, party)| Lane {
        title: party.name.clone(),
        party: Some(at),
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

/// An event with its label and what is told of it.
fn event(lane: usize, date: Day, kind: EventKind, (label, title): (String, String)) -> Event {
    Event {
        lane,
        day: date.number(),
        when: date.to_string(),
        kind,
        label,
        title,
        href: None,
    }
}

fn offers(case: &Case, words: &Language) -> impl Iterator<Item = Event> {
    case.offers.iter().filter_map(|offer| {
        let label = words.with("offer-n", offer.seq).into_owned();
        let title = words.count("changes-points", offer.changed.len());
        let told = (label, title.into_owned());
        Some(event(offer.by.index(), offer.date?, EventKind::Offer, told))
    })
}

/// What stands in the record.
fn record(case: &Case) -> Vec<Event> {
    let (sessions, incidents) = (case.parties.len(), case.parties.len() + 1);
    let mut events = Vec::new();
    for said in &case.register.statements {
        let told = (said.id.clone(), said.says.clone());
        let by = said.by.index();
        events.push(event(by, said.date, EventKind::Statement, told));
    }
    for session in &case.register.sessions {
        let version = session.text_version.as_ref();
        let label = version.unwrap_or(&session.id).clone();
        let told = (label, session.outcome.clone().unwrap_or_default());
        events.push(event(sessions, session.date, EventKind::Session, told));
    }
    for incident in &case.register.incidents {
        let title = format!("{}, {}", incident.kind, incident.place);
        let told = (incident.id.clone(), title);
        events.push(event(incidents, incident.date, EventKind::Incident, told));
    }
    events
}
