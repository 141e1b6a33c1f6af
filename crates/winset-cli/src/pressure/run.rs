//! `winset pressure`: whose no-deal value has to move, how far, by what and when.

use winset::ask::{self, PressureTerms};
use winset::form;

use super::page::page;
use crate::args::PressureArgs;
use crate::failure::{Failure, Outcome};
use crate::named;
use crate::output::{self, Output};
use crate::progress::Watch;

/// Runs `winset pressure`.
pub(crate) fn run(args: &PressureArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let asked = PressureTerms {
        party: match &args.party {
            Some(name) => Some(named::party(case, "--party", name)?),
            None => None,
        },
        at_most: args.at_most,
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let found = watch.working(|progress| ask::pressure(case, asked, &budget, progress));
    if args.json {
        output::bytes(&form::line(&form::PressureForm::new(case, &found))?)?;
    } else {
        output.page(&page(case, &found).for_reader(case, &loaded.audience))?;
    }
    Ok(if found.stopped().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}
