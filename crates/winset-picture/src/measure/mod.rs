//! How wide texts are in the embedded font.

mod table;
mod width;

pub use width::{FONT, text_width};
