//! Plain matrices that nobody made for us: points or options down, parties across.

mod grid;
mod made;
mod stances;
pub(crate) mod whole;
mod words;
mod worths;
