//! The command that holds sealed acceptance.

use std::io;

use winset::ask::{SealedAnswer, truthful_marks};
use winset::form;
use winset::model::case::Case;
use winset::model::options::{Package, PartyId};
use winset::play::session::{
    Enough, Sealed, SealedAction, SealedRules, Seat, SeatSet, SessionEvent,
};
use winset::play::space::Outcome as Tabled;
use winset::told::called;
use winset::told::sealed::{enough_told, sealed_told};
use winset::told::words::{capital, party_named};

use super::person_side::{PersonSide, help, say};
use super::rules;
use super::seats::PERSON;
use super::shown::space_of;
use super::shuttle::{Opened, reader_name};
use crate::args::{TableArgs, TalksSealedArgs};
use crate::failure::{Failure, Outcome};
use crate::named;
use crate::output::{self, Output};
use crate::page::{Page, STRONG};
use crate::table;

/// What marks for a party that no person plays.
const TRUTHFUL: &str = "truthful";
/// Columns of the labels on the left.
const LABEL: usize = 9;

/// What a person can say of a package.
const WORDS: [(&str, &str); 4] = [
    ("yes, no", "mark the package, or do not"),
    ("show", "show the package again"),
    ("break", "break off: nothing is shown to anybody"),
    ("stop", "stop: nothing is kept of what you marked"),
];

/// Runs `winset talks sealed`.
pub(super) fn run(args: &TalksSealedArgs, output: Output) -> Result<Outcome, Failure> {
    let name = reader_name(&args.case);
    let opened = Opened::new(&args.case, name, output)?;
    let case = &opened.whole.reading.case;
    let person = name.map(|name| named::party(case, "--as", name));
    let person = person.transpose()?;
    let asked = rules::asked(case, &args.order, person)?;
    let enough = enough(case, &args.need, &asked)?;
    let space = space_of(case)?;
    let mut packages: Vec<Package> = Vec::new();
    for package in tabled(args, case)? {
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    let screen = &opened.screen().reading.case;
    let mut session = Sealed::new(SealedRules {
        packages: packages.iter().map(|on| space.number(on)).collect(),
        seats: asked.len(),
        asked: SeatSet::first(asked.len()),
        enough,
        duration_ms: None,
    });
    let mut news = Vec::new();
    session.step(SessionEvent::Begin, &mut news);
    for (seat, party) in (0..).map(Seat).zip(&asked) {
        let action = if person == Some(*party) {
            let input = Box::new(io::stdin().lock());
            let id = &case.parties[party.index()].id;
            let mut side = PersonSide::new(screen, &space, id, false, input)?;
            match marked(&mut side, &packages) {
                Some(action) => action,
                None => return stopped(output),
            }
        } else {
            let marks = truthful_marks(case, *party, &packages);
            let marked = packages.iter().zip(marks).filter(|(_, mark)| *mark);
            SealedAction::Accepts(marked.map(|(on, _)| space.number(on)).collect())
        };
        let at_ms = 0;
        let event = SessionEvent::Act {
            seat,
            action,
            at_ms,
        };
        session.step(event, &mut news);
    }
    let accepted = session.end().map(|end| end.accepted.clone());
    let accepted: Vec<Tabled> = accepted.and_then(Result::ok).unwrap_or_default();
    let on_table = packages.iter().enumerate();
    let shown = on_table.filter(|(_, on)| accepted.contains(&space.number(on)));
    let answer = SealedAnswer {
        reader: person,
        plays: asked
            .iter()
            .map(|party| plays(person == Some(*party)).to_owned())
            .collect(),
        shown: shown.map(|(place, _)| place).collect(),
        asked,
        enough,
        packages,
    };
    if args.json {
        output::bytes(&form::line(&form::SealedForm::new(screen, &answer))?)?;
    } else {
        let audience = &opened.screen().audience;
        output.page(&page(screen, &answer).for_reader(screen, audience))?;
    }
    Ok(Outcome::Answered)
}

fn plays(is_person: bool) -> &'static str {
    if is_person { PERSON } else { TRUTHFUL }
}

