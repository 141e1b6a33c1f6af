//! The command: what is looked for and told.

use winset::ask::{self, SettlementsAnswer};
use winset::form;

use super::asked::{Asked, NotAsked};
use super::page;
use crate::args::SettleArgs;
use crate::failure::{Failure, Outcome};
use crate::named;
use crate::output::{self, Output};
use crate::progress::Watch;

/// Runs `winset settle`.
pub(crate) fn run(args: &SettleArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let parties = named::bargaining(&loaded.reading.case, &args.parties)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let stated = &loaded.reading.case;
    let asked = watch.during("measuring scores", || {
        Asked::new(stated, args, parties, &budget)
    });
    let (settling, case) = match asked {
        Ok(asked) => {
            let work = || ask::settlements(&asked.case, &asked.terms, &budget);
            (watch.during("looking for settlements", work), asked.case)
        }
        Err(NotAsked::Stopped(reason)) => (
            SettlementsAnswer::stopped(stated, args.normalise.into(), reason),
            stated.clone(),
        ),
        Err(NotAsked::Wrong(failure)) => return Err(failure),
    };
    if args.json {
        output::bytes(&form::line(&form::SettleForm::new(&case, &settling))?)?;
    } else {
        output.page(&page::page(&case, &settling).for_reader(&case, &loaded.audience))?;
    }
    Ok(if settling.reason().is_some() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}
