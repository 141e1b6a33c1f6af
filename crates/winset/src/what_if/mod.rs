//! `winset what-if`: a case beside what changes would make of it.

mod page;
mod settled;
mod table;
mod words;

pub(crate) use page::headline;
pub(crate) use words::{score_before, value_before};

use std::path::Path;

use winset::Text;
use winset::model::case::Case;
use winset::model::disagreement::Disagreement;
use winset::model::document::Syntax;
use winset::model::overlay::{
    Applied, Changes, Flag, Overlay, flags_text, read_flags, read_overlay, write,
};
use winset::model::positions::Positions;
use winset::solve::{Branch, Budget, Difference, branch, compare};

use crate::args::WhatIfArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::progress::{Watch, unless_interrupted};
use crate::share::{Settled, Shares};
use crate::standing::{self, Standing};
use crate::{whole_file, wire};

/// Name of the changes that flags state.
const FLAGS: &str = "flags";

/// An answer with the settlements in its overlap.
#[derive(Debug)]
pub(crate) struct Answer<'c> {
    pub(crate) branch: Branch<'c>,
    /// From the disagreement point that holds in it; `None` without an overlap.
    pub(crate) settled: Option<Settled>,
}

/// A what-if with its answer, and how it differs from the base.
#[derive(Debug)]
pub(crate) struct WhatIf<'c> {
    pub(crate) name: &'c str,
    pub(crate) title: Option<&'c str>,
    pub(crate) changes: &'c Changes,
    pub(crate) applied: &'c Applied<'c>,
    pub(crate) answer: Answer<'c>,
    pub(crate) difference: Difference,
}

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
    let (base, what_ifs) = watch.during("looking at what would change", || {
        let shares = Shares::new(watch, &args.limits);
        answers(case, (&overlays, &applied), &budget, shares)
    });
    if args.json {
        output::bytes(&wire::line(&wire::WhatIfForm::new(case, &base, &what_ifs))?)?;
    } else {
        output.page(&page::page(case, &base, &what_ifs, args))?;
    }
    Ok(unless_interrupted(outcome(&base, &what_ifs)))
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
                let text = Text {
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
    for (path, _, what) in &files {
        if args.force {
            whole_file::look_ahead(path, what)?;
        } else {
            whole_file::look_ahead_new(path, what)?;
        }
    }
    for (path, bytes, what) in files {
        whole_file::write(path, &bytes, what)?;
    }
    Ok(())
}

fn answers<'c>(
    case: &'c Case,
    (overlays, applied): (&'c [Overlay], &'c [Applied<'c>]),
    budget: &Budget<'_>,
    shares: Shares,
) -> (Answer<'c>, Vec<WhatIf<'c>>) {
    let answer = |case: &'c Case, positions: &Positions, point: Disagreement| {
        let branch = branch(case, positions, budget);
        let overlap = standing::overlap(&branch.verdict);
        let settled = overlap.map(|found| shares.settled((case, positions), point, found));
        Answer { branch, settled }
    };
    let base = answer(case, &Positions::declared(case), Disagreement::of(case));
    let mut what_ifs = Vec::with_capacity(overlays.len());
    for (overlay, applied) in overlays.iter().zip(applied) {
        let answer = answer(&applied.case, &applied.positions, applied.disagreement());
        let difference = compare(&base.branch, &answer.branch);
        what_ifs.push(WhatIf {
            name: &overlay.name,
            title: overlay.title.as_deref(),
            changes: &overlay.changes,
            applied,
            answer,
            difference,
        });
    }
    (base, what_ifs)
}

fn outcome(base: &Answer<'_>, what_ifs: &[WhatIf<'_>]) -> Outcome {
    let mut all = std::iter::once(base).chain(what_ifs.iter().map(|w| &w.answer));
    let stopped = |answer: &Answer<'_>| {
        let verdict = &answer.branch.verdict;
        standing::interrupted(verdict)
            || matches!(standing::declared(verdict), Standing::Undecided(..))
    };
    if all.any(stopped) {
        Outcome::Stopped
    } else {
        Outcome::Answered
    }
}
