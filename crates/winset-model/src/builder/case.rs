//! The case as a whole.

use super::condition::OptionPicks;
use super::demands::{NewLine, NewLink};
use super::json::{Object, list, number};
use super::matters::{NewParty, NewPoint};
use super::moves::{NewLever, NewOffer};
use super::supposed::NewAssumption;
use super::votes::NewBody;
use crate::diagnostic::Diagnostic;
use crate::document::Syntax;
use crate::file::parts::FORMAT;
use crate::number::Exact;
use crate::resolve::{Reading, read_case};

/// A case that is being built. Elements keep the order in which they are added, and name each other
/// by their identifiers; what names nothing is found by [`build`](Self::build).
#[derive(Debug, Clone)]
pub struct CaseBuilder {
    head: Object,
    parties: Vec<String>,
    points: Vec<String>,
    sheets: Vec<(String, SheetDraft)>,
    lines: Vec<String>,
    links: Vec<String>,
    bodies: Vec<String>,
    levers: Vec<String>,
    offers: Vec<String>,
    assumptions: Vec<String>,
}

/// What a party gives options and packages.
#[derive(Debug, Clone, Default)]
struct SheetDraft {
    points: Object,
    bonuses: Vec<String>,
}

impl CaseBuilder {
    /// A case of nothing; it needs a party and a point at least.
    pub fn new(id: &str, title: &str) -> Self {
        let mut head = Object::default();
        head.set_text("format", FORMAT);
        head.set_text("id", id);
        head.set_text("title", title);
        Self {
            head,
            parties: Vec::new(),
            points: Vec::new(),
            sheets: Vec::new(),
            lines: Vec::new(),
            links: Vec::new(),
            bodies: Vec::new(),
            levers: Vec::new(),
            offers: Vec::new(),
            assumptions: Vec::new(),
        }
    }

    /// Declares the parties' scores to be on one scale, so that a sum of them means something.
    pub fn comparable(&mut self) -> &mut Self {
        self.head.set("comparable", "true".to_owned());
        self
    }

    /// Adds a party.
    pub fn party(&mut self, party: NewParty) -> &mut Self {
        self.parties.push(party.into_json());
        self
    }

    /// Adds a point.
    pub fn point(&mut self, point: NewPoint) -> &mut Self {
        self.points.push(point.into_json());
        self
    }

    /// Says what the options of a point are worth to a party, in the order of the options. A party
    /// of which nothing is said takes part by its lines, links and votes alone; a point that is left
    /// out for one that has scores is worth 0 to it.
    pub fn scores<N: Into<Exact>>(
        &mut self,
        party: &str,
        point: &str,
        values: impl IntoIterator<Item = N>,
    ) -> &mut Self {
        let values: Vec<String> = values.into_iter().map(number).collect();
        let mut preference = Object::default();
        preference.set("values", list(&values));
        self.sheet(party).points.add(point, preference.into_json());
        self
    }

    /// Adds a term across points to what packages are worth to a party: it counts where every point
    /// is settled on an option that is picked, and may be negative.
    pub fn bonus(&mut self, party: &str, when: OptionPicks, score: impl Into<Exact>) -> &mut Self {
        let mut bonus = Object::default();
        bonus.set("when", when.into_json());
        bonus.set("score", number(score));
        self.sheet(party).bonuses.push(bonus.into_json());
        self
    }

    /// Adds a line.
    pub fn line(&mut self, line: NewLine) -> &mut Self {
        self.lines.push(line.into_json());
        self
    }

    /// Adds a link.
    pub fn link(&mut self, link: NewLink) -> &mut Self {
        self.links.push(link.into_json());
        self
    }

    /// Adds a body that must approve.
    pub fn body(&mut self, body: NewBody) -> &mut Self {
        self.bodies.push(body.into_json());
        self
    }

    /// Adds an act that moves a no-deal value.
    pub fn lever(&mut self, lever: NewLever) -> &mut Self {
        self.levers.push(lever.into_json());
        self
    }

    /// Adds an offer.
    pub fn offer(&mut self, offer: NewOffer) -> &mut Self {
        self.offers.push(offer.into_json());
        self
    }

    /// Adds what a party supposes of another.
    pub fn assumption(&mut self, assumption: NewAssumption) -> &mut Self {
        self.assumptions.push(assumption.into_json());
        self
    }

    /// The case file that says the same, in canonical JSON: what the places of findings count in.
    pub fn text(&self) -> String {
        let mut file = self.head.clone();
        file.set("parties", list(&self.parties));
        file.set("points", list(&self.points));
        let mut sheets = Object::default();
        for (party, sheet) in &self.sheets {
            sheets.add(party, sheet.json());
        }
        for (key, entries) in [
            ("lines", &self.lines),
            ("links", &self.links),
            ("ratification", &self.bodies),
            ("levers", &self.levers),
            ("offers", &self.offers),
            ("assumptions", &self.assumptions),
        ] {
            if !entries.is_empty() {
                file.set(key, list(entries));
            }
        }
        if !sheets.is_empty() {
            file.set("preferences", sheets.into_json());
        }
        file.into_json()
    }

    /// The case, and warnings of what its author may not mean.
    ///
    /// # Errors
    /// Every problem found, as [`read_case`] finds them in [`text`](Self::text).
    pub fn build(&self) -> Result<Reading, Vec<Diagnostic>> {
        read_case(self.text().as_bytes(), Syntax::Json)
    }

    /// The sheet of a party, begun where there is none.
    fn sheet(&mut self, party: &str) -> &mut SheetDraft {
        let known = self.sheets.iter().position(|(id, _)| id == party);
        let place = known.unwrap_or_else(|| {
            self.sheets.push((party.to_owned(), SheetDraft::default()));
            self.sheets.len() - 1
        });
        &mut self.sheets[place].1
    }
}

impl SheetDraft {
    fn json(&self) -> String {
        let mut sheet = self.points.clone();
        if !self.bonuses.is_empty() {
            sheet.add("bonuses", list(&self.bonuses));
        }
        sheet.into_json()
    }
}
