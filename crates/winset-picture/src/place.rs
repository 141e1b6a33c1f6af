//! Places for labels: beside their marks, apart from each other, within a field.

use crate::area::{Area, At};
use crate::numbers::count;

/// From a mark to its label.
const GAP: i64 = 3;
/// From one ring of candidates to the next.
const RING: i64 = 10;
/// How much farther a label goes rather than lie across one line.
const LINE_COST: i64 = 9;
/// From a mark, when a line leads from it to its label.
const LEADER: i64 = 12;
/// Steps of the search through the whole field.
const SCAN: (i64, i64) = (8, 4);
/// Places that are tried along a line.
const ALONG: i64 = 16;
/// Directions from the mark to the label, in the order of preference.
const SIDES: [(i64, i64); 8] = [
    (1, 0),
    (1, -1),
    (1, 1),
    (-1, 0),
    (-1, -1),
    (-1, 1),
    (0, -1),
    (0, 1),
];

/// A field with what is taken of it.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    field: Area,
    taken: Vec<Area>,
    lines: Vec<Area>,
}

/// Where a label goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) area: Area,
    /// The ends of a line from the mark to the label, if the label is far.
    pub(crate) leader: Option<(At, At)>,
}

impl Places {
    pub(crate) fn new(field: Area) -> Self {
        Self {
            field,
            taken: Vec::new(),
            lines: Vec::new(),
        }
    }

    pub(crate) fn field(&self) -> Area {
        self.field
    }

    /// Keeps labels off `area`.
    pub(crate) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Takes `area` if it is free; says whether it was.
    pub(crate) fn take_free(&mut self, area: Area) -> bool {
        let free = self.is_free(&area);
        if free {
            self.take(area);
        }
        free
    }

    /// Labels avoid the line, but may cross it.
    pub(crate) fn line(&mut self, from: At, to: At) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = (dx.abs().max(dy.abs()) / 6).max(1);
        let at = |n: i64| (from.0 + dx * n / steps, from.1 + dy * n / steps);
        self.lines
            .extend((0..=steps).map(|n| Area::around(at(n), 1)));
    }

    /// Labels avoid the dot, but may lie on it.
    pub(crate) fn dot(&mut self, at: At, reach: i64) {
        self.lines.push(Area::around(at, reach));
    }

    /// A free place for a label of `size` beside `mark`, which reaches `reach` from its middle; the
    /// place is then taken. `None` if the field has no room. The nearest wins, with a fine for each
    /// line that is crossed; then the order of `SIDES`.
    pub(crate) fn find(&mut self, mark: At, reach: i64, size: (i64, i64)) -> Option<Spot> {
        let beside = self.beside(mark, reach, size).map(|(_, area)| area);
        let area = beside.or_else(|| self.anywhere(mark, size))?;
        self.taken.push(area);
        let near = area.nearest(mark);
        let far = (near.0 - mark.0).abs().max((near.1 - mark.1).abs());
        let leader = (far > reach + LEADER).then_some((mark, near));
        Some(Spot { area, leader })
    }

    /// A free place for a label of `size` beside a line, wherever along it lines and marks are
    /// least in the way; the place is then taken.
    pub(crate) fn find_along(&mut self, from: At, to: At, size: (i64, i64)) -> Option<Area> {
        let part = |n: i64| {
            let between = |from: i64, to: i64| from + (to - from) * n / ALONG;
            (between(from.0, to.0), between(from.1, to.1))
        };
        let found = (0..=ALONG).filter_map(|n| self.beside(part(n), 2, size));
        let (_, area) = found.min_by_key(|(cost, _)| *cost)?;
        self.taken.push(area);
        Some(area)
    }

    fn beside(&self, mark: At, reach: i64, size: (i64, i64)) -> Option<(i64, Area)> {
        let mut best: Option<(i64, Area)> = None;
        let rings = self.field.width().max(self.field.height()) / RING;
        for ring in 0..=rings {
            if best.is_some_and(|(cost, _)| cost <= ring * RING) {
                break;
            }
            for side in SIDES {
                let area = shifted(mark, reach + GAP + ring * RING, size, side);
                if !self.is_free(&area) {
                    continue;
                }
                let cost = ring * RING + self.crossed(&area) * LINE_COST;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, area));
                }
            }
        }
        best
    }

    /// The free place nearest to the mark, on a grid over the field.
    fn anywhere(&self, mark: At, size: (i64, i64)) -> Option<Area> {
        let mut best: Option<(i64, Area)> = None;
        let mut top = self.field.top;
        while top + size.1 <= self.field.bottom {
            let mut left = self.field.left;
            while left + size.0 <= self.field.right {
                let area = Area::sized((left, top), size);
                let near = area.nearest(mark);
                let far = (near.0 - mark.0).abs() + (near.1 - mark.1).abs();
                if best.is_none_or(|(least, _)| far < least) && self.is_free(&area) {
                    best = Some((far, area));
                }
                left += SCAN.0;
            }
            top += SCAN.1;
        }
        best.map(|(_, area)| area)
    }

    fn is_free(&self, area: &Area) -> bool {
        self.field.holds(area) && !self.taken.iter().any(|taken| taken.meets(area))
    }

    /// Pieces of lines under the area, a few of which count as one line.
    fn crossed(&self, area: &Area) -> i64 {
        let pieces = self.lines.iter().filter(|line| line.meets(area)).count();
        count(pieces.div_ceil(3))
    }
}

