//! The form of a proposal: what its entry would say, to be completed by a person.

use winset_model::options::PartyId;
use winset_model::register::{EventCategory, SessionFormat};
use winset_told::words::{capital, party_named};

use super::Seat;
use super::acts::Sent;
use super::record_filter::category_words;
use super::report_proposals::{ProposedEntry, ReportProposal};

/// The field of a proposal that says who may see its entry.
const VISIBILITY: &str = "visibility";

/// What is wrong with a field of a proposal; with the whole of it where the field has no name.
#[derive(Debug)]
pub(super) struct FormProblem {
    pub(super) number: usize,
    pub(super) field: String,
    pub(super) what: String,
}

/// A proposal with its form.
#[derive(Debug)]
pub(super) struct ProposalShown {
    pub(super) number: usize,
    pub(super) head: &'static str,
    pub(super) how: Option<&'static str>,
    pub(super) text: String,
    pub(super) speaker: Option<String>,
    pub(super) fields: Vec<FieldShown>,
    /// What is wrong with the whole of it.
    pub(super) problems: Vec<String>,
    /// Whether somebody has begun to complete it.
    pub(super) open: bool,
    /// Where its entry is, once it was added.
    pub(super) added: Option<String>,
}

/// A field of the form.
#[derive(Debug)]
pub(super) struct FieldShown {
    pub(super) name: String,
    pub(super) label: &'static str,
    pub(super) drawn: FieldDrawn,
    pub(super) value: String,
    /// Value, words, whether chosen.
    pub(super) choices: Vec<(String, String, bool)>,
    pub(super) problems: Vec<String>,
}

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldDrawn {
    Line,
    Text,
    Day,
    Choice,
    Checks,
}

impl FieldShown {
    pub(super) fn is_text(&self) -> bool {
        self.drawn == FieldDrawn::Text
    }

    pub(super) fn is_choice(&self) -> bool {
        self.drawn == FieldDrawn::Choice
    }

    pub(super) fn is_checks(&self) -> bool {
        self.drawn == FieldDrawn::Checks
    }

    /// The kind of an input of one line; one for days would drop what is none.
    pub(super) fn input(&self) -> &'static str {
        match self.drawn {
            FieldDrawn::Day if self.problems.is_empty() => "date",
            _ => "text",
        }
    }
}

/// What the names of a proposal's fields begin with.
fn prefix(number: usize) -> String {
    format!("e{number}.")
}

/// The name of a field of a proposal.
pub(super) fn field_name(number: usize, field: &str) -> String {
    format!("{}{field}", prefix(number))
}

/// What was sent for a proposal, field by field, and whether everybody may see it.
pub(super) fn given(sent: &Sent, number: usize) -> (Vec<(String, Vec<String>)>, bool) {
    let prefix = prefix(number);
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    let mut public = false;
    for (name, value) in &sent.0 {
        let Some(field) = name.strip_prefix(&prefix) else {
            continue;
        };
        if field == VISIBILITY {
            public = value == "public";
            continue;
        }
        if value.trim().is_empty() {
            continue;
        }
        match fields.iter_mut().find(|(known, _)| known == field) {
            Some((_, texts)) => texts.push(value.clone()),
            None => fields.push((field.to_owned(), vec![value.clone()])),
        }
    }
    (fields, public)
}

/// A proposal with its form: as it was sent, else with what the report says.
pub(super) fn proposal_shown(
    seat: &Seat,
    sent: &Sent,
    of: (&ReportProposal, usize),
    problems: &[FormProblem],
) -> ProposalShown {
    let (proposal, number) = of;
    let maker = FieldMaker {
        seat,
        sent,
        prefix: prefix(number),
        name: sent.field("name").map(str::trim).unwrap_or_default(),
    };
    let mut fields = match &proposal.becomes {
        ProposedEntry::Statement => maker.statement(proposal),
        ProposedEntry::Session => maker.session(proposal),
        ProposedEntry::Incident(count) => maker.incident(proposal, count.as_deref()),
    };
    fields.push(maker.about());
    fields.push(maker.visibility());
    let own = || problems.iter().filter(|problem| problem.number == number);
    for field in &mut fields {
        let name = field.name.strip_prefix(&maker.prefix).unwrap_or_default();
        let here = own().filter(|problem| problem.field == name);
        field.problems = here.map(|problem| problem.what.clone()).collect();
    }
    let at_fields = |problem: &&FormProblem| {
        let name = format!("{}{}", maker.prefix, problem.field);
        fields.iter().any(|field| field.name == name)
    };
    let whole = own().filter(|problem| !at_fields(problem));
    let whole: Vec<String> = whole.map(|problem| problem.what.clone()).collect();
    let changing = sent.field("confirm") == Some(number.to_string().as_str());
    ProposalShown {
        number,
        head: proposal.head,
        how: proposal.how,
        text: proposal.text.clone(),
        speaker: proposal.speaker.clone(),
        open: changing || own().next().is_some(),
        problems: whole,
        fields,
        added: None,
    }
}

/// Makes the fields of a proposal.
struct FieldMaker<'a> {
    seat: &'a Seat,
    sent: &'a Sent,
    prefix: String,
    /// Where the report appeared.
    name: &'a str,
}

