//! `winset stats`: a scenario in the figures of other programs.

mod page;
mod root;

use winset::model::answer::StopReason;
use winset::solve::{Count, FrontierFound, PlacedAgreement, Stats, Variant, placed, stats};

use crate::args::StatsArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::table::{self, Table};
use crate::{named, wire};

pub(crate) use root::{decimal, optimality, root};

/// What is known of a scenario.
pub(crate) struct Described {
    pub(crate) stats: Stats,
    /// What the numbers of GENIUS files were taken to mean, where the case comes from such.
    pub(crate) semantics: Option<&'static str>,
    /// The package on the table, and where it stands.
    pub(crate) table: Option<(Table, PlacedAgreement)>,
}

/// Runs `winset stats`.
pub(crate) fn run(args: &StatsArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let parties = named::bargaining(case, &args.parties)?;
    let table = table::table(&args.table, case)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let stats = watch.during("describing the scenario", || stats(case, &parties, &budget));
    let place = |table: Table| {
        let placed = placed(case, &stats, &table.package);
        (table, placed)
    };
    let described = Described {
        table: table.map(place),
        semantics: loaded.scenario.as_ref().map(|from| from.semantics.name()),
        stats,
    };
    if args.json {
        output::bytes(&wire::line(&wire::StatsForm::new(case, &described))?)?;
    } else {
        output.page(&page::page(case, &described))?;
    }
    Ok(match described.reason() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

impl Described {
    /// Why the first part that is not known was stopped. That a scenario has too many packages for
    /// figures about pairs of them is no stop.
    pub(crate) fn reason(&self) -> Option<StopReason> {
        let Stats {
            possible,
            acceptable,
            above,
            variants,
            conflicts,
            ..
        } = &self.stats;
        let counts = [possible, acceptable, above].into_iter();
        let of_count = counts.filter_map(|count| match count {
            Count::Exact(_) => None,
            Count::Between { reason, .. } => Some(*reason),
        });
        let of_frontier = match &variants.frontier {
            FrontierFound::Stopped { reason, .. } => Some(*reason),
            FrontierFound::Complete { .. } | FrontierFound::Nobody => None,
        };
        let of_rules = variants.picked.iter().filter_map(|one| match one.found {
            Variant::Stopped(reason) => Some(reason),
            Variant::Found(_) | Variant::Nothing => None,
        });
        let of_pairs = conflicts
            .iter()
            .filter_map(|one| one.as_ref().err().copied());
        let of_pairs = of_pairs.filter(|reason| *reason != StopReason::MemoryLimit);
        of_count
            .chain(of_frontier)
            .chain(of_rules)
            .chain(of_pairs)
            .next()
    }
}
