//! Laws of comparisons, on random texts.

use winset_gen::rng::Rng;
use winset_text::{Change, Run, TOKENS_MAX, compare};

use crate::made::{runs, text};

const WORDS: [&str; 16] = [
    "forces", "shall", "withdraw", "the", "the", "of", "300,000", "border", ".", ", ", "[ORV: ",
    "] [LET: ", "]", "水", "x\n", "é",
];

fn random_text(rng: &mut Rng, most: usize) -> String {
    let words = rng.below(most + 1);
    let mut out = String::new();
    for _ in 0..words {
        out.push_str(WORDS[rng.below(WORDS.len())]);
        if rng.below(3) > 0 {
            out.push(' ');
        }
    }
    out
}

/// A text with a few pieces taken out or put in.
fn edited(rng: &mut Rng, text: &str) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(' ') {
        match rng.below(12) {
            0 => {}
            1 => out.push_str(&format!("{word}{} ", random_text(rng, 2))),
            _ => out.push_str(word),
        }
    }
    out
}

fn holds(old: &[Run], new: &[Run]) {
    let found = compare(old, new);
    assert_eq!(text(&found, Some(Change::Inserted)), text(old, None));
    assert_eq!(text(&found, Some(Change::Deleted)), text(new, None));
    assert!(found.iter().all(|run| !run.text.is_empty()));
    let alike = |pair: &[Run]| (pair[0].role, pair[0].change) == (pair[1].role, pair[1].change);
    assert!(!found.windows(2).any(alike), "{found:?}");
    // Each change is told once: what went, then what came.
    let turned =
        |pair: &[Run]| pair[0].change == Change::Inserted && pair[1].change == Change::Deleted;
    assert!(!found.windows(2).any(turned), "{found:?}");
    let same = found.iter().all(|run| run.change == Change::Kept);
    assert_eq!(same, text(old, None) == text(new, None) && same);
    assert_eq!(found, compare(old, new));
}

#[test]
fn what_is_kept_and_what_went_is_the_old_text() {
    let mut rng = Rng::new(7);
    for _ in 0..2_000 {
        let old = random_text(&mut rng, 40);
        let new = if rng.below(4) == 0 {
            random_text(&mut rng, 40)
        } else {
            edited(&mut rng, &old)
        };
        holds(&runs(&old), &runs(&new));
        holds(&runs(&old), &runs(&old));
        holds(&runs(&old), &[]);
        holds(&[], &runs(&new));
    }
}

#[test]
fn words_are_compared_whole() {
    let told = |old: &str, new: &str| -> String {
        let sign = |run: &Run| match run.change {
            Change::Kept => run.text.clone(),
            Change::Inserted => format!("+{}+", run.text),
            Change::Deleted => format!("-{}-", run.text),
        };
        compare(&runs(old), &runs(new)).iter().map(sign).collect()
    };
    assert_eq!(
        told(
            "Not more than 300,000 in peacetime.",
            "Not more than 500,000 in peacetime."
        ),
        "Not more than -300,000-+500,000+ in peacetime."
    );
    // What two sentences share by chance does not cut them to pieces.
    assert_eq!(
        told(
            "A force of the Compact deploys.",
            "An observer of the Union reports daily."
        ),
        "-A force of the Compact deploys-+An observer of the Union reports daily+."
    );
    // A bracket is not taken for that of another owner.
    assert_eq!(
        told("[ORV: They leave.] [LET: They stay.]", "[LET: They stay.]"),
        "-[--ORV:-- They leave.--]-- -[LET: They stay.]"
    );
}

#[test]
fn huge_texts_are_compared_with_bounded_work() {
    let long = |word: &str| format!("same {} same", format!("{word} b ").repeat(TOKENS_MAX));
    let (old, new) = (runs(&long("a")), runs(&long("c")));
    holds(&old, &new);
    let found = compare(&old, &new);
    assert_eq!(found.len(), 4);
}
