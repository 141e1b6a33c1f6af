//! Clashes and corrections: the demonstration case's lists, and random small cases against plain
//! enumeration of all sets of demands.

use std::collections::BTreeSet;

use winset_check::{Member, Rejection, census, clash, without};
use winset_gen::small::small;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::{Budget, Clashes, Floors, clashes, negotiable};

use crate::demonstration::{case, expected, text, texts};

fn names(case: &Case, members: &BTreeSet<Member>) -> Vec<String> {
    let name = |m: &Member| match m {
        Member::Demand(demand) => case.demand_name(*demand).to_owned(),
        Member::Floor(party) => format!("floor of {}", case.parties[party.index()].id),
    };
    let mut names: Vec<String> = members.iter().map(name).collect();
    names.sort();
    names
}

#[test]
fn the_demonstration_case_has_the_clashes_and_corrections_stated() {
    let case = case();
    let declared = Positions::declared(&case);
    let found = clashes(&case, &declared, Floors::Ignore, None, &Budget::unlimited());
    assert_eq!(found.stopped, None);
    let block = [
        "declared_positions",
        "minimal_clashes_without_no_deal_floors",
    ];
    let winset_model::document::Value::List(stated) =
        &expected(&case, &[&block[..], &["list"]].concat()).value
    else {
        panic!("not a list")
    };
    let mut stated: Vec<Vec<String>> = stated
        .iter()
        .map(|clash| texts(clash).into_iter().map(str::to_owned).collect())
        .collect();
    stated
        .iter_mut()
        .for_each(|clash: &mut Vec<String>| clash.sort());
    stated.sort();
    let mut listed: Vec<Vec<String>> = found
        .list
        .iter()
        .map(|c| names(&case, c.members()))
        .collect();
    listed.sort();
    assert_eq!(listed, stated);
    let corrections = |key| {
        let block = "minimal_corrections_without_no_deal_floors";
        text(expected(&case, &["declared_positions", block, key]))
    };
    let smallest = found.corrections[0].members.len();
    let of_smallest = found
        .corrections
        .iter()
        .filter(|c| c.members.len() == smallest)
        .count();
    assert_eq!(found.corrections.len().to_string(), corrections("count"));
    assert_eq!(smallest.to_string(), corrections("smallest_size"));
    assert_eq!(of_smallest.to_string(), corrections("of_smallest_size"));
}

/// All clashes and corrections, by looking at every set of members.
fn by_enumeration(
    case: &Case,
    asked: &Positions,
    members: &[Member],
) -> (BTreeSet<BTreeSet<Member>>, BTreeSet<BTreeSet<Member>>) {
    let all = 1_usize << members.len();
    let given_up = |kept: usize| -> BTreeSet<Member> {
        let out = members
            .iter()
            .enumerate()
            .filter(|(m, _)| kept >> m & 1 == 0);
        out.map(|(_, member)| *member).collect()
    };
    let holds: Vec<bool> = (0..all)
        .map(|kept| {
            census(case, &without(asked, &given_up(kept)), 10_000)
                .unwrap()
                .count
                > 0
        })
        .collect();
    let bits = || 0..members.len();
    let clash = |kept: &usize| {
        !holds[*kept]
            && bits()
                .filter(|m| kept >> m & 1 == 1)
                .all(|m| holds[kept & !(1 << m)])
    };
    let corrected = |kept: &usize| {
        holds[*kept]
            && bits()
                .filter(|m| kept >> m & 1 == 0)
                .all(|m| !holds[kept | 1 << m])
    };
    let everything: BTreeSet<Member> = members.iter().copied().collect();
    let kept = |kept: usize| everything.difference(&given_up(kept)).copied().collect();
    (
        (0..all).filter(clash).map(kept).collect(),
        (0..all).filter(corrected).map(given_up).collect(),
    )
}

fn check(case: &Case, asked: &Positions, floors: Floors, found: &Clashes, seed: u64) {
    let asked = match floors {
        Floors::Ignore => asked.clone().without_floors(),
        Floors::Keep | Floors::Members => asked.clone(),
    };
    let members: Vec<Member> = negotiable(case, &asked, floors).into_iter().collect();
    let (clashes, corrections) = by_enumeration(case, &asked, &members);
    let listed: BTreeSet<_> = found.list.iter().map(|c| c.members().clone()).collect();
    assert_eq!(listed, clashes, "clashes of seed {seed}, {floors:?}");
    assert_eq!(found.list.len(), clashes.len(), "seed {seed}, {floors:?}");
    let listed: BTreeSet<_> = found
        .corrections
        .iter()
        .map(|c| c.members.clone())
        .collect();
    assert_eq!(
        listed, corrections,
        "corrections of seed {seed}, {floors:?}"
    );
    assert_eq!(
        found.corrections.len(),
        corrections.len(),
        "seed {seed}, {floors:?}"
    );
}

#[test]
fn random_small_cases_agree_with_enumeration() {
    let (mut cases, mut several) = (0, 0);
    for seed in 0..1_500 {
        let text = small(seed).to_string();
        let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
            .unwrap()
            .case;
        let declared = Positions::declared(&case);
        let packages = case.package_count();
        for floors in [Floors::Ignore, Floors::Keep, Floors::Members] {
            if negotiable(&case, &declared, floors).len() > 7 || packages > 300_u32.into() {
                continue;
            }
            let found = clashes(&case, &declared, floors, None, &Budget::unlimited());
            check(&case, &declared, floors, &found, seed);
            cases += 1;
            several += usize::from(found.list.len() > 1);
        }
    }
    assert!(
        cases > 500 && several > 50,
        "{cases} questions, {several} with several clashes"
    );
}

#[test]
fn what_is_no_minimal_clash_is_refused() {
    let case = case();
    let asked = Positions::declared(&case).without_floors();
    let members = negotiable(&case, &asked, Floors::Ignore);
    let found = clashes(&case, &asked, Floors::Ignore, None, &Budget::unlimited());
    for right in &found.list {
        let packages: Vec<Package> = right
            .without()
            .iter()
            .map(|a| a.package().clone())
            .collect();
        let claim = |of: BTreeSet<Member>, packages: &[Package]| {
            clash(
                &case,
                &asked,
                &members,
                of,
                right.proof().bytes().to_vec(),
                packages,
            )
        };
        assert_eq!(
            claim(right.members().clone(), &packages).as_ref(),
            Ok(right)
        );
        assert!(claim(right.members().clone(), &packages[1..]).is_err());
        let mut swapped = packages.clone();
        swapped.reverse();
        assert!(claim(right.members().clone(), &swapped).is_err());
        let mut fewer = right.members().clone();
        fewer.pop_first();
        assert!(claim(fewer, &packages[1..]).is_err());
        let law = case.demand_named("LET-law-cession").unwrap();
        let mut more = right.members().clone();
        more.insert(Member::Demand(law));
        assert_eq!(claim(more, &packages), Err(Rejection::NotNegotiable));
    }
}

#[test]
fn the_first_clashes_say_that_there_are_more() {
    let case = case();
    let declared = Positions::declared(&case);
    let found = clashes(
        &case,
        &declared,
        Floors::Ignore,
        Some(3),
        &Budget::unlimited(),
    );
    assert_eq!(found.list.len(), 3);
    assert!(found.stopped.is_some());
}
