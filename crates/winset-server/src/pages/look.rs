//! What an overlap settles, what it leaves open, and its packages to look through, with or without
//! scores.

use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::options::{OptionSet, PointId};
use winset_told::{Called, called, grouped};

use super::PageView;
use super::address::package_query;

/// Packages that are shown at once.
const AT_ONCE: usize = 12;

/// What there is to look through.
#[derive(Debug, Default)]
pub(super) struct LookThrough {
    /// The points on which one option occurs.
    pub(super) settled: Vec<PointLeft>,
    /// The points on which several do.
    pub(super) open: Vec<PointLeft>,
    /// Some packages, in point-then-option order.
    pub(super) packages: Vec<Looked>,
    /// The numbers of the first and the last of them, and of how many; a `+` where there are more.
    pub(super) shown: String,
    /// Where the packages before these and after these begin.
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
}

/// A point, and the options of it that occur.
#[derive(Debug)]
pub(super) struct PointLeft {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) options: Vec<Called>,
}

/// A package by its options on the points that are open.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) number: String,
    pub(super) query: String,
    /// Titles of points with the options.
    pub(super) options: Vec<(String, Called)>,
}

/// What is in an overlap: the packages listed of it, whether these are all, and which options occur in
/// it where that is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) packages: &'a [Acceptable],
    pub(super) complete: bool,
    pub(super) occurring: Option<&'a [OptionSet]>,
}

/// Lays it out, from the package that the address asks for on.
pub(super) fn look_through(view: &PageView<'_>, listed: Listed<'_>) -> LookThrough {
    let case = view.case();
    let all = listed.packages.len();
    if all == 0 {
        return LookThrough::default();
    }
    let occurring = listed.occurring.map(<[OptionSet]>::to_vec);
    let occurring = occurring.or_else(|| listed.complete.then(|| union(case, listed.packages)));
    let one = |point: usize| {
        let sets = occurring.as_ref();
        sets.is_some_and(|sets| sets[point].len() == 1)
    };
    let (mut settled, mut open) = (Vec::new(), Vec::new());
    for (place, set) in occurring.iter().flatten().enumerate() {
        let point = &case.points[place];
        let left = PointLeft {
            path: format!("/point/{}", super::frame::escaped(&point.id)),
            title: called::point(point).label,
            options: called::options(point, set),
        };
        if one(place) {
            settled.push(left);
        } else {
            open.push(left);
        }
    }
    let from = view.asked("from").and_then(|text| text.parse().ok());
    let from = from.unwrap_or(0_usize).min(all - 1);
    let to = from.saturating_add(AT_ONCE).min(all);
    let looked = |(place, found): (usize, &Acceptable)| {
        let package = found.package();
        let options = package.0.iter().enumerate();
        let options = options.filter(|(point, _)| !one(*point));
        Looked {
            number: grouped(from + place + 1),
            query: package_query(case, package),
            options: options
                .map(|(place, option)| {
                    let point = &case.points[place];
                    (called::point(point).label, called::option(point, *option))
                })
                .collect(),
        }
    };
    let shown = listed.packages[from..to].iter().enumerate().map(looked);
    let numbers = [
        ("first", grouped(from + 1)),
        ("last", grouped(to)),
        (
            "all",
            format!("{}{}", grouped(all), if listed.complete { "" } else { "+" }),
        ),
    ];
    LookThrough {
        settled,
        open,
        packages: shown.collect(),
        shown: view.words.fill("look-shown", &numbers).into_owned(),
        before: (from > 0).then(|| from.saturating_sub(AT_ONCE)),
        after: (to < all).then_some(to),
    }
}

/// The options of each point that occur in some of the packages.
fn union(case: &Case, packages: &[Acceptable]) -> Vec<OptionSet> {
    let points = (0..case.points.len()).map(PointId::at);
    points
        .map(|point| packages.iter().map(|p| p.package().on(point)).collect())
        .collect()
}
