//! Results as lines of the tables that other programs write.

use std::fmt::Write as _;

use super::table::{field, quoted};
use super::{DISTANCE_UNITS, NegotiationRow, Tournament};
use crate::session::NoDealReason;
use crate::trace::fault_word;

/// A program whose table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeerTable {
    /// The log of GENIUS 10.4, semicolons between fields.
    Genius,
    /// The sheet `TournamentResults` of `NegoLog`, as CSV: for two at the table.
    Negolog,
}

/// The head of `NegoLog`'s table.
const NEGOLOG_HEAD: &str = "AgentA,AgentB,Round,Time,NumOffer,Who,Result,AgentAUtility,AgentBUtility,\
ProductScore,SocialWelfare,BidContent,DomainName,DomainSize,IssueSize,DeadlineRound\n";

impl PeerTable {
    /// Its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Genius => "genius.csv",
            Self::Negolog => "negolog.csv",
        }
    }

    /// Whether it can hold the results of a tournament: `NegoLog`'s is for two at the table.
    pub fn holds(self, tournament: &Tournament) -> bool {
        let seats = |of: &super::PlayedScenario| of.sides().len();
        self == Self::Genius || tournament.scenarios().iter().all(|of| seats(of) == 2)
    }

    /// Its first lines.
    pub fn head(self, tournament: &Tournament) -> String {
        match self {
            Self::Genius => genius_head(most_seats(tournament)),
            Self::Negolog => NEGOLOG_HEAD.to_owned(),
        }
    }

    /// Adds the line of a negotiation, which has these distances to the landmarks.
    pub fn line(
        self,
        out: &mut String,
        tournament: &Tournament,
        row: &NegotiationRow,
        distances: Option<[u64; 3]>,
    ) {
        match self {
            Self::Genius => genius(out, tournament, row, distances),
            Self::Negolog => negolog(out, tournament, row),
        }
    }
}

fn most_seats(tournament: &Tournament) -> usize {
    let seats = tournament.scenarios().iter().map(|of| of.sides().len());
    seats.max().unwrap_or(0)
}

fn genius_head(seats: usize) -> String {
    let mut head = String::from(
        "sep=;\nRun time (s);Round;Exception;deadline;Agreement;Discounted;#agreeing;min.util.;max.util.;\
         Dist. to Pareto;Dist. to Nash;Social Welfare",
    );
    for name in [
        "Agent",
        "Utility",
        "Disc. Util.",
        "Perceived. Util.",
        "Profile",
    ] {
        for seat in 1..=seats {
            let _ = write!(head, ";{name} {seat}");
        }
    }
    head.push('\n');
    head
}

fn genius(out: &mut String, tournament: &Tournament, row: &NegotiationRow, far: Option<[u64; 3]>) {
    let now = &row.negotiation;
    let scenario = &tournament.scenarios()[now.scenario];
    let agreed = row.end.agreed.is_ok();
    let fault = match row.end.agreed {
        Err(NoDealReason::Fault(seat, fault)) => {
            format!("{} by agent {}", fault_word(fault), seat.0 + 1)
        }
        _ => String::new(),
    };
    // Time is not taken: programs here have no clock.
    let _ = write!(
        out,
        ";{};{fault};{}rounds;",
        row.end.moment.round + 1,
        now.rounds
    );
    out.push_str(if agreed { "Yes;No;" } else { "No;No;" });
    if agreed {
        let _ = write!(out, "{}", now.sides.len());
    }
    let got = &row.utilities;
    let least = got.iter().copied().fold(f64::INFINITY, f64::min);
    let most = got.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let _ = write!(out, ";{least:.5};{most:.5}");
    let diameter = diameter(tournament, row);
    for far in [0, 1].map(|at| far.map(|far| far[at])) {
        out.push(';');
        if let Some(far) = far {
            #[expect(clippy::cast_precision_loss, reason = "below 2^53, for a reader")]
            let share = far as f64 / DISTANCE_UNITS as f64;
            let _ = write!(out, "{:.5}", share * diameter);
        }
    }
    let _ = write!(out, ";{:.5}", got.iter().sum::<f64>());
    let seats = most_seats(tournament);
    let parts = |out: &mut String, cell: &dyn Fn(usize) -> String| {
        for seat in 0..seats {
            out.push(';');
            if seat < now.sides.len() {
                out.push_str(&cell(seat));
            }
        }
    };
    let names = &tournament.spec().strategies;
    parts(out, &|seat| bare(&names[now.strategies[seat]]));
    for _ in 0..3 {
        parts(out, &|seat| format!("{:?}", got[seat]));
    }
    let parties = &scenario.case().parties;
    parts(out, &|seat| {
        bare(&format!(
            "{} {}",
            scenario.name, parties[now.sides[seat]].id
        ))
    });
    out.push('\n');
}

/// The distance from everybody's worst to everybody's best.
fn diameter(tournament: &Tournament, row: &NegotiationRow) -> f64 {
    let sides = tournament.scenarios()[row.negotiation.scenario].sides();
    let each = sides.iter().map(|own| {
        let (best, worst) = own.ranking().reach();
        (best - worst) * (best - worst)
    });
    each.sum::<f64>().sqrt()
}

fn negolog(out: &mut String, tournament: &Tournament, row: &NegotiationRow) {
    let now = &row.negotiation;
    let scenario = &tournament.scenarios()[now.scenario];
    for strategy in &now.strategies {
        field(out, &tournament.spec().strategies[*strategy]);
        out.push(',');
    }
    // Offers go back and forth: whoever did not make the last one accepted it.
    let accepted = if row.offers.is_multiple_of(2) {
        "A"
    } else {
        "B"
    };
    let (who, result) = match row.end.agreed {
        Ok(_) => (accepted, "Acceptance"),
        Err(NoDealReason::Deadline) => ("-", "Failed"),
        Err(NoDealReason::BrokenOff(seat)) => (agent(seat.0), "Failed"),
        Err(NoDealReason::Fault(seat, _)) => (agent(seat.0), "Error"),
    };
    let moment = row.end.moment;
    let _ = write!(
        out,
        "{},{},{},{who},{result}",
        moment.round, moment.time, row.offers
    );
    let got = [0, 1].map(|seat| row.utilities.get(seat).copied().unwrap_or(0.0));
    let [a, b] = got;
    let _ = write!(out, ",{a},{b},{},{},", a * b, a + b);
    if let Ok(outcome) = row.end.agreed {
        let package = scenario.space().package(outcome);
        let points = scenario.case().points.iter().zip(&package.0);
        let values = points.map(|(point, option)| {
            format!(
                "{}: {}",
                quoted(&point.title),
                quoted(&point.options[option.index()].label)
            )
        });
        field(
            out,
            &format!("{{{}}}", values.collect::<Vec<_>>().join(", ")),
        );
    }
    out.push(',');
    field(out, &scenario.name);
    let space = scenario.space();
    let _ = writeln!(out, ",{},{},{}", space.count(), space.points(), now.rounds);
}

fn agent(seat: u8) -> &'static str {
    if seat == 0 { "A" } else { "B" }
}

/// A text without what parts fields and lines of GENIUS's table, which knows no quotes.
fn bare(text: &str) -> String {
    text.replace([';', '\n', '\r'], " ")
}
