//! What all formats can say of a case, and what none of them can.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use super::super::big::{self, Big};
use super::super::build::Loss;
use super::super::names::identifier;
use crate::case::{Case, DemandId, Point};
use crate::options::PartyId;

/// Why the row of a point is never empty.
pub(super) const HAS_OPTIONS: &str = "a point has an option";
/// Places behind the point of a number that is no decimal.
const PLACES: u32 = 20;

/// The part of a case that is written.
#[derive(Debug)]
pub(super) struct Draft<'c> {
    pub(super) case: &'c Case,
    /// What the file of the domain is called, without its ending.
    pub(super) domain: String,
    pub(super) issues: Vec<Issue<'c>>,
    pub(super) profiles: Vec<Profile>,
    pub(super) losses: Vec<Loss>,
}

/// A point as it is written.
#[derive(Debug)]
pub(super) struct Issue<'c> {
    pub(super) point: &'c Point,
    pub(super) name: &'c str,
    pub(super) values: Vec<&'c str>,
    /// Whether its values are written as numbers in equal steps.
    pub(super) is_numeric: bool,
}

/// A party as it is written.
#[derive(Debug)]
pub(super) struct Profile {
    /// Its identifier.
    pub(super) id: String,
    /// What its file is called, without its ending.
    pub(super) file: String,
    pub(super) rows: Vec<Vec<Big>>,
    pub(super) no_deal: Option<Big>,
}

impl<'c> Draft<'c> {
    pub(super) fn new(case: &'c Case) -> Self {
        let mut draft = Self {
            case,
            domain: String::new(),
            issues: Vec::new(),
            profiles: Vec::new(),
            losses: Vec::new(),
        };
        draft.domain = draft.file_name(&case.id);
        draft.issues = case.points.iter().map(|point| draft.issue(point)).collect();
        for party in 0..case.parties.len() {
            draft.profile(PartyId::at(party));
        }
        let names: Vec<&str> = draft.profiles.iter().map(|p| p.file.as_str()).collect();
        if !names.is_sorted() {
            draft.lose("parties", "their order: it is that of the names of files");
        }
        draft.demands();
        draft.record();
        draft
    }

    /// Notes a loss.
    pub(super) fn lose(&mut self, about: &str, what: impl Into<String>) {
        self.losses.push(Loss {
            about: about.to_owned(),
            what: what.into(),
        });
    }

    /// A name for a file that readers of scenarios do not pass over.
    fn file_name(&mut self, id: &str) -> String {
        let plain = id.replace('/', "-");
        let passed_over = plain.starts_with(['.', '_'])
            || ["pareto", "specs", "stats"]
                .iter()
                .any(|end| plain.ends_with(end));
        let name = if passed_over {
            format!("x{plain}x")
        } else {
            plain
        };
        if name != id {
            self.lose(id, format!("the identifier: the file is called `{name}`"));
        }
        name
    }

    /// The title where the identifier follows from it, else the identifier.
    fn named<'t>(&mut self, id: &'t str, title: &'t str, about: &str) -> &'t str {
        if identifier(title) == id && !title.trim().is_empty() {
            return title;
        }
        self.lose(about, format!("the title `{title}` of `{id}`"));
        id
    }

