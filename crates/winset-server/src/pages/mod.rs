//! The pages: one module each, with what it shows and how.

mod acts;
mod answer;
mod clashes;
mod desk;
mod downloads;
mod events;
mod frame;
mod frontier;
mod matrix;
mod offer;
mod package;
mod point;
mod routes;
mod slide;
mod symbols;
mod what_if;

pub(crate) use frame::{Frame, Page, Seat};
pub(crate) use package::package_query;
pub use routes::routes;
