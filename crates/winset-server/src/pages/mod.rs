//! The pages: one module each, with what it shows and how.

mod acts;
mod address;
mod answer;
mod clashes;
mod desk;
mod downloads;
mod events;
mod exports;
mod frame;
mod frontier;
mod look;
mod matrix;
mod offer;
mod package;
mod page_view;
mod place;
mod point;
mod pressure;
mod preview;
mod routes;
mod slide;
mod symbols;
mod text;
mod text_acts;
mod what_if;
mod whole;

pub(crate) use frame::{Frame, Framed, Page, Seat};
pub(crate) use page_view::PageView;
pub(crate) use place::Place;
pub use routes::routes;
pub(crate) use whole::whole_case;
