//! A genuine certificate is accepted; with anything about it wrong it is refused, and the refusal
//! says why.

use winset_check::{CertificateFault, Rejection, refute, verify};
use winset_gen::small::small;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::positions::Positions;
use winset_solve::{Budget, overlap};

fn case(seed: u64) -> Case {
    let text = small(seed).to_string();
    winset_model::read_case(text.as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

/// The first case from a seed on whose refutation branches and weighs, and its certificate.
fn refuted(from: u64) -> (Case, String) {
    let proof = |seed| {
        let case = case(seed);
        let declared = Positions::declared(&case);
        match overlap(&case, &declared, &Budget::unlimited()) {
            Answer::Impossible(proof) => {
                Some((case, String::from_utf8(proof.bytes().to_vec()).unwrap()))
            }
            _ => None,
        }
    };
    let telling = |(_, text): &(Case, String)| text.contains("\nw ") && text.contains("b0 ");
    (from..from + 5_000)
        .filter_map(proof)
        .find(telling)
        .unwrap()
}

fn fault_of(case: &Case, certificate: &[u8]) -> CertificateFault {
    match verify(case, certificate) {
        Err(Rejection::Certificate { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_refusal_says_why() {
    let (this, text) = refuted(0);
    let (other, _) = refuted(1_000);
    assert_ne!(this.hash, other.hash);
    assert!(verify(&this, text.as_bytes()).is_ok());
    let check = |certificate: &str, fault: CertificateFault| {
        assert_eq!(
            fault_of(&this, certificate.as_bytes()),
            fault,
            "{certificate}"
        );
    };
    assert_eq!(
        fault_of(&other, text.as_bytes()),
        CertificateFault::OtherCase
    );
    check(
        &text.replace("winset-certificate/1", "winset-certificate/2"),
        CertificateFault::Expected("winset-certificate/1"),
    );
    check(
        &text.replacen("end\n", "end\n\n", 1),
        CertificateFault::Expected("nothing after the end"),
    );
    check(
        &(text.clone() + "w 1\n"),
        CertificateFault::Expected("nothing after the end"),
    );
    check("", CertificateFault::Truncated("winset-certificate/1"));
    check(
        text.strip_suffix("end\n").unwrap(),
        CertificateFault::Truncated("end"),
    );
    check(
        text.strip_suffix("\n").unwrap(),
        CertificateFault::Truncated("end"),
    );
    check(
        &text.replacen("\nend", " .\nend", 1),
        CertificateFault::Expected("the end of the tree"),
    );
    check(
        &text.replacen("b0 ", "b99 ", 1),
        CertificateFault::NoPoint(99),
    );
    check(
        &text.replacen("tree\n", "tree\nw99 ", 1),
        CertificateFault::NoWeights(99),
    );
    let tree = text.find("tree\n").unwrap();
    check(
        &(text[..tree].to_owned() + "tree\n.\nend\n"),
        CertificateFault::NotClosed,
    );
    let mut bytes = text.clone().into_bytes();
    bytes[tree] = 0xff;
    assert_eq!(fault_of(&this, &bytes), CertificateFault::NotUtf8);
}

#[test]
fn a_certificate_cut_anywhere_is_refused() {
    let (case, text) = refuted(0);
    for length in 0..text.len() {
        assert!(
            verify(&case, &text.as_bytes()[..length]).is_err(),
            "{length} bytes"
        );
    }
}

#[test]
fn a_certificate_answers_its_own_question_only() {
    let (case, text) = refuted(0);
    let declared = Positions::declared(&case);
    let other = declared.clone().without_floors();
    assert!(refute(&case, &declared, text.clone().into_bytes()).is_ok());
    let refused = refute(&case, &other, text.into_bytes());
    let Err(Rejection::Certificate { fault, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(fault, CertificateFault::OtherQuestion);
}
