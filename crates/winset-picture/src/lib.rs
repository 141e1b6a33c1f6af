//! Pictures of negotiations as SVG text, from plain data.
//!
//! Each picture is a struct of data and a function: [`conflict()`], [`frontier()`], [`steps()`],
//! [`brackets()`], [`timeline()`], [`concessions()`], [`intervals()`], [`gantt()`], [`week_bars()`]. The same data gives the same bytes. A picture has a
//! title and a description that says in words what it shows; no label lies on another; no text from
//! the data can become markup.
//! Its role is `img`, or `group` if it has links, which nobody could reach inside of an image. It is
//! 760 wide, or a little more; printed 170 mm wide, its smallest letters are of seven points.
//!
//! Nothing in a picture needs an inline style, a script or a file from elsewhere. Colours are presentation
//! attributes for light paper; every element has a class, and [`STYLESHEET`] recolours those for dark
//! screens. Parties differ by colour, shape and dashes.
//!
//! Classes:
//!
//! - `wp`: the picture; `wp-paper`: its ground.
//! - `wp-ink`, `wp-soft`, `wp-warn-ink`: text, lesser text, text of no-deal values; with `wp-halo`: text
//!   with an edge of paper, over lines.
//! - `wp-axis`, `wp-grid`, `wp-line`, `wp-out`, `wp-warn`, `wp-stair`: lines of axes, grids, links, what is
//!   put out, no-deal values, what is best.
//! - `wp-area`, `wp-bar`, `wp-fill`, `wp-faint`, `wp-mark`, `wp-knot`, `wp-knot-out`: shapes of zones, bars,
//!   what is under a line, light dots, dots, knots of clashes.
//! - `wp-hue-N`: what is the Nth party's, from zero; `wp-lift-N`: how much its colour is lifted on dark
//!   paper.
//! - `wp-clash`, `wp-demand`, `wp-point`, `wp-offer`, `wp-settlement`, `wp-lever`, `wp-event`,
//!   `wp-version`, `wp-piece`: groups or links.

mod area;
mod axis;
mod brackets;
mod canvas;
mod concessions;
mod conflict;
mod flags;
mod frontier;
mod gantt;
mod hue;
mod ink;
mod intervals;
mod measure;
mod numbers;
mod party;
mod picture;
mod place;
#[cfg(feature = "png")]
pub mod png;
mod scale;
mod steps;
mod style;
mod text;
mod timeline;
mod weeks;

pub use brackets::{Brackets, PicturedVersion, brackets};
pub use concessions::{Conceded, Conceder, Concessions, concessions};
pub use conflict::{Conflict, Demand, PicturedClash, conflict};
pub use frontier::{Axis, Dot, Frontier, PicturedOffer, Settlement, frontier};
pub use gantt::{Gantt, GanttGate, GanttRow, GanttStrip, gantt};
pub use intervals::{Intervals, PicturedInterval, intervals};
pub use measure::{FONT, text_width};
pub use party::{MarkerShape, PicturedParty};
pub use picture::{FOOT_CHARS_MAX, Head, Picture};
pub use steps::{CountScale, Crossing, PicturedLever, Piece, Steps, steps};
pub use style::STYLESHEET;
pub use timeline::{Event, EventKind, Lane, Timeline, timeline};
pub use weeks::{WeekBars, WeekSpan, week_bars};
