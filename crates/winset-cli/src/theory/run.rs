//! The command: numbers read, the question asked, the answer printed.

use winset::ask::theory::{RubinsteinTerms, StahlTerms, rubinstein, stahl};
use winset::form::{self, RubinsteinForm, StahlForm};

use super::page;
use super::read::{Ends, discounts, outside_options, rounds, together};
use crate::args::{RubinsteinArgs, StahlArgs, TheoryArgs, TheoryCommand};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Runs `winset theory`.
pub(crate) fn run(args: &TheoryArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        TheoryCommand::Rubinstein(args) => without_end(args, output),
        TheoryCommand::Stahl(args) => in_rounds(args, output),
    }
}

fn without_end(args: &RubinsteinArgs, output: Output) -> Result<Outcome, Failure> {
    let read = together(
        discounts(&args.delta, Ends::Excluded),
        outside_options(&args.outside),
    );
    let (discounts, outside) = read.map_err(Failure::Terms)?;
    let found = rubinstein(&RubinsteinTerms { discounts, outside });
    if args.json {
        output::bytes(&form::line(&RubinsteinForm::new(&found))?)?;
    } else {
        output.page(&page::without_end(&found))?;
    }
    Ok(Outcome::Answered)
}

fn in_rounds(args: &StahlArgs, output: Output) -> Result<Outcome, Failure> {
    let read = together(discounts(&args.delta, Ends::Allowed), rounds(&args.rounds));
    let (discounts, rounds) = read.map_err(Failure::Terms)?;
    let found = stahl(&StahlTerms { discounts, rounds });
    if args.json {
        output::bytes(&form::line(&StahlForm::new(&found))?)?;
    } else {
        output.page(&page::in_rounds(&found))?;
    }
    Ok(Outcome::Answered)
}
