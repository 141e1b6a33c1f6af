//! Clashes and corrections: the demonstration case's lists, and what holds between the lists of random
//! small cases.

use std::collections::BTreeSet;

use winset_check::{ClashMember, Rejection, clash};
use winset_gen::small::small;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, clashes, negotiable};

use crate::demonstration::{case, expected, text, texts};

pub(crate) fn names(case: &Case, members: &BTreeSet<ClashMember>) -> Vec<String> {
    let name = |m: &ClashMember| match m {
        ClashMember::Demand(demand) => case.demand_name(*demand).to_owned(),
        ClashMember::Floor(party) => format!("floor of {}", case.parties[party.index()].id),
    };
    let mut names: Vec<String> = members.iter().map(name).collect();
    names.sort();
    names
}

#[test]
fn the_demonstration_case_has_the_clashes_and_corrections_stated() {
    let case = case();
    let declared = Positions::declared(&case);
    let found = clashes(
        &case,
        &declared,
        FloorMode::Ignore,
        None,
        &Budget::unlimited(),
    );
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
    let count = text(expected(&case, &[&block[..], &["count"]].concat()));
    assert_eq!(listed.len().to_string(), count);
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

/// No-deal values as members: as many clashes as another program had found when it was stopped.
#[test]
fn with_no_deal_values_the_demonstration_case_has_as_many_clashes_as_stated() {
    let case = case();
    let declared = Positions::declared(&case);
    let block = [
        "declared_positions",
        "with_no_deal_floors",
        "minimal_clashes_at_least",
    ];
    let stated: usize = text(expected(&case, &block)).parse().unwrap();
    let budget = Budget::unlimited();
    let found = clashes(&case, &declared, FloorMode::Members, Some(stated), &budget);
    let different: BTreeSet<&BTreeSet<ClashMember>> = found
        .list
        .iter()
        .map(winset_check::Clash::members)
        .collect();
    assert_eq!(different.len(), stated);
}

pub(crate) fn random_case(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// All ways of taking floors, with the questions that are small enough to be enumerated.
fn small_questions(seeds: std::ops::Range<u64>, mut check: impl FnMut(u64, &Case, FloorMode)) {
    for seed in seeds {
        let case = random_case(seed);
        let declared = Positions::declared(&case);
        let packages = case.package_count();
        for floors in [FloorMode::Ignore, FloorMode::Keep, FloorMode::Members] {
            if negotiable(&case, &declared, floors).len() <= 7 && packages <= 300_u32.into() {
                check(seed, &case, floors);
            }
        }
    }
}

/// All minimal sets that hold a member of each set, by looking at every set of `all`.
fn hitting(
    all: &BTreeSet<ClashMember>,
    family: &[&BTreeSet<ClashMember>],
) -> BTreeSet<BTreeSet<ClashMember>> {
    let mut minimal: BTreeSet<BTreeSet<ClashMember>> = BTreeSet::from([BTreeSet::new()]);
    for set in family {
        let mut next: BTreeSet<BTreeSet<ClashMember>> = BTreeSet::new();
        for hit in &minimal {
            if !hit.is_disjoint(set) {
                next.insert(hit.clone());
                continue;
            }
            for member in set.intersection(all) {
                let mut more = hit.clone();
                more.insert(*member);
                next.insert(more);
            }
        }
        let others = next.clone();
        next.retain(|s| !others.iter().any(|o| o != s && o.is_subset(s)));
        minimal = next;
    }
    minimal
}

/// Clashes and corrections are each other's minimal hitting sets.
fn check_duality(case: &Case, floors: FloorMode) {
    let declared = Positions::declared(case);
    let all = negotiable(case, &declared, floors);
    let found = clashes(case, &declared, floors, None, &Budget::unlimited());
    assert_eq!(found.stopped, None);
    let clashes: Vec<_> = found
        .list
        .iter()
        .map(winset_check::Clash::members)
        .collect();
    let corrections: Vec<_> = found.corrections.iter().map(|c| &c.members).collect();
    let sets = |of: &[&BTreeSet<ClashMember>]| of.iter().map(|s| (*s).clone()).collect();
    let listed: BTreeSet<BTreeSet<ClashMember>> = sets(&corrections);
    assert_eq!(hitting(&all, &clashes), listed);
    let listed: BTreeSet<BTreeSet<ClashMember>> = sets(&clashes);
    assert_eq!(hitting(&all, &corrections), listed);
}

#[test]
fn clashes_and_corrections_hit_each_other() {
    for floors in [FloorMode::Ignore, FloorMode::Keep] {
        check_duality(&case(), floors);
    }
    for seed in 0..400 {
        let case = random_case(seed);
        for floors in [FloorMode::Ignore, FloorMode::Keep, FloorMode::Members] {
            check_duality(&case, floors);
        }
    }
}

#[test]
fn with_floors_as_members_the_demonstration_case_has_634_clashes() {
    let case = case();
    let declared = Positions::declared(&case);
    let budget = Budget::unlimited();
    let found = clashes(&case, &declared, FloorMode::Members, None, &budget);
    // Counted by an earlier, independent way of enumerating; the author of the case knows of 38.
    assert_eq!((found.list.len(), found.corrections.len()), (634, 376));
    assert_eq!(found.stopped, None);
    // Without floors the clashes are those that hold none.
    let without = clashes(&case, &declared, FloorMode::Ignore, None, &budget);
    let floor = |m: &ClashMember| matches!(m, ClashMember::Floor(_));
    let holds_none = found.list.iter().filter(|c| !c.members().iter().any(floor));
    let holds_none: Vec<_> = holds_none.map(winset_check::Clash::members).collect();
    let without: Vec<_> = without
        .list
        .iter()
        .map(winset_check::Clash::members)
        .collect();
    assert_eq!(holds_none, without);
}

/// So many clashes: when they are said to be the smallest, their sizes are those of the first of
/// the whole list.
fn check_smallest(seed: u64, case: &Case, floors: FloorMode, count: usize) -> bool {
    let declared = Positions::declared(case);
    let budget = Budget::unlimited();
    let whole = clashes(case, &declared, floors, None, &budget);
    let found = clashes(case, &declared, floors, Some(count), &budget);
    let sizes = |list: &[winset_check::Clash]| -> Vec<usize> {
        list.iter().map(|c| c.members().len()).collect()
    };
    let all: BTreeSet<_> = whole
        .list
        .iter()
        .map(winset_check::Clash::members)
        .collect();
    assert!(
        found.list.iter().all(|c| all.contains(c.members())),
        "seed {seed}"
    );
    let first = count.min(whole.list.len());
    assert_eq!(found.list.len(), first, "seed {seed}");
    if found.smallest {
        assert_eq!(
            sizes(&found.list),
            sizes(&whole.list)[..first],
            "seed {seed}"
        );
    }
    found.smallest
}

#[test]
fn the_first_clashes_are_the_smallest_where_they_say_so() {
    let (mut said, mut asked) = (0, 0);
    small_questions(0..600, |seed, case, floors| {
        for count in 0..4 {
            asked += 1;
            said += usize::from(check_smallest(seed, case, floors, count));
        }
    });
    // Small cases never are too much work.
    assert!(asked > 1_000 && said == asked, "{said} of {asked}");
    for count in [1, 4, 5, 7, 13, 14, 15] {
        assert!(check_smallest(0, &case(), FloorMode::Ignore, count));
    }
    check_smallest(0, &case(), FloorMode::Members, 20);
}

#[test]
fn what_is_no_minimal_clash_is_refused() {
    let case = case();
    let asked = Positions::declared(&case).without_floors();
    let members = negotiable(&case, &asked, FloorMode::Ignore);
    let found = clashes(&case, &asked, FloorMode::Ignore, None, &Budget::unlimited());
    for right in &found.list {
        let packages: Vec<Package> = right
            .without()
            .iter()
            .map(|a| a.package().clone())
            .collect();
        let claim = |of: BTreeSet<ClashMember>, packages: &[Package]| {
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
        more.insert(ClashMember::Demand(law));
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
        FloorMode::Ignore,
        Some(3),
        &Budget::unlimited(),
    );
    assert_eq!(found.list.len(), 3);
    assert!(found.stopped.is_some());
}
