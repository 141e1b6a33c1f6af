//! The command: what is looked for and told.

use winset::ask::{self, ImprovementAnswer};
use winset::form;
use winset::model::positions::Positions;

use super::page;
use crate::args::ImproveArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::table;

/// Runs `winset improve`.
pub(crate) fn run(args: &ImproveArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let table = table::table(&args.table, case)?;
    let table = table.ok_or(Failure::Misuse("expected --package FILE or --offer N"))?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let found = watch.during("looking for better packages", || {
        ask::improvement(case, &declared, &table.package, args.change, &budget)
    });
    let misfit = Failure::Misuse("the package does not fit the case");
    let found: ImprovementAnswer = found.ok_or(misfit)?;
    if args.json {
        output::bytes(&form::line(&form::ImproveForm::new(case, &table, &found))?)?;
    } else {
        output.page(&page::page(case, &table, &found).for_reader(case, &loaded.audience))?;
    }
    Ok(if found.reason().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}
