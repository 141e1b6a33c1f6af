//! The command: what is worked out, told and written.

use std::path::{Path, PathBuf};

use winset::ask::{self, ExchangeAnswer, ExchangeEnd};
use winset::check::exchange::MissedRun;
use winset::export::csv::CsvFor;
use winset::export::{ExchangeRuns, ExportSource};
use winset::form;
use winset::model::calendar::Moment;
use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::model::register::ExchangeCarrier;

use super::lists::{matched_lists, with_lists};
use super::page;
use crate::args::{ExchangeArgs, MissedArg};
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::progress::Watch;
use crate::seen::{export_source, seen};
use crate::whole_file::{self, Places, Written};

/// What is written, in messages.
const WHAT: &str = "the runs";
const WRITTEN: Written = Written {
    what: WHAT,
    endings: &["csv", "ics"],
};

/// Runs `winset exchange`.
pub(crate) fn run(args: &ExchangeArgs, output: Output) -> Result<Outcome, Failure> {
    let lists = args.lists.iter();
    let lists = lists.flat_map(|pair| [pair.owner.as_path(), pair.holder.as_path()]);
    let keys = args.persons_key.iter().map(PathBuf::as_path);
    let read = std::iter::once(args.case.case.as_path());
    let read = read.chain(lists).chain(keys);
    let places = Places::new(read, args.overwrite.force);
    if let Some(file) = &args.output {
        places.look_ahead(file, WRITTEN)?;
    }
    let loaded = output::case(&args.case, output)?;
    let lists = matched_lists(&loaded.reading.case, args, output)?;
    let relisted = (!lists.is_empty()).then(|| with_lists(&loaded.reading.case, &lists));
    let case = relisted.as_ref().unwrap_or(&loaded.reading.case);
    let missed: Vec<MissedRun> = args
        .missed
        .iter()
        .map(|missed| missed_run(case, missed))
        .collect::<Result<_, _>>()?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let found = watch.during("working out the exchange", || {
        ask::exchange(case, &missed, &budget)
    });
    if let Some(file) = &args.output {
        let seen = seen(&loaded, &args.case.reader)?;
        let source = export_source(&loaded, &seen);
        write_runs(
            case,
            &found,
            (&source, clock::moment(args.stamp.at.as_deref())?),
            file,
        )?;
    }
    if args.json {
        output::bytes(&form::line(&form::ExchangeForm::new(case, &found))?)?;
    } else {
        output.page(&page::page(case, &found, &lists).for_reader(case, &loaded.audience))?;
    }
    Ok(match &found.exchange {
        Ok(exchange) if matches!(exchange.end, ExchangeEnd::Stopped(_)) => Outcome::Stopped,
        Ok(_) | Err(_) => Outcome::Answered,
    })
}

/// The run that an argument names.
fn missed_run(case: &Case, missed: &MissedArg) -> Result<MissedRun, Failure> {
    let prisoners = case.register.prisoners.as_ref();
    let clearing = prisoners.and_then(|prisoners| prisoners.clearing.as_ref());
    let carriers: &[ExchangeCarrier] = clearing.map_or(&[], |clearing| &clearing.carriers);
    let at = carriers
        .iter()
        .position(|carrier| carrier.id == missed.carrier);
    let known: Vec<&str> = carriers.iter().map(|carrier| carrier.id.as_str()).collect();
    let carrier = at.ok_or_else(|| Failure::UnknownName {
        flag: "--miss",
        found: missed.carrier.clone(),
        expected: match known.as_slice() {
            [] => "a case with carriers".to_owned(),
            some => format!("a carrier: {}", some.join(", ")),
        },
        nearest: nearest(&missed.carrier, known.iter().copied()),
    })?;
    Ok(MissedRun {
        carrier,
        day: missed.day,
    })
}

fn write_runs(
    case: &Case,
    found: &ExchangeAnswer,
    of: (&ExportSource, Moment),
    file: &Path,
) -> Result<(), Failure> {
    const NO_RUNS: Failure = Failure::Misuse("there are no runs to write: no carrier is stated");
    let (source, written) = of;
    let Ok(exchange) = &found.exchange else {
        return Err(NO_RUNS);
    };
    let ExchangeEnd::Cleared(plan) = &exchange.end else {
        return Ok(());
    };
    let runs = ExchangeRuns {
        case,
        facts: &exchange.facts,
        schedule: plan.schedule.as_ref().ok_or(NO_RUNS)?,
    };
    let text = if whole_file::is_calendar(file) {
        runs.calendar(source, written)
    } else {
        runs.table(source, CsvFor::Any)
    };
    whole_file::put(file, text.as_bytes(), WHAT)
}
