//! What settlement rules pick.

use winset_check::Acceptable;
use winset_solve::{Settlement, Settlements};

/// The first package of each rule that picks one.
pub fn firsts(found: &Settlements) -> Vec<(&'static str, &Acceptable)> {
    let all = [
        ("Nash", first(&found.nash)),
        ("Kalai-Smorodinsky", first(&found.kalai_smorodinsky)),
        ("egalitarian", first(&found.egalitarian)),
        ("utilitarian", first(&found.utilitarian)),
    ];
    let named = all
        .into_iter()
        .map(|(name, package)| Some((name, package?)));
    named.flatten().collect()
}

fn first<C>(settlement: &Settlement<C>) -> Option<&Acceptable> {
    match settlement {
        Settlement::Found { ties, .. } => ties.packages.first(),
        Settlement::None(_) | Settlement::Stopped { .. } => None,
    }
}
