//! What a news report says, as proposals: nothing of it is entered before somebody has confirmed it.

use serde_json::{Value, json};
use winset::extract::{
    CivilDate, Markup, Meeting, MeetingStatus, ReportCount, ReportOptions, ReportReading,
    SourcePlace, SpeechClass, read_report,
};
use winset::form::{self, ReportReadingForm};

use crate::args::{MarkupArg, RecordReadArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{Page, STRONG};
use crate::whole_file::{self, Places, Written};

/// What is written, in messages.
const WHAT: &str = "the drafts";
const WRITTEN: Written = Written {
    what: WHAT,
    endings: &["json"],
};
/// Where the columns of a proposal begin.
const HEAD: usize = 10;

/// Runs `winset record read`.
pub(super) fn run(args: &RecordReadArgs, output: Output) -> Result<Outcome, Failure> {
    let places = Places::new([args.file.as_path()], args.overwrite.force);
    if let Some(file) = &args.drafts {
        places.look_ahead(file, WRITTEN)?;
    }
    let text = output::text(&args.file, None)?;
    let Ok(source) = String::from_utf8(text.bytes) else {
        return Err(Failure::BadValue {
            flag: "FILE",
            found: text.name,
            expected: "a report in UTF-8: save it again as text in UTF-8, or as HTML".to_owned(),
            nearest: None,
        });
    };
    let options = ReportOptions {
        report_date: args.date.as_deref().and_then(CivilDate::parse),
        markup: match args.markup {
            MarkupArg::Auto => Markup::Auto,
            MarkupArg::Text => Markup::Text,
            MarkupArg::Html => Markup::Html,
        },
    };
    let reading = read_report(&source, &options);
    if let Some(file) = &args.drafts {
        let drafts = drafts(&reading, &text.name);
        let drafts = serde_json::to_string_pretty(&drafts).unwrap_or_default() + "\n";
        whole_file::write(file, drafts.as_bytes(), WHAT)?;
    }
    if args.json {
        output::bytes(&form::line(&ReportReadingForm::new(&reading))?)?;
    } else {
        output.page(&page(&reading))?;
    }
    Ok(Outcome::Answered)
}

/// Statements for `record add statement --json`. Who of the parties said it is for a person to fill in: a
/// draft says `?`, which no case accepts.
fn drafts(reading: &ReportReading, report: &str) -> Value {
    let day = reading.date.map(|date| date.date.to_string());
    let draft = |text: &str, speaker: Option<&str>, place: SourcePlace| {
        let speaker = speaker.unwrap_or("nobody named");
        let channel = format!(
            "{report}, bytes {} to {}: {speaker}",
            place.start, place.end
        );
        json!({"date": day.as_deref().unwrap_or("?"), "by": "?", "says": text, "channel": channel})
    };
    let quoted = reading.quotations.iter().map(|said| {
        let speaker = said.speaker.as_ref().map(|speaker| speaker.name.as_str());
        draft(&said.text, speaker, said.place)
    });
    let reported = reading.reported.iter();
    let reported = reported.map(|said| draft(&said.text, Some(&said.speaker.name), said.place));
    json!({"statements": quoted.chain(reported).collect::<Vec<Value>>()})
}

fn page(reading: &ReportReading) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, "Proposals for you to confirm; nothing is entered.");
    page.blank();
    let day = reading.date.map(|date| date.date.to_string());
    page.entry(
        0,
        HEAD,
        "Report of",
        day.as_deref()
            .unwrap_or("no day is known: --date says it, or days stay open"),
    );
    speech(&mut page, reading);
    list(&mut page, "How many", &reading.counts, |of| {
        (of.place, counted(of))
    });
    list(&mut page, "Days", &reading.dates, |of| {
        let day = |day: Option<CivilDate>| day.map_or("open".to_owned(), |day| day.to_string());
        let (from, to) = (day(of.from), day(of.to));
        let days = if from == to {
            from
        } else {
            format!("{from} to {to}")
        };
        (of.place, format!("{}: {days}", of.text))
    });
    list(&mut page, "Meetings", &reading.meetings, |of| {
        (of.place, met(of))
    });
    list(
        &mut page,
        "Proposals and answers",
        &reading.proposals,
        |of| (of.place, format!("{}: {}", of.by.name, of.text)),
    );
    let spelled: Vec<String> = reading
        .same_names
        .iter()
        .map(|names| names.join(" = "))
        .collect();
    if !spelled.is_empty() {
        page.heading("Taken for one name");
        spelled.iter().for_each(|names| page.indented(2, names));
    }
    page
}

fn speech(page: &mut Page, reading: &ReportReading) {
    list(page, "In quotation marks", &reading.quotations, |said| {
        let name = said.speaker.as_ref().map(|speaker| speaker.name.as_str());
        let who = name.unwrap_or("nobody named");
        (
            said.place,
            format!("{who} ({}): “{}”", stance(said.class), said.text),
        )
    });
    list(page, "Reported", &reading.reported, |said| {
        let who = &said.speaker.name;
        (
            said.place,
            format!("{who} ({}): {}", stance(said.class), said.text),
        )
    });
}

fn stance(class: SpeechClass) -> &'static str {
    match class {
        SpeechClass::Said => "said",
        SpeechClass::Claimed => "claimed",
        SpeechClass::Denied => "denied",
        SpeechClass::Confirmed => "confirmed",
        SpeechClass::AccordingTo => "according to",
    }
}

fn counted(count: &ReportCount) -> String {
    let range = match (count.least, count.most) {
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("{least} or more"),
        (None, Some(most)) => format!("{most} or fewer"),
        (None, None) => "not said".to_owned(),
    };
    let about = if count.approximate { "about " } else { "" };
    format!("{} {}: {about}{range}", count.text, count.what)
}

fn met(meeting: &Meeting) -> String {
    let status = match meeting.status {
        MeetingStatus::Held => "held",
        MeetingStatus::Planned => "planned",
        MeetingStatus::Denied => "denied",
        MeetingStatus::Cancelled => "cancelled",
    };
    let day = meeting.date.map_or(String::new(), |day| format!(", {day}"));
    format!("{status}{day}: {}", meeting.text)
}

/// A heading and what stands under it, each with its place in the source.
fn list<T>(page: &mut Page, head: &str, all: &[T], told: impl Fn(&T) -> (SourcePlace, String)) {
    if all.is_empty() {
        return;
    }
    page.heading(head);
    for one in all {
        let (place, text) = told(one);
        page.entry(2, 13, &format!("{}-{}", place.start, place.end), &text);
    }
}
