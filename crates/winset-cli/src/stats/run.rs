//! The command: what is measured and told.

use winset::ask;
use winset::form;

use super::page;
use crate::args::StatsArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::{named, table};

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
    let semantics = loaded.scenario.as_ref().map(|from| from.semantics);
    let described = watch.during("describing the scenario", || {
        ask::statistics(case, &parties, table, semantics, &budget)
    });
    if args.json {
        output::bytes(&form::line(&form::StatsForm::new(case, &described))?)?;
    } else {
        output.page(&page::page(case, &described))?;
    }
    Ok(match described.reason() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}
