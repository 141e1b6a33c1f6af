//! Long runs and measures, one command each.
//!
//! - `agree --seeds FROM..TO --threads N [--what NAME]`: answers on random small cases against looking
//!   at all their packages; exit code 1 on a difference. Without a name, the verdict and what an
//!   overlap looks like; `clashes`: clashes and corrections; `openings`: all openings, against trying
//!   out every concession; `pressure`: everything about no-deal values, levers and time;
//!   `settlements`: what the rules pick, and the frontier; `rules`: what those under other programs'
//!   names pick; `improve`: what is nearest to a package on the table, and what is better.
//! - `openings [--cases N] [--floor-percent N] [--limit-ms N]`: the cheapest opening of random cases
//!   of 40 points with ladders, and the one that leaves nobody alone.
//! - `forge --count N [--seed S] [--copy FILE]`: so many forged certificates of cases that have an overlap;
//!   exit code 1 when one is accepted.
//! - `verdict [--points N] [--options N] [--parties N] [--links N] [--cases N] [--limit-ms N]`:
//!   refutations of hard random cases, each with its certificate checked once more.
//! - `frontier [--points N] [--options N] [--parties N] [--links N] [--lines N] [--cases N]
//!   [--at-most N] [--limit-ms N]`: complete frontiers of hard random cases, in the eyes of all
//!   parties; with `--at-most`, so many points that stand for them, with a bound on what is missing;
//!   with `--boxes N`, of cases of two parties with so many boxes each instead.
//! - `settlements`, with the flags of a hard case: what all four rules pick in hard random cases.
//! - `demonstration [--command PATH]`: the demonstration case, in-process and as a whole command.
//! - `case --file CASE.json [--runs N] [--limit-ms N]`: one case, read and decided in-process; the
//!   medians as JSON.
//! - `hard --seed N [--points N] [--options N] [--parties N] [--links N] [--lines N] [--above N]
//!   [--limit-ms N]`: prints a hard random case; with `--above`, every no-deal value stands so many
//!   units above the best that all parties can have at once.
//! - `floor --seed N [--points N] [--options N] [--parties N] [--links N] [--limit-ms N]`: the highest
//!   no-deal value that all parties of a hard random case can have at once, as far as it is known
//!   when each question has the limit.
//! - `ask --question NAME --file CASE.json [--runs N] [--limit-ms N]`: the answer
//!   at the declared positions, the milliseconds of each run and the memory, as JSON. Questions:
//!   clashes, opening, pressure, frontier, settlements, stats, count.
//! - `ladders --seed N [--points N] [--parties N] [--lines N] [--links N] [--bodies N]`: prints a random
//!   case with ladders of rising costs.
//! - `boxes --seed N [--points N] [--boxes N]`: prints a random case of two parties whose scores are
//!   boxes over numbers from 0 to 9.
//! - `talks [--each] [--one NAME] [--two NAME] [--case CASE.json] [--points N] [--options N] [--rounds N]
//!   [--sessions N] [--seed N] [--courses prepared|found|ranked] [--form text|json]`: sessions of two strategies on a
//!   random domain or that of a file, in a second and on one thread; as JSON with the course of the first. With
//!   `--each`, of every strategy with the second one.
//! - `exchange [--persons N] [--categories N] [--phases N] [--cases N]`: random exchanges of prisoners, cleared and
//!   loaded, with every proof checked; `lists [--persons N]`: two random lists of persons, matched.
//! - `rings [--offers N] [--free N] [--percent N] [--parties N] [--circle N] [--cases N]`: the best circles and chains of
//!   random pools of requests.
//! - `small --seed N`: prints a random small case of many features.
//! - `workbook`, with the flags of `ladders`, and `[--runs N]`: such a case to a workbook and back; with
//!   `--file FILE`, what is said of that workbook, how long it took and how much memory.
//! - `kernel`: enumeration against the arithmetic that it cannot do without.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

mod agree;
mod ask;
mod demonstration;
mod efficient;
mod exchange;
mod flags;
mod floors;
mod forge;
mod frontier;
mod generate;
mod kernel;
mod measure;
mod one;
mod openings;
mod rings;
mod settlements;
mod talks;
mod talks_domain;
mod verdict;
mod workbook;

