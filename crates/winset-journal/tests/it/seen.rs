//! What an audience sees of a journal.

use winset_journal::{
    Act, Alternative, Author, Clause, Deed, DraftEdition, IssuedDraft, JournalEntry, Mode, Place,
    as_seen_by, visible,
};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::document::{self, Syntax};
use winset_model::offer::OfferKind;
use winset_model::options::OptionId;

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
        kind: OfferKind::Package,
        says: vec![("fee".to_owned(), fee.to_owned())],
        note: Some("between us".to_owned()),
    }
}

/// A clause that says so many things, all in public, and as many in confidence.
fn clause(id: &str, public: usize, confidential: usize) -> Clause {
    let alternative = |seen: Visibility| Alternative {
        by: vec![party("south")],
        option: None,
        text: "Words.".to_owned(),
        seen,
    };
    let said = std::iter::repeat_n(Visibility::Public, public);
    let said = said.chain(std::iter::repeat_n(Visibility::Mediator, confidential));
    Clause {
        id: id.to_owned(),
        place: Place::Annex,
        title: id.to_owned(),
        alternatives: said.map(alternative).collect(),
    }
}

/// A version whose mediator reads all clauses, whose public one of them and whose south another.
fn draft(mode: Mode) -> IssuedDraft {
    let edition = |audience: Audience, clauses: Vec<Clause>| DraftEdition { audience, clauses };
    IssuedDraft {
        version: "SNT-1".to_owned(),
        date: None,
        mode,
        clauses: Some(vec![
            clause("clean", 1, 0),
            clause("souths", 0, 1),
            clause("both", 1, 1),
        ]),
        editions: vec![
            edition(Audience::Public, vec![clause("clean", 1, 0)]),
            edition(
                Audience::Party("south".to_owned()),
                vec![clause("souths", 0, 1)],
            ),
        ],
    }
}