/// The area of a label that is shifted from the mark to one side.
fn shifted(mark: At, by: i64, size: (i64, i64), side: (i64, i64)) -> Area {
    let ((x, y), (width, height)) = (mark, size);
    let diagonal = side.0 != 0 && side.1 != 0;
    let by = if diagonal { by * 3 / 4 } else { by };
    let left = match side.0 {
        1 => x + by,
        -1 => x - by - width,
        _ => x - width / 2,
    };
    let top = match side.1 {
        1 => y + by,
        -1 => y - by - height,
        _ => y - height / 2,
    };
    Area::sized((left, top), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Area = Area {
        left: 40,
        top: 30,
        right: 740,
        bottom: 480,
    };

    /// A small generator, so that a seed gives the same test everywhere.
    fn next(state: &mut u64, below: i64) -> i64 {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(*state >> 33).unwrap() % below
    }

    fn check(marks: &[(At, (i64, i64))]) {
        let mut places = Places::new(FIELD);
        marks
            .iter()
            .for_each(|(at, _)| places.take(Area::around(*at, 5)));
        let mut found: Vec<Area> = Vec::new();
        for (at, size) in marks {
            let Some(spot) = places.find(*at, 5, *size) else {
                continue;
            };
            assert!(FIELD.holds(&spot.area), "{spot:?} leaves the field");
            assert!(
                !found.iter().any(|other| other.meets(&spot.area)),
                "{spot:?}"
            );
            found.push(spot.area);
        }
        let asked: i64 = marks.iter().map(|(_, (w, h))| w * h).sum();
        let wide = marks.iter().any(|(_, (width, _))| *width > FIELD.width());
        if !wide && asked * 5 < FIELD.width() * FIELD.height() {
            assert_eq!(found.len(), marks.len(), "there is room for all");
        }
    }

    #[test]
    fn labels_neither_overlap_nor_leave_the_field() {
        for seed in 0..300 {
            let mut state = seed;
            let count = 1 + next(&mut state, 120);
            let marks: Vec<(At, (i64, i64))> = (0..count)
                .map(|_| {
                    let at = (40 + next(&mut state, 701), 30 + next(&mut state, 451));
                    (at, (8 + next(&mut state, 160), 15))
                })
                .collect();
            check(&marks);
        }
    }

    #[test]
    fn all_marks_may_be_at_one_place() {
        for at in [(40, 30), (740, 480), (300, 200)] {
            check(&vec![(at, (90, 15)); 40]);
            check(&vec![(at, (200, 15)); 250]);
        }
        check(&[((300, 200), (2_000, 15))]);
    }

    #[test]
    fn the_first_label_stands_to_the_right_and_avoids_lines() {
        let mut places = Places::new(FIELD);
        let first = places.find((300, 200), 5, (60, 14)).unwrap();
        assert_eq!((first.area.left, first.leader), (308, None));
        let mut places = Places::new(FIELD);
        places.line((300, 200), (500, 200));
        let first = places.find((300, 200), 5, (60, 14)).unwrap();
        assert!(!first.area.meets(&Area::sized((305, 199), (100, 2))));
    }
}
