//! Who is named in a report: runs of capitals, persons, spellings of one name.

mod evidence;
mod people;
mod places;
mod runs;
mod variants;

pub(crate) use people::People;
pub(crate) use places::places;
