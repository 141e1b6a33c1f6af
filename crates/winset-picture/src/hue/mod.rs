//! Colours of parties: legible on light and on dark paper, whatever the case asks for.

mod colour;
mod linear;

pub(crate) use colour::Hue;