impl FieldMaker<'_> {
    fn field(
        &self,
        name: &str,
        label: &'static str,
        drawn: FieldDrawn,
        unsaid: Option<&str>,
    ) -> FieldShown {
        let name = format!("{}{name}", self.prefix);
        let sent = self.sent.field(&name);
        FieldShown {
            label,
            drawn,
            value: sent.or(unsaid).unwrap_or_default().to_owned(),
            choices: Vec::new(),
            problems: Vec::new(),
            name,
        }
    }

    fn choice(
        &self,
        name: &str,
        label: &'static str,
        choices: impl Iterator<Item = (String, String)>,
    ) -> FieldShown {
        let field = self.field(name, label, FieldDrawn::Choice, None);
        let choices = choices.map(|(value, words)| {
            let chosen = value == field.value;
            (value, words, chosen)
        });
        FieldShown {
            choices: choices.collect(),
            ..field
        }
    }

    fn parties(&self) -> impl Iterator<Item = (String, String)> {
        let case = self.seat.case();
        let parties = case.parties.iter().enumerate();
        parties.map(|(place, party)| {
            let name = capital(&party_named(case, PartyId::at(place)));
            (party.id.clone(), name)
        })
    }

    fn words<const N: usize>(
        &self,
        words: [(&str, &str); N],
    ) -> impl Iterator<Item = (String, String)> {
        let told = words.map(|(value, message)| {
            let words = self.seat.words.get(message).into_owned();
            (value.to_owned(), words)
        });
        told.into_iter()
    }

    fn delegations(&self) -> impl Iterator<Item = (String, String)> {
        let case = self.seat.case();
        let all = case.register.delegations.iter();
        all.map(|of| (of.id.clone(), capital(&party_named(case, of.party))))
    }

    fn statement(&self, proposal: &ReportProposal) -> Vec<FieldShown> {
        let channel = [self.name, proposal.speaker.as_deref().unwrap_or_default()];
        let channel: Vec<&str> = channel
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let channel = channel.join(": ");
        vec![
            self.choice("said_by", "field-said-by", self.parties()),
            self.field(
                "date",
                "field-day",
                FieldDrawn::Day,
                proposal.day.as_deref(),
            ),
            self.field("says", "field-says", FieldDrawn::Text, Some(&proposal.text)),
            self.field("channel", "field-channel", FieldDrawn::Line, Some(&channel)),
            self.field("grade", "field-grade", FieldDrawn::Line, None),
        ]
    }

    fn session(&self, proposal: &ReportProposal) -> Vec<FieldShown> {
        let formats = [
            SessionFormat::Shuttle,
            SessionFormat::Bilateral,
            SessionFormat::ThreeWay,
            SessionFormat::Multilateral,
        ];
        let formats = formats.map(|format| (format.as_str(), format_word(format)));
        let with = self.field("with", "field-with", FieldDrawn::Checks, None);
        let sent: Vec<&str> = (self.sent.0.iter())
            .filter(|(name, _)| *name == with.name)
            .map(|(_, value)| value.as_str())
            .collect();
        let choices = self.delegations().map(|(value, words)| {
            let chosen = sent.contains(&value.as_str());
            (value, words, chosen)
        });
        let with = FieldShown {
            choices: choices.collect(),
            ..with
        };
        vec![
            self.field(
                "date",
                "field-day",
                FieldDrawn::Day,
                proposal.day.as_deref(),
            ),
            self.choice("format", "field-meeting", self.words(formats)),
            self.choice("led_by", "field-led-by", self.delegations()),
            with,
            self.field(
                "outcome",
                "field-outcome",
                FieldDrawn::Text,
                Some(&proposal.text),
            ),
        ]
    }

    fn incident(&self, proposal: &ReportProposal, count: Option<&str>) -> Vec<FieldShown> {
        let categories = EventCategory::ALL.into_iter();
        let categories = categories.map(|of| (of.as_str().to_owned(), category_words(of)));
        let unsure = || self.words([("both", "word-both"), ("unknown", "word-unknown")]);
        let disputed = self.words([("disputed", "word-disputed")]);
        let claims = self.parties().chain(unsure());
        let alleged = self.parties().chain(disputed).chain(unsure());
        vec![
            self.field(
                "date",
                "field-day",
                FieldDrawn::Day,
                proposal.day.as_deref(),
            ),
            self.field("place", "field-place", FieldDrawn::Line, None),
            self.field("what", "field-what-happened", FieldDrawn::Line, None),
            self.choice("category", "exchange-category", categories),
            self.field("count", "report-how-many", FieldDrawn::Line, count),
            self.choice("claimed_by", "field-claimed-by", claims),
            self.choice("alleged", "record-alleged", alleged),
            self.field("source", "report-source", FieldDrawn::Line, None),
        ]
    }

    fn about(&self) -> FieldShown {
        let points = self.seat.case().points.iter();
        let points = points.map(|point| (point.id.clone(), point.title.clone()));
        self.choice("about", "record-about", points)
    }

    /// Who may see it; as few as can be until somebody says otherwise.
    fn visibility(&self) -> FieldShown {
        let seen = [("mediator", "seen-mediator"), ("public", "seen-public")];
        let mut field = self.choice(VISIBILITY, "who-may-see", self.words(seen));
        if field.value.is_empty() {
            "mediator".clone_into(&mut field.value);
        }
        field
    }
}

/// The message that says who met whom.
fn format_word(format: SessionFormat) -> &'static str {
    match format {
        SessionFormat::Shuttle => "word-shuttle",
        SessionFormat::Bilateral => "word-bilateral",
        SessionFormat::ThreeWay => "word-three-way",
        SessionFormat::Multilateral => "word-multilateral",
    }
}
