//! Lists of persons from files. Whatever is wrong with them is told by row and column: what stands in a cell
//! may name somebody.

use std::path::Path;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::model::register::PrisonerClaim;
use winset::plan::lists::{ListMatch, ListStatus, PersonEntry, PersonId, match_lists};
use winset::sheet::{ReadTable, SheetFinding, read_tables};

use crate::args::ListArg;
use crate::failure::Failure;
use crate::flags::Flags;

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
        let of = party(case, &pair.of)?;
        let held_by = party(case, &pair.held_by)?;
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

fn party(case: &Case, id: &str) -> Result<PartyId, Failure> {
    case.party_named(id).ok_or_else(|| {
        let known: Vec<&str> = case.parties.iter().map(|party| party.id.as_str()).collect();
        Failure::UnknownName {
            flag: "--lists",
            found: id.to_owned(),
            expected: format!("a party: {}", known.join(", ")),
            nearest: winset::model::diagnostic::nearest(id, known.iter().copied()),
        }
    })
}

fn read_list(path: &Path, wrong: &mut Flags) -> Result<Vec<PersonEntry>, Failure> {
    let bytes = winset::text(path, None)?.bytes;
    let read = read_tables(&bytes).and_then(|tables| match tables.tables.first() {
        Some(table) => entries(table),
        None => Err(vec![finding(
            "workbook",
            "it has no sheet",
            "write the list on a sheet",
        )]),
    });
    Ok(read.unwrap_or_else(|found| {
        wrong.workbook(path, &found);
        Vec::new()
    }))
}

fn entries(table: &ReadTable) -> Result<Vec<PersonEntry>, Vec<SheetFinding>> {
    let text = |row: usize, column: usize| {
        let cells = table.rows.get(row);
        let cell = cells.and_then(|cells| cells.get(column));
        cell.map_or("", |cell| cell.as_text().trim())
    };
    let columns = table.rows.first().map_or(0, Vec::len);
    let column = |head: &str| (0..columns).find(|at| text(0, *at).eq_ignore_ascii_case(head));
    let mut found = Vec::new();
    let places = HEADS.map(|head| {
        let column = column(head);
        if column.is_none() {
            let message = format!("no column is called `{head}`");
            let remedy = "name the columns id, category and status in the first row";
            found.push(finding("row 1", &message, remedy));
        }
        column.unwrap_or(0)
    });
    if !found.is_empty() {
        return Err(found);
    }
    let mut entries = Vec::new();
    for row in 1..table.rows.len() {
        let [id, category, status] = places.map(|column| text(row, column));
        if [id, category, status] == ["", "", ""] {
            continue;
        }
        let place = |head: &str| format!("row {}, column {head}", row + 1);
        let id = PersonId::read(id);
        if id.is_none() {
            found.push(finding(
                &place("id"),
                "it names nobody",
                "write an identifier",
            ));
        }
        let named = !category.is_empty() && category.chars().count() <= CATEGORY_MAX;
        if !named {
            let message = "it is no name of a category";
            found.push(finding(
                &place("category"),
                message,
                "write up to 60 characters",
            ));
        }
        let status = ListStatus::read(status);
        if status.is_none() {
            let remedy = "write held, dead or unknown";
            found.push(finding(&place("status"), "it is no status", remedy));
        }
        if let (Some(id), true, Some(status)) = (id, named, status) {
            entries.push(PersonEntry {
                id,
                category: category.to_owned(),
                status,
                row: row + 1,
            });
        }
    }
    if found.is_empty() {
        Ok(entries)
    } else {
        Err(found)
    }
}

fn finding(place: &str, message: &str, remedy: &str) -> SheetFinding {
    SheetFinding {
        place: place.to_owned(),
        message: message.to_owned(),
        remedy: remedy.to_owned(),
    }
}
