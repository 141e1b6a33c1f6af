//! Where demands and knots are.

use crate::area::At;
use crate::canvas::{LABEL, MARGIN, extent};
use crate::text::plain;

use super::data::Conflict;
use super::order::Order;
use super::sides::{Group, Side};
use crate::numbers::count;

/// The width of the picture.
pub(super) const WIDTH: i64 = 760;
/// The first line of the columns.
const TOP: i64 = 84;
/// From one row to the next, at least, and at most where there is room; and more before a group.
const ROW: i64 = 24;
const ROW_MAX: i64 = 34;
const GROUP_GAP: i64 = 12;
/// Labels take at most this.
const LABEL_MAX: i64 = 236;
/// From a mark to its label.
pub(super) const LABEL_GAP: i64 = 14;
/// From one knot to the next above it, and most of the height that one column of knots takes.
const KNOT_PITCH: i64 = 26;
const KNOTS_HIGH: i64 = 1_040;
/// From one column of knots to the next.
const KNOTS_APART: i64 = 34;
/// How far knots reach: for numbers of two digits, and of three.
const KNOT_REACH: i64 = 10;
const KNOT_REACH_WIDE: i64 = 13;

/// Where a demand's mark is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) side: Side,
    pub(super) at: At,
}

/// Where everything is.
#[derive(Debug)]
pub(super) struct Columns {
    /// The height of the picture.
    pub(super) height: i64,
    /// Of each demand.
    pub(super) demands: Vec<Option<Place>>,
    /// Of each group's heading: its owner.
    pub(super) headings: Vec<(Option<usize>, Place)>,
    /// Of knots, in their order.
    pub(super) knots: Vec<At>,
    pub(super) knot_reach: i64,
    /// Columns of knots.
    pub(super) across: i64,
    /// The width of labels on both sides.
    pub(super) label_max: [i64; 2],
}

impl Columns {
    pub(super) fn of(data: &Conflict, order: &Order) -> Self {
        let heights = order.sides.each_ref().map(|groups| height_of(groups, ROW));
        let rows_high = heights[0].max(heights[1]);
        let (pitch, across) = knot_grid(order.knots.len(), rows_high);
        let knots_high = pitch * count(order.knots.len());
        let high = rows_high.max(knots_high);
        let marks = mark_places(data, order);
        let wide = data.clashes.iter().any(|clash| clash.number > 99);
        let middle = i64::midpoint(marks[0], marks[1]);
        let first = TOP + (high - knots_high) / 2 + pitch / 2;
        let knot = |index: i64| {
            let column = 2 * (index % across) - (across - 1);
            (middle + column * KNOTS_APART / 2, first + index * pitch)
        };
        let mut columns = Self {
            height: TOP + high + MARGIN,
            demands: vec![None; data.demands.len()],
            headings: Vec::new(),
            knots: (0..count(order.knots.len())).map(knot).collect(),
            knot_reach: if wide { KNOT_REACH_WIDE } else { KNOT_REACH },
            across,
            label_max: [marks[0] - MARGIN, WIDTH - MARGIN - marks[1]].map(|room| room - LABEL_GAP),
        };
        for side in Side::BOTH {
            columns.stack(&order.sides[side.index()], side, marks[side.index()], high);
        }
        columns
    }

    /// Stacks the groups of a side in the middle of the height; rows spread as far as there is room.
    fn stack(&mut self, groups: &[Group], side: Side, x: i64, high: i64) {
        let row = ROW * high / height_of(groups, ROW).max(1);
        let row = row.clamp(ROW, ROW_MAX);
        let mut y = TOP + (high - height_of(groups, row)) / 2 + row / 2;
        for group in groups {
            self.headings
                .push((group.owner, Place { side, at: (x, y) }));
            for demand in &group.demands {
                y += row;
                self.demands[*demand] = Some(Place { side, at: (x, y) });
            }
            y += row + GROUP_GAP;
        }
    }
}

/// Groups with their headings and the gaps between them.
fn height_of(groups: &[Group], row: i64) -> i64 {
    let rows: i64 = groups
        .iter()
        .map(|group| count(group.demands.len()) + 1)
        .sum();
    rows * row + (count(groups.len()) - 1).max(0) * GROUP_GAP
}

/// From one knot to the next, and the number of columns that they alternate between.
fn knot_grid(knots: usize, rows_high: i64) -> (i64, i64) {
    let knots = count(knots).max(1);
    let allowed = rows_high.max(KNOTS_HIGH);
    let across = ((knots * KNOT_PITCH + allowed - 1) / allowed).clamp(1, 4);
    let least = (KNOT_PITCH + across - 1) / across;
    let spread = (rows_high / knots).min(KNOT_PITCH * 2);
    (least.max(spread), across)
}

/// How far across the marks of both sides are: as labels need.
fn mark_places(data: &Conflict, order: &Order) -> [i64; 2] {
    let widest = order.sides.each_ref().map(|groups| {
        let demands = groups.iter().flat_map(|group| &group.demands);
        let widths = demands.map(|demand| extent(&plain(&data.demands[*demand].label), LABEL).0);
        widths.max().unwrap_or(0).clamp(90, LABEL_MAX)
    });
    [
        MARGIN + widest[0] + LABEL_GAP,
        WIDTH - MARGIN - widest[1] - LABEL_GAP,
    ]
}
