//! `winset clashes`: which demands defeat each other.

use winset::check::{Clash, Member};
use winset::model::answer::StopReason;
use winset::model::case::{Case, DemandId, Seen};
use winset::model::positions::Positions;
use winset::solve::{Budget, Clashes, Floors, Loop, Loops, clashes, laws_of_each, loops};
use winset::told::{self, ClashTold, LoopTold, clash_told, loop_told};

use crate::args::{ClashesArgs, FloorsArg};
use crate::demand;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{FAINT, Page, STRONG};
use crate::progress::Watch;
use crate::wire;
use crate::words::{counted, listed};

/// Smallest corrections that are listed.
const CORRECTIONS_LISTED_MAX: usize = 10;
/// Columns of the words before what is said of a clash.
const LABEL: usize = 7;

/// A clash with the laws behind it, and both in words.
pub(crate) struct Told<'a> {
    /// The clash.
    pub(crate) clash: &'a Clash,
    /// The laws that it needs; none where finding them was stopped.
    pub(crate) laws: Option<Vec<DemandId>>,
    /// What there is to say of it.
    pub(crate) words: ClashTold,
}

/// Runs `winset clashes`.
pub(crate) fn run(args: &ClashesArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let floors = match args.floors {
        FloorsArg::Ignore => Floors::Ignore,
        FloorsArg::Keep => Floors::Keep,
        FloorsArg::Members => Floors::Members,
    };
    let declared = Positions::declared(case);
    let found = watch.during("looking for clashes", || {
        clashes(case, &declared, floors, args.at_most, &budget)
    });
    let told = watch.during("looking for the laws behind them", || {
        tell(case, &declared, floors, &found, &budget)
    });
    let waiting = args
        .loops
        .then(|| watch.during("looking for loops", || loops(case, args.at_most, &budget)));
    if args.json {
        let form = wire::ClashesForm::new(case, floors, &found, &told, waiting.as_ref());
        output::bytes(&wire::line(&form)?)?;
    } else {
        output.page(&page(case, floors, &found, &told, waiting.as_ref()))?;
    }
    let enough = args.at_most.is_some_and(|max| found.list.len() >= max);
    let asked_for = |l: &Loops| l.stopped == Some(StopReason::NodeLimit);
    let cut_short = |l: &Loops| l.stopped.is_some() && !asked_for(l);
    Ok(match found.stopped {
        Some(_) if !enough => Outcome::Stopped,
        _ if waiting.as_ref().is_some_and(cut_short) => Outcome::Stopped,
        _ => Outcome::Answered,
    })
}

/// The clashes in words: by size, then by the names of their members.
pub(crate) fn tell<'a>(
    case: &Case,
    declared: &Positions,
    floors: Floors,
    found: &'a Clashes,
    budget: &Budget<'_>,
) -> Vec<Told<'a>> {
    let key = |clash: &&Clash| (clash.members().len(), demand::names(case, clash.members()));
    let mut list: Vec<&Clash> = found.list.iter().collect();
    list.sort_by_cached_key(key);
    let members: Vec<_> = list.iter().map(|clash| clash.members()).collect();
    let laws = laws_of_each(case, declared, floors, &members, budget);
    let one = |(clash, laws): (&'a Clash, Result<Vec<DemandId>, StopReason>)| {
        let laws = laws.ok();
        let known = laws.as_deref().unwrap_or_default();
        let mut words = clash_told(case, declared, clash.members(), known);
        words.public &= laws.is_some();
        Told { clash, laws, words }
    };
    list.into_iter().zip(laws).map(one).collect()
}

fn page(
    case: &Case,
    floors: Floors,
    found: &Clashes,
    told: &[Told<'_>],
    waiting: Option<&Loops>,
) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &headline(case, told, found.stopped));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, 11, "No deal", what_floors_are(floors));
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
    if floors != Floors::Ignore {
        page.blank();
        page.styled(
            FAINT,
            "Tells of no-deal values: never show this to a party.",
        );
    }
    page.blank();
    page.styled(FAINT, "Confidential: contains sealed values.");
    page
}

/// The clashes in a sentence.
pub(crate) fn headline(case: &Case, told: &[Told<'_>], stopped: Option<StopReason>) -> String {
    let law = |demand: &DemandId| case.is_law(*demand);
    let silent = case.demands().iter().all(law)
        && case
            .parties
            .iter()
            .all(|p| p.sheet.open().no_deal.is_none());
    match told {
        [] if stopped.is_some() => "No clash was found before it was stopped.".to_owned(),
        [] if silent => "No clash: nobody makes a demand.".to_owned(),
        [] => "No clash: the demands can hold together.".to_owned(),
        [only] if only.clash.members().is_empty() => {
            "What nobody can give up leaves no package: there is no clash of demands.".to_owned()
        }
        list => {
            let across = list.iter().filter(|c| c.words.points.len() > 1).count();
            let of_more = match across {
                0 => String::new(),
                1 => "; 1 of them runs across points".to_owned(),
                some => format!("; {some} of them run across points"),
            };
            let count = match list.len() {
                1 => "1 clash".to_owned(),
                many => format!("{many} clashes"),
            };
            format!("{count}: sets of demands that defeat each other{of_more}.")
        }
    }
}

fn what_floors_are(floors: Floors) -> &'static str {
    match floors {
        Floors::Ignore => "values are left out",
        Floors::Keep => "values are kept as background",
        Floors::Members => "values are demands like any other",
    }
}

