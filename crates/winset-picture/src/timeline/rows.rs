//! Rows within lanes, so that no label lies on another event.

use crate::area::Area;
use crate::canvas::{LABEL, SMALL, extent};
use crate::flags::free_row;
use crate::scale::Scale;
use crate::text::plain;

use super::data::Timeline;
use crate::numbers::count;

/// From one row to the next.
pub(super) const ROW: i64 = 20;
/// Above and below the rows of a lane.
pub(super) const PAD: i64 = 6;
/// How far a mark reaches, and where its label begins.
pub(super) const REACH: i64 = 6;
pub(super) const LABEL_AT: i64 = 10;
/// Labels take at most this.
const LABEL_MAX: i64 = 250;

/// Where an event is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) event: usize,
    pub(super) x: i64,
    pub(super) row: i64,
    /// The left edge of its label.
    pub(super) label: i64,
    pub(super) width: i64,
}

/// The spots of a lane's events, and the height of the lane. Events go by day, then as they came.
pub(super) fn rows(
    data: &Timeline,
    lane: usize,
    scale: &Scale,
    field: (i64, i64),
) -> (Vec<Spot>, i64) {
    let of_lane = data
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| event.lane == lane);
    let mut events: Vec<usize> = of_lane.map(|(index, _)| index).collect();
    events.sort_by_key(|index| (data.events[*index].day, *index));
    let mut rows: Vec<Vec<(i64, i64)>> = Vec::new();
    let mut spots = Vec::new();
    for event in events {
        let x = scale.place(data.events[event].day);
        let words = plain(&data.events[event].label);
        let room = (x - LABEL_AT - field.0).max(field.1 - x - LABEL_AT);
        let width = extent(&words, SMALL).0.min(LABEL_MAX).min(room);
        let right = x + LABEL_AT;
        let label = if right + width <= field.1 {
            right
        } else {
            x - LABEL_AT - width
        };
        let span = (label.min(x - REACH), (label + width).max(x + REACH));
        let row = count(free_row(&mut rows, span));
        spots.push(Spot {
            event,
            x,
            row,
            label,
            width,
        });
    }
    let high = count(rows.len()).max(1) * ROW + 2 * PAD;
    (spots, high)
}

/// The widest title of a lane, within bounds.
pub(super) fn titles_width(data: &Timeline) -> i64 {
    let widths = data
        .lanes
        .iter()
        .map(|lane| extent(&plain(&lane.title), LABEL).0);
    widths.max().unwrap_or(0).clamp(40, 130)
}

/// The middle of a row in a lane.
pub(super) fn middle(lane: &Area, row: i64) -> i64 {
    lane.top + PAD + row * ROW + ROW / 2
}
