//! Changes of the case, acts that are taken back, and drafts in disguise, in pairs of worlds.

use winset_gen::rng::Rng;
use winset_journal::{Act, Alternative, Author, Clause, Deed, IssuedDraft, Mode, Place};
use winset_model::amendment::{CaseChange, CasePath};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::document::{Syntax, parse};

use crate::names::Names;

/// A change of the case: a title that everybody may read, or what the mediator notes for itself.
pub(crate) fn amendment(names: &Names, rng: &mut Rng) -> Deed {
    let (point, options) = names.points[rng.below(names.points.len())].clone();
    let party = names.parties[rng.below(names.parties.len())].clone();
    let tree = |text: String| parse(text.as_bytes(), Syntax::Json).unwrap();
    let path = |place: &[&str]| {
        let place = place.iter().map(|name| (*name).to_owned());
        CasePath::of(place.collect()).unwrap()
    };
    let change = match rng.below(6) {
        0 | 1 => CaseChange::Set {
            at: path(&["points", &point, "title"]),
            to: Some(tree(format!("\"Title {}\"", rng.below(3)))),
        },
        2 => CaseChange::Add {
            list: path(&["points"]),
            entry: tree(format!(
                r#"{{"id":"new-{}","title":"New","options":[{{"id":"n","label":"N"}}]}}"#,
                rng.below(2)
            )),
            after: rng.chance(1, 2).then(|| point.clone()),
        },
        3 => CaseChange::Rename {
            at: path(&["points", &point]),
            to: format!("renamed-{}", rng.below(3)),
        },
        4 => CaseChange::Add {
            list: path(&["lines"]),
            entry: tree(format!(
                r#"{{"id":"new-line-{}","owner":"{party}","point":"{point}","visibility":"sealed","ladder":[{{"accept":["{}"],"cost":0}}]}}"#,
                rng.below(3),
                options[rng.below(options.len())]
            )),
            after: None,
        },
        _ => CaseChange::Set {
            at: path(&["parties", &party, "no_deal"]),
            to: Some(tree(rng.below(9).to_string())),
        },
    };
    Deed::Amend {
        reason: rng.chance(1, 2).then(|| "reason".to_owned()),
        changes: vec![change],
    }
}

/// What a party supposes of another from now on.
pub(crate) fn supposition(names: &Names, by: &str, rng: &mut Rng) -> Deed {
    let others: Vec<&String> = names.parties.iter().filter(|party| *party != by).collect();
    let about = others
        .get(rng.below(others.len().max(1)))
        .map_or(by, |about| about.as_str());
    let (point, options) = names.points[rng.below(names.points.len())].clone();
    let option = &options[rng.below(options.len())];
    let id = format!("S{}", rng.below(3));
    let entry = match rng.below(2) {
        0 => format!(
            r#"{{"id":"{id}","by":"{by}","about":"{about}","scores":{{}},"no_deal":{}}}"#,
            rng.below(9)
        ),
        _ => format!(
            r#"{{"id":"{id}","by":"{by}","about":"{about}","lines":[{{"id":"{id}-line","point":"{point}","ladder":[{{"accept":["{option}"],"cost":0}}]}}]}}"#
        ),
    };
    Deed::Amend {
        reason: rng.chance(1, 2).then(|| "reason".to_owned()),
        changes: vec![CaseChange::Add {
            list: CasePath::of(vec!["assumptions".to_owned()]).unwrap(),
            entry: parse(entry.as_bytes(), Syntax::Json).unwrap(),
            after: None,
        }],
    }
}

/// An act that its author takes back, in both worlds where the reader sees it, else in one.
pub(crate) fn taken_back(worlds: &mut [Vec<Act>; 2], reader: &Audience, rng: &mut Rng) {
    // What the mediator wrote for a proposal is in both worlds, seen or not.
    let of_proposal = |act: &Act| {
        act.by == Author::Mediator && matches!(act.deed, Deed::Clause { .. } | Deed::Wording { .. })
    };
    let may = |act: &Act| {
        !matches!(act.deed, Deed::Draft(_) | Deed::Withdraw { .. }) && !of_proposal(act)
    };
    let world = rng.below(2);
    if worlds[world].is_empty() {
        return;
    }
    let place = rng.below(worlds[world].len());
    let target = worlds[world][place].clone();
    if !may(&target) {
        return;
    }
    let seen = |acts: &[Act]| -> Vec<usize> {
        let all = acts.iter().enumerate();
        let visible = all.filter(|(_, act)| act.visible_to(reader));
        visible.map(|(place, _)| place).collect()
    };
    let places = if target.visible_to(reader) {
        let nth = seen(&worlds[world])
            .iter()
            .position(|at| *at == place)
            .unwrap();
        [0, 1].map(|world: usize| Some(seen(&worlds[world])[nth]))
    } else {
        [0, 1].map(|other| (other == world).then_some(place))
    };
    for (world, place) in worlds.iter_mut().zip(places) {
        let Some(place) = place else { continue };
        let own = reader.sees(target.by.party(), Visibility::Sealed);
        let hidden = !own && rng.chance(1, 2);
        world.push(Act {
            once: None,
            deed: Deed::Withdraw {
                line: place + 1,
                reason: hidden.then(|| "reason".to_owned()),
            },
            ..target.clone()
        });
    }
}

/// What the mediator reads, and the editions of others, are made anew. Of a proposal without editions
/// all read what is public throughout.
pub(crate) fn disguise(draft: &mut IssuedDraft, reader: &Audience, rng: &mut Rng) {
    let is_kept = draft.editions.is_empty() && draft.mode == Mode::Chair;
    let clauses = draft.clauses.get_or_insert_default();
    for clause in clauses.iter_mut().filter(|_| !is_kept) {
        if rng.chance(1, 2) {
            clause.title = format!("hidden title {}", rng.below(1_000));
            clause.alternatives.push(hidden_words(rng));
        }
    }
    if rng.chance(1, 2) {
        clauses.push(Clause {
            id: "hidden-clause".to_owned(),
            place: Place::Annex,
            title: "Hidden".to_owned(),
            alternatives: vec![hidden_words(rng)],
        });
    }
    let shown = |audience: &Audience| *audience == Audience::Public || audience == reader;
    let others = draft.editions.iter_mut();
    for edition in others.filter(|edition| !shown(&edition.audience)) {
        let hidden = edition.clauses.iter_mut();
        hidden.for_each(|clause| clause.alternatives = vec![hidden_words(rng)]);
    }
    draft
        .editions
        .retain(|edition| shown(&edition.audience) || rng.chance(2, 3));
}

/// Words of nobody in sight.
pub(crate) fn hidden_words(rng: &mut Rng) -> Alternative {
    Alternative {
        by: vec![Author::Mediator],
        option: None,
        text: format!("hidden words {}", rng.below(1_000)),
        seen: [Visibility::Mediator, Visibility::Sealed][rng.below(2)],
    }
}
