//! Clashes with the laws behind them, in words and in the order in which they are listed.

use std::collections::BTreeSet;

use winset_check::{Clash, ClashMember};
use winset_model::answer::StopReason;
use winset_model::case::{Case, DemandId, Visibility};
use winset_model::positions::Positions;
use winset_solve::{Budget, Clashes, FloorMode, laws_of_each};

use crate::called;
use crate::clash::{ClashTold, clash_told};
use crate::demand;

/// A clash with the laws behind it, and both in words.
#[derive(Debug, Clone)]
pub struct ToldClash {
    /// The clash.
    pub clash: Clash,
    /// The laws that it needs; none where finding them was stopped.
    pub laws: Option<Vec<DemandId>>,
    /// What there is to say of it.
    pub words: ClashTold,
}

/// The clashes in words: by size, then by the names of their members.
pub fn tell(
    case: &Case,
    declared: &Positions,
    floors: FloorMode,
    found: &Clashes,
    budget: &Budget<'_>,
) -> Vec<ToldClash> {
    let key = |clash: &&Clash| (clash.members().len(), demand::names(case, clash.members()));
    let mut list: Vec<&Clash> = found.list.iter().collect();
    list.sort_by_cached_key(key);
    let members: Vec<_> = list.iter().map(|clash| clash.members()).collect();
    let laws = laws_of_each(case, declared, floors, &members, budget);
    let one = |(clash, laws): (&Clash, Result<Vec<DemandId>, StopReason>)| {
        let laws = laws.ok();
        let known = laws.as_deref().unwrap_or_default();
        let mut words = clash_told(case, declared, clash.members(), known);
        words.public &= laws.is_some();
        ToldClash {
            clash: clash.clone(),
            laws,
            words,
        }
    };
    list.into_iter().zip(laws).map(one).collect()
}

/// The clashes in a sentence.
pub fn headline(case: &Case, told: &[ToldClash], stopped: Option<StopReason>) -> String {
    let law = |demand: &DemandId| case.is_law(*demand);
    let silent = case.demands().iter().all(law)
        && case
            .parties
            .iter()
            .all(|p| p.sheet.open().no_deal.is_none());
    match told {
        [] if stopped.is_some() => "No clash was found before it was stopped.".to_owned(),
        [] if silent => "No clash: nobody makes a demand.".to_owned(),
        [] => "No clash: the demands can hold together.".to_owned(),
        [only] if only.clash.members().is_empty() => {
            "What nobody can give up leaves no package: there is no clash of demands.".to_owned()
        }
        list => {
            let across = list.iter().filter(|c| c.words.points.len() > 1).count();
            let of_more = match across {
                0 => String::new(),
                1 => "; 1 of them runs across points".to_owned(),
                some => format!("; {some} of them run across points"),
            };
            let count = match list.len() {
                1 => "1 clash".to_owned(),
                many => format!("{many} clashes"),
            };
            format!("{count}: sets of demands that defeat each other{of_more}.")
        }
    }
}

/// Members to give up, each by whose it is and what it is about, in the order of their codes.
pub fn given_up(case: &Case, members: &BTreeSet<ClashMember>) -> String {
    let mut members: Vec<ClashMember> = members.iter().copied().collect();
    members.sort_by_cached_key(|member| demand::name(case, *member));
    let names = members.iter().map(|m| called::member(case, *m).to_string());
    names.collect::<Vec<_>>().join("; ")
}

/// What of a clash is not public.
pub fn hidden(case: &Case, of: &ToldClash) -> String {
    let laws = of.laws.iter().flatten().copied().map(ClashMember::Demand);
    let members: Vec<ClashMember> = of.clash.members().iter().copied().chain(laws).collect();
    let mut parts = Vec::new();
    for (seen, how) in [
        (Visibility::Mediator, "told to the mediator"),
        (Visibility::Sealed, "sealed"),
    ] {
        let members = members.iter().filter(|m| crate::seen(case, **m) == seen);
        let names: Vec<String> = members
            .map(|m| called::member(case, *m).to_string())
            .collect();
        match names.len() {
            0 => {}
            1 => parts.push(format!("{} is {how}", names.concat())),
            _ => parts.push(format!("{} are {how}", names.join(", "))),
        }
    }
    if of.laws.is_none() {
        parts.push("which laws it needs was not found in time".to_owned());
    }
    format!("not all: {}", parts.join("; "))
}
