//! A drawing of two parties' scores (SVG), in whole numbers throughout.

use winset::check::Acceptable;
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::solve::Settlements;

use crate::page::plain;
use winset::ask::{FrontierAnswer, FrontierAnswerPoint};
use winset::told::settled::firsts;
use winset::told::words::{counted, score};

/// The drawing, and the field in it: left, top, right, bottom.
const WIDTH: i128 = 760;
const HEIGHT: i128 = 560;
const FIELD: [i128; 4] = [80, 56, 730, 490];
/// Steps between two marks of an axis, at most.
const MARKS_MAX: i128 = 7;

/// A scale: scores from the first to the last, on places from one to the other.
struct Scale {
    party: PartyId,
    scores: (i128, i128),
    places: (i128, i128),
}

/// Draws the points, what rules pick, no-deal values as lines, and offers.
pub(super) fn svg(
    case: &Case,
    found: &FrontierAnswer,
    axes: [PartyId; 2],
    settled: Option<&Settlements>,
) -> String {
    let picked = settled.map(firsts).unwrap_or_default();
    let [left, top, right, bottom] = FIELD;
    let across = scale(case, found, axes[0], (left, right));
    let up = scale(case, found, axes[1], (bottom, top));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n",
        text(&case.title)
    );
    out.push_str(&format!(
        "<text x=\"{left}\" y=\"24\" font-size=\"16\" font-weight=\"600\">{}</text>\n\
         <text x=\"{left}\" y=\"42\" fill=\"#57534e\">{} of the frontier{}; confidential</text>\n",
        text(&case.title),
        counted(found.points.len(), "point"),
        if found.complete() {
            ""
        } else {
            ", not complete"
        }
    ));
    marks(&mut out, case, &across, true);
    marks(&mut out, case, &up, false);
    no_deal(&mut out, case, &across, true);
    no_deal(&mut out, case, &up, false);
    let at = |value: [i128; 2]| (across.place(value[0]), up.place(value[1]));
    for point in found.points.iter().filter_map(|point| values(point, axes)) {
        let (x, y) = at(point);
        out.push_str(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"3.5\" fill=\"#2f5d8a\"/>\n"
        ));
    }
    offers(&mut out, case, axes, &at);
    rules(&mut out, &picked, axes, &at);
    out.push_str("</svg>\n");
    out
}

