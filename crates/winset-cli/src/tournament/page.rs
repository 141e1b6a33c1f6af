//! Results of a tournament for a reader in a hurry.

use std::path::Path;

use winset::ask::TournamentAnswer;
use winset::told::words::{counted, grouped};

use crate::page::{Page, STRONG};

/// The page.
pub(super) fn page(answer: &TournamentAnswer, results: &Path) -> Page {
    let mut page = Page::default();
    let scores = &answer.scores;
    page.styled(
        STRONG,
        &format!(
            "{} held, {} with a deal.",
            counted(scores.negotiations, "negotiation"),
            grouped(scores.deals)
        ),
    );
    page.blank();
    let mut rows = vec![
        [
            "",
            "seats",
            "deals",
            "utility",
            "advantage",
            "± 95 %",
            "partners",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for line in answer.ranked() {
        rows.push(vec![
            line.name.clone(),
            grouped(line.seats),
            format!("{:.1} %", 100.0 * line.deal_rate),
            format!("{:.4}", line.utility),
            format!("{:.4}", line.advantage),
            format!("{:.4}", line.advantage_95),
            format!("{:.4}", line.partner_welfare),
        ]);
    }
    page.table(0, &rows);
    page.blank();
    page.paragraph(
        "Means over all seats. Utilities are in each scenario's own units; advantage is what was gained over no \
         deal as a share of the most that could be, ± 95 % by the normal approximation.",
    );
    page.paragraph(&format!(
        "Every negotiation stands in {}.",
        results.join("details.csv").display()
    ));
    page
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
