//! Random cases, printed as JSON for other programs.

use std::time::Duration;

use serde_json::json;
use winset_gen::hard::HardSize;
use winset_model::document::Syntax;

use crate::floors::highest;

/// Prints a hard case. With `above`, every party's no-deal value stands so many units above the
/// best that all can have at once; an error where that best is not known within the limit.
pub(crate) fn hard(
    size: HardSize,
    seed: u64,
    above: Option<u64>,
    limit: Duration,
) -> Result<(), String> {
    let mut file = winset_gen::hard::hard(size, seed);
    if let Some(above) = above {
        let reading = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json)
            .map_err(|_| format!("seed {seed}: not a valid case"))?;
        let highest = highest(&reading.case, i64::from(size.grid), limit)
            .ok_or(format!("seed {seed}: the rules alone leave nothing"))?;
        if highest.above - highest.best > 1 {
            return Err(format!("seed {seed}: the best floor is not known in time"));
        }
        let floor = highest.best.saturating_add_unsigned(above);
        for party in file["parties"].as_array_mut().into_iter().flatten() {
            party["no_deal"] = json!(floor);
        }
    }
    println!("{file}");
    Ok(())
}

/// Prints a small case.
pub(crate) fn small(seed: u64) {
    println!("{}", winset_gen::small::small(seed));
}

/// Prints a case with ladders.
pub(crate) fn ladders(size: winset_gen::ladders::LaddersSize, seed: u64) {
    println!("{}", winset_gen::ladders::ladders(size, seed));
}

/// Prints a case of boxes.
pub(crate) fn boxes(size: winset_gen::boxes::BoxesSize, seed: u64) {
    println!("{}", winset_gen::boxes::boxes(size, seed));
}
