//! What has a name: offers and settlements.

use std::collections::BTreeMap;

use crate::area::{Area, At};
use crate::canvas::{Canvas, LABEL, extent, line_height};
use crate::ink::{INK, INK_OVER, LINE};
use crate::numbers::number;
use crate::party::{Look, MarkerShape, circle, look, shape, short};
use crate::place::{Places, Spot};
use crate::text::plain;

use super::data::{Frontier, Settlement};
use super::dots::through;
use super::panel::Panel;
use crate::numbers::count;

/// The places of each party's offers, in their order.
pub(super) fn paths(data: &Frontier, panel: &Panel) -> BTreeMap<usize, Vec<At>> {
    let mut paths: BTreeMap<usize, Vec<At>> = BTreeMap::new();
    for offer in &data.offers {
        if let Some(at) = panel.place(offer.at) {
            paths.entry(offer.party).or_default().push(at);
        }
    }
    paths
}

pub(super) fn offers(
    canvas: &mut Canvas,
    data: &Frontier,
    looks: &[Look],
    panel: &Panel,
    places: &mut Places,
) {
    for (party, path) in paths(data, panel) {
        let paint =
            look(looks, Some(party)).map_or_else(|| LINE.to_owned(), |look| look.dashed(20));
        if path.len() > 1 {
            canvas.path(&through(&path), &paint);
        }
    }
    for offer in &data.offers {
        let Some(at) = panel.place(offer.at) else {
            continue;
        };
        let group = canvas.open("wp-offer", &offer.title, offer.href.as_deref());
        let reach = if offer.is_named { 6 } else { 3 };
        let (mark, paint) = match look(looks, Some(offer.party)) {
            Some(look) => (look.shape(at, reach), look.fill()),
            None => (shape(MarkerShape::Circle, at, reach - 1), INK.to_owned()),
        };
        canvas.path(&mark, &paint);
        if !offer.is_named {
            canvas.close(group);
            continue;
        }
        let words = format!(
            "{} {}",
            plain(short(&data.parties, Some(offer.party))),
            offer.number
        );
        label(canvas, places, at, 7, &[words]);
        canvas.close(group);
    }
}

/// Settlements as diamonds in rings; those at one place share it.
pub(super) fn settlements(
    canvas: &mut Canvas,
    data: &Frontier,
    panel: &Panel,
    places: &mut Places,
) {
    let mut found: Vec<(At, &Settlement, Vec<String>)> = Vec::new();
    for one in &data.settlements {
        let Some(at) = panel.place(one.at) else {
            continue;
        };
        let name = plain(&one.name);
        match found.iter_mut().find(|(place, ..)| *place == at) {
            Some((_, _, names)) => names.push(name),
            None => found.push((at, one, vec![name])),
        }
    }
    // From the right, where there is room beyond the frontier.
    found.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    for (at, first, names) in found {
        let value = |axis: usize| number(first.at[axis], data.axes[axis].denominator);
        let title = format!("{}: {} and {}", names.join(", "), value(0), value(1));
        let group = canvas.open("wp-settlement", &title, first.href.as_deref());
        canvas.path(&circle(at, 8), LINE);
        canvas.path(&shape(MarkerShape::Diamond, at, 5), INK);
        label(canvas, places, at, 9, &names);
        canvas.close(group);
    }
}

/// A label beside a mark, with a line to it if it is far. Its words break into lines of half the field
/// at most.
fn label(canvas: &mut Canvas, places: &mut Places, at: At, reach: i64, words: &[String]) {
    let lines = wrapped(words, LABEL, places.field().width() / 2);
    let widest = lines.iter().map(|line| extent(line, LABEL).0).max();
    let high = line_height(LABEL);
    let rows = count(lines.len());
    let size = (
        widest.unwrap_or(0).min(places.field().width() / 2),
        high * rows,
    );
    let Some(spot) = places.find(at, reach, size) else {
        return;
    };
    if let Some((from, to)) = spot.leader {
        canvas.line(from, to, LINE);
    }
    for (row, line) in (0..).zip(&lines) {
        let area = Area {
            top: spot.area.top + row * high,
            bottom: spot.area.top + (row + 1) * high,
            ..spot.area
        };
        canvas.spot(&Spot { area, leader: None }, LABEL, INK_OVER, line);
    }
}

/// Words joined by commas, in lines no wider than `width_max` where one of them allows.
fn wrapped(words: &[String], size: i64, width_max: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let comma = if index + 1 < words.len() { "," } else { "" };
        let word = format!("{word}{comma}");
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(last)) if extent(&joined, size).0 <= width_max => *last = joined,
            _ => lines.push(word),
        }
    }
    lines
}
