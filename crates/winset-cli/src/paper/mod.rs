//! Papers: what is written to be read and printed, as HTML.

mod html;
mod paper_parts;

pub(crate) use html::{html, visible};
pub(crate) use paper_parts::{Block, Paper, Section};
