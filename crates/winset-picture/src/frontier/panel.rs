//! A field with two scales, and everything in it.

use std::collections::BTreeSet;

use crate::area::{Area, At};
use crate::axis::{self, Ticks};
use crate::canvas::{Anchor, Canvas, LABEL, Label, SMALL, drop_of, extent};
use crate::ink::{AREA, INK, SOFT, WARN, WARN_INK};
use crate::party::{Look, look};
use crate::place::{Places, Spot};
use crate::scale::Scale;
use crate::text::plain;

use super::data::{Axis, Frontier};
use super::dots::{enlarged, packages, packages_of, points, stair_corners, stairs};
use super::named::{offers, paths, settlements};

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
    pub(super) fn place(&self, at: [i64; 2]) -> Option<At> {
        let inside = self.scales[0].has(at[0]) && self.scales[1].has(at[1]);
        inside.then(|| (self.scales[0].place(at[0]), self.scales[1].place(at[1])))
    }

    pub(super) fn offers(&self) -> bool {
        self.shown != Shown::Frontier
    }

    pub(super) fn names(&self) -> bool {
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
        Shown::Frontier => "What cannot be improved for both, enlarged",
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
