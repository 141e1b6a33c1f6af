//! Calendars as files (RFC 5545, published as RFC 5546 has it): all-day events.
//!
//! A calendar program replaces an event that it has by one of the same identifier only where that has a
//! higher SEQUENCE, or the same and a later DTSTAMP (RFC 5546, section 2.1.4). Both come from the clock
//! by which the calendar is written, and from nothing else: what is written later counts, and the numbers
//! tell a reader nothing of how much there is that it may not see.

use winset_model::calendar::{Day, Moment};
use winset_model::characters::written_out;
use winset_model::visibility::Visibility;

/// Octets of a line, its end apart.
const LINE_OCTETS_MAX: usize = 75;
/// Highest number of a revision (RFC 5545, section 3.3.8).
const SEQUENCE_MAX: u64 = 2_147_483_647;

/// An event of a day or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// The same for the same event in every export.
    pub(crate) uid: String,
    /// The first day.
    pub(crate) day: Day,
    /// How many days it takes, from 1 on.
    pub(crate) days: u32,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) category: &'static str,
    /// Who may know of it.
    pub(crate) visibility: Visibility,
}

/// A calendar with a name and what it says of itself, each under a name of its own, and when it is
/// written.
pub(crate) fn calendar(
    name: &str,
    said: &[(&str, String)],
    events: &[Event],
    written: Moment,
) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//winset//winset export//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for (name, value) in said {
        line(&mut out, &format!("{name}:{}", escaped(value)));
    }
    for event in events {
        self::event(&mut out, event, written);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, event: &Event, written: Moment) {
    let Event {
        uid,
        day,
        days,
        summary,
        description,
        category,
        visibility,
    } = event;
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", escaped(uid)));
    let moment = written.digits();
    line(out, &format!("DTSTAMP:{moment}"));
    line(out, &format!("LAST-MODIFIED:{moment}"));
    // Minutes, so that the number fits the 31 bits of calendar programs for thousands of years.
    let sequence = written.minutes().min(SEQUENCE_MAX);
    line(out, &format!("SEQUENCE:{sequence}"));
    line(out, &format!("DTSTART;VALUE=DATE:{}", digits(*day)));
    // The day after the last, which is not of the event. Years of calendars have four digits.
    let end = digits(day.plus(*days));
    if end.len() == 8 {
        line(out, &format!("DTEND;VALUE=DATE:{end}"));
    }
    line(out, &format!("SUMMARY:{}", escaped(summary)));
    if !description.is_empty() {
        line(out, &format!("DESCRIPTION:{}", escaped(description)));
    }
    line(out, &format!("CATEGORIES:{}", escaped(category)));
    let class = match visibility {
        Visibility::Public => "PUBLIC",
        Visibility::Mediator => "CONFIDENTIAL",
        Visibility::Sealed => "PRIVATE",
    };
    line(out, &format!("CLASS:{class}"));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// A day as calendars write it: `20310314`.
fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text as a value. Control characters cannot stand in one; they are written out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for c in written_out(&text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A line, folded between characters so that none of its parts is too long.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE_OCTETS_MAX {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for text in [
            "x".repeat(75),
            "x".repeat(76),
            "é".repeat(200),
            format!("x{}", "水".repeat(99)),
            "🙂".repeat(60),
        ] {
            let mut out = String::new();
            line(&mut out, &text);
            assert!(out.ends_with("\r\n"));
            let parts: Vec<&str> = out.trim_end_matches("\r\n").split("\r\n").collect();
            assert!(parts.iter().all(|part| part.len() <= LINE_OCTETS_MAX));
            assert!(parts[1..].iter().all(|part| part.starts_with(' ')));
            assert_eq!(unfolded(&out), format!("{text}\r\n"));
        }
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(
            escaped("a;b,c\\d\r\ne\u{7}\nf"),
            "a\\;b\\,c\\\\d\\ne[U+0007]\\nf"
        );
    }
}
