//! Drawing demands, knots and the lines between them.

use crate::area::At;
use crate::canvas::{
    Anchor, Canvas, LABEL, Label, MARGIN, SMALL, TITLE, drop_of, extent, line_height,
};
use crate::ink::{INK, KNOT, KNOT_OUT, LINE, OUT, SOFT};
use crate::party::{Look, Marker, Party, look, shape};
use crate::picture::{Head, Picture};
use crate::text::{counted, plain, sentence};

use super::order::{Order, ordered};
use super::sides::Side;

/// A demand: a line, a link or a rule of a vote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// Its identifier.
    pub label: String,
    /// The number of the party that it is of, if it is one's.
    pub owner: Option<usize>,
    /// What it says.
    pub says: String,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
    /// Whether it is put out: dropped or eased.
    pub out: bool,
}

/// A clash: demands that cannot hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clash {
    /// Its number.
    pub number: usize,
    /// Places of its demands in the list of demands; others are passed over.
    pub demands: Vec<usize>,
    /// Where it leads to: an address within the site.
    pub href: Option<String>,
    /// Whether it is put out: one of its demands is.
    pub out: bool,
}

/// Clashes among demands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Title and description.
    pub head: Head,
    /// The parties.
    pub parties: Vec<Party>,
    /// What stands above demands of no party: "Votes", say.
    pub of_none: String,
    /// The demands.
    pub demands: Vec<Demand>,
    /// The clashes.
    pub clashes: Vec<Clash>,
}

const WIDTH: i64 = 760;
/// The first line of the columns.
const TOP: i64 = 84;
/// From one row to the next, and more before a group.
const ROW: i64 = 24;
const GROUP_GAP: i64 = 12;
/// Labels take at most this.
const LABEL_MAX: i64 = 236;
/// From one knot to the next above it, and most of the height that one column of knots takes.
const KNOT_PITCH: i64 = 26;
const KNOTS_HIGH: i64 = 1_040;
/// From one column of knots to the next.
const KNOTS_APART: i64 = 34;
/// Clashes that the description lists.
const TOLD_MAX: usize = 60;

/// Draws demands by their owners, on two sides chosen so that most clashes run across, in an order
/// with few crossings. Each clash is a knot with a line to each of its demands; what is put out is
/// dashed. The picture is 760 wide, and as high as it needs to be.
pub fn conflict(data: &Conflict) -> Picture {
    let order = ordered(data);
    let columns = Columns::of(data, &order);
    let mut canvas = Canvas::new(WIDTH, columns.height);
    let live = data.clashes.iter().filter(|clash| !clash.out).count();
    canvas.heading(&data.head.title, &summary(data, live));
    let looks = Look::all(&data.parties);
    // Lines first, so that knots and demands lie on them; what is put out lowest.
    for out in [true, false] {
        for (clash, at) in order.knots.iter().zip(&columns.knots) {
            let clash = &data.clashes[*clash];
            if clash.out == out {
                draw_clash(&mut canvas, (data, &looks), clash, *at, &columns);
            }
        }
    }
    for (group, at) in &columns.headings {
        let width_max = columns.label_max[at.side.index()];
        let words = group
            .and_then(|owner| data.parties.get(owner))
            .map_or(data.of_none.as_str(), |party| party.short.as_str());
        draw_heading(&mut canvas, words, look(&looks, *group), *at, width_max);
    }
    for (index, demand) in data.demands.iter().enumerate() {
        if let Some(at) = columns.demands[index] {
            let look = look(&looks, demand.owner);
            draw_demand(
                &mut canvas,
                demand,
                look,
                at,
                columns.label_max[at.side.index()],
            );
        }
    }
    canvas.finish(&data.head, &told(data))
}

/// Where a demand's mark is.
#[derive(Debug, Clone, Copy)]
struct Place {
    side: Side,
    at: At,
}

/// Where everything is.
struct Columns {
    height: i64,
    /// Of each demand.
    demands: Vec<Option<Place>>,
    /// Of each group's heading: its owner.
    headings: Vec<(Option<usize>, Place)>,
    /// Of knots, in their order.
    knots: Vec<At>,
    knot_reach: i64,
    label_max: [i64; 2],
}

