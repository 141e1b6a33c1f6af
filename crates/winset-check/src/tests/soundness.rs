//! Nothing acceptable is ever refuted, at random and on purpose.

use std::collections::BTreeSet;

use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, Package, PartyId};
use winset_model::positions::Positions;

use super::sample::{self, Chance};
use super::writer::{row_table, some_weights, write};
use crate::certificate::RowTable;
use crate::propagate::{self, Node};
use crate::question::{Domains, Question};
use crate::surrogate::{self, Weights};
use crate::{accept, best, census, header, refute, verify};

const PACKAGES_MAX: u64 = 1 << 12;

/// Every acceptable package of a small question.
fn acceptable(case: &Case, positions: &Positions) -> Vec<Package> {
    let mut packages = vec![Vec::new()];
    for point in &case.points {
        let options = || (0..point.options.len()).map(OptionId::at);
        let longer = |p: Vec<OptionId>| options().map(move |o| [p.clone(), vec![o]].concat());
        packages = packages.into_iter().flat_map(longer).collect();
    }
    let packages = packages.into_iter().map(Package);
    packages
        .filter(|p| accept(case, positions, p).is_ok())
        .collect()
}

fn inside(domains: &Domains, package: &Package) -> bool {
    domains.iter().zip(&package.0).all(|(d, o)| d.contains(*o))
}

/// Narrows some points to some options, but never to none.
fn narrow(chance: &mut Chance, domains: &mut Domains) {
    for domain in domains.iter_mut() {
        let kept: OptionSet = domain.iter().filter(|_| chance.once_in(2)).collect();
        if chance.once_in(2) && !kept.is_empty() {
            *domain = kept;
        }
    }
}

#[test]
fn acceptable_packages_survive_propagation_and_every_weighting() {
    let (mut survived, mut closed, mut cut) = (0, 0, 0);
    for seed in 0..12_000 {
        let chance = &mut Chance::new(seed);
        let case = sample::case(chance);
        let positions = sample::positions(chance, &case);
        let question = Question::new(&case, &positions);
        let rows = row_table(&case, &positions);
        let packages = acceptable(&case, &positions);
        for _ in 0..4 {
            let mut domains = question.root();
            narrow(chance, &mut domains);
            let mut held = packages.clone();
            held.retain(|p| inside(&domains, p));
            let mut node = propagate::from_start(&question, &mut domains);
            for _ in 0..4 {
                assert!(held.iter().all(|p| inside(&domains, p)), "seed {seed}");
                assert!(node == Node::Open || held.is_empty(), "seed {seed}");
                if node == Node::Closed {
                    closed += 1;
                    break;
                }
                let weights = some_weights(chance, &case, &positions, &rows);
                let before = domains.clone();
                node = apply(&question, &weights, &rows, &mut domains);
                cut += u32::from(node == Node::Open && domains != before);
            }
            survived += held.len();
        }
    }
    assert!(
        survived > 50_000 && closed > 10_000 && cut > 1_000,
        "{survived} {closed} {cut}"
    );
}

fn apply(
    question: &Question<'_>,
    weights: &Weights,
    rows: &RowTable,
    domains: &mut Domains,
) -> Node {
    surrogate::apply(question, weights, rows, domains).unwrap()
}

#[test]
fn every_row_follows_from_its_link() {
    let mut rows_seen = 0;
    for seed in 0..20_000 {
        let chance = &mut Chance::new(seed);
        let case = sample::case(chance);
        for link in 0..case.links.len() {
            let mut alone = case.clone();
            alone.lines.clear();
            alone.bodies.clear();
            alone.links = vec![case.links[link].clone()];
            let positions = Positions::declared(&alone).without_floors();
            let packages = acceptable(&alone, &positions);
            for row in &row_table(&alone, &positions)[&0] {
                rows_seen += 1;
                for package in &packages {
                    let has = |((p, o), _): &(&(_, _), &u64)| package.on(*p) == *o;
                    let sum: u64 = row.coefficients.iter().filter(has).map(|(_, c)| *c).sum();
                    assert!(sum >= row.need, "seed {seed}, link {link}");
                }
            }
        }
    }
    assert!(rows_seen > 10_000, "{rows_seen}");
}

#[test]
fn the_order_of_rules_does_not_matter() {
    for seed in 0..3_000 {
        let chance = &mut Chance::new(seed);
        let case = sample::case(chance);
        let positions = sample::positions(chance, &case);
        let mut question = Question::new(&case, &positions);
        let mut one = question.root();
        let mut other = one.clone();
        let nodes = propagate::from_start(&question, &mut one);
        question.rules.reverse();
        assert_eq!(
            nodes,
            propagate::from_start(&question, &mut other),
            "seed {seed}"
        );
        assert!(nodes == Node::Closed || one == other, "seed {seed}");
    }
}

