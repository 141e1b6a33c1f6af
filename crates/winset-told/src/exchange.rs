//! Conditions that wait for each other, and the exchange that would end the waiting.

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::CircularWait;

use super::clause::{Clause, Said};
use super::member::says;
use super::names::{Names, listed, sentence};
use super::sets::any_of;

/// A loop of conditions in two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopTold {
    /// What waits for what: a clause for each link.
    pub waiting: String,
    /// Who gives what in one act.
    pub exchange: String,
}

/// Tells a loop: what each link waits for, and what each owner gives in one act.
pub fn loop_told(case: &Case, of: &CircularWait) -> LoopTold {
    let names = Names::new(case);
    let declared = Positions::declared(case);
    let mut said = Said::nothing(case, &names, &[]);
    let clauses = of.links.iter().map(|link| Clause {
        owner: case.links[*link].owner,
        law: case.links[*link].law,
        says: says(case, &declared, ClashMember::Demand(DemandId::Link(*link))),
    });
    let waiting: Vec<String> = clauses.map(|clause| said.tell(&clause)).collect();
    LoopTold {
        waiting: sentence(&waiting.join("; ")),
        exchange: exchange(case, &names, of),
    }
}

/// "Orvane gives A and Lethia gives B in one act: neither before the other."
fn exchange(case: &Case, names: &Names, of: &CircularWait) -> String {
    let mut gifts: Vec<(Option<PartyId>, Vec<String>)> = Vec::new();
    for (link, (point, options)) in of.links.iter().zip(&of.gives) {
        let owner = case.links[*link].owner;
        let gift = format!(
            "{} on {}",
            any_of(case, *point, options),
            names.point(*point)
        );
        match gifts.iter_mut().find(|(giver, _)| *giver == owner) {
            Some((_, gifts)) => gifts.push(gift),
            None => gifts.push((owner, vec![gift])),
        }
    }
    let who = |owner: &Option<PartyId>| owner.map_or("the law", |o| names.party(o)).to_owned();
    let parts = gifts
        .iter()
        .map(|(owner, gifts)| format!("{} gives {}", who(owner), listed(gifts, "and")));
    let parts: Vec<String> = parts.collect();
    let end = match parts.len() {
        2 => "neither before the other",
        _ => "none before the others",
    };
    sentence(&format!("{} in one act: {end}", listed(&parts, "and")))
}
