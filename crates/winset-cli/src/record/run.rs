//! The command: the record listed, shown and looked at.

use winset::ask::{RecordFilter, record_findings, recorded};
use winset::form::{self, RecordFindingsForm, RecordForm};
use winset::model::diagnostic::nearest;

use super::filter::filter_of;
use super::{add, export, import, page, read};
use crate::args::{
    RecordArgs, RecordCommand, RecordFindingsArgs, RecordListArgs, RecordShowArgs,
    RecordTimelineArgs,
};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Runs `winset record`.
pub(crate) fn run(args: &RecordArgs, output: Output) -> Result<Outcome, Failure> {
    match &args.what {
        RecordCommand::Add(args) => add::run(args, output),
        RecordCommand::List(args) => list(args, output),
        RecordCommand::Show(args) => show(args, output),
        RecordCommand::Timeline(args) => timeline(args, output),
        RecordCommand::Findings(args) => findings(args, output),
        RecordCommand::Export(args) => export::run(args, output),
        RecordCommand::Import(args) => import::run(args, output),
        RecordCommand::Read(args) => read::run(args, output),
    }
}

fn list(args: &RecordListArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let case = &loaded.reading.case;
    let entries = recorded(case, &filter_of(&args.filter, case)?);
    if args.json {
        let form = RecordForm::new(case, &loaded.audience, &entries);
        output::bytes(&form::line(&form)?)?;
    } else {
        output.page(&page::list(case, &loaded.audience, &entries))?;
    }
    Ok(Outcome::Answered)
}

fn show(args: &RecordShowArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let case = &loaded.reading.case;
    let all = recorded(case, &RecordFilter::default());
    let ids: Vec<String> = all.iter().map(|of| of.entry.id()).collect();
    let named = all.into_iter().filter(|of| of.entry.id() == args.id);
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return Err(Failure::UnknownName {
            flag: "ID",
            found: args.id.clone(),
            expected: "an entry that `winset record list` names".to_owned(),
            nearest: nearest(&args.id, ids.iter().map(String::as_str)),
        });
    }
    if args.json {
        let form = RecordForm::new(case, &loaded.audience, &named);
        output::bytes(&form::line(&form)?)?;
    } else {
        output.page(&page::whole(case, &loaded.audience, &named))?;
    }
    Ok(Outcome::Answered)
}

fn timeline(args: &RecordTimelineArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let case = &loaded.reading.case;
    let entries = recorded(case, &filter_of(&args.filter, case)?);
    output.page(&page::by_week(case, &loaded.audience, &entries))?;
    Ok(Outcome::Answered)
}

fn findings(args: &RecordFindingsArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case_for_reader(&args.case, output)?;
    let case = &loaded.reading.case;
    let found = record_findings(case);
    if args.json {
        let form = RecordFindingsForm::new(case, &loaded.audience, &found);
        output::bytes(&form::line(&form)?)?;
    } else {
        output.page(&page::findings(case, &loaded.audience, &found))?;
    }
    Ok(Outcome::Answered)
}
