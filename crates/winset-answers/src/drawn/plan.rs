//! The plan of an agreement by days, with what each side in sight has given without return.

use winset_check::plan::PlanSchedule;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::register::{ImplementationPhase, ImplementationPlan};
use winset_picture::{Gantt, GanttGate, GanttRow, GanttStrip, Head, Picture};
use winset_told::messages::Language;

use super::PicturePlace;
use super::parties::parties;
use crate::ask::{ImplementationAnswer, PlanAnswer};

/// Draws the schedule that was found; none where there is none.
///
/// Strips are of the parties whose values the answer has in sight; of no other anything is known.
pub fn plan(
    case: &Case,
    words: &Language,
    answer: &ImplementationAnswer,
    place: PicturePlace<'_>,
) -> Option<Picture> {
    let stated = case.register.plan.as_ref()?;
    let found = answer.plan.as_ref()?;
    let schedule = &found.best()?.schedule;
    let shown = ShownPlan {
        case,
        words,
        answer,
        stated,
        schedule,
    };
    let data = Gantt {
        head: Head {
            id: place.id("plan"),
            title: words.get("plan-picture-title").into_owned(),
            description: words
                .with("plan-picture-description", found.planned.len())
                .into_owned(),
        },
        under: words.get("plan-picture-under").into_owned(),
        axis: words.get("plan-picture-axis").into_owned(),
        parties: parties(case),
        rows: found
            .in_order()
            .into_iter()
            .map(|item| shown.row(item))
            .collect(),
        gates: case
            .register
            .phases
            .iter()
            .map(|phase| shown.gate(phase))
            .collect(),
        strips: shown.strips(found),
    };
    Some(winset_picture::gantt(&data))
}

/// A schedule that is drawn.
struct ShownPlan<'a> {
    case: &'a Case,
    words: &'a Language,
    answer: &'a ImplementationAnswer,
    stated: &'a ImplementationPlan,
    schedule: &'a PlanSchedule,
}

/// A day as a picture counts it.
fn count(day: u64) -> i64 {
    i64::try_from(day).unwrap_or(i64::MAX)
}

impl ShownPlan<'_> {
    fn name(&self, party: PartyId) -> &str {
        &self.case.parties[party.index()].name
    }

    fn row(&self, place: usize) -> GanttRow {
        let item = &self.stated.items[place];
        let begins = self.schedule.begins()[place].unwrap_or(0);
        let verified = self.schedule.verified()[place].unwrap_or(begins);
        let told = [
            ("who", self.name(item.owner).to_owned()),
            ("what", item.label().to_owned()),
            ("from", self.answer.day_in_words(self.words, begins)),
            ("to", self.answer.day_in_words(self.words, verified)),
        ];
        GanttRow {
            title: item.label().to_owned(),
            party: Some(item.owner.index()),
            begins: count(begins),
            delivered: count(begins.saturating_add(item.days)),
            verified: count(verified),
            told: self.words.fill("plan-item-told", &told).into_owned(),
        }
    }

    /// A gate with what opens it, and what undoes its phase.
    fn gate(&self, phase: &ImplementationPhase) -> GanttGate {
        let opens = phase.opens_when.join("; ");
        let label = match opens.as_str() {
            "" => phase.name.clone(),
            opens => {
                let what = [("name", phase.name.clone()), ("what", opens.to_owned())];
                self.words.fill("plan-gate", &what).into_owned()
            }
        };
        let day = self.answer.day_in_words(self.words, phase.day);
        let mut told = format!("{label} ({day})");
        if !phase.rollback.is_empty() {
            let undone = self.words.with("plan-undone-by", phase.rollback.join("; "));
            told = format!("{told}. {undone}");
        }
        GanttGate {
            day: count(phase.day),
            label,
            told,
        }
    }

    fn strips(&self, found: &PlanAnswer) -> Vec<GanttStrip> {
        let order = self.schedule.order();
        let ends = order.rounds().iter().map(|round| {
            let verified = round
                .iter()
                .filter_map(|item| self.schedule.verified()[*item]);
            verified.max().unwrap_or(0)
        });
        let ends: Vec<u64> = ends.collect();
        let exposed = found.exposed();
        let strips = exposed.into_iter().map(|(party, exposures)| {
            let steps = ends.iter().zip(&exposures);
            let steps = steps.map(|(day, exposure)| (count(*day), count(*exposure)));
            let told = exposures.iter().map(u64::to_string).collect::<Vec<_>>();
            let told = [
                ("who", self.name(party).to_owned()),
                ("what", told.join(", ")),
            ];
            let bound = found.bounds[party.index()];
            let title = bound.map_or_else(
                || self.name(party).to_owned(),
                |bound| {
                    let what = [
                        ("who", self.name(party).to_owned()),
                        ("most", bound.to_string()),
                    ];
                    self.words.fill("plan-strip-bound", &what).into_owned()
                },
            );
            GanttStrip {
                party: Some(party.index()),
                title,
                steps: steps.collect(),
                bound: bound.map(count),
                told: self.words.fill("plan-exposed-told", &told).into_owned(),
            }
        });
        strips.collect()
    }
}
