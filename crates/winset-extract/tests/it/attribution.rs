//! Who speaks: one sentence or two for each way in which news attributes words.

use winset_extract::{ReportOptions, SpeechClass, read_report};

/// Checks the quotations of a text, as pairs of words and speaker.
fn check(text: &str, expected: &[(&str, &str)]) {
    let reading = read_report(text, &ReportOptions::default());
    let found: Vec<(&str, &str)> = reading
        .quotations
        .iter()
        .map(|q| {
            (
                q.text.as_str(),
                q.speaker
                    .as_ref()
                    .map_or("", |speaker| speaker.name.as_str()),
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn before_after_and_between() {
    check(
        "\"We will wait,\" said Colonel Ivo Brandt.",
        &[("We will wait,", "Colonel Ivo Brandt")],
    );
    check(
        "Mrs Ida Holm said: \"We will wait.\"",
        &[("We will wait.", "Mrs Ida Holm")],
    );
    check(
        "\u{201c}We will,\u{201d} the mayor, Ida Holm, told reporters, \u{201c}wait for them.\u{201d} \u{201c}All of us.\u{201d}",
        &[
            ("We will,", "Ida Holm"),
            ("wait for them.", "Ida Holm"),
            ("All of us.", "Ida Holm"),
        ],
    );
    check(
        "\u{2018}It\u{2019}s the workers\u{2019} right to strike,\u{2019} Mr Ivo Brandt said.",
        &[(
            "It\u{2019}s the workers\u{2019} right to strike,",
            "Mr Ivo Brandt",
        )],
    );
    check(
        "According to Ida Holm, the plan is \"dead and long buried\".",
        &[("dead and long buried", "Ida Holm")],
    );
    check(
        "In a statement the interior ministry called the march \"an affront to order\".",
        &[("an affront to order", "the interior ministry")],
    );
    check(
        "Speaking in Halden, Ms Ida Holm, 58, who leads the party, said she was \"open to any channel\".",
        &[("open to any channel", "Ms Ida Holm")],
    );
}

#[test]
fn several_paragraphs() {
    check(
        "\u{201c}We shall wait,\u{201d} said Mr Ivo Brandt. \u{201c}All winter.\n\u{201c}And the spring as well.\u{201d}",
        &[
            ("We shall wait,", "Mr Ivo Brandt"),
            ("All winter.", "Mr Ivo Brandt"),
            ("And the spring as well.", "Mr Ivo Brandt"),
        ],
    );
}

#[test]
fn pronouns_and_short_names() {
    check(
        "Colonel Ivo Brandt met Ms Ida Holm on Monday. \"It went well,\" she said. Brandt left early. \"I was tired,\" he said.",
        &[
            ("It went well,", "Ms Ida Holm"),
            ("I was tired,", "Colonel Ivo Brandt"),
        ],
    );
    check(
        "The energy minister, Ida Holm, arrived late. \"The train stood still,\" the minister explained.",
        &[("The train stood still,", "Ida Holm")],
    );
}

#[test]
fn scare_quotes_are_no_speech() {
    check("The so-called \"peace tax\" was dropped.", &[]);
    check(
        "The talks, which the \"committee of nine\" had prepared, failed.",
        &[],
    );
}

#[test]
fn classes_of_verbs() {
    let text = "Mr Ivo Brandt denied that his men had crossed the river. Ida Holm claimed they had. The army confirmed that two posts were lost. According to the mayor, the bridge was shut.";
    let reading = read_report(text, &ReportOptions::default());
    let found: Vec<(&str, SpeechClass)> = reading
        .reported
        .iter()
        .map(|r| (r.text.as_str(), r.class))
        .collect();
    assert!(
        found.contains(&("his men had crossed the river", SpeechClass::Denied)),
        "{found:?}"
    );
    assert!(
        found.contains(&("two posts were lost", SpeechClass::Confirmed)),
        "{found:?}"
    );
    assert!(
        found.contains(&("the bridge was shut", SpeechClass::AccordingTo)),
        "{found:?}"
    );
}
