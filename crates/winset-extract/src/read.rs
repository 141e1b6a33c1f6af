//! From the bytes of a report to all proposals.

use crate::civil::CivilDate;
use crate::counts::counts;
use crate::dates::{FoundDate, dates, report_date};
use crate::markup::{Markup, Readable, readable};
use crate::names::{People, places};
use crate::reading::{
    DateOrigin, Dated, Meeting, NamedPlace, Person, Proposal, Quotation, ReportCount, ReportDate,
    ReportReading, Reported, SourcePlace, SpeechClass,
};
use crate::speech::{Discourse, meetings, proposals, quotations, reported};
use crate::text::Prose;
use crate::words;

/// How to read a report.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReportOptions {
    /// The day of the report, if known; otherwise it is looked for in the report's head.
    pub report_date: Option<CivilDate>,
    /// Plain text or HTML.
    pub markup: Markup,
}

/// Reads a report and proposes entries for a record. Any text can be read; the same text and options
/// give the same proposals.
pub fn read_report(source: &str, options: &ReportOptions) -> ReportReading {
    let readable = readable(source, options.markup);
    let prose = Prose::new(readable.text());
    let people = People::new(&prose);
    let discourse = Discourse::new(&prose, &people);
    let report = Report {
        readable: &readable,
        prose: &prose,
    };
    let head = report_date(&prose);
    let date = match (options.report_date, head) {
        (Some(date), _) => Some(ReportDate {
            date,
            origin: DateOrigin::Given,
        }),
        (None, Some((date, first, end))) => Some(ReportDate {
            date,
            origin: DateOrigin::Found(report.place(first, end)),
        }),
        (None, None) => None,
    };
    let today = date.map(|date| date.date);
    let own = head
        .filter(|(found, _, _)| Some(*found) == today)
        .map(|(_, first, end)| (first, end));
    let found = dates(&prose, today, own);
    ReportReading {
        date,
        quotations: report.quotations(&discourse),
        reported: report.reported(&discourse),
        counts: report.counts(&found, head.map(|(_, first, end)| (first, end))),
        dates: report.dates(&found),
        places: report.named_places(&people),
        meetings: report.meetings(&discourse, &found),
        proposals: report.proposals(&discourse),
        persons: report.persons(&people),
        same_names: people
            .persons
            .iter()
            .filter(|person| person.spellings.len() > 1)
            .map(|person| person.spellings.clone())
            .collect(),
    }
}

struct Report<'a> {
    readable: &'a Readable,
    prose: &'a Prose<'a>,
}

impl Report<'_> {
    fn place(&self, first: usize, end: usize) -> SourcePlace {
        let (start, end) = self.prose.bytes(first, end);
        self.readable.place(start, end)
    }

    fn quotations(&self, discourse: &Discourse<'_>) -> Vec<Quotation> {
        quotations(discourse)
            .into_iter()
            .map(|found| {
                let verb = found
                    .attribution
                    .filter(|a| found.own_verb || words::saying(self.prose.lower(a.verb)).is_some())
                    .map_or("", |a| self.prose.lower(a.verb));
                Quotation {
                    place: self.place(found.first, found.end),
                    text: self.prose.words(found.first, found.end),
                    speaker: found
                        .attribution
                        .map(|attribution| discourse.speaker(&attribution.who, self.readable)),
                    verb: verb.to_owned(),
                    class: class(verb),
                }
            })
            .collect()
    }

    fn reported(&self, discourse: &Discourse<'_>) -> Vec<Reported> {
        reported(discourse)
            .into_iter()
            .map(|found| {
                let verb = self.prose.lower(found.attribution.verb);
                Reported {
                    place: self.place(found.first, found.end),
                    text: self.prose.words(found.first, found.end),
                    speaker: discourse.speaker(&found.attribution.who, self.readable),
                    verb: if verb == "according" {
                        "according to".to_owned()
                    } else {
                        verb.to_owned()
                    },
                    class: class(verb),
                }
            })
            .collect()
    }

    fn counts(&self, dates: &[FoundDate], head: Option<(usize, usize)>) -> Vec<ReportCount> {
        let mut taken = vec![false; self.prose.tokens.len()];
        for (first, end) in dates.iter().map(|date| (date.first, date.end)).chain(head) {
            taken[first..end].fill(true);
        }
        counts(self.prose, &taken)
            .into_iter()
            .map(|found| ReportCount {
                place: self.place(found.first, found.end),
                text: self.prose.words(found.first, found.end),
                least: found.least,
                most: found.most,
                approximate: found.approximate,
                what: found.what,
                change: found.change,
            })
            .collect()
    }

    fn dates(&self, dates: &[FoundDate]) -> Vec<Dated> {
        dates
            .iter()
            .map(|found| Dated {
                place: self.place(found.first, found.end),
                text: self.prose.words(found.first, found.end),
                from: found.from,
                to: found.to,
            })
            .collect()
    }

    fn named_places(&self, people: &People) -> Vec<NamedPlace> {
        places(self.prose, people)
            .into_iter()
            .map(|(first, end)| NamedPlace {
                place: self.place(first, end),
                text: self.prose.words(first, end),
            })
            .collect()
    }

    fn meetings(&self, discourse: &Discourse<'_>, dates: &[FoundDate]) -> Vec<Meeting> {
        meetings(discourse)
            .into_iter()
            .map(|found| {
                let sentence = self.prose.sentence_at(found.first);
                let from = dates.partition_point(|date| date.first < sentence.first);
                let inside = dates[from..]
                    .iter()
                    .take_while(|date| date.first < sentence.end);
                let date = inside
                    .filter_map(|date| date.days)
                    .find(|(from, to)| from == to)
                    .map(|(day, _)| day);
                Meeting {
                    place: self.place(found.first, found.end),
                    text: self.prose.words(found.first, found.end),
                    who: found.who,
                    whom: found.whom,
                    at: found.at,
                    date,
                    status: found.status,
                }
            })
            .collect()
    }

    fn proposals(&self, discourse: &Discourse<'_>) -> Vec<Proposal> {
        proposals(discourse)
            .into_iter()
            .map(|found| Proposal {
                place: self.place(found.first, found.end),
                text: self.prose.words(found.first, found.end),
                by: discourse.speaker(&found.by, self.readable),
                answer: found.answer,
            })
            .collect()
    }

    fn persons(&self, people: &People) -> Vec<Person> {
        people
            .persons
            .iter()
            .map(|person| Person {
                name: person.name.clone(),
                office: person.office.clone(),
                places: person
                    .mentions
                    .iter()
                    .map(|(first, end)| self.place(*first, *end))
                    .collect(),
            })
            .collect()
    }
}

fn class(verb: &str) -> SpeechClass {
    if verb == "according" {
        SpeechClass::AccordingTo
    } else {
        words::saying(verb).unwrap_or(SpeechClass::Said)
    }
}
