//! Numbers of packages, and overlaps, in a sentence.

use num_bigint::BigUint;
use winset_solve::{Count, Overlap};

use crate::grouped;
use crate::standing;

/// An overlap among so many packages, in a sentence.
pub fn headline(overlap: &Overlap, all: &BigUint) -> String {
    let (packages, one) = amount(&overlap.count, all);
    let verb = if one { "is" } else { "are" };
    let all = grouped(all);
    format!("Overlap: {packages} of {all} packages {verb} acceptable to all.")
}

/// How many packages, and whether it is exactly one. `all` bounds every count.
pub fn amount(count: &Count, all: &BigUint) -> (String, bool) {
    if let Some(packages) = standing::exact(count) {
        return (grouped(packages), packages == &BigUint::from(1_u8));
    }
    let text = match standing::count_stop(count) {
        Some(stop) if stop.bound < *all => {
            format!(
                "at least {} and at most {}",
                grouped(stop.at_least),
                grouped(stop.bound)
            )
        }
        Some(stop) => format!("at least {}", grouped(stop.at_least)),
        None => "some".to_owned(),
    };
    (text, false)
}

/// What remains without the no-deal values: "2,304 packages remain".
pub fn remaining(count: &Count, all: &BigUint) -> String {
    match amount(count, all) {
        (packages, true) => format!("{packages} package remains"),
        (packages, false) => format!("{packages} packages remain"),
    }
}
