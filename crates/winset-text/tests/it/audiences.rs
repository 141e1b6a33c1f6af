//! What a reader may not see does not change what it reads.

use winset_journal::{Author, Mode, Place};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_text::Text;

use crate::made::{GATE, clause, draft, entries, party, read, seen, wording};

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
    let hidden = |words: &str| {
        let before = seen(GATE, &[], &Audience::Mediator);
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
        let with = seen(GATE, &entries(acts.clone()), &Audience::Mediator);
        let clauses = Text::new(&with.case, &with.entries).to_issue();
        let issued = (
            Author::Mediator,
            Visibility::Public,
            draft("T-3", Mode::Compilation, clauses),
        );
        drop(before);
        entries([acts, vec![issued]].concat())
    };
    let changed = GATE.replace("change: {gate: open}", "change: {fee: 2}");
    let [one, two] = [
        all(GATE, &hidden("secret"), &north),
        all(&changed, &hidden("other"), &north),
    ];
    assert_eq!(one, two);
    let told = format!("{one:?}");
    assert!(
        !told.contains("secret") && told.contains("T-3") && told.contains("T-1"),
        "{told}"
    );
    // A session that was not released gives no version.
    assert!(!told.contains("T-2"), "{told}");
    let mediator = all(GATE, &hidden("secret"), &Audience::Mediator);
    assert!(format!("{mediator:?}").contains("secret"));
    // South reads its own.
    let south = all(
        GATE,
        &hidden("secret"),
        &Audience::Party("south".to_owned()),
    );
    let told = format!("{south:?}");
    assert!(
        told.contains("[SOU: secret]") && !told.contains("On secret"),
        "{told}"
    );
}
