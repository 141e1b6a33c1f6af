//! Proofs follow step by step, and fall with what they prove.

use serde_json::json;
use winset_check::refute;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

use super::super::random::infeasible;
use super::super::{Export, export};
use super::replay::accepts;
use super::{case, sample};

fn exported(case: &Case, positions: &Positions) -> Export {
    match overlap(case, positions, &Budget::unlimited()) {
        Answer::Impossible(refutation) => export(case, &refutation).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_proof_of_the_sample_with_a_high_floor_follows() {
    let case = sample();
    let positions = Positions::declared(&case).with_floor(PartyId(0), Some(9));
    let text = exported(&case, &positions);
    assert!(accepts(&text.formula, &text.proof), "{}", text.proof);
}

#[test]
fn the_proofs_of_random_cases_follow() {
    let mut done = 0;
    let mut with_rows = 0;
    for seed in 0..60 {
        let Some((case, refutation)) = infeasible(seed).unwrap() else {
            continue;
        };
        if refutation.nodes() > 60 {
            continue;
        }
        let text = export(&case, &refutation).unwrap();
        assert!(accepts(&text.formula, &text.proof), "{}", case.id);
        done += 1;
        with_rows += usize::from(text.proof.contains("% row"));
    }
    assert!(done >= 30, "{done}");
    assert!(with_rows >= 15, "{with_rows}");
}

#[test]
fn a_proof_does_not_follow_from_a_formula_with_solutions() {
    let case = sample();
    let positions = Positions::declared(&case).with_floor(PartyId(0), Some(9));
    let text = exported(&case, &positions);
    let floor = text
        .formula
        .lines()
        .position(|l| l.starts_with("* floor of party 0"));
    let mut lines: Vec<&str> = text.formula.lines().collect();
    let lower = lines[floor.unwrap() + 1].replace(">= 9", ">= -9");
    lines[floor.unwrap() + 1] = &lower;
    assert!(!accepts(&lines.join("\n"), &text.proof));
}

/// A case of one party and two points whose certificate is written by hand.
#[test]
fn a_known_certificate_gives_a_known_proof() {
    let option = |o: &str| json!({"id": o, "label": o});
    let case = case(&json!({
        "format": "winset-case/1", "id": "known", "title": "Known",
        "parties": [{"id": "ada", "name": "Ada", "no_deal": 3}],
        "points": [
            {"id": "m", "title": "M", "options": [option("a"), option("b")]},
            {"id": "n", "title": "N", "options": [option("a"), option("b")]},
        ],
        "preferences": {"ada": {"m": {"scores": [2, 1]}, "n": {"scores": [0, 1]}}},
        "links": [{"id": "l", "kind": "law", "exclude": [{"m": ["a"]}, {"n": ["b"]}]}],
    }));
    let positions = Positions::declared(&case);
    let text = winset_check::header(&case, &positions) + "w 1\ntree\nb0 w0 . w0 .\nend\n";
    let refutation = refute(&case, &positions, text.into_bytes()).unwrap();
    let text = export(&case, &refutation).unwrap();
    let expected = "\
pseudo-Boolean proof version 3.0
f 10 ;
rup 1 ~x_0_0 1 ~x_1_1 >= 1 ;
pol 10 1 * 2 2 * + ;
rup 1 ~x_0_0 >= 1 ;
del range 11 13 ;
pol 10 1 * 2 1 * + 4 1 * + ;
rup 1 ~x_0_1 >= 1 ;
del range 14 15 ;
rup >= 1 ;
del range 11 16 ;
output NONE ;
conclusion UNSAT : 16 ;
end pseudo-Boolean proof ;
";
    assert_eq!(text.proof, expected);
    assert!(accepts(&text.formula, &text.proof));
}
