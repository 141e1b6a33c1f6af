//! Lists of persons from files.

use std::path::Path;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::register::PrisonerClaim;
use winset::plan::lists::{ListMatch, ListStatus, PersonEntry, PersonId, match_lists};

use crate::args::ListArg;
use crate::failure::Failure;
use crate::flags::Flags;
use crate::named::party;
use crate::person_table::{PersonRow, PersonTable};

/// The flag that names lists.
const FLAG: &str = "--lists";
/// The columns of a list, by their heads.
const HEADS: [&str; 3] = ["id", "category", "status"];
/// Most characters of the name of a category.
const CATEGORY_MAX: usize = 60;

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
pub(super) fn matched_lists(case: &Case, lists: &[ListArg]) -> Result<Vec<MatchedLists>, Failure> {
    let mut wrong = Flags::default();
    let mut matched = Vec::new();
    for pair in lists {
        let of = party(case, FLAG, &pair.of)?;
        let held_by = party(case, FLAG, &pair.held_by)?;
        let owner = read_list(&pair.owner, &mut wrong)?;
        let holder = read_list(&pair.holder, &mut wrong)?;
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

fn read_list(path: &Path, wrong: &mut Flags) -> Result<Vec<PersonEntry>, Failure> {
    let mut table = PersonTable::read(path, &HEADS, &[])?;
    let mut entries = Vec::new();
    for row in table.rows() {
        entries.extend(entry(&row, &mut table));
    }
    table.tell(path, wrong);
    Ok(entries)
}

fn entry(row: &PersonRow, table: &mut PersonTable) -> Option<PersonEntry> {
    let id = PersonId::read(row.text("id"));
    if id.is_none() {
        table.wrong(row, "id", "it names nobody", "write an identifier");
    }
    let category = row.text("category");
    let named = !category.is_empty() && category.chars().count() <= CATEGORY_MAX;
    if !named {
        let message = "it is no name of a category";
        table.wrong(row, "category", message, "write up to 60 characters");
    }
    let status = ListStatus::read(row.text("status"));
    if status.is_none() {
        let remedy = "write held, dead or unknown";
        table.wrong(row, "status", "it is no status", remedy);
    }
    Some(PersonEntry {
        id: id.filter(|_| named)?,
        category: category.to_owned(),
        status: status?,
        row: row.number,
    })
}