    fn issue(&mut self, point: &'c Point) -> Issue<'c> {
        let name = self.named(&point.id, &point.title, &point.id);
        let is_numeric = point.options.iter().all(|o| o.number.is_some());
        let mut values = Vec::new();
        for option in &point.options {
            if is_numeric {
                values.push(option.id.as_str());
                continue;
            }
            values.push(self.named(&option.id, &option.label, &point.id));
            if option.text.is_some() {
                self.lose(&point.id, format!("the wording of `{}`", option.id));
            }
        }
        if point.unit.is_some() {
            self.lose(&point.id, "the unit");
        }
        Issue {
            point,
            name,
            values,
            is_numeric,
        }
    }

    fn profile(&mut self, party: PartyId) {
        let case = self.case;
        let of = &case.parties[party.index()];
        let id = of.id.clone();
        let sheet = of.sheet.open();
        let Some(scores) = &sheet.scores else {
            self.lose(&id, "the party: it has no preferences, and so no profile");
            return;
        };
        if identifier(&of.name) != id || of.name != of.id {
            self.lose(&id, format!("the name `{}`", of.name));
        }
        if of.short != of.id {
            self.lose(&id, format!("the abbreviation `{}`", of.short));
        }
        if !scores.bonuses.is_empty() {
            let count = scores.bonuses.len();
            self.lose(&id, format!("terms across points: {count}"));
        }
        let parts = [
            (
                sheet.no_deal_range.is_some(),
                "the bounds of its no-deal value",
            ),
            (
                sheet.trend_per_month.is_some(),
                "the trend of its no-deal value",
            ),
            (sheet.impasse.is_some(), "its value at an impasse"),
        ];
        for (_, what) in parts.iter().filter(|(has, _)| *has) {
            self.lose(&id, *what);
        }
        let unscaled = |value: &i64| big::from_exact(&case.unscaled(party, *value));
        let row = |row: &Vec<i64>| row.iter().map(unscaled).collect();
        let profile = Profile {
            file: self.file_name(&id),
            rows: scores.by_option.iter().map(row).collect(),
            no_deal: sheet.no_deal.as_ref().map(unscaled),
            id,
        };
        self.profiles.push(profile);
    }

    fn demands(&mut self) {
        for demand in self.case.demands() {
            let kind = match demand {
                DemandId::Line(_) => "the line",
                DemandId::Link(_) => "the link",
                DemandId::Vote(..) => "the vote rule",
            };
            let id = self.case.demand_name(demand).to_owned();
            self.lose(&id, kind);
        }
    }

    fn record(&mut self) {
        for lever in &self.case.levers {
            self.lose(&lever.id, "the lever");
        }
        for offer in &self.case.offers {
            self.lose(&format!("offer {}", offer.seq), "the offer");
        }
        if self.case.comparable {
            self.lose(
                &self.case.id,
                "that scores of different parties may be added up",
            );
        }
        let register = &self.case.register;
        let has_record = !register.delegations.is_empty()
            || !register.phases.is_empty()
            || !register.sessions.is_empty()
            || !register.statements.is_empty()
            || !register.incidents.is_empty()
            || register.plan.is_some()
            || register.prisoners.is_some();
        if has_record {
            self.lose(&self.case.id, "the record");
        }
        if self.case.expected.is_some() {
            self.lose(&self.case.id, "the expected answers");
        }
    }

    /// The title of the case, as the name of the domain.
    pub(super) fn title(&mut self) -> String {
        let title = self.case.title.trim();
        if title.is_empty() || title == "root" || title != self.case.title {
            self.lose(&self.case.id, format!("the title `{}`", self.case.title));
            return self.case.id.clone();
        }
        title.to_owned()
    }

    /// Writes a number as a decimal; one that is none is a loss.
    pub(super) fn decimal(&mut self, value: &Big, about: &str) -> String {
        if let Some(text) = big::decimal(value) {
            return text;
        }
        let step = Big::new(BigInt::from(1), BigInt::from(10).pow(PLACES));
        let rounded = big::decimal(&big::rounded(value, &step));
        let rounded = rounded.expect("a multiple of a power of ten is a decimal");
        let fraction = big::words(value);
        self.lose(
            about,
            format!("the number {fraction} is no decimal, and is written as {rounded}"),
        );
        rounded
    }

    /// Makes utilities of scores, where sums must not pass 1: what is too large is divided by a
    /// power of ten, and rows of which `below` says so are raised to begin at 0. No-deal values
    /// follow.
    pub(super) fn fit_utilities(&mut self, below: impl Fn(&[Big]) -> bool) {
        let mut told = Vec::new();
        for profile in &mut self.profiles {
            let mut raised = Big::zero();
            for row in &mut profile.rows {
                let least = row.iter().min().cloned().expect(HAS_OPTIONS);
                if below(row) && least.is_negative() {
                    row.iter_mut().for_each(|cell| *cell -= &least);
                    raised -= least;
                }
            }
            if !raised.is_zero() {
                told.push((
                    profile.id.clone(),
                    format!("scores are raised by {}", big::words(&raised)),
                ));
                profile.no_deal = profile.no_deal.take().map(|value| value + &raised);
            }
            let most = profile.rows.iter().filter_map(|row| row.iter().max());
            let most = most.fold(Big::zero(), |sum, best| sum + best);
            let mut power = Big::from_integer(1.into());
            while most > power {
                power *= Big::from_integer(10.into());
            }
            if power > Big::from_integer(1.into()) {
                profile
                    .rows
                    .iter_mut()
                    .flatten()
                    .for_each(|cell| *cell /= &power);
                profile.no_deal = profile.no_deal.take().map(|value| value / &power);
                told.push((
                    profile.id.clone(),
                    format!("scores are divided by {}", big::words(&power)),
                ));
            }
        }
        for (about, what) in told {
            self.lose(&about, what);
        }
    }

    /// Gives up numbers as values where the format, or the scores, need names.
    pub(super) fn name_numbers(&mut self, unless: impl Fn(&Self, usize) -> bool) {
        for place in 0..self.issues.len() {
            if self.issues[place].is_numeric && !unless(self, place) {
                self.issues[place].is_numeric = false;
                let id = self.issues[place].point.id.clone();
                self.lose(&id, "that its values are numbers");
            }
        }
    }
}

impl Issue<'_> {
    /// First number and step, where the values are numbers; a single one has the step 1.
    pub(super) fn steps(&self) -> Option<[Big; 3]> {
        let numbers = self
            .point
            .options
            .iter()
            .map(|o| o.number.as_ref().map(big::from_exact));
        let numbers: Option<Vec<Big>> = numbers.collect();
        let numbers = numbers?;
        let (first, last) = (numbers.first()?.clone(), numbers.last()?.clone());
        let step = numbers
            .get(1)
            .map_or_else(|| Big::from_integer(1.into()), |second| second - &first);
        Some([first, last, step])
    }

    /// Whether the values are whole numbers, one after the other.
    pub(super) fn is_counted(&self) -> bool {
        let one = Big::from_integer(1.into());
        self.steps()
            .is_some_and(|[first, _, step]| first.is_integer() && step == one)
    }
}
