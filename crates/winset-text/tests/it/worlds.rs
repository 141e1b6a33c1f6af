//! Worlds that differ in what a reader may not see look the same to that reader.

use winset_gen::rng::Rng;
use winset_journal::{Author, Deed, IssuedDraft, JournalEntry, Mode, Place, Reply};
use winset_model::audience::Audience;
use winset_model::case::Visibility::{self, Mediator, Public, Sealed};
use winset_model::offer::OfferKind;
use winset_text::document::{self, Facts};
use winset_text::{DraftFault, Text, export};

use crate::made::{clause, entries, issued, party, read, seen, wording};

/// Two parties that must agree, another one, two points, and nothing said of them yet.
const FORD: &str = "
format: winset-case/1
id: ford
title: The ford
parties:
  - {id: a, name: Ann, role: principal}
  - {id: b, name: Bob, role: principal}
  - {id: c, name: Cat, role: witness}
points:
  - id: land
    title: Land
    options:
      - {id: keep, label: Keep, text: Forces stay.}
      - {id: leave, label: Leave, text: Forces leave.}
  - {id: fee, title: Fee, range: {from: 0, to: 2, step: 1, unit: crowns}}
";

type Said = (Author, Visibility, Deed);

fn mediator(seen: Visibility, deed: Deed) -> Said {
    (Author::Mediator, seen, deed)
}

fn by(id: &str, seen: Visibility, deed: Deed) -> Said {
    (party(id), seen, deed)
}

fn says(points: &[(&str, &str)]) -> Deed {
    let named = |(point, option): &(&str, &str)| ((*point).to_owned(), (*option).to_owned());
    Deed::Offer {
        date: None,
        kind: OfferKind::Statement,
        says: points.iter().map(named).collect(),
        note: None,
    }
}

fn titled(id: &str, place: Place, title: &str, text: &str) -> Deed {
    Deed::Clause {
        id: id.to_owned(),
        place,
        title: title.to_owned(),
        text: Some(text.to_owned()),
    }
}

fn reader(id: &str) -> Audience {
    Audience::Party(id.to_owned())
}

/// The acts and, after them, a version of this name.
fn compiled(acts: Vec<Said>, name: &str) -> Vec<JournalEntry> {
    issued(FORD, entries(acts), name, Mode::Compilation).unwrap()
}

/// All that a reader is shown of the text: every version, what moved between them, the answers, and
/// what was set aside.
fn shown(text: &str, acts: &[JournalEntry], audience: &Audience) -> String {
    let seen = seen(text, acts, audience);
    let text = Text::new(&seen.case, &seen.entries);
    let facts = Facts {
        audience,
        head: None,
    };
    let working = text.working();
    let mut told = format!("{:?}\n{:?}\n", text.aside(), seen.aside);
    for version in text.versions().iter().chain([&working]) {
        told += &format!("{version:#?}\n{:?}\n", text.answers(version));
        told += &export::plain(&document::version(&text, version, facts));
        for before in text.versions() {
            told += &export::plain(&document::redline(&text, before, version, facts));
        }
    }
    told + &export::plain(&document::counts(&text, facts))
}

/// The clauses of a version as a reader reads them.
fn reads(acts: &[JournalEntry], version: &str, audience: &Audience) -> Vec<String> {
    let seen = seen(FORD, acts, audience);
    let text = Text::new(&seen.case, &seen.entries);
    read(&seen.case, text.version(version).unwrap())
}

fn alike(one: &[JournalEntry], other: &[JournalEntry], audience: &Audience) {
    assert_ne!(one, other);
    assert_eq!(
        shown(FORD, one, audience),
        shown(FORD, other, audience),
        "{audience:?}"
    );
}

/// The same drafts as journals kept them before there were editions.
fn without_editions(mut acts: Vec<JournalEntry>) -> Vec<JournalEntry> {
    for entry in &mut acts {
        if let Deed::Draft(IssuedDraft { editions, .. }) = &mut entry.act.deed {
            editions.clear();
        }
    }
    acts
}

