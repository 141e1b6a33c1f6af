//! Results of a tournament for a reader in a hurry.

use std::path::Path;

use winset::ask::TournamentAnswer;
use winset::told::tournament as told;
use winset::told::words::counted;

use super::rows;
use crate::page::{Page, STRONG};

/// Most strategies whose matrix fits on a screen.
const MATRIX_MAX: usize = 8;
/// Most pairs that are listed.
const PAIRS_MAX: usize = 30;

/// The page.
pub(super) fn page(answer: &TournamentAnswer, results: &Path) -> Page {
    let mut page = Page::default();
    let figures = &answer.figures;
    page.styled(STRONG, &told::held(figures.negotiations, figures.deals));
    page.blank();
    page.table(0, &rows::scores(answer));
    page.blank();
    page.paragraph(told::SCORES_MEAN);
    matrix(&mut page, answer);
    pairs(&mut page, answer);
    equilibrium(&mut page, answer);
    for left in answer.left_out() {
        page.paragraph(&left.sentence());
    }
    page.blank();
    page.paragraph(&format!(
        "Every negotiation stands in {}; {} is this and more to read and print.",
        results.join("details.csv").display(),
        results.join("summary.html").display()
    ));
    page
}

fn matrix(page: &mut Page, answer: &TournamentAnswer) {
    let rows = rows::against(answer).filter(|rows| rows.len() <= MATRIX_MAX + 1);
    if let Some(rows) = rows {
        page.heading(told::AGAINST_TITLE);
        page.table(0, &rows);
    }
}

fn pairs(page: &mut Page, answer: &TournamentAnswer) {
    let all = answer.pairs();
    if all.is_empty() {
        return;
    }
    let differ = all.iter().filter(|pair| pair.differs()).count();
    page.heading(told::PAIRS_TITLE);
    page.paragraph(&told::differing(differ, all.len()));
    if differ > 0 {
        page.table(0, &rows::pairs(answer, differ.min(PAIRS_MAX)));
    }
}

fn equilibrium(page: &mut Page, answer: &TournamentAnswer) {
    let Some(game) = answer.meta_game().filter(|_| answer.strategies.len() > 1) else {
        return;
    };
    page.heading(told::EQUILIBRIUM_TITLE);
    for sentence in told::equilibria(&answer.strategies, game) {
        page.paragraph(&sentence);
    }
}

/// That a share is played.
pub(super) fn share(index: u64, of: u64, results: &Path) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "Share {index} of {of} is played, in {}. `winset tournament merge` puts the shares together.",
        results.display()
    ));
    page
}

/// That it was interrupted.
pub(super) fn stopped(left: usize) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "Interrupted: {} left. The same command goes on from here.",
        counted(left, "part")
    ));
    page
}
