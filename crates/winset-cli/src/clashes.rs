//! `winset clashes`: which demands defeat each other.

use winset::ask::{self, ClashesAnswer, WorkLimit};
use winset::form;
use winset::model::answer::StopReason;
use winset::model::case::{Case, DemandId};
use winset::model::positions::Positions;
use winset::solve::{CircularWait, CircularWaits, Clashes, FloorMode};
use winset::told::clashes::{ToldClash, given_up, headline, hidden};
use winset::told::stopped::stopped_by;
use winset::told::{ClashTold, LoopTold, loop_told};

use crate::args::{ClashesArgs, FloorsArg};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{FAINT, Page, STRONG};
use crate::progress::Watch;
use winset::told::called;
use winset::told::words::{counted, listed};

/// Smallest corrections that are listed.
const CORRECTIONS_LISTED_MAX: usize = 10;
/// Columns of the words before what is said of a clash.
const LABEL: usize = 7;

/// Runs `winset clashes`.
pub(crate) fn run(args: &ClashesArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let floors = match args.floors {
        FloorsArg::Ignore => FloorMode::Ignore,
        FloorsArg::Keep => FloorMode::Keep,
        FloorsArg::Members => FloorMode::Members,
    };
    let declared = Positions::declared(case);
    let (found, waiting) = watch.working(|progress| {
        let limit = WorkLimit::of_budget(budget, progress);
        let found = ask::clashes(case, &declared, floors, args.at_most, &limit);
        progress.phase("looking for loops");
        let waiting = args
            .loops
            .then(|| ask::circular_waits(case, args.at_most, &budget));
        (found, waiting)
    });
    if args.json {
        let form = form::ClashesForm::new(case, &found, waiting.as_ref());
        output::bytes(&form::line(&form)?)?;
    } else {
        output.page(&page(case, &found, waiting.as_ref()).for_reader(case, &loaded.audience))?;
    }
    let asked_for = |l: &CircularWaits| l.stopped == Some(StopReason::NodeLimit);
    let cut_short = |l: &CircularWaits| l.stopped.is_some() && !asked_for(l);
    Ok(match found.stopped() {
        Some(_) => Outcome::Stopped,
        _ if waiting.as_ref().is_some_and(cut_short) => Outcome::Stopped,
        _ => Outcome::Answered,
    })
}

fn page(case: &Case, answer: &ClashesAnswer, waiting: Option<&CircularWaits>) -> Page {
    let ClashesAnswer {
        floors,
        at_most: _,
        found,
        told,
    } = answer;
    let mut page = Page::default();
    page.styled(STRONG, &headline(case, told, found.stopped));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, 11, "No deal", what_floors_are(*floors));
    if let Some(reason) = found.stopped {
        page.entry(0, 11, "Unfinished", &unfinished(reason, found.smallest));
    }
    for (number, told) in told.iter().enumerate() {
        one(&mut page, case, number + 1, told);
    }
    corrections(&mut page, case, found);
    if let Some(loops) = waiting {
        waits(&mut page, case, loops);
    }
    if *floors != FloorMode::Ignore {
        page.blank();
        page.styled(
            FAINT,
            "Tells of no-deal values: never show this to a party.",
        );
    }
    page.blank();
    page.sealed();
    page
}

fn what_floors_are(floors: FloorMode) -> &'static str {
    match floors {
        FloorMode::Ignore => "values are left out",
        FloorMode::Keep => "values are kept as background",
        FloorMode::Members => "values are demands like any other",
    }
}

fn unfinished(reason: StopReason, smallest: bool) -> String {
    let others = if smallest {
        "none of the others is smaller"
    } else {
        "others may be smaller than these"
    };
    match reason {
        StopReason::NodeLimit => {
            format!("there may be more: stopped after as many as were asked for; {others}")
        }
        other => format!("there may be more: {}", stopped_by(other)),
    }
}

