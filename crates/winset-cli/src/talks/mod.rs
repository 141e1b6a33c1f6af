//! Talks under rules.

mod again;
mod listed;
mod outside;
mod page;
mod person;
mod person_side;
mod person_words;
mod rules;
mod run;
mod sealed;
mod seats;
mod shown;
mod shuttle;
mod shuttle_page;
mod shuttle_person;
mod table;
mod trace_file;

pub(crate) use run::run;
