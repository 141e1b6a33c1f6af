//! A case laid out as sheets: which cell says what.

pub(crate) mod agreed;
mod bodies;
mod cover;
pub(crate) mod hidden;
pub(crate) mod kind;
pub(crate) mod layout;
mod links;
pub(crate) mod make;
mod offers;
mod options;
mod points;
pub(crate) mod positions;
pub(crate) mod scores;
pub(crate) mod steps;
pub(crate) mod view;
