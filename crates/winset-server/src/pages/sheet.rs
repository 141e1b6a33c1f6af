//! A party's own sheet: its points, what is on the table, what it accepts, what that is worth to it, and
//! what it has answered.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_model::case::Case;
use winset_model::options::{OptionId, PartyId, PointId};
use winset_told::grouped;
use winset_told::messages::Language;
use winset_told::words::score;

use super::frame::escaped;
use super::{Place, Seat};
use crate::http::Refusal;

#[derive(Debug, Template)]
#[template(path = "sheet.html")]
struct SheetContents {
    place: Place,
    words: &'static Language,
    name: String,
    no_deal: Option<String>,
    /// Where its scores and its own values are changed.
    scores: Option<String>,
    values: Option<String>,
    /// The last version of the text.
    version: Option<String>,
    points: Vec<SheetPoint>,
}

/// A point as its party sees it.
#[derive(Debug)]
struct SheetPoint {
    number: usize,
    title: String,
    href: String,
    options: Vec<SheetOption>,
    /// Where a line is drawn here; an address for each that is drawn, with its words.
    lines: Vec<(String, String)>,
    add: Option<String>,
    /// What the party has answered to the clause of the last version.
    answer: Option<String>,
}

/// An option to the party.
#[derive(Debug)]
struct SheetOption {
    label: String,
    /// Who stands for it, as far as the party sees.
    table: Vec<String>,
    /// Whether the party accepts it now, or at which later step and cost; none where it draws no line.
    accepts: Option<Accepts>,
    worth: Option<String>,
}

#[derive(Debug)]
enum Accepts {
    Now,
    Later { step: usize, cost: String },
    Not,
}

/// Shows it; to parties alone.
pub(super) async fn sheet(seat: Seat) -> Result<Response, Refusal> {
    let party = seat.view.viewer().ok_or(Refusal::NotFound)?;
    let case = seat.case();
    let text = super::text::text(&seat);
    let version = text.versions().last();
    let answers = version.map(|version| text.answers(version));
    let points = case.points.iter().enumerate().map(|(at, point)| {
        let id = PointId::at(at);
        let row = answers.as_ref().and_then(|answers| {
            let row = answers.rows.iter().find(|row| row.clause == point.id)?;
            row.answers[party.index()].as_ref()
        });
        let answer = row.map(|answer| {
            let said = seat.words.get(super::text::reply(answer.reply));
            match &answer.words {
                Some(words) => format!("{said}: {words}"),
                None => said.into_owned(),
            }
        });
        SheetPoint {
            number: at + 1,
            title: point.title.clone(),
            href: format!("/point/{}", escaped(&point.id)),
            options: options(case, party, id),
            lines: lines(case, party, id),
            add: seat.writes().then(|| {
                let (owner, point) = (&case.parties[party.index()].id, &point.id);
                let (owner, point) = (escaped(owner), escaped(point));
                format!("/edit?list=lines&f.owner={owner}&f.point={point}")
            }),
            answer,
        }
    });
    let of = &case.parties[party.index()];
    let own = seat.writes().then(|| escaped(&of.id));
    let no_deal = of.sheet.open().no_deal;
    let contents = SheetContents {
        words: seat.words,
        name: of.name.clone(),
        no_deal: no_deal.map(|value| score(&case.unscaled(party, value))),
        scores: own
            .as_ref()
            .map(|id| format!("/edit?list=preferences&at={id}")),
        values: own.map(|id| format!("/edit?list=parties&at={id}")),
        version: version.map(|version| version.name.clone()),
        points: points.collect(),
        place: seat.place(),
    };
    Ok(seat.page("sheet", contents).into_response())
}

fn options(case: &Case, party: PartyId, point: PointId) -> Vec<SheetOption> {
    let options = case.points[point.index()].options.iter().enumerate();
    let mut ladders = case
        .lines
        .iter()
        .filter(|line| line.owner == party && line.point == point && !line.law);
    // Of several lines the one that is drawn first; the others stand below the table.
    let ladder = ladders.next().map(|line| line.ladder.open());
    let scores = case.parties[party.index()].sheet.open().scores.as_ref();
    options
        .map(|(at, option)| {
            let id = OptionId::at(at);
            let table = case.parties.iter().enumerate().filter(|(maker, _)| {
                let mut made = case.offers.iter().rev();
                let last = made.find(|offer| offer.by == PartyId::at(*maker));
                last.and_then(|offer| offer.stand_on(point)) == Some(id)
            });
            let accepts =
                ladder.map(
                    |steps| match steps.iter().position(|step| step.accept.contains(id)) {
                        Some(0) => Accepts::Now,
                        Some(step) => Accepts::Later {
                            step,
                            cost: grouped(steps[step].cost),
                        },
                        None => Accepts::Not,
                    },
                );
            let worth = scores.map(|scores| scores.by_option[point.index()][at]);
            SheetOption {
                label: option.label.clone(),
                table: table.map(|(_, maker)| maker.short.clone()).collect(),
                accepts,
                worth: worth.map(|scaled| score(&case.unscaled(party, scaled))),
            }
        })
        .collect()
}

/// The party's lines on a point: where each is changed, and what it says.
fn lines(case: &Case, party: PartyId, point: PointId) -> Vec<(String, String)> {
    let own = case
        .lines
        .iter()
        .filter(|l| l.owner == party && l.point == point);
    let told = own.filter_map(|line| {
        let demand = case.demand_named(&line.id)?;
        let words = winset_told::demand::in_words(case, demand);
        Some((format!("/edit?list=lines&at={}", escaped(&line.id)), words))
    });
    told.collect()
}
