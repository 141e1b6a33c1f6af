//! Drawing demands, knots and the lines between them.

use crate::area::At;
use crate::canvas::{Anchor, Canvas, LABEL, Label, SMALL, TITLE, drop_of};
use crate::ink::{INK, KNOT, KNOT_OUT, LINE, OUT, SOFT};
use crate::party::{Look, MarkerShape, circle, look, shape};
use crate::picture::Picture;
use crate::text::{counted, plain, sentence};

use super::columns::{Columns, LABEL_GAP, Place, WIDTH};
use super::data::{Conflict, Demand, PicturedClash};
use super::order::{Order, ordered};

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
    let scene = Scene {
        data,
        looks: &looks,
        columns: &columns,
    };
    draw_clashes(&mut canvas, &scene, &order);
    for (group, at) in &columns.headings {
        let width_max = columns.label_max[at.side.index()];
        let words = group
            .and_then(|owner| data.parties.get(owner))
            .map_or(data.of_none.as_str(), |party| party.name.as_str());
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

/// Which part of a clash is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    Lines,
    Knot,
}

/// What is drawn, in whose colours and where.
struct Scene<'a> {
    data: &'a Conflict,
    looks: &'a [Look],
    columns: &'a Columns,
}

/// Lines before knots where lines pass knots, else both of a clash together, so that a page can show
/// them together; what is put out lowest.
fn draw_clashes(canvas: &mut Canvas, scene: &Scene<'_>, order: &Order) {
    let Scene { data, columns, .. } = scene;
    let parts: &[Part] = match columns.across {
        1 => &[Part::Both],
        _ => &[Part::Lines, Part::Knot],
    };
    for part in parts {
        for out in [true, false] {
            for (clash, at) in order.knots.iter().zip(&columns.knots) {
                let clash = &data.clashes[*clash];
                if clash.out != out {
                    continue;
                }
                let title = clash_title(data, clash);
                let group = canvas.open("wp-clash", &title, clash.href.as_deref());
                if *part != Part::Knot {
                    draw_lines(canvas, scene, clash, *at);
                }
                if *part != Part::Lines {
                    draw_knot(canvas, clash, *at, columns.knot_reach);
                }
                canvas.close(group);
            }
        }
    }
}

fn draw_lines(canvas: &mut Canvas, scene: &Scene<'_>, clash: &PicturedClash, at: At) {
    let Scene {
        data,
        looks,
        columns,
    } = scene;
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
}

fn draw_knot(canvas: &mut Canvas, clash: &PicturedClash, at: At, reach: i64) {
    let (knot, ink) = if clash.out {
        (KNOT_OUT, SOFT)
    } else {
        (KNOT, INK)
    };
    canvas.path(&circle(at, reach), knot);
    canvas.label(&Label {
        at: (at.0, at.1 + drop_of(SMALL)),
        anchor: Anchor::Middle,
        size: SMALL,
        ink,
        words: &clash.number.to_string(),
        width_max: reach * 2,
    });
}

/// A curve from a demand to a knot, level at both ends; it leaves the demand soon, so that lines of
/// one demand part early.
fn spoke(place: Place, knot: At) -> String {
    let (to_x, to_y) = knot;
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
        at: (x - place.side.inward() * LABEL_GAP, y + drop_of(TITLE)),
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
        None if demand.out => (shape(MarkerShape::Circle, place.at, 4), OUT.to_owned()),
        None => (shape(MarkerShape::Circle, place.at, 4), INK.to_owned()),
    };
    canvas.path(&data, &paint);
    let ink = if demand.out {
        format!("{SOFT} text-decoration=\"line-through\"")
    } else {
        INK.to_owned()
    };
    canvas.label(&Label {
        at: (x - place.side.inward() * LABEL_GAP, y + drop_of(LABEL)),
        anchor: place.side.anchor(),
        size: LABEL,
        ink: &ink,
        words: &demand.label,
        width_max,
    });
    canvas.close(group);
}

fn summary(data: &Conflict, live: usize) -> String {
    let out = data.clashes.len() - live;
    let clashes = counted(live, "clash", "clashes");
    let demands = counted(data.demands.len(), "demand", "demands");
    match out {
        0 => format!(
            "{clashes} among {demands}; each number is a clash, its lines lead to its demands"
        ),
        _ => format!("{clashes} among {demands}; {out} resolved (dashed)"),
    }
}

fn clash_title(data: &Conflict, clash: &PicturedClash) -> String {
    let names = clash
        .demands
        .iter()
        .filter_map(|index| data.demands.get(*index));
    let named = |demand: &Demand| {
        let owner = demand.owner.and_then(|owner| data.parties.get(owner));
        let owner = owner.map_or_else(String::new, |party| format!(" ({})", plain(&party.name)));
        format!("{}{owner}", plain(&demand.label))
    };
    let names: Vec<String> = names.map(named).collect();
    let out = if clash.out { " (resolved)" } else { "" };
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
