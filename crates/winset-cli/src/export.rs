//! `winset export`: tables and calendars for a reader.

use std::time::Duration;

use winset::ask::{self, ClashesAnswer, WorkLimit};
use winset::drawn::{self, PicturePlace};
use winset::export::{
    Complete, ExportSource, calendar, clashes as table_of_clashes, matrix, offers,
};
use winset::journal::{Kept, SeenCase};
use winset::model::audience::Audience;
use winset::model::positions::Positions;
use winset::solve::{Budget, FloorMode};
use winset::told::messages::spoken_in;
use winset::told::words::counted;
use winset_server::AudienceSnapshot;
use winset_server::export::{asked, whole};

use crate::args::{CsvForArg, ExportArgs, WhatArg};
use crate::clock;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::progress::Watch;
use crate::seen::seen;
use crate::whole_file::{self, Places, Written};

/// What is written, in messages.
const WHAT: &str = "the export";
/// How long a question of the whole case may take where no limit is set.
const QUESTION: Duration = Duration::from_mins(1);

/// What is written of each kind.
fn written(what: WhatArg) -> Written {
    let endings: &[&str] = match what {
        WhatArg::Matrix | WhatArg::Clashes | WhatArg::Offers => &["csv", "txt"],
        WhatArg::Calendar => &["ics"],
        WhatArg::Timeline => &["svg"],
        WhatArg::Case => &["html", "htm"],
    };
    Written {
        what: WHAT,
        endings,
    }
}

/// Runs `winset export`.
pub(crate) fn run(args: &ExportArgs, output: Output) -> Result<Outcome, Failure> {
    if args.signed.is_some() && args.what != WhatArg::Calendar {
        return Err(Failure::Misuse("--signed is for a calendar"));
    }
    if args.stamp.at.is_some() && args.what != WhatArg::Calendar {
        return Err(Failure::Misuse("--at is for a calendar"));
    }
    let table = matches!(
        args.what,
        WhatArg::Matrix | WhatArg::Clashes | WhatArg::Offers
    );
    if args.csv_for != CsvForArg::Any && !table {
        return Err(Failure::Misuse("--csv-for is for a table"));
    }
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    places.look_ahead(&args.output, written(args.what))?;
    let loaded = output::case_for_reader(&args.case, output)?;
    let audience = loaded.audience.clone();
    let seen = seen(&loaded, &args.case.reader)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let export = Export {
        args,
        seen: &seen,
        audience: &audience,
        journal: loaded.journal.as_ref().map(|journal| &journal.kept),
        watch,
        output,
    };
    let stop = || watch.stop();
    let (text, outcome) = export.made(&args.limits.budget(&stop))?;
    if is_dash(&args.output) {
        output::bytes(text.as_bytes())?;
    } else {
        whole_file::write(&args.output, text.as_bytes(), WHAT)?;
        let mut page = Page::default();
        let (name, for_whom) = (args.output.display(), audience.name());
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

/// What an export is made of.
struct Export<'a> {
    args: &'a ExportArgs,
    seen: &'a SeenCase,
    audience: &'a Audience,
    journal: Option<&'a Kept>,
    watch: Watch,
    output: Output,
}

impl Export<'_> {
    /// The text of the export, and whether all that belongs in it was found.
    fn made(&self, budget: &Budget<'_>) -> Result<(String, Outcome), Failure> {
        let case = &self.seen.case;
        let journal = self.journal.map(|kept| &kept.chain);
        let journal = journal.map(|chain| (chain.entries.len(), chain.head.as_str()));
        let source = ExportSource::new(self.seen, self.audience, journal);
        let program = self.args.csv_for.into();
        let made = match self.args.what {
            WhatArg::Matrix => {
                let found = self.clashes(budget);
                let text = matrix(
                    case,
                    &ask::points_status(case),
                    &found.found,
                    &source,
                    program,
                );
                (text, finished(&found))
            }
            WhatArg::Clashes => {
                let found = self.clashes(budget);
                let complete = match found.stopped() {
                    None => Complete::All,
                    Some(_) => Complete::Some,
                };
                let text = table_of_clashes(case, &found.told, complete, &source, program);
                (text, finished(&found))
            }
            WhatArg::Offers => (offers(case, &source, program), Outcome::Answered),
            WhatArg::Calendar => (self.calendar(&source)?, Outcome::Answered),
            WhatArg::Timeline => (self.timeline(), Outcome::Answered),
            WhatArg::Case => return self.whole_case(budget),
        };
        Ok(made)
    }

    /// The calendar; what is not in it is said.
    fn calendar(&self, source: &ExportSource) -> Result<String, Failure> {
        let written = clock::moment(self.args.stamp.at.as_deref())?;
        let made = calendar::calendar(self.seen, self.args.signed, source, written);
        if made.undated > 0 {
            let mut page = Page::default();
            let offers = counted(made.undated, "offer");
            page.paragraph(&format!("without a day, and not in the calendar: {offers}"));
            self.output.remark(&page)?;
        }
        Ok(made.text)
    }

    /// All clashes of demands.
    fn clashes(&self, budget: &Budget<'_>) -> ClashesAnswer {
        let case = &self.seen.case;
        let declared = Positions::declared(case);
        self.watch.working(|progress| {
            let limit = WorkLimit::of_budget(*budget, progress);
            ask::clashes(case, &declared, FloorMode::Ignore, None, &limit)
        })
    }

    /// The course of the talks as SVG.
    fn timeline(&self) -> String {
        let (case, words) = (&self.seen.case, spoken_in(&self.seen.case));
        let picture = drawn::timeline(case, words, PicturePlace::alone());
        let signed = picture.signed(&drawn::signature(case, self.audience, words));
        signed.as_str().to_owned()
    }

    /// What the desk shows, as one HTML file; each question within its time.
    fn whole_case(&self, budget: &Budget<'_>) -> Result<(String, Outcome), Failure> {
        let snapshot = AudienceSnapshot::new(self.seen.clone(), self.journal, self.audience);
        let snapshot = snapshot.ok_or(Failure::Misuse(
            "the part of the case that this audience sees is no case",
        ))?;
        let question = self.args.limits.time_limit.unwrap_or(QUESTION);
        let found = self
            .watch
            .each_within(budget, question, |limit| asked(&snapshot, limit));
        let words = spoken_in(&snapshot.seen.case);
        let text = whole(&snapshot, &found, words).map_err(Failure::WholeCase)?;
        let outcome = match (self.watch.stop(), found.clashes.get()) {
            (None, Some(found)) => finished(found),
            _ => Outcome::Stopped,
        };
        Ok((text, outcome))
    }
}

fn finished(found: &ClashesAnswer) -> Outcome {
    match found.stopped() {
        None => Outcome::Answered,
        Some(_) => Outcome::Stopped,
    }
}
