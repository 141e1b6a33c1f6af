//! The lobby: a desk that has no case yet. Here a case is begun, taken from a file, or opened again.
//!
//! It reads no files and knows no command: [`CaseSources`] says what there is and makes what is wanted.
//! An opened case is a desk below an address of its own, so that a page of one case never reaches
//! another.

mod case_sources;
mod entrance;
mod field;
mod forms;
mod import;
mod routes;
mod start_page;
mod written_form;

pub use case_sources::{
    CaseSources, NewCase, NewProblem, NewSpot, PartyRow, PointRow, ReadFile, RecentCase,
    TemplateCard, WrittenCase,
};
pub use entrance::Lobby;
pub use import::{IMPORT, IMPORT_BYTES_MAX};
pub use routes::lobby_routes;
