//! What a reader may not see does not change what it reads.

use winset_journal::{Author, Mode, Place};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_text::Text;

use crate::made::{GATE, clause, entries, issued, party, read, seen, wording};

/// All that a reader reads: every version, and the working text.
fn all(text: &str, acts: &[winset_journal::JournalEntry], audience: &Audience) -> Vec<Vec<String>> {
    let seen = seen(text, acts, audience);
    let text = Text::new(&seen.case, &seen.entries);
    let working = text.working();
    let versions = text.versions().iter().chain([&working]);
    versions
        .map(|version| {
            let titles = version.clauses.iter().map(|c| c.title.clone());
            [
                vec![version.name.clone()],
                titles.collect(),
                read(&seen.case, version),
            ]
            .concat()
        })
        .collect()
}

#[test]
fn hidden_offers_and_words_change_nothing_for_others() {
    let north = Audience::Party("north".to_owned());
    let hidden = |text: &str, words: &str| {
        let acts = vec![
            (
                party("south"),
                Visibility::Mediator,
                wording("fee", None, Some(words)),
            ),
            (
                Author::Mediator,
                Visibility::Sealed,
                clause(words, Place::Annex, Some(words)),
            ),
        ];
        issued(text, entries(acts), "T-3", Mode::Compilation).unwrap()
    };
    let changed = GATE.replace("says: {gate: open}", "says: {fee: 2}");
    assert_ne!(changed, GATE);
    let [one, two] = [
        all(GATE, &hidden(GATE, "secret"), &north),
        all(&changed, &hidden(&changed, "other"), &north),
    ];
    assert_eq!(one, two);
    let told = format!("{one:?}");
    assert!(
        !told.contains("secret") && told.contains("T-3") && told.contains("T-1"),
        "{told}"
    );
    // A session that was not released gives no version.
    assert!(!told.contains("T-2"), "{told}");
    let mediator = all(GATE, &hidden(GATE, "secret"), &Audience::Mediator);
    assert!(format!("{mediator:?}").contains("secret"));
    // South reads its own.
    let south = all(
        GATE,
        &hidden(GATE, "secret"),
        &Audience::Party("south".to_owned()),
    );
    let told = format!("{south:?}");
    assert!(
        told.contains("[SOU: secret]") && !told.contains("On secret"),
        "{told}"
    );
}