/// The packages that the arguments put on the table, files first.
fn tabled(args: &TalksSealedArgs, case: &Case) -> Result<Vec<Package>, Failure> {
    let files = args.package.iter().map(|path| TableArgs {
        package: Some(path.clone()),
        offer: None,
    });
    let offers = args.offer.iter().map(|seq| TableArgs {
        package: None,
        offer: Some(*seq),
    });
    let mut packages = Vec::new();
    for from in files.chain(offers) {
        table::well_used(&from, &args.case)?;
        packages.extend(table::table(&from, case)?.map(|read| read.package));
    }
    Ok(packages)
}

/// What `--need` says.
fn enough(case: &Case, need: &str, asked: &[PartyId]) -> Result<Enough, Failure> {
    const FLAG: &str = "--need";
    let wrong = |expected: String| Failure::BadValue {
        flag: FLAG,
        found: need.to_owned(),
        expected,
        nearest: None,
    };
    if need == "all" {
        return Ok(Enough::All);
    }
    if let Ok(number) = need.parse::<usize>() {
        if number == 0 || number > asked.len() {
            return Err(wrong(format!("a number from 1 to {}", asked.len())));
        }
        return Ok(Enough::Number(number));
    }
    let mut seats = SeatSet::NONE;
    for name in need.split(',') {
        let party = named::party(case, FLAG, name.trim())?;
        let place = asked.iter().position(|asked| *asked == party);
        let seat = place.and_then(|place| u8::try_from(place).ok());
        let seat = seat.ok_or_else(|| wrong("parties that are asked, see --order".to_owned()))?;
        seats = seats.with(Seat(seat));
    }
    Ok(Enough::Required(seats))
}

/// What a person marks, package by package; none where it stops.
fn marked(side: &mut PersonSide<'_>, packages: &[Package]) -> Option<SealedAction> {
    let mut accepts = Vec::new();
    for (place, package) in packages.iter().enumerate() {
        let outcome = side.space.number(package);
        let title = format!("Package {} of {}", place + 1, packages.len());
        side.show(&title, outcome);
        say("Do you accept it: yes or no? Nobody is told unless enough accept it.");
        loop {
            match side.line()?.trim() {
                "yes" | "y" => {
                    accepts.push(outcome);
                    break;
                }
                "no" | "n" => break,
                "show" => side.show(&title, outcome),
                "break" => return Some(SealedAction::End),
                "stop" | "quit" | "exit" => return None,
                _ => help(&WORDS),
            }
        }
    }
    Some(SealedAction::Accepts(accepts))
}

fn stopped(output: Output) -> Result<Outcome, Failure> {
    let mut page = Page::default();
    page.paragraph("Stopped before it closed: nothing is kept of what was marked.");
    output.remark(&page)?;
    Ok(Outcome::Stopped)
}

/// The answer for a reader in a hurry.
fn page(case: &Case, answer: &SealedAnswer) -> Page {
    let mut page = Page::default();
    page.styled(
        STRONG,
        &sealed_told(answer.shown.len(), answer.packages.len()),
    );
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    for (place, (party, plays)) in answer.asked.iter().zip(&answer.plays).enumerate() {
        let label = if place == 0 { "Asked" } else { "" };
        let who = capital(&party_named(case, *party));
        page.entry(0, LABEL, label, &format!("{who}: {plays}"));
    }
    let need = enough_told(case, &answer.asked, answer.enough);
    page.entry(0, LABEL, "Enough", &format!("accepted by {need}"));
    for place in &answer.shown {
        page.heading(&format!("Package {}, accepted", place + 1));
        let chosen = case.points.iter().zip(&answer.packages[*place].0);
        for (point, option) in chosen {
            let (title, option) = (called::point(point), called::option(point, *option));
            page.indented(2, &format!("{title}: {option}"));
        }
    }
    page.blank();
    page.sealed();
    page
}
