//! The sheet of positions: what each party accepts, from which step of its ladder on.

use std::collections::BTreeMap;

use winset_model::case::Line;
use winset_model::options::PartyId;

use super::kind::{HEAD_ROWS, Kind};
use super::layout::{Column, Laid};
use super::options::option_rows;
use super::steps::{StepWord, word_in};
use super::view::View;
use crate::workbook::{CellLook, ChoiceList, SheetCell};

const NOTE: &str = "What each party accepts. yes: accepted now. step 1 (cost 5): accepted from step 1 of its \
     ladder on, at that cost by its own estimate. never: on no step. no: not in what it has declared. \
     Empty on all options of a point: it has no line there.";

/// A column of positions: the lines of a party, or its laws; where it has several on one point, the
/// further ones in columns of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineColumn {
    pub(crate) party: String,
    pub(crate) law: bool,
    /// Which of the lines on a point, counted from 0.
    pub(crate) nth: usize,
}

impl LineColumn {
    /// Its code: `orvane`, `orvane law`, `orvane 2`.
    pub(crate) fn code(&self) -> String {
        let mut code = self.party.clone();
        if self.law {
            code.push_str(" law");
        }
        if self.nth > 0 {
            code.push_str(&format!(" {}", self.nth + 1));
        }
        code
    }
}

/// The column with this code.
pub(crate) fn line_column(code: &str) -> Option<LineColumn> {
    let mut words = code.split(' ');
    let party = words.next()?.to_owned();
    let rest: Vec<&str> = words.collect();
    let (law, nth) = match rest.as_slice() {
        [] => (false, 0),
        ["law"] => (true, 0),
        ["law", nth] => (true, nth.parse::<usize>().ok()?.checked_sub(1)?),
        [nth] => (false, nth.parse::<usize>().ok()?.checked_sub(1)?),
        _ => return None,
    };
    Some(LineColumn { party, law, nth })
}

/// The place among the lines of a case of what stands in each column, by column and point.
pub(crate) fn line_places(case: &winset_model::case::Case) -> BTreeMap<(LineColumn, usize), usize> {
    let mut places = BTreeMap::new();
    for (place, line) in case.lines.iter().enumerate() {
        let mut column = LineColumn {
            party: case.parties[line.owner.index()].id.clone(),
            law: line.law,
            nth: 0,
        };
        while places.contains_key(&(column.clone(), line.point.index())) {
            column.nth += 1;
        }
        places.insert((column, line.point.index()), place);
    }
    places
}

pub(super) fn positions(view: &View<'_>) -> Laid {
    let places = line_places(view.case);
    let columns = columns(view, &places);
    let heads = columns.iter().map(|column| head(view, column)).collect();
    let mut laid = option_rows(view, Kind::Positions, NOTE, heads, |p, o| {
        let cell = |column: &LineColumn| {
            let look = view.look_of(Some(&column.party));
            let Some(place) = places.get(&(column.clone(), p)) else {
                return SheetCell::empty(look);
            };
            let others = view.own.is_some_and(|own| own != column.party);
            let refused = if others && !column.law { "no" } else { "never" };
            SheetCell::text(
                word_in(view.case.lines[*place].ladder.open(), o).words(refused),
                look,
            )
        };
        columns.iter().map(cell).collect()
    });
    if view.own.is_none() {
        laid.spare(CellLook::Free);
    }
    let last = laid.sheet.rows.len().saturating_sub(1);
    for (c, column) in columns.iter().enumerate() {
        if !view.look_of(Some(&column.party)).is_locked() {
            laid.sheet.choices.push(ChoiceList {
                rows: (HEAD_ROWS, last),
                column: c + 4,
                words: choices(view, column),
                help: "yes: accepted now. step 1 (cost 5): accepted from step 1 of the ladder on. never."
                    .to_owned(),
            });
        }
    }
    laid
}

/// A column for each party, and for what else it has on any point.
fn columns(view: &View<'_>, places: &BTreeMap<(LineColumn, usize), usize>) -> Vec<LineColumn> {
    let mut columns = Vec::new();
    for p in 0..view.case.parties.len() {
        let party = view.case.parties[PartyId::at(p).index()].id.clone();
        let mut own: Vec<LineColumn> = vec![LineColumn {
            party: party.clone(),
            law: false,
            nth: 0,
        }];
        own.extend(
            places
                .keys()
                .map(|(c, _)| c.clone())
                .filter(|c| c.party == party),
        );
        own.sort();
        own.dedup();
        columns.extend(own);
    }
    columns
}

fn head(view: &View<'_>, column: &LineColumn) -> Column {
    let name = view.party_name(&column.party);
    let which = match (column.law, column.nth) {
        (false, 0) => name,
        (false, n) => format!("{name}: line {} on the point", n + 1),
        (true, 0) => format!("{name}: law, never given up"),
        (true, n) => format!("{name}: law {} on the point", n + 1),
    };
    Column::new(&column.code(), &which, 20)
}

/// The words that stand in a column, and the usual ones.
fn choices(view: &View<'_>, column: &LineColumn) -> Vec<String> {
    let mut words = vec!["yes".to_owned(), "never".to_owned()];
    let of_it = |line: &&Line| view.case.parties[line.owner.index()].id == column.party;
    let lines = view.case.lines.iter().filter(of_it);
    let mut steps: Vec<(usize, u64)> = lines
        .filter(|line| !line.law && !column.law)
        .flat_map(|line| line.ladder.open().iter().enumerate().skip(1))
        .map(|(step, at)| (step, at.cost))
        .collect();
    steps.extend((!column.law).then_some((1, 1)));
    steps.sort_unstable();
    steps.dedup();
    for (step, cost) in steps {
        let word = StepWord::Step(step, Some(cost)).words("");
        let length: usize = words.iter().map(|word| word.len() + 1).sum();
        if length + word.len() < 250 {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_columns() {
        for code in ["orvane", "orvane law", "orvane 2", "orvane law 3"] {
            assert_eq!(line_column(code).map(|c| c.code()).as_deref(), Some(code));
        }
        assert_eq!(line_column("orvane 0"), None);
    }
}
