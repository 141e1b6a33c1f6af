//! Concessions: for each party its offers one after the other, with what each is worth to it and to
//! the others.

use crate::area::Area;
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, MARGIN, SMALL, drop_of, extent, line_height};
use crate::ink::{INK, LINE, WARN, WARN_INK};
use crate::numbers::count;
use crate::numbers::number;
use crate::party::PicturedParty;
use crate::party::{Look, look, short};
use crate::picture::{Head, Picture};
use crate::place::{Places, Spot};
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
    pub parties: Vec<PicturedParty>,
    /// Scores are numerators over this, for all parties; at least one.
    pub denominator: i64,
    /// The parties that made offers.
    pub conceders: Vec<Conceder>,
}

const WIDTH: i64 = 760;
const TOP: i64 = 72;
/// The height of a panel, and of the field in it.
const PANEL: i64 = 316;
const FIELD_TOP: i64 = 36;
const FIELD_HIGH: i64 = 236;
/// From the left of a panel to its field, and from the field to the names of its lines.
const FIELD_LEFT: i64 = 58;
const NAMES: i64 = 64;

/// Draws a panel for each party that made offers: stairs over its offers for every party's score,
/// the party's own one thick. All panels have the same scale of scores.
pub fn concessions(data: &Concessions) -> Picture {
    let looks = Look::all(&data.parties);
    let across = if data.conceders.len() > 1 { 2 } else { 1 };
    let rows = count(data.conceders.len());
    let rows = ((rows + across - 1) / across).max(1);
    let mut canvas = Canvas::new(WIDTH, TOP + rows * PANEL);
    canvas.heading(&data.head.title, &summary(data));
    let wide = (WIDTH - 2 * MARGIN) / across;
    for (index, conceder) in (0..).zip(&data.conceders) {
        let left = MARGIN + index % across * wide;
        let top = TOP + index / across * PANEL;
        let field = Area {
            left: left + FIELD_LEFT,
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
    let offers = count(conceder.offers.len());
    let ends = Scale::between((0, offers.max(1) * 2), 1, (field.left, field.right));
    let step = |index: i64| (ends.place(index * 2), ends.place(index * 2 + 2));
    let ticks = (0..).zip(&conceder.offers);
    let ticks = ticks.map(|(index, offer)| (ends.place(index * 2 + 1), plain(&offer.label)));
    axis::across(canvas, field, &Ticks(ticks.collect()));
    axis::up(canvas, field, &Ticks::of(&up, 6));
    title(canvas, data, looks, conceder, field);
    let lines: Vec<Line> = party_lines(data, conceder, &up, step);
    if let Some((value, words)) = &conceder.no_deal {
        no_deal(canvas, field, &lines, up.place(*value), words);
    }
    for line in &lines {
        stairs(
            canvas,
            &looks[line.party],
            line,
            line.party == conceder.party,
        );
    }
    names(canvas, data, field, &lines);
}

/// A party's scores of a party's offers: the ends of each tread, and how high it is.
struct Line {
    party: usize,
    treads: Vec<((i64, i64), i64)>,
}

/// The lines of all parties with scores; the party's own last, over the others.
fn party_lines(
    data: &Concessions,
    conceder: &Conceder,
    up: &Scale,
    step: impl Fn(i64) -> (i64, i64),
) -> Vec<Line> {
    let own = conceder.party;
    let others = (0..data.parties.len()).filter(|party| *party != own);
    let parties = others
        .chain([own])
        .filter(|party| *party < data.parties.len());
    let line = |party: usize| {
        let value = |offer: &Conceded| offer.scores.get(party).copied().flatten();
        let treads = (0..).zip(&conceder.offers);
        let treads =
            treads.filter_map(|(index, offer)| Some((step(index), up.place(value(offer)?))));
        let treads: Vec<((i64, i64), i64)> = treads.collect();
        Line { party, treads }
    };
    let lines = parties.map(line);
    lines.filter(|line| !line.treads.is_empty()).collect()
}

fn no_deal(canvas: &mut Canvas, field: &Area, lines: &[Line], y: i64, words: &str) {
    let ends = ((field.left, y), (field.right, y));
    canvas.line(ends.0, ends.1, WARN);
    let mut places = Places::new(*field);
    places.line(ends.0, ends.1);
    for ((from, to), y) in lines.iter().flat_map(|line| &line.treads) {
        places.line((*from, *y), (*to, *y));
        places.take(Area::around(((from + to) / 2, *y), 7));
    }
    let words = plain(words);
    if let Some(area) = places.find_along(ends.0, ends.1, extent(&words, SMALL)) {
        let spot = Spot { area, leader: None };
        canvas.spot(&spot, SMALL, WARN_INK, &words);
    }
}

/// Names at the ends of lines, on the right of the field, moved apart where lines end close together.
fn names(canvas: &mut Canvas, data: &Concessions, field: &Area, lines: &[Line]) {
    let mut ends: Vec<(i64, i64, usize)> = lines
        .iter()
        .filter_map(|line| {
            let ((_, right), y) = line.treads.last().copied()?;
            Some((y, right, line.party))
        })
        .collect();
    ends.sort_unstable();
    let high = line_height(LABEL);
    let mut ys: Vec<i64> = Vec::new();
    for (y, ..) in &ends {
        ys.push(ys.last().map_or(*y, |above| (above + high).max(*y)));
    }
    // What went below the field comes up again, and pushes those above it.
    let mut lowest = field.bottom;
    for y in ys.iter_mut().rev() {
        *y = (*y).min(lowest);
        lowest = *y - high;
    }
    for ((end, right, party), y) in ends.into_iter().zip(ys) {
        // Where there is no room for all names, the first ones are left out.
        if y < field.top - high / 2 {
            continue;
        }
        canvas.line((right + 1, end), (field.right + 12, y), LINE);
        canvas.label(&Label {
            at: (field.right + 15, y + drop_of(LABEL)),
            anchor: Anchor::Start,
            size: LABEL,
            ink: INK,
            words: short(&data.parties, Some(party)),
            width_max: NAMES - 18,
        });
    }
}

/// Treads and risers, with a mark on each tread.
fn stairs(canvas: &mut Canvas, look: &Look, line: &Line, own: bool) {
    let mut path = String::new();
    let mut end = None;
    for ((from, to), y) in &line.treads {
        let joint = if end == Some(*from) { 'L' } else { 'M' };
        path.push_str(&format!("{joint}{from} {y}L{to} {y}"));
        end = Some(*to);
    }
    let (width_tenths, reach) = if own { (35, 6) } else { (15, 4) };
    canvas.path(&path, &look.dashed(width_tenths));
    for ((from, to), y) in &line.treads {
        canvas.path(&look.shape(((from + to) / 2, *y), reach), &look.fill());
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
