//! The runs of an exchange of prisoners, as a table and as a calendar. Counts only: nobody is named.

use winset_check::exchange::{CarrierRun, ExchangeFacts, RunLoad, Scheduled};
use winset_model::calendar::Moment;
use winset_model::case::Case;
use winset_model::visibility::Visibility;

use crate::calendar::uid;
use crate::csv::{Cell, CsvFor, Table};
use crate::ics::{self, Event};
use crate::source::ExportSource;

/// An exchange and its runs.
#[derive(Debug, Clone, Copy)]
pub struct ExchangeRuns<'a> {
    /// The case.
    pub case: &'a Case,
    /// What it says of the exchange.
    pub facts: &'a ExchangeFacts,
    /// Which run carries whom.
    pub schedule: &'a Scheduled,
}

impl ExchangeRuns<'_> {
    /// One record for each run and category: the day, the carrier, the phase, and how many people of each
    /// side.
    pub fn table(&self, source: &ExportSource, program: CsvFor) -> String {
        let heads = ["date", "carrier", "phase", "category"].map(Cell::words);
        let sides = self
            .facts
            .sides
            .map(|side| &self.case.parties[side.index()]);
        let sides = sides.map(|party| Cell::words(&*party.name));
        let mut table = Table::new(source, &[&heads[..], &sides[..]].concat(), program);
        for (load, run) in self.runs() {
            let categories = self.facts.categories.iter().zip(&load.persons);
            for (category, persons) in categories.filter(|(_, persons)| **persons != [0, 0]) {
                let [first, second] = persons.map(|count| Cell::Plain(count.to_string()));
                table.add(&[
                    Cell::Plain(run.day.to_string()),
                    Cell::words(self.facts.carrier(run.carrier)),
                    Cell::words(self.phase(load)),
                    Cell::words(&*category.name),
                    first,
                    second,
                ]);
            }
        }
        table.text()
    }

    /// Each run as an event of its day.
    pub fn calendar(&self, source: &ExportSource, written: Moment) -> String {
        let event = |(load, run): (&RunLoad, &CarrierRun)| {
            let sides = self.facts.sides.iter().enumerate();
            let sides = sides.map(|(side, party)| {
                let name = &self.case.parties[party.index()].name;
                format!("{name}: {}", load.of_side(side))
            });
            let sides: Vec<String> = sides.collect();
            let key = format!("{} {}", run.day, self.facts.carrier(run.carrier));
            Event {
                uid: uid(self.case, "run", &key),
                day: run.day,
                days: 1,
                summary: format!("Release by {}", self.facts.carrier(run.carrier)),
                description: sides.join("; "),
                category: "Releases",
                visibility: Visibility::Public,
            }
        };
        let events: Vec<Event> = self.runs().map(event).collect();
        ics::calendar(&self.case.title, &source.said(), &events, written)
    }

    fn runs(&self) -> impl Iterator<Item = (&RunLoad, &CarrierRun)> {
        self.schedule
            .loads()
            .iter()
            .filter_map(|load| Some((load, load.run_in(self.facts)?)))
    }

    fn phase(&self, load: &RunLoad) -> String {
        let phase = self.facts.phases.get(load.phase);
        phase.and_then(|phase| phase.id.clone()).unwrap_or_default()
    }
}
