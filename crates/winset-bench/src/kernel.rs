//! Enumeration, against the arithmetic that it cannot do without.

use std::hint::black_box;

use winset_gen::hard::{HardSize, hard};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::enumerate;

use crate::measure::{median_of, timed};

const RUNS: usize = 7;

/// Packages a second on one core for 1 to 4 parties, beside the limit of one comparison for each
/// party and package on numbers in the nearest cache.
pub(crate) fn run() {
    let compares = limit();
    println!(
        "limit: {:.2} G comparisons/s (one core, i32, nearest cache)",
        compares / 1e9
    );
    for parties in 1..=4 {
        let size = HardSize {
            points: 12,
            options: 5,
            parties,
            links: 0,
            lines: 0,
            grid: 10_000,
        };
        let text = hard(size, 1).to_string();
        let Ok(reading) = winset_model::read_case(text.as_bytes(), Syntax::Json) else {
            continue;
        };
        let case = reading.case;
        let declared = Positions::declared(&case);
        let floors = (0..parties).fold(declared, |p, i| p.with_floor(PartyId::at(i), Some(5_500)));
        let (counted, _) = timed(|| enumerate(&case, &floors));
        let time = median_of(RUNS, || enumerate(black_box(&case), &floors));
        let packages = 5_f64.powi(12);
        let rate = packages / time.as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a handful of parties")]
        let bound = compares / parties as f64;
        println!(
            "{parties} parties: {:.2} G packages/s, {:.2} of the limit of {:.2} G ({counted} of \
             244140625 reach the floors)",
            rate / 1e9,
            rate / bound,
            bound / 1e9,
        );
    }
}

fn number(small: usize) -> i32 {
    i32::try_from(small).expect("a remainder of some thousands")
}

/// Comparisons a second of numbers in the nearest cache with a threshold, counted.
fn limit() -> f64 {
    const LANES: usize = 2_048;
    const TURNS: usize = 200_000;
    let lanes: Vec<i32> = (0..LANES).map(|k| number(k * 7919 % 10_007)).collect();
    let time = median_of(RUNS, || {
        let mut counted = 0_u64;
        for turn in 0..TURNS {
            let need = black_box(number(turn % 10_000));
            let here: u32 = black_box(&lanes)
                .iter()
                .map(|v| u32::from(*v >= need))
                .sum();
            counted += u64::from(here);
        }
        counted
    });
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let all = (LANES * TURNS) as f64;
    all / time.as_secs_f64()
}
