//! Precision and recall by kind, in whole per mille.

use serde_json::Value;
use winset_extract::{
    CivilDate, MeetingStatus, ReportOptions, ReportReading, SourcePlace, read_report,
};

use crate::labels::Labelled;

/// What was right, found and labelled of one kind.
#[derive(Debug, Default, Clone)]
pub(crate) struct Score {
    /// Labels that were found.
    pub(crate) right: usize,
    /// Proposals.
    pub(crate) found: usize,
    /// Labels.
    pub(crate) labelled: usize,
    /// A line for each miss and each false find.
    pub(crate) misses: Vec<String>,
}

impl Score {
    /// Right proposals of a thousand.
    pub(crate) fn precision(&self) -> usize {
        per_mille(self.right, self.found)
    }

    /// Found labels of a thousand.
    pub(crate) fn recall(&self) -> usize {
        per_mille(self.right, self.labelled)
    }
}

fn per_mille(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

/// The kinds that are scored.
pub(crate) const KINDS: [&str; 8] = [
    "quotations",
    "quoted text",
    "reported",
    "counts",
    "dates",
    "meetings",
    "proposals",
    "same_names",
];

/// Whether a label at a place is the one that was proposed.
type Fits = dyn Fn(SourcePlace, &Value) -> bool;

/// What a proposal is compared with.
struct Candidate {
    shown: String,
    fits: Box<Fits>,
}

/// Adds one report to the scores, in the order of [`KINDS`].
pub(crate) fn add(report: &Labelled, scores: &mut [Score; 8]) {
    let found = read_report(&report.source, &ReportOptions::default());
    let date = Some(report.date());
    let reading = if found.date.is_some() {
        found
    } else {
        read_report(
            &report.source,
            &ReportOptions {
                report_date: date,
                ..ReportOptions::default()
            },
        )
    };
    assert_eq!(
        reading.date.map(|date| date.date),
        date,
        "{}: the report's date",
        report.name
    );
    for (kind, score) in KINDS.iter().zip(scores) {
        if *kind == "same_names" {
            same_names(report, &reading, score);
            continue;
        }
        let labels = report.kind(if *kind == "quoted text" {
            "quotations"
        } else {
            kind
        });
        compare(&report.name, &labels, candidates(kind, &reading), score);
    }
}

fn compare(
    name: &str,
    labels: &[(SourcePlace, &Value)],
    candidates: Vec<Candidate>,
    score: &mut Score,
) {
    let mut open: Vec<bool> = vec![true; labels.len()];
    score.labelled += labels.len();
    score.found += candidates.len();
    for candidate in candidates {
        let label = labels
            .iter()
            .enumerate()
            .position(|(index, (place, label))| open[index] && (candidate.fits)(*place, label));
        match label {
            Some(label) => {
                open[label] = false;
                score.right += 1;
            }
            None => score
                .misses
                .push(format!("  {name} false: {}", candidate.shown)),
        }
    }
    for ((_, label), _) in labels.iter().zip(&open).filter(|(_, open)| **open) {
        let more: Vec<String> = [
            "speaker", "least", "most", "from", "to", "who", "by", "status",
        ]
        .iter()
        .filter(|key| !label[**key].is_null())
        .map(|key| format!("{key} {}", label[*key]))
        .collect();
        score.misses.push(format!(
            "  {name} missed: {} | {}",
            label["text"],
            more.join(", ")
        ));
    }
}

fn candidates(kind: &str, reading: &ReportReading) -> Vec<Candidate> {
    match kind {
        "quotations" => reading
            .quotations
            .iter()
            .map(|q| {
                let (place, name) = (
                    q.place,
                    q.speaker
                        .as_ref()
                        .map(|speaker| speaker.name.clone())
                        .unwrap_or_default(),
                );
                let shown = format!("{} | {name}", q.text);
                Candidate {
                    shown,
                    fits: Box::new(move |at, label| at == place && speaks(&name, label)),
                }
            })
            .collect(),
        "quoted text" => reading
            .quotations
            .iter()
            .map(|q| exact(q.place, &q.text))
            .collect(),
        "reported" => reading
            .reported
            .iter()
            .map(|r| {
                let (place, name) = (r.place, r.speaker.name.clone());
                Candidate {
                    shown: format!("{} | {name}", r.text),
                    fits: Box::new(move |at, label| half_shared(at, place) && speaks(&name, label)),
                }
            })
            .collect(),
        "counts" => reading.counts.iter().map(count).collect(),
        "dates" => reading
            .dates
            .iter()
            .map(|d| {
                let (place, from, to) = (d.place, d.from, d.to);
                let shown = format!("{} | {} {}", d.text, day(from), day(to));
                let fits = move |at, label: &Value| {
                    overlap(at, place) > 0
                        && day_of(&label["from"]) == from
                        && day_of(&label["to"]) == to
                };
                Candidate {
                    shown,
                    fits: Box::new(fits),
                }
            })
            .collect(),
        "meetings" => reading.meetings.iter().map(meeting).collect(),
        "proposals" => reading
            .proposals
            .iter()
            .map(|p| {
                let (place, kind) = (p.place, format!("{:?}", p.answer).to_lowercase());
                let shown = format!("{} | {kind} by {}", p.text, p.by.name);
                Candidate {
                    shown,
                    fits: Box::new(move |at, label| {
                        half_shared(at, place) && label["kind"] == kind.as_str()
                    }),
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn exact(place: SourcePlace, text: &str) -> Candidate {
    Candidate {
        shown: text.to_owned(),
        fits: Box::new(move |at, _| at == place),
    }
}

fn count(count: &winset_extract::ReportCount) -> Candidate {
    let (place, least, most) = (count.place, count.least, count.most);
    let shown = format!(
        "{} | {least:?} {most:?} {} {:?}",
        count.text, count.what, count.change
    );
    let fits = move |at, label: &Value| {
        overlap(at, place) > 0 && label["least"].as_u64() == least && label["most"].as_u64() == most
    };
    Candidate {
        shown,
        fits: Box::new(fits),
    }
}

fn meeting(meeting: &winset_extract::Meeting) -> Candidate {
    let place = meeting.place;
    let people: Vec<String> = meeting.who.iter().chain(&meeting.whom).cloned().collect();
    let status = match meeting.status {
        MeetingStatus::Held => "held",
        MeetingStatus::Planned => "planned",
        MeetingStatus::Denied => "denied",
        MeetingStatus::Cancelled => "cancelled",
    };
    let shown = format!(
        "{} | {people:?} {status} {}",
        meeting.text,
        day(meeting.date)
    );
    let fits = move |at, label: &Value| {
        let labelled = ["who", "whom"]
            .iter()
            .filter_map(|key| label[*key].as_array())
            .flatten()
            .filter_map(Value::as_str);
        let mut labelled = labelled.map(bare);
        overlap(at, place) > 0
            && labelled.any(|name| {
                people
                    .iter()
                    .any(|found| bare(found) == name || same_surname(&bare(found), &name))
            })
    };
    Candidate {
        shown,
        fits: Box::new(fits),
    }
}

/// "Danforth" and "Rurik Danforth".
fn same_surname(a: &str, b: &str) -> bool {
    let longer = if a.len() > b.len() { a } else { b };
    let shorter = if a.len() > b.len() { b } else { a };
    shorter.split(' ').count() == 1 && longer.split(' ').next_back() == Some(shorter)
}

fn same_names(report: &Labelled, reading: &ReportReading, score: &mut Score) {
    let labels = report.labels["same_names"].as_array().expect("same_names");
    score.labelled += labels.len();
    score.found += reading.same_names.len();
    for pair in labels {
        score
            .misses
            .push(format!("  {} labelled: {pair}", report.name));
    }
    for group in &reading.same_names {
        let fits = labels.iter().any(|pair| {
            pair.as_array().is_some_and(|pair| {
                pair.iter().all(|name| {
                    group
                        .iter()
                        .any(|found| Some(found.as_str()) == name.as_str())
                })
            })
        });
        if fits {
            score.right += 1;
        } else {
            score
                .misses
                .push(format!("  {} false or part: {group:?}", report.name));
        }
    }
}

/// Whether the name is the label's speaker under one of the labelled forms.
fn speaks(name: &str, label: &Value) -> bool {
    let forms = label["speaker_also"]
        .as_array()
        .into_iter()
        .flatten()
        .chain([&label["speaker"]]);
    forms
        .filter_map(Value::as_str)
        .any(|form| bare(form) == bare(name))
}

/// A name in lower case without leading articles and titles.
fn bare(name: &str) -> String {
    const LEADING: [&str; 38] = [
        "the",
        "a",
        "an",
        "one",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "professor",
        "general",
        "gen",
        "colonel",
        "col",
        "captain",
        "major",
        "father",
        "judge",
        "governor",
        "foreign",
        "deputy",
        "minister",
        "of",
        "justice",
        "prime",
        "president",
        "chief",
        "lieutenant",
        "secretary",
        "sister",
        "mayor",
        "ambassador",
        "bishop",
        "admiral",
        "former",
        "commander",
        "sergeant",
        "senator",
    ];
    let lower = name
        .to_lowercase()
        .replace('’', "'")
        .replace("(retired)", "");
    let words: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
    let leading = words
        .iter()
        .take_while(|word| LEADING.contains(&word.trim_end_matches('.')))
        .count();
    words[leading.min(words.len().saturating_sub(1))..].join(" ")
}

fn overlap(a: SourcePlace, b: SourcePlace) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Whether both share at least half of what they cover together.
fn half_shared(a: SourcePlace, b: SourcePlace) -> bool {
    let shared = overlap(a, b);
    shared > 0 && shared * 2 >= a.end.max(b.end) - a.start.min(b.start)
}

fn day_of(value: &Value) -> Option<CivilDate> {
    value.as_str().and_then(CivilDate::parse)
}

fn day(date: Option<CivilDate>) -> String {
    date.map_or_else(|| "-".to_owned(), |date| date.to_string())
}
