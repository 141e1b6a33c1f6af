//! Long runs and measures, one command each.
//!
//! - `agree --seeds FROM..TO --threads N`: every answer on random small cases against the census of
//!   all their packages; exit code 1 on a difference.
//! - `forge --count N [--seed S] [--copy FILE]`: so many forged certificates of cases that have an overlap;
//!   exit code 1 when one is accepted.
//! - `verdict [--points N] [--options N] [--parties N] [--links N] [--cases N] [--limit-ms N]`:
//!   refutations of hard random cases, each with its certificate checked once more.
//! - `demonstration [--command PATH]`: the demonstration case, in-process and as a whole command.
//! - `kernel`: enumeration against the arithmetic that it cannot do without.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

mod agree;
mod demonstration;
mod flags;
mod forge;
mod kernel;
mod measure;
mod verdict;

use std::process::ExitCode;
use std::time::Duration;

use flags::Flags;
use winset_gen::hard::Size;

const USAGE: &str = "winset-bench agree --seeds FROM..TO [--threads N]
winset-bench forge --count N [--seed S] [--copy FILE]
winset-bench verdict [--points N] [--options N] [--parties N] [--links N] [--cases N] [--limit-ms N]
winset-bench demonstration [--command PATH]
winset-bench kernel";

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
            let flags = Flags::read(words, &["--count", "--seed", "--copy"])?;
            let count = flags.number("--count", None)?;
            forge::run(
                count,
                flags.number("--seed", Some(0))?,
                flags.text("--copy"),
            )
        }
        "verdict" => {
            let known = [
                "--points",
                "--options",
                "--parties",
                "--links",
                "--cases",
                "--limit-ms",
            ];
            let flags = Flags::read(words, &known)?;
            let count = |name, default| -> Result<usize, String> {
                let number = flags.number(name, Some(default))?;
                usize::try_from(number).map_err(|e| format!("`{name}`: {e}"))
            };
            let size = Size {
                points: count("--points", 20)?,
                options: count("--options", 5)?,
                parties: count("--parties", 4)?,
                links: count("--links", 30)?,
                lines: 12,
                grid: 10_000,
            };
            let limit = Duration::from_millis(flags.number("--limit-ms", Some(10_000))?);
            verdict::run(size, flags.number("--cases", Some(100))?, limit);
            Ok(true)
        }
        "demonstration" => {
            let flags = Flags::read(words, &["--command"])?;
            demonstration::run(flags.text("--command"))?;
            Ok(true)
        }
        "kernel" => {
            kernel::run();
            Ok(true)
        }
        _ => Err(format!("unknown command `{command}`")),
    }
}
