//! The command: what is asked and told.

use std::path::Path;

use winset::Loaded;
use winset::ask::{self, ImplementationAnswer, PhasesAsked};
use winset::export::ScheduledPhases;
use winset::export::csv::CsvFor;
use winset::form;
use winset::model::case::Case;
use winset::model::diagnostic::nearest;
use winset::model::options::PartyId;
use winset::model::register::{ImplementationPlan, PLAN_DAYS_MAX, PLAN_ITEMS_MAX, PLAN_VALUE_MAX};

use super::page;
use crate::args::PhasesArgs;
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::progress::Watch;
use crate::seen::{export_source, seen};
use crate::table;
use crate::whole_file::{self, Places, Written};

/// What is written, in messages.
const WRITTEN: Written = Written {
    what: "the schedule",
    endings: &["csv", "ics"],
};
const BOUND: &str = "--bound";
const LATE: &str = "--late";

/// Runs `winset phases`.
pub(crate) fn run(args: &PhasesArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let read = [
        Some(args.case.case.as_path()),
        args.table.package.as_deref(),
    ];
    if let Some(file) = &args.output {
        let places = Places::new(read.into_iter().flatten(), args.overwrite.force);
        places.look_ahead(file, WRITTEN)?;
    }
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let table = table::table(&args.table, case)?;
    let bounds = bounds(case, &args.bound)?;
    let late = late(case.register.plan.as_ref(), &args.late)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let asked = PhasesAsked {
        package: table.as_ref().map(|table| &table.package),
        bounds: &bounds,
        late: &late,
        audience: &loaded.audience,
    };
    let found = watch.during("looking for a schedule", || {
        ask::phases(case, &asked, &budget)
    });
    let written = match &args.output {
        Some(file) => write_schedule(args, &loaded, &found, file, output)?,
        None => true,
    };
    if written && args.output.as_deref().is_some_and(is_dash) {
        // What is written there is no page.
    } else if args.json {
        output::bytes(&form::line(&form::PhasesForm::new(case, &found))?)?;
    } else {
        let name = table.as_ref().map(|table| table.name.as_str());
        output.page(&page::page(case, name, &found).for_reader(case, &loaded.audience))?;
    }
    Ok(match found.reason() {
        Some(_) => Outcome::Stopped,
        None if written => Outcome::Answered,
        None => Outcome::Unusable,
    })
}

/// Writes the schedule; where there is none, says so and writes nothing. Returns whether it is written.
fn write_schedule(
    args: &PhasesArgs,
    loaded: &Loaded,
    found: &ImplementationAnswer,
    file: &Path,
    output: Output,
) -> Result<bool, Failure> {
    let case = &loaded.reading.case;
    let planned = found.plan.as_ref();
    let best = planned.and_then(|plan| Some((plan, plan.best()?)));
    let (Some((plan, best)), Some(stated)) = (best, &case.register.plan) else {
        let mut page = Page::default();
        let name = file.display();
        page.paragraph(&format!(
            "No schedule was found: nothing is written to {name}."
        ));
        output.remark(&page)?;
        return Ok(false);
    };
    let seen = seen(loaded, &args.case.reader)?;
    let source = export_source(loaded, &seen);
    let scheduled = ScheduledPhases {
        case,
        plan: stated,
        signed: found.signed,
        planned: &plan.planned,
        schedule: &best.schedule,
    };
    if let (Some(day), true) = (found.signed, found.signed_is_assumed) {
        let mut page = Page::default();
        let why = "the day of the case, as the plan says none";
        page.paragraph(&format!("Note: dates count from {day}, {why}."));
        output.remark(&page)?;
    }
    let text = if whole_file::is_calendar(file) {
        let text = scheduled.calendar(&source, clock::moment(args.stamp.at.as_deref())?);
        text.ok_or(Failure::Misuse(
            "a calendar needs the day of signature: the plan says none under `signed`",
        ))?
    } else {
        scheduled.table(&source, CsvFor::Any)
    };
    whole_file::put(file, text.as_bytes(), WRITTEN.what)?;
    Ok(true)
}

fn bounds(case: &Case, stated: &[(String, u64)]) -> Result<Vec<(PartyId, u64)>, Failure> {
    let max = PLAN_VALUE_MAX * PLAN_ITEMS_MAX as u64;
    let one = |(name, bound): &(String, u64)| {
        let known: Vec<&str> = case.parties.iter().map(|party| party.id.as_str()).collect();
        let party = case.party_named(name);
        let party = party.ok_or_else(|| unknown(BOUND, name, "party", &known))?;
        within(BOUND, *bound, max)?;
        Ok((party, *bound))
    };
    stated.iter().map(one).collect()
}

fn late(
    plan: Option<&ImplementationPlan>,
    stated: &[(String, u64)],
) -> Result<Vec<(usize, u64)>, Failure> {
    let one = |(name, days): &(String, u64)| {
        let items = plan.into_iter().flat_map(|plan| &plan.items);
        let known: Vec<&str> = items.map(|item| item.id.as_str()).collect();
        let item = plan.and_then(|plan| plan.item_named(name));
        let item = item.ok_or_else(|| unknown(LATE, name, "item of the plan", &known))?;
        within(LATE, *days, PLAN_DAYS_MAX)?;
        Ok((item, *days))
    };
    stated.iter().map(one).collect()
}

fn unknown(flag: &'static str, found: &str, word: &str, known: &[&str]) -> Failure {
    Failure::UnknownName {
        flag,
        found: found.to_owned(),
        expected: match known {
            [] => format!("nothing: there is no {word}"),
            known => format!("one {word}: {}", known.join(", ")),
        },
        nearest: nearest(found, known.iter().copied()),
    }
}

fn within(flag: &'static str, value: u64, max: u64) -> Result<(), Failure> {
    if value <= max {
        return Ok(());
    }
    Err(Failure::BadValue {
        flag,
        found: value.to_string(),
        expected: format!("a whole number from 0 to {max}"),
        nearest: None,
    })
}
