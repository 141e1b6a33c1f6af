//! The record as text.

use winset::ask::{Contradictions, OptionMove, RecordEntry, RecordFindings, RecordedEntry};
use winset::model::audience::Audience;
use winset::model::calendar::Day;
use winset::model::case::Case;
use winset::model::options::OptionSet;
use winset::told::record::{day_in_words, stances_in_words, verification_in_words};
use winset::told::status::signal_in_words;
use winset::told::words::{counted, labels, party_named, point_named};

use crate::page::{Page, STRONG};
use crate::seen::confidential;

/// Columns of the labels on the left.
const LABEL: usize = 14;
/// Columns of a day.
const DAY: usize = 12;
/// Columns of what an entry is called.
const NAME: usize = 18;

fn day_of(entry: &RecordEntry<'_>) -> String {
    entry.date().map_or_else(String::new, |day| day.to_string())
}

fn row(page: &mut Page, case: &Case, recorded: &RecordedEntry<'_>) {
    let RecordedEntry { entry, current } = recorded;
    let name = match entry {
        RecordEntry::Offer(of) => format!("offer {}", of.seq),
        RecordEntry::Session(_) | RecordEntry::Statement(_) | RecordEntry::Incident(_) => {
            entry.id()
        }
    };
    let mut words = entry.words(case);
    if let Some(established) = entry.established() {
        words += &format!(" [{}]", established.as_str());
    }
    if !current {
        words += " (replaced)";
    }
    page.cells(0, &[(DAY, &day_of(entry)), (NAME, &name)], &words);
}

/// A list of entries.
pub(super) fn list(case: &Case, audience: &Audience, entries: &[RecordedEntry<'_>]) -> Page {
    let mut page = Page::default();
    page.styled(
        STRONG,
        &format!(
            "The record of {}: {}.",
            case.title,
            entries_of(entries.len())
        ),
    );
    page.blank();
    for entry in entries {
        row(&mut page, case, entry);
    }
    confidential(&mut page, case, audience);
    page
}

fn entries_of(count: usize) -> String {
    if count == 1 {
        "1 entry".to_owned()
    } else {
        format!("{} entries", winset::told::grouped(count))
    }
}

/// Entries under the weeks in which they occurred.
pub(super) fn by_week(case: &Case, audience: &Audience, entries: &[RecordedEntry<'_>]) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &format!("The record of {}, by week.", case.title));
    let mut shown = None;
    for entry in entries {
        let week = entry.entry.date().map(Day::monday);
        if shown != Some(week) {
            page.heading(&match week {
                Some(monday) => format!("Week of {monday}"),
                None => "Without a day".to_owned(),
            });
            shown = Some(week);
        }
        row(&mut page, case, entry);
    }
    confidential(&mut page, case, audience);
    page
}

/// Entries with all that is known of them.
pub(super) fn whole(case: &Case, audience: &Audience, entries: &[RecordedEntry<'_>]) -> Page {
    let mut page = Page::default();
    for recorded in entries {
        let RecordedEntry { entry, current } = recorded;
        page.heading(&format!("{} {}", entry.kind().as_str(), entry.id()));
        page.indented(2, &entry.words(case));
        let mut line = |label: &str, words: Option<String>| {
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                page.entry(2, LABEL, label, &words);
            }
        };
        let day = day_of(entry);
        line(
            "Day",
            Some(
                entry
                    .facts()
                    .map_or(day.clone(), |facts| day_in_words(&day, facts)),
            ),
        );
        let points: Vec<String> = (entry.points().into_iter())
            .map(|point| point_named(case, point))
            .collect();
        line("About", Some(points.join(", ")));
        line(
            "Clauses",
            entry.facts().map(|facts| facts.clauses.join(", ")),
        );
        let (stances, verification, response) = match entry {
            RecordEntry::Incident(of) => (
                stances_in_words(case, &of.stances),
                of.verification
                    .as_ref()
                    .map(verification_in_words)
                    .or(of.status.clone()),
                of.response.clone(),
            ),
            RecordEntry::Statement(of) => (
                stances_in_words(case, &of.stances),
                of.verification.as_ref().map(verification_in_words),
                None,
            ),
            RecordEntry::Session(_) | RecordEntry::Offer(_) => (None, None, None),
        };
        line("Response", response);
        line("Stances", stances);
        line("Established", verification);
        let grades: Vec<String> = entry.grades().iter().map(ToString::to_string).collect();
        line("Sources", Some(grades.join(", ")));
        line(
            "Replaces",
            entry.facts().and_then(|facts| facts.supersedes.clone()),
        );
        line("Seen by", Some(entry.visibility().as_str().to_owned()));
        line(
            "Standing",
            (!current).then(|| "replaced by a later entry".to_owned()),
        );
    }
    confidential(&mut page, case, audience);
    page
}

/// What follows from the record.
pub(super) fn findings(case: &Case, audience: &Audience, found: &RecordFindings) -> Page {
    let RecordFindings {
        violations,
        wider,
        contradictions,
        moves,
    } = found;
    let mut page = Page::default();
    page.styled(
        STRONG,
        &format!("What follows from the record of {}.", case.title),
    );
    page.heading("Alleged violations, by clause and week");
    if violations.is_empty() {
        page.indented(2, "None: no incident names a clause.");
    } else {
        let heads = [
            "clause",
            "week of",
            "alleged",
            "without unverified",
            "refuted",
        ];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        rows.extend(violations.iter().map(|of| {
            let verified = of.alleged - of.unverified;
            let counts = [of.alleged, verified, of.refuted].map(|n| n.to_string());
            [
                vec![of.clause.clone(), of.week.to_string()],
                counts.to_vec(),
            ]
            .concat()
        }));
        page.table(2, &rows);
    }
    page.heading("Statements wider than a declared line");
    if wider.is_empty() {
        page.indented(2, "None.");
    }
    for signal in wider {
        page.indented(2, &signal_in_words(case, signal).1);
    }
    contradicting(&mut page, case, contradictions);
    for of in moves
        .iter()
        .filter(|of| !of.gave.is_empty() || !of.got.is_empty())
    {
        page.heading(&format!(
            "Moves of {}, and of others to where it stood",
            party_named(case, of.party)
        ));
        for (label, moves) in [("gave", &of.gave), ("got", &of.got)] {
            for made in moves {
                page.entry(2, LABEL, label, &move_in_words(case, made));
            }
        }
    }
    confidential(&mut page, case, audience);
    page
}

fn contradicting(page: &mut Page, case: &Case, found: &Contradictions) {
    page.heading("Statements that contradict each other");
    if found.pairs.is_empty() {
        page.indented(2, "None.");
    }
    for pair in &found.pairs {
        let (party, point) = (party_named(case, pair.party), point_named(case, pair.point));
        let words = format!("{party} on {point}: {} and {}", pair.earlier, pair.later);
        page.indented(2, &words);
    }
    let shown = u64::try_from(found.pairs.len()).unwrap_or(u64::MAX);
    if found.count > shown {
        page.indented(
            2,
            &format!("and {}", counted(found.count - shown, "more pair")),
        );
    }
}

fn move_in_words(case: &Case, made: &OptionMove) -> String {
    let one = |option| labels(case, made.point, &OptionSet::from_iter([option]), "or");
    format!(
        "{} on {}: from {} to {} (offer {})",
        party_named(case, made.by),
        point_named(case, made.point),
        one(made.from),
        one(made.to),
        made.offer
    )
}
