//! The pages: one module each, with what it shows and how.

mod acts;
mod address;
mod answer;
mod case;
mod clashes;
mod desk;
mod downloads;
mod edit;
mod events;
mod exports;
mod frame;
mod frontier;
mod history;
mod look;
mod matrix;
mod news;
mod offer;
mod package;
mod page_view;
mod place;
mod point;
mod pressure;
mod preview;
mod print;
mod rehearse;
mod rehearsed;
mod routes;
mod sheet;
mod slide;
mod symbols;
mod text;
mod text_acts;
mod tried;
mod what_if;
mod what_if_changes;
mod whole;

pub(crate) use acts::{Sent, once};
#[cfg(test)]
pub(crate) use frame::pairs;
pub(crate) use frame::{Frame, Framed, Page, Seat, chosen_language};
pub(crate) use page_view::PageView;
pub(crate) use place::Place;
pub(crate) use routes::first_page;
pub use routes::routes;
pub(crate) use whole::whole_case;
