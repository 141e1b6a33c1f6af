//! Decisions on openings: the first one, and which to hold ready.

use winset_check::{ClashMember, Opening};
use winset_model::case::DemandId;
use winset_model::options::OptionSet;
use winset_solve::Target;

use super::super::findings::BriefFindings;
use super::super::findings::{MovedDemand, OwnedMoves};
use super::super::parts::BriefDecision;
use super::item::among;
use crate::called;
use crate::opening::given_up;
use crate::words::{capital, counted, grouped, listed};

/// Most options that a move names before it counts them.
const NAMED_MAX: usize = 3;

/// Whether to ask for the cheapest opening.
pub(super) fn moves(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let opening = findings.opening()?;
    let of_party = |owned: OwnedMoves| {
        let name = capital(findings.name(owned.party));
        format!("{name} {}.", asked_of(findings, &owned.moves))
    };
    let owners = findings.moves(opening).into_iter().map(of_party);
    let owners: Vec<String> = owners.collect();
    let each = match owners.len() {
        0 | 1 => "",
        2 => ", each side's for the other's",
        _ => ", each side's for those of the others",
    };
    let full = format!("Whether to ask for these moves{each}:");
    Some(among("Ask for the opening", full, owners))
}

/// "also accepts «Three-way joint venture» on Kessin dam, and drops the condition X".
fn asked_of(findings: &BriefFindings<'_>, moves: &[MovedDemand]) -> String {
    let case = findings.case;
    let (mut accepts, mut drops) = (Vec::new(), Vec::new());
    for (demand, to) in moves {
        match (demand, to) {
            (DemandId::Line(line), Target::Step(step)) => {
                accepts.push(wider(findings, *line, *step));
            }
            _ => drops.push(called::demand(case, *demand).to_string()),
        }
    }
    let mut parts = Vec::new();
    if !accepts.is_empty() {
        parts.push(format!("also accepts {}", listed(&accepts, "and")));
    }
    if !drops.is_empty() {
        parts.push(format!("drops {}", listed(&drops, "and")));
    }
    parts.join(", and ")
}

/// "«Three-way joint venture» on Kessin dam".
fn wider(findings: &BriefFindings<'_>, line: usize, step: usize) -> String {
    let line_drawn = &findings.case.lines[line];
    let point = &findings.case.points[line_drawn.point.index()];
    let ladder = line_drawn.ladder.open();
    let from = &findings.declared.steps.get(line).copied();
    let at = |step: usize| {
        ladder
            .get(step)
            .map_or(OptionSet::EMPTY, |s| s.accept.clone())
    };
    let more = at(step).without(&at(from.unwrap_or(0)));
    let labels = more
        .iter()
        .map(|o| format!("«{}»", point.options[o.index()].label));
    let mut labels: Vec<String> = labels.collect();
    if labels.len() > NAMED_MAX {
        labels = vec![counted(labels.len(), "more option")];
    }
    format!("{} on {}", listed(&labels, "and"), point.title)
}

/// Which other opening to hold ready.
pub(super) fn reserve(findings: &BriefFindings<'_>) -> Option<BriefDecision> {
    let list = &findings.openings?.list;
    let (first, rest) = list.split_first()?;
    let ways = rest.iter().map(|other| {
        let change = instead(findings, first.opening(), other.opening());
        let cost = grouped(other.opening().cost());
        capital(&format!("{change}; {cost} in all."))
    });
    let ways: Vec<String> = ways.take(2).collect();
    if ways.is_empty() {
        return None;
    }
    let full = format!(
        "What to hold in reserve should a move be refused; the first costs {} in all, by estimates \
         that are each side's own:",
        grouped(first.opening().cost())
    );
    Some(among("Hold an alternative ready", full, ways))
}

/// "Orvane instead of Lethia on Kessin dam".
fn instead(findings: &BriefFindings<'_>, first: &Opening, other: &Opening) -> String {
    let all = |opening: &Opening| given_up(opening.concession());
    let (first, other) = (all(first), all(other));
    let in_both = |demand: DemandId| {
        let has = |moves: &[MovedDemand]| moves.iter().any(|m| m.0 == demand);
        has(&first) && has(&other)
    };
    let named = |moved: &&MovedDemand| {
        let (who, what) = move_named(findings, moved.0);
        match moved.1 {
            Target::Step(step) if in_both(moved.0) => format!("{who}{what} (step {step})"),
            Target::Step(_) | Target::Dropped => format!("{who}{what}"),
        }
    };
    let new: Vec<&MovedDemand> = other.iter().filter(|m| !first.contains(m)).collect();
    let gone: Vec<&MovedDemand> = first.iter().filter(|m| !other.contains(m)).collect();
    if let ([new], [gone]) = (new.as_slice(), gone.as_slice()) {
        let (new, gone) = (move_named(findings, new.0), move_named(findings, gone.0));
        if new.1 == gone.1 {
            return format!("{} instead of {}{}", new.0, gone.0, new.1);
        }
    }
    let new: Vec<String> = new.iter().map(named).collect();
    let gone: Vec<String> = gone.iter().map(named).collect();
    match (new.is_empty(), gone.is_empty()) {
        (true, _) => format!("the same without {}", listed(&gone, "and")),
        (_, true) => format!("the same with {}", listed(&new, "and")),
        _ => format!(
            "{} instead of {}",
            listed(&new, "and"),
            listed(&gone, "and")
        ),
    }
}

/// Who moves, and what: "Orvane", " on Kessin dam".
fn move_named(findings: &BriefFindings<'_>, demand: DemandId) -> (String, String) {
    let case = findings.case;
    let owner = crate::owner(case, ClashMember::Demand(demand));
    match (demand, owner) {
        (DemandId::Line(line), Some(owner)) => {
            let point = &case.points[case.lines[line].point.index()];
            (
                findings.name(owner).to_owned(),
                format!(" on {}", point.title),
            )
        }
        (demand, _) => (
            format!("giving up {}", called::demand(case, demand)),
            String::new(),
        ),
    }
}