/// Two offers in confidence say the same, or do not: neither maker is told which.
#[test]
fn offers_in_confidence_do_not_show_in_each_others_drafts() {
    let world = |land: &str| {
        let acts = vec![
            by("a", Mediator, says(&[("land", "leave")])),
            by("b", Mediator, says(&[("land", land)])),
        ];
        compiled(acts, "V1")
    };
    for audience in [reader("a"), reader("c"), Audience::Public] {
        alike(&world("leave"), &world("keep"), &audience);
    }
    assert_eq!(
        reads(&world("leave"), "V1", &Audience::Mediator)[0],
        "Forces leave."
    );
    assert_eq!(
        reads(&world("leave"), "V1", &reader("a"))[0],
        "[a: Forces leave.]"
    );
    assert_eq!(reads(&world("leave"), "V1", &Audience::Public)[0], "[…]");
}

/// What others agree in public stays clean, whatever somebody says in confidence.
#[test]
fn an_offer_in_confidence_opens_no_clause_for_others() {
    let world = |hidden: Option<Said>| {
        let both = ["a", "b"].map(|id| by(id, Public, says(&[("land", "leave")])));
        compiled(both.into_iter().chain(hidden).collect(), "V1")
    };
    for id in ["a", "c"] {
        let hidden = world(Some(by(id, Mediator, says(&[("land", "keep")]))));
        for audience in [reader("b"), Audience::Public] {
            alike(&world(None), &hidden, &audience);
            assert_eq!(reads(&hidden, "V1", &audience)[0], "Forces leave.");
        }
        assert_ne!(reads(&hidden, "V1", &reader(id))[0], "Forces leave.");
        assert_ne!(
            reads(&hidden, "V1", &Audience::Mediator)[0],
            "Forces leave."
        );
    }
}

/// Neither the title nor the place of a sealed clause reaches others through its identifier.
#[test]
fn a_sealed_clause_of_the_same_name_lends_no_title() {
    let secret = || titled("aims", Place::Annex, "SECRET port", "SECRET words");
    let open = || titled("aims", Place::Preamble, "Aims", "Desiring peace,");
    let aims = || by("a", Public, open());
    let hidden = || by("b", Sealed, secret());
    let clear = compiled(vec![aims()], "V1");
    for acts in [vec![hidden(), aims()], vec![aims(), hidden()]] {
        let world = compiled(acts, "V1");
        for audience in [reader("a"), reader("c"), Audience::Public] {
            alike(&clear, &world, &audience);
            assert!(!shown(FORD, &world, &audience).contains("SECRET"));
        }
        assert!(shown(FORD, &world, &reader("b")).contains("SECRET words"));
    }
    // A proposal stands on the mediator's own clause, and not on when somebody else had one.
    let own = |id: &str| mediator(Mediator, titled(id, Place::Annex, id, "The mediator's."));
    let settled = || ["a", "b"].map(|id| by(id, Public, says(&[("land", "keep"), ("fee", "1")])));
    let chair = |acts: Vec<Said>| {
        let acts = acts.into_iter().chain(settled()).collect();
        issued(FORD, entries(acts), "C1", Mode::Chair).unwrap()
    };
    let clear = chair(vec![own("maps"), own("aims")]);
    let first = chair(vec![hidden(), own("maps"), own("aims")]);
    let gone = by("b", Sealed, clause("aims", Place::Annex, None));
    let taken = chair(vec![hidden(), own("maps"), own("aims"), gone]);
    for world in [first, taken] {
        for audience in [reader("a"), Audience::Public] {
            alike(&clear, &world, &audience);
            assert_eq!(reads(&world, "C1", &audience).len(), 4);
        }
    }
    // The mediator's words for a clause that others do not see come without its title.
    let worded = mediator(Mediator, wording("aims", None, Some("In other words.")));
    let told = shown(FORD, &chair(vec![hidden(), worded]), &Audience::Public);
    assert!(
        told.contains("In other words.") && !told.contains("SECRET"),
        "{told}"
    );
}

/// A public offer stands for all who may not see that its maker said something else since.
#[test]
fn a_later_offer_in_confidence_takes_nothing_from_a_public_one() {
    let world = |hidden: Option<Said>| {
        let acts = [by("a", Public, says(&[("land", "keep")]))];
        compiled(acts.into_iter().chain(hidden).collect(), "V1")
    };
    let hidden = world(Some(by("a", Mediator, says(&[("land", "leave")]))));
    for audience in [reader("b"), Audience::Public] {
        alike(&world(None), &hidden, &audience);
        assert_eq!(reads(&hidden, "V1", &audience)[0], "[a: Forces stay.]");
    }
    for audience in [reader("a"), Audience::Mediator] {
        assert_eq!(reads(&hidden, "V1", &audience)[0], "[a: Forces leave.]");
    }
}

