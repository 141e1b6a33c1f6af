//! A package on the table against looking at every other package.

use serde_json::json;
use winset_audit::audit_improve;
use winset_check::{Best, accept, every_package};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Better, Budget, SettlementFound, Slack, better, nearest, slack};

use crate::read::{read, read_seed};

fn question(seed: u64) -> (Case, Positions) {
    let case = read_seed(seed);
    let asked = if seed.is_multiple_of(3) {
        Positions::declared(&case)
    } else {
        positions(&case, &mut Rng::new(seed))
    };
    (case, asked)
}

/// A random package, acceptable or not.
fn any_package(case: &Case, rng: &mut Rng) -> Package {
    let options = case.points.iter().map(|p| rng.below(p.options.len()));
    Package(options.map(OptionId::at).collect())
}

/// A package to ask about: one of the acceptable ones, if there are any, or any at all.
fn on_the_table(case: &Case, asked: &Positions, rng: &mut Rng) -> Package {
    let all = every_package(case, asked, PACKAGES_MAX as u64).unwrap();
    if all.is_empty() || rng.chance(1, 3) {
        any_package(case, rng)
    } else {
        all[rng.below(all.len())].package().clone()
    }
}

/// How often each kind of answer occurs: what is never met is not tested.
#[derive(Debug, Default)]
struct Kinds {
    unacceptable: u32,
    near: u32,
    not_near: u32,
    some_room: u32,
    no_room: u32,
    efficient: u32,
    gained: u32,
    nothing_better: u32,
    several_better: u32,
}

impl Kinds {
    fn count(&mut self, case: &Case, asked: &Positions, table: &Package) {
        let budget = Budget::unlimited();
        self.unacceptable += u32::from(accept(case, asked, table).is_err());
        match nearest(case, asked, table, usize::MAX, &budget) {
            Answer::Found(found) => self.near += u32::from(found.changes > 0),
            Answer::Impossible(_) => self.not_near += 1,
            Answer::Stopped { reason, .. } => panic!("{reason:?}"),
        }
        match slack(case, asked, table, &budget) {
            Slack::Most(most) => {
                self.some_room += 1;
                let at_best = |(p, best): (usize, &Option<Best>)| {
                    best.as_ref().map(Best::value) == case.score(PartyId::at(p), table)
                };
                self.efficient += u32::from(most.iter().enumerate().all(at_best));
            }
            Slack::Nothing(_) => self.no_room += 1,
            Slack::Stopped(reason) => panic!("{reason:?}"),
        }
        let Better { rule, fewest, .. } = better(case, asked, table, &budget);
        match rule {
            SettlementFound::Found { claim, .. } => {
                let gains = claim.groups().iter().any(|g| !g.parties().is_empty());
                self.gained += u32::from(gains);
                self.several_better += u32::from(gains && fewest.len() > 1);
            }
            SettlementFound::None(_) => self.nothing_better += 1,
            SettlementFound::Stopped { reason, .. } => panic!("{reason:?}"),
        }
    }
}

/// Compares on a range of seeds; a twentieth of the questions at least must be of each kind.
fn agree(seeds: std::ops::Range<u64>) {
    let mut kinds = Kinds::default();
    let all = u32::try_from(seeds.end - seeds.start).unwrap();
    for seed in seeds {
        let (case, asked) = question(seed);
        let mut rng = Rng::new(seed + 7);
        let table = on_the_table(&case, &asked, &mut rng);
        let most = rng.below(4);
        let budget = Budget::unlimited();
        let found = audit_improve(&case, &asked, &table, most, &budget, PACKAGES_MAX as u64);
        assert_eq!(
            found.unwrap(),
            [""; 0],
            "seed {seed}\n{asked:?}\n{}",
            small(seed)
        );
        kinds.count(&case, &asked, &table);
    }
    let Kinds {
        unacceptable,
        near,
        not_near,
        some_room,
        no_room,
        efficient,
        gained,
        nothing_better,
        several_better,
    } = kinds;
    let counts = [unacceptable, near, not_near, some_room, no_room];
    let more = [efficient, gained, nothing_better];
    let often = counts.iter().chain(&more).all(|count| *count > all / 20);
    assert!(often && several_better > all / 250, "{kinds:?} of {all}");
}

#[test]
fn seeds_up_to_1_000() {
    agree(0..1_000);
}

#[test]
fn seeds_up_to_2_000() {
    agree(1_000..2_000);
}

/// More packages than are listed for a settlement give everybody the same; the last of all of them
/// is on the table.
#[test]
fn the_fewest_changes_are_found_among_many_ties() {
    let options = json!([{"id": "a", "label": ""}, {"id": "b", "label": ""}]);
    let points: Vec<_> = (0..11)
        .map(|p| json!({"id": format!("p{p}"), "title": "", "options": options}))
        .collect();
    let file = json!({
        "format": "winset-case/1",
        "id": "ties",
        "title": "Many ties",
        "parties": [{"id": "one", "name": "One"}],
        "points": points,
        "preferences": {"one": {"p0": {"values": [1, 0]}}},
    });
    let case = read(&file);
    let asked = Positions::declared(&case);
    for first in 0..2 {
        let mut table = Package(vec![OptionId(1); 11]);
        table.0[0] = OptionId::at(first);
        for changes_max in [0, 1, 11] {
            let budget = Budget::unlimited();
            let packages_max = PACKAGES_MAX as u64;
            let found = audit_improve(&case, &asked, &table, changes_max, &budget, packages_max);
            assert_eq!(found.unwrap(), [""; 0], "{first}, {changes_max}");
        }
    }
}
