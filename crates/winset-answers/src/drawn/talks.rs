//! The course of the talks.

use winset_model::calendar::Day;
use winset_model::case::Case;
use winset_picture::{Event, EventKind, Head, Lane, Picture, Timeline};
use winset_told::messages::Language;

use super::PicturePlace;
use super::parties::parties;

/// Draws offers, statements, sessions and incidents on one axis of days.
pub fn timeline(case: &Case, words: &Language, place: PicturePlace<'_>) -> Picture {
    let events: Vec<Event> = offers(case, words).chain(record(case, words)).collect();
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

/// An event without words.
fn event(lane: usize, date: Day, kind: EventKind) -> Event {
    Event {
        lane,
        day: date.number(),
        when: date.to_string(),
        kind,
        label: String::new(),
        title: String::new(),
        href: None,
    }
}

fn offers(case: &Case, words: &Language) -> impl Iterator<Item = Event> {
    case.offers.iter().enumerate().filter_map(|(place, offer)| {
        let title = words.count("changes-points", case.stand_changes(place).len());
        Some(Event {
            label: words.with("offer-n", offer.seq).into_owned(),
            title: title.into_owned(),
            ..event(offer.by.index(), offer.date?, EventKind::Offer)
        })
    })
}

/// What stands in the record.
fn record(case: &Case, words: &Language) -> Vec<Event> {
    let (sessions, incidents) = (case.parties.len(), case.parties.len() + 1);
    let mut events = Vec::new();
    for said in &case.register.statements {
        events.push(Event {
            label: words.get("statement-short").into_owned(),
            title: said.says.clone(),
            ..event(said.by.index(), said.date, EventKind::Statement)
        });
    }
    for session in &case.register.sessions {
        let version = session.text_version.as_ref();
        events.push(Event {
            label: version.map_or_else(|| session.format.as_str().to_owned(), String::clone),
            title: session.outcome.clone().unwrap_or_default(),
            ..event(sessions, session.date, EventKind::Session)
        });
    }
    for incident in &case.register.incidents {
        events.push(Event {
            label: incident.place.clone(),
            title: format!("{}, {}", incident.kind, incident.place),
            ..event(incidents, incident.date, EventKind::Incident)
        });
    }
    events
}
