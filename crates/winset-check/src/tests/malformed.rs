//! Everything but the one form is refused, with the line.

use winset_model::case::{Case, LinkRule, Scores, Sheet};
use winset_model::condition::Condition;
use winset_model::options::{PartyId, PointId};
use winset_model::positions::Positions;

use super::sample::{bare, line, link, party, set};
use crate::{
    CERTIFICATE_BYTES_MAX, CertificateFault, Rejection, TREE_LINE_BYTES_MAX, header, refute, verify,
};

/// Two points of two options, a line, a law and a link, and two parties, one without scores.
fn case() -> Case {
    let mut case = bare(&[2, 2]);
    let scores = |scored: bool, scale| Sheet {
        scale,
        scores: scored.then(|| Scores {
            by_option: vec![vec![0, 3], vec![0, 3]],
            bonuses: Vec::new(),
        }),
        no_deal: None,
        no_deal_range: None,
        trend_per_month: None,
        impasse: None,
    };
    case.parties = vec![party(0, scores(true, 6)), party(1, scores(false, 1))];
    case.lines = vec![line(0, 0, false, &[set(&[0]), set(&[0, 1])])];
    let require = |options: &[u16]| LinkRule::Require(Condition::holds(PointId(0), set(options)));
    case.links = vec![
        link(0, true, require(&[0, 1])),
        link(1, false, require(&[0])),
    ];
    case
}

/// An honest certificate: no package scores 4 once the link keeps the first point on its option 0.
const HONEST: &str = "winset-certificate/1
case 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
step line0 1
floor q0 2/3
floor q1 none
only p1 o1
w 1 0
w 1 0 1.0:2 2.0:5
tree
w0 .
end
";

fn check(from: &str, to: &str, line: usize, fault: &CertificateFault) {
    assert!(HONEST.contains(from), "{from}");
    let text = HONEST.replacen(from, to, 1);
    let expected = Err(Rejection::Certificate {
        line,
        fault: fault.clone(),
    });
    assert_eq!(verify(&case(), text.as_bytes()), expected, "{text}");
}

/// The same for a fault that says what it expected.
fn check_expected(from: &str, to: &str, line: usize) {
    let text = HONEST.replacen(from, to, 1);
    let found = verify(&case(), text.as_bytes());
    let Err(Rejection::Certificate { line: at, fault }) = found else {
        panic!("{found:?}: {text}");
    };
    assert!(
        matches!(fault, CertificateFault::Expected(_)),
        "{fault:?}: {text}"
    );
    assert_eq!(at, line, "{text}");
}

#[test]
fn the_honest_certificate_is_accepted() {
    let proof = verify(&case(), HONEST.as_bytes()).unwrap();
    assert_eq!(proof.bytes(), HONEST.as_bytes());
    assert_eq!(proof.positions().floors, [Some(4), None]);
    assert!(HONEST.starts_with(&header(&case(), proof.positions())));
    assert!(refute(&case(), proof.positions(), HONEST.into()).is_ok());
    assert!(!format!("{proof:?}").contains("q0"));
}

#[test]
fn heads_in_any_other_form_are_refused() {
    check_expected("certificate/1", "certificate/2", 1);
    check_expected("winset", "\u{feff}winset", 1);
    check_expected("/1\n", "/1\r\n", 1);
    check("89abcdef\n", "89abcdee\n", 2, &CertificateFault::OtherCase);
    check_expected("89abcdef\n", "89ABCDEF\n", 2);
    check_expected("89abcdef\n", "89abcde\n", 2);
    check(
        "step line0",
        "step link0",
        3,
        &CertificateFault::Unknown("line"),
    );
    for step in ["0", "2", "01", "+1", "x", ""] {
        check_expected("line0 1", &format!("line0 {step}"), 3);
    }
    check(
        "step line0 1\n",
        "step line0 1\nstep line0 1\n",
        4,
        &CertificateFault::NotStandard,
    );
    check(
        "floor q0",
        "drop link9\nfloor q0",
        4,
        &CertificateFault::Unknown("demand"),
    );
    check(
        "floor q0",
        "drop link0\nfloor q0",
        4,
        &CertificateFault::DroppedLaw,
    );
    check(
        "floor q0",
        "drop link1\ndrop line0\nfloor q0",
        4,
        &CertificateFault::NotStandard,
    );
}

#[test]
fn floors_and_restrictions_in_any_other_form_are_refused() {
    for floor in ["x", "1/5", "2/0", "2/-3", "2/", ""] {
        check_expected("q0 2/3", &format!("q0 {floor}"), 4);
    }
    for floor in ["4/6", "02/3", "+2/3"] {
        check(
            "q0 2/3",
            &format!("q0 {floor}"),
            4,
            &CertificateFault::NotStandard,
        );
    }
    check(
        "floor q1",
        "floor q2",
        5,
        &CertificateFault::Unknown("party"),
    );
    check("floor q1 none\n", "", 5, &CertificateFault::NotStandard);
    check(
        "floor q1 none\n",
        "floor q1 none\nfloor q1 none\n",
        6,
        &CertificateFault::NotStandard,
    );
    check("only p1", "only p2", 6, &CertificateFault::Unknown("point"));
    check("p1 o1", "p1 o2", 6, &CertificateFault::Unknown("option"));
    for options in ["o0,o1", "o1,o1"] {
        check(
            "p1 o1",
            &format!("p1 {options}"),
            6,
            &CertificateFault::NotStandard,
        );
    }
    check("p1 o1", "p1 ", 6, &CertificateFault::Unknown("option"));
    check(
        "p1 o1",
        "p1 o1\nonly p0 o1",
        7,
        &CertificateFault::NotStandard,
    );
    check_expected("w 1 0\n", "# remark\nw 1 0\n", 7);
}

