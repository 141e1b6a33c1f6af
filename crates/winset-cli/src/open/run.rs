//! The command: what is looked for, written and told.

use winset::ask::{self, Movers, OpeningsAnswer, OpeningsTerms};
use winset::form;
use winset::model::positions::Positions;
use winset::solve::Wanted;

use super::{export, page, terms};
use crate::args::OpenArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::{Watch, unless_interrupted};
use crate::whole_file::Places;

/// Runs `winset open`.
pub(crate) fn run(args: &OpenArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let mut asked = terms::read(case, args)?;
    if let Some(movers) = Movers::of(case, &loaded.audience)
        && args.party.is_none()
    {
        let known = movers.terms(case);
        asked.terms.only_party = known.only_party;
        asked.terms.keep.extend(known.keep);
    }
    if let Some(folder) = &args.export {
        export::look_ahead(folder)?;
    }
    let wanted = if args.all {
        Wanted::All
    } else {
        Wanted::First(args.next.get())
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let terms = OpeningsTerms {
        terms: asked,
        wanted,
    };
    let opened = watch.limited(&budget, |limit| {
        limit.progress().phase("looking for the cheapest opening");
        ask::openings(case, &declared, terms, &budget, limit)
    });
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    let files = match &args.export {
        Some(folder) => export::write(case, &declared, &opened, folder, &places)?,
        None => 0,
    };
    if args.json {
        output::bytes(&form::line(&form::OpenForm::new(case, &opened))?)?;
    } else {
        let folder = args.export.as_deref().map(|folder| (folder, files));
        output.page(&page::page(case, &opened, folder).for_reader(case, &loaded.audience))?;
    }
    Ok(unless_interrupted(outcome(&opened)))
}

fn outcome(opened: &OpeningsAnswer) -> Outcome {
    match opened.stopped() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    }
}
