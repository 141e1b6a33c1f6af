//! `winset show`: a case in words, for reading a file back.

use winset::model::case::{Body, Case, Party, Point, Scores};
use winset::model::condition::Condition;
use winset::model::options::{OptionSet, PartyId};

use crate::args::ShowArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{Page, STRONG};
use crate::scenario_page::size;
use crate::seen::seen;
use winset::told::called;
use winset::told::demand::{line, link as link_words, vote};
use winset::told::words::{capital, condition, counted, listed, options, score};

/// Most options of a point that are listed one by one.
const OPTIONS_LISTED_MAX: usize = 12;

/// Runs `winset show`.
pub(crate) fn run(args: &ShowArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    if args.json {
        let now = seen(&loaded, &args.case.reader)?.document;
        let json = format!("{}\n", now.canonical_json());
        output::bytes(json.as_bytes())?;
    } else {
        output
            .page(&page(&loaded.reading.case).for_reader(&loaded.reading.case, &loaded.audience))?;
    }
    Ok(Outcome::Answered)
}

fn page(case: &Case) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &format!("{} ({})", case.title, case.id));
    page.paragraph(&format!("{}.", size(case)));
    points(&mut page, case);
    for (place, party) in case.parties.iter().enumerate() {
        section(&mut page, case, PartyId::at(place), party);
    }
    laws(&mut page, case);
    for body in &case.bodies {
        ratifying(&mut page, case, body);
    }
    also(&mut page, case);
    page.blank();
    page.sealed();
    page
}

fn points(page: &mut Page, case: &Case) {
    page.heading("Points and their options");
    for point in &case.points {
        let unit = point
            .unit
            .as_ref()
            .map_or_else(String::new, |unit| format!(", in {unit}"));
        page.indented(2, &format!("{}{unit}", called::point(point)));
        if point.options.len() > OPTIONS_LISTED_MAX {
            let every = OptionSet::first(point.options.len());
            let count = counted(point.options.len(), "option");
            let names = listed(&options(point, &every), "and");
            page.indented(4, &format!("{count}: {names}"));
            continue;
        }
        for option in called::options(point, &OptionSet::first(point.options.len())) {
            page.indented(4, &option.to_string());
        }
    }
}

/// A party: what it has without agreement, what it values, what it demands.
fn section(page: &mut Page, case: &Case, id: PartyId, party: &Party) {
    page.heading(&format!("{} ({})", party.name, party.id));
    let sheet = party.sheet.open();
    let no_deal = match sheet.no_deal {
        None => "no-deal value: none".to_owned(),
        Some(value) => format!("no-deal value: {}", score(&case.unscaled(id, value))),
    };
    let uncertain = sheet.no_deal_range.filter(|(low, high)| low < high);
    let range = uncertain.map_or_else(String::new, |bounds| {
        let [low, high] = <[i64; 2]>::from(bounds).map(|b| score(&case.unscaled(id, b)));
        format!(" (uncertain: from {low} to {high})")
    });
    let impasse = match sheet.impasse {
        None => String::new(),
        Some(value) => format!("; at an impasse: {}", score(&case.unscaled(id, value))),
    };
    page.indented(2, &format!("{no_deal}{range}{impasse}"));
    match &sheet.scores {
        None => page.indented(2, "no preferences: takes part by its demands alone"),
        Some(scores) => {
            reach(page, case, id, scores);
            stakes(page, case, id, scores);
        }
    }
    let lines = case.lines.iter().filter(|l| l.owner == id && !l.law);
    let lines = lines.map(|l| (l.id.as_str(), line(case, l)));
    let links = case.links.iter().filter(|l| l.owner == Some(id) && !l.law);
    let links = links.map(|l| (l.id.as_str(), link_words(case, l)));
    demands(page, &lines.chain(links).collect::<Vec<_>>());
}

/// Between which scores packages lie.
fn reach(page: &mut Page, case: &Case, id: PartyId, scores: &Scores) {
    let [least, most] = scores.reach().map(|value| score(&case.unscaled(id, value)));
    let words = if scores.bonuses.is_empty() {
        format!("scores of packages: from {least} to {most}")
    } else {
        format!("scores of packages: none below {least}, none above {most}")
    };
    page.indented(2, &words);
}

