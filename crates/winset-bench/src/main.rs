//! Long runs and measures, one command each.
//!
//! - `agree --seeds FROM..TO --threads N`: every answer on random small cases against the census of
//!   all their packages; exit code 1 on a difference.
//! - `forge --count N [--seed S]`: so many forged certificates of cases that have an overlap;
//!   exit code 1 when one is accepted.
//! - `verdict POINTS OPTIONS PARTIES LINKS CASES`: time to find and to prove the best floor that
//!   all parties can have, on hard random cases.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

mod agree;
mod flags;
mod forge;
mod hard;

use std::process::ExitCode;

use flags::Flags;

const USAGE: &str = "winset-bench agree --seeds FROM..TO [--threads N]
winset-bench forge --count N [--seed S]
winset-bench verdict POINTS OPTIONS PARTIES LINKS CASES";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    match run(&command, &words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(wrong) => {
            eprintln!("{wrong}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Runs a command; false when it found what must not be.
fn run(command: &str, words: &[String]) -> Result<bool, String> {
    match command {
        "agree" => {
            let flags = Flags::read(words, &["--seeds", "--threads"])?;
            let seeds = flags.range("--seeds")?;
            Ok(agree::run(seeds, flags.number("--threads", Some(1))?))
        }
        "forge" => {
            let flags = Flags::read(words, &["--count", "--seed"])?;
            let count = flags.number("--count", None)?;
            Ok(forge::run(count, flags.number("--seed", Some(0))?))
        }
        "verdict" => {
            let numbers: Result<Vec<usize>, _> = words.iter().map(|w| w.parse()).collect();
            let sizes = numbers.map_err(|e| format!("verdict: {e}"))?;
            let sizes = sizes.try_into().map_err(|_| "verdict: five numbers")?;
            hard::run(sizes);
            Ok(true)
        }
        _ => Err(format!("unknown command `{command}`")),
    }
}
