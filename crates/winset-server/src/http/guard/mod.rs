//! Who may ask: the right host, this site, the token. Decisions only; no answers are made here.

mod judge;
mod sender;
#[cfg(test)]
mod tests;

pub use judge::Guard;
pub(super) use judge::Judgement;
