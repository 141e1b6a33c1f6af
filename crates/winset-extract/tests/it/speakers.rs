//! Who speaks, in many wordings: each kind of attribution with others of its kind.

use winset_extract::{ReportOptions, read_report};

/// A text, and its quotations with their speakers; an empty speaker is one left open.
pub(crate) type Case = (&'static str, &'static [(&'static str, &'static str)]);

/// Checks each text's quotations.
pub(crate) fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let reading = read_report(text, &ReportOptions::default());
        let found: Vec<(&str, &str)> = reading
            .quotations
            .iter()
            .map(|quotation| {
                let speaker = quotation.speaker.as_ref();
                (
                    quotation.text.as_str(),
                    speaker.map_or("", |speaker| speaker.name.as_str()),
                )
            })
            .collect();
        if found != *expected {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn verbs_of_many_kinds() {
    check(&[
        (
            "“I shall not go back there,” laughs Mrs Ida Holm.",
            &[("I shall not go back there,", "Mrs Ida Holm")],
        ),
        (
            "“I shall not go back there,” Mrs Ida Holm shrugs.",
            &[("I shall not go back there,", "Mrs Ida Holm")],
        ),
        (
            "“I shall not go back there,” Mrs Ida Holm was quoted as saying.",
            &[("I shall not go back there,", "Mrs Ida Holm")],
        ),
        (
            "“I shall not go back there,” the mayor, Ida Holm, was heard to say.",
            &[("I shall not go back there,", "Ida Holm")],
        ),
        (
            "“I shall not go back there,” Mrs Ida Holm is said to have answered.",
            &[("I shall not go back there,", "Mrs Ida Holm")],
        ),
        (
            "“I shall not go back there,” Mrs Ida Holm is reported as saying.",
            &[("I shall not go back there,", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm was quoted by the Gazette as saying: “I shall not go back there.”",
            &[("I shall not go back there.", "Mrs Ida Holm")],
        ),
        (
            "The Gazette quoted Mrs Ida Holm as saying: “I shall not go back there.”",
            &[("I shall not go back there.", "Mrs Ida Holm")],
        ),
        (
            "The Gazette quoted the mayor, Ida Holm, as saying “the bridge is not for sale”.",
            &[("the bridge is not for sale", "Ida Holm")],
        ),
    ]);
}

#[test]
fn phrases_that_give_words_to_somebody() {
    check(&[
        (
            "As Mrs Ida Holm put it, “the bridge is not for sale”.",
            &[("the bridge is not for sale", "Mrs Ida Holm")],
        ),
        (
            "“The bridge,” as Mrs Ida Holm put it, “is not for sale.”",
            &[
                ("The bridge,", "Mrs Ida Holm"),
                ("is not for sale.", "Mrs Ida Holm"),
            ],
        ),
        (
            "In the words of Mrs Ida Holm, “the bridge is not for sale”.",
            &[("the bridge is not for sale", "Mrs Ida Holm")],
        ),
        (
            "In the words of one aide, “the bridge is not for sale”.",
            &[("the bridge is not for sale", "one aide")],
        ),
        (
            "“The bridge is not for sale,” wrote Mrs Ida Holm in a letter to the council.",
            &[("The bridge is not for sale,", "Mrs Ida Holm")],
        ),
        (
            "“The bridge is not for sale,” Mrs Ida Holm posted on Sunday.",
            &[("The bridge is not for sale,", "Mrs Ida Holm")],
        ),
        (
            "“Is the bridge for sale?” asked Mrs Ida Holm.",
            &[("Is the bridge for sale?", "Mrs Ida Holm")],
        ),
        (
            "“Is the bridge for sale?” wondered one of her deputies.",
            &[("Is the bridge for sale?", "one of her deputies")],
        ),
    ]);
}

#[test]
fn words_without_a_verb_of_saying() {
    check(&[
        (
            "Mrs Ida Holm's answer was short: “Not for sale.”",
            &[("Not for sale.", "Mrs Ida Holm")],
        ),
        (
            "The answer of Mrs Ida Holm was short: “Not for sale.”",
            &[("Not for sale.", "Mrs Ida Holm")],
        ),
        (
            "Her message, Mrs Ida Holm said, was “a very simple one”.",
            &[("a very simple one", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm spoke of “a very bad week”.",
            &[("a very bad week", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm dismissed the plan as “a very bad joke”.",
            &[("a very bad joke", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm welcomed what she called “a first honest step”.",
            &[("a first honest step", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm complained of “a wall of silence”.",
            &[("a wall of silence", "Mrs Ida Holm")],
        ),
        (
            "Asked about the plan, Mrs Ida Holm smiled. “Ask me tomorrow,” she said.",
            &[("Ask me tomorrow,", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm shook her head. “Ask me tomorrow.”",
            &[("Ask me tomorrow.", "Mrs Ida Holm")],
        ),
    ]);
}

#[test]
fn offices_and_nameless_speakers() {
    check(&[
        (
            "“The road is shut,” the interior ministry said.",
            &[("The road is shut,", "the interior ministry")],
        ),
        (
            "“The road is shut,” a spokesman for the interior ministry said.",
            &[("The road is shut,", "a spokesman for the interior ministry")],
        ),
        (
            "“The road is shut,” said a spokeswoman for the ministry, who gave no name.",
            &[("The road is shut,", "a spokeswoman for the ministry")],
        ),
        (
            "“The road is shut,” said a statement by the joint command.",
            &[("The road is shut,", "a statement by the joint command")],
        ),
        (
            "“The road is shut,” reads the letter.",
            &[("The road is shut,", "the letter")],
        ),
        (
            "“The road is shut,” a sign at the gate says.",
            &[("The road is shut,", "a sign at the gate")],
        ),
        (
            "“The road is shut,” said one driver, 58, who had waited since dawn.",
            &[("The road is shut,", "one driver")],
        ),
        (
            "“The road is shut,” a police officer at the barrier told us.",
            &[("The road is shut,", "a police officer at the barrier")],
        ),
    ]);
}

#[test]
fn according_to_somebody() {
    check(&[
        (
            "According to a man in the crowd, “the road is still shut”.",
            &[("the road is still shut", "a man in the crowd")],
        ),
        (
            "“The road is still shut,” according to a letter seen by the agency.",
            &[("The road is still shut,", "a letter")],
        ),
        (
            "The road is “still very much shut”, according to Mrs Ida Holm.",
            &[("still very much shut", "Mrs Ida Holm")],
        ),
        (
            "The road, according to Mrs Ida Holm, is “still very much shut”.",
            &[("still very much shut", "Mrs Ida Holm")],
        ),
        (
            "The road was “still very much shut” on Monday, Mrs Ida Holm said.",
            &[("still very much shut", "Mrs Ida Holm")],
        ),
        (
            "The road was “still very much shut” on Monday, said Mrs Ida Holm.",
            &[("still very much shut", "Mrs Ida Holm")],
        ),
    ]);
}

#[test]
fn appositions() {
    check(&[
        (
            "“The road is shut,” said Ivo Brandt, head of the union.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” said the head of the union, Ivo Brandt.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” Ivo Brandt, head of the dockers' union, said on Monday.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” the union's head, Ivo Brandt, said on Monday.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” union leader Ivo Brandt told reporters in Halden.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” said Ivo Brandt of the dockers' union.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
        (
            "“The road is shut,” says Ivo Brandt, whose lorry broke down in March.",
            &[("The road is shut,", "Ivo Brandt")],
        ),
    ]);
}

#[test]
fn quotations_that_go_on() {
    check(&[
        (
            "Ice did it, according to Ivo Brandt. “I warned them in the autumn. Nobody listened.”",
            &[(
                "I warned them in the autumn. Nobody listened.",
                "Ivo Brandt",
            )],
        ),
        (
            "Mrs Ida Holm was brief. “We wait. That is all.”",
            &[("We wait. That is all.", "Mrs Ida Holm")],
        ),
        (
            "“We wait,” said Mrs Ida Holm.\n“That is all there is to say.”",
            &[
                ("We wait,", "Mrs Ida Holm"),
                ("That is all there is to say.", "Mrs Ida Holm"),
            ],
        ),
        (
            "“We wait,” said Mrs Ida Holm. She was tired. “That is all there is to say.”",
            &[
                ("We wait,", "Mrs Ida Holm"),
                ("That is all there is to say.", "Mrs Ida Holm"),
            ],
        ),
        (
            "Mrs Ida Holm said: “We wait.\n“We have waited since the spring.\n“That is all.”",
            &[
                ("We wait.", "Mrs Ida Holm"),
                ("We have waited since the spring.", "Mrs Ida Holm"),
                ("That is all.", "Mrs Ida Holm"),
            ],
        ),
        (
            "Mrs Ida Holm told the press:\n“We wait. We have waited since the spring.”",
            &[("We wait. We have waited since the spring.", "Mrs Ida Holm")],
        ),
        (
            "“He told me, ‘Wait here,’ and so I wait,” said Mrs Ida Holm.",
            &[("He told me, ‘Wait here,’ and so I wait,", "Mrs Ida Holm")],
        ),
        ("“We wait” – Ida Holm, mayor of Halden, on Monday.", &[]),
    ]);
}

#[test]
fn words_at_a_distance_are_no_speech() {
    check(&[
        ("The “peace tax” was dropped, the mayor said.", &[]),
        (
            "A so-called “ring of quiet zones” was drawn up, the mayor said.",
            &[],
        ),
        (
            "The ship “Mercy of the North” left port, Mrs Ida Holm said.",
            &[],
        ),
        (
            "The newspaper “Voice of the Valley” printed the names.",
            &[],
        ),
        ("They sang “The Wind on the Hill” until midnight.", &[]),
        ("The plan is known as “bread for the road”.", &[]),
        (
            "The film “A Day in Halden” opened on Monday, said Mrs Ida Holm.",
            &[],
        ),
    ]);
}
