//! What whoever sits at the terminal may see, and where answers go.

use std::path::Path;
use std::sync::Arc;

use winset::Loaded;
use winset::ask::TalksAnswer;
use winset::form;
use winset::model::case::Case;
use winset::play::run::Said;
use winset::play::session::End;
use winset::play::space::OutcomeSpace;
use winset::play::trace::TraceHead;

use super::page;
use crate::args::{CaseArgs, ReaderArgs, TalksShownArgs};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// The case as who sits at the terminal sees it, with its warnings: those about the whole case are for nobody
/// there.
pub(super) fn screen_of(
    args: &CaseArgs,
    whole: &Loaded,
    person: Option<&str>,
    output: Output,
) -> Result<Loaded, Failure> {
    let screen = output::case(&args.read_as(person.map(str::to_owned)), output)?;
    let same = |a: &Case, b: &Case| {
        let ids = |case: &Case| -> Vec<Vec<String>> {
            let options = case.points.iter().map(|p| &p.options);
            options
                .map(|o| o.iter().map(|o| o.id.clone()).collect())
                .collect()
        };
        ids(a) == ids(b)
    };
    if !same(&whole.reading.case, &screen.reading.case) {
        return Err(Failure::Misuse(
            "this party does not see all points and options, so that it cannot table packages",
        ));
    }
    Ok(screen)
}

/// Where an answer goes, and what whoever is there may see.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) screen: &'a Loaded,
    pub(super) flags: TalksShownArgs,
    pub(super) output: Output,
    /// The file that was read, and the trace where there is one.
    pub(super) files: (&'a Path, Option<&'a Path>),
}

impl Shown<'_> {
    /// Tells a course as whoever is there may see it.
    pub(super) fn tell_course(
        self,
        head: &TraceHead,
        space: &Arc<OutcomeSpace>,
        course: Vec<Said>,
        end: Option<End>,
    ) -> Result<Outcome, Failure> {
        let seen = &self.screen.reading.case;
        let (head, space) = (head.clone(), space.clone());
        self.tell(&TalksAnswer::new(seen, head, space, course, end))
    }

    /// How talks go on that were stopped; none without a trace.
    pub(super) fn go_on(self) -> Option<String> {
        let (case, trace) = self.files;
        let (case, trace) = (case.display(), trace?.display());
        Some(format!("winset talks resume {case} {trace}"))
    }

    /// Tells the answer.
    fn tell(self, talks: &TalksAnswer) -> Result<Outcome, Failure> {
        let case = &self.screen.reading.case;
        if self.flags.json {
            output::bytes(&form::line(&form::TalksForm::new(case, talks))?)?;
        } else {
            let page = page::page(case, talks, self.flags.all, self.go_on().as_deref());
            self.output
                .page(&page.for_reader(case, &self.screen.audience))?;
        }
        Ok(match talks.end {
            Some(_) => Outcome::Answered,
            None => Outcome::Stopped,
        })
    }
}

/// The packages of a case under numbers.
pub(super) fn space_of(case: &Case) -> Result<Arc<OutcomeSpace>, Failure> {
    let space = OutcomeSpace::of(case);
    space
        .map(Arc::new)
        .map_err(|why| Failure::Talks(why.to_string()))
}

impl CaseArgs {
    /// The same case as somebody else reads it.
    pub(super) fn read_as(&self, audience: Option<String>) -> Self {
        Self {
            case: self.case.clone(),
            reader: ReaderArgs {
                audience,
                without_assumptions: self.reader.without_assumptions,
            },
            files: self.files.clone(),
            as_of: self.as_of.clone(),
            ..*self
        }
    }
}
