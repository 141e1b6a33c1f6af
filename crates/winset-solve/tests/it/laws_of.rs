//! The laws that make a clash: those of the demonstration case by hand, and random small cases
//! against looking at every package.

use std::collections::BTreeSet;

use winset_check::{ClashMember, PackageRefusal, accept};
use winset_gen::rng::Rng;
use winset_model::case::{Case, DemandId, Visibility};
use winset_model::options::{OptionId, Package};
use winset_model::positions::Positions;
use winset_solve::{Budget, FloorMode, clashes, laws_of};

use crate::clashes::{names, random_case};
use crate::demonstration::case;

fn laws(case: &Case, floors: FloorMode, clash: &BTreeSet<ClashMember>) -> Vec<DemandId> {
    let declared = Positions::declared(case);
    laws_of(case, &declared, floors, clash, &Budget::unlimited()).unwrap()
}

/// By hand: the cession clause closes t5, t3 and t4 need the referendum, the referendum needs a
/// pause; the approval clause is what makes a vote of the Assembly necessary at all.
#[test]
fn the_laws_behind_the_clashes_of_the_demonstration_case() {
    const APPROVAL: &str = "LET-law-approval";
    const PAUSE: &str = "LET-law-vote-needs-pause";
    let case = case();
    let declared = Positions::declared(&case);
    let found = clashes(
        &case,
        &declared,
        FloorMode::Ignore,
        None,
        &Budget::unlimited(),
    );
    assert_eq!(found.list.len(), 14);
    for clash in &found.list {
        let of_clash: Vec<&str> = laws(&case, FloorMode::Ignore, clash.members())
            .into_iter()
            .map(|law| case.demand_name(law))
            .collect();
        let names = names(&case, clash.members());
        let members: Vec<&str> = names.iter().map(String::as_str).collect();
        let expected: &[&str] = match members[..] {
            ["ORV-ceasefire", "ORV-territory"] => {
                &["LET-law-cession", PAUSE, "LET-law-territory-needs-vote"]
            }
            ["ORV-territory", "assembly-majority"] => &[APPROVAL],
            ["ORV-alignment" | "ORV-ceasefire", _, "assembly-majority"]
            | ["MER-guarantee-needs-vote", .., "assembly-majority"] => &[APPROVAL, PAUSE],
            ["LET-guarantee", "MER-guarantee-needs-vote", ..]
            | [
                "MER-guarantee-needs-vote",
                ..,
                "council-unanimity-on-relief",
            ] => &[PAUSE],
            _ => &[],
        };
        assert_eq!(of_clash, expected, "{members:?}");
    }
}

/// For each package what it breaks of laws and of these members; the question is asked at the
/// declared positions.
fn broken(case: &Case, clash: &BTreeSet<ClashMember>) -> Vec<BTreeSet<ClashMember>> {
    let declared = Positions::declared(case);
    let counts = |m: &ClashMember| match m {
        ClashMember::Demand(d) => case.is_law(*d) || clash.contains(m),
        ClashMember::Floor(_) => clash.contains(m),
    };
    let mut packages = vec![Package(Vec::new())];
    for point in &case.points {
        let longer = |p: &Package| {
            let options = (0..point.options.len()).map(OptionId::at);
            let with = options.map(|o| Package([&p.0[..], &[o]].concat()));
            with.collect::<Vec<_>>()
        };
        packages = packages.iter().flat_map(longer).collect();
    }
    let of_package = |package: &Package| match accept(case, &declared, package) {
        Ok(_) => BTreeSet::new(),
        Err(PackageRefusal::Unmet(unmet)) => {
            let demands = unmet.demands.into_iter().map(ClashMember::Demand);
            let floors = unmet.below_floor.into_iter().map(ClashMember::Floor);
            demands.chain(floors).filter(counts).collect()
        }
        Err(other) => panic!("{other}"),
    };
    packages.iter().map(of_package).collect()
}

/// Gives laws random visibility.
fn shade(case: &mut Case, rng: &mut Rng) {
    let mut shade = || [Visibility::Public, Visibility::Mediator, Visibility::Sealed][rng.below(3)];
    case.lines.iter_mut().for_each(|line| line.seen = shade());
    case.links.iter_mut().for_each(|link| link.seen = shade());
}

fn seen(case: &Case, law: DemandId) -> Visibility {
    match law {
        DemandId::Line(l) => case.lines[l].seen,
        DemandId::Link(l) => case.links[l].seen,
        DemandId::Vote(..) => panic!("a vote rule is no law"),
    }
}

fn check(case: &Case, floors: FloorMode, clash: &BTreeSet<ClashMember>) -> usize {
    let needed = laws(case, floors, clash);
    let broken = broken(case, clash);
    let holds = |kept: &dyn Fn(&DemandId) -> bool| {
        let kept = |m: &ClashMember| match m {
            ClashMember::Demand(d) if case.is_law(*d) => kept(d),
            _ => true,
        };
        broken.iter().any(|b| !b.iter().any(kept))
    };
    assert!(needed.iter().all(|law| case.is_law(*law)));
    assert!(needed.is_sorted());
    assert!(
        !holds(&|law| needed.contains(law)),
        "{}: not enough",
        case.id
    );
    for spare in &needed {
        let fewer = |law: &DemandId| law != spare && needed.contains(law);
        assert!(holds(&fewer), "{}: one too many", case.id);
    }
    for most in [Visibility::Public, Visibility::Mediator] {
        if !holds(&|law| seen(case, *law) <= most) {
            assert!(
                needed.iter().all(|law| seen(case, *law) <= most),
                "{}",
                case.id
            );
        }
    }
    needed.len()
}

#[test]
fn random_small_cases_need_the_laws_told_and_each_of_them() {
    let (mut asked, mut some) = (0, 0);
    for seed in 0..1_500 {
        let mut case = random_case(seed);
        shade(&mut case, &mut Rng::new(seed));
        if case.package_count() > 300_u32.into() {
            continue;
        }
        let declared = Positions::declared(&case);
        for floors in [FloorMode::Ignore, FloorMode::Members] {
            let found = clashes(&case, &declared, floors, None, &Budget::unlimited());
            for clash in &found.list {
                asked += 1;
                some += usize::from(check(&case, floors, clash.members()) > 0);
            }
        }
    }
    assert!(
        asked > 500 && some > 200,
        "{asked} clashes, {some} with laws"
    );
}

#[test]
fn members_that_hold_together_need_no_law() {
    let case = case();
    let line = case.demand_named("ORV-territory").unwrap();
    let alone = BTreeSet::from([ClashMember::Demand(line)]);
    assert_eq!(laws(&case, FloorMode::Ignore, &alone), []);
    assert_eq!(laws(&case, FloorMode::Ignore, &BTreeSet::new()), []);
}

#[test]
fn a_budget_stops_it() {
    let case = case();
    let declared = Positions::declared(&case);
    let stop = || Some(winset_model::answer::StopReason::TimeLimit);
    let budget = Budget {
        stop: &stop,
        ..Budget::unlimited()
    };
    let clash = ["ORV-territory", "ORV-ceasefire"].map(|id| case.demand_named(id).unwrap());
    let clash = clash.map(ClashMember::Demand).into_iter().collect();
    let found = laws_of(&case, &declared, FloorMode::Ignore, &clash, &budget);
    assert_eq!(found, Err(winset_model::answer::StopReason::TimeLimit));
}
