//! Phrases, what they say, and where they fail.

use super::{condition_phrase, phrase_of, read_condition, read_phrase};

/// The phrase reads as this JSON, and is written so again.
fn check(phrase: &str, json: &str) {
    let node = read_phrase(phrase).unwrap_or_else(|fault| panic!("{phrase}: {fault}"));
    assert_eq!(node.canonical_json(), json, "{phrase}");
    assert_eq!(phrase_of(&node).as_deref(), Some(phrase));
}

#[test]
fn phrases_say_what_entries_say() {
    check(
        "if territory = t3 or t4 then sanctions = q2",
        r#"{"if":{"territory":["t3","t4"]},"then":{"sanctions":"q2"}}"#,
    );
    check(
        "if a = x or y and b = z then c = q",
        r#"{"if":{"a":["x","y"],"b":"z"},"then":{"c":"q"}}"#,
    );
    check(
        "require at least 2 of (a = x; b = y; not c = z)",
        r#"{"require":{"at_least":2,"of":[{"a":"x"},{"b":"y"},{"not":{"c":"z"}}]}}"#,
    );
    check(
        "never both a = x and (b = y and c = z)",
        r#"{"exclude":[{"a":"x"},{"b":"y","c":"z"}]}"#,
    );
    check(
        "exclude (a = x; b = y; c = z)",
        r#"{"exclude":[{"a":"x"},{"b":"y"},{"c":"z"}]}"#,
    );
    check(
        "if fee from 2.5 to 5 then fee up to 1/3 and b from -1",
        r#"{"if":{"fee":{"from":"2.5","to":"5"}},"then":{"b":{"from":"-1"},"fee":{"to":"1/3"}}}"#,
    );
    check(
        "if a = x or b = y and c = z then not (a = x or b = y)",
        r#"{"if":{"any":[{"a":"x"},{"b":"y","c":"z"}]},"then":{"not":{"any":[{"a":"x"},{"b":"y"}]}}}"#,
    );
    check(
        "require \"or\" = \"not\" or \"of\"",
        r#"{"require":{"or":["not","of"]}}"#,
    );
}

#[test]
fn what_people_type_is_read_too() {
    for (typed, phrase) in [
        ("IF a=x OR y, THEN b is z", "if a = x or y then b = z"),
        ("require a = x and a = y", "require all of (a = x; a = y)"),
        (
            "require (a = x or b = y) and c = z",
            "require c = z and any of (a = x; b = y)",
        ),
        ("exclude (a = x, b = y)", "never both a = x and b = y"),
    ] {
        let node = read_phrase(typed).unwrap_or_else(|fault| panic!("{typed}: {fault}"));
        assert_eq!(phrase_of(&node).as_deref(), Some(phrase), "{typed}");
    }
}

#[test]
fn conditions_stand_alone() {
    let condition = read_condition("a = x or y and b = z").unwrap();
    let phrase = condition_phrase(&condition);
    assert_eq!(phrase.as_deref(), Some("a = x or y and b = z"));
}

#[test]
fn faults_have_their_character() {
    for (phrase, at, message) in [
        ("", 0, "the phrase ends here"),
        ("a = x", 0, "`a` does not fit here"),
        ("if a = x", 8, "the phrase ends here"),
        ("if a then b = x", 5, "`then` does not fit here"),
        ("if a = then b = x", 7, "`then` does not fit here"),
        (
            "if \u{e4} = x then b = (",
            18,
            "this bracket does not fit here",
        ),
        ("require a = x)", 13, "this bracket does not fit here"),
        (
            "require at least two of (a = x)",
            17,
            "`two` does not fit here",
        ),
        ("require \"a = x", 8, "this quote does not end"),
        ("exclude (a = x)", 14, "this bracket does not fit here"),
    ] {
        let fault = read_phrase(phrase).unwrap_err();
        assert_eq!(
            (fault.at, fault.message.as_str()),
            (at, message),
            "{phrase}"
        );
    }
}

#[test]
fn deep_brackets_are_refused() {
    for word in ["(", "not ", "not (", "at least 1 of ("] {
        let phrase = format!("require {}", word.repeat(5_000));
        assert!(read_phrase(&phrase).is_err());
    }
}
