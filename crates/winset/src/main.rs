//! The command `winset`.

mod args;
mod certificate;
mod check;
mod clashes;
mod demand;
mod diagnose;
mod exit;
mod output;
mod page;
mod pressure;
mod progress;
mod report;
mod show;
mod solve;
mod standing;
mod status;
mod survey;
mod verify;
mod wire;
mod words;

fn main() -> std::process::ExitCode {
    exit::run(std::env::args_os())
}
