//! The schedule of a plan of phases, as a table and as a calendar.

use winset_check::plan::PlanSchedule;
use winset_model::calendar::{Day, Moment};
use winset_model::case::Case;
use winset_model::register::{ImplementationPlan, PlanItem};

use crate::calendar::{self, uid};
use crate::csv::{Cell, CsvFor, Table};
use crate::ics::{self, Event};
use crate::source::ExportSource;

/// A plan with the days of its items, as its reader sees it.
#[derive(Debug, Clone, Copy)]
pub struct ScheduledPhases<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its plan.
    pub plan: &'a ImplementationPlan,
    /// The day from which days count; without it only numbers of days are known.
    pub signed: Option<Day>,
    /// Items that are part of it, by their places.
    pub planned: &'a [usize],
    /// When they begin and are verified.
    pub schedule: &'a PlanSchedule,
}

/// An item with its days after signature.
#[derive(Debug, Clone, Copy)]
struct DatedItem<'a> {
    place: usize,
    item: &'a PlanItem,
    begins: u64,
    verified: u64,
}

impl DatedItem<'_> {
    /// The day on which it is delivered.
    fn delivered(&self) -> u64 {
        self.begins.saturating_add(self.item.days)
    }
}

impl<'a> ScheduledPhases<'a> {
    /// One record for each item, in the order of the days: its owner, phase and round; the days on which it
    /// begins, is delivered and is verified, counted from signature and, where that is known, as dates; what
    /// opens its phase, and which items it waits for.
    pub fn table(&self, source: &ExportSource, program: CsvFor) -> String {
        let heads = [
            "item",
            "title",
            "owner",
            "phase",
            "round",
            "begins",
            "delivered",
            "verified",
            "begins on",
            "delivered on",
            "verified on",
            "gate",
            "waits for",
            "act",
        ];
        let mut table = Table::new(source, &heads.map(Cell::words), program);
        for dated in self.items() {
            let phase = dated.item.phase.map(|at| &self.case.register.phases[at]);
            let days = [dated.begins, dated.delivered(), dated.verified];
            let [begins, delivered, verified] = days.map(|day| Cell::Plain(day.to_string()));
            let dates = days.map(|day| Cell::Plain(self.date(day).unwrap_or_default()));
            let [begins_on, delivered_on, verified_on] = dates;
            table.add(&[
                Cell::words(&*dated.item.id),
                Cell::words(dated.item.label()),
                Cell::words(self.owner(dated.item)),
                phase.map_or_else(Cell::empty, |phase| Cell::words(&*phase.id)),
                self.round(dated.place)
                    .map_or_else(Cell::empty, Cell::Plain),
                begins,
                delivered,
                verified,
                begins_on,
                delivered_on,
                verified_on,
                phase.map_or_else(Cell::empty, |phase| {
                    Cell::words(phase.opens_when.join("; "))
                }),
                Cell::words(self.waits_for(dated.item, |item| &item.id)),
                Cell::words(dated.item.act.as_deref().unwrap_or_default()),
            ]);
        }
        table.text()
    }

    /// Each phase as an event of the day from which it may open, each item as one of the days that it takes,
    /// and each verification as one of its day; none without the day of signature. Days after the year 9999
    /// are left out.
    ///
    /// Phases have the identifiers that they have in [`calendar`](calendar::calendar).
    pub fn calendar(&self, source: &ExportSource, written: Moment) -> Option<String> {
        let signed = self.signed?;
        let mut events: Vec<Event> = calendar::phases(self.case, signed).collect();
        for dated in self.items() {
            events.extend(self.delivery(&dated));
            events.extend(self.verification(&dated));
        }
        events.sort_by(|a, b| (a.day, a.category, &a.uid).cmp(&(b.day, b.category, &b.uid)));
        let text = ics::calendar(&self.case.title, &source.said(), &events, written);
        Some(text)
    }

    fn delivery(&self, dated: &DatedItem<'_>) -> Option<Event> {
        let DatedItem {
            place,
            item,
            begins,
            ..
        } = *dated;
        let mut said = vec![format!("By {}.", self.owner(item))];
        if let Some(round) = self.round(place) {
            said.push(format!("Round {round}."));
        }
        if let Some(phase) = item.phase.map(|at| &self.case.register.phases[at]) {
            said.push(format!("Phase: {}.", phase.name));
        }
        if let Some(act) = &item.act {
            said.push(format!("One act with others: {act}."));
        }
        let waits_for = self.waits_for(item, PlanItem::label);
        if !waits_for.is_empty() {
            said.push(format!("Waits for: {waits_for}."));
        }
        let last = dated.delivered().saturating_sub(1).max(begins);
        self.day(last)?;
        Some(Event {
            uid: uid(self.case, "item", &item.id),
            day: self.day(begins)?,
            days: u32::try_from(last - begins + 1).ok()?,
            summary: format!("{} ({})", item.label(), self.owner(item)),
            description: said.join("\n"),
            category: "Deliveries",
            visibility: item.seen,
        })
    }

    fn verification(&self, dated: &DatedItem<'_>) -> Option<Event> {
        let item = dated.item;
        Some(Event {
            uid: uid(self.case, "verified", &item.id),
            day: self.day(dated.verified)?,
            days: 1,
            summary: format!("Verified: {}", item.label()),
            description: format!("By {}.", self.owner(item)),
            category: "Verifications",
            visibility: item.seen,
        })
    }

    /// The items that are planned, in the order of their days, then of the file.
    fn items(&self) -> Vec<DatedItem<'a>> {
        let (begins, verified) = (self.schedule.begins(), self.schedule.verified());
        let dated = self.schedule.in_order(self.planned).into_iter();
        let dated = dated.filter_map(|place| {
            Some(DatedItem {
                place,
                item: self.plan.items.get(place)?,
                begins: (*begins.get(place)?)?,
                verified: (*verified.get(place)?)?,
            })
        });
        dated.collect()
    }

    /// The items that are planned and verified before another one begins.
    fn waits_for(&self, item: &PlanItem, name: impl Fn(&PlanItem) -> &str) -> String {
        let after = item.after.iter().filter(|at| self.planned.contains(at));
        let names = after.filter_map(|at| self.plan.items.get(*at)).map(name);
        names.collect::<Vec<_>>().join("; ")
    }

    fn owner(&self, item: &PlanItem) -> &'a str {
        &self.case.parties[item.owner.index()].name
    }

    fn round(&self, place: usize) -> Option<String> {
        let rounds = self.schedule.order().rounds();
        let round = rounds.iter().position(|round| round.contains(&place))?;
        Some((round + 1).to_string())
    }

    /// The day so many days after signature, up to the year 9999.
    fn day(&self, after: u64) -> Option<Day> {
        let day = self.signed?.plus(u32::try_from(after).ok()?);
        (day <= Day::read("9999-12-31")?).then_some(day)
    }

    fn date(&self, after: u64) -> Option<String> {
        self.day(after).map(|day| day.to_string())
    }
}
