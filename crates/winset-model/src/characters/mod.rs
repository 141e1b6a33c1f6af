//! Characters that readers do not see, or take for others.
//!
//! A text may hold characters that show nothing, turn the direction of what follows, or look like other
//! letters. Whoever reads the text then reads something else than what stands there. The texts of a
//! [`Case`](crate::case::Case) hold unseen characters [`written_out`]; what two texts that look the same
//! differ in is [`spelled_out`]; messages say which [`Oddity`] they are about. Names are compared
//! [`composed`].

mod alike;
mod composed;
mod oddity;
mod unseen;

pub use alike::{look_alike, spelled_out};
pub use composed::{composed, is_mark};
pub(crate) use oddity::oddities_of_name;
pub use oddity::{Oddity, oddities};
pub use unseen::{is_unseen, written_out};

#[cfg(test)]
mod tests;
