//! The command `winset`.

mod answer_page;
mod args;
mod beyond;
mod beyond_page;
mod check;
mod clashes;
mod clock;
mod convert;
mod desk;
mod diagnose;
mod exit;
mod export;
mod frontier;
mod improve;
mod journal;
mod lint;
mod named;
mod offer;
mod open;
mod output;
mod page;
mod pressure;
mod progress;
mod report;
mod seen;
mod settle;
mod settled;
mod share;
mod show;
mod solve;
mod standing;
mod stats;
mod status;
mod survey;
mod table;
mod text;
mod variants;
mod verify;
mod what_if;
mod whole_file;
mod wire;

fn main() -> std::process::ExitCode {
    exit::run(std::env::args_os())
}
