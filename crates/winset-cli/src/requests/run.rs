//! The command.

use winset::ask::{self, RequestsEnd};
use winset::form;
use winset::plan::requests::RequestLengths;

use super::{page, read};
use crate::args::RequestsArgs;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output};
use crate::persons::read_keys;
use crate::progress::Watch;

/// Runs `winset requests`.
pub(crate) fn run(args: &RequestsArgs, output: Output) -> Result<Outcome, Failure> {
    let mut wrong = Flags::default();
    let keys = read_keys(&args.persons_key, &mut wrong, output)?;
    wrong.checked()?;
    let list = read::request_list(&args.file, &keys)?;
    let lengths = RequestLengths {
        circle_max: args.circle.into(),
        chain_max: args.chain.into(),
    };
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let found = watch.during("looking for circles and chains", || {
        ask::requests(list.holders, list.requests, lengths, &budget)
    });
    if args.json {
        output::bytes(&form::line(&form::RequestsForm::new(&found))?)?;
    } else {
        output.page(&page::page(&found))?;
    }
    Ok(match found.end {
        RequestsEnd::Settled(_) => Outcome::Answered,
        RequestsEnd::TooLarge(_) | RequestsEnd::Stopped(_) => Outcome::Stopped,
    })
}