use std::process::ExitCode;
use std::time::Duration;

use flags::Flags;
use winset_gen::hard::{HardSize, hard};
use winset_gen::{boxes, ladders};

const USAGE: &str = "winset-bench agree --seeds FROM..TO [--threads N] [--what NAME]
    NAME: verdict, clashes, openings, pressure, settlements, rules or improve
winset-bench openings [--cases N] [--floor-percent N] [--limit-ms N]
winset-bench forge --count N [--seed S] [--copy FILE]
winset-bench verdict [--points N] [--options N] [--parties N] [--links N] [--cases N] [--limit-ms N]
winset-bench frontier [--points N] [--options N] [--parties N] [--links N] [--lines N] [--cases N] [--at-most N] [--boxes N] [--limit-ms N]
winset-bench settlements [--points N] [--options N] [--parties N] [--links N] [--lines N] [--cases N] [--limit-ms N]
winset-bench demonstration [--command PATH]
winset-bench case --file CASE.json [--runs N] [--limit-ms N]
winset-bench hard --seed N [--points N] [--options N] [--parties N] [--links N] [--lines N] [--above N] [--limit-ms N]
winset-bench floor --seed N [--points N] [--options N] [--parties N] [--links N] [--limit-ms N]
winset-bench ask --question NAME --file CASE.json [--runs N] [--limit-ms N]
    NAME: clashes, opening, pressure, frontier, settlements, stats or count
winset-bench ladders --seed N [--points N] [--options N] [--parties N] [--lines N] [--links N] [--bodies N]
winset-bench boxes --seed N [--points N] [--boxes N]
winset-bench talks [--each] [--one NAME] [--two NAME] [--case CASE.json] [--points N] [--options N] [--rounds N] [--sessions N] [--seed N] [--courses prepared|found|ranked] [--form text|json]
winset-bench exchange [--persons N] [--categories N] [--phases N] [--cases N]
winset-bench lists [--persons N]
winset-bench small --seed N
winset-bench workbook [--seed N] [--points N] [--options N] [--parties N] [--lines N] [--links N] [--bodies N] [--runs N]
winset-bench workbook --file FILE
winset-bench kernel";

/// Flags of the size of a hard case, and of the time that a question on it may take.
const HARD: [&str; 5] = [
    "--points",
    "--options",
    "--parties",
    "--links",
    "--limit-ms",
];

/// Flags of a case with ladders.
const LADDERS: [&str; 7] = [
    "--seed",
    "--points",
    "--options",
    "--parties",
    "--lines",
    "--links",
    "--bodies",
];

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

/// Runs `verdict`.
fn verdicts(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &[&HARD[..], &["--cases"]].concat())?;
    let (size, limit) = (size(&flags)?, limit(&flags)?);
    verdict::run(size, flags.number("--cases", Some(100))?, limit);
    Ok(true)
}

/// Runs `settlements`.
fn settled(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &[&HARD[..], &["--cases", "--lines"]].concat())?;
    let size = HardSize {
        lines: flags.count("--lines", 0)?,
        ..size(&flags)?
    };
    settlements::run(size, flags.number("--cases", Some(20))?, limit(&flags)?)?;
    Ok(true)
}

/// Runs `frontier`.
fn frontiers(words: &[String]) -> Result<bool, String> {
    let more = ["--cases", "--lines", "--at-most", "--boxes"];
    let flags = Flags::read(words, &[&HARD[..], &more].concat())?;
    let cases = flags.number("--cases", Some(3))?;
    let at_most = flags.count("--at-most", 0)?;
    let limit = limit(&flags)?;
    let count = flags.count("--boxes", 0)?;
    if count > 0 {
        let points = flags.count("--points", 10)?;
        let size = boxes::BoxesSize {
            points,
            boxes: count,
        };
        frontier::run(|seed| boxes::boxes(size, seed), cases, at_most, limit)?;
    } else {
        let size = HardSize {
            lines: flags.count("--lines", 0)?,
            ..size(&flags)?
        };
        frontier::run(|seed| hard(size, seed), cases, at_most, limit)?;
    }
    Ok(true)
}

