//! Packages, the stairs of the frontier, its points.

use std::collections::BTreeSet;

use crate::area::{Area, At};
use crate::canvas::{Canvas, SMALL, extent};
use crate::ink::{FAINT, LINE, MARK, SOFT_OVER, STAIR};
use crate::party::circle;
use crate::place::Places;

use super::data::Frontier;
use super::panel::Panel;

/// Places of packages, each once.
pub(super) fn packages_of(data: &Frontier, panel: &Panel) -> BTreeSet<At> {
    let packages = data.packages.iter();
    packages.filter_map(|at| panel.place(*at)).collect()
}

pub(super) fn packages(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let dots = packages_of(data, panel);
    let data: Vec<String> = dots.iter().map(|at| circle(*at, 2)).collect();
    if !data.is_empty() {
        canvas.path(&data.join(""), FAINT);
    }
}

/// The border of what some point of the frontier is at least as good as, in both scores.
pub(super) fn stair_corners(data: &Frontier, panel: &Panel) -> Vec<At> {
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

pub(super) fn stairs(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
    let corners = stair_corners(data, panel);
    if !corners.is_empty() {
        canvas.path(&through(&corners), STAIR);
    }
}

/// Path data through points.
pub(super) fn through(places: &[At]) -> String {
    let places: Vec<String> = places.iter().map(|(x, y)| format!("{x} {y}")).collect();
    format!("M{}", places.join("L"))
}

pub(super) fn points(canvas: &mut Canvas, data: &Frontier, panel: &Panel) {
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
pub(super) fn enlarged(canvas: &mut Canvas, panel: &Panel, near: &Panel, places: &mut Places) {
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
