//! Links and conditions in plain phrases: `if territory = t3 or t4 then sanctions = q2`.
//!
//! A phrase says what an entry of `links` says, in words that a person types into one cell:
//!
//! | phrase | entry |
//! |---|---|
//! | `if A = x or y and B = z then C = q` | `if: {A: [x, y], B: z}`, `then: {C: q}` |
//! | `require not A = x` | `require: {not: {A: x}}` |
//! | `require at least 2 of (A = x; B = y; C = z)` | `require: {at_least: 2, of: [..]}` |
//! | `never both A = x and B = y` | `exclude: [{A: x}, {B: y}]` |
//! | `exclude (A = x; B = y; C = z)` | `exclude: [{A: x}, {B: y}, {C: z}]` |
//!
//! A point stands before `=`, its options behind it with `or` between them. On a point with numbers
//! `fee from 2 to 5`, `fee from 2` and `fee up to 5` give bounds. `and` binds more than `or` between
//! conditions; brackets group; `all of (..; ..)` and `any of (..; ..)` are lists. A name that is also
//! one of these words stands in quotes: `"or" = x`.

mod parser;
mod tokens;
mod writer;

pub use parser::{PhraseFault, read_condition, read_phrase};
pub(crate) use parser::{located_condition, located_phrase};
pub use writer::expanded;
pub use writer::{PhraseNames, condition_phrase, phrase_of, phrase_with};

#[cfg(test)]
mod tests;
