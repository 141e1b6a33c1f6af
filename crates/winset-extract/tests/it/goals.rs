//! Goals of precision and recall on reports with labels by hand.

use crate::labels::{corpus, folder, lists_misses};
use crate::score::{KINDS, Score, add};

/// Kind, precision and recall that must be reached, in per mille.
const GOALS: [(&str, usize, usize); 3] = [
    ("quotations", 950, 850),
    ("counts", 900, 800),
    ("dates", 900, 850),
];

#[test]
fn goals_are_reached() {
    let folder = folder();
    let reports = corpus(&folder);
    assert!(!reports.is_empty(), "no reports in {}", folder.display());
    let mut scores: [Score; 8] = std::array::from_fn(|_| Score::default());
    for report in &reports {
        add(report, &mut scores);
    }
    println!(
        "{:<14}{:>10}{:>8}{:>8}{:>8}{:>10}",
        "kind", "precision", "recall", "right", "found", "labelled"
    );
    for (kind, score) in KINDS.iter().zip(&scores) {
        println!(
            "{kind:<14}{:>10}{:>8}{:>8}{:>8}{:>10}",
            score.precision(),
            score.recall(),
            score.right,
            score.found,
            score.labelled
        );
    }
    if lists_misses() {
        for (kind, score) in KINDS.iter().zip(&scores) {
            println!("{kind}\n{}", score.misses.join("\n"));
        }
    }
    for (kind, precision, recall) in GOALS {
        let score = &scores[KINDS
            .iter()
            .position(|known| *known == kind)
            .expect("a kind")];
        assert!(
            score.precision() >= precision,
            "{kind}: precision {} of 1000",
            score.precision()
        );
        assert!(
            score.recall() >= recall,
            "{kind}: recall {} of 1000",
            score.recall()
        );
    }
}