impl Columns {
    fn of(data: &Conflict, order: &Order) -> Self {
        let heights = order.sides.each_ref().map(|groups| {
            let rows: i64 = groups
                .iter()
                .map(|group| height_of(group.demands.len()))
                .sum();
            (rows - GROUP_GAP).max(0)
        });
        let (pitch, across) = knot_grid(order.knots.len(), heights[0].max(heights[1]));
        let knots_high = pitch * count(order.knots.len());
        let high = heights[0].max(heights[1]).max(knots_high);
        let marks = mark_places(data, order);
        let mut columns = Self {
            height: TOP + high + MARGIN,
            demands: vec![None; data.demands.len()],
            headings: Vec::new(),
            knots: Vec::new(),
            knot_reach: if data.clashes.iter().any(|clash| clash.number > 99) {
                13
            } else {
                10
            },
            label_max: [marks[0] - MARGIN - 14, WIDTH - MARGIN - marks[1] - 14],
        };
        for side in Side::BOTH {
            let mut y = TOP + (high - heights[side.index()]) / 2;
            for group in &order.sides[side.index()] {
                let place = |y: i64| Place {
                    side,
                    at: (marks[side.index()], y + ROW / 2),
                };
                columns.headings.push((group.owner, place(y)));
                for (row, demand) in (1..).zip(&group.demands) {
                    columns.demands[*demand] = Some(place(y + row * ROW));
                }
                y += height_of(group.demands.len());
            }
        }
        let middle = (marks[0] + marks[1]) / 2;
        let first = TOP + (high - knots_high) / 2 + pitch / 2;
        for index in 0..count(order.knots.len()) {
            let column = 2 * (index % across) - (across - 1);
            columns
                .knots
                .push((middle + column * KNOTS_APART / 2, first + index * pitch));
        }
        columns
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// A group of so many demands, with its heading and the gap after it.
fn height_of(demands: usize) -> i64 {
    (count(demands) + 1) * ROW + GROUP_GAP
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
    [MARGIN + widest[0] + 14, WIDTH - MARGIN - widest[1] - 14]
}

fn draw_clash(
    canvas: &mut Canvas,
    (data, looks): (&Conflict, &[Look]),
    clash: &Clash,
    at: At,
    columns: &Columns,
) {
    let group = canvas.open("wp-clash", &clash_title(data, clash), clash.href.as_deref());
    for demand in &clash.demands {
        let Some(Some(place)) = columns.demands.get(*demand) else {
            continue;
        };
        let paint = match look(looks, data.demands[*demand].owner) {
            _ if clash.out => OUT.to_owned(),
            Some(look) => look.solid(15),
            None => LINE.to_owned(),
        };
        canvas.path(&spoke(*place, at), &paint);
    }
    let reach = columns.knot_reach;
    let (knot, ink) = match clash.out {
        true => (KNOT_OUT, SOFT),
        false => (KNOT, INK),
    };
    canvas.path(&shape(Marker::Circle, at, reach), knot);
    canvas.label(&Label {
        at: (at.0, at.1 + drop_of(SMALL)),
        anchor: Anchor::Middle,
        size: SMALL,
        ink,
        words: &clash.number.to_string(),
        width_max: reach * 2,
    });
    canvas.close(group);
}

/// A curve from a demand to a knot, level at both ends; it leaves the demand soon, so that lines of
/// one demand part early.
fn spoke(place: Place, (to_x, to_y): At) -> String {
    let (x, y) = (place.at.0 + place.side.inward() * 8, place.at.1);
    let (leave, arrive) = ((to_x - x) / 5, (to_x - x) / 2);
    format!(
        "M{x} {y}C{} {y} {} {to_y} {to_x} {to_y}",
        x + leave,
        to_x - arrive
    )
}

fn draw_heading(
    canvas: &mut Canvas,
    words: &str,
    look: Option<&Look>,
    place: Place,
    width_max: i64,
) {
    let (x, y) = place.at;
    if let Some(look) = look {
        canvas.path(&look.shape(place.at, 7), &look.fill());
    }
    canvas.label(&Label {
        at: (x - place.side.inward() * 14, y + drop_of(TITLE)),
        anchor: place.side.anchor(),
        size: TITLE - 2,
        ink: INK,
        words,
        width_max,
    });
}

fn draw_demand(
    canvas: &mut Canvas,
    demand: &Demand,
    look: Option<&Look>,
    place: Place,
    width_max: i64,
) {
    let (x, y) = place.at;
    let title = format!("{}: {}", plain(&demand.label), sentence(&demand.says));
    let group = canvas.open(
        "wp-demand",
        title.trim_end_matches(": "),
        demand.href.as_deref(),
    );
    let (data, paint) = match look {
        Some(look) if demand.out => (look.shape(place.at, 5), look.solid(15)),
        Some(look) => (look.shape(place.at, 6), look.fill()),
        None if demand.out => (shape(Marker::Circle, place.at, 4), OUT.to_owned()),
        None => (shape(Marker::Circle, place.at, 4), INK.to_owned()),
    };
    canvas.path(&data, &paint);
    let ink = match demand.out {
        true => format!("{SOFT} text-decoration=\"line-through\""),
        false => INK.to_owned(),
    };
    canvas.label(&Label {
        at: (x - place.side.inward() * 14, y + drop_of(LABEL)),
        anchor: place.side.anchor(),
        size: LABEL,
        ink: &ink,
        words: &demand.label,
        width_max,
    });
    canvas.close(group);
    debug_assert!(line_height(LABEL) <= ROW, "rows hold their labels");
}

fn summary(data: &Conflict, live: usize) -> String {
    let out = data.clashes.len() - live;
    let clashes = counted(live, "clash", "clashes");
    let demands = counted(data.demands.len(), "demand", "demands");
    match out {
        0 => format!(
            "{clashes} among {demands}; each number is a clash, its lines lead to its demands"
        ),
        _ => format!("{clashes} among {demands}; {out} put out (dashed)"),
    }
}

fn clash_title(data: &Conflict, clash: &Clash) -> String {
    let names = clash
        .demands
        .iter()
        .filter_map(|index| data.demands.get(*index));
    let names: Vec<String> = names.map(|demand| plain(&demand.label)).collect();
    let out = if clash.out { " (put out)" } else { "" };
    format!("Clash {}{out}: {}", clash.number, names.join(", "))
}

fn told(data: &Conflict) -> String {
    let clashes = data.clashes.iter().take(TOLD_MAX);
    let mut told: Vec<String> = clashes
        .map(|clash| sentence(&clash_title(data, clash)))
        .collect();
    if data.clashes.len() > TOLD_MAX {
        told.push(format!("And {} more.", data.clashes.len() - TOLD_MAX));
    }
    told.join(" ")
}