/// A text as SVG takes it.
fn text(words: &str) -> String {
    plain(words)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn values(point: &FrontierAnswerPoint, axes: [PartyId; 2]) -> Option<[i128; 2]> {
    both(point.package.scores(), axes)
}

fn both(scores: &[Option<i64>], axes: [PartyId; 2]) -> Option<[i128; 2]> {
    let value = |axis: PartyId| scores.get(axis.index()).copied().flatten().map(i128::from);
    Some([value(axes[0])?, value(axes[1])?])
}

/// A scale over everything that is drawn, with a margin.
fn scale(case: &Case, found: &FrontierAnswer, party: PartyId, places: (i128, i128)) -> Scale {
    let points = found.points.iter();
    let points = points.filter_map(|p| p.package.scores()[party.index()]);
    let floor = case.parties[party.index()].sheet.open().no_deal;
    let offers = case
        .offers
        .iter()
        .filter_map(|offer| case.score(party, &offer.package()?));
    let all: Vec<i128> = points.chain(floor).chain(offers).map(i128::from).collect();
    let (least, most) = (all.iter().min().copied(), all.iter().max().copied());
    let (least, most) = (least.unwrap_or(0), most.unwrap_or(0));
    let margin = ((most - least) / 20).max(1);
    Scale {
        party,
        scores: (least - margin, most + margin),
        places,
    }
}

impl Scale {
    fn place(&self, value: i128) -> i128 {
        let ((least, most), (from, to)) = (self.scores, self.places);
        from + (value - least) * (to - from) / (most - least)
    }

    /// Neat values: multiples of 1, 2 or 5 times a power of ten.
    fn marks(&self) -> Vec<i128> {
        let (least, most) = self.scores;
        let mut step = 1;
        let mut factors = [2, 5, 10].iter().cycle();
        let mut power = 1;
        while (most - least) / step > MARKS_MAX {
            let factor = factors.next().copied().unwrap_or(10);
            step = power * factor;
            if factor == 10 {
                power = step;
            }
        }
        let first = least.div_euclid(step) * step;
        let marks = (0..).map(|n| first + n * step);
        marks
            .skip_while(|mark| *mark < least)
            .take_while(|mark| *mark <= most)
            .collect()
    }

    fn words(&self, case: &Case, value: i128) -> String {
        let value = i64::try_from(value).expect("a mark stands between two scores");
        score(&case.unscaled(self.party, value))
    }
}

/// The axis with its marks and its party's name.
fn marks(out: &mut String, case: &Case, scale: &Scale, across: bool) {
    let [left, top, right, bottom] = FIELD;
    for mark in scale.marks() {
        let (place, words) = (scale.place(mark), scale.words(case, mark));
        out.push_str(&if across {
            format!(
                "<path d=\"M{place} {top}V{bottom}\" stroke=\"#e7e5e4\"/>\
                 <text x=\"{place}\" y=\"{}\" text-anchor=\"middle\">{words}</text>\n",
                bottom + 18
            )
        } else {
            format!(
                "<path d=\"M{left} {place}H{right}\" stroke=\"#e7e5e4\"/>\
                 <text x=\"{}\" y=\"{}\" text-anchor=\"end\">{words}</text>\n",
                left - 8,
                place + 4
            )
        });
    }
    let name = text(&case.parties[scale.party.index()].name);
    out.push_str(&if across {
        format!(
            "<path d=\"M{left} {bottom}H{right}\" stroke=\"#1a1a1a\"/>\
             <text x=\"{right}\" y=\"{}\" text-anchor=\"end\" font-weight=\"600\">{name}</text>\n",
            bottom + 40
        )
    } else {
        format!(
            "<path d=\"M{left} {top}V{bottom}\" stroke=\"#1a1a1a\"/>\
             <text transform=\"translate(22 {top}) rotate(-90)\" text-anchor=\"end\" \
             font-weight=\"600\">{name}</text>\n"
        )
    });
}

/// A party's no-deal value as a line.
fn no_deal(out: &mut String, case: &Case, scale: &Scale, across: bool) {
    let [left, top, right, bottom] = FIELD;
    let Some(floor) = case.parties[scale.party.index()].sheet.open().no_deal else {
        return;
    };
    let place = scale.place(floor.into());
    let (line, x, y) = if across {
        (format!("M{place} {top}V{bottom}"), place + 4, top + 12)
    } else {
        (format!("M{left} {place}H{right}"), right - 50, place - 5)
    };
    out.push_str(&format!(
        "<path d=\"{line}\" stroke=\"#9b1c1c\" stroke-dasharray=\"5 4\"/>\
         <text x=\"{x}\" y=\"{y}\" fill=\"#9b1c1c\">no deal</text>\n"
    ));
}

/// Offers as squares with their numbers.
fn offers(
    out: &mut String,
    case: &Case,
    axes: [PartyId; 2],
    at: &impl Fn([i128; 2]) -> (i128, i128),
) {
    for offer in &case.offers {
        let Some(package) = offer.package() else {
            continue;
        };
        let value = |axis: PartyId| case.score(axis, &package).map(i128::from);
        let (Some(first), Some(second)) = (value(axes[0]), value(axes[1])) else {
            continue;
        };
        let (x, y) = at([first, second]);
        out.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"8\" height=\"8\" fill=\"#6b6b2a\"/>\
             <text x=\"{}\" y=\"{}\">offer {}</text>\n",
            x - 4,
            y - 4,
            x + 7,
            y + 4,
            offer.seq
        ));
    }
}

/// What rules pick as diamonds; those on the same place share one.
fn rules(
    out: &mut String,
    picked: &[(String, &Acceptable)],
    axes: [PartyId; 2],
    at: &impl Fn([i128; 2]) -> (i128, i128),
) {
    let mut places: Vec<((i128, i128), Vec<&str>)> = Vec::new();
    for (name, package) in picked {
        let Some(value) = both(package.scores(), axes) else {
            continue;
        };
        let place = at(value);
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, names)) => names.push(name),
            None => places.push((place, vec![name])),
        }
    }
    for (line, ((x, y), names)) in (0_i128..).zip(places) {
        let (label_x, label_y) = (x + 10, y - 10 - 14 * (line % 3));
        out.push_str(&format!(
            "<path d=\"M{x} {}L{} {y}L{x} {}L{} {y}Z\" fill=\"#1f6b3a\"/>\
             <path d=\"M{x} {y}L{label_x} {label_y}\" stroke=\"#1f6b3a\" stroke-width=\"0.7\"/>\
             <text x=\"{}\" y=\"{label_y}\" fill=\"#1f6b3a\">{}</text>\n",
            y - 7,
            x + 7,
            y + 7,
            x - 7,
            label_x + 2,
            names.join(", ")
        ));
    }
}