#[test]
fn weights_in_any_other_form_are_refused() {
    for weights in [
        "1",
        "1 ",
        "1  0",
        "-1 0",
        "01 0",
        "1.0 0",
        "9223372036854775808 0",
    ] {
        check_expected("w 1 0\n", &format!("w {weights}\n"), 7);
    }
    check("w 1 0\n", "w 0 1\n", 7, &CertificateFault::Weightless(1));
    for row in ["1.0:0", "1.0", "1:2", "1.0:-2", "x.0:2", "1.0:2 ", "1.00:2"] {
        check_expected("1.0:2 2.0:5", row, 8);
    }
    check_expected("1.0:2 2.0:5", "2.0:5 1.0:2", 8);
    check_expected("1.0:2 2.0:5", "1.0:2 1.0:2", 8);
    for (rule, row) in [(0, 0), (1, 1), (3, 0)] {
        let fault = CertificateFault::NoRow { rule, row };
        check("1.0:2 2.0:5", &format!("{rule}.{row}:1"), 8, &fault);
    }
    let dropped = HONEST.replacen("floor q0", "drop link1\nfloor q0", 1);
    let fault = CertificateFault::NoRow { rule: 2, row: 0 };
    let refused = verify(&case(), dropped.as_bytes());
    assert_eq!(refused, Err(Rejection::Certificate { line: 9, fault }));
}

#[test]
fn trees_in_any_other_form_are_refused() {
    for tree in [
        "", "x", "w", "w0.", "w00 .", "w0  .", " w0 .", "w0 . ", "w0 . .", "w0\t.", "b", ".",
    ] {
        let fault = verify(&case(), HONEST.replacen("w0 .", tree, 1).as_bytes());
        assert!(
            matches!(fault, Err(Rejection::Certificate { line: 10, .. })),
            "{tree}: {fault:?}"
        );
    }
    check("w0 .", ".", 10, &CertificateFault::NotClosed);
    check("w 1 0\n", "w 0 0\n", 10, &CertificateFault::NotClosed);
    check("w0 .", "w2 .", 10, &CertificateFault::NoWeights(2));
    check("w0 .", "b2 . .", 10, &CertificateFault::NoPoint(2));
    check("w0 .", "b1 .", 10, &CertificateFault::Settled(1));
    check("w0 .", "w0 w0 .", 10, &CertificateFault::AlreadyClosed);
    check("w0 .", "w0 b0 . .", 10, &CertificateFault::AlreadyClosed);
    check_expected("w0 .", "w0 .\n.", 11);
    check_expected("w0 .", "w0 . end", 10);
    check_expected("end\n", "end \n", 11);
    check_expected("end\n", "end\n\n", 12);
    check_expected("end\n", "end\nend\n", 12);
    let long = "w1 ".repeat(TREE_LINE_BYTES_MAX / 3 + 1) + ".";
    check("w0 .", &long, 10, &CertificateFault::LongLine);
}

/// The weights may be as large as they can be written: sums stay below 2^127, or are refused.
#[test]
fn sums_that_would_wrap_are_refused() {
    let mut case = bare(&[1]);
    let sheet = Sheet {
        scale: 1,
        scores: Some(Scores {
            by_option: vec![vec![i64::MAX]],
            bonuses: Vec::new(),
        }),
        no_deal: None,
        no_deal_range: None,
        trend_per_month: None,
        impasse: None,
    };
    case.parties = (0..3).map(|p| party(p, sheet.clone())).collect();
    let positions = Positions::declared(&case);
    let positions = (0..3).fold(positions, |p, q| p.with_floor(PartyId(q), Some(0)));
    let most = i64::MAX;
    let text = header(&case, &positions) + &format!("w {most} {most} {most}\ntree\nw0 .\nend\n");
    let refused = verify(&case, text.as_bytes());
    let fault = CertificateFault::Overflow;
    assert_eq!(refused, Err(Rejection::Certificate { line: 8, fault }));
}

#[test]
fn cut_files_and_other_bytes_are_refused() {
    for length in 0..HONEST.len() {
        let cut = verify(&case(), &HONEST.as_bytes()[..length]);
        assert!(cut.is_err(), "{length}");
    }
    let mut bytes = HONEST.as_bytes().to_vec();
    bytes[9] = 0xff;
    let refused = |line, fault| Err(Rejection::Certificate { line, fault });
    assert_eq!(
        verify(&case(), &bytes),
        refused(1, CertificateFault::NotUtf8)
    );
    let large = vec![b'w'; CERTIFICATE_BYTES_MAX + 1];
    assert_eq!(
        verify(&case(), &large),
        refused(1, CertificateFault::TooManyBytes)
    );
}

#[test]
fn the_certificate_of_another_question_is_refused() {
    let stated = verify(&case(), HONEST.as_bytes())
        .unwrap()
        .positions()
        .clone();
    let other = stated.clone().with_floor(PartyId(0), Some(5));
    let fault = CertificateFault::OtherQuestion;
    let refused = refute(&case(), &other, HONEST.into());
    assert_eq!(refused, Err(Rejection::Certificate { line: 4, fault }));
    let mut same = stated;
    same.only.insert(0, (PointId(0), set(&[0, 1])));
    assert!(refute(&case(), &same, HONEST.into()).is_ok());
}
