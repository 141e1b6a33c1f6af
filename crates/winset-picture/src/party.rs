//! Parties as pictures show them: by colour, shape and dashes together, never by colour alone.

use crate::area::At;
use crate::hue::Hue;

/// A party of a picture. Its number is its place in the list; classes are called by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturedParty {
    /// A few letters.
    pub short: String,
    /// The whole name.
    pub name: String,
    /// `#rrggbb`; by the number if none is given or it is none.
    pub colour: Option<String>,
    /// By the number if none is given.
    pub marker: Option<MarkerShape>,
}

/// Shapes of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkerShape {
    /// ■
    Square,
    /// ●
    Circle,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ✚
    Cross,
    /// ★
    Star,
}

/// Shapes by number.
const MARKERS: [MarkerShape; 6] = [
    MarkerShape::Square,
    MarkerShape::Circle,
    MarkerShape::Triangle,
    MarkerShape::Diamond,
    MarkerShape::Cross,
    MarkerShape::Star,
];
/// Dashes by number.
const DASHES: [&str; 6] = ["", "7 3", "2 3", "9 3 2 3", "5 2 1 2 1 2", "14 4"];

/// How a party is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    index: usize,
    hue: Hue,
    marker: MarkerShape,
}

impl Look {
    /// The looks of all parties, in order.
    pub(crate) fn all(parties: &[PicturedParty]) -> Vec<Self> {
        let look = |(index, party): (usize, &PicturedParty)| Self {
            index,
            hue: Hue::of(party.colour.as_deref(), index),
            marker: party.marker.unwrap_or(MARKERS[index % MARKERS.len()]),
        };
        parties.iter().enumerate().map(look).collect()
    }

    fn class(&self) -> String {
        format!("class=\"wp-hue-{} wp-lift-{}\"", self.index, self.hue.lift)
    }

    /// Attributes of a filled shape.
    pub(crate) fn fill(&self) -> String {
        format!("{} fill=\"{}\"", self.class(), self.hue.code())
    }

    /// Attributes of a line with the party's dashes, so many tenths wide.
    pub(crate) fn dashed(&self, width_tenths: i64) -> String {
        let dashes = DASHES[self.index % DASHES.len()];
        let solid = self.solid(width_tenths);
        match dashes {
            "" => solid,
            _ => format!("{solid} stroke-dasharray=\"{dashes}\""),
        }
    }

    /// Attributes of a line without dashes, or of an outline.
    pub(crate) fn solid(&self, width_tenths: i64) -> String {
        format!(
            "{} fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
            self.class(),
            self.hue.code(),
            tenths(width_tenths)
        )
    }

    /// The path of the party's mark.
    pub(crate) fn shape(&self, at: At, reach: i64) -> String {
        shape(self.marker, at, reach)
    }
}

/// The look of a party, if the number is one.
pub(crate) fn look(looks: &[Look], party: Option<usize>) -> Option<&Look> {
    looks.get(party?)
}

/// The short name of a party, or nothing.
pub(crate) fn short(parties: &[PicturedParty], party: Option<usize>) -> &str {
    let found = party.and_then(|index| parties.get(index));
    found.map_or("", |party| party.short.as_str())
}

/// A shape around a point as path data; all shapes cover about the same.
pub(crate) fn shape(marker: MarkerShape, at: At, reach: i64) -> String {
    // Corners in hundredths of the reach.
    let corners: &[(i64, i64)] = match marker {
        MarkerShape::Circle => return circle(at, reach),
        MarkerShape::Square => &[(-90, -90), (90, -90), (90, 90), (-90, 90)],
        MarkerShape::Triangle => &[(0, -115), (110, 85), (-110, 85)],
        MarkerShape::Diamond => &[(0, -120), (120, 0), (0, 120), (-120, 0)],
        MarkerShape::Cross => &[
            (-38, -105),
            (38, -105),
            (38, -38),
            (105, -38),
            (105, 38),
            (38, 38),
            (38, 105),
            (-38, 105),
            (-38, 38),
            (-105, 38),
            (-105, -38),
            (-38, -38),
        ],
        MarkerShape::Star => &[
            (0, -130),
            (31, -42),
            (124, -40),
            (50, 16),
            (76, 105),
            (0, 52),
            (-76, 105),
            (-50, 16),
            (-124, -40),
            (-31, -42),
        ],
    };
    let place = |(across, down): &(i64, i64)| {
        let part = |middle: i64, of: i64| tenths(middle * 10 + of * reach / 10);
        format!("{} {}", part(at.0, *across), part(at.1, *down))
    };
    let places: Vec<String> = corners.iter().map(place).collect();
    format!("M{}Z", places.join("L"))
}

/// A circle as path data.
pub(crate) fn circle(middle: At, reach: i64) -> String {
    let (x, y) = middle;
    let across = reach * 2;
    format!(
        "M{} {y}a{reach} {reach} 0 1 0 {across} 0a{reach} {reach} 0 1 0 -{across} 0Z",
        x - reach
    )
}

/// A number of tenths as a decimal.
fn tenths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    match value % 10 {
        0 => format!("{sign}{}", value / 10),
        rest => format!("{sign}{}.{rest}", value / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_whole_tenths() {
        assert_eq!(
            shape(MarkerShape::Square, (10, 20), 5),
            "M5.5 15.5L14.5 15.5L14.5 24.5L5.5 24.5Z"
        );
        assert_eq!(
            shape(MarkerShape::Circle, (10, 20), 5),
            "M5 20a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
        );
        assert_eq!(
            (tenths(-5), tenths(-20)),
            ("-0.5".to_owned(), "-2".to_owned())
        );
    }

    #[test]
    fn parties_differ_in_more_than_colour() {
        let looks = Look::all(&vec![PicturedParty::default(); 6]);
        for (one, first) in looks.iter().enumerate() {
            for second in &looks[one + 1..] {
                assert_ne!(first.marker, second.marker);
                assert_ne!(first.dashed(20), second.dashed(20));
                assert_ne!(first.hue, second.hue);
            }
        }
    }
}
