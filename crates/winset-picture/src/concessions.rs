//! Concessions: for each party its offers one after the other, with what each is worth to it and to
//! the others.

use crate::area::{Area, At};
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of, extent};
use crate::ink::{INK, INK_OVER, LINE, WARN, WARN_INK};
use crate::numbers::number;
use crate::party::Party;
use crate::party::{Look, look, short};
use crate::picture::{Head, Picture};
use crate::place::Places;
use crate::scale::Scale;
use crate::text::{counted, plain};

/// An offer and its scores.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conceded {
    /// Its number or date.
    pub label: String,
    /// The score of each party, in the order of the parties; the last ones may be missing.
    pub scores: Vec<Option<i64>>,
}

/// The offers of a party.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conceder {
    /// The number of the party.
    pub party: usize,
    /// Its no-deal value, and what stands at it.
    pub no_deal: Option<(i64, String)>,
    /// Its offers, in their order.
    pub offers: Vec<Conceded>,
}

/// Offers of parties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concessions {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<Party>,
    /// Scores are numerators over this, for all parties; at least one.
    pub denominator: i64,
    /// The parties that made offers.
    pub conceders: Vec<Conceder>,
}

const WIDTH: i64 = 760;
const TOP: i64 = 72;
/// The height of a panel, and of the field in it.
const PANEL: i64 = 330;
const FIELD_TOP: i64 = 36;
const FIELD_HIGH: i64 = 236;
/// From the left of a panel to its field, and from the field to the names of its lines.
const FIELD_LEFT: i64 = 56;
const NAMES: i64 = 64;

/// Draws a panel for each party that made offers: stairs over its offers for every party's score,
/// the party's own one thick. All panels have the same scale of scores.
pub fn concessions(data: &Concessions) -> Picture {
    let looks = Look::all(&data.parties);
    let across = if data.conceders.len() > 1 { 2 } else { 1 };
    let rows = i64::try_from(data.conceders.len()).unwrap_or(0);
    let rows = ((rows + across - 1) / across).max(1);
    let mut canvas = Canvas::new(WIDTH, TOP + rows * PANEL);
    canvas.heading(&data.head.title, &summary(data));
    let wide = (WIDTH - 2 * MARGIN) / across;
    for (index, conceder) in (0..).zip(&data.conceders) {
        let left = MARGIN + index % across * wide;
        let top = TOP + index / across * PANEL;
        let field = Area {
            left: left + FIELD_LEFT - MARGIN,
            top: top + FIELD_TOP,
            right: left + wide - NAMES,
            bottom: top + FIELD_TOP + FIELD_HIGH,
        };
        panel(&mut canvas, data, &looks, conceder, &field);
    }
    canvas.finish(&data.head, &told(data))
}

fn panel(
    canvas: &mut Canvas,
    data: &Concessions,
    looks: &[Look],
    conceder: &Conceder,
    field: &Area,
) {
    let up = scale(data, (field.bottom, field.top));
    let offers = i64::try_from(conceder.offers.len()).unwrap_or(0);
    let ends = Scale::between((0, offers.max(1) * 2), 1, (field.left, field.right));
    let step = |index: i64| (ends.place(index * 2), ends.place(index * 2 + 2));
    let ticks = (0..).zip(&conceder.offers);
    let ticks = ticks.map(|(index, offer)| (ends.place(index * 2 + 1), plain(&offer.label)));
    axis::across(canvas, field, &Ticks(ticks.collect()));
    axis::up(canvas, field, &Ticks::of(&up, 6));
    title(canvas, data, looks, conceder, field);
    let mut places = Places::new(Area {
        right: field.right + NAMES - 4,
        ..*field
    });
    if let Some((value, words)) = &conceder.no_deal {
        let y = up.place(*value);
        canvas.line((field.left, y), (field.right, y), WARN);
        let words = plain(words);
        if let Some(spot) = places.find((field.left, y), 2, extent(&words, SMALL)) {
            canvas.spot(&spot, SMALL, WARN_INK, &words);
        }
    }
    // The party's own line last, over the others.
    let own = conceder.party;
    let others = (0..data.parties.len()).filter(|party| *party != own);
    for party in others
        .chain([own])
        .filter(|party| *party < data.parties.len())
    {
        let value = |offer: &Conceded| offer.scores.get(party).copied().flatten();
        let values = (0..).zip(&conceder.offers);
        let values =
            values.filter_map(|(index, offer)| Some((step(index), up.place(value(offer)?))));
        let values: Vec<((i64, i64), i64)> = values.collect();
        stairs(canvas, &looks[party], &values, party == own);
        let Some(((_, right), y)) = values.last().copied() else {
            continue;
        };
        name(
            canvas,
            &mut places,
            (right, y),
            short(&data.parties, Some(party)),
        );
    }
}

