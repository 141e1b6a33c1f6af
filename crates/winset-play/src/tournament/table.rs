//! Results as lines of CSV tables, in the columns of `NegMAS` where it has them, written as it writes them.

use std::fmt::{self, Display, Formatter, Write as _};

use winset_solve::BigRatio;

use super::{
    DETAILS_COLUMNS, DISTANCE_UNITS, DetailsCell, NegotiationRow, Tournament, TournamentFigures,
};
use crate::session::NoDealReason;
use crate::statistics::nearest;

/// The head of the table of strategies.
const SCORES_HEAD: &str = "index,strategy,score,advantage_95,seats,deals,utility,welfare,\
pareto_distance,nash_distance,kalai_distance\n";

/// The head of the table of negotiations, a line.
pub fn details_head() -> String {
    let names = DETAILS_COLUMNS.map(|(name, _)| name);
    format!("{}\n", names.join(","))
}

/// The lines of the table of negotiations, one after the other. What does not change from one to the next is not
/// made anew.
#[derive(Debug)]
pub struct DetailsTable<'t> {
    tournament: &'t Tournament,
    /// The negotiation before.
    before: Option<NegotiationRow>,
    number: DetailsCell,
    block: LinePart<9>,
    repetition: DetailsCell,
    end: LinePart<17>,
}

/// Cells that follow each other in a line, and what they are in CSV.
#[derive(Debug)]
struct LinePart<const CELLS: usize> {
    cells: [DetailsCell; CELLS],
    text: String,
}

impl<const CELLS: usize> LinePart<CELLS> {
    fn new() -> Self {
        Self {
            cells: [const { DetailsCell::Empty }; CELLS],
            text: String::new(),
        }
    }

    fn set(&mut self, cells: [DetailsCell; CELLS]) {
        self.cells = cells;
        self.text.clear();
        for (place, cell) in self.cells.iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            write_cell(&mut self.text, cell);
        }
    }
}

impl<'t> DetailsTable<'t> {
    /// One without lines.
    pub fn new(tournament: &'t Tournament) -> Self {
        Self {
            tournament,
            before: None,
            number: DetailsCell::Empty,
            block: LinePart::new(),
            repetition: DetailsCell::Empty,
            end: LinePart::new(),
        }
    }

    /// Adds the line of a negotiation, which has these distances to the landmarks.
    pub fn line(&mut self, out: &mut String, row: &NegotiationRow, distances: Option<[u64; 3]>) {
        let now = &row.negotiation;
        let before = self.before.as_ref();
        let same = before.filter(|before| {
            let then = &before.negotiation;
            (then.scenario, then.rounds, &then.strategies, &then.sides)
                == (now.scenario, now.rounds, &now.strategies, &now.sides)
        });
        let same_end =
            same.is_some_and(|before| before.end == row.end && before.offers == row.offers);
        if same.is_none() {
            self.block.set(block(self.tournament, row));
        }
        if !same_end {
            self.end.set(end(self.tournament, row, distances));
            self.before = Some(row.clone());
        }
        self.number = DetailsCell::Whole(now.number);
        self.repetition = DetailsCell::Whole(now.repetition.into());
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            out,
            "{},{},{},{}",
            now.number, self.block.text, now.repetition, self.end.text
        );
    }

    /// The cells of the line that was added last.
    pub fn cells(&self) -> impl Iterator<Item = &DetailsCell> {
        let first = std::iter::once(&self.number).chain(&self.block.cells);
        let rest = std::iter::once(&self.repetition).chain(&self.end.cells);
        first.chain(rest)
    }
}

/// What all repetitions have in common.
fn block(tournament: &Tournament, row: &NegotiationRow) -> [DetailsCell; 9] {
    let now = &row.negotiation;
    let scenario = &tournament.scenarios()[now.scenario];
    let names = &tournament.spec().strategies;
    let parties = &scenario.case().parties;
    let partners = now.strategies.iter().map(|s| quoted(&names[*s]));
    let sides = now.sides.iter().map(|side| quoted(&parties[*side].id));
    let own = || now.sides.iter().map(|side| &scenario.sides()[*side]);
    let reach = || own().map(|own| own.ranking().reach());
    let no_deal = own().map(super::super::own::OwnSide::no_deal);
    [
        DetailsCell::Words(scenario.name.clone()),
        DetailsCell::Whole(tournament.spec().repetitions.into()),
        DetailsCell::Whole(now.sides.len() as u64),
        list("[]", partners),
        list("[]", sides),
        DetailsCell::Whole(now.rounds.into()),
        list("[]", reach().map(|(best, _)| PythonFloat(Some(best)))),
        list("[]", reach().map(|(_, worst)| PythonFloat(Some(worst)))),
        list("()", no_deal.map(PythonFloat)),
    ]
}

