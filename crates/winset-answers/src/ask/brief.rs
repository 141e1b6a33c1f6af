//! What the page for a principal is made from, out of everything that was asked.

use winset_model::case::Case;
use winset_model::positions::Positions;
use winset_solve::Status;
use winset_told::brief::{BriefFindings, BriefPressure};
use winset_told::status::clashes_of_points;

use super::Everything;

/// Most clashes that are looked for where a page tells of them, so that every page tells of as many.
pub const CLASHES_MAX: usize = 300;

/// The findings for the page; none before the verdict, clashes, openings and pressure were asked.
pub fn brief_findings<'a>(
    case: &'a Case,
    found: &'a Everything,
    status: &'a Status,
) -> Option<BriefFindings<'a>> {
    let (clashes, openings) = (found.clashes.get()?, found.openings.get()?.as_ref());
    let pressure = found.pressure.get()?;
    Some(BriefFindings {
        case,
        declared: Positions::declared(case),
        names: winset_told::party_names(case),
        verdict: found.verdict.get()?,
        clashes: &clashes.found,
        touched: clashes_of_points(case, &clashes.found),
        told: clashes.of_demands(),
        openings: openings.map(|openings| &openings.found),
        overlap: openings.and_then(|openings| openings.overlaps.first()),
        settled: openings.and_then(|openings| Some(&openings.settled.first()?.found)),
        pressure: BriefPressure {
            gaps: &pressure.gaps,
            joint: &pressure.joint,
            levers: pressure.levers.as_ref(),
            alone: &pressure.alone,
            time: pressure.time.as_ref(),
        },
        status,
    })
}
