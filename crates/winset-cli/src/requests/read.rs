//! Requests from a file. Whatever is wrong with them is told by row and column: what stands in a cell may
//! name somebody.

use std::path::Path;

use winset::plan::lists::PersonId;
use winset::plan::requests::NamedRequest;
use winset::sheet::SheetFinding;

use crate::failure::Failure;
use crate::flags::Flags;
use crate::persons::{PersonRow, PersonTable, PersonsKeys, person_table, plain_table};

/// The columns of requests that have to be there.
const HEADS: [&str; 3] = ["holder", "gives", "wants"];
/// The column of weights, which may be left out.
const WEIGHT: &str = "weight";
/// Most characters of the name of a holder.
const HOLDER_MAX: usize = 60;
/// The largest weight.
const WEIGHT_MAX: u32 = 1000;

/// Requests of a list.
#[derive(Debug, Default)]
pub(super) struct RequestList {
    /// Who holds somebody, in the order in which the list names them first.
    pub(super) holders: Vec<String>,
    /// The requests, in the order of the list.
    pub(super) requests: Vec<NamedRequest>,
}

/// The requests of a file.
pub(super) fn request_list(path: &Path, keys: &PersonsKeys) -> Result<RequestList, Failure> {
    let table = person_table(path, keys, &HEADS, &[WEIGHT])?;
    let read = requests_of(table);
    let mut wrong = Flags::default();
    if let Err(found) = &read {
        wrong.workbook(path, found);
    }
    wrong.checked()?;
    Ok(read.unwrap_or_default())
}

/// How many requests the bytes of a plain file hold; `None` where its heads are not those of requests.
pub(crate) fn request_count(bytes: &[u8]) -> Option<Result<usize, Vec<SheetFinding>>> {
    let table = plain_table(bytes, &HEADS, &[WEIGHT]);
    if !table.has(HEADS[0]) {
        return None;
    }
    let read = requests_of(table);
    Some(read.map(|list| list.requests.len()))
}

fn requests_of(mut table: PersonTable) -> Result<RequestList, Vec<SheetFinding>> {
    let mut list = RequestList::default();
    for row in table.rows() {
        if let Some(request) = request(&row, &mut table, &mut list.holders) {
            list.requests.push(request);
        }
    }
    table.checked()?;
    Ok(list)
}

fn request(
    row: &PersonRow,
    table: &mut PersonTable,
    holders: &mut Vec<String>,
) -> Option<NamedRequest> {
    let holder = row.text("holder");
    let named = !holder.is_empty() && holder.chars().count() <= HOLDER_MAX;
    if !named {
        let message = "it is no name of a holder";
        table.wrong(row, "holder", message, "write up to 60 characters");
    }
    let gives = ids(row.text("gives"));
    if gives.is_empty() {
        table.wrong(row, "gives", "it names nobody", "write an identifier");
    }
    let weight = match row.text(WEIGHT) {
        "" => Some(1),
        text => text
            .parse::<u32>()
            .ok()
            .filter(|weight| (1..=WEIGHT_MAX).contains(weight)),
    };
    if weight.is_none() {
        let remedy = "write a whole number from 1 to 1000, or nothing";
        table.wrong(row, WEIGHT, "it is no weight", remedy);
    }
    let weight = weight.filter(|_| named && !gives.is_empty())?;
    let known = holders.iter().position(|known| known == holder);
    let holder = known.unwrap_or_else(|| {
        holders.push(holder.to_owned());
        holders.len() - 1
    });
    Some(NamedRequest {
        holder,
        gives,
        wants: ids(row.text("wants")),
        weight,
        row: row.number,
    })
}

/// What a cell names, each after a semicolon.
fn ids(cell: &str) -> Vec<PersonId> {
    cell.split(';').filter_map(PersonId::read).collect()
}
