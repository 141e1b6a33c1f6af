//! A field with two scales, and everything in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::area::{Area, At};
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, SMALL, drop_of, extent, line_height};
use crate::ink::{AREA, FAINT, INK, INK_OVER, LINE, MARK, SOFT, SOFT_OVER, STAIR, WARN, WARN_INK};
use crate::numbers::number;
use crate::party::{Look, Marker, circle, look, shape, short};
use crate::place::{Places, Spot};
use crate::scale::Scale;
use crate::text::plain;

use super::data::{Axis, Frontier, Settlement};

/// What a panel shows: all with the frontier as a small thing, the frontier alone, or both at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    All,
    Frontier,
    Both,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Panel {
    pub(super) field: Area,
    pub(super) scales: [Scale; 2],
    pub(super) shown: Shown,
}

impl Panel {
    /// The place of both values, if they are in the field.
    fn place(&self, at: [i64; 2]) -> Option<At> {
        let inside = self.scales[0].has(at[0]) && self.scales[1].has(at[1]);
        inside.then(|| (self.scales[0].place(at[0]), self.scales[1].place(at[1])))
    }

    fn offers(&self) -> bool {
        self.shown != Shown::Frontier
    }

    fn names(&self) -> bool {
        self.shown != Shown::All
    }
}

/// Labels avoid the dots of packages up to this number of them.
const DOTS_AVOIDED_MAX: usize = 1_000;

/// Draws a panel; `near` is another one that enlarges a part of it.
pub(super) fn draw(
    canvas: &mut Canvas,
    data: &Frontier,
    looks: &[Look],
    panel: &Panel,
    near: Option<&Panel>,
) {
    let mut places = taken(data, panel);
    zones(canvas, data, panel);
    frame(canvas, data, looks, panel);
    packages(canvas, data, panel);
    stairs(canvas, data, panel);
    let no_deal = no_deal(data, panel);
    for ([from, to], _) in &no_deal {
        canvas.line(*from, *to, WARN);
        places.line(*from, *to);
    }
    points(canvas, data, panel);
    if let Some(near) = near {
        enlarged(canvas, panel, near, &mut places);
    }
    if panel.offers() {
        offers(canvas, data, looks, panel, &mut places);
    }
    if panel.names() {
        settlements(canvas, data, panel, &mut places);
    }
    for ([from, to], words) in no_deal {
        let words = plain(words);
        if let Some(area) = places.find_along(from, to, extent(&words, SMALL)) {
            let spot = Spot { area, leader: None };
            canvas.spot(&spot, SMALL, WARN_INK, &words);
        }
    }
}

/// What labels keep away from.
fn taken(data: &Frontier, panel: &Panel) -> Places {
    let mut places = Places::new(panel.field);
    let reach = if panel.names() { 5 } else { 3 };
    for at in data.points.iter().filter_map(|point| panel.place(point.at)) {
        places.take(Area::around(at, reach));
    }
    if panel.names() {
        for at in data
            .settlements
            .iter()
            .filter_map(|one| panel.place(one.at))
        {
            places.take(Area::around(at, 9));
        }
    }
    if panel.offers() {
        for at in data.offers.iter().filter_map(|offer| panel.place(offer.at)) {
            places.take(Area::around(at, 8));
        }
        for path in paths(data, panel).values() {
            path.windows(2)
                .for_each(|pair| places.line(pair[0], pair[1]));
        }
    }
    let dots: BTreeSet<At> = packages_of(data, panel);
    if dots.len() <= DOTS_AVOIDED_MAX {
        dots.iter().for_each(|at| places.dot(*at, 2));
    }
    let stairs = stair_corners(data, panel);
    stairs
        .windows(2)
        .for_each(|pair| places.line(pair[0], pair[1]));
    places
}

/// The zones in which a party does better without a deal.
fn zones(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let Area {
        left,
        top,
        right,
        bottom,
    } = panel.field;
    let value = |axis: usize| {
        let value = data.axes[axis].no_deal.as_ref()?.0;
        Some(panel.scales[axis].place(value))
    };
    if let Some(x) = value(0) {
        canvas.area(
            Area {
                left,
                top,
                right: x,
                bottom,
            },
            AREA,
        );
    }
    if let Some(y) = value(1) {
        canvas.area(
            Area {
                left,
                top: y,
                right,
                bottom,
            },
            AREA,
        );
    }
}

fn frame(canvas: &mut Canvas, data: &Frontier, looks: &[Look], panel: &Panel) {
    let Area {
        left,
        top,
        right,
        bottom,
    } = panel.field;
    axis::across(
        canvas,
        &panel.field,
        &Ticks::of(&panel.scales[0], (right - left) / 56),
    );
    axis::up(
        canvas,
        &panel.field,
        &Ticks::of(&panel.scales[1], (bottom - top) / 48),
    );
    let title = |canvas: &mut Canvas, axis: usize, at: At, anchor: Anchor| {
        let words = &data.axes[axis].title;
        let arrow = ["→", "↑"][axis];
        let words = format!("{} {arrow}", plain(words));
        let width = extent(&words, LABEL).0.min(right - left - 24);
        let mark = match anchor {
            Anchor::End => at.0 - width - 12,
            _ => at.0 + 6,
        };
        if let Some(look) = look(looks, Some(data.axes[axis].party)) {
            canvas.path(&look.shape((mark, at.1 - drop_of(LABEL)), 5), &look.fill());
        }
        let x = if anchor == Anchor::End {
            at.0
        } else {
            at.0 + 16
        };
        canvas.label(&Label {
            at: (x, at.1),
            anchor,
            size: LABEL,
            ink: INK,
            words: &words,
            width_max: width,
        });
    };
    title(canvas, 1, (left - 50, top - 12), Anchor::Start);
    title(canvas, 0, (right, bottom + 42), Anchor::End);
    let caption = match panel.shown {
        Shown::All => "All offers",
        Shown::Frontier => "The frontier, enlarged",
        Shown::Both => return,
    };
    canvas.label(&Label {
        at: (left - 50, top - 36),
        anchor: Anchor::Start,
        size: LABEL + 1,
        ink: SOFT,
        words: caption,
        width_max: right - left,
    });
}

