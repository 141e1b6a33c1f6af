//! The same question gives the same answer to the byte, however often and on however many threads.

use winset_gen::small::small;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Verdict, verdict};

/// All that a verdict says, certificates to the byte.
fn said(verdict: &Verdict) -> String {
    let bytes =
        |proof: &winset_check::NoOverlap| String::from_utf8(proof.bytes().to_vec()).unwrap();
    let overlap = match &verdict.overlap {
        Answer::Found(overlap) => {
            let best = overlap.best.iter().flatten();
            let best: Vec<String> = best
                .map(|b| format!("{:?} {} {}", b.acceptable(), b.value(), bytes(b.proof())))
                .collect();
            let witness = (&overlap.witness, overlap.witness.scores());
            format!(
                "{witness:?} {:?} {:?} {best:?}",
                overlap.count, overlap.occurring
            )
        }
        Answer::Impossible(proof) => bytes(proof),
        Answer::Stopped { reason, bound, .. } => format!("{reason:?} {bound:?}"),
    };
    let without_floors = match &verdict.without_floors {
        Answer::Found(count) => format!("{count:?}"),
        Answer::Impossible(proof) => bytes(proof),
        Answer::Stopped { reason, bound, .. } => format!("{reason:?} {bound:?}"),
    };
    format!("{} {overlap} {without_floors}", verdict.packages)
}

fn check(case: &Case, positions: &Positions, nodes_max: Option<u64>) {
    let asked = |threads| {
        let budget = Budget {
            nodes_max,
            threads,
            ..Budget::unlimited()
        };
        said(&verdict(case, positions, &budget))
    };
    let once = asked(1);
    for threads in [1, 2, 8] {
        assert_eq!(asked(threads), once, "{} on {threads} threads", case.id);
    }
}

#[test]
fn small_cases_give_the_same_bytes_on_any_number_of_threads() {
    for seed in 0..300 {
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap()
            .case;
        let declared = Positions::declared(&case);
        check(&case, &declared, None);
        check(&case, &declared, Some(seed % 5));
    }
}

#[test]
fn the_demonstration_case_gives_the_same_bytes_on_any_number_of_threads() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");
    let read = winset_model::read_case(&std::fs::read(file).unwrap(), Syntax::Yaml);
    let case = read.unwrap().case;
    let declared = Positions::declared(&case);
    check(&case, &declared, None);
    // Every line on its last step leaves an overlap, or a larger tree.
    let mut widest = declared;
    for (step, line) in widest.steps.iter_mut().zip(&case.lines) {
        *step = line.ladder.open().len() - 1;
    }
    let raised = widest.with_floor(PartyId(0), Some(700));
    check(&case, &raised, Some(300));
}
