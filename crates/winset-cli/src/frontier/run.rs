//! The command: what is looked for, written and told.

use std::path::{Path, PathBuf};

use winset::ask::{self, FrontierAnswer, FrontierTerms};
use winset::form;
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{Budget, Engine, Settlements};

#[cfg(feature = "parquet")]
use super::parquet;
use super::{csv, page, plot};
use crate::args::{EngineArg, FrontierArgs};
use crate::failure::{Failure, NO_PARQUET, Outcome};
use crate::named;
use crate::output::{self, Output, is_dash};
use crate::progress::Watch;
use crate::scenario_page;
use crate::whole_file::{self, Places, Written};

/// Most packages of a point that are listed.
const LISTED_MAX: usize = 1_000;
/// What is written besides the answer, in messages.
const CSV: &str = "the table";
const TABLE: &str = "the Parquet file";
const PLOT: &str = "the drawing";

/// Runs `winset frontier`.
pub(crate) fn run(args: &FrontierArgs, output: Output) -> Result<Outcome, Failure> {
    for (file, why) in [
        (&args.csv, "--csv takes the name of a file"),
        (&args.parquet, "--parquet takes the name of a file"),
        (&args.plot, "--plot takes the name of a file"),
    ] {
        if file.as_deref().is_some_and(is_dash) {
            return Err(Failure::Misuse(why));
        }
    }
    if args.parquet.is_some() && !cfg!(feature = "parquet") {
        return Err(Failure::Misuse(NO_PARQUET));
    }
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let uncut = loaded
        .scenario
        .as_ref()
        .map_or(&[][..], |s| s.uncut.as_slice());
    let axes = named::bargaining(case, &args.parties)?;
    let drawn = drawn(case, args, &axes)?;
    look_ahead(args)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let mut found = watch.during("looking for the frontier", || {
        asked(case, &declared, axes, args, &budget)
    });
    if args.packages {
        watch.during("listing packages", || {
            found.list(case, &declared, LISTED_MAX, &budget);
        });
    }
    if let Some(file) = &args.csv {
        let table = csv::csv(case, &found, uncut, args.csv_for.into());
        whole_file::write(file, table.as_bytes(), CSV)?;
    }
    if let Some(file) = &args.parquet {
        whole_file::write(file, &table(case, &found, file)?, TABLE)?;
    }
    if let (Some(file), Some(axes)) = (&args.plot, drawn) {
        let settled = watch.limited(&budget, |limit| {
            limit.part(|budget| picked(case, &found, budget))
        });
        let svg = plot::svg(case, &found, axes, settled.as_ref());
        whole_file::write(file, svg.as_bytes(), PLOT)?;
    }
    if args.json {
        output::bytes(&form::line(&form::FrontierForm::new(case, &found, uncut))?)?;
    } else {
        let files = [&args.csv, &args.parquet, &args.plot];
        let files = files.map(Option::as_deref);
        let mut page = page::page(case, &found, args.explain, &files);
        scenario_page::uncut(&mut page, case, uncut);
        output.page(&page.for_reader(case, &loaded.audience))?;
    }
    Ok(match found.stopped {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

fn look_ahead(args: &FrontierArgs) -> Result<(), Failure> {
    let files: [(&Option<PathBuf>, &'static str, &'static [&'static str]); 3] = [
        (&args.csv, CSV, &["csv", "txt"]),
        (&args.parquet, TABLE, &["parquet"]),
        (&args.plot, PLOT, &["svg"]),
    ];
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    for (file, what, endings) in files {
        if let Some(file) = file {
            places.look_ahead(file, Written { what, endings })?;
        }
    }
    Ok(())
}

/// The frontier as a Parquet file.
#[cfg(feature = "parquet")]
fn table(case: &Case, found: &FrontierAnswer, file: &Path) -> Result<Vec<u8>, Failure> {
    parquet::table(case, found).map_err(|error| Failure::Write {
        what: TABLE,
        name: file.display().to_string(),
        source: std::io::Error::other(error),
    })
}

/// Without the feature nobody comes here.
#[cfg(not(feature = "parquet"))]
fn table(_: &Case, _: &FrontierAnswer, _: &Path) -> Result<Vec<u8>, Failure> {
    Err(Failure::Misuse(NO_PARQUET))
}

/// The parties on the axes of the drawing, where one is asked for.
fn drawn(
    case: &Case,
    args: &FrontierArgs,
    axes: &[PartyId],
) -> Result<Option<[PartyId; 2]>, Failure> {
    if args.plot.is_none() {
        return Ok(None);
    }
    let asked = match args.axes.as_slice() {
        [] => axes.to_vec(),
        names => {
            let party = |name: &String| named::party(case, "--axes", name);
            names.iter().map(party).collect::<Result<_, _>>()?
        }
    };
    let scored = |party: &PartyId| case.parties[party.index()].sheet.open().scores.is_some();
    match asked.as_slice() {
        [first, second, rest @ ..]
            if first != second
                && scored(first)
                && scored(second)
                && (rest.is_empty() || args.axes.is_empty()) =>
        {
            Ok(Some([*first, *second]))
        }
        _ => Err(Failure::Misuse(
            "a drawing needs two different parties with preferences on its axes",
        )),
    }
}

/// Looks for what is asked for, at some positions.
fn asked(
    case: &Case,
    positions: &Positions,
    axes: Vec<PartyId>,
    args: &FrontierArgs,
    budget: &Budget<'_>,
) -> FrontierAnswer {
    let engine = match args.engine {
        None => {
            let terms = FrontierTerms {
                axes,
                at_most: args.at_most,
            };
            return ask::frontier(case, positions, terms, budget);
        }
        Some(EngineArg::Sums) => Engine::Sums,
        Some(EngineArg::Boxes) => Engine::Boxes,
    };
    ask::frontier_by_engine(case, positions, axes, engine, budget)
}

/// What the rules pick of the same packages, for the drawing.
fn picked(case: &Case, found: &FrontierAnswer, budget: &Budget<'_>) -> Option<Settlements> {
    (!found.points.is_empty()).then(|| {
        let declared = Positions::declared(case);
        ask::settlements_between(case, &declared, found.axes.clone(), budget).found
    })
}
