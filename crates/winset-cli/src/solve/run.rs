//! The command: the verdict, its certificate and its page.

use std::path::Path;

use winset::ask::{self, Movers, NotSchedulable, PlanFate, PlanOfVerdict, SchedulableCase};
use winset::form;
use winset::model::case::Case;
use winset::model::positions::Positions;
use winset::solve::{Budget, Verdict};

use crate::answer_page;
use crate::args::SolveArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::progress::{Watch, unless_interrupted};
use crate::whole_file::{self, Places, Written};
use winset::told::standing::{self, Standing};

/// What is written besides the answer, in messages.
const CERTIFICATE: &str = "the certificate";

/// Runs `winset solve`.
pub(crate) fn run(args: &SolveArgs, output: Output) -> Result<Outcome, Failure> {
    let file = args.certificate.as_deref();
    if args.json && file.is_some_and(is_dash) {
        let why = "--certificate - and --json both write to standard output";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::case(&args.case, output)?;
    if let Some(path) = file {
        let places = Places::new([args.case.case.as_path()], args.overwrite.force);
        let written = Written {
            what: CERTIFICATE,
            endings: &["txt"],
        };
        places.look_ahead(path, written)?;
    }
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let cut = args
        .plan
        .schedulable
        .then(|| without_impossible(&loaded.reading.case, &watch, &budget))
        .transpose()?;
    let case = cut.as_ref().map_or(&loaded.reading.case, |cut| &cut.case);
    let declared = Positions::declared(case);
    let answer = watch.during("looking for an overlap", || {
        ask::verdict(case, &declared, &budget)
    });
    let witness = standing::overlap(&answer).map(|overlap| overlap.witness.package());
    let plan = case.register.plan.is_some().then(|| PlanOfVerdict {
        shown: witness.and_then(|package| ask::plan_fate(case, package, &budget)),
        left_out: cut.as_ref().map(|cut| cut.ways),
    });
    let plan = plan.filter(|plan| plan.shown.is_some() || plan.left_out.is_some());
    let movers = Movers::of(case, &loaded.audience).unwrap_or(Movers::All);
    let summary = (!args.brief).then(|| {
        watch.limited(&budget, |limit| {
            limit.progress().phase("looking beyond the verdict");
            ask::verdict_summary(case, &declared, &answer, movers, limit)
        })
    });
    if let Some(path) = file {
        keep(path, &answer, output)?;
    }
    if args.json {
        let form = form::AnswerForm::new(case, &answer, summary.as_ref(), plan.as_ref());
        output::bytes(&form::line(&form)?)?;
    } else {
        let page = answer_page::page(case, &answer, summary.as_ref(), file, plan.as_ref())
            .for_reader(case, &loaded.audience);
        match file {
            Some(path) if is_dash(path) => output.remark(&page)?,
            _ => output.page(&page)?,
        }
    }
    let shown = plan.and_then(|plan| plan.shown.filter(|_| args.plan.schedulable));
    Ok(unless_interrupted(match shown {
        // Such a package may be one that was to be left out.
        Some(PlanFate::Undecided(_)) => Outcome::Stopped,
        _ => outcome(&answer, args),
    }))
}

/// The case without packages that cannot be carried out.
fn without_impossible(
    case: &Case,
    watch: &Watch,
    budget: &Budget<'_>,
) -> Result<SchedulableCase, Failure> {
    let found = watch.during("looking for schedules", || ask::schedulable(case, budget));
    found.map_err(|why| {
        Failure::Misuse(match why {
            NotSchedulable::NoPlan => "--schedulable asks for a case with a `plan`",
            NotSchedulable::TooManyCombinations => {
                "--schedulable: the items of the plan ask for more than a million combinations of \
                 options; let fewer points decide what is delivered"
            }
        })
    })
}

/// Writes the certificate, or says why there is none.
fn keep(path: &Path, answer: &Verdict, output: Output) -> Result<(), Failure> {
    let why = match standing::declared(answer) {
        Standing::None(proof) => return whole_file::put(path, proof.bytes(), CERTIFICATE),
        Standing::Overlap(_) => "there is an overlap",
        Standing::Undecided(..) => "the question is not decided",
    };
    let mut page = Page::default();
    page.paragraph(&format!("no certificate was written: {why}"));
    output.remark(&page)
}

/// How the command ends on an answer.
pub(crate) fn outcome(answer: &Verdict, args: &SolveArgs) -> Outcome {
    match standing::declared(answer) {
        Standing::Undecided(..) => Outcome::Stopped,
        _ if standing::interrupted(answer) => Outcome::Stopped,
        Standing::None(_) if args.exit_code => Outcome::No,
        Standing::None(_) | Standing::Overlap(_) => Outcome::Answered,
    }
}
