//! `winset frontier`: every combination of scores that no acceptable package beats, or some that
//! stand for them.

mod csv;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod plot;
#[cfg(test)]
mod tests;

use std::path::Path;

use num_bigint::BigUint;
use winset::check::{Acceptable, FrontierPoint, LowerCorner};
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::{Package, PartyId};
use winset::model::positions::Positions;
use winset::solve::{
    Budget, Count, Engine, FrontierFound, FrontierPart, Selection, SettlementTerms, Settlements,
    frontier, frontier_at_most, frontier_by, listing, settlements,
};

use crate::args::{EngineArg, FrontierArgs};
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::progress::Watch;
use crate::share::Shares;
use crate::{named, standing, whole_file, wire};

/// Most packages of a point that are listed.
const LISTED_MAX: usize = 1_000;
/// What is written besides the answer, in messages.
const CSV: &str = "the table";
const TABLE: &str = "the Parquet file";
const PLOT: &str = "the drawing";

/// A point of the frontier.
#[derive(Debug)]
pub(crate) struct Point {
    /// A package of it, with everybody's scores.
    pub(crate) package: Acceptable,
    /// Whether it is proven that no acceptable package beats it.
    pub(crate) proven: bool,
    /// How many packages have its scores; `None` where that was not counted.
    pub(crate) count: Option<Count>,
    /// These packages, where they are asked for.
    pub(crate) packages: Vec<Package>,
}

/// What was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// In whose eyes, in the case's order.
    pub(crate) axes: Vec<PartyId>,
    /// From the most for the first axis down.
    pub(crate) points: Vec<Point>,
    /// How all of it was found; `None` where it was not.
    pub(crate) engine: Option<Engine>,
    /// What the points leave out, where they are some of many.
    pub(crate) missing: Option<Missing>,
    /// Why it was stopped, and the boxes that could hold other points.
    pub(crate) stopped: Option<(StopReason, Vec<LowerCorner>)>,
    /// Proofs of a cover, in all bytes; 0 where stages show that nothing is missing.
    pub(crate) proofs: (usize, usize),
}