/// Places of packages, each once.
fn packages_of(data: &Frontier, panel: &Panel) -> BTreeSet<At> {
    let packages = data.packages.iter();
    packages.filter_map(|at| panel.place(*at)).collect()
}

fn packages(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let dots = packages_of(data, panel);
    let data: Vec<String> = dots.iter().map(|at| circle(*at, 2)).collect();
    if !data.is_empty() {
        canvas.path(&data.join(""), FAINT);
    }
}

/// The border of what some point of the frontier is at least as good as, in both scores.
fn stair_corners(data: &Frontier, panel: &Panel) -> Vec<At> {
    let places: BTreeSet<[i64; 2]> = data.points.iter().map(|point| point.at).collect();
    let places: Vec<At> = places.iter().filter_map(|at| panel.place(*at)).collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let mut corners = vec![(panel.field.left, first.1)];
    for (at, next) in places.iter().zip(places.iter().skip(1)) {
        corners.extend([*at, (at.0, next.1)]);
    }
    corners.extend([*last, (last.0, panel.field.bottom)]);
    corners
}

fn stairs(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let corners = stair_corners(data, panel);
    if !corners.is_empty() {
        canvas.path(&through(&corners), STAIR);
    }
}

/// Path data through points.
fn through(places: &[At]) -> String {
    let places: Vec<String> = places.iter().map(|(x, y)| format!("{x} {y}")).collect();
    format!("M{}", places.join("L"))
}

/// Lines of no-deal values: of each its ends, and what stands at it.
fn no_deal<'a>(data: &'a Frontier, panel: &Panel) -> Vec<([At; 2], &'a str)> {
    let Area {
        left,
        top,
        right,
        bottom,
    } = panel.field;
    let line = |(axis, of): (usize, &'a Axis)| {
        let (value, words) = of.no_deal.as_ref()?;
        let place = panel.scales[axis].place(*value);
        let ends = match axis {
            0 => [(place, top), (place, bottom)],
            _ => [(right, place), (left, place)],
        };
        Some((ends, words.as_str()))
    };
    data.axes.iter().enumerate().filter_map(line).collect()
}

fn points(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let reach = if panel.names() { 4 } else { 2 };
    for point in &data.points {
        let Some(at) = panel.place(point.at) else {
            continue;
        };
        let group = canvas.open("wp-point", &point.title, point.href.as_deref());
        canvas.path(&circle(at, reach), MARK);
        canvas.close(group);
    }
}

/// The part that another panel enlarges.
fn enlarged(canvas: &mut Canvas, panel: &Panel, near: &Panel, places: &mut Places) {
    let corner = |end: bool| {
        [0, 1].map(|axis| {
            let (low, high) = near.scales[axis].ends();
            panel.scales[axis].place(if end { high } else { low })
        })
    };
    let ([left, bottom], [right, top]) = (corner(false), corner(true));
    let area = Area {
        left: left - 3,
        top: top - 3,
        right: right + 3,
        bottom: bottom + 3,
    };
    canvas.path(
        &format!(
            "M{} {}H{}V{}H{}Z",
            area.left, area.top, area.right, area.bottom, area.left
        ),
        LINE,
    );
    places.take(area);
    let middle = area.middle();
    let reach = area.width().max(area.height()) / 2;
    let words = "enlarged at the right";
    if let Some(spot) = places.find(middle, reach, extent(words, SMALL)) {
        canvas.spot(&spot, SMALL, SOFT_OVER, words);
    }
}

/// The places of each party's offers, in their order.
fn paths(data: &Frontier, panel: &Panel) -> BTreeMap<usize, Vec<At>> {
    let mut paths: BTreeMap<usize, Vec<At>> = BTreeMap::new();
    for offer in &data.offers {
        if let Some(at) = panel.place(offer.at) {
            paths.entry(offer.party).or_default().push(at);
        }
    }
    paths
}

fn offers(
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
        let (mark, paint) = match look(looks, Some(offer.party)) {
            Some(look) => (look.shape(at, 6), look.fill()),
            None => (shape(Marker::Circle, at, 5), INK.to_owned()),
        };
        canvas.path(&mark, &paint);
        let words = format!(
            "{} {}",
            plain(short(&data.parties, Some(offer.party))),
            offer.number
        );
        label(canvas, places, (at, 7), &[words]);
        canvas.close(group);
    }
}

/// Settlements as diamonds in rings; those at one place share it.
fn settlements(canvas: &mut Canvas, data: &Frontier, panel: &Panel, places: &mut Places) {
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
        canvas.path(&shape(Marker::Diamond, at, 5), INK);
        label(canvas, places, (at, 9), &names);
        canvas.close(group);
    }
}

/// A label beside a mark, with a line to it if it is far. Its words break into lines of half the field
/// at most.
fn label(canvas: &mut Canvas, places: &mut Places, (at, reach): (At, i64), words: &[String]) {
    let lines = wrapped(words, LABEL, places.field().width() / 2);
    let widest = lines.iter().map(|line| extent(line, LABEL).0).max();
    let high = line_height(LABEL);
    let rows = i64::try_from(lines.len()).unwrap_or(i64::MAX / high);
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
