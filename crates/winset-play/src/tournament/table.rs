//! Results as lines of CSV tables, in the columns of `NegMAS` where it has them, written as it writes them.

use std::fmt::Write as _;

use winset_solve::BigRatio;

use super::{DISTANCE_UNITS, NegotiationRow, Tournament, TournamentFigures};
use crate::session::NoDealReason;
use crate::statistics::nearest;

/// The head of the table of negotiations. Lists within a field are Python's.
pub const DETAILS_HEAD: &str = "index,scenario,n_repetitions,n_negotiators,partners,sides,n_steps,\
max_utils,min_utils,reserved_values,rep,step,last_step,relative_time,running,broken,timedout,has_error,\
agreement,utilities,neg_advantage,session_utility_sum,session_welfare,session_agreement_reached,\
pareto_optimality,nash_optimality,kalai_optimality,n_offers\n";

/// The head of the table of strategies.
const SCORES_HEAD: &str = "index,strategy,score,advantage_95,seats,deals,utility,welfare,\
pareto_distance,nash_distance,kalai_distance\n";

/// The lines of the table of negotiations, one after the other. What does not change from one to the next is not
/// written anew.
#[derive(Debug)]
pub struct DetailsTable<'t> {
    tournament: &'t Tournament,
    /// The negotiation before, and what its line says of opponents and of its end.
    before: Option<NegotiationRow>,
    of_block: String,
    of_end: String,
}

impl<'t> DetailsTable<'t> {
    /// One without lines.
    pub fn new(tournament: &'t Tournament) -> Self {
        Self {
            tournament,
            before: None,
            of_block: String::new(),
            of_end: String::new(),
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
            self.of_block.clear();
            block(&mut self.of_block, self.tournament, row);
        }
        if !same_end {
            self.of_end.clear();
            end(&mut self.of_end, self.tournament, row, distances);
            self.before = Some(row.clone());
        }
        // Writing to a `String` cannot fail.
        let _ = write!(
            out,
            "{},{},{},{}",
            now.number, self.of_block, now.repetition, self.of_end
        );
    }
}

/// What all repetitions have in common.
fn block(out: &mut String, tournament: &Tournament, row: &NegotiationRow) {
    let now = &row.negotiation;
    let scenario = &tournament.scenarios()[now.scenario];
    let names = &tournament.spec().strategies;
    field(out, &scenario.name);
    let _ = write!(
        out,
        ",{},{},",
        tournament.spec().repetitions,
        now.sides.len()
    );
    let partners: Vec<String> = now.strategies.iter().map(|s| quoted(&names[*s])).collect();
    field(out, &format!("[{}]", partners.join(", ")));
    let parties = &scenario.case().parties;
    let sides: Vec<String> = now
        .sides
        .iter()
        .map(|side| quoted(&parties[*side].id))
        .collect();
    out.push(',');
    field(out, &format!("[{}]", sides.join(", ")));
    let _ = write!(out, ",{},", now.rounds);
    let own = || now.sides.iter().map(|side| &scenario.sides()[*side]);
    let reach = || own().map(|own| own.ranking().reach());
    floats(out, "[]", reach().map(|(best, _)| Some(best)));
    out.push(',');
    floats(out, "[]", reach().map(|(_, worst)| Some(worst)));
    out.push(',');
    floats(out, "()", own().map(super::super::own::OwnSide::no_deal));
}

/// How it went.
fn end(out: &mut String, tournament: &Tournament, row: &NegotiationRow, far: Option<[u64; 3]>) {
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
    let _ = write!(out, "{step},{step},{time},False");
    let timed_out = end.agreed == Err(NoDealReason::Deadline);
    let broken = matches!(end.agreed, Err(NoDealReason::BrokenOff(_)));
    let fault = matches!(end.agreed, Err(NoDealReason::Fault(..)));
    for truth in [broken, timed_out, fault] {
        out.push_str(if truth { ",True" } else { ",False" });
    }
    out.push(',');
    if let Ok(outcome) = end.agreed {
        let package = scenario.space().package(outcome);
        let points = scenario.case().points.iter().zip(&package.0);
        let values: Vec<String> = points
            .map(|(point, option)| quoted(&point.options[option.index()].label))
            .collect();
        let comma = if values.len() == 1 { "," } else { "" };
        field(out, &format!("({}{comma})", values.join(", ")));
    }
    out.push(',');
    floats(out, "()", utilities.iter().map(|got| Some(*got)));
    out.push(',');
    floats(out, "[]", advantages(tournament, row).into_iter().map(Some));
    let sum: f64 = utilities.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "a mean for a reader")]
    let mean = sum / utilities.len().max(1) as f64;
    let _ = write!(
        out,
        ",{sum},{mean},{}",
        if end.agreed.is_ok() { "1.0" } else { "0.0" }
    );
    match far {
        Some(far) => far.into_iter().for_each(|far| optimality(out, far)),
        None => out.push_str(",,,"),
    }
    let _ = writeln!(out, ",{offers}");
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

/// 1 less a distance in parts of the diameter, from 0, in all its digits.
fn optimality(out: &mut String, far: u64) {
    let near = DISTANCE_UNITS.saturating_sub(far);
    let (whole, part) = (near / DISTANCE_UNITS, near % DISTANCE_UNITS);
    let digits = format!("{part:012}");
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        digits => digits,
    };
    let _ = write!(out, ",{whole}.{digits}");
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

/// Numbers as a field with a list or tuple of Python's; `None` where there is none.
fn floats(out: &mut String, brackets: &str, numbers: impl Iterator<Item = Option<f64>>) {
    let (open, close) = brackets.split_at(1);
    let mut list = String::from(open);
    let mut count = 0;
    for number in numbers {
        if count > 0 {
            list.push_str(", ");
        }
        count += 1;
        let _ = match number {
            Some(number) => write!(list, "{number:?}"),
            None => write!(list, "None"),
        };
    }
    if count == 1 && open == "(" {
        list.push(',');
    }
    list.push_str(close);
    field(out, &list);
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
