//! Points down, parties across, and in each cell what the party wants.

use winset_model::document::Node;
use winset_model::number::to_words;

use super::made::{Across, Made, Matrix};
use super::words::{is_no_deal, is_silent};
use crate::findings::Told;
use crate::numbers::{NumberDoubt, typed};
use crate::tree::map_node;
use crate::workbook::SheetCellValue;

/// Makes points, options of what is written in their rows, and a line for each cell.
pub(super) fn make(matrix: &Matrix<'_>, made: &mut Made, told: &mut Told) {
    let Matrix { grid, table, .. } = *matrix;
    if let Some(option) = grid.option {
        let message = "the options in this column are not read: the cells of the parties neither \
                       score nor accept them";
        let remedy = "type scores, or `yes` and `no`, into the columns of the parties";
        told.remark(&table.place(grid.head, option), message, remedy);
    }
    for row in &grid.rows {
        let title = grid.text(*row, grid.label).to_owned();
        let place = table.place(*row, grid.label);
        if title.is_empty() {
            told.remark(
                &place,
                "this row has no label, and is not read",
                "write the point into it",
            );
            continue;
        }
        if is_no_deal(&title) {
            told.remark(
                &place,
                "no-deal values without scores are not read",
                "give scores of options beside them",
            );
            continue;
        }
        point(matrix, *row, &title, made, told);
    }
}

/// Labels of the options of a point, each with the form in which it is compared.
type Labels = Vec<(String, String)>;
/// Which options each party accepts.
type Accepted<'p> = Vec<(&'p Across, Vec<usize>)>;

/// What the cells of a row say.
fn row_says<'p>(matrix: &Matrix<'p>, row: usize, told: &mut Told) -> (Labels, Accepted<'p>) {
    let Matrix {
        grid,
        table,
        parties,
    } = *matrix;
    let mut options = Vec::new();
    let mut accepted = Vec::new();
    for party in parties {
        let place = table.place(row, party.column);
        if table.unread.contains(&(row, party.column)) {
            let message =
                "the value of this cell is not known: it is an error, or a formula without a value";
            told.finding(&place, message, "type what the party wants");
            continue;
        }
        let wanted = wanted(grid.cell(row, party.column), &place, told).into_iter();
        let mut places: Vec<usize> = wanted.map(|label| place_of(&mut options, label)).collect();
        places.sort_unstable();
        places.dedup();
        accepted.push((party, places));
    }
    (options, accepted)
}

fn point(matrix: &Matrix<'_>, row: usize, title: &str, made: &mut Made, told: &mut Told) {
    let Matrix { grid, table, .. } = *matrix;
    let (options, accepted) = row_says(matrix, row, told);
    let place = table.place(row, grid.label);
    if options.is_empty() {
        let message = "nobody wants anything on this point; it is not read";
        told.remark(&place, message, "write what the parties want");
        return;
    }
    let id = made.names.point(title);
    let labels: Vec<&str> = options.iter().map(|(_, label)| label.as_str()).collect();
    let message = format!(
        "`{title}` is taken for a point (`{id}`) with the options: {}",
        labels.join("; ")
    );
    told.guess(
        &place,
        message,
        "write the same words into cells that mean the same",
    );
    for (party, places) in &accepted {
        let cell = table.place(row, party.column);
        made.lines
            .extend(line(party, &id, places, &labels, &cell, told));
    }
    let options = labels.iter().enumerate().map(|(o, label)| {
        map_node(vec![
            ("id", Node::of_text(format!("o{}", o + 1))),
            ("label", Node::of_text(*label)),
        ])
    });
    made.points.push(map_node(vec![
        ("id", Node::of_text(&*id)),
        ("title", Node::of_text(title)),
        ("options", Node::of_list(options.collect())),
    ]));
}

/// The line of a party on a point; none where it says nothing.
fn line(
    party: &Across,
    point: &str,
    places: &[usize],
    labels: &[&str],
    cell: &str,
    told: &mut Told,
) -> Option<Node> {
    if places.is_empty() {
        told.guess(
            cell,
            "the party says nothing on this point",
            "write what it wants",
        );
        return None;
    }
    let named: Vec<&str> = places.iter().map(|o| labels[*o]).collect();
    let message = format!(
        "`{}` accepts: {}; it is seen by the party and the mediator",
        party.id,
        named.join("; ")
    );
    told.guess(
        cell,
        message,
        "write further options that it accepts behind a semicolon",
    );
    let accept = places.iter().map(|o| Node::of_text(format!("o{}", o + 1)));
    let step = map_node(vec![
        ("accept", Node::of_list(accept.collect())),
        ("cost", Node::of_number("0")),
    ]);
    Some(map_node(vec![
        ("id", Node::of_text(format!("{}.{point}", party.id))),
        ("owner", Node::of_text(&*party.id)),
        ("point", Node::of_text(point)),
        ("visibility", Node::of_text("mediator")),
        ("ladder", Node::of_list(vec![step])),
    ]))
}

/// What a cell says that a party wants: its words, between semicolons or line breaks.
fn wanted(cell: &SheetCellValue, place: &str, told: &mut Told) -> Vec<String> {
    match typed(cell) {
        Ok(number) => {
            let words = to_words(&number.value);
            if number.as_text && words != cell.as_text().trim() {
                let message = format!("`{}` is read as the number {words}", cell.as_text().trim());
                told.guess(place, message, "write words around it, if it is none");
            }
            return vec![words];
        }
        Err(doubt @ (NumberDoubt::Comma | NumberDoubt::TooLarge)) => {
            let (message, remedy) = doubt.told(cell.as_text());
            told.finding(place, message, remedy);
            return Vec::new();
        }
        Err(NumberDoubt::None) => {}
    }
    let parts = cell.as_text().split([';', '\n']);
    let parts = parts.map(|part| part.split_whitespace().collect::<Vec<&str>>().join(" "));
    parts.filter(|part| !is_silent(part)).collect()
}

/// The place of a label among the options, added where it is new. Capitals do not count.
fn place_of(options: &mut Vec<(String, String)>, label: String) -> usize {
    let key = label.to_lowercase().trim_end_matches('.').to_owned();
    let found = options.iter().position(|(known, _)| *known == key);
    found.unwrap_or_else(|| {
        options.push((key, label));
        options.len() - 1
    })
}