/// Runs a command; false when it found what must not be.
fn run(command: &str, words: &[String]) -> Result<bool, String> {
    match command {
        "agree" => agree(words),
        "openings" => large(words),
        "forge" => {
            let flags = Flags::read(words, &["--count", "--seed", "--copy"])?;
            let count = flags.number("--count", None)?;
            forge::run(
                count,
                flags.number("--seed", Some(0))?,
                flags.text("--copy"),
            )
        }
        "verdict" => verdicts(words),
        "frontier" => frontiers(words),
        "settlements" => settled(words),
        "demonstration" => {
            let flags = Flags::read(words, &["--command"])?;
            demonstration::run(flags.text("--command"))?;
            Ok(true)
        }
        "case" => one_case(words),
        "hard" => {
            let known = [&HARD[..], &["--seed", "--lines", "--above"]].concat();
            let flags = Flags::read(words, &known)?;
            let above = flags.text("--above");
            let above = above.map(|_| flags.number("--above", None)).transpose()?;
            let seed = flags.number("--seed", None)?;
            generate::hard(size(&flags)?, seed, above, limit(&flags)?)?;
            Ok(true)
        }
        "floor" => {
            let flags = Flags::read(words, &[&HARD[..], &["--seed"]].concat())?;
            let seed = flags.number("--seed", None)?;
            floors::run(size(&flags)?, seed, limit(&flags)?)?;
            Ok(true)
        }
        "ask" => {
            let known = ["--question", "--file", "--runs", "--limit-ms"];
            let flags = Flags::read(words, &known)?;
            let file = flags.text("--file").ok_or("`--file` is missing")?;
            let question = flags.text("--question").ok_or("`--question` is missing")?;
            ask::run(file, question, flags.count("--runs", 1)?, limit(&flags)?)?;
            Ok(true)
        }
        "ladders" => {
            let flags = Flags::read(words, &LADDERS)?;
            generate::ladders(ladder_size(&flags)?, flags.number("--seed", None)?);
            Ok(true)
        }
        "boxes" => boxes_of(words),
        "talks" => talks_of(words),
        "exchange" => exchanges(words),
        "rings" => rings_of(words),
        "lists" => lists_of(words),
        "small" => {
            let flags = Flags::read(words, &["--seed"])?;
            generate::small(flags.number("--seed", None)?);
            Ok(true)
        }
        "workbook" => workbooks(words),
        "kernel" => {
            kernel::run();
            Ok(true)
        }
        _ => Err(format!("unknown command `{command}`")),
    }
}

/// Runs `case`.
fn one_case(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &["--file", "--runs", "--limit-ms"])?;
    let file = flags.text("--file").ok_or("`--file` is missing")?;
    one::run(file, flags.count("--runs", 7)?, limit(&flags)?)?;
    Ok(true)
}

/// Runs `lists`.
fn lists_of(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &["--persons"])?;
    exchange::lists(flags.count("--persons", 20_000)?);
    Ok(true)
}

/// Runs `rings`.
fn rings_of(words: &[String]) -> Result<bool, String> {
    let known = [
        "--offers",
        "--free",
        "--percent",
        "--parties",
        "--circle",
        "--cases",
    ];
    let flags = Flags::read(words, &known)?;
    let size = rings::PoolSize {
        offers: flags.count("--offers", 200)?,
        free: flags.count("--free", 0)?,
        percent: flags.count("--percent", 5)?,
        parties: flags.count("--parties", 3)?.max(1),
        circle_max: flags.count("--circle", 3)?,
    };
    rings::run(size, flags.number("--cases", Some(5))?)?;
    Ok(true)
}

/// Runs `exchange`.
fn exchanges(words: &[String]) -> Result<bool, String> {
    let known = ["--persons", "--categories", "--phases", "--cases"];
    let flags = Flags::read(words, &known)?;
    let size = exchange::ExchangeSize {
        persons: flags.count("--persons", 10_000)?,
        categories: flags.count("--categories", 12)?.max(1),
        phases: flags.count("--phases", 8)?.max(1),
    };
    exchange::run(size, flags.number("--cases", Some(10))?)?;
    Ok(true)
}