/// A public statement tells nothing of what was told in confidence before it.
#[test]
fn a_public_statement_carries_nothing_confidential_along() {
    let world = |hidden: Option<Said>| {
        let first = [by("a", Public, says(&[("land", "keep"), ("fee", "1")]))];
        let last = [by("a", Public, says(&[("fee", "2")]))];
        let acts = first.into_iter().chain(hidden).chain(last);
        compiled(acts.collect(), "V1")
    };
    let hidden = world(Some(by("a", Mediator, says(&[("land", "leave")]))));
    for audience in [reader("b"), Audience::Public] {
        alike(&world(None), &hidden, &audience);
        let clauses = ["[a: Forces stay.]", "[a: 2 crowns]"];
        assert_eq!(reads(&hidden, "V1", &audience), clauses);
    }
    let own = reads(&hidden, "V1", &reader("a"));
    assert_eq!(own, ["[a: Forces leave.]", "[a: 2 crowns]"]);
}

#[test]
fn wordings_in_confidence_show_to_nobody_else() {
    let world = |hidden: Vec<Said>| {
        let both = ["a", "b"].map(|id| by(id, Public, says(&[("land", "leave")])));
        compiled(both.into_iter().chain(hidden).collect(), "V1")
    };
    let clear = world(Vec::new());
    let gone = "They go.";
    for hidden in [
        vec![by("a", Mediator, wording("land", None, Some(gone)))],
        vec![by(
            "a",
            Mediator,
            wording("land", Some("leave"), Some(gone)),
        )],
        vec![by("a", Sealed, wording("land", Some("keep"), Some(gone)))],
        vec![by("c", Mediator, wording("land", Some("keep"), Some(gone)))],
        vec![
            by("c", Mediator, wording("land", Some("keep"), Some(gone))),
            by("c", Mediator, wording("land", None, None)),
        ],
        vec![mediator(Mediator, wording("land", None, Some(gone)))],
    ] {
        let world = world(hidden);
        for audience in [reader("b"), Audience::Public] {
            alike(&clear, &world, &audience);
        }
    }
}

/// A party reads its own confidential alternatives in its own edition, and nobody else's.
#[test]
fn each_party_reads_its_own_edition() {
    let acts = compiled(
        vec![
            by("a", Mediator, says(&[("land", "leave")])),
            by("b", Sealed, says(&[("land", "keep")])),
            by("b", Public, says(&[("fee", "2")])),
            by(
                "c",
                Mediator,
                titled("maps", Place::Annex, "Maps", "Map 1."),
            ),
        ],
        "V1",
    );
    let fee = "[b: 2 crowns]";
    let check = |audience: &Audience, expected: &[&str]| {
        assert_eq!(reads(&acts, "V1", audience), expected, "{audience:?}");
    };
    check(&reader("a"), &["[a: Forces leave.]", fee]);
    check(&reader("b"), &["[b: Forces stay.]", fee]);
    check(&reader("c"), &["[…]", fee, "[c: Map 1.]"]);
    check(&Audience::Public, &["[…]", fee]);
    let all = "[a: Forces leave.] [b: Forces stay.]";
    check(&Audience::Mediator, &[all, fee, "[c: Map 1.]"]);
}

/// What moved between two issued versions is told by what the reader saw of either.
#[test]
fn redlines_of_issued_versions_tell_nothing_hidden() {
    let world = |hidden: Option<Said>| {
        let acts = ["a", "b"].map(|id| by(id, Public, says(&[("land", "keep")])));
        let first = issued(FORD, entries(acts.into()), "V1", Mode::Compilation).unwrap();
        let more = [by("b", Public, says(&[("fee", "1")]))];
        let more = entries(hidden.into_iter().chain(more).collect());
        let later = more.into_iter().map(|entry| JournalEntry {
            line: entry.line + first.len(),
            ..entry
        });
        let later = first.iter().cloned().chain(later).collect();
        issued(FORD, later, "V2", Mode::Compilation).unwrap()
    };
    let hidden = |seen| Some(by("a", seen, says(&[("land", "leave"), ("fee", "0")])));
    // Times are of the lines of the mediator, and of no matter here.
    let untimed = |world: Vec<JournalEntry>| -> Vec<JournalEntry> {
        let entries = world.into_iter().map(|mut entry| {
            "2031-05-09T10:00:00Z".clone_into(&mut entry.act.at);
            entry
        });
        entries.collect()
    };
    let clear = untimed(world(None));
    for audience in [reader("b"), reader("c"), Audience::Public] {
        let world = untimed(world(hidden(Mediator)));
        alike(&clear, &world, &audience);
        let moved = moved(&world, &audience);
        assert!(!moved[0] && moved[1], "{moved:?}");
    }
    assert_eq!(moved(&world(hidden(Mediator)), &reader("a")), [true, true]);
}

