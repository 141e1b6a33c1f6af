//! The command: which changes are asked for, written and told.

use std::path::{Path, PathBuf};

use winset::SourceText;
use winset::ask::{self, WhatIfAnswer};
use winset::form;
use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::overlay::{Applied, Flag, Overlay, flags_text, read_flags, read_overlay, write};

use super::page;
use crate::args::WhatIfArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::progress::{Watch, unless_interrupted};
use crate::whole_file::{self, Places, Written};

/// Name of the changes that flags state.
const FLAGS: &str = "flags";

/// Runs `winset what-if`.
pub(crate) fn run(args: &WhatIfArgs, output: Output) -> Result<Outcome, Failure> {
    let flags = args.flags();
    well_used(args, &flags)?;
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let overlays = overlays(args, case, &flags)?;
    keep(args, case, &flags, &overlays)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let applied: Vec<Applied<'_>> = overlays.iter().map(|o| o.changes.applied(case)).collect();
    let answer = watch.limited(&budget, |limit| {
        limit.progress().phase("looking at what would change");
        ask::what_if(case, &overlays, &applied, &budget, limit)
    });
    if args.json {
        output::bytes(&form::line(&form::WhatIfForm::new(case, &answer))?)?;
    } else {
        output.page(&page::page(case, &answer, args).for_reader(case, &loaded.audience))?;
    }
    Ok(unless_interrupted(outcome(&answer)))
}

fn well_used(args: &WhatIfArgs, flags: &[Flag]) -> Result<(), Failure> {
    let branches = args.overlay.len() + usize::from(!flags.is_empty());
    let files = [&args.save, &args.export];
    let why = if branches == 0 {
        "name a change, or an overlay file with --overlay"
    } else if flags.is_empty() && args.save.is_some() {
        "--save writes changes that flags state, and there are none"
    } else if branches > 1 && args.export.is_some() {
        "--export writes one changed case; name one what-if only"
    } else if files.into_iter().flatten().any(|path| is_dash(path)) {
        "--save and --export take the name of a file"
    } else if args.overlay.iter().filter(|path| is_dash(path)).count()
        + usize::from(is_dash(&args.case.case))
        > 1
    {
        "only one of the files can be standard input"
    } else {
        return Ok(());
    };
    Err(Failure::Misuse(why))
}

/// The what-ifs: overlay files in their order, then what flags state. The findings about all of
/// them are told together.
fn overlays(args: &WhatIfArgs, case: &Case, flags: &[Flag]) -> Result<Vec<Overlay>, Failure> {
    let (mut read, mut refused) = (Vec::new(), Vec::new());
    for path in &args.overlay {
        let text = output::text(path, None)?;
        match read_overlay(case, &text.bytes, text.syntax) {
            Ok(overlay) => read.push(overlay),
            Err(found) => refused.push((text, found)),
        }
    }
    if !flags.is_empty() {
        match read_flags(case, flags) {
            Ok(changes) => read.push(Overlay {
                name: name(args),
                title: args.title.clone(),
                changes,
            }),
            Err(found) => {
                let text = SourceText {
                    name: "command line".to_owned(),
                    bytes: flags_text(flags).into_bytes(),
                    syntax: Syntax::Yaml,
                };
                refused.push((text, found));
            }
        }
    }
    if refused.is_empty() {
        Ok(read)
    } else {
        Err(Failure::Changes(refused))
    }
}

/// The name of what flags state: the one given, or that of the file saved.
fn name(args: &WhatIfArgs) -> String {
    let stem = args.save.as_deref().and_then(Path::file_stem);
    let stem = stem.and_then(|stem| stem.to_str());
    let stem = stem.filter(|stem| winset::model::file::read::is_identifier(stem));
    args.name
        .clone()
        .unwrap_or_else(|| stem.unwrap_or(FLAGS).to_owned())
}

/// Writes the files that are asked for, once it is known that all of them can be.
fn keep(
    args: &WhatIfArgs,
    case: &Case,
    flags: &[Flag],
    overlays: &[Overlay],
) -> Result<(), Failure> {
    let mut files: Vec<(&Path, Vec<u8>, &'static str)> = Vec::new();
    if let (Some(path), Some(own)) = (&args.save, overlays.last().filter(|_| !flags.is_empty())) {
        let text = write(case, &own.name, own.title.as_deref(), &own.changes);
        files.push((path, text.into_bytes(), "the changes"));
    }
    if let (Some(path), [only]) = (&args.export, overlays) {
        let text = only.changes.exported(case).canonical_json() + "\n";
        files.push((path, text.into_bytes(), "the changed case"));
    }
    let inputs = args.overlay.iter().map(PathBuf::as_path);
    let places = Places::new(inputs.chain([args.case.case.as_path()]), args.force);
    for (path, _, what) in &files {
        let endings = &["yaml", "yml", "json"];
        places.look_ahead(path, Written { what, endings })?;
    }
    for (path, bytes, what) in files {
        whole_file::write(path, &bytes, what)?;
    }
    Ok(())
}

fn outcome(answer: &WhatIfAnswer<'_>) -> Outcome {
    if answer.is_stopped() {
        Outcome::Stopped
    } else {
        Outcome::Answered
    }
}
