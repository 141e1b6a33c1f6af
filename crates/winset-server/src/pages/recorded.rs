//! Entries of the record as pages show them: in lists by week, and each with all that is known of it.

use winset_answers::ask::{RecordEntry, RecordedEntry};
use winset_model::calendar::Day;
use winset_model::case::{Case, Visibility};
use winset_model::options::{OptionSet, PointId};
use winset_model::register::{
    PartyStance, SourceGrade, StanceStated, Verification, VerificationStatus,
};
use winset_told::called;
use winset_told::messages::Language;
use winset_told::record::{alleged_in_words, claimant_in_words, day_in_words};
use winset_told::words::{capital, party_named};

use super::frame::escaped;
use super::record_filter::{category_words, established_word};
use super::{PageView, Place};

/// A week with its entries.
#[derive(Debug)]
pub(super) struct WeekShown {
    /// The identifier of its part of the page.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) entries: Vec<RowShown>,
}

/// An entry in a list.
#[derive(Debug)]
pub(super) struct RowShown {
    pub(super) href: Option<String>,
    pub(super) code: String,
    pub(super) day: String,
    pub(super) kind: &'static str,
    pub(super) words: String,
    pub(super) established: Option<&'static str>,
    pub(super) current: bool,
}

/// Words that lead somewhere, with a code.
#[derive(Debug)]
pub(super) struct LinkShown {
    pub(super) words: String,
    pub(super) href: Option<String>,
    pub(super) code: Option<String>,
}