fn one(page: &mut Page, case: &Case, number: usize, told: &ToldClash) {
    let ClashTold {
        sentence,
        reasons,
        points,
        owners,
        one_party,
        public,
    } = &told.words;
    let owners: Vec<String> = owners
        .iter()
        .map(|p| case.parties[p.index()].name.clone())
        .collect();
    let whose = match owners.as_slice() {
        [] => "Laws alone".to_owned(),
        [own] if *one_party => format!("{own} alone: its own demands defeat each other"),
        several => listed(several, "and"),
    };
    page.heading(&format!("{number}. {whose}"));
    page.indented(2, sentence);
    list(page, "because", reasons.iter().cloned());
    let members = told.clash.members().iter();
    let members = members.map(|m| called::member(case, *m).to_string());
    list(page, "demands", members);
    let laws = told.laws.iter().flatten();
    let laws = laws.map(|law| called::demand(case, *law).to_string());
    list(page, "laws", laws);
    let points = points
        .iter()
        .map(|p| called::point(&case.points[p.index()]).to_string());
    list(page, "points", points);
    let public = if *public {
        "all of it".to_owned()
    } else {
        hidden(case, told)
    };
    row(page, "public", &public);
}

/// A row for each text, the first with the label.
fn list(page: &mut Page, label: &str, texts: impl Iterator<Item = String>) {
    for (place, text) in texts.enumerate() {
        row(page, if place == 0 { label } else { "" }, &text);
    }
}

/// A row of what is said of a clash; nothing where there is nothing to say.
fn row(page: &mut Page, label: &str, text: &str) {
    if !text.is_empty() {
        page.entry(2, LABEL, label, text);
    }
}

fn corrections(page: &mut Page, case: &Case, found: &Clashes) {
    let Some(first) = found.corrections.first() else {
        return;
    };
    let smallest = first.members.len();
    if smallest == 0 {
        return;
    }
    page.heading("What would end all clashes");
    let of_smallest: Vec<_> = found
        .corrections
        .iter()
        .filter(|c| c.members.len() == smallest)
        .collect();
    let known = if found.stopped.is_some() {
        " found so far"
    } else {
        ""
    };
    page.indented(
        2,
        &format!(
            "{}{known}: sets of demands to give up, none of which could be kept. The smallest \
             hold {}:",
            counted(found.corrections.len(), "way"),
            counted(smallest, "demand")
        ),
    );
    for correction in of_smallest.iter().take(CORRECTIONS_LISTED_MAX) {
        page.indented(4, &given_up(case, &correction.members));
    }
    if of_smallest.len() > CORRECTIONS_LISTED_MAX {
        let more = of_smallest.len() - CORRECTIONS_LISTED_MAX;
        page.indented(4, &format!("and {more} more of this size"));
    }
}

/// Conditions that wait for each other.
fn waits(page: &mut Page, case: &Case, loops: &CircularWaits) {
    let count = counted(loops.list.len(), "loop");
    let headline = match (loops.list.as_slice(), loops.stopped) {
        ([], None) => "No conditions wait for each other".to_owned(),
        ([], Some(_)) => "No loop was found before it was stopped".to_owned(),
        (_, None) => format!("{count}: conditions that wait for each other"),
        ([_], Some(StopReason::NodeLimit)) => {
            "The shortest loop of conditions that wait for each other".to_owned()
        }
        (_, Some(StopReason::NodeLimit)) => {
            format!("The shortest {count} of conditions that wait for each other")
        }
        (_, Some(_)) => format!("{count} before it was stopped: there may be more"),
    };
    page.heading(&headline);
    for of in &loops.list {
        let links = of.links.iter();
        let links = links.map(|l| called::demand(case, DemandId::Link(*l)).to_string());
        let LoopTold { waiting, exchange } = loop_told(case, of);
        page.blank();
        page.indented(2, &waiting);
        list(page, "links", links);
        row(page, "way out", &exchange);
        row(page, "", possible(of));
    }
    if !loops.left_out.is_empty() {
        let links = loops.left_out.iter();
        let links = links.map(|l| called::demand(case, DemandId::Link(*l)).to_string());
        let links = links.collect::<Vec<_>>().join("; ");
        page.blank();
        page.indented(
            2,
            &format!("Left out, since they hold \"not\" or \"at least\": {links}."),
        );
    }
}

/// Whether an exchange is possible.
fn possible(of: &CircularWait) -> &'static str {
    match (of.under_laws, of.within_lines) {
        (Some(false), _) => "The laws leave no package in which all of this holds.",
        (None, _) | (_, None) => "Whether that is possible was not decided in time.",
        (_, Some(false)) => {
            "The laws leave room for it; the declared lines on these points do not."
        }
        (Some(true), Some(true)) => {
            "Laws and the declared lines on these points leave room for it."
        }
    }
}
