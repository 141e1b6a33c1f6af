//! Goals of precision and recall on reports with labels by hand.

use std::path::Path;

use crate::labels::{aside_folder, corpus, folder, is_own, lists_misses, measured_folder};
use crate::score::{KINDS, Score, add};

/// Kind, precision and recall, in per mille.
type Goal = (&'static str, usize, usize);

/// What any folder of reports must reach.
const GOALS: [Goal; 2] = [("quotations", 950, 850), ("counts", 900, 800)];

/// What the reports in the repository reach, less a little: a change that loses more is seen.
const REACHED: [Goal; 7] = [
    ("quotations", 980, 980),
    ("counts", 980, 980),
    ("dates", 970, 970),
    ("reported", 950, 950),
    ("meetings", 950, 930),
    ("proposals", 930, 770),
    ("same_names", 1000, 1000),
];

/// What the reports that were once kept aside reach, less a little. The rules have been mended with them in
/// sight; new reports are needed to measure with.
const REACHED_ASIDE: [Goal; 6] = [
    ("quotations", 980, 980),
    ("counts", 970, 970),
    ("dates", 970, 970),
    ("reported", 950, 900),
    ("meetings", 850, 820),
    ("proposals", 850, 820),
];

/// What the reports reached that measured the mended rules, once, in per mille: less would be a loss.
const MEASURED: [Goal; 7] = [
    ("quotations", 937, 923),
    ("counts", 917, 992),
    ("dates", 923, 923),
    ("reported", 922, 879),
    ("meetings", 606, 571),
    ("proposals", 770, 616),
    ("same_names", 1000, 666),
];

#[test]
fn goals_are_reached() {
    let folder = folder();
    let own: &[Goal] = if is_own(&folder) { &REACHED } else { &[] };
    let goals: Vec<Goal> = GOALS.iter().chain(own).copied().collect();
    reaches(&folder, &goals);
}

#[test]
fn reports_once_kept_aside_are_read_as_well_as_they_were() {
    reaches(&aside_folder(), &REACHED_ASIDE);
}

#[test]
fn reports_that_measured_the_rules_are_read_as_well_as_they_were() {
    reaches(&measured_folder(), &MEASURED);
}

/// Scores a folder, prints its table, and holds it to goals.
#[expect(clippy::print_stdout, reason = "a table for whoever measures")]
fn reaches(folder: &Path, goals: &[Goal]) {
    let reports = corpus(folder);
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
    for (kind, precision, recall) in goals {
        let score = &scores[KINDS
            .iter()
            .position(|known| known == kind)
            .expect("a kind")];
        assert!(
            score.precision() >= *precision,
            "{kind}: precision {} of 1000",
            score.precision()
        );
        assert!(
            score.recall() >= *recall,
            "{kind}: recall {} of 1000",
            score.recall()
        );
    }
}
