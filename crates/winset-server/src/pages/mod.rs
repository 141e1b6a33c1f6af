//! The pages: one module each, with what it shows and how.

mod acts;
mod answer;
mod clashes;
mod desk;
mod frame;
mod matrix;
mod offer;
mod point;
mod routes;
mod slide;
mod symbols;

pub(crate) use frame::{Frame, Page, Seat};
pub use routes::routes;
