//! The command: an offer written, or offers listed.

use winset::form;

use super::add::add;
use super::page;
use crate::args::{OfferArgs, OfferCommand, OfferListArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Runs `winset offer`.
pub(crate) fn run(args: &OfferArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        OfferCommand::Add(args) => add(args, output),
        OfferCommand::List(args) => list(args, output),
    }
}

fn list(args: &OfferListArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let (case, audience) = (&loaded.reading.case, &loaded.audience);
    if args.json {
        output::bytes(&form::line(&form::OffersForm::new(case, audience))?)?;
    } else {
        output.page(&page::list(case, audience))?;
    }
    Ok(Outcome::Answered)
}
