//! The matrix: points by parties.

use askama::Template;
use axum::response::IntoResponse;
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_solve::PointStatus;
use winset_told::status::counts;
use winset_told::words::capital;
use winset_told::{Called, called};

use super::desk::WAIT;
use super::symbols::{Sign, standing};
use super::{PageView, Place, Seat};
use winset_answers::ask::{Everything, EverythingStage};
use winset_told::messages::Language;

#[derive(Debug, Template)]
#[template(path = "matrix.html")]
pub(super) struct MatrixContents {
    place: Place,
    words: &'static Language,
    counts: [usize; 3],
    parties: Vec<String>,
    rows: Vec<Row>,
    /// Whether clashes were counted.
    counted: bool,
    most: usize,
    /// Whether a fixed point is fixed only after an opening.
    after_opening: bool,
}

#[derive(Debug)]
struct Row {
    number: usize,
    path: String,
    title: String,
    cells: Vec<Cell>,
    sign: Sign,
    clashes: usize,
    /// The one option that occurs in the overlap shown.
    fixed: Option<Called>,
}

/// What a party says on a point.
#[derive(Debug)]
struct Cell {
    /// Its latest offer.
    offered: Option<Called>,
    /// Whether that is outside its own declared line.
    crosses: bool,
    /// What its declared line accepts.
    line: Option<Vec<Called>>,
}

/// Shows it.
pub(super) async fn matrix(seat: Seat) -> impl IntoResponse {
    seat.view.findings.wait(EverythingStage::Zone, WAIT).await;
    seat.page("matrix", contents(&seat.page_view(), seat.place()))
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place) -> MatrixContents {
    let case = view.case();
    let clashes = clashes_of_points(case, view.found);
    let fixed = fixed(view);
    let rows = case.points.iter().zip(&view.status().points).enumerate();
    let rows = rows.map(|(at, (point, status))| {
        let id = PointId::at(at);
        Row {
            number: at + 1,
            path: format!("/point/{}", super::frame::escaped(&point.id)),
            title: point.title.clone(),
            cells: cells(case, id, status),
            sign: standing(status.standing),
            clashes: clashes.as_ref().map_or(0, |counts| counts[at]),
            fixed: fixed[at].map(|o| called::option(point, o)),
        }
    });
    let rows: Vec<Row> = rows.collect();
    let declared = winset_model::positions::Positions::declared(case);
    MatrixContents {
        place,
        words: view.words,
        counts: counts(view.status()),
        parties: party_heads(case),
        counted: clashes.is_some(),
        most: rows.iter().map(|row| row.clashes).max().unwrap_or(0).max(1),
        rows,
        after_opening: view.zone().is_some_and(|zone| zone.positions != declared),
    }
}

/// For each point the number of clashes that touch it, where they are known.
fn clashes_of_points(case: &Case, found: &Everything) -> Option<Vec<usize>> {
    let found = found.clashes.get()?;
    let mut counts = vec![0; case.points.len()];
    let points = found.told.iter().flat_map(|told| &told.words.points);
    points.for_each(|point| counts[point.index()] += 1);
    Some(counts)
}

/// For each point the only option that occurs in the overlap shown.
fn fixed(view: &PageView<'_>) -> Vec<Option<OptionId>> {
    let sets = view.zone().and_then(|zone| zone.overlap.occurring.as_ref());
    let one = |set: &OptionSet| set.least().filter(|_| set.len() == 1);
    sets.map_or_else(
        || vec![None; view.case().points.len()],
        |sets| sets.iter().map(one).collect(),
    )
}

/// The declared line of a party on a point: what all its lines there accept.
pub(super) fn line(case: &Case, party: PartyId, point: PointId) -> Option<OptionSet> {
    let lines = case.lines.iter();
    let own = lines.filter(|l| l.owner == party && l.point == point && !l.law);
    let declared =
        own.filter_map(|line| line.ladder.open().first().map(|step| step.accept.clone()));
    declared.reduce(|a, b| a.and(&b))
}

fn cells(case: &Case, id: PointId, status: &PointStatus) -> Vec<Cell> {
    let point = &case.points[id.index()];
    let parties = status.offers.iter().enumerate();
    let cell = |(party, offered): (usize, &Option<OptionId>)| {
        let line = line(case, PartyId::at(party), id);
        Cell {
            offered: offered.map(|option| called::option(point, option)),
            crosses: offered
                .zip(line.clone())
                .is_some_and(|(o, line)| !line.contains(o)),
            line: line.map(|set| called::options(point, &set)),
        }
    };
    parties.map(cell).collect()
}

/// The parties as the heads of a table name them.
pub(super) fn party_heads(case: &Case) -> Vec<String> {
    let names = winset_told::party_names(case);
    names.iter().map(|name| capital(name)).collect()
}