/// Writes and reads workbooks.
fn workbooks(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &[&LADDERS[..], &["--file", "--runs"]].concat())?;
    if let Some(file) = flags.text("--file") {
        workbook::look(file)?;
    } else {
        let seed = flags.number("--seed", Some(0))?;
        let case = ladders::ladders(ladder_size(&flags)?, seed);
        workbook::run(&case.to_string(), flags.count("--runs", 5)?)?;
    }
    Ok(true)
}

/// Takes the time of sessions of two strategies.
fn talks_of(words: &[String]) -> Result<bool, String> {
    let known = [
        "--one",
        "--two",
        "--case",
        "--points",
        "--options",
        "--rounds",
        "--sessions",
        "--seed",
        "--courses",
        "--form",
    ];
    let each = words.first().is_some_and(|word| word == "--each");
    let flags = Flags::read(&words[usize::from(each)..], &known)?;
    let rounds = flags.number("--rounds", Some(100))?;
    let (one, two) = (flags.text("--one"), flags.text("--two"));
    let courses = match flags.text("--courses") {
        None | Some("prepared") => talks::Courses::Prepared,
        Some("found") => talks::Courses::Found,
        Some("ranked") => talks::Courses::Ranked,
        Some(other) => {
            return Err(format!(
                "`--courses` {other}: expected prepared, found or ranked"
            ));
        }
    };
    let size = talks::TalksSize {
        strategies: [
            one.unwrap_or("negmas:boulware"),
            two.unwrap_or(if each {
                "negmas:boulware"
            } else {
                "negmas:conceder"
            }),
        ],
        case: flags.text("--case"),
        points: flags.count("--points", 3)?,
        options: flags.count("--options", 10)?,
        rounds: u32::try_from(rounds).map_err(|e| format!("`--rounds`: {e}"))?,
        sessions: flags.number("--sessions", Some(100_000))?,
        seed: flags.number("--seed", Some(1))?,
        courses,
    };
    match flags.text("--form") {
        _ if each => talks::each(size)?,
        None | Some("text") => talks::run(size)?,
        Some("json") => talks::course(size)?,
        Some(other) => return Err(format!("`--form` {other}: expected text or json")),
    }
    Ok(true)
}

/// Prints a case of boxes.
fn boxes_of(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &["--seed", "--points", "--boxes"])?;
    let size = boxes::BoxesSize {
        points: flags.count("--points", 10)?,
        boxes: flags.count("--boxes", 20)?,
    };
    generate::boxes(size, flags.number("--seed", None)?);
    Ok(true)
}

/// Compares answers of a kind; false when they differ.
fn agree(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &["--seeds", "--threads", "--what"])?;
    let seeds = flags.range("--seeds")?;
    let threads = flags.number("--threads", Some(1))?;
    match flags.text("--what").unwrap_or("verdict") {
        "openings" => Ok(openings::agree(seeds, threads)),
        what => agree::run(what, seeds, threads),
    }
}

/// Takes the time of openings of large cases.
fn large(words: &[String]) -> Result<bool, String> {
    let flags = Flags::read(words, &["--cases", "--floor-percent", "--limit-ms"])?;
    let percent = flags.count("--floor-percent", 95)?;
    openings::large(flags.number("--cases", Some(10))?, percent, limit(&flags)?)?;
    Ok(true)
}

/// The size of a hard case.
fn size(flags: &Flags<'_>) -> Result<HardSize, String> {
    Ok(HardSize {
        points: flags.count("--points", 20)?,
        options: flags.count("--options", 5)?,
        parties: flags.count("--parties", 4)?,
        links: flags.count("--links", 30)?,
        lines: flags.count("--lines", 12)?,
        grid: 10_000,
    })
}

/// The size of a case with ladders.
fn ladder_size(flags: &Flags<'_>) -> Result<ladders::LaddersSize, String> {
    Ok(ladders::LaddersSize {
        points: flags.count("--points", 40)?,
        options: flags.count("--options", 5)?,
        parties: flags.count("--parties", 6)?,
        lines: flags.count("--lines", 80)?,
        links: flags.count("--links", 40)?,
        bodies: flags.count("--bodies", 2)?,
        ..ladders::LaddersSize::LARGE
    })
}

/// How long one question may take.
fn limit(flags: &Flags<'_>) -> Result<Duration, String> {
    flags
        .number("--limit-ms", Some(10_000))
        .map(Duration::from_millis)
}
