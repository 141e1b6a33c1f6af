//! Positions that make no sense for a case are refused before anything is proved about them.

use thiserror::Error;
use winset_model::case::{Case, DemandId};
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

/// Why positions do not fit a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Misfit {
    /// A line without a step, or a step without a line.
    #[error("the positions do not give one step for every line")]
    StepCount,
    /// A step beyond the end of a ladder.
    #[error("line number {line} stands on a step that its ladder does not have")]
    Step {
        /// The place of the line in the case.
        line: usize,
    },
    /// A demand that the case does not have.
    #[error("the positions drop a demand that the case does not have")]
    NoSuchDemand,
    /// A law among the dropped demands.
    #[error("the positions drop a law")]
    DroppedLaw,
    /// A party without a place for its floor, or a floor without a party.
    #[error("the positions do not give one floor or none for every party")]
    FloorCount,
    /// Restrictions out of order, twice on a point, or on a point that the case does not have.
    #[error("the restricted points are not points of the case, each once and in order")]
    OnlyPoints,
    /// A restriction to options that the point does not have.
    #[error("point number {point} is restricted to options that it does not have")]
    OnlyOptions {
        /// The place of the point in the case.
        point: usize,
    },
}

/// The positions in their one standard form: restrictions that restrict nothing are left out.
pub(crate) fn standard(case: &Case, positions: &Positions) -> Result<Positions, Misfit> {
    check(case, positions)?;
    let mut standard = positions.clone();
    standard
        .only
        .retain(|(point, options)| *options != every_option(case, point.index()));
    Ok(standard)
}

/// Whether the positions fit the case.
pub(crate) fn check(case: &Case, positions: &Positions) -> Result<(), Misfit> {
    let Positions {
        steps,
        dropped,
        floors,
        only,
    } = positions;
    if steps.len() != case.lines.len() {
        return Err(Misfit::StepCount);
    }
    for (line, (step, drawn)) in steps.iter().zip(&case.lines).enumerate() {
        if *step >= drawn.ladder.open().len() {
            return Err(Misfit::Step { line });
        }
    }
    for demand in dropped {
        if !exists(case, *demand) {
            return Err(Misfit::NoSuchDemand);
        }
        if case.is_law(*demand) {
            return Err(Misfit::DroppedLaw);
        }
    }
    if floors.len() != case.parties.len() {
        return Err(Misfit::FloorCount);
    }
    let in_order = only.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if !in_order || only.iter().any(|(p, _)| p.index() >= case.points.len()) {
        return Err(Misfit::OnlyPoints);
    }
    for (point, options) in only {
        let point = point.index();
        if !options.is_subset(&every_option(case, point)) {
            return Err(Misfit::OnlyOptions { point });
        }
    }
    Ok(())
}

/// All options of a point.
pub(crate) fn every_option(case: &Case, point: usize) -> OptionSet {
    OptionSet::first(case.points[point].options.len())
}

fn exists(case: &Case, demand: DemandId) -> bool {
    match demand {
        DemandId::Line(line) => line < case.lines.len(),
        DemandId::Link(link) => link < case.links.len(),
        DemandId::Vote(body, rule) => case.bodies.get(body).is_some_and(|b| rule < b.rules.len()),
    }
}
