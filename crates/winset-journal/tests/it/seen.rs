//! What an audience sees of a journal.

use winset_journal::{
    Act, Alternative, Author, Clause, Deed, IssuedDraft, JournalEntry, Mode, Place, as_seen_by,
    visible,
};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::document::{self, Syntax};

const TALKS: &str = "
format: winset-case/1
id: talks
title: Talks
parties: [{id: north, name: North, no_deal: 1}, {id: south, name: South, no_deal: 2}]
points: [{id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}]
preferences: {north: {fee: {scores: [1, 3]}}, south: {fee: {scores: [4, 2]}}}
levers: [{id: push, by: north, target: south, no_deal_delta: -1, cost_to_puller: 1, delay_days: 1}]
offers:
  - {seq: 1, by: north, package: {fee: high}}
  - {seq: 4, by: south, visibility: sealed, package: {fee: low}}
  - {seq: 9, by: north, package: {fee: low}}
";

fn party(id: &str) -> Author {
    Author::Party(id.to_owned())
}

fn act(by: Author, seen: Visibility, deed: Deed) -> Act {
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by,
        seen,
        once: Some("word".to_owned()),
        deed,
    }
}

fn offer(fee: &str) -> Deed {
    Deed::Offer {
        date: None,
        package: vec![("fee".to_owned(), fee.to_owned())],
        note: Some("between us".to_owned()),
    }
}

fn draft() -> Deed {
    let alternative = |by: &[&str], seen: Visibility| Alternative {
        by: by.iter().map(|id| party(id)).collect(),
        option: None,
        text: "Words.".to_owned(),
        seen,
    };
    let clause = |id: &str, alternatives: Vec<Alternative>| Clause {
        id: id.to_owned(),
        place: Place::Annex,
        title: id.to_owned(),
        alternatives,
    };
    Deed::Draft(IssuedDraft {
        version: "SNT-1".to_owned(),
        date: None,
        mode: Mode::Compilation,
        clauses: vec![
            clause("clean", vec![alternative(&[], Visibility::Public)]),
            clause(
                "souths",
                vec![alternative(&["south"], Visibility::Mediator)],
            ),
            clause(
                "both",
                vec![
                    alternative(&["north"], Visibility::Public),
                    alternative(&["south"], Visibility::Sealed),
                ],
            ),
        ],
    })
}

fn entries() -> Vec<JournalEntry> {
    let acts = [
        act(party("south"), Visibility::Sealed, offer("low")),
        act(party("south"), Visibility::Public, offer("high")),
        act(Author::Mediator, Visibility::Public, draft()),
        act(party("north"), Visibility::Mediator, offer("middle")),
    ];
    let numbered = acts.into_iter().enumerate();
    numbered
        .map(|(n, act)| JournalEntry { line: n + 1, act })
        .collect()
}

#[test]
fn lines_are_numbered_as_the_audience_counts() {
    let seen = |audience: Audience| -> Vec<(usize, Option<String>)> {
        let acts = visible(&entries(), &audience);
        acts.into_iter().map(|e| (e.line, e.act.once)).collect()
    };
    let word = || Some("word".to_owned());
    assert_eq!(seen(Audience::Public), [(1, None), (2, None)]);
    let south = Audience::Party("south".to_owned());
    assert_eq!(seen(south), [(1, word()), (2, word()), (3, None)]);
    let north = Audience::Party("north".to_owned());
    assert_eq!(seen(north), [(1, None), (2, None), (3, word())]);
    assert_eq!(seen(Audience::Mediator).len(), 4);
}

#[test]
fn clauses_without_words_in_sight_are_not_in_sight() {
    let clauses = |audience: Audience| -> Vec<(String, usize)> {
        let acts = visible(&entries(), &audience);
        let drafts = acts.into_iter().filter_map(|entry| match entry.act.deed {
            Deed::Draft(draft) => Some(draft.clauses),
            _ => None,
        });
        drafts
            .flatten()
            .map(|c| (c.id, c.alternatives.len()))
            .collect()
    };
    let of = |list: &[(&str, usize)]| -> Vec<(String, usize)> {
        list.iter().map(|(id, n)| ((*id).to_owned(), *n)).collect()
    };
    assert_eq!(clauses(Audience::Public), of(&[("clean", 1), ("both", 1)]));
    let south = Audience::Party("south".to_owned());
    assert_eq!(
        clauses(south),
        of(&[("clean", 1), ("souths", 1), ("both", 2)])
    );
}

#[test]
fn offers_of_file_and_journal_are_counted_on() {
    let document = document::parse(TALKS.as_bytes(), Syntax::Yaml).unwrap();
    let of = |audience: Audience| {
        let seen = as_seen_by(&document, &entries(), &audience).unwrap();
        let numbers: Vec<u64> = seen.case.offers.iter().map(|offer| offer.seq).collect();
        let notes = seen.case.offers.iter();
        let notes = notes.filter(|offer| offer.note.is_some()).count();
        (numbers, notes, seen.aside.len(), seen.case.levers.len())
    };
    assert_eq!(of(Audience::Mediator), (vec![1, 4, 9, 10, 11], 2, 1, 1));
    assert_eq!(of(Audience::Public), (vec![1, 2, 3], 0, 0, 0));
    assert_eq!(
        of(Audience::Party("north".to_owned())),
        (vec![1, 2, 3], 0, 1, 0)
    );
    let south = Audience::Party("south".to_owned());
    assert_eq!(of(south), (vec![1, 2, 3, 4, 5], 2, 0, 1));
}
