//! The command `winset`.

mod acting;
mod amend;
mod answer_page;
mod args;
mod case_file;
mod check;
mod clashes;
mod class;
mod clock;
mod convert;
mod desk;
mod diagnose;
mod exchange;
mod export;
mod failure;
mod flags;
mod frontier;
mod helps;
mod improve;
mod journal;
mod lint;
mod lobby;
mod named;
mod new;
mod offer;
mod open;
mod output;
mod page;
mod paper;
mod persons;
mod phases;
mod pressure;
mod progress;
mod recent;
mod record;
mod report;
mod requests;
mod run;
mod scenario_page;
mod schema;
mod seen;
mod settle;
mod settled;
mod sheet;
mod show;
mod solve;
mod stats;
mod status;
mod summary_page;
mod survey;
mod table;
mod talks;
mod text;
mod theory;
mod tournament;
mod variants;
mod verify;
mod what_if;
mod whole_file;

fn main() -> std::process::ExitCode {
    run::run(std::env::args_os())
}
