//! Conversations without a terminal.

use winset::model::document::Syntax;
use winset::{Loaded, SourceText};

use super::asked::{Asked, BACK};
use super::dialogue::{Dialogue, Turn};
use super::questions::wording;
use super::sketch::Sketch;
use super::written;

/// Answers until all is said; each of them has to do.
fn told(dialogue: &mut Dialogue, answers: &[&str]) -> Turn {
    let mut turn = Turn::Done;
    for answer in answers {
        let words = wording(dialogue.asked(), dialogue.sketch());
        turn = dialogue.answer(answer);
        if let Turn::Ask {
            remark: Some(remark),
            ..
        } = &turn
        {
            panic!("{} {answer}: {remark}", words.text);
        }
    }
    turn
}

fn refused(dialogue: &mut Dialogue, answer: &str) -> String {
    let asked = dialogue.asked();
    match dialogue.answer(answer) {
        Turn::Ask {
            asked: again,
            remark: Some(remark),
        } if again == asked => remark,
        turn => panic!("{asked:?} {answer}: {turn:?}"),
    }
}

fn read(yaml: &str) -> Loaded {
    let text = SourceText {
        name: "new".to_owned(),
        bytes: yaml.as_bytes().to_vec(),
        syntax: Syntax::Yaml,
    };
    winset::parse(text).unwrap_or_else(|error| panic!("{error:?}\n{yaml}"))
}

/// The file with its examples counting.
fn with_examples(yaml: &str) -> String {
    let is_example = |line: &str| {
        let rest = line.strip_prefix('#').unwrap_or_default();
        rest.starts_with("  ") || (rest.ends_with(':') && !rest.starts_with(' '))
    };
    let lines = yaml.lines();
    let lines = lines.map(|line| if is_example(line) { &line[1..] } else { line });
    lines.collect::<Vec<&str>>().join("\n")
}

const HARBOUR: [&str; 9] = [
    "Use of the harbour",
    "North",
    "South",
    "",
    "Office of the Mediator",
    "Who assigns berths",
    "The northern office; A joint office",
    "Fee per ship",
    "none; low; high",
];

#[test]
fn a_case_is_told_from_start_to_end() {
    let mut dialogue = Dialogue::new();
    assert_eq!(
        told(&mut dialogue, &HARBOUR),
        Turn::Ask {
            asked: Asked::Point(2),
            remark: None
        }
    );
    let answers = [
        "",
        "yes",
        "1",
        "",
        "2",
        "1-2",
        "yes",
        "10 0",
        "0, 3, 4",
        "8",
        "",
        "2.5 1 1/3",
        "",
        "",
    ];
    assert_eq!(told(&mut dialogue, &answers), Turn::Done);
    let yaml = written::yaml(dialogue.sketch());
    let loaded = read(&yaml);
    assert_eq!(loaded.reading.warnings, []);
    let case = &loaded.reading.case;
    assert_eq!(case.id, "use-of-the-harbour");
    let ids: Vec<&str> = case.lines.iter().map(|line| line.id.as_str()).collect();
    let expected = [
        "north-who-assigns-berths",
        "south-who-assigns-berths",
        "south-fee-per-ship",
    ];
    assert_eq!(ids, expected);
    assert!(
        yaml.contains("no_deal: 8") && yaml.contains("values: [2.5, 1, \"1/3\"]"),
        "{yaml}"
    );
    assert!(yaml.contains("{accept: [none, low], cost: 1}"), "{yaml}");
    let links = read(&with_examples(&yaml)).reading.case.links;
    assert_eq!(links.len(), 1);
}

/// Enter alone, from start to end, makes a case.
#[test]
fn every_question_has_a_default() {
    let mut dialogue = Dialogue::new();
    for _ in 0..20 {
        let words = wording(dialogue.asked(), dialogue.sketch());
        assert!(!words.default.is_empty() && words.help("").contains("Enter alone"));
        assert!(!words.example.is_empty(), "{}", words.text);
        if dialogue.answer("") == Turn::Done {
            let case = read(&written::yaml(dialogue.sketch())).reading.case;
            assert_eq!((case.parties.len(), case.points.len()), (2, 1));
            return;
        }
    }
    panic!("{:?}", dialogue.asked());
}