/// Treads and risers, with a mark on each tread.
fn stairs(canvas: &mut Canvas, look: &Look, values: &[((i64, i64), i64)], own: bool) {
    let mut path = String::new();
    let mut end = None;
    for ((from, to), y) in values {
        let joint = if end == Some(*from) { 'L' } else { 'M' };
        path.push_str(&format!("{joint}{from} {y}L{to} {y}"));
        end = Some(*to);
    }
    let (width, reach) = if own { ("3.5", 6) } else { ("1.5", 4) };
    let paint = look
        .line()
        .replace("stroke-width=\"2\"", &format!("stroke-width=\"{width}\""));
    if !path.is_empty() {
        canvas.path(&path, &paint);
    }
    for ((from, to), y) in values {
        canvas.path(&look.shape(((from + to) / 2, *y), reach), &look.fill());
    }
}

/// The name of a line at its end, on the right of the field.
fn name(canvas: &mut Canvas, places: &mut Places, at: At, words: &str) {
    let (width, high) = extent(&plain(words), LABEL);
    if let Some(spot) = places.find(at, 2, (width.min(NAMES - 12), high)) {
        if let Some((from, to)) = spot.leader {
            canvas.line(from, to, LINE);
        }
        canvas.spot(&spot, LABEL, INK_OVER, words);
    }
}

fn title(
    canvas: &mut Canvas,
    data: &Concessions,
    looks: &[Look],
    conceder: &Conceder,
    field: &Area,
) {
    let y = field.top - 14;
    if let Some(look) = look(looks, Some(conceder.party)) {
        canvas.path(
            &look.shape((field.left - 30, y - drop_of(LABEL)), 6),
            &look.fill(),
        );
    }
    let name = data
        .parties
        .get(conceder.party)
        .map_or("", |party| party.name.as_str());
    canvas.label(&Label {
        at: (field.left - 18, y),
        anchor: Anchor::Start,
        size: LABEL + 1,
        ink: INK,
        words: &format!("Offers of {}", plain(name)),
        width_max: field.width() + 18,
    });
}

/// One scale for all panels.
fn scale(data: &Concessions, places: (i64, i64)) -> Scale {
    let offers = data.conceders.iter().flat_map(|conceder| &conceder.offers);
    let scores = offers.flat_map(|offer| offer.scores.iter().flatten().copied());
    let no_deal = data
        .conceders
        .iter()
        .filter_map(|conceder| Some(conceder.no_deal.as_ref()?.0));
    Scale::over(scores.chain(no_deal), data.denominator, places)
}

fn summary(data: &Concessions) -> String {
    let offers: usize = data
        .conceders
        .iter()
        .map(|conceder| conceder.offers.len())
        .sum();
    let offers = counted(offers, "offer", "offers");
    format!("{offers}; up: the score of each party; thick: the party's own")
}

fn told(data: &Concessions) -> String {
    let mut told = Vec::new();
    for conceder in &data.conceders {
        let by = plain(short(&data.parties, Some(conceder.party)));
        for offer in &conceder.offers {
            let scores = data.parties.iter().zip(&offer.scores);
            let scores = scores.filter_map(|(party, score)| {
                Some(format!(
                    "{} {}",
                    plain(&party.short),
                    number((*score)?, data.denominator)
                ))
            });
            let scores: Vec<String> = scores.collect();
            told.push(format!(
                "{by}, offer {}: {}.",
                plain(&offer.label),
                scores.join(", ")
            ));
        }
        if let Some((value, _)) = &conceder.no_deal {
            told.push(format!(
                "No deal is worth {} to {by}.",
                number(*value, data.denominator)
            ));
        }
    }
    told.join(" ")
}
