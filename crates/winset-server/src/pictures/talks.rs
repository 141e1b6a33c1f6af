//! The course of the talks.

use winset_model::calendar::Day;
use winset_picture::{Event, EventKind, Head, Lane, Timeline};

use super::parties;
use crate::pages::Seat;

/// Draws offers, statements, sessions and incidents on one axis of days.
pub(crate) fn timeline(seat: &Seat) -> String {
    let (case, words) = (seat.case(), seat.words);
    let mut lanes: Vec<Lane> = case
        .parties
        .iter()
        .enumerate()
        .map(|(place, party)| Lane {
            title: party.name.clone(),
            party: Some(place),
        })
        .collect();
    for id in ["lane-sessions", "lane-incidents"] {
        lanes.push(Lane {
            title: words.get(id).into_owned(),
            party: None,
        });
    }
    let (sessions, incidents) = (case.parties.len(), case.parties.len() + 1);
    let mut events = Vec::new();
    let mut add = |lane: usize, date: &str, kind: EventKind, label: String, title: String| {
        if let Some(day) = Day::read(date) {
            events.push(Event {
                lane,
                day: day.number(),
                when: date.to_owned(),
                kind,
                label,
                title,
                href: None,
            });
        }
    };
    for (offer, facts) in case.offers.iter().zip(&case.register.offers) {
        if let Some(date) = &facts.date {
            let label = words.with("offer-n", offer.seq.to_string()).into_owned();
            let title = words
                .count("changes-points", offer.changed.len())
                .into_owned();
            add(offer.by.index(), &date.text, EventKind::Offer, label, title);
        }
    }
    for said in &case.register.statements {
        let by = case
            .party_named(&said.by.text)
            .map_or(0, winset_model::options::PartyId::index);
        let (id, says) = (said.id.text.clone(), said.says.clone());
        add(by, &said.date.text, EventKind::Statement, id, says);
    }
    for session in &case.register.sessions {
        let label = session
            .text_version
            .clone()
            .unwrap_or_else(|| session.id.text.clone());
        let title = session.outcome.clone().unwrap_or_default();
        add(
            sessions,
            &session.date.text,
            EventKind::Session,
            label,
            title,
        );
    }
    for incident in &case.register.incidents {
        let title = format!("{}, {}", incident.kind, incident.place);
        let id = incident.id.text.clone();
        add(
            incidents,
            &incident.date.text,
            EventKind::Incident,
            id,
            title,
        );
    }
    let used = |lane: &usize| events.iter().any(|event| event.lane == *lane);
    let count = events.len();
    // A lane of sessions or incidents that holds nothing is left out; those before keep their place.
    while lanes.len() > case.parties.len() && !used(&(lanes.len() - 1)) {
        lanes.pop();
    }
    let as_of = case.register.as_of.as_ref();
    let today = as_of.and_then(|date| Some((Day::read(&date.text)?.number(), date.text.clone())));
    let data = Timeline {
        head: Head {
            id: "timeline".to_owned(),
            title: words.get("timeline-title").into_owned(),
            description: words.count("timeline-description", count).into_owned(),
        },
        parties: parties(case),
        lanes,
        events,
        today,
    };
    winset_picture::timeline(&data).as_str().to_owned()
}