#[test]
fn every_answer_can_be_taken_back() {
    let mut forth = Dialogue::new();
    let answers = [&HARBOUR[..], &["", "", "1", "", "2", "", "no"]].concat();
    told(&mut forth, &answers);
    let kept = forth.sketch().clone();
    let mut back = forth.clone();
    for _ in 0..answers.len() {
        back.answer(BACK);
    }
    assert_eq!(
        (back.asked(), back.sketch()),
        (Asked::Title, &Sketch::default())
    );
    assert_eq!(refused(&mut back, BACK), "This is the first question.");
    // Behind what stands in the line, too.
    let mut once = forth.clone();
    once.answer(BACK);
    let line = format!("{}{BACK}", once.earlier());
    once.answer(&line);
    assert_eq!(once.asked(), Asked::Accepts { party: 1, point: 1 });
    // What was typed is still there, question by question.
    for _ in 0..answers.len() {
        let earlier = back.earlier().to_owned();
        back.answer(&earlier);
    }
    assert_eq!((back.asked(), back.sketch()), (Asked::Write, &kept));
}

#[test]
fn a_party_taken_back_leaves_nothing_behind() {
    let mut dialogue = Dialogue::new();
    told(
        &mut dialogue,
        &["Talks", "Nroth", BACK, "North", "South", ""],
    );
    told(&mut dialogue, &[BACK, "That is all"]);
    let names = dialogue.sketch().parties.iter();
    let names: Vec<&str> = names.map(|party| party.id.as_str()).collect();
    assert_eq!(names, ["north", "south"]);
}

#[test]
fn what_does_not_do_is_said_and_asked_again() {
    let mut dialogue = Dialogue::new();
    told(&mut dialogue, &["", "North"]);
    assert!(refused(&mut dialogue, "north").contains("there already"));
    told(&mut dialogue, &["South", "", "no", "Fee"]);
    assert!(refused(&mut dialogue, "only one").contains("two or more"));
    assert!(refused(&mut dialogue, "low; Low").contains("twice"));
    told(&mut dialogue, &["low; middle; high"]);
    assert!(refused(&mut dialogue, "fee").contains("there already"));
    told(&mut dialogue, &[""]);
    assert!(refused(&mut dialogue, "perhaps").contains("neither yes nor no"));
    told(&mut dialogue, &["yes"]);
    for wrong in [
        "4",
        "0",
        "2-1",
        "low; 7",
        "x",
        "none",
        "1-",
        "-",
        ",",
        "99999999999999999999",
        "1 then 1",
        "1 then",
        "then 2",
        "1 then 5",
    ] {
        refused(&mut dialogue, wrong);
    }
    told(&mut dialogue, &["low; HIGH", "2 and 3", "yes"]);
    for wrong in [
        "1 2",
        "1 2 3 4",
        "one two three",
        "2,5 1 1",
        "1/0 1 1",
        "1e400 1 1",
    ] {
        refused(&mut dialogue, wrong);
    }
    told(&mut dialogue, &["0,5,10"]);
    assert!(refused(&mut dialogue, "11").contains("0 to 10"));
    told(&mut dialogue, &["4", ""]);
    assert!(refused(&mut dialogue, "no").contains("goes back"));
    assert_eq!(dialogue.answer("y"), Turn::Done);
}

/// Words of any kind make a file that reads.
#[test]
fn odd_words_make_a_case() {
    let odd = [
        "\"quotes\" and \\",
        "a: b # c",
        "- yes",
        "{x}",
        "null",
        "границы",
        "\u{202e}turned",
        "!&*%@`",
        "1.5",
        "all",
    ];
    for words in odd {
        let options = format!("{words}; {words} 2; true; 7");
        let mut dialogue = Dialogue::new();
        let answers = [
            words,
            words,
            "B",
            "",
            words,
            words,
            &options,
            "all of it",
            &options,
            "",
            "yes",
            "1",
            "1",
            "2",
            "2",
            "no",
            "yes",
        ];
        assert_eq!(told(&mut dialogue, &answers), Turn::Done, "{words}");
        let yaml = written::yaml(dialogue.sketch());
        assert_eq!(read(&yaml).reading.case.lines.len(), 4, "{yaml}");
        read(&with_examples(&yaml));
    }
}

/// Whatever is typed, in whatever order, nothing fails, and what is enough for a case is one.
#[test]
fn any_conversation_makes_a_case_or_none() {
    const TYPED: [&str; 14] = [
        "", "", "", BACK, "yes", "no", "1", "2 then 1", "a; b; c", "0 5 10", "3", "North", "-",
        "x;",
    ];
    let (mut seed, mut done) = (1_u64, 0);
    for _ in 0..300 {
        let mut dialogue = Dialogue::new();
        for turn in 0..60 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(turn);
            let typed = TYPED[usize::try_from(seed >> 33).unwrap() % TYPED.len()];
            wording(dialogue.asked(), dialogue.sketch());
            if dialogue.answer(typed) == Turn::Done {
                done += 1;
                break;
            }
        }
        let sketch = dialogue.sketch().settled();
        if sketch.is_case() {
            let yaml = written::yaml(&sketch);
            read(&yaml);
            read(&with_examples(&yaml));
        }
    }
    assert!(done > 20, "{done}");
}