fn unfinished(reason: StopReason, smallest: bool) -> String {
    let reason = match reason {
        StopReason::TimeLimit => "stopped by the time limit",
        StopReason::NodeLimit if smallest => {
            "stopped after as many as were asked for; none of the others is smaller"
        }
        StopReason::NodeLimit => {
            "stopped after as many as were asked for; others may be smaller than these"
        }
        StopReason::MemoryLimit => "stopped by the memory limit",
        StopReason::NumberLimit => "its numbers grew too large",
        StopReason::Interrupted => "interrupted",
        StopReason::CheckFailed => "a proof did not pass its check",
    };
    format!("there may be more: {reason}")
}

fn one(page: &mut Page, case: &Case, number: usize, told: &Told<'_>) {
    let ClashTold {
        sentence,
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
    let members: Vec<Member> = told.clash.members().iter().copied().collect();
    let names: Vec<String> = members.iter().map(|m| demand::name(case, *m)).collect();
    let laws = told.laws.iter().flatten();
    let laws: Vec<String> = laws.map(|l| case.demand_name(*l).to_owned()).collect();
    row(page, "demands", &listed(&names, "and"));
    row(page, "laws", &listed(&laws, "and"));
    let points: Vec<String> = points
        .iter()
        .map(|p| case.points[p.index()].id.clone())
        .collect();
    row(page, "points", &listed(&points, "and"));
    let public = if *public {
        "all of it".to_owned()
    } else {
        hidden(case, told)
    };
    row(page, "public", &public);
}

/// A row of what is said of a clash; nothing where there is nothing to say.
fn row(page: &mut Page, label: &str, text: &str) {
    if !text.is_empty() {
        page.entry(2, LABEL, label, text);
    }
}

/// What of a clash is not public.
pub(crate) fn hidden(case: &Case, of: &Told<'_>) -> String {
    let laws = of.laws.iter().flatten().copied().map(Member::Demand);
    let members: Vec<Member> = of.clash.members().iter().copied().chain(laws).collect();
    let mut parts = Vec::new();
    for (seen, how) in [
        (Seen::Mediator, "told to the mediator"),
        (Seen::Sealed, "sealed"),
    ] {
        let members = members.iter().filter(|m| told::seen(case, **m) == seen);
        let names: Vec<String> = members.map(|m| demand::name(case, *m)).collect();
        match names.len() {
            0 => {}
            1 => parts.push(format!("{} is {how}", names.concat())),
            _ => parts.push(format!("{} are {how}", listed(&names, "and"))),
        }
    }
    if of.laws.is_none() {
        parts.push("which laws it needs was not found in time".to_owned());
    }
    format!("not all: {}", parts.join("; "))
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
            counted(found.corrections.len(), "minimal correction"),
            counted(smallest, "demand")
        ),
    );
    for correction in of_smallest.iter().take(CORRECTIONS_LISTED_MAX) {
        let names = demand::names(case, &correction.members);
        page.indented(4, &listed(&names, "and"));
    }
    if of_smallest.len() > CORRECTIONS_LISTED_MAX {
        let more = of_smallest.len() - CORRECTIONS_LISTED_MAX;
        page.indented(4, &format!("and {more} more of this size"));
    }
}

/// Conditions that wait for each other.
fn waits(page: &mut Page, case: &Case, loops: &Loops) {
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
        let links: Vec<String> = of.links.iter().map(|l| case.links[*l].id.clone()).collect();
        let LoopTold { waiting, exchange } = loop_told(case, of);
        page.blank();
        page.indented(2, &waiting);
        row(page, "links", &listed(&links, "and"));
        row(page, "way out", &exchange);
        row(page, "", possible(of));
    }
    if !loops.left_out.is_empty() {
        let links = loops.left_out.iter().map(|l| case.links[*l].id.clone());
        let links = listed(&links.collect::<Vec<_>>(), "and");
        page.blank();
        page.indented(
            2,
            &format!("Left out, since they hold \"not\" or \"at least\": {links}."),
        );
    }
}

/// Whether an exchange is possible.
fn possible(of: &Loop) -> &'static str {
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
