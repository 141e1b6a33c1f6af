//! `winset lint`: what programs would read differently in a scenario, and what comes of it.

use winset::Folder;
use winset::check::Acceptable;
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::formats::big::{from_exact, words};
use winset::model::formats::peer::{Format, Semantics};
use winset::model::formats::{self, Options};
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{Budget, Count, Settlement, Terms, count, settlements};

use crate::args::LintArgs;
use crate::convert::list;
use crate::exit::{Failure, Outcome};
use crate::output::Output;
use crate::page::Page;
use crate::progress::Watch;
use crate::share::Shares;
use crate::words::counted;

/// What a reading makes of a scenario.
#[derive(Debug)]
struct Made {
    /// How many packages reach every reservation.
    acceptable: String,
    /// The Nash package and its scores.
    nash: Vec<String>,
    stopped: Option<StopReason>,
}

/// Runs `winset lint`.
pub(crate) fn run(args: &LintArgs, output: Output) -> Result<Outcome, Failure> {
    let folder = Folder::read(&args.folder)?;
    let options = Options {
        real_step: args.real_step,
        ..Options::default()
    };
    let peers = folder.peers(&options)?;
    let mut page = Page::default();
    let parties = peers.profiles.len();
    page.paragraph(&format!(
        "{} files: {}, {}.",
        peers.format.name(),
        match parties {
            1 => "1 party".to_owned(),
            many => format!("{many} parties"),
        },
        counted(peers.domain.issues.len(), "issue"),
    ));
    let findings = formats::lint(&peers);
    if findings.is_empty() {
        page.blank();
        page.paragraph("Nothing in these files is read differently.");
    } else {
        list(
            &mut page,
            "What is read differently:",
            &findings.iter().collect::<Vec<_>>(),
        );
    }
    let readings: &[Semantics] = match peers.format {
        Format::Genius => &Semantics::ALL,
        _ => &[Semantics::Raw],
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let shares = Shares::new(watch, &args.limits);
    let mut stopped = false;
    for semantics in readings {
        let options = Options {
            semantics: *semantics,
            ..options.clone()
        };
        let heading = match peers.format {
            Format::Genius => format!("Read as {}", semantics.name()),
            _ => "As it is read".to_owned(),
        };
        page.heading(&heading);
        match folder.nearest(&peers, &options) {
            Ok(scenario) => stopped |= compared(&mut page, shares, &scenario.reading.case),
            Err(error) if *semantics == Semantics::Genius => return Err(error.into()),
            Err(_) => {
                let why = "no case: a weight is missing, or numbers have no common scale";
                page.indented(2, why);
            }
        }
    }
    output.page(&page)?;
    Ok(if stopped {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

/// Adds what a reading makes of the scenario; whether something was stopped.
fn compared(page: &mut Page, shares: Shares, case: &Case) -> bool {
    const LABEL_COLUMNS: usize = 10;
    let made = shares.during("looking for settlements", |budget| made(case, budget));
    let acceptable = format!("{} of {} packages", made.acceptable, case.package_count());
    page.entry(2, LABEL_COLUMNS, "acceptable", &acceptable);
    for (place, line) in made.nash.iter().enumerate() {
        let label = if place == 0 { "Nash" } else { "" };
        page.entry(2, LABEL_COLUMNS, label, line);
    }
    made.stopped.is_some()
}

fn made(case: &Case, budget: &Budget<'_>) -> Made {
    let positions = Positions::declared(case);
    let (acceptable, mut stopped) = match count(case, &positions, budget) {
        Count::Exact(count) => (count.to_string(), None),
        Count::Between {
            at_least, reason, ..
        } => (format!("at least {at_least}"), Some(reason)),
    };
    let nash = match settlements(case, &positions, &Terms::of(case), &[], budget).nash {
        Settlement::Found { ties, .. } => {
            let package = ties.packages.first();
            let mut lines = package.map_or_else(Vec::new, |package| package_lines(case, package));
            if ties.packages.len() > 1 {
                lines.push(format!(
                    "and {} with the same gains",
                    ties.packages.len() - 1
                ));
            }
            lines
        }
        Settlement::None(_) => vec!["none: nobody gains, or no package is acceptable".to_owned()],
        Settlement::Stopped { reason, .. } => {
            stopped = Some(reason);
            vec!["not known".to_owned()]
        }
    };
    Made {
        acceptable,
        nash,
        stopped,
    }
}

/// The options of a package, and what each party has from it.
fn package_lines(case: &Case, found: &Acceptable) -> Vec<String> {
    let package = found.package();
    let chosen = case.points.iter().zip(&package.0);
    let chosen =
        chosen.map(|(point, option)| format!("{} {}", point.id, point.options[option.index()].id));
    let scores = (0..case.parties.len()).filter_map(|place| {
        let party = PartyId::at(place);
        let value = case.unscaled(party, case.score(party, package)?);
        let value = words(&from_exact(&value));
        Some(format!("{} {value}", case.parties[place].id))
    });
    let (chosen, scores): (Vec<String>, Vec<String>) = (chosen.collect(), scores.collect());
    vec![chosen.join(", "), scores.join(", ")]
}
