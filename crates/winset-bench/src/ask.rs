//! One question about a case from a file, for other programs: what the answer is, and how long it
//! takes in-process.

use std::time::Duration;

use serde_json::{Map, Value, json};
use winset_check::{Clash, ClashMember};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::number::to_fraction;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    Budget, Clashes, Count, FloorMode, FrontierFound, OpeningTerms, Openings, OpeningsEnd,
    Pressure, SettlementTerms, Settlements, Stats, Wanted, clashes, count, frontier, openings,
    pressure, settlements, stats,
};

use crate::efficient::{of_count, of_frontier, of_settlements, of_stats};
use crate::measure::{peak_kb, timed, until};

/// The questions that there are.
const QUESTIONS: &str = "clashes, opening, pressure, frontier, settlements, stats or count";

/// What was found, before it is put into words: that is not timed.
enum Found {
    Clashes(Clashes),
    Openings(Box<Openings>),
    Pressure(Vec<Pressure>),
    Frontier(FrontierFound),
    Settlements(Box<Settlements>),
    Stats(Box<Stats>),
    Count(Count),
}

/// Prints the answer to a question at the declared positions, and the milliseconds of each run, one JSON
/// object, with the most memory that the process had. The time is that from the case in memory to the
/// answer, proofs written and checked; one run before is not timed, unless it is stopped: then it is the
/// only one.
pub(crate) fn run(file: &str, question: &str, runs: usize, limit: Duration) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
    let case = winset_model::read_case(&bytes, Syntax::Json)
        .map_err(|_| format!("{file}: not a valid case in JSON"))?
        .case;
    let timed_ask = || {
        let stop = until(limit);
        let budget = Budget {
            nodes_max: None,
            threads: 1,
            stop: &stop,
            ..Budget::unlimited()
        };
        timed(|| ask(&case, question, &budget))
    };
    let (found, first) = timed_ask();
    let mut answer = found?.said(&case);
    let mut times = Vec::new();
    if answer["decided"] == true {
        times.extend((0..runs).map(|_| timed_ask().1));
    } else {
        times.push(first);
    }
    let ms = |time: &Duration| time.as_secs_f64() * 1e3;
    answer.insert("ms".to_owned(), times.iter().map(ms).collect());
    answer.insert("peak_kb".to_owned(), json!(peak_kb()));
    println!("{}", Value::Object(answer));
    Ok(())
}

/// The answer to a question.
fn ask(case: &Case, question: &str, budget: &Budget<'_>) -> Result<Found, String> {
    let declared = Positions::declared(case);
    Ok(match question {
        "clashes" => Found::Clashes(clashes(case, &declared, FloorMode::Ignore, None, budget)),
        "opening" => {
            let terms = OpeningTerms::default();
            Found::Openings(Box::new(openings(
                case,
                &declared,
                &terms,
                Wanted::First(1),
                budget,
            )))
        }
        "pressure" => Found::Pressure(pressure(case, &declared, budget)),
        "frontier" => {
            let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
            Found::Frontier(frontier(case, &declared, &parties, budget))
        }
        "settlements" => {
            let terms = SettlementTerms::of(case);
            Found::Settlements(Box::new(settlements(case, &declared, &terms, &[], budget)))
        }
        "stats" => {
            let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
            Found::Stats(Box::new(stats(case, &parties, budget)))
        }
        "count" => Found::Count(count(case, &declared, budget)),
        other => return Err(format!("`--question` {other}: {QUESTIONS}")),
    })
}

impl Found {
    /// As JSON.
    fn said(&self, case: &Case) -> Map<String, Value> {
        object(match self {
            Self::Clashes(found) => of_clashes(case, found),
            Self::Openings(found) => of_openings(case, found),
            Self::Pressure(found) => of_pressure(case, found),
            Self::Frontier(found) => of_frontier(case, found),
            Self::Settlements(found) => of_settlements(case, found),
            Self::Stats(found) => of_stats(case, found),
            Self::Count(found) => of_count(found),
        })
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn of_clashes(case: &Case, found: &Clashes) -> Value {
    let names = |clash: &Clash| -> Vec<String> {
        let demands = clash.members().iter().filter_map(|member| match member {
            ClashMember::Demand(demand) => Some(case.demand_name(*demand).to_owned()),
            ClashMember::Floor(_) => None,
        });
        let mut names: Vec<String> = demands.collect();
        names.sort();
        names
    };
    let mut list: Vec<Vec<String>> = found.list.iter().map(names).collect();
    list.sort();
    json!({
        "decided": found.stopped.is_none(),
        "answer": list,
        "corrections": found.corrections.len(),
    })
}

fn of_openings(case: &Case, found: &Openings) -> Value {
    let cost = found.list.first().map(|cheapest| {
        let costs = cheapest.opening().costs();
        costs.iter().sum::<u64>()
    });
    let moves = found.list.first().map(|cheapest| {
        let concession = cheapest.opening().concession();
        let step = |(line, step): &(usize, usize)| (case.lines[*line].id.clone(), json!(step));
        let steps: Map<String, Value> = concession.steps.iter().map(step).collect();
        let dropped = concession.dropped.iter().map(|d| case.demand_name(*d));
        json!({"steps": steps, "dropped": dropped.collect::<Vec<_>>()})
    });
    json!({
        "decided": !matches!(found.end, OpeningsEnd::Stopped(_)),
        "answer": cost,
        "equal": found.list.len(),
        "moves": moves,
    })
}

fn of_pressure(case: &Case, found: &[Pressure]) -> Value {
    let decided = !found.iter().any(|p| matches!(p, Pressure::Stopped(_)));
    let of_party = |(place, found): (usize, &Pressure)| {
        let value = match found {
            Pressure::NoFloor | Pressure::Stopped(_) => return None,
            Pressure::Never(_) => Value::Null,
            Pressure::OpensAt(best) => {
                json!(to_fraction(
                    &case.unscaled(PartyId::at(place), best.value())
                ))
            }
        };
        Some((case.parties[place].id.clone(), value))
    };
    let values: Map<String, Value> = found.iter().enumerate().filter_map(of_party).collect();
    json!({"decided": decided, "answer": values})
}
