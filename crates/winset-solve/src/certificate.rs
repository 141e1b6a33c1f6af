//! Writes the tree of a failed search in the format of `docs/formats/certificate.md`.

use winset_check::header;
use winset_model::case::Case;
use winset_model::positions::Positions;

use crate::problem::Problem;
use crate::surrogate::Weights;

/// Most bytes of a line of tokens.
const LINE_BYTES_MAX: usize = 100;

/// The certificate of a refutation: its tokens in pre-order, and the weights that they name.
pub(crate) fn write(
    case: &Case,
    positions: &Positions,
    problem: &Problem,
    weights: &[Weights],
    tokens: &str,
) -> Vec<u8> {
    let mut text = header(case, positions);
    for entry in weights {
        text.push('w');
        let mut by_party = vec![0; problem.party_count];
        for (floor, weight) in problem.floors.iter().zip(&entry.floors) {
            by_party[floor.party.index()] = *weight;
        }
        by_party
            .iter()
            .for_each(|w| text.push_str(&format!(" {w}")));
        for (row, weight) in problem.rows.iter().zip(&entry.rows) {
            if *weight > 0 {
                text.push_str(&format!(" {}.{}:{weight}", row.rule, row.number));
            }
        }
        text.push('\n');
    }
    text.push_str("tree\n");
    let mut length = 0;
    for token in tokens.split_ascii_whitespace() {
        if length > 0 && length + 1 + token.len() > LINE_BYTES_MAX {
            text.push('\n');
            length = 0;
        } else if length > 0 {
            text.push(' ');
            length += 1;
        }
        text.push_str(token);
        length += token.len();
    }
    text.push_str("\nend\n");
    text.into_bytes()
}
