//! What settlement rules pick.

use winset_check::Acceptable;
use winset_solve::{SettlementFound, Settlements};

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

/// The packages that rules pick first, each once, with the rules that pick it.
pub fn picked(found: &Settlements) -> Vec<(Vec<&'static str>, &Acceptable)> {
    let mut picked: Vec<(Vec<&'static str>, &Acceptable)> = Vec::new();
    for (rule, package) in firsts(found) {
        match picked
            .iter_mut()
            .find(|(_, p)| p.package() == package.package())
        {
            Some((rules, _)) => rules.push(rule),
            None => picked.push((vec![rule], package)),
        }
    }
    picked
}

fn first<C>(settlement: &SettlementFound<C>) -> Option<&Acceptable> {
    match settlement {
        SettlementFound::Found { ties, .. } => ties.packages.first(),
        SettlementFound::None(_) | SettlementFound::Stopped { .. } => None,
    }
}
