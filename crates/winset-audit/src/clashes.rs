//! Holds lists of clashes and corrections to looking at every set of members.

use std::collections::BTreeSet;

use winset_check::{Clash, ClashMember, PackageRefusal, accept, without};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_solve::{Budget, Clashes, Correction, FloorMode, clashes, negotiable};

/// Most members whose sets are all looked at.
const MEMBERS_MAX: usize = 12;
/// Most packages of a case.
const PACKAGES_MAX: u64 = 10_000;

/// Asks for all clashes and corrections and compares them with what looking at every package and
/// every set of members shows; the differences, a sentence each, as confidential as the case.
///
/// `None` when there are more than 12 members or 10,000 packages, or the budget stopped it.
pub fn audit_clashes(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    budget: &Budget<'_>,
) -> Option<Vec<String>> {
    let asked = floors.applied(positions);
    let members: Vec<ClashMember> = negotiable(case, &asked, floors).into_iter().collect();
    if members.len() > MEMBERS_MAX {
        return None;
    }
    let holds = every_set(case, &asked, &members)?;
    let found = clashes(case, positions, floors, None, budget);
    let mut differences = Vec::new();
    match found.stopped {
        None => {}
        Some(StopReason::CheckFailed) => {
            differences.push("the checker refused what the search found".to_owned());
        }
        Some(_) => return None,
    }
    let minimal =
        |set: &usize| (0..members.len()).all(|m| set >> m & 1 == 0 || holds[set ^ 1 << m]);
    let maximal =
        |set: &usize| (0..members.len()).all(|m| set >> m & 1 == 1 || !holds[set | 1 << m]);
    let in_set = |set: usize, wanted: usize| -> BTreeSet<ClashMember> {
        let chosen = members.iter().enumerate();
        let chosen = chosen.filter(|(m, _)| set >> m & 1 == wanted);
        chosen.map(|(_, member)| *member).collect()
    };
    let sets = 0..holds.len();
    let clashing = sets.clone().filter(|set| !holds[*set] && minimal(set));
    let clashing = clashing.map(|set| in_set(set, 1)).collect();
    let listed = found.list.iter().map(|c| c.members().clone()).collect();
    compare("clash", listed, &clashing, &mut differences);
    let correcting = sets.filter(|set| holds[*set] && maximal(set));
    let correcting = correcting.map(|set| in_set(set, 0)).collect();
    let listed = found
        .corrections
        .iter()
        .map(|c| c.members.clone())
        .collect();
    compare("correction", listed, &correcting, &mut differences);
    packages(case, &asked, &found, &mut differences);
    Some(differences)
}

/// For each set of members, as bits, whether they can hold together: whether some package breaks
/// none of them, nor the background. Looks at every package.
fn every_set(case: &Case, asked: &Positions, members: &[ClashMember]) -> Option<Vec<bool>> {
    let packages = u64::try_from(case.package_count()).ok();
    packages.filter(|count| *count <= PACKAGES_MAX)?;
    let everything = (1_usize << members.len()) - 1;
    let mut holds = vec![false; 1 << members.len()];
    let mut package = Package(vec![OptionId(0); case.points.len()]);
    loop {
        if let Some(broken) = broken(case, asked, members, &package) {
            holds[everything & !broken] = true;
        }
        if !turn(case, &mut package) {
            break;
        }
    }
    // What keeps a set keeps every part of it.
    for member in 0..members.len() {
        for set in 0..holds.len() {
            holds[set] |= holds[set | 1 << member];
        }
    }
    Some(holds)
}

/// The members that a package breaks, as bits; `None` when it breaks the background.
fn broken(
    case: &Case,
    asked: &Positions,
    members: &[ClashMember],
    package: &Package,
) -> Option<usize> {
    let unmet = match accept(case, asked, package) {
        Ok(_) => return Some(0),
        Err(PackageRefusal::Unmet(unmet)) => unmet,
        Err(_) => return None,
    };
    let demands = unmet.demands.into_iter().map(ClashMember::Demand);
    let floors = unmet.below_floor.into_iter().map(ClashMember::Floor);
    let place = |member| members.iter().position(|m| *m == member);
    let bits = demands.chain(floors).map(|m| place(m).map(|at| 1 << at));
    let bits: Option<usize> = bits.sum();
    bits.filter(|_| unmet.outside.is_empty())
}

/// Turns to the next package; false after the last.
fn turn(case: &Case, package: &mut Package) -> bool {
    for (option, point) in package.0.iter_mut().zip(&case.points).rev() {
        if option.index() + 1 < point.options.len() {
            *option = OptionId::at(option.index() + 1);
            return true;
        }
        *option = OptionId(0);
    }
    false
}

fn compare(
    what: &str,
    listed: Vec<BTreeSet<ClashMember>>,
    right: &BTreeSet<BTreeSet<ClashMember>>,
    differences: &mut Vec<String>,
) {
    let count = listed.len();
    let listed: BTreeSet<BTreeSet<ClashMember>> = listed.into_iter().collect();
    if listed.len() < count {
        differences.push(format!("a {what} is listed twice"));
    }
    for set in listed.symmetric_difference(right) {
        let wrong = if right.contains(set) {
            "is missing"
        } else {
            "is none"
        };
        differences.push(format!("the {what} {set:?} {wrong}"));
    }
}

/// The packages of corrections keep what they say.
fn packages(case: &Case, asked: &Positions, found: &Clashes, differences: &mut Vec<String>) {
    for Correction { members, package } in &found.corrections {
        let kept = without(asked, members);
        if accept(case, &kept, package.package()).as_ref() != Ok(package) {
            differences.push(format!("the package without {members:?} is not acceptable"));
        }
    }
    let sizes = found.list.iter().map(|c: &Clash| c.members().len());
    if !sizes.is_sorted()
        || !found
            .corrections
            .iter()
            .map(|c| c.members.len())
            .is_sorted()
    {
        differences.push("the lists are not by size".to_owned());
    }
}
