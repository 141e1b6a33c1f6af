//! What is found about a case, in the background, one question after the other.
//!
//! A page shows what is known when it is asked for and says what is still being worked out. Nothing
//! here looks at anything but the case of one audience.

mod background;
mod terms;
mod work;

pub(crate) use background::Findings;
pub(crate) use terms::{STAGES, terms};
