//! Prints what is proposed for a report: `read_report FILE [YYYY-MM-DD]`.

use std::fmt::Debug;
use std::io::{self, Write};
use std::{env, fs};

use winset_extract::{CivilDate, Markup, ReportOptions, ReportReading, SourcePlace, read_report};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let Some(file) = arguments.next() else {
        return Err(io::Error::other(
            "which file? read_report FILE [YYYY-MM-DD]",
        ));
    };
    let report_date = arguments.next().as_deref().and_then(CivilDate::parse);
    let source = String::from_utf8_lossy(&fs::read(file)?).into_owned();
    let reading = read_report(
        &source,
        &ReportOptions {
            report_date,
            markup: Markup::Auto,
        },
    );
    let mut out = io::stdout().lock();
    writeln!(out, "date {:?}", reading.date)?;
    for q in &reading.quotations {
        let speaker = q.speaker.as_ref().map_or("-", |speaker| &speaker.name);
        line(&mut out, "quotation", q.place, &q.text, &(speaker, &q.verb))?;
    }
    for r in &reading.reported {
        line(
            &mut out,
            "reported",
            r.place,
            &r.text,
            &(&r.speaker.name, &r.verb, r.class),
        )?;
    }
    for c in &reading.counts {
        line(
            &mut out,
            "count",
            c.place,
            &c.text,
            &(c.least, c.most, c.approximate, &c.what, c.change),
        )?;
    }
    for d in &reading.dates {
        line(
            &mut out,
            "date",
            d.place,
            &d.text,
            &(d.from.map(|d| d.to_string()), d.to.map(|d| d.to_string())),
        )?;
    }
    plans(&mut out, &reading)
}

/// Places, meetings, proposals and persons.
fn plans(out: &mut impl Write, reading: &ReportReading) -> io::Result<()> {
    for p in &reading.places {
        line(out, "place", p.place, &p.text, &())?;
    }
    for m in &reading.meetings {
        line(
            out,
            "meeting",
            m.place,
            &m.text,
            &(&m.who, &m.whom, &m.at, m.status),
        )?;
    }
    for p in &reading.proposals {
        line(out, "proposal", p.place, &p.text, &(p.answer, &p.by.name))?;
    }
    for p in &reading.persons {
        writeln!(out, "person {} {:?} {}", p.name, p.office, p.places.len())?;
    }
    writeln!(out, "same names {:?}", reading.same_names)
}

fn line(
    out: &mut impl Write,
    kind: &str,
    place: SourcePlace,
    text: &str,
    more: &dyn Debug,
) -> io::Result<()> {
    writeln!(out, "{kind} {}-{} {text} {more:?}", place.start, place.end)
}
