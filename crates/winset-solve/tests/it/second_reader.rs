//! `tools/verify.py`, written from the page on certificates alone, says the same as the checker: of
//! every certificate that the solver writes, and of forged ones.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Number, Value, json};
use winset_check::{header, verify};
use winset_gen::forge::forged;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, best, overlap};

const TOOLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools");
/// Genuine certificates of questions without an overlap.
const GENUINE: usize = 150;
/// Forged ones made of each certificate.
const FORGED: usize = 8;

/// Certificates to put to both readers.
#[derive(Default)]
struct Tasks {
    lines: String,
    expected: Vec<&'static str>,
}

impl Tasks {
    fn add(&mut self, case: &Case, text: &str, certificate: &[u8]) {
        let mut hex = String::new();
        for byte in certificate {
            write!(hex, "{byte:02x}").unwrap();
        }
        self.lines += &(json!({"case": text, "certificate": hex}).to_string() + "\n");
        let accepted = verify(case, certificate).is_ok();
        self.expected
            .push(if accepted { "accepted" } else { "refused" });
    }

    fn add_forged(&mut self, case: &Case, text: &str, certificate: &str, rng: &mut Rng) {
        for _ in 0..FORGED {
            self.add(case, text, &forged(certificate, certificate, rng));
        }
    }
}

/// Cases whose numbers are written in every way that a case file allows.
const WRITINGS: usize = 1_000;

/// The same case with its numbers in other writings.
fn rewritten(value: &Value, rng: &mut Rng) -> Value {
    match value {
        Value::Number(number) => writing(number, rng),
        Value::Array(list) => list.iter().map(|value| rewritten(value, rng)).collect(),
        Value::Object(keys) => {
            let rewritten = |(key, value): (&String, &Value)| (key.clone(), rewritten(value, rng));
            keys.iter().map(rewritten).collect()
        }
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

/// A number of JSON in another writing, which is a text where JSON does not know it.
fn writing(number: &Number, rng: &mut Rng) -> Value {
    let plain = number.to_string();
    let bare = plain.strip_prefix('-').unwrap_or(&plain);
    let sign = if bare.len() < plain.len() { "-" } else { "" };
    let whole = !bare.contains(['.', 'e']);
    let text = match rng.below(8) {
        0 if sign.is_empty() => format!("+{bare}"),
        1 if bare.starts_with("0.") => format!("{sign}{}", &bare[1..]),
        1 if whole => format!("{sign}{bare}."),
        2 if whole => format!("{sign}{bare}.00"),
        3 => format!("{plain}e0"),
        4 => format!("{plain}/1"),
        5 => format!("{plain} / 1.0"),
        6 if whole => format!("{sign}00{bare}E+00"),
        _ => return Value::Number(number.clone()),
    };
    serde_json::from_str::<Number>(&text).map_or(Value::String(text), Value::Number)
}

/// Proofs that parties can get no more, restated as if there were no overlap at all.
fn restated(case: &Case, asked: &Positions) -> Vec<String> {
    let budget = Budget::unlimited();
    let Answer::Found(witness) = overlap(case, asked, &budget) else {
        return Vec::new();
    };
    let parties = (0..case.parties.len()).map(PartyId::at);
    let proofs = parties.filter_map(|p| best(case, asked, p, &witness, &budget).unwrap());
    let restate = |best: winset_check::Best| {
        let text = String::from_utf8(best.proof().bytes().to_vec()).unwrap();
        let body = text.strip_prefix(&header(case, best.proof().positions()));
        header(case, asked) + body.unwrap()
    };
    proofs.map(restate).collect()
}

fn tasks() -> Tasks {
    let mut tasks = Tasks::default();
    let mut genuine = 0;
    let mut rng = Rng::new(1);
    for seed in 0.. {
        if genuine == GENUINE {
            break;
        }
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap()
            .case;
        let asked = positions(&case, &mut rng);
        if let Answer::Impossible(proof) = overlap(&case, &asked, &Budget::unlimited()) {
            let certificate = String::from_utf8(proof.bytes().to_vec()).unwrap();
            tasks.add(&case, &text, certificate.as_bytes());
            assert_eq!(tasks.expected.last(), Some(&"accepted"));
            tasks.add_forged(&case, &text, &certificate, &mut rng);
            genuine += 1;
        }
        for certificate in restated(&case, &asked) {
            tasks.add(&case, &text, certificate.as_bytes());
            assert_eq!(tasks.expected.last(), Some(&"refused"));
            tasks.add_forged(&case, &text, &certificate, &mut rng);
        }
    }
    add_writings(&mut tasks, &mut rng);
    tasks
}

/// The readers agree on cases whose numbers stand in other writings, too: the certificates are of these
/// very files.
fn add_writings(tasks: &mut Tasks, rng: &mut Rng) {
    let mut told = 0;
    for seed in 0.. {
        if told == WRITINGS {
            break;
        }
        let text = rewritten(&small(seed), rng).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap_or_else(|found| panic!("{text}: {found:?}"))
            .case;
        let asked = positions(&case, rng);
        if let Answer::Impossible(proof) = overlap(&case, &asked, &Budget::unlimited()) {
            tasks.add(&case, &text, proof.bytes());
            assert_eq!(tasks.expected.last(), Some(&"accepted"));
            told += 1;
        }
    }
}

#[test]
fn both_readers_say_the_same() {
    let started = Command::new("python3")
        .arg("verify_many.py")
        .current_dir(TOOLS)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut python = match started {
        Ok(python) => python,
        Err(error) => {
            eprintln!("skipped: python3 cannot be run: {error}");
            return;
        }
    };
    let tasks = tasks();
    let mut stdin = python.stdin.take().unwrap();
    let lines = tasks.lines.clone();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = python.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(said.len(), tasks.expected.len());
    for ((said, expected), task) in said.iter().zip(&tasks.expected).zip(tasks.lines.lines()) {
        assert_eq!(said, expected, "{task}");
    }
    let refused = said.iter().filter(|s| **s == "refused").count();
    let accepted = said.len() - refused;
    println!("{accepted} accepted, {refused} refused");
    assert!(
        accepted >= GENUINE && refused >= 1_000,
        "{accepted} and {refused}"
    );
}
