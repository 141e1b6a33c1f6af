//! The command: what is measured and told.

use winset::ask::{self, ScenarioSource};
use winset::form;

use super::page;
use crate::args::StatsArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::{named, scenario_page, table};

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
    let source = loaded.scenario.as_ref().map(ScenarioSource::of);
    let described = watch.during("describing the scenario", || {
        ask::statistics(case, &parties, table, source, &budget)
    });
    if args.json {
        output::bytes(&form::line(&form::StatsForm::new(case, &described))?)?;
    } else {
        let mut page = page::page(case, &described);
        if let Some(scenario) = &loaded.scenario {
            scenario_page::uncut(&mut page, case, &scenario.uncut);
        }
        output.page(&page.for_reader(case, &loaded.audience))?;
    }
    Ok(match described.reason() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}
