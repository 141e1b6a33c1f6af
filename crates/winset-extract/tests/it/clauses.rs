//! Reported speech, in many wordings.

use winset_extract::{ReportOptions, read_report};

/// A text, and its reported clauses with their speakers.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let reading = read_report(text, &ReportOptions::default());
        let found: Vec<(&str, &str)> = reading
            .reported
            .iter()
            .map(|r| (r.text.as_str(), r.speaker.name.as_str()))
            .collect();
        if found != *expected {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clauses_and_their_speakers() {
    check(&[
        (
            "The mayor said he knew that the road was shut.",
            &[("he knew that the road was shut", "The mayor")],
        ),
        (
            "The mayor says nobody knows when that will change.",
            &[("nobody knows when that will change", "The mayor")],
        ),
        (
            "The mayor said that the road was shut.",
            &[("the road was shut", "The mayor")],
        ),
        (
            "The mayor said the road was shut.",
            &[("the road was shut", "The mayor")],
        ),
        (
            "The mayor says he no longer counts the carts.",
            &[("he no longer counts the carts", "The mayor")],
        ),
        (
            "The mayor told reporters the road was shut.",
            &[("the road was shut", "The mayor")],
        ),
        (
            "The mayor told Radio Halden she had turned down the plan.",
            &[("she had turned down the plan", "The mayor")],
        ),
        (
            "The ministry said in a statement it had asked for nothing.",
            &[("it had asked for nothing", "The ministry")],
        ),
    ]);
}

#[test]
fn clauses_before_and_around_their_verb() {
    check(&[
        (
            "The road was shut, the ministry said on Monday.",
            &[("The road was shut", "the ministry")],
        ),
        (
            "The road was shut, said Mr Ivo Brandt, who leads the union.",
            &[("The road was shut", "Mr Ivo Brandt")],
        ),
        (
            "The road was shut, the ministry said, and the bridge was gone.",
            &[
                ("The road was shut", "the ministry"),
                ("the bridge was gone", "the ministry"),
            ],
        ),
        (
            "Under the truce, Mr Ivo Brandt said, each side would keep its boats.",
            &[("each side would keep its boats", "Mr Ivo Brandt")],
        ),
        (
            "The road was shut, according to the ministry.",
            &[("The road was shut", "the ministry")],
        ),
        (
            "According to people close to the talks, the road was shut.",
            &[("the road was shut", "people close to the talks")],
        ),
        (
            "Nine men have left, monitors report, up from six on Monday.",
            &[("Nine men have left", "monitors")],
        ),
        (
            "Nobody had slept, a man who was on board recalled.",
            &[("Nobody had slept", "a man who was on board")],
        ),
        (
            "The mayor admitted that mistakes were made but insisted they would not be repeated.",
            &[
                ("mistakes were made", "The mayor"),
                ("they would not be repeated", "The mayor"),
            ],
        ),
        (
            "The mayor announced a step on Monday, a step that leaves nobody happy.",
            &[],
        ),
        (
            "The hospital admitted 23 wounded men who had walked from Halden.",
            &[],
        ),
        ("Nobody expects much, and the shops are shut.", &[]),
    ]);
}