/// How it went.
fn end(tournament: &Tournament, row: &NegotiationRow, far: Option<[u64; 3]>) -> [DetailsCell; 17] {
    let NegotiationRow {
        negotiation,
        end,
        offers,
        utilities,
    } = row;
    let scenario = &tournament.scenarios()[negotiation.scenario];
    // As the state of `NegMAS` stands after the end: rounds that were begun, and the time of the next.
    let step = (end.moment.round + 1).min(negotiation.rounds);
    let time = tournament.timing(negotiation.rounds).moment(step, 0).time;
    let broken = matches!(end.agreed, Err(NoDealReason::BrokenOff(_)));
    let fault = matches!(end.agreed, Err(NoDealReason::Fault(..)));
    let agreement = end.agreed.map(|outcome| {
        let package = scenario.space().package(outcome);
        let points = scenario.case().points.iter().zip(&package.0);
        let labels = points.map(|(point, option)| quoted(&point.options[option.index()].label));
        list("()", labels)
    });
    let advantages = advantages(tournament, row).into_iter();
    let sum: f64 = utilities.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "a mean for a reader")]
    let mean = sum / utilities.len().max(1) as f64;
    let reached = u64::from(agreement.is_ok()) * DISTANCE_UNITS;
    let near = |far: u64| DetailsCell::Share(DISTANCE_UNITS.saturating_sub(far));
    let none = [const { DetailsCell::Empty }; 3];
    let [pareto, nash, kalai] = far.map_or(none, |far| far.map(near));
    [
        DetailsCell::Whole(step.into()),
        DetailsCell::Whole(step.into()),
        DetailsCell::Real(time),
        DetailsCell::Truth(false),
        DetailsCell::Truth(broken),
        DetailsCell::Truth(end.agreed == Err(NoDealReason::Deadline)),
        DetailsCell::Truth(fault),
        agreement.unwrap_or(DetailsCell::Empty),
        list("()", utilities.iter().map(|got| PythonFloat(Some(*got)))),
        list("[]", advantages.map(|got| PythonFloat(Some(got)))),
        DetailsCell::Real(sum),
        DetailsCell::Real(mean),
        DetailsCell::Share(reached),
        pareto,
        nash,
        kalai,
        DetailsCell::Whole(*offers),
    ]
}

/// What each seat got above no deal, as a share of the most that it could.
fn advantages(tournament: &Tournament, row: &NegotiationRow) -> Vec<f64> {
    let scenario = &tournament.scenarios()[row.negotiation.scenario];
    let seats = row.negotiation.sides.iter().zip(&row.utilities);
    let advantage = |(side, got): (&usize, &f64)| {
        let own = &scenario.sides()[*side];
        let (best, worst) = own.ranking().reach();
        let no_deal = own.no_deal().unwrap_or(worst);
        if best > no_deal {
            (got - no_deal) / (best - no_deal)
        } else {
            0.0
        }
    };
    seats.map(advantage).collect()
}

/// A cell as a field of CSV.
fn write_cell(out: &mut String, cell: &DetailsCell) {
    // Writing to a `String` cannot fail.
    let _ = match cell {
        DetailsCell::Whole(number) => write!(out, "{number}"),
        DetailsCell::Real(number) => write!(out, "{number}"),
        DetailsCell::Share(units) => {
            let (whole, part) = (units / DISTANCE_UNITS, units % DISTANCE_UNITS);
            let digits = format!("{part:012}");
            let digits = match digits.trim_end_matches('0') {
                "" => "0",
                digits => digits,
            };
            write!(out, "{whole}.{digits}")
        }
        DetailsCell::Truth(true) => write!(out, "True"),
        DetailsCell::Truth(false) => write!(out, "False"),
        DetailsCell::Words(text) => {
            field(out, text);
            Ok(())
        }
        DetailsCell::Empty => Ok(()),
    };
}

/// The table of strategies, the greatest mean advantage first: means as the nearest floats.
pub fn scores_table(tournament: &Tournament, figures: &TournamentFigures) -> String {
    let mut table = String::from(SCORES_HEAD);
    for (index, place) in figures.ranked().into_iter().enumerate() {
        let of = &figures.strategies[place];
        let _ = write!(table, "{index},");
        field(&mut table, &tournament.spec().strategies[place]);
        let mean = |value: &BigRatio| nearest(value).to_string();
        let interval = of
            .advantage_95
            .map_or_else(String::new, |half| half.to_string());
        let _ = write!(
            table,
            ",{},{interval},{},{},{},{}",
            mean(&of.advantage),
            of.seats,
            of.deals,
            mean(&of.utility),
            mean(&of.welfare)
        );
        match &of.distances {
            Some(far) => far.iter().for_each(|far| {
                let _ = write!(table, ",{}", mean(far));
            }),
            None => table.push_str(",,,"),
        }
        table.push('\n');
    }
    table
}

/// A list or tuple of Python's.
fn list(brackets: &str, items: impl Iterator<Item = impl Display>) -> DetailsCell {
    let (open, close) = brackets.split_at(1);
    let mut list = String::from(open);
    let mut count = 0;
    for item in items {
        if count > 0 {
            list.push_str(", ");
        }
        count += 1;
        // Writing to a `String` cannot fail.
        let _ = write!(list, "{item}");
    }
    if count == 1 && open == "(" {
        list.push(',');
    }
    list.push_str(close);
    DetailsCell::Words(list)
}

/// A number as Python writes it; `None` where there is none.
struct PythonFloat(Option<f64>);

impl Display for PythonFloat {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => write!(f, "{number:?}"),
            None => f.write_str("None"),
        }
    }
}

/// A text as Python writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut written = String::from("'");
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            letter => written.push(letter),
        }
    }
    written.push('\'');
    written
}

/// A field, in quotes where it holds what parts fields.
pub(super) fn field(out: &mut String, text: &str) {
    if text.contains(['"', ',', '\n', '\r']) {
        let _ = write!(out, "\"{}\"", text.replace('"', "\"\""));
    } else {
        out.push_str(text);
    }
}
