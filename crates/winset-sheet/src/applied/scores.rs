//! Changed scores and no-deal values.

use std::collections::BTreeMap;

use winset_model::case::Case;
use winset_model::document::{Node, Value};
use winset_model::number::{self, Exact, to_words};

use super::draft::{Change, Changes, Draft};
use crate::laid::kind::Kind;
use crate::laid::scores::{VALUES, option_scores};
use crate::laid::view::View;
use crate::numbers::typed;
use crate::tree::{list_mut, map_node, named, remove, set, under, word};

/// A changed score: the option, the number, or none where the cell was emptied, and the change.
type Scored<'c> = (usize, Option<Exact>, &'c Change);

pub(super) fn apply(draft: &mut Draft<'_>, case: &Case, changes: &Changes) {
    let before = draft.tree.clone();
    let view = View {
        case,
        root: &before,
        own: draft.own,
    };
    let mut edits: BTreeMap<(usize, usize), Vec<Scored<'_>>> = BTreeMap::new();
    for change in changes.of(Kind::Scores) {
        let Ok(value) = number_of(draft, change) else {
            continue;
        };
        let party = case.party_named(&change.column);
        let (Some(party), [point, option]) = (party, change.key.as_slice()) else {
            gone(draft, change);
            continue;
        };
        if point.is_empty() {
            set_value(draft, case, party.index(), option, value.as_ref(), change);
            continue;
        }
        let place = case.point_named(point);
        let place = place.and_then(|p| Some((p.index(), case.option_named(p, option)?.index())));
        match place {
            Some((p, o)) => edits
                .entry((party.index(), p))
                .or_default()
                .push((o, value, change)),
            None => gone(draft, change),
        }
    }
    for ((party, p), cells) in edits {
        set_scores(draft, &view, party, p, &cells);
    }
}

fn gone(draft: &mut Draft<'_>, change: &Change) {
    let message = format!(
        "the case has no `{}` for this column any more",
        change.key.join(" ")
    );
    let remedy = format!("put back `{}`", change.was.as_text());
    draft.told.finding(&change.place, message, &remedy);
}

/// The number in a changed cell; none where it was emptied.
fn number_of(draft: &mut Draft<'_>, change: &Change) -> Result<Option<Exact>, ()> {
    if change.value.is_blank() {
        return Ok(None);
    }
    match typed(&change.value) {
        Ok(number) => {
            let words = to_words(&number.value);
            let as_text = number.as_text && !change.text_only && !words.contains('/');
            if number.comma || as_text {
                let message = format!("the text `{}` is read as the number {words}", change.text());
                let remedy = "type it as a number, with a decimal point, if this is not meant";
                draft.told.remark(&change.place, message, remedy);
            }
            Ok(Some(number.value))
        }
        Err(doubt) => {
            let (message, remedy) = doubt.told(change.text());
            draft.told.finding(&change.place, message, remedy);
            Err(())
        }
    }
}

/// Sets the scores of some options of a point.
fn set_scores(
    draft: &mut Draft<'_>,
    view: &View<'_>,
    party: usize,
    p: usize,
    cells: &[Scored<'_>],
) {
    let zero = Exact::from_integer(0);
    let id = &view.case.parties[party].id;
    let point = &view.case.points[p];
    let now = option_scores(view, party, p);
    let known = now.is_some();
    let mut row = now.unwrap_or_else(|| vec![zero; point.options.len()]);
    for (option, value, change) in cells {
        row[*option] = value.unwrap_or(zero);
        if value.is_none() && !change.was.is_blank() {
            draft.told.remark(
                &change.place,
                "an empty score is taken as 0",
                "type the score",
            );
        }
        draft.touch(format!("preferences.{id}.{}", point.id), &change.place);
    }
    let party_sheet = under(
        under(&mut draft.tree, "preferences", Value::Map(Vec::new())),
        id,
        Value::Map(Vec::new()),
    );
    let entry = under(party_sheet, &point.id, Value::Map(Vec::new()));
    let changed: Vec<(usize, Exact)> = cells
        .iter()
        .map(|(o, v, _)| (*o, v.unwrap_or(zero)))
        .collect();
    if known && set_in_table(entry, &changed).is_some() {
        return;
    }
    if known && let Some((_, _, change)) = cells.first() {
        let message = format!(
            "the scores of {id} on `{}` were not a plain table; they are one now, with the same values elsewhere",
            point.id
        );
        draft.told.remark(
            &change.place,
            message,
            "change them in the case file, if they should stay what they were",
        );
    }
    let table = row.iter().map(|score| Node::of_number(&to_words(score)));
    *entry = map_node(vec![("values", Node::of_list(table.collect()))]);
}

/// Sets scores in a table as it is written, under its weight; none where that cannot be.
fn set_in_table(entry: &mut Node, changed: &[(usize, Exact)]) -> Option<()> {
    if entry.under("values").is_some() {
        let table = list_mut(entry, "values");
        for (option, score) in changed {
            *table.get_mut(*option)? = Node::of_number(&to_words(score));
        }
        return Some(());
    }
    entry.under("scores")?;
    let weight = match entry.under("weight") {
        None => Exact::from_integer(1),
        Some(_) => number::parse(word(entry, "weight").trim()).ok()?,
    };
    let written = changed.iter().map(|(option, score)| {
        let score = number::div(*score, weight)?;
        let words = to_words(&score);
        (!words.contains('/')).then_some((*option, words))
    });
    let written: Vec<(usize, String)> = written.collect::<Option<_>>()?;
    let table = list_mut(entry, "scores");
    for (option, words) in written {
        *table.get_mut(option)? = Node::of_number(&words);
    }
    Some(())
}

/// Sets, or takes out, a no-deal value, its bounds, its trend, or the impasse.
fn set_value(
    draft: &mut Draft<'_>,
    case: &Case,
    party: usize,
    key: &str,
    value: Option<&Exact>,
    change: &Change,
) {
    let id = &case.parties[party].id;
    let Some(entry) = named(list_mut(&mut draft.tree, "parties"), "id", id) else {
        return;
    };
    let node = value.map(|value| Node::of_number(&to_words(value)));
    match (key, node) {
        ("impasse", Some(node)) => set(entry, "impasse", node),
        ("impasse", None) => remove(entry, "impasse"),
        (key, node) if VALUES.iter().any(|(known, _)| *known == key) => {
            set_no_deal(entry, key, node);
        }
        _ => {}
    }
    let path = if key == "impasse" { key } else { "no_deal" };
    draft.touch(format!("parties[{party}].{path}"), &change.place);
}

/// A plain no-deal value stays plain as long as nothing else is said of it.
fn set_no_deal(party: &mut Node, key: &str, node: Option<Node>) {
    let stated = party.under("no_deal").cloned();
    let is_map = stated
        .as_ref()
        .is_some_and(|s| matches!(s.value, Value::Map(_)));
    let key = if key == "no_deal" { "score" } else { key };
    match (stated, node) {
        (_, None) if key == "score" && !is_map => remove(party, "no_deal"),
        (None, None) => {}
        (_, Some(node)) if key == "score" && !is_map => set(party, "no_deal", node),
        (stated, node) => {
            if !is_map {
                let score = stated.map(|score| vec![("score", score)]);
                set(party, "no_deal", map_node(score.unwrap_or_default()));
            }
            let value = under(party, "no_deal", Value::Map(Vec::new()));
            match node {
                Some(node) => set(value, key, node),
                None => remove(value, key),
            }
            if value.entries().is_empty() {
                remove(party, "no_deal");
            }
        }
    }
}
