//! What happened on which day, and what a signature would begin, as a calendar.

use std::collections::BTreeMap;

use winset_journal::{Deed, SeenCase};
use winset_model::calendar::{Day, Moment};
use winset_model::case::{Case, Visibility};
use winset_model::document::sha256_hex;
use winset_model::options::{OptionId, PointId};
use winset_model::register::DelegationId;
use winset_told::words::counted;

use crate::ics::{self, Event};
use crate::source::ExportSource;

/// Offers, sessions, statements and issued texts as events of their days, in the order of the days.
/// With a day of signature, the phases as events of the days on which they may begin; without one
/// they have no days. What says no day is left out, and so are phases after the year 9999.
///
/// The identifier of an event is the same in every export: that of its entry, and for an offer a
/// hash of its maker, day and what it says. `written` is when the calendar is written: programs that
/// have an event replace it by that of a calendar that is written later.
pub fn calendar(
    seen: &SeenCase,
    signed: Option<Day>,
    source: &ExportSource,
    written: Moment,
) -> Calendar {
    let SeenCase { case, entries, .. } = seen;
    let mut events = offers(case);
    events.extend(sessions(case));
    events.extend(statements(case));
    for entry in entries {
        if let Deed::Draft(draft) = &entry.act.deed {
            let stated = draft.date.as_deref().or_else(|| entry.act.at.get(..10));
            events.extend(stated.and_then(Day::read).map(|day| Event {
                uid: uid(case, "text", &draft.version),
                day,
                days: 1,
                summary: format!("Text {} is issued", draft.version),
                description: String::new(),
                category: "Texts",
                visibility: entry.act.seen,
            }));
        }
    }
    events.extend(signed.into_iter().flat_map(|day| phases(case, day)));
    events.sort_by(|a, b| (a.day, a.category, &a.uid).cmp(&(b.day, b.category, &b.uid)));
    let mut said = source.said();
    let undated = case
        .offers
        .iter()
        .filter(|offer| offer.date.is_none())
        .count();
    if undated > 0 {
        let offers = counted(undated, "offer");
        said.insert(
            0,
            (
                "X-WR-CALDESC",
                format!("Without a day, and not here: {offers}."),
            ),
        );
    }
    Calendar {
        text: ics::calendar(&case.title, &said, &events, written),
        undated,
    }
}

/// A calendar, and what is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The file.
    pub text: String,
    /// How many offers the reader sees that say no day; they are left out, and the calendar says so.
    pub undated: usize,
}

/// The identifier of an event: the same in every export.
pub(crate) fn uid(case: &Case, kind: &str, id: &str) -> String {
    format!(
        "{kind}-{}@winset",
        &sha256_hex(&format!("{} {kind} {id}", case.id))[..32]
    )
}

fn offers(case: &Case) -> Vec<Event> {
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    let mut events = Vec::new();
    for (place, offer) in case.offers.iter().enumerate() {
        let Some(day) = offer.date else {
            continue;
        };
        let by = &case.parties[offer.by.index()];
        let ids = |(point, option): &(PointId, OptionId)| {
            let point = &case.points[point.index()];
            format!("{}: {}", point.id, point.options[option.index()].id)
        };
        let named = |point: PointId, option: OptionId| {
            let point = &case.points[point.index()];
            format!("{}: {}", point.title, point.options[option.index()].label)
        };
        let all: Vec<String> = offer.says.iter().map(ids).collect();
        let key = format!("{} {day} {}", by.id, all.join(" "));
        let nth = same.entry(key.clone()).or_default();
        *nth += 1;
        let changed = case.stand_changes(place).into_iter();
        let changed: Vec<String> = changed.map(|c| named(c.point, c.to)).collect();
        events.push(Event {
            uid: uid(case, "offer", &format!("{key} {nth}")),
            day,
            days: 1,
            summary: format!("Offer {} by {}", offer.seq, by.name),
            description: match changed.as_slice() {
                [] => "Nothing is changed.".to_owned(),
                some => some.join("; "),
            },
            category: "Offers",
            visibility: offer.visibility,
        });
    }
    events
}

fn sessions(case: &Case) -> impl Iterator<Item = Event> {
    let delegations = &case.register.delegations;
    case.register.sessions.iter().map(|session| {
        let name = |d: DelegationId| {
            let delegation = &delegations[d.0];
            let party = &case.parties[delegation.party.index()].name;
            format!("{party} ({})", delegation.offices.join(", "))
        };
        let with: Vec<String> = session.with.iter().map(|d| name(*d)).collect();
        let text = session.text_version.iter().map(|v| format!("Text {v}."));
        let said: Vec<String> = text.chain(session.outcome.clone()).collect();
        let with = match with.as_slice() {
            [] => String::new(),
            some => format!(" with {}", some.join(", ")),
        };
        Event {
            uid: uid(case, "session", &session.id),
            day: session.date,
            days: 1,
            summary: format!(
                "Session ({}), {}{with}",
                session.format.as_str(),
                name(session.by)
            ),
            description: said.join(" "),
            category: "Sessions",
            visibility: session.visibility,
        }
    })
}

fn statements(case: &Case) -> impl Iterator<Item = Event> {
    case.register.statements.iter().map(|statement| {
        let by = &case.parties[statement.by.index()].name;
        Event {
            uid: uid(case, "statement", &statement.id),
            day: statement.date,
            days: 1,
            summary: format!("Statement by {by}"),
            description: statement.says.clone(),
            category: "Statements",
            visibility: statement.visibility,
        }
    })
}

/// The phases as events of the days on which they may begin.
pub(crate) fn phases(case: &Case, signed: Day) -> impl Iterator<Item = Event> {
    let last = Day::read("9999-12-31");
    case.register.phases.iter().filter_map(move |phase| {
        let day = signed.plus(u32::try_from(phase.day).ok()?);
        let mut said = vec![format!("Day {} after signature.", phase.day)];
        for (what, list) in [
            ("Opens when", &phase.opens_when),
            ("Delivers", &phase.deliver),
            ("Is undone by", &phase.rollback),
        ] {
            if !list.is_empty() {
                said.push(format!("{what}: {}.", list.join("; ")));
            }
        }
        last.is_some_and(|last| day <= last).then(|| Event {
            uid: uid(case, "phase", &phase.id),
            day,
            days: 1,
            summary: format!("Phase: {}", phase.name),
            description: said.join("\n"),
            category: "Phases",
            // All readers are told of the phases.
            visibility: Visibility::Public,
        })
    })
}
