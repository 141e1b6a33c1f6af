//! `winset export`: tables and calendars for a reader.

use winset::Loaded;
use winset::ask::{self, ClashesAnswer, Progress, WorkLimit};
use winset::export::{Complete, Source, calendar, clashes as table_of_clashes, matrix, offers};
use winset::journal::SeenCase;
use winset::model::audience::Audience;
use winset::model::positions::Positions;
use winset::solve::{Budget, FloorMode, status};

use crate::args::{ExportArgs, WhatArg};
use crate::desk;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::progress::Watch;
use crate::seen::{audience, seen};
use crate::whole_file;

/// What is written, in messages.
const WHAT: &str = "the export";

/// Runs `winset export`.
pub(crate) fn run(args: &ExportArgs, output: Output) -> Result<Outcome, Failure> {
    if args.signed.is_some() && args.what != WhatArg::Calendar {
        return Err(Failure::Misuse("--signed is for a calendar"));
    }
    if !is_dash(&args.out) {
        whole_file::look_ahead(&args.out, WHAT)?;
    }
    let loaded = output::case(&args.case, output)?;
    let audience = audience(&loaded.reading.case, &args.audience)?;
    let seen = seen(&loaded, &audience)?;
    let journal = loaded.journal.as_ref().map(|journal| &journal.kept.chain);
    let journal = journal.map(|chain| (chain.entries.len(), chain.head.as_str()));
    let source = Source::new(&seen, &audience, journal);
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let (text, outcome) = match args.what {
        WhatArg::Timeline | WhatArg::Case => watch.during("making the export", || {
            shown(args, loaded, &audience, watch)
        })?,
        _ => watch.during("making the export", || made(args, &seen, &source, &budget)),
    };
    if is_dash(&args.out) {
        output::bytes(text.as_bytes())?;
    } else {
        whole_file::write(&args.out, text.as_bytes(), WHAT)?;
        let mut page = Page::default();
        let (name, for_whom) = (args.out.display(), audience.name());
        page.paragraph(&format!("{WHAT} for {for_whom} was written to {name}"));
        output.remark(&page)?;
    }
    if outcome == Outcome::Stopped {
        let mut page = Page::default();
        page.paragraph("not all was found: there may be more than the export says");
        output.remark(&page)?;
    }
    Ok(outcome)
}

/// The text of the export, and whether all clashes in it were found.
fn made(
    args: &ExportArgs,
    seen: &SeenCase,
    source: &Source,
    budget: &Budget<'_>,
) -> (String, Outcome) {
    let case = &seen.case;
    let declared = Positions::declared(case);
    let all = || {
        let limit = WorkLimit::of_budget(*budget, Progress::silent());
        ask::clashes(case, &declared, FloorMode::Ignore, None, &limit)
    };
    match args.what {
        WhatArg::Matrix => {
            let found = all();
            let text = matrix(case, &status(case), &found.found, source);
            (text, finished(&found))
        }
        WhatArg::Clashes => {
            let found = all();
            let complete = match found.stopped() {
                None => Complete::All,
                Some(_) => Complete::Some,
            };
            let text = table_of_clashes(case, &found.told, complete, source);
            (text, finished(&found))
        }
        WhatArg::Offers => (offers(case, source), Outcome::Answered),
        // The desk makes the others.
        WhatArg::Calendar | WhatArg::Timeline | WhatArg::Case => {
            let text = calendar::calendar(seen, args.signed, source);
            (text, Outcome::Answered)
        }
    }
}

/// What the desk shows, as one file.
fn shown(
    args: &ExportArgs,
    loaded: Loaded,
    audience: &Audience,
    watch: Watch,
) -> Result<(String, Outcome), Failure> {
    let desk = desk::unopened(&args.case, loaded, audience, args.limits.time_limit);
    let text = match args.what {
        WhatArg::Timeline => winset_server::export::timeline(&desk, audience),
        _ => winset_server::export::whole(&desk, audience, || watch.stop().is_some()),
    };
    let outcome = match watch.stop() {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    };
    desk.stop();
    // The audience was found in the case, so the desk shows it.
    text.map(|text| (text, outcome)).ok_or(Failure::Misuse(
        "the part of the case that this audience sees is no case",
    ))
}

fn finished(found: &ClashesAnswer) -> Outcome {
    match found.stopped() {
        None => Outcome::Answered,
        Some(_) => Outcome::Stopped,
    }
}
