//! Changes of a what-if in words.

use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{OptionSet, PartyId};
use winset_model::overlay::{Applied, OverlayChange};

use crate::demand;
use crate::grouped;
use crate::words::{counted, labels, party_named, point_named, score};

/// A party's no-deal value at the declared positions.
pub fn value_before(case: &Case, party: PartyId) -> Option<Exact> {
    let sheet = case.parties[party.index()].sheet.open();
    sheet.no_deal.map(|value| case.unscaled(party, value))
}

/// What an option was worth to a party before a change of its score.
pub fn score_before(case: &Case, change: &OverlayChange) -> Option<Exact> {
    let OverlayChange::Score {
        party,
        point,
        option,
        ..
    } = change
    else {
        return None;
    };
    let scores = case.parties[party.index()].sheet.open().scores.as_ref()?;
    let row = scores.by_option.get(point.index())?;
    Some(case.unscaled(*party, *row.get(option.index())?))
}

/// A change in words: what is changed, as it is typed, and what that means.
pub fn change_in_words(
    case: &Case,
    applied: &Applied<'_>,
    change: &OverlayChange,
) -> (String, String) {
    let party_id = |party: PartyId| case.parties[party.index()].id.as_str();
    match change {
        OverlayChange::NoDeal { party, value } => {
            let from = value_before(case, *party);
            let text = value_set("has without a deal", case, *party, from, *value.open());
            (format!("{}.no_deal", party_id(*party)), text)
        }
        OverlayChange::Impasse { party, value } => {
            let sheet = case.parties[party.index()].sheet.open();
            let from = sheet.impasse.map(|v| case.unscaled(*party, v));
            let text = value_set("gets at an impasse", case, *party, from, *value.open());
            (format!("{}.impasse", party_id(*party)), text)
        }
        OverlayChange::Score {
            party,
            point,
            option,
            value,
        } => {
            let at = &case.points[point.index()];
            let party_name = party_named(case, *party);
            let to = score(value.open());
            let from = score_before(case, change)
                .map_or_else(String::new, |from| format!(", not {}", score(&from)));
            let what = labels(case, *point, &OptionSet::from_iter([*option]), "or");
            let on = point_named(case, *point);
            let text = format!("{party_name} gives {to}{from} to {what} on {on}");
            let id = &at.options[option.index()].id;
            (format!("{}.{}.{id}", party_id(*party), at.id), text)
        }
        OverlayChange::Step { line, step } => {
            (case.lines[*line].id.clone(), stepped(case, *line, *step))
        }
        OverlayChange::Drop(demand) => {
            let words = demand::in_words(case, *demand);
            let name = case.demand_name(*demand).to_owned();
            (name, format!("given up: {words}"))
        }
        OverlayChange::Fix { point, option } => {
            let what = labels(case, *point, &OptionSet::from_iter([*option]), "or");
            let text = format!("{} is settled on {what}", point_named(case, *point));
            (case.points[point.index()].id.clone(), text)
        }
        OverlayChange::Exclude { point, options } => {
            let names = labels(case, *point, options, "or");
            let text = format!("{} is not settled on {names}", point_named(case, *point));
            (case.points[point.index()].id.clone(), text)
        }
        OverlayChange::Pull(lever) => (
            case.levers[*lever].id.clone(),
            pulled(case, applied, *lever),
        ),
    }
}

fn value_set(
    what: &str,
    case: &Case,
    party: PartyId,
    from: Option<Exact>,
    to: Option<Exact>,
) -> String {
    let what = format!("what {} {what}", party_named(case, party));
    match (from, to) {
        (Some(from), Some(to)) => format!("{what}: {}, not {}", score(&to), score(&from)),
        (None, Some(to)) => format!("{what}: {}; it had none", score(&to)),
        (Some(from), None) => format!("{what}: nothing; it was {}", score(&from)),
        (None, None) => format!("{what}: none, as before"),
    }
}

fn stepped(case: &Case, line: usize, step: usize) -> String {
    let drawn = &case.lines[line];
    let ladder = drawn.ladder.open();
    let last = ladder.len().saturating_sub(1);
    let set = |step: usize| {
        ladder
            .get(step)
            .map_or(OptionSet::EMPTY, |s| s.accept.clone())
    };
    if step == 0 {
        return format!("stands on its declared step, of {}", counted(last, "step"));
    }
    let more = labels(case, drawn.point, &set(step).without(&set(0)), "and");
    let cost = ladder.get(step).map_or(0, |s| s.cost);
    format!(
        "step {step} of {last}: {} also accepts {more} on {}, at a cost of {} by its own estimate",
        party_named(case, drawn.owner),
        point_named(case, drawn.point),
        grouped(cost)
    )
}

fn pulled(case: &Case, applied: &Applied<'_>, lever: usize) -> String {
    let lever = &case.levers[lever];
    let delta = score(&lever.no_deal_delta);
    let sign = if delta.starts_with('-') { "" } else { "+" };
    let after = applied
        .values
        .get(lever.target.index())
        .and_then(|values| values.open().no_deal);
    let after = after.map_or_else(String::new, |value| {
        format!(", to {} in all", score(&value))
    });
    format!(
        "pulled by {}: what {} has without a deal moves by {sign}{delta}{after} (cost {} by its own \
         estimate, {})",
        party_named(case, lever.by),
        party_named(case, lever.target),
        grouped(lever.cost_to_puller),
        counted(lever.delay_days, "day")
    )
}