/// How much each point can give or take, the largest first.
fn stakes(page: &mut Page, case: &Case, id: PartyId, scores: &Scores) {
    let mut ranges: Vec<(i64, &Point)> = Vec::new();
    for (row, point) in scores.by_option.iter().zip(&case.points) {
        let (least, most) = (row.iter().min(), row.iter().max());
        let range = most
            .zip(least)
            .map_or(0, |(most, least)| most.saturating_sub(*least));
        ranges.push((range, point));
    }
    // A stable sort: equals stay in the order of the file.
    ranges.sort_by_key(|(range, _)| std::cmp::Reverse(*range));
    let (some, none): (Vec<_>, Vec<_>) = ranges.into_iter().partition(|(range, _)| *range != 0);
    let words = |(range, point): &(i64, &Point)| {
        format!("{} {}", point.title, score(&case.unscaled(id, *range)))
    };
    let mut parts = vec![some.iter().map(words).collect::<Vec<_>>().join(", ")];
    if !none.is_empty() {
        let rest: Vec<String> = none.iter().map(|(_, point)| point.title.clone()).collect();
        parts.push(format!("nothing on {}", listed(&rest, "and")));
    }
    if !scores.bonuses.is_empty() {
        parts.push(format!(
            "and {} across points",
            counted(scores.bonuses.len(), "term")
        ));
    }
    let text = parts.join("; ");
    page.indented(2, &format!("at stake: {text}"));
}

/// Demands in words, each with its identifier.
fn demands(page: &mut Page, rows: &[(&str, String)]) {
    for (id, words) in rows {
        page.indented(2, &format!("{} ({id})", capital(words)));
    }
}

/// What nobody can give up.
fn laws(page: &mut Page, case: &Case) {
    let lines = case
        .lines
        .iter()
        .filter(|l| l.law)
        .map(|l| (l.id.as_str(), line(case, l)));
    let links = case
        .links
        .iter()
        .filter(|l| l.law)
        .map(|l| (l.id.as_str(), link_words(case, l)));
    let rows: Vec<(&str, String)> = lines.chain(links).collect();
    if !rows.is_empty() {
        page.heading("Laws: nobody can give these up");
        demands(page, &rows);
    }
}

/// A body: its rules, and who sits in it.
fn ratifying(page: &mut Page, case: &Case, body: &Body) {
    let party = &case.parties[body.party.index()].name;
    page.heading(&format!(
        "{}, for {party} ({})",
        body.name,
        counted(body.seats, "seat")
    ));
    let rules = body
        .rules
        .iter()
        .map(|rule| (rule.id.as_str(), vote(case, body, rule)));
    demands(page, &rules.collect::<Vec<_>>());
    let mut blocs = Vec::new();
    for bloc in &body.blocs {
        let on = bloc
            .accepts
            .iter()
            .map(|(p, set)| Condition::holds(*p, set.clone()));
        let when = match bloc.accepts.len() {
            0 => "votes yes always".to_owned(),
            _ => format!(
                "votes yes if {}",
                condition(case, &Condition::all(on.collect()))
            ),
        };
        blocs.push(format!(
            "{}: {}, {when}",
            called::bloc(bloc),
            counted(bloc.seats, "seat")
        ));
    }
    for bloc in blocs {
        page.indented(2, &bloc);
    }
}

/// What else the file holds, counted.
fn also(page: &mut Page, case: &Case) {
    let kinds = [
        (case.levers.len(), "lever"),
        (case.offers.len(), "offer"),
        (case.register.phases.len(), "phase"),
        (case.register.sessions.len(), "session"),
        (case.register.statements.len(), "statement"),
        (case.register.incidents.len(), "incident"),
    ];
    let held = kinds.iter().filter(|(count, _)| *count > 0);
    let held: Vec<String> = held.map(|(count, noun)| counted(count, noun)).collect();
    if !held.is_empty() {
        page.blank();
        page.paragraph(&format!("Also in the file: {}.", listed(&held, "and")));
    }
}
