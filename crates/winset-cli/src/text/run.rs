//! The command: the text shown, or an act on it.

use super::acts;
use super::show::show;
use crate::args::{TextArgs, TextCommand};
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Runs `winset text`.
pub(crate) fn run(args: &TextArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        None => show(args, output),
        Some(TextCommand::Draft(args)) => acts::draft(args, output),
        Some(TextCommand::Answer(args)) => acts::answer(args, output),
        Some(TextCommand::Wording(args)) => acts::wording(args, output),
        Some(TextCommand::Clause(args)) => acts::clause(args, output),
    }
}
