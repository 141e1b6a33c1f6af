//! Concessions in words.

use winset::ask::OpeningsAnswer;
use winset::model::case::Case;
use winset::model::derived::Movable;
use winset::model::options::PartyId;

use winset::told::called;
use winset::told::words::{grouped, listed};

/// What may move in the question.
pub(super) fn what_may_move(case: &Case, opened: &OpeningsAnswer) -> String {
    let terms = &opened.asked.terms.terms;
    let name = |party: PartyId| case.parties[party.index()].name.clone();
    let who = match terms.only_party {
        None => "declared lines may widen step by step, conditions may be given up".to_owned(),
        Some(party) => format!("only demands of {} may move", name(party)),
    };
    let mut parts = vec![who];
    if terms.votes == Movable::Allowed {
        parts.push("vote rules may be set aside (at no cost: they carry no estimate)".to_owned());
    }
    if !terms.keep.is_empty() {
        let kept = terms
            .keep
            .iter()
            .map(|d| called::demand(case, *d).to_string());
        let kept: Vec<String> = kept.collect();
        let verb = if kept.len() == 1 { "stays" } else { "stay" };
        parts.push(format!("{} {verb}", listed(&kept, "and")));
    }
    for (party, most) in opened.asked.terms.most.iter().enumerate() {
        if let Some(most) = most {
            let party = name(PartyId::at(party));
            parts.push(format!("{party} bears at most {}", grouped(most)));
        }
    }
    parts.push(match terms.votes {
        Movable::Allowed => "laws and no-deal values are kept".to_owned(),
        Movable::Never => "laws, vote rules and no-deal values are kept".to_owned(),
    });
    parts.join("; ")
}
