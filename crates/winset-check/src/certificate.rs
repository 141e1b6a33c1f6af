//! The text of a certificate, and the weights between its head and its tree.

use std::collections::BTreeMap;

use winset_model::case::{Case, DemandId};
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::lines::{Lines, index, number};
use crate::rejection::{CERTIFICATE_BYTES_MAX, CertificateFault, Rejection, WEIGHTS_MAX};
use crate::rows::{self, Row};
use crate::surrogate::Weights;

/// The rows of those links that the weights mention, by the link's place in the case.
pub(crate) type RowTable = BTreeMap<usize, Vec<Row>>;

/// The text of a certificate.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Rejection> {
    if bytes.len() > CERTIFICATE_BYTES_MAX {
        return Err(Rejection::at(1, CertificateFault::TooManyBytes));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|b| *b == b'\n').count();
        Rejection::at(line, CertificateFault::NotUtf8)
    })
}

/// Reads the weights, up to and including the line `tree`.
pub(crate) fn read_weights(
    case: &Case,
    positions: &Positions,
    lines: &mut Lines<'_>,
) -> Result<(Vec<Weights>, RowTable), Rejection> {
    let mut table = Vec::new();
    let mut rows = RowTable::new();
    while let Some(rest) = lines.take_after("w ", "weights")? {
        if table.len() == WEIGHTS_MAX {
            return Err(lines.fault(CertificateFault::TooManyWeights));
        }
        let entry = read_entry(case, positions, rest, &mut rows).map_err(|f| lines.fault(f))?;
        table.push(entry);
    }
    lines.take_exactly("tree")?;
    Ok((table, rows))
}

fn read_entry(
    case: &Case,
    positions: &Positions,
    rest: &str,
    rows: &mut RowTable,
) -> Result<Weights, CertificateFault> {
    const PARTY: CertificateFault =
        CertificateFault::Expected("a weight for every party: a whole number below 2^63");
    let mut weights = Weights::default();
    let mut words = rest.split(' ');
    for party in 0..case.parties.len() {
        let weight = words.next().and_then(number).ok_or(PARTY)?;
        if weight > 0 {
            if positions.floors[party].is_none() {
                return Err(CertificateFault::Weightless(party));
            }
            weights.parties.push((PartyId::at(party), weight));
        }
    }
    let mut before = None;
    for word in words {
        let (place, weight) = read_row_weight(word)?;
        if before >= Some(place) {
            return Err(CertificateFault::Expected(
                "rows in ascending order, each once",
            ));
        }
        before = Some(place);
        let link = find_row(case, positions, place.0, place.1, rows)?;
        weights.rows.push((link, place.1, weight));
    }
    Ok(weights)
}

/// Reads `<rule>.<row>:<weight>`.
fn read_row_weight(word: &str) -> Result<((usize, usize), i64), CertificateFault> {
    let read = || {
        let (place, weight) = word.split_once(':')?;
        let (rule, row) = place.split_once('.')?;
        let weight = number(weight).filter(|m| *m > 0)?;
        Some(((index(rule)?, index(row)?), weight))
    };
    read().ok_or(CertificateFault::Expected(
        "a row and its weight above 0, written <rule>.<row>:<weight>",
    ))
}

/// Finds the link that a rule's number means, which must stand and have the row.
fn find_row(
    case: &Case,
    positions: &Positions,
    rule: usize,
    row: usize,
    rows: &mut RowTable,
) -> Result<usize, CertificateFault> {
    let missing = CertificateFault::NoRow { rule, row };
    let Some(link) = rule.checked_sub(case.lines.len()) else {
        return Err(missing);
    };
    if link >= case.links.len() || positions.dropped.contains(&DemandId::Link(link)) {
        return Err(missing);
    }
    let known = rows
        .entry(link)
        .or_insert_with(|| rows::of_link(case, case.links[link].rule.open()));
    if row < known.len() {
        Ok(link)
    } else {
        Err(missing)
    }
}
