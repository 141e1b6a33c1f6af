//! What is known of a case that is being begun.

use std::collections::BTreeMap;

use winset::model::number::Exact;

use super::names::{file_stem, tidied};
use super::sketch_fault::SketchFault;
use winset::model::identifier::identifier;

/// Parties without which nothing is negotiated.
pub(super) const PARTIES_MIN: usize = 2;

/// A case that is being begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sketch {
    pub(super) title: String,
    pub(super) parties: Vec<SketchParty>,
    /// Who mediates, and need not agree.
    pub(super) mediator: Option<String>,
    pub(super) points: Vec<SketchPoint>,
}

/// A party of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SketchParty {
    pub(super) id: String,
    pub(super) name: String,
    /// Its abbreviation.
    pub(super) short: Option<String>,
    /// Its role, as case files have it.
    pub(super) role: Option<String>,
    /// What it accepts on a point, and might come to accept, step by step; on a point that is not
    /// here, every option.
    pub(super) accepts: BTreeMap<usize, Vec<Vec<usize>>>,
    /// What the options of a point are worth to it, one number for each.
    pub(super) worth: BTreeMap<usize, Vec<Exact>>,
    /// What it has without a deal.
    pub(super) no_deal: Option<Exact>,
}

/// A point of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SketchPoint {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) options: Vec<SketchOption>,
}

/// An option of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SketchOption {
    pub(super) id: String,
    pub(super) label: String,
}

impl Sketch {
    /// The identifier of the case.
    pub(super) fn id(&self) -> String {
        identifier(&self.title, "case", [].into_iter())
    }

    /// The name of its file.
    pub(super) fn file_stem(&self) -> String {
        file_stem(&self.title)
    }

    /// Whether it says enough to be a case: who must agree, and on what.
    pub(super) fn is_case(&self) -> bool {
        self.parties.len() >= PARTIES_MIN && !self.points.is_empty()
    }

    /// The same without a point whose outcomes were not said any more.
    pub(super) fn settled(&self) -> Self {
        let mut settled = self.clone();
        settled.points.retain(|point| !point.options.is_empty());
        settled
    }

    /// The name, where another party can have it.
    pub(super) fn party_name(&self, given: &str) -> Result<String, SketchFault> {
        let name = words(given)?;
        let mut known = self.parties.iter().map(|party| &party.name);
        if known.any(|known| is_alike(known, &name)) {
            return Err(SketchFault::PartyTwice(name));
        }
        Ok(name)
    }

    /// The abbreviation, where another party can have it; none where nothing is said.
    pub(super) fn short_name(&self, given: &str) -> Result<Option<String>, SketchFault> {
        let Ok(short) = words(given) else {
            return Ok(None);
        };
        let mut known = self.parties.iter().filter_map(|party| party.short.as_ref());
        if known.any(|known| is_alike(known, &short)) {
            return Err(SketchFault::ShortTwice(short));
        }
        Ok(Some(short))
    }

    /// The title, where another point can have it.
    pub(super) fn point_title(&self, given: &str) -> Result<String, SketchFault> {
        let title = words(given)?;
        let mut known = self.points.iter().map(|point| &point.title);
        if known.any(|known| is_alike(known, &title)) {
            return Err(SketchFault::PointTwice(title));
        }
        Ok(title)
    }

    /// Adds a party with an identifier from its name.
    pub(super) fn add_party(&mut self, name: &str) {
        let taken = self.parties.iter().map(|party| party.id.as_str());
        self.parties.push(SketchParty {
            id: identifier(name, "party", taken),
            name: name.to_owned(),
            short: None,
            role: None,
            accepts: BTreeMap::new(),
            worth: BTreeMap::new(),
            no_deal: None,
        });
    }

    /// Adds a point with an identifier from its title, without options yet.
    pub(super) fn add_point(&mut self, title: &str) {
        let taken = self.points.iter().map(|point| point.id.as_str());
        self.points.push(SketchPoint {
            id: identifier(title, "point", taken),
            title: title.to_owned(),
            options: Vec::new(),
        });
    }
}

/// A name or a title, where it says something.
pub(super) fn words(given: &str) -> Result<String, SketchFault> {
    let text = tidied(given);
    if text.is_empty() {
        Err(SketchFault::SaysNothing)
    } else {
        Ok(text)
    }
}

/// Whether two names are one but for capitals.
fn is_alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

impl SketchPoint {
    /// Gives it these options, with identifiers from their words.
    pub(super) fn set_options(&mut self, labels: &[String]) {
        self.options.clear();
        for label in labels {
            let taken = self.options.iter().map(|option| option.id.as_str());
            let id = identifier(label, "option", taken);
            let label = label.clone();
            self.options.push(SketchOption { id, label });
        }
    }

    /// Identifiers of some of its options.
    pub(super) fn ids(&self, places: &[usize]) -> Vec<&str> {
        let ids = places.iter().filter_map(|place| self.options.get(*place));
        ids.map(|option| option.id.as_str()).collect()
    }
}
