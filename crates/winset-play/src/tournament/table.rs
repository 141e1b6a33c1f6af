//! Results as lines of a CSV table, in the columns of `NegMAS` where it has them.

use std::fmt::Write as _;

use super::{NegotiationRow, Tournament};
use crate::session::NoDealReason;

/// The head of the table of negotiations. Lists within a field are parted by spaces.
pub const DETAILS_HEAD: &str = "number,scenario,rep,n_steps,partners,sides,step,relative_time,\
agreement,timedout,broken,has_error,n_offers,utilities,reserved_values,max_utils,welfare\n";

/// Adds the line of a negotiation.
pub fn details_line(out: &mut String, tournament: &Tournament, row: &NegotiationRow) {
    let NegotiationRow {
        negotiation,
        end,
        offers,
        utilities,
    } = row;
    let scenario = &tournament.scenarios()[negotiation.scenario];
    let names = &tournament.spec().strategies;
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{},", negotiation.number);
    field(out, &scenario.name);
    let _ = write!(out, ",{},{},", negotiation.repetition, negotiation.rounds);
    let partners: Vec<&str> = negotiation
        .strategies
        .iter()
        .map(|s| names[*s].as_str())
        .collect();
    field(out, &partners.join(" "));
    out.push(',');
    list(out, negotiation.sides.iter());
    let _ = write!(out, ",{},{},", end.moment.round + 1, end.moment.time);
    if let Ok(outcome) = end.agreed {
        let space = scenario.space();
        list(
            out,
            (0..space.points()).map(|point| space.option(outcome, point)),
        );
    }
    let timed_out = end.agreed == Err(NoDealReason::Deadline);
    let broken = matches!(end.agreed, Err(NoDealReason::BrokenOff(_)));
    let fault = matches!(end.agreed, Err(NoDealReason::Fault(..)));
    let _ = write!(out, ",{timed_out},{broken},{fault},{offers},");
    list(out, utilities.iter());
    let sides = || {
        negotiation
            .sides
            .iter()
            .map(|side| &scenario.sides()[*side])
    };
    out.push(',');
    list(
        out,
        sides().map(|own| own.no_deal().map_or_else(String::new, |v| v.to_string())),
    );
    out.push(',');
    list(out, sides().map(|own| own.ranking().reach().0));
    let welfare: f64 = utilities.iter().sum();
    let _ = writeln!(out, ",{welfare}");
}

fn list<T: std::fmt::Display>(out: &mut String, items: impl Iterator<Item = T>) {
    for (place, item) in items.enumerate() {
        let _ = write!(out, "{}{item}", if place == 0 { "" } else { " " });
    }
}

/// A field, in quotes where it holds what parts fields.
pub(super) fn field(out: &mut String, text: &str) {
    if text.contains(['"', ',', '\n', '\r']) {
        let _ = write!(out, "\"{}\"", text.replace('"', "\"\""));
    } else {
        out.push_str(text);
    }
}
