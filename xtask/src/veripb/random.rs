//! Random questions without an overlap: cases of the hard kind, with floors that are just too high.

use winset_check::NoOverlap;
use winset_gen::hard::{Size, hard};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

/// The size of the hard cases.
const HARD: Size = Size {
    points: 12,
    options: 4,
    parties: 3,
    links: 12,
    lines: 4,
    grid: 1_000,
};

/// A hard case and the refutation of its overlap at the lowest floors that have none.
///
/// The floors are the same share of each party's best score, in hundredths. `None` if the case is
/// refused by the reader, has no overlap at any floors, or is not decided: none of it happens
/// within the sizes above, but for no overlap at all.
pub fn infeasible(seed: u64) -> Option<(Case, NoOverlap)> {
    let text = hard(HARD, seed).to_string();
    let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
        .ok()?
        .case;
    let refutation = raised(&case)?;
    Some((case, refutation))
}

/// The refutation of a case's overlap at the lowest of rising floors that have none.
fn raised(case: &Case) -> Option<NoOverlap> {
    for share in 0..=101 {
        match overlap(case, &floors_at(case, share), &Budget::unlimited()) {
            Answer::Found(_) => {}
            Answer::Impossible(_) if share == 0 => return None,
            Answer::Impossible(refutation) => return Some(refutation),
            Answer::Stopped { .. } => return None,
        }
    }
    None
}

/// Declared demands, with each floor at so many hundredths of the party's best scores.
fn floors_at(case: &Case, share: i64) -> Positions {
    let mut positions = Positions::declared(case);
    for (place, party) in case.parties.iter().enumerate() {
        if let Some(scores) = &party.sheet.open().scores {
            let best: i64 = scores
                .by_option
                .iter()
                .filter_map(|row| row.iter().max())
                .sum();
            positions = positions.with_floor(PartyId::at(place), Some(best * share / 100));
        }
    }
    positions
}