#[test]
fn what_has_no_overlap_is_accepted_and_what_has_one_is_not() {
    let (mut refuted, mut proven, mut branched, mut best_seen) = (0, 0, 0, 0);
    for seed in 0..6_000 {
        let chance = &mut Chance::new(seed);
        let case = sample::case(chance);
        let positions = sample::positions(chance, &case);
        let counted = census(&case, &positions, PACKAGES_MAX).unwrap();
        let written = write(chance, &case, &positions, false);
        assert_eq!(written.is_some(), counted.count == 0, "seed {seed}");
        let Some(text) = written else {
            best_seen += check_best(chance, &case, &positions);
            let lie = write(chance, &case, &positions, true).unwrap();
            assert!(verify(&case, lie.as_bytes()).is_err(), "seed {seed}");
            refuted += 1;
            continue;
        };
        let proof = refute(&case, &positions, text.into_bytes());
        let nodes = proof.as_ref().map_or(0, crate::NoOverlap::nodes);
        assert!(nodes > 0, "seed {seed}: {proof:?}");
        branched += usize::from(nodes > 1);
        proven += 1;
    }
    let enough = refuted > 800 && proven > 800 && branched > 400 && best_seen > 500;
    assert!(enough, "{refuted} {proven} {branched} {best_seen}");
}

/// The best package of the census for each party is proven best; one that is worse is not.
fn check_best(chance: &mut Chance, case: &Case, positions: &Positions) -> usize {
    let packages = acceptable(case, positions);
    let mut seen = 0;
    for place in 0..case.parties.len() {
        let party = PartyId::at(place);
        let most = packages.iter().filter_map(|p| case.score(party, p)).max();
        let Some(most) = most else { continue };
        let raised = positions.clone().with_floor(party, Some(most + 1));
        let text = write(chance, case, &raised, false).unwrap();
        for package in &packages {
            let proof = best(case, positions, party, package, text.clone().into_bytes());
            let is_best = case.score(party, package) == Some(most);
            assert_eq!(proof.is_ok(), is_best);
            seen += usize::from(is_best);
        }
    }
    seen
}

/// A certificate of a neighbouring question, under the head of this one.
fn neighbour(chance: &mut Chance, case: &Case, positions: &Positions) -> Option<String> {
    let mut harder = positions.clone();
    harder.dropped = BTreeSet::new();
    for floor in harder.floors.iter_mut().flatten() {
        *floor += chance.between(0, 12);
    }
    for step in &mut harder.steps {
        *step = chance.below(*step + 1);
    }
    let text = write(chance, case, &harder, false)?;
    let rest = text.strip_prefix(&header(case, &harder))?;
    Some(header(case, positions) + rest)
}

/// Edits one word of a text, or one character of it, or one line.
fn edited(chance: &mut Chance, text: &str) -> String {
    let mut words: Vec<&str> = text
        .split_inclusive([' ', '\n', '.', ':', 'w', 'b'])
        .collect();
    let (one, two) = (chance.below(words.len()), chance.below(words.len()));
    let spare = [
        "0", "1", "w0 ", "w1 ", ". ", ".\n", "b0 ", "b1 ", "9", "none", "end\n", "-1",
    ];
    match chance.below(5) {
        0 => words.swap(one, two),
        1 => words[one] = words[two],
        2 => words.insert(one, spare[chance.below(spare.len())]),
        3 => words[one] = spare[chance.below(spare.len())],
        _ => {
            words.remove(one);
        }
    }
    words.concat()
}

#[test]
fn no_forgery_is_accepted_where_there_is_an_overlap() {
    let (mut forged, mut accepted) = (0, 0);
    for seed in 0..4_000 {
        let chance = &mut Chance::new(seed);
        let case = sample::case(chance);
        let positions = sample::positions(chance, &case);
        let overlap = census(&case, &positions, PACKAGES_MAX).unwrap().count > 0;
        let mut texts: Vec<String> = write(chance, &case, &positions, true).into_iter().collect();
        texts.extend((0..3).filter_map(|_| neighbour(chance, &case, &positions)));
        for text in texts {
            for _ in 0..12 {
                let mut forgery = text.clone();
                for _ in 0..chance.below(4) {
                    forgery = edited(chance, &forgery);
                }
                forged += 1;
                let asked = refute(&case, &positions, forgery.clone().into_bytes());
                assert!(asked.is_err() || !overlap, "seed {seed}:\n{forgery}");
                let Ok(proof) = verify(&case, forgery.as_bytes()) else {
                    continue;
                };
                accepted += 1;
                let stated = census(&case, proof.positions(), PACKAGES_MAX).unwrap();
                assert_eq!(stated.count, 0, "seed {seed}:\n{forgery}");
            }
        }
    }
    assert!(forged > 50_000 && accepted > 2_000, "{forged} {accepted}");
}