/// What points that stand for a frontier leave out.
#[derive(Debug)]
pub(crate) struct Missing {
    /// For each axis how much more an acceptable package may give it than the point that stands for
    /// the package, on its party's scale.
    pub(crate) gap: Vec<i64>,
    /// The largest gap as a share of what lies between a party's no-deal value and the most that a
    /// point gives it; `None` where there is nothing between.
    pub(crate) share: Option<Exact>,
    /// How many points the whole frontier has, where that is known.
    pub(crate) of: Option<usize>,
}

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
        return Err(Failure::Misuse(
            "this build of the command writes no Parquet files: the feature `parquet` is off",
        ));
    }
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let axes = named::bargaining(case, &args.parties)?;
    let drawn = drawn(case, args, &axes)?;
    look_ahead(args)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let mut found = watch.during("looking for the frontier", || {
        asked((case, &declared), axes, args, &budget)
    });
    if args.packages {
        watch.during("listing packages", || {
            found.list((case, &declared), LISTED_MAX, &budget);
        });
    }
    if let Some(file) = &args.csv {
        whole_file::write(file, csv::csv(case, &found).as_bytes(), CSV)?;
    }
    if let Some(file) = &args.parquet {
        whole_file::write(file, &table(case, &found, file)?, TABLE)?;
    }
    if let (Some(file), Some(axes)) = (&args.plot, drawn) {
        let settled = Shares::new(watch, &args.limits).part(|budget| picked(case, &found, budget));
        let svg = plot::svg(case, &found, axes, settled.as_ref());
        whole_file::write(file, svg.as_bytes(), PLOT)?;
    }
    if args.json {
        output::bytes(&wire::line(&wire::FrontierForm::new(case, &found))?)?;
    } else {
        let files = [&args.csv, &args.parquet, &args.plot];
        let files = files.map(Option::as_deref);
        output.page(&page::page(case, &found, args.explain, &files))?;
    }
    Ok(match found.stopped {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

fn look_ahead(args: &FrontierArgs) -> Result<(), Failure> {
    let files: [(&Option<_>, &'static str); 3] =
        [(&args.csv, CSV), (&args.parquet, TABLE), (&args.plot, PLOT)];
    for (file, what) in files {
        if let Some(file) = file {
            whole_file::look_ahead(Path::new(file), what)?;
        }
    }
    Ok(())
}

/// The frontier as a Parquet file.
#[cfg(feature = "parquet")]
fn table(case: &Case, found: &Found, file: &Path) -> Result<Vec<u8>, Failure> {
    parquet::table(case, found).map_err(|error| Failure::Write {
        what: TABLE,
        name: file.display().to_string(),
        source: std::io::Error::other(error),
    })
}

/// Without the feature nobody comes here.
#[cfg(not(feature = "parquet"))]
fn table(_: &Case, _: &Found, _: &Path) -> Result<Vec<u8>, Failure> {
    Err(Failure::Misuse("the feature `parquet` is off"))
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
    (case, positions): (&Case, &Positions),
    axes: Vec<PartyId>,
    args: &FrontierArgs,
    budget: &Budget<'_>,
) -> Found {
    let by = |engine| {
        let found = frontier_by(case, positions, &axes, &[engine], budget);
        Selection::Whole(found)
    };
    let found = match args.engine {
        None => frontier_at_most(case, positions, &axes, args.at_most, budget),
        Some(EngineArg::Sums) => by(Engine::Sums),
        Some(EngineArg::Boxes) => by(Engine::Boxes),
    };
    match found {
        Selection::Whole(whole) => Found::whole(axes, whole),
        Selection::Part(part) => Found::part(axes, *part),
    }
}

/// What the rules pick of the same packages, for the drawing.
fn picked(case: &Case, found: &Found, budget: &Budget<'_>) -> Option<Settlements> {
    (!found.points.is_empty()).then(|| {
        let terms = SettlementTerms {
            parties: found.axes.clone(),
            ..SettlementTerms::of(case)
        };
        settlements(case, &Positions::declared(case), &terms, &[], budget)
    })
}

impl Point {
    /// How many packages have its scores, where they were counted to the end.
    pub(crate) fn counted(&self) -> Option<&BigUint> {
        self.count.as_ref().and_then(standing::exact)
    }

    /// What it gives a party, unscaled; `None` for one without preferences.
    pub(crate) fn score(&self, case: &Case, party: PartyId) -> Option<Exact> {
        let score = self
            .package
            .scores()
            .get(party.index())
            .copied()
            .flatten()?;
        Some(case.unscaled(party, score))
    }

    /// One with the number of its packages, where they were counted.
    fn new(package: Acceptable, count: Option<Count>) -> Self {
        Self {
            package,
            proven: true,
            count,
            packages: Vec::new(),
        }
    }
}

impl Found {
    /// The whole frontier of a case at some positions.
    pub(crate) fn all(
        (case, positions): (&Case, &Positions),
        axes: Vec<PartyId>,
        budget: &Budget<'_>,
    ) -> Self {
        let found = frontier(case, positions, &axes, budget);
        Self::whole(axes, found)
    }

    fn whole(axes: Vec<PartyId>, found: FrontierFound) -> Self {
        let nothing = Self {
            axes,
            points: Vec::new(),
            engine: None,
            missing: None,
            stopped: None,
            proofs: (0, 0),
        };
        match found {
            FrontierFound::Complete {
                claim,
                packages,
                engine,
            } => {
                let points = claim.points().iter().zip(packages);
                let point = |(point, count): (&FrontierPoint, Count)| {
                    Point::new(point.package().clone(), Some(count))
                };
                Self {
                    proofs: (
                        claim.proofs().len(),
                        claim.proofs().iter().map(|p| p.bytes().len()).sum(),
                    ),
                    points: points.map(point).collect(),
                    engine: Some(engine),
                    ..nothing
                }
            }
            FrontierFound::Stopped {
                reason,
                points,
                left,
            } => {
                let points = points.into_iter().map(|package| Point::new(package, None));
                Self {
                    points: points.collect(),
                    stopped: Some((reason, left)),
                    ..nothing
                }
            }
            FrontierFound::Nobody => nothing,
        }
    }

    fn part(axes: Vec<PartyId>, part: FrontierPart) -> Self {
        let FrontierPart {
            claim,
            packages,
            engine,
            stopped,
        } = part;
        let points = claim.points().iter().zip(packages);
        let points = points.map(|(point, count)| Point {
            proven: point.efficient(),
            ..Point::new(point.point().package().clone(), count)
        });
        Self {
            axes,
            points: points.collect(),
            engine,
            missing: Some(Missing {
                gap: claim.gap().to_vec(),
                share: claim.share(),
                of: claim.of(),
            }),
            stopped: stopped
                .filter(|_| !claim.complete())
                .map(|reason| (reason, Vec::new())),
            proofs: (0, 0),
        }
    }

    /// Whether these are all points.
    pub(crate) fn complete(&self) -> bool {
        let missing = self.missing.iter().flat_map(|missing| &missing.gap);
        self.stopped.is_none() && missing.into_iter().all(|gap| *gap == 0)
    }

    /// Lists the packages of every point, each up to a number.
    pub(crate) fn list(
        &mut self,
        (case, positions): (&Case, &Positions),
        packages_max: usize,
        budget: &Budget<'_>,
    ) {
        for point in &mut self.points {
            let mut asked = positions.clone();
            for axis in &self.axes {
                asked.floors[axis.index()] = point.package.scores()[axis.index()];
            }
            let all = listing(case, &asked, packages_max, budget);
            let packages = all.packages.iter().map(|a| a.package().clone());
            point.packages = packages.collect();
        }
    }

    /// How many packages reach a point, where all were counted.
    pub(crate) fn packages(&self) -> Option<BigUint> {
        self.points.iter().map(Point::counted).sum()
    }
}
