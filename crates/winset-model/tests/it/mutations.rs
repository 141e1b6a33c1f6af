//! The demonstration case with random damage: never a panic, and every finding inside the file.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use winset_model::document::Syntax;
use winset_model::read_case;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");
static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read(CASE).unwrap());

/// One act of damage, at places that are taken as shares of what there is.
#[derive(Debug, Clone)]
pub(crate) enum Damage {
    Flip(usize, u8),
    Delete(usize, usize),
    Insert(usize, &'static str),
    DoubleLine(usize),
    SwapLines(usize, usize),
    SwapWords(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let signs = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "'",
        "\"",
        "\n",
        "\t",
        "- ",
        "#",
        "&a ",
        "*a",
        "1/0",
        "-1",
        "1e9",
        "~",
        "\0",
        "\u{85}",
        "[]",
        "{}",
        "!!str ",
        "| ",
        "? ",
        "<<: ",
        "999999999999999999999",
    ]);
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        (any::<usize>(), 1..40_usize).prop_map(|(at, length)| Damage::Delete(at, length)),
        (any::<usize>(), signs).prop_map(|(at, sign)| Damage::Insert(at, sign)),
        any::<usize>().prop_map(Damage::DoubleLine),
        any::<(usize, usize)>().prop_map(|(a, b)| Damage::SwapLines(a, b)),
        any::<(usize, usize)>().prop_map(|(a, b)| Damage::SwapWords(a, b)),
    ]
}

pub(crate) fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match *damage {
        Damage::Flip(at, byte) => bytes[at % length] ^= byte,
        Damage::Delete(at, count) => {
            let start = at % length;
            bytes.drain(start..(start + count).min(length));
        }
        Damage::Insert(at, sign) => {
            let at = at % length;
            bytes.splice(at..at, sign.bytes());
        }
        Damage::DoubleLine(at) => {
            let mut lines: Vec<Vec<u8>> = bytes
                .split_inclusive(|b| *b == b'\n')
                .map(<[u8]>::to_vec)
                .collect();
            let at = at % lines.len();
            lines.insert(at, lines[at].clone());
            *bytes = lines.concat();
        }
        Damage::SwapLines(a, b) => swap(bytes, a, b, |byte| byte == b'\n'),
        Damage::SwapWords(a, b) => swap(bytes, a, b, |byte| b" ,{}[]:\n".contains(&byte)),
    }
}

fn swap(bytes: &mut Vec<u8>, a: usize, b: usize, ends: impl Fn(u8) -> bool) {
    let mut parts: Vec<Vec<u8>> = bytes
        .split_inclusive(|byte| ends(*byte))
        .map(<[u8]>::to_vec)
        .collect();
    let count = parts.len();
    parts.swap(a % count, b % count);
    *bytes = parts.concat();
}

/// So much damage, the same every time.
pub(crate) fn damages(count: usize) -> Vec<Vec<Damage>> {
    let mut runner = TestRunner::deterministic();
    let acts = prop::collection::vec(damage(), 1..4);
    let one = |_| acts.new_tree(&mut runner).unwrap().current();
    (0..count).map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_is_told_and_never_a_panic(acts in prop::collection::vec(damage(), 1..4)) {
        let mut bytes = BYTES.clone();
        for act in &acts {
            apply(&mut bytes, act);
        }
        let findings = match read_case(&bytes, Syntax::Yaml) {
            Ok(reading) => reading.warnings,
            Err(errors) => {
                prop_assert!(!errors.is_empty());
                errors
            }
        };
        for finding in findings {
            let places = [finding.span].into_iter().chain(finding.related.map(|r| r.0));
            for span in places {
                prop_assert!(span.start <= span.end && span.end <= bytes.len(), "{span:?}");
            }
        }
    }
}