/// An entry with all that is known of it.
#[derive(Debug)]
pub(super) struct EntryShown {
    pub(super) row: RowShown,
    /// Messages, and what they say.
    pub(super) facts: Vec<(&'static str, Vec<LinkShown>)>,
}

/// The entries under the weeks in which they occurred.
pub(super) fn weeks(
    view: &PageView<'_>,
    place: &Place,
    entries: &[RecordedEntry<'_>],
) -> Vec<WeekShown> {
    let mut weeks: Vec<WeekShown> = Vec::new();
    for of in entries {
        let monday = of.entry.date().map(Day::monday);
        let (id, title) = match monday {
            Some(monday) => (
                place.id(format!("week-{monday}")),
                view.words.with("record-week", monday),
            ),
            None => (place.id("week-open"), view.words.get("record-without-day")),
        };
        if weeks.last().is_none_or(|last| last.id != id) {
            weeks.push(WeekShown {
                id,
                title: title.into_owned(),
                entries: Vec::new(),
            });
        }
        if let Some(last) = weeks.last_mut() {
            last.entries.push(row(view.case(), place, of));
        }
    }
    weeks
}

/// The message that names the kind of an entry.
fn kind_word(entry: &RecordEntry<'_>) -> &'static str {
    match entry {
        RecordEntry::Session(_) => "record-kind-session",
        RecordEntry::Statement(_) => "record-kind-statement",
        RecordEntry::Offer(_) => "record-kind-offer",
        RecordEntry::Incident(_) => "record-kind-incident",
    }
}

/// Where an entry is shown.
pub(super) fn entry_href(place: &Place, id: &str) -> Option<String> {
    place.link(format!("/record/{}", escaped(id)))
}

fn row(case: &Case, place: &Place, of: &RecordedEntry<'_>) -> RowShown {
    let entry = &of.entry;
    let day = entry.date().map_or_else(String::new, |day| day.to_string());
    let id = entry.id();
    RowShown {
        href: entry_href(place, &id),
        day: entry
            .facts()
            .map_or_else(|| day.clone(), |facts| day_in_words(&day, facts)),
        kind: kind_word(entry),
        words: capital(&entry.words(case)),
        established: entry.established().map(established_word),
        current: of.current,
        code: id,
    }
}

/// Plain words.
fn said(words: impl Into<String>) -> LinkShown {
    LinkShown {
        words: words.into(),
        href: None,
        code: None,
    }
}

/// An entry with its sources, stances, links and what it replaces; `all` are the entries in sight.
pub(super) fn entry_shown(
    view: &PageView<'_>,
    place: &Place,
    of: &RecordedEntry<'_>,
    all: &[RecordedEntry<'_>],
) -> EntryShown {
    let (case, words, entry) = (view.case(), view.words, &of.entry);
    let mut facts: Vec<(&'static str, Vec<LinkShown>)> = Vec::new();
    let points = entry.points().into_iter();
    facts.push((
        "record-about",
        points.map(|p| point_link(case, place, p)).collect(),
    ));
    let options: &[(PointId, OptionSet)] = match entry {
        RecordEntry::Session(of) => &of.options,
        RecordEntry::Statement(of) => &of.reads_as,
        RecordEntry::Incident(of) => &of.options,
        RecordEntry::Offer(_) => &[],
    };
    let options = options
        .iter()
        .map(|(point, set)| option_words(case, *point, set));
    facts.push(("record-options", options.map(said).collect()));
    let clauses = entry.facts().map(|facts| facts.clauses.as_slice());
    let clauses = clauses.unwrap_or_default().iter();
    let clauses = clauses.map(|clause| clause_link(case, place, clause));
    facts.push(("record-clauses", clauses.collect()));
    facts.extend(contested(case, words, entry));
    facts.push(("record-sources", sources(words, entry)));
    let replaces = entry.facts().and_then(|facts| facts.supersedes.as_deref());
    let same = |of: &&RecordedEntry<'_>| of.entry.kind() == entry.kind();
    let linked = |of: &RecordedEntry<'_>| entry_link(case, place, of);
    let before = all.iter().filter(same);
    let before = before.filter(|of| Some(of.entry.id().as_str()) == replaces);
    facts.push(("record-replaces", before.map(linked).collect()));
    let id = entry.id();
    let after = all.iter().filter(same).filter(|of| {
        let facts = of.entry.facts();
        facts.and_then(|facts| facts.supersedes.as_deref()) == Some(id.as_str())
    });
    facts.push(("record-replaced-by", after.map(linked).collect()));
    let seen = match entry.visibility() {
        Visibility::Public => "word-public",
        Visibility::Mediator => "word-mediator",
        Visibility::Sealed => "word-sealed",
    };
    facts.push(("record-visibility", vec![said(words.get(seen))]));
    facts.retain(|(_, said)| !said.is_empty());
    EntryShown {
        row: row(case, place, of),
        facts,
    }
}

/// A point by its title.
fn point_link(case: &Case, place: &Place, point: PointId) -> LinkShown {
    let point = &case.points[point.index()];
    let called = called::point(point);
    LinkShown {
        words: called.label,
        href: place.link(format!("/point/{}", escaped(&point.id))),
        code: called.code,
    }
}

/// A clause: that of a point by the point, another one by its name in the text.
pub(super) fn clause_link(case: &Case, place: &Place, clause: &str) -> LinkShown {
    match case.point_named(clause) {
        Some(point) => point_link(case, place, point),
        None => LinkShown {
            words: clause.to_owned(),
            href: place.link("/text"),
            code: None,
        },
    }
}

/// An entry by what it says.
pub(super) fn entry_link(case: &Case, place: &Place, of: &RecordedEntry<'_>) -> LinkShown {
    let id = of.entry.id();
    let day = of
        .entry
        .date()
        .map_or_else(String::new, |day| format!("{day}: "));
    LinkShown {
        words: format!("{day}{}", of.entry.words(case)),
        href: entry_href(place, &id),
        code: Some(id),
    }
}

fn option_words(case: &Case, point: PointId, set: &OptionSet) -> String {
    let of = &case.points[point.index()];
    let options = called::options(of, set).into_iter();
    let options: Vec<String> = options.map(|called| called.label).collect();
    format!("{}: {}", called::point(of).label, options.join(" / "))
}

/// Who claims it and is alleged to have done it, what the parties say of it, and how far it is established.
fn contested(
    case: &Case,
    words: &Language,
    entry: &RecordEntry<'_>,
) -> Vec<(&'static str, Vec<LinkShown>)> {
    let (mut facts, verification, stated): (Vec<_>, _, &[StanceStated]) = match entry {
        RecordEntry::Incident(of) => {
            let category = of.category.map(|of| said(category_words(of)));
            let facts = vec![
                ("exchange-category", category.into_iter().collect()),
                (
                    "record-claimed",
                    vec![said(claimant_in_words(case, of.claimed_by))],
                ),
                (
                    "record-alleged",
                    vec![said(alleged_in_words(case, of.attributed_to))],
                ),
                ("record-response", of.response.iter().map(said).collect()),
            ];
            // A status that is one of the words stands above the entry already.
            let status = of.status.as_deref();
            let status = status.filter(|word| VerificationStatus::read(word).is_none());
            let found = of.verification.as_ref().map(|found| verified(words, found));
            (facts, found.or(status.map(str::to_owned)), &of.stances)
        }
        RecordEntry::Statement(of) => {
            let channel = of.channel.iter().map(said).collect();
            let found = of.verification.as_ref().map(|found| verified(words, found));
            (vec![("field-channel", channel)], found, &of.stances)
        }
        RecordEntry::Session(_) | RecordEntry::Offer(_) => (Vec::new(), None, &[]),
    };
    let stances = stated.iter().map(|stated| {
        let stance = match stated.stance {
            PartyStance::Asserts => "stance-asserts",
            PartyStance::Denies => "stance-denies",
            PartyStance::Silent => "stance-silent",
            PartyStance::Admits => "stance-admits",
        };
        let what = [
            ("who", capital(&party_named(case, stated.party))),
            ("what", words.get(stance).into_owned()),
        ];
        said(words.fill("record-stance", &what))
    });
    facts.push(("record-stances", stances.collect()));
    facts.push((
        "record-status",
        verification.into_iter().map(said).collect(),
    ));
    facts
}

/// How far something is verified, by whom and on which day.
fn verified(words: &Language, found: &Verification) -> String {
    let status = words.get(established_word(found.status)).into_owned();
    let day = found.date.map(|day| day.to_string());
    let parts = std::iter::once(status).chain(found.by.clone()).chain(day);
    parts.collect::<Vec<_>>().join(" · ")
}

/// The sources with their grades in words, and the codes of these.
fn sources(words: &Language, entry: &RecordEntry<'_>) -> Vec<LinkShown> {
    match entry {
        RecordEntry::Incident(of) => {
            let each = of.sources.iter().map(|source| {
                let mut told = format!("{}: {}", source.kind, grade_words(words, source.grade));
                if let Some(note) = &source.note {
                    told = format!("{told} ({note})");
                }
                (told, source.grade)
            });
            each.map(graded).collect()
        }
        RecordEntry::Statement(of) => {
            let grades = of.grade.iter();
            let each = grades.map(|grade| (capital(&grade_words(words, *grade)), *grade));
            each.map(graded).collect()
        }
        RecordEntry::Session(_) | RecordEntry::Offer(_) => Vec::new(),
    }
}

fn graded(of: (String, SourceGrade)) -> LinkShown {
    let (words, grade) = of;
    LinkShown {
        words,
        href: None,
        code: Some(grade.to_string()),
    }
}

/// What the letters and the digits of grades say.
const GRADES: [(char, &str); 12] = [
    ('A', "grade-source-A"),
    ('B', "grade-source-B"),
    ('C', "grade-source-C"),
    ('D', "grade-source-D"),
    ('E', "grade-source-E"),
    ('F', "grade-source-F"),
    ('1', "grade-item-1"),
    ('2', "grade-item-2"),
    ('3', "grade-item-3"),
    ('4', "grade-item-4"),
    ('5', "grade-item-5"),
    ('6', "grade-item-6"),
];

/// What a grade says of the source and of what it says.
fn grade_words(words: &Language, grade: SourceGrade) -> String {
    let code = grade.to_string();
    let mut said = code.chars().map(|of| {
        let message = GRADES.iter().find(|(known, _)| *known == of);
        message.map_or_else(String::new, |(_, id)| words.get(id).into_owned())
    });
    let (source, item) = (said.next(), said.next());
    let what = [
        ("source", source.unwrap_or_default()),
        ("item", item.unwrap_or_default()),
    ];
    words.fill("grade-told", &what).into_owned()
}