/// Whether each clause moved from V1 to V2, as a reader is told.
fn moved(acts: &[JournalEntry], audience: &Audience) -> Vec<bool> {
    let seen = seen(FORD, acts, audience);
    let text = Text::new(&seen.case, &seen.entries);
    let [one, two] = ["V1", "V2"].map(|name| text.version(name).unwrap());
    let changes = text.redline(one, two).into_iter();
    changes
        .map(|change| change.marker != winset_text::Marker::Noc)
        .collect()
}

/// A proposal takes from the parties what its readers see that they share, or is refused.
#[test]
fn a_proposal_rests_on_nothing_that_its_readers_do_not_see() {
    let fee = |id: &str| by(id, Public, says(&[("fee", "1")]));
    let land = |id: &str, seen| by(id, seen, says(&[("land", "leave")]));
    let chair = |acts: Vec<Said>| issued(FORD, entries(acts), "C1", Mode::Chair);
    // Both say so, one of them in confidence.
    let half = vec![fee("a"), fee("b"), land("a", Public), land("b", Mediator)];
    let refused = chair(half.clone());
    let open = |points: &[u16]| {
        let points = points.iter().map(|p| winset_model::options::PointId(*p));
        Err(DraftFault::NotClean(points.collect()))
    };
    assert_eq!(refused, open(&[0]));
    // With the mediator's own words it stands on these.
    let own = mediator(Mediator, wording("land", None, Some("Some stay.")));
    let made = chair([half, vec![own.clone()]].concat()).unwrap();
    assert_eq!(reads(&made, "C1", &Audience::Public)[0], "Some stay.");
    // Both said so in public; one of them has gone back on it in confidence, which nobody is told.
    let public = vec![fee("a"), fee("b"), land("a", Public), land("b", Public)];
    let back = by("b", Mediator, says(&[("land", "keep")]));
    let clear = chair(public.clone()).unwrap();
    let world = chair([public, vec![back]].concat()).unwrap();
    for audience in [reader("a"), Audience::Public] {
        alike(&clear, &world, &audience);
        assert_eq!(reads(&world, "C1", &audience)[0], "Forces leave.");
    }
    // A witness need not agree, and cannot stand in for one who must.
    let witness = vec![fee("a"), fee("c"), land("a", Public), land("c", Public)];
    assert_eq!(chair(witness), open(&[0, 1]));
}

/// A journal from before there were editions: what it kept of a compilation was made of all that was
/// told, so the reader's edition is made again of what the reader saw at the time.
#[test]
fn drafts_of_old_journals_are_compiled_anew_for_each_reader() {
    let world = |hidden: Option<Said>, later: Vec<Said>| {
        let acts = ["a", "b"].map(|id| by(id, Public, says(&[("land", "leave")])));
        let acts = acts.into_iter().chain(hidden).collect();
        let mut acts = without_editions(compiled(acts, "V1"));
        for entry in entries(later) {
            let line = acts.len() + 1;
            acts.push(JournalEntry { line, ..entry });
        }
        acts
    };
    let clear = world(None, Vec::new());
    let hidden = world(
        Some(by("b", Mediator, says(&[("land", "keep")]))),
        Vec::new(),
    );
    for audience in [reader("a"), reader("c"), Audience::Public] {
        alike(&clear, &hidden, &audience);
        assert_eq!(reads(&hidden, "V1", &audience), ["Forces leave.", "[…]"]);
    }
    // What came after it changes nothing of it.
    let later = world(
        None,
        vec![
            by("b", Public, says(&[("land", "keep"), ("fee", "1")])),
            by("a", Public, clause("maps", Place::Annex, Some("Map 1."))),
        ],
    );
    for audience in [reader("a"), Audience::Public, Audience::Mediator] {
        assert_eq!(reads(&later, "V1", &audience), ["Forces leave.", "[…]"]);
    }
}

