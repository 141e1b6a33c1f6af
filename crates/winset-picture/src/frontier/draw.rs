//! One panel, or two where the frontier is small beside the offers.

use crate::area::Area;
use crate::canvas::Canvas;
use crate::numbers::number;
use crate::party::Look;
use crate::picture::Picture;
use crate::scale::Scale;
use crate::text::{counted, plain};

use super::data::Frontier;
use super::panel::{Panel, Shown, draw};

const WIDTH: i64 = 760;
const HEIGHT: i64 = 560;
const HEIGHT_OF_TWO: i64 = 500;
/// The field of one panel, and those of two.
const ONE: Area = Area {
    left: 72,
    top: 92,
    right: 736,
    bottom: 500,
};
const FAR: Area = Area {
    left: 66,
    top: 116,
    right: 366,
    bottom: 436,
};
const NEAR: Area = Area {
    left: 440,
    top: 116,
    right: 740,
    bottom: 436,
};
/// Two panels where everything is so many times as wide or high as the frontier.
const FAR_TIMES: i64 = 3;
/// Beside and above what is drawn one part of so many is left for labels.
const MARGIN_PART: i64 = 10;
/// Points of the frontier that the description lists.
const TOLD_MAX: usize = 40;

/// Draws scores of two parties. Where offers and packages spread much wider than the frontier, a panel
/// shows all of them and a second one the frontier, enlarged.
pub fn frontier(data: &Frontier) -> Picture {
    let looks = Look::all(&data.parties);
    let [far, near] = [Shown::All, Shown::Frontier].map(|shown| spans(data, shown));
    let is_far = |axis: usize| far[axis] > near[axis].saturating_mul(FAR_TIMES);
    let two = is_far(0) || is_far(1);
    let mut canvas = Canvas::new(WIDTH, if two { HEIGHT_OF_TWO } else { HEIGHT });
    canvas.heading(&data.head.title, &summary(data));
    if two {
        let near = panel(data, NEAR, Shown::Frontier);
        let far = panel(data, FAR, Shown::All);
        draw(&mut canvas, data, &looks, &far, Some(&near));
        draw(&mut canvas, data, &looks, &near, None);
    } else {
        draw(
            &mut canvas,
            data,
            &looks,
            &panel(data, ONE, Shown::Both),
            None,
        );
    }
    canvas.finish(&data.head, &told(data))
}

fn panel(data: &Frontier, field: Area, shown: Shown) -> Panel {
    let across = (field.left, field.right);
    let up = (field.bottom, field.top);
    Panel {
        field,
        scales: [scale(data, 0, shown, across), scale(data, 1, shown, up)],
        shown,
    }
}

fn spans(data: &Frontier, shown: Shown) -> [i64; 2] {
    [0, 1].map(|axis| scale(data, axis, shown, (0, 1)).span())
}

/// A scale over what a panel shows.
fn scale(data: &Frontier, axis: usize, shown: Shown, places: (i64, i64)) -> Scale {
    let points = data.points.iter().map(|point| point.at[axis]);
    let picked = data.settlements.iter().map(|one| one.at[axis]);
    let no_deal = data.axes[axis].no_deal.iter().map(|(value, _)| *value);
    let near = points.chain(picked).chain(no_deal);
    let offers = data.offers.iter().map(|offer| offer.at[axis]);
    let all = offers.chain(data.packages.iter().map(|at| at[axis]));
    let all = all.filter(|_| shown != Shown::Frontier);
    let values = near.chain(all);
    Scale::within(values, data.axes[axis].denominator, places, MARGIN_PART)
}

fn summary(data: &Frontier) -> String {
    let mut parts = Vec::new();
    if !data.packages.is_empty() {
        let packages = counted(data.packages.len(), "package", "packages");
        parts.push(format!("{packages} (light dots)"));
    }
    parts.push(counted(
        data.points.len(),
        "point that cannot be improved for both",
        "points that cannot be improved for both",
    ));
    if !data.offers.is_empty() {
        parts.push(counted(data.offers.len(), "offer", "offers"));
    }
    if data.axes.iter().any(|axis| axis.no_deal.is_some()) {
        parts.push("shaded: worse than no deal".to_owned());
    }
    parts.join(" · ")
}

fn told(data: &Frontier) -> String {
    let value = |at: [i64; 2]| {
        let value = |axis: usize| number(at[axis], data.axes[axis].denominator);
        format!("{} and {}", value(0), value(1))
    };
    let mut told = vec![format!(
        "Across: {}; up: {}.",
        plain(&data.axes[0].title),
        plain(&data.axes[1].title)
    )];
    let no_deal = data
        .axes
        .iter()
        .filter_map(|axis| Some((axis, axis.no_deal.as_ref()?)));
    told.extend(no_deal.map(|(axis, (no_deal, _))| {
        let title = plain(&axis.title);
        format!(
            "No deal is worth {} to {title}.",
            number(*no_deal, axis.denominator)
        )
    }));
    let mut points: Vec<[i64; 2]> = data.points.iter().map(|point| point.at).collect();
    points.sort_unstable();
    let words: Vec<String> = points.iter().take(TOLD_MAX).map(|at| value(*at)).collect();
    if !words.is_empty() {
        let more = points.len().saturating_sub(TOLD_MAX);
        let more = if more > 0 {
            format!("; {more} more")
        } else {
            String::new()
        };
        told.push(format!(
            "What cannot be improved for both: {}{more}.",
            words.join("; ")
        ));
    }
    let settled = data.settlements.iter();
    told.extend(settled.map(|one| format!("{}: {}.", plain(&one.name), value(one.at))));
    told.extend(data.offers.iter().map(|offer| {
        let by = crate::party::short(&data.parties, Some(offer.party));
        format!(
            "Offer {} of {}: {}.",
            offer.number,
            plain(by),
            value(offer.at)
        )
    }));
    told.join(" ")
}
