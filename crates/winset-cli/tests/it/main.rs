//! The command as its users meet it: what it prints, where, and how it exits.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod acts;
mod acts_on_both;
mod amend;
mod answers;
mod browser;
mod characters;
mod class;
mod compare_with_negmas;
mod convert;
#[cfg(target_os = "linux")]
mod desk_page;
mod exchange;
mod exports;
mod faces;
mod files;
mod foreign;
mod frontier;
mod human;
mod leaks;
mod little;
mod moved;
mod new;
mod open;
#[cfg(feature = "parquet")]
mod parquet;
mod persons;
mod phases;
mod places;
mod published;
mod read_as;
mod read_back;
mod reading;
mod readme;
mod record;
mod record_read;
mod reference;
mod report;
mod requests;
mod round_trip;
mod run;
mod schema;
mod sealed;
mod shuttle;
mod signals;
mod snapshots;
mod snapshots_settle;
mod start;
mod stats;
mod talks;
mod text;
mod theory;
mod tournament;
mod tournament_damaged;
mod tutorial;
mod validator;
mod what_if;