/// Random talks, and the same without what a reader may not see.
#[test]
fn random_talks_look_the_same_without_what_is_hidden() {
    let mut rng = Rng::new(31);
    let (mut hidden, mut proposals) = (0, 0);
    for _ in 0..200 {
        let acts: Vec<Said> = (0..rng.below(18)).map(|_| random(&mut rng)).collect();
        for audience in [reader("a"), reader("c"), Audience::Public] {
            let seen_by = |(author, seen, _): &Said| {
                *author == Author::Mediator || audience.sees(author.party(), *seen)
            };
            let [whole, seen] = [played(&acts, |_| true), played(&acts, seen_by)];
            for old in [false, true] {
                let [whole, seen] = [&whole, &seen].map(|acts| {
                    if old {
                        without_editions(acts.clone())
                    } else {
                        acts.clone()
                    }
                });
                assert_eq!(
                    shown(FORD, &whole, &audience),
                    shown(FORD, &seen, &audience),
                    "{audience:?} {acts:#?}"
                );
            }
            hidden += whole.len() - seen.len();
            let is_proposal = |entry: &&JournalEntry| {
                matches!(
                    &entry.act.deed,
                    Deed::Draft(draft) if draft.mode == Mode::Chair
                )
            };
            proposals += whole.iter().filter(is_proposal).count();
        }
    }
    assert!(hidden > 500 && proposals > 30, "{hidden} {proposals}");
}

/// The journal of some acts, all at one time; drafts are issued when their turn comes.
fn played(acts: &[Said], kept: impl Fn(&Said) -> bool) -> Vec<JournalEntry> {
    let mut journal: Vec<JournalEntry> = Vec::new();
    for said in acts.iter().filter(|said| kept(said)) {
        let at = journal.len();
        match &said.2 {
            Deed::Draft(draft) => match issued(FORD, journal.clone(), &draft.version, draft.mode) {
                Ok(more) => journal = more,
                Err(fault) => assert!(matches!(fault, DraftFault::NotClean(_))),
            },
            _ => journal.extend(entries(vec![said.clone()])),
        }
        for (line, entry) in journal.iter_mut().enumerate().skip(at) {
            entry.line = line + 1;
            "2031-05-09T10:00:00Z".clone_into(&mut entry.act.at);
        }
    }
    journal
}

fn random(rng: &mut Rng) -> Said {
    let seen = [Public, Public, Mediator, Sealed][rng.below(4)];
    let author = ["a", "b", "c"][rng.below(3)];
    let words = ["One.", "Two.", "Forces leave."][rng.below(3)];
    let land = ["keep", "leave"][rng.below(2)];
    let id = ["aims", "maps"][rng.below(2)];
    let places = [
        Place::Preamble,
        Place::Annex,
        Place::After("land".to_owned()),
    ];
    let place = places[rng.below(3)].clone();
    let text = rng.chance(3, 4).then_some(words);
    match rng.below(14) {
        0..=2 => by(author, seen, says(&[("land", land)])),
        3..=4 => by(author, seen, says(&[("land", land), ("fee", "1")])),
        5 => by(author, seen, wording("land", None, text)),
        6 => by(author, seen, wording("land", Some(land), text)),
        7 => {
            let title = format!("{id} of {author}");
            let deed = Deed::Clause {
                id: id.to_owned(),
                place,
                title,
                text: text.map(str::to_owned),
            };
            by(author, seen, deed)
        }
        // The mediator words points and clauses of its own; it tells the readers of a proposal.
        8 => mediator(seen, clause(id, place, Some(words))),
        9 => {
            let reply = Reply::ALL[rng.below(4)];
            let deed = Deed::Answer {
                version: "V1".to_owned(),
                clause: ["land", "fee", "aims"][rng.below(3)].to_owned(),
                reply,
                words: None,
            };
            by(author, seen, deed)
        }
        10..=11 => {
            let point = ["land", "fee"][rng.below(2)];
            mediator(seen, wording(point, None, Some(words)))
        }
        _ => {
            let mode = [Mode::Compilation, Mode::Chair][rng.below(2)];
            let version = format!("V{}", 1 + rng.below(4));
            mediator(
                Public,
                Deed::Draft(IssuedDraft {
                    version,
                    date: None,
                    mode,
                    clauses: None,
                    editions: Vec::new(),
                }),
            )
        }
    }
}
