//! Acts and journals to test with.

use std::path::{Path, PathBuf};

use winset_gen::rng::Rng;
use winset_journal::{
    Act, Alternative, Appended, Author, Clause, Deed, DraftEdition, IssuedDraft, Mode, Place,
    Reply, append, head_path,
};
use winset_model::amendment::{CaseChange, CasePath};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::document::{Syntax, parse};
use winset_model::offer::OfferKind;

/// The case of the journals.
pub(crate) const CASE: &str = "talks";

/// A fresh folder for what a test writes.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is not there on the first run.
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// An offer that says which it is.
pub(crate) fn offer(once: &str) -> Act {
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Party("north".to_owned()),
        seen: Visibility::Public,
        once: Some(once.to_owned()),
        deed: Deed::Offer {
            date: None,
            kind: OfferKind::Package,
            says: vec![("fee".to_owned(), "5".to_owned())],
            note: Some(format!("offer {once}: é \u{1F642} \"quoted\"")),
        },
    }
}

/// A random act of any kind.
pub(crate) fn any(rng: &mut Rng) -> Act {
    let deed = match rng.below(7) {
        0 => Deed::Offer {
            date: day(rng),
            kind: [OfferKind::Statement, OfferKind::Package][rng.below(2)],
            says: vec![
                ("berths".to_owned(), word(rng)),
                ("fee".to_owned(), word(rng)),
            ],
            note: maybe(rng),
        },
        1 => Deed::Draft(IssuedDraft {
            version: word(rng),
            date: day(rng),
            mode: [Mode::Compilation, Mode::Chair][rng.below(2)],
            clauses: Some((0..rng.below(3)).map(|_| clause(rng)).collect()),
            editions: editions(rng),
        }),
        2 => Deed::Answer {
            version: word(rng),
            clause: word(rng),
            reply: Reply::ALL[rng.below(4)],
            words: maybe(rng),
        },
        3 => Deed::Wording {
            clause: word(rng),
            option: maybe(rng),
            text: maybe(rng),
        },
        4 => Deed::Amend {
            reason: maybe(rng),
            changes: (0..=rng.below(3)).map(|_| change(rng)).collect(),
        },
        5 => Deed::Withdraw {
            line: 1 + rng.below(9),
            reason: maybe(rng),
        },
        _ => Deed::Clause {
            id: word(rng),
            place: place(rng),
            title: word(rng),
            text: maybe(rng),
        },
    };
    Act {
        at: format!("2031-03-{:02}T09:30:00Z", 1 + rng.below(28)),
        by: author(rng),
        seen: seen(rng),
        once: None,
        deed,
    }
}

/// A change of any kind; it need not fit any case.
fn change(rng: &mut Rng) -> CaseChange {
    let path = |rng: &mut Rng| {
        let names = (0..=rng.below(4)).map(|_| word(rng)).collect();
        CasePath::of(names).unwrap()
    };
    let value = |rng: &mut Rng| {
        let text = serde_json::json!([{"id": "水", "a": [1.5, null, true], "b": {}}, "\"a\\b\"\n", rng.below(9)]);
        parse(text.to_string().as_bytes(), Syntax::Json).unwrap()
    };
    match rng.below(5) {
        0 => CaseChange::Add {
            list: path(rng),
            entry: value(rng),
            after: maybe(rng),
        },
        1 => CaseChange::Set {
            at: path(rng),
            to: rng.chance(1, 2).then(|| value(rng)),
        },
        2 => CaseChange::Rename {
            at: path(rng),
            to: word(rng),
        },
        3 => CaseChange::Retire { at: path(rng) },
        _ => CaseChange::Order {
            list: path(rng),
            names: (0..rng.below(3)).map(|_| word(rng)).collect(),
        },
    }
}

/// Editions of some audiences, in the order of their names.
fn editions(rng: &mut Rng) -> Vec<DraftEdition> {
    let party = |id: &str| Audience::Party(id.to_owned());
    let audiences = [party("north"), party("mediator"), Audience::Public];
    let kept = audiences.into_iter().filter(|_| rng.chance(1, 2));
    let kept: Vec<Audience> = kept.collect();
    let edition = |audience: Audience| DraftEdition {
        audience,
        clauses: (0..rng.below(3)).map(|_| clause(rng)).collect(),
    };
    kept.into_iter().map(edition).collect()
}

fn word(rng: &mut Rng) -> String {
    let words = [
        "fee",
        "berths",
        "SNT-6",
        "a\\b",
        "\"",
        "\u{0}\n",
        "\u{7f}\u{2028}",
        "水",
        "hash",
        ",\"hash\":\"",
    ];
    words[rng.below(words.len())].to_owned()
}

fn maybe(rng: &mut Rng) -> Option<String> {
    rng.chance(1, 2).then(|| word(rng))
}

fn day(rng: &mut Rng) -> Option<String> {
    rng.chance(1, 2).then(|| "2031-03-12".to_owned())
}

fn seen(rng: &mut Rng) -> Visibility {
    [Visibility::Public, Visibility::Mediator, Visibility::Sealed][rng.below(3)]
}

fn author(rng: &mut Rng) -> Author {
    match rng.below(4) {
        0 => Author::Mediator,
        1 => Author::Party("mediator".to_owned()),
        2 => Author::Party("north".to_owned()),
        _ => Author::Party("south".to_owned()),
    }
}

fn place(rng: &mut Rng) -> Place {
    match rng.below(4) {
        0 => Place::Preamble,
        1 => Place::Point,
        2 => Place::Annex,
        _ => Place::After("fee".to_owned()),
    }
}

fn clause(rng: &mut Rng) -> Clause {
    let alternative = |rng: &mut Rng| Alternative {
        by: (0..rng.below(3)).map(|_| author(rng)).collect(),
        option: maybe(rng),
        text: word(rng),
        seen: seen(rng),
    };
    Clause {
        id: word(rng),
        place: place(rng),
        title: word(rng),
        alternatives: (0..rng.below(3)).map(|_| alternative(rng)).collect(),
    }
}

/// A journal on disk with so many random acts, and what was said of the last.
pub(crate) fn journal(folder: &Path, acts: usize, seed: u64) -> (PathBuf, Appended) {
    let path = folder.join(format!("{seed}.yaml.journal"));
    let mut rng = Rng::new(seed);
    let mut last = None;
    for _ in 0..acts {
        last = Some(append(&path, CASE, &any(&mut rng)).unwrap());
    }
    (path, last.unwrap())
}

/// The bytes of a journal, and what its note says.
pub(crate) fn kept(journal: &Path) -> (Vec<u8>, String) {
    let note = std::fs::read_to_string(head_path(journal)).unwrap();
    (std::fs::read(journal).unwrap(), note)
}
