//! The serial form of a case (`winset-case/1`): what a file may say, before names are resolved.
//!
//! Every mapping is declared once, with its documentation; reading it and its JSON Schema follow
//! from the declaration.

pub mod case;
pub mod conditions;
pub(crate) mod context;
pub mod entries;
pub mod forms;
pub mod parts;
mod paths;
pub mod plan;
pub mod read;
pub(crate) mod record;
pub mod register;
pub mod schema;
