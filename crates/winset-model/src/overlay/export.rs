//! A case with changes as a case of its own, on which every other question can be asked.

use super::changes::Changes;
use crate::case::{Case, DemandId, Line, Point, Step};
use crate::condition::Condition;
use crate::derived::{self, DerivedDraft};
use crate::document::Node;
use crate::file::read::ID_CHARS_MAX;
use crate::options::PointId;
use crate::positions::Positions;
use crate::private::Private;

impl Changes {
    /// The changed case as a case file: what decides, its declared positions being what the
    /// changes make of those of `case`. Ladders begin at the steps taken, with costs counted from
    /// there; dropped demands are gone; what is fixed or excluded is asked by laws; no-deal values
    /// and scores are the changed ones, exactly. What decides nothing (levers, offers, the record)
    /// is left out.
    ///
    /// # Panics
    /// As [`Changes::applied`].
    pub fn exported(&self, case: &Case) -> Node {
        let asked = self.applied(case).positions;
        let mut changed = case.clone();
        for (party, edited) in changed.parties.iter_mut().zip(&self.edited) {
            if let Some(sheet) = edited {
                party.sheet = sheet.clone();
            }
        }
        keep_standing(&mut changed, &asked);
        let mut draft = DerivedDraft::of(&changed);
        for (point, options) in &asked.only {
            let name = law_name(&case.points[point.index()], *point);
            draft.add_law(&name, Condition::holds(*point, options.clone()));
        }
        derived::file(&draft.finish())
    }
}

/// The name of the law that restricts a point, with room for a number behind it.
fn law_name(point: &Point, place: PointId) -> String {
    const ROOM: usize = 20;
    if point.id.chars().count() + ROOM <= ID_CHARS_MAX {
        format!("only/{}", point.id)
    } else {
        format!("only/{}", place.index())
    }
}

/// Takes out the demands that are dropped, and the steps below those that lines stand on.
fn keep_standing(case: &mut Case, asked: &Positions) {
    let stands = |demand: DemandId| !asked.dropped.contains(&demand);
    let lines = std::mem::take(&mut case.lines).into_iter().enumerate();
    let lines = lines.filter(|(l, _)| stands(DemandId::Line(*l)));
    case.lines = lines
        .map(|(l, line)| from_step(line, asked.steps[l]))
        .collect();
    let links = std::mem::take(&mut case.links).into_iter().enumerate();
    let links = links.filter(|(l, _)| stands(DemandId::Link(*l)));
    case.links = links.map(|(_, link)| link).collect();
    for (b, body) in case.bodies.iter_mut().enumerate() {
        let rules = std::mem::take(&mut body.rules).into_iter().enumerate();
        let rules = rules.filter(|(r, _)| stands(DemandId::Vote(b, *r)));
        body.rules = rules.map(|(_, rule)| rule).collect();
    }
    case.bodies.retain(|body| !body.rules.is_empty());
}

fn from_step(line: Line, step: usize) -> Line {
    let ladder = &line.ladder.open()[step..];
    let from = ladder[0].cost;
    // Costs do not fall along a ladder.
    let steps = ladder.iter().map(|step| Step {
        accept: step.accept.clone(),
        cost: step.cost - from,
    });
    let ladder = Private::new(steps.collect());
    Line { ladder, ..line }
}