fn entries() -> Vec<JournalEntry> {
    let acts = [
        act(party("south"), Visibility::Sealed, offer("low")),
        act(party("south"), Visibility::Public, offer("high")),
        act(
            Author::Mediator,
            Visibility::Public,
            Deed::Draft(draft(Mode::Compilation)),
        ),
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

/// What an audience is given of an issued draft: the names of its clauses, where there are any, and how
/// many editions.
fn given(draft: IssuedDraft, audience: &Audience) -> (Option<Vec<String>>, usize) {
    let act = act(Author::Mediator, Visibility::Public, Deed::Draft(draft));
    let entries = visible(&[JournalEntry { line: 1, act }], audience);
    let Deed::Draft(draft) = &entries[0].act.deed else {
        panic!("the act is a draft");
    };
    let names = |clauses: &Vec<Clause>| clauses.iter().map(|c| c.id.clone()).collect();
    (draft.clauses.as_ref().map(names), draft.editions.len())
}

fn audiences() -> [Audience; 4] {
    let party = |id: &str| Audience::Party(id.to_owned());
    [
        Audience::Mediator,
        Audience::Public,
        party("south"),
        party("north"),
    ]
}

#[test]
fn an_audience_is_given_its_own_edition_and_no_other() {
    let names = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect());
    for mode in [Mode::Compilation, Mode::Chair] {
        let seen = audiences().map(|audience| given(draft(mode), &audience));
        assert_eq!(
            seen,
            [
                (names(&["clean", "souths", "both"]), 2),
                (names(&["clean"]), 0),
                (names(&["souths"]), 0),
                (names(&["clean"]), 0),
            ]
        );
    }
}

/// Clauses that the mediator reads were made of all that was told: without editions nobody else is
/// given any of a compilation, and of a proposal those that are public throughout.
#[test]
fn drafts_without_editions_give_nobody_the_mediators_clauses() {
    let kept = |mode: Mode| {
        let draft = IssuedDraft {
            editions: Vec::new(),
            ..draft(mode)
        };
        audiences().map(|audience| given(draft.clone(), &audience))
    };
    let names = |names: &[&str]| (Some(names.iter().map(|n| (*n).to_owned()).collect()), 0);
    let all = names(&["clean", "souths", "both"]);
    let compiled = kept(Mode::Compilation);
    assert_eq!(compiled, [all.clone(), (None, 0), (None, 0), (None, 0)]);
    let clean = || names(&["clean"]);
    assert_eq!(kept(Mode::Chair), [all, clean(), clean(), clean()]);
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

const GROWN: &str = "
format: winset-case/1
id: talks
title: Talks
parties: [{id: north, name: North}, {id: south, name: South}]
points:
  - {id: new, title: New, options: [{id: a, label: A}, {id: b, label: B}]}
  - {id: fee, title: Fee, options: [{id: low, label: Low}, {id: high, label: High}]}
  - {id: term, title: Term, options: [{id: short, label: Short}, {id: long, label: Long}]}
";

fn said(kind: OfferKind, says: &[(&str, &str)]) -> Deed {
    let named = |(point, option): &(&str, &str)| ((*point).to_owned(), (*option).to_owned());
    Deed::Offer {
        date: None,
        kind,
        says: says.iter().map(named).collect(),
        note: None,
    }
}

/// A point that came to the case later sets no offer aside; a name that is not there does.
#[test]
fn offers_count_for_what_they_say() {
    let (package, statement) = (OfferKind::Package, OfferKind::Statement);
    let acts = [
        said(package, &[("fee", "low"), ("term", "long")]),
        said(statement, &[("fee", "high")]),
        said(statement, &[("new", "b"), ("fee", "middle")]),
        said(package, &[("fe", "low"), ("term", "long")]),
        said(statement, &[]),
        said(statement, &[("new", "b")]),
    ];
    let entries = acts.into_iter().enumerate().map(|(n, deed)| JournalEntry {
        line: n + 1,
        act: act(party("north"), Visibility::Public, deed),
    });
    let entries: Vec<JournalEntry> = entries.collect();
    let document = document::parse(GROWN.as_bytes(), Syntax::Yaml).unwrap();
    let seen = as_seen_by(&document, &entries, &Audience::Mediator).unwrap();
    let offers = seen.case.offers.iter();
    let stands: Vec<_> = offers
        .map(|o| (o.seq, o.line, o.kind, o.stand.clone()))
        .collect();
    let option = |place: usize| Some(OptionId::at(place));
    assert_eq!(
        stands,
        [
            (1, Some(1), package, vec![None, option(0), option(1)]),
            (2, Some(2), statement, vec![None, option(1), option(1)]),
            (3, Some(6), statement, vec![option(1), option(1), option(1)]),
        ]
    );
    let aside: Vec<(usize, &str)> = seen.aside.iter().map(|a| (a.line, &*a.why)).collect();
    assert_eq!(
        aside,
        [
            (3, "`middle` is no option of `fee`"),
            (4, "`fe` is no point; did you mean `fee`?"),
            (5, "it speaks of no point"),
        ]
    );
}

/// What is told in confidence changes nothing of what others take the party to stand for.
#[test]
fn a_stand_is_the_last_that_the_reader_saw() {
    let acts = [
        (Visibility::Public, [("fee", "low")]),
        (Visibility::Mediator, [("fee", "high")]),
        (Visibility::Public, [("term", "long")]),
    ];
    let entries = acts
        .into_iter()
        .enumerate()
        .map(|(n, (seen, says))| JournalEntry {
            line: n + 1,
            act: act(party("north"), seen, said(OfferKind::Statement, &says)),
        });
    let entries: Vec<JournalEntry> = entries.collect();
    let document = document::parse(GROWN.as_bytes(), Syntax::Yaml).unwrap();
    let stand = |audience: &Audience| {
        let seen = as_seen_by(&document, &entries, audience).unwrap();
        let last = seen.case.offers.last().unwrap();
        (last.seq, last.line, last.stand.clone())
    };
    let option = |place: usize| Some(OptionId::at(place));
    let told = (3, Some(3), vec![None, option(1), option(1)]);
    let public = (2, Some(2), vec![None, option(0), option(1)]);
    let stands = audiences().map(|audience| stand(&audience));
    assert_eq!(stands, [told.clone(), public.clone(), public, told]);
}
