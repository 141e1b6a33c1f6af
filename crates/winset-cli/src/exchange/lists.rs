//! Lists of persons set against each other, and what they come to as claims.

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::register::PrisonerClaim;
use winset::plan::lists::{ListMatch, match_lists};

use crate::args::ExchangeArgs;
use crate::failure::Failure;
use crate::flags::Flags;
use crate::named::party;
use crate::output::Output;
use crate::persons::{read_keys, read_list};

/// The flag that names lists.
const FLAG: &str = "--lists";

/// Two lists of one side's people, set against each other.
#[derive(Debug)]
pub(super) struct MatchedLists {
    /// Whose people they are.
    pub(super) of: PartyId,
    /// Who holds them.
    pub(super) held_by: PartyId,
    /// What they come to.
    pub(super) found: ListMatch,
}

/// The lists that arguments name, two and two.
pub(super) fn matched_lists(
    case: &Case,
    args: &ExchangeArgs,
    output: Output,
) -> Result<Vec<MatchedLists>, Failure> {
    let mut wrong = Flags::default();
    let keys = read_keys(&args.persons_key, &mut wrong, output)?;
    wrong.checked()?;
    let mut wrong = Flags::default();
    let mut matched = Vec::new();
    for pair in &args.lists {
        let of = party(case, FLAG, &pair.of)?;
        let held_by = party(case, FLAG, &pair.held_by)?;
        let owner = read_list(&pair.owner, &keys, &mut wrong)?;
        let holder = read_list(&pair.holder, &keys, &mut wrong)?;
        matched.push(MatchedLists {
            of,
            held_by,
            found: match_lists(&owner, &holder),
        });
    }
    wrong.checked()?;
    Ok(matched)
}

/// The case with what lists come to in the place of its claims for the same people and holder.
pub(super) fn with_lists(case: &Case, lists: &[MatchedLists]) -> Case {
    let mut case = case.clone();
    let Some(prisoners) = &mut case.register.prisoners else {
        return case;
    };
    for MatchedLists { of, held_by, found } in lists {
        prisoners
            .claims
            .retain(|claim| claim.of != *of || claim.held_by != *held_by);
        let claims = found
            .categories
            .iter()
            .map(|(category, counts)| PrisonerClaim {
                held_by: *held_by,
                of: *of,
                category: category.clone(),
                claimed_by_owner: counts.acknowledged + counts.confirmed_dead + counts.disputed,
                acknowledged_by_holder: counts.acknowledged,
                confirmed_dead: counts.confirmed_dead,
                disputed: counts.disputed,
            });
        prisoners.claims.extend(claims);
    }
    case
}
