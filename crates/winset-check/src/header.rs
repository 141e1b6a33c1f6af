//! The head of a certificate: which case, which positions. Written here and nowhere else.

use winset_model::case::{Case, DemandId};
use winset_model::number;
use winset_model::options::{OptionId, OptionSet, PartyId};
use winset_model::positions::Positions;

use crate::lines::{Lines, index};
use crate::misfit::{self, every_option};
use crate::rejection::{CertificateFault, Rejection};

/// The first line of every certificate.
const VERSION: &str = "winset-certificate/1";
/// What stands for the options of a restriction that leaves none; no identifier is written so.
const NO_OPTION: &str = "()";

/// The head of a certificate for a question: every line before the weights, with its line end.
///
/// Restrictions that restrict nothing are left out; one to no option at all is written `()`.
/// Positions that do not fit the case give a head that is refused.
pub fn header(case: &Case, positions: &Positions) -> String {
    let mut lines = vec![VERSION.to_owned(), format!("case {}", case.hash)];
    for (line, step) in case.lines.iter().zip(&positions.steps) {
        if *step > 0 {
            lines.push(format!("step {} {step}", line.id));
        }
    }
    for demand in case.demands() {
        if positions.dropped.contains(&demand) {
            lines.push(format!("drop {}", case.demand_name(demand)));
        }
    }
    for (place, (party, floor)) in case.parties.iter().zip(&positions.floors).enumerate() {
        let floor = match floor {
            None => "none".to_owned(),
            Some(floor) => number::to_fraction(&case.unscaled(PartyId::at(place), *floor)),
        };
        lines.push(format!("floor {} {floor}", party.id));
    }
    for (point, options) in &positions.only {
        let Some(settled) = case.points.get(point.index()) else {
            continue;
        };
        if *options != every_option(case, point.index()) {
            let known = settled.options.iter().enumerate();
            let listed = known.filter(|(o, _)| options.contains(OptionId::at(*o)));
            let names: Vec<&str> = listed.map(|(_, option)| option.id.as_str()).collect();
            let names = if names.is_empty() {
                NO_OPTION.to_owned()
            } else {
                names.join(",")
            };
            lines.push(format!("only {} {names}", settled.id));
        }
    }
    lines.join("\n") + "\n"
}

/// Reads the head of a certificate up to the weights.
pub(crate) fn read(case: &Case, lines: &mut Lines<'_>) -> Result<Positions, Rejection> {
    lines.take_exactly(VERSION)?;
    read_case(case, lines)?;
    let mut positions = Positions::declared(case).without_floors();
    while let Some(rest) = lines.take_after("step ", "a step")? {
        read_step(case, rest, &mut positions).map_err(|f| lines.fault(f))?;
    }
    while let Some(rest) = lines.take_after("drop ", "a dropped demand")? {
        read_drop(case, rest, &mut positions).map_err(|f| lines.fault(f))?;
    }
    while let Some(rest) = lines.take_after("floor ", "a floor")? {
        read_floor(case, rest, &mut positions).map_err(|f| lines.fault(f))?;
    }
    while let Some(rest) = lines.take_after("only ", "a restriction")? {
        read_only(case, rest, &mut positions).map_err(|f| lines.fault(f))?;
    }
    misfit::check(case, &positions)?;
    let standard = header(case, &positions);
    if standard == lines.taken() {
        Ok(positions)
    } else {
        let line = first_difference(&standard, lines.taken());
        Err(Rejection::at(line, CertificateFault::NotStandard))
    }
}

/// The first line, from 1, that two texts do not have in common.
pub(crate) fn first_difference(one: &str, other: &str) -> usize {
    let pairs = one.split_inclusive('\n').zip(other.split_inclusive('\n'));
    pairs.take_while(|(a, b)| a == b).count() + 1
}

fn read_case(case: &Case, lines: &mut Lines<'_>) -> Result<(), Rejection> {
    const EXPECTED: &str = "\"case\" and 64 lower-case hexadecimal digits";
    let line = lines.take(EXPECTED)?;
    let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let hash = line.strip_prefix("case ");
    let hash = hash.filter(|hash| hash.len() == 64 && hash.bytes().all(is_hex));
    let hash = hash.ok_or_else(|| lines.fault(CertificateFault::Expected(EXPECTED)))?;
    if hash != case.hash {
        return Err(lines.fault(CertificateFault::OtherCase));
    }
    Ok(())
}

fn read_step(case: &Case, rest: &str, positions: &mut Positions) -> Result<(), CertificateFault> {
    const EXPECTED: CertificateFault =
        CertificateFault::Expected("a line and a step of its ladder above 0");
    let (name, step) = rest.split_once(' ').ok_or(EXPECTED)?;
    let Some(DemandId::Line(line)) = case.demand_named(name) else {
        return Err(CertificateFault::Unknown("line"));
    };
    let step = index(step).filter(|s| *s > 0).ok_or(EXPECTED)?;
    if step >= case.lines[line].ladder.open().len() {
        return Err(EXPECTED);
    }
    positions.steps[line] = step;
    Ok(())
}

fn read_drop(case: &Case, name: &str, positions: &mut Positions) -> Result<(), CertificateFault> {
    let demand = case
        .demand_named(name)
        .ok_or(CertificateFault::Unknown("demand"))?;
    if case.is_law(demand) {
        return Err(CertificateFault::DroppedLaw);
    }
    positions.dropped.insert(demand);
    Ok(())
}

fn read_floor(case: &Case, rest: &str, positions: &mut Positions) -> Result<(), CertificateFault> {
    const EXPECTED: CertificateFault =
        CertificateFault::Expected("a party, and \"none\" or a number on its scale");
    let (name, floor) = rest.split_once(' ').ok_or(EXPECTED)?;
    let party = case
        .party_named(name)
        .ok_or(CertificateFault::Unknown("party"))?;
    positions.floors[party.index()] = match floor {
        "none" => None,
        number => Some(scaled(case, party, number).ok_or(EXPECTED)?),
    };
    Ok(())
}

/// A number written `p` or `p/q`, on a party's scale.
fn scaled(case: &Case, party: PartyId, text: &str) -> Option<i64> {
    let (above, below): (i128, i128) = match text.split_once('/') {
        Some((above, below)) => (above.parse().ok()?, below.parse().ok()?),
        None => (text.parse().ok()?, 1),
    };
    let scale = i128::from(case.parties[party.index()].sheet.open().scale);
    let product = above.checked_mul(scale)?;
    let whole = below > 0 && product.checked_rem(below)? == 0;
    if whole {
        i64::try_from(product / below).ok()
    } else {
        None
    }
}

fn read_only(case: &Case, rest: &str, positions: &mut Positions) -> Result<(), CertificateFault> {
    let (name, options) = rest.split_once(' ').ok_or(CertificateFault::Expected(
        "a point and options of it, apart by commas",
    ))?;
    let point = case
        .point_named(name)
        .ok_or(CertificateFault::Unknown("point"))?;
    let mut set = OptionSet::EMPTY;
    let names = (options != NO_OPTION).then(|| options.split(','));
    for option in names.into_iter().flatten() {
        let option = case.option_named(point, option);
        set.insert(option.ok_or(CertificateFault::Unknown("option"))?);
    }
    if positions
        .only
        .last()
        .is_some_and(|(before, _)| *before >= point)
    {
        return Err(CertificateFault::NotStandard);
    }
    positions.only.push((point, set));
    Ok(())
}
