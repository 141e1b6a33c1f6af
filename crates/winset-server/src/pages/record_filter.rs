//! Which entries of the record, as the address says it.

use winset_answers::ask::{RecordFilter, RecordKind};
use winset_model::calendar::Day;
use winset_model::options::PartyId;
use winset_model::register::{EventCategory, SourceGrade, VerificationStatus};
use winset_told::words::{capital, party_named};

use super::PageView;

/// A field of the form that holds a text.
#[derive(Debug)]
pub(super) struct TextShown {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) kind: &'static str,
    pub(super) value: String,
    pub(super) problem: Option<String>,
}

/// A field of the form that holds a choice.
#[derive(Debug)]
pub(super) struct ChoiceShown {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    /// Value, words, whether chosen.
    pub(super) options: Vec<(String, String, bool)>,
    pub(super) problem: Option<String>,
}

/// The form as the address fills it.
#[derive(Debug)]
pub(super) struct FilterShown {
    pub(super) texts: Vec<TextShown>,
    pub(super) choices: Vec<ChoiceShown>,
    /// Whether anything is asked.
    pub(super) asks: bool,
}

/// The message that says how far something is established.
pub(super) fn established_word(status: VerificationStatus) -> &'static str {
    match status {
        VerificationStatus::Unverified => "word-unverified",
        VerificationStatus::Probable => "word-probable",
        VerificationStatus::Confirmed => "word-confirmed",
        VerificationStatus::ConfirmedUnattributed => "word-confirmed-unattributed",
        VerificationStatus::Refuted => "word-refuted",
    }
}

/// A category in words.
pub(super) fn category_words(category: EventCategory) -> String {
    category.as_str().replace('-', " ")
}

/// What the address asks for, and the form that asks for it.
pub(super) fn filter(view: &PageView<'_>) -> (RecordFilter, FilterShown) {
    let case = view.case();
    let mut reader = FilterReader {
        view,
        shown: FilterShown {
            texts: Vec::new(),
            choices: Vec::new(),
            asks: false,
        },
    };
    let since = reader.day("since", "record-since");
    let until = reader.day("until", "record-until");
    let kind = reader.kind();
    let parties = case.parties.iter().enumerate();
    let parties = parties.map(|(place, party)| {
        let name = capital(&party_named(case, PartyId::at(place)));
        (party.id.clone(), name)
    });
    let party = reader.choice("party", "record-side", parties.collect(), |id| {
        case.party_named(id)
    });
    let points = case.points.iter();
    let points = points.map(|point| (point.id.clone(), point.title.clone()));
    let point = reader.choice("point", "record-about", points.collect(), |id| {
        case.point_named(id)
    });
    let any = |text: &str| Some(text.to_owned());
    let place = reader.text("place", ("field-place", "text"), "", any);
    let (status, category) = (reader.status(), reader.category());
    let grade = ("record-grade", "text");
    let grade_at_least = reader.text("grade", grade, "record-grade-wrong", SourceGrade::read);
    let asked = RecordFilter {
        since,
        until,
        kinds: kind.into_iter().collect(),
        party,
        point,
        place,
        status,
        category,
        grade_at_least,
    };
    (asked, reader.shown)
}

/// Reads fields of the address, and keeps the form that they fill.
struct FilterReader<'a, 'v> {
    view: &'a PageView<'v>,
    shown: FilterShown,
}

impl FilterReader<'_, '_> {
    fn said(&mut self, name: &str) -> String {
        let said = self.view.asked(name).map(str::trim).unwrap_or_default();
        self.shown.asks |= !said.is_empty();
        said.to_owned()
    }

    fn day(&mut self, name: &'static str, label: &'static str) -> Option<Day> {
        self.text(name, (label, "date"), "record-day-wrong", Day::read)
    }

    fn kind(&mut self) -> Option<RecordKind> {
        let words = self.view.words;
        let kinds = RecordKind::ALL.map(|kind| {
            let label = words.get(kind.entries_message()).into_owned();
            (kind.as_str().to_owned(), label)
        });
        self.choice("kind", "record-kind", kinds.to_vec(), |name| {
            let mut kinds = RecordKind::ALL.into_iter();
            kinds.find(|kind| kind.as_str() == name)
        })
    }

    fn status(&mut self) -> Option<VerificationStatus> {
        let words = self.view.words;
        let all = VerificationStatus::ALL.map(|status| {
            let label = words.get(established_word(status)).into_owned();
            (status.as_str().to_owned(), label)
        });
        let read = VerificationStatus::read;
        self.choice("status", "record-status", all.to_vec(), read)
    }

    fn category(&mut self) -> Option<EventCategory> {
        let all = EventCategory::ALL.map(|of| (of.as_str().to_owned(), category_words(of)));
        let read = EventCategory::read;
        self.choice("category", "exchange-category", all.to_vec(), read)
    }

    /// A text; `shown` is its label and the kind of its input.
    fn text<T>(
        &mut self,
        name: &'static str,
        shown: (&'static str, &'static str),
        wrong: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (label, kind) = shown;
        let value = self.said(name);
        let found = (!value.is_empty()).then(|| read(&value)).flatten();
        let is_wrong = !value.is_empty() && found.is_none();
        self.shown.texts.push(TextShown {
            name,
            label,
            // A field for days would drop what is none.
            kind: if is_wrong { "text" } else { kind },
            problem: is_wrong.then(|| self.view.words.with(wrong, &value).into_owned()),
            value,
        });
        found
    }

    fn choice<T>(
        &mut self,
        name: &'static str,
        label: &'static str,
        options: Vec<(String, String)>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.said(name);
        let found = (!value.is_empty()).then(|| read(&value)).flatten();
        let is_wrong = !value.is_empty() && found.is_none();
        let wrong = || {
            self.view
                .words
                .with("record-name-wrong", &value)
                .into_owned()
        };
        let problem = is_wrong.then(wrong);
        let options = options.into_iter().map(|(id, words)| {
            let chosen = id == value;
            (id, words, chosen)
        });
        self.shown.choices.push(ChoiceShown {
            name,
            label,
            options: options.collect(),
            problem,
        });
        found
    }
}
