//! Scenarios of competitions, beside numbers that other programs computed. Files and numbers are
//! not part of the repository: where they are missing the test says so and passes.

use std::path::PathBuf;

use serde_json::Value;
use winset_model::case::Case;
use winset_model::formats::big::{Big, from_exact};
use winset_model::formats::peer::{PeerFormat, Semantics};
use winset_model::formats::worth::Worth;
use winset_model::formats::{Peers, ScenarioOptions, peers};
use winset_model::options::{OptionId, Package, PartyId};

use super::{big, folder, lent, packages};

/// How far a number computed in floats may be from ours.
const NEAR: &str = "1e-9";
/// Scenarios that must be there where any are.
const SCENARIOS_MIN: usize = 20;

/// The folder of references: `WINSET_SHARED`, else `shared` beside the repository.
fn shared() -> Option<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the way to say where references are"
    )]
    let named = std::env::var("WINSET_SHARED").ok().map(PathBuf::from);
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let path = named
        .unwrap_or_else(|| PathBuf::from(beside))
        .join("reference");
    path.join("peer-stats.json").is_file().then_some(path)
}

fn scenarios() -> Vec<(String, PathBuf, Value)> {
    let Some(path) = shared() else {
        #[expect(clippy::print_stdout, reason = "who runs the tests should see it")]
        {
            println!("skipped: no reference scenarios beside the repository, nor in WINSET_SHARED");
        }
        return Vec::new();
    };
    let stats = std::fs::read_to_string(path.join("peer-stats.json")).unwrap();
    let stats: Value = serde_json::from_str(&stats).unwrap();
    let mut found = Vec::new();
    for (key, entry) in stats["scenarios"].as_object().unwrap() {
        let tail: Vec<&str> = key.split('/').collect();
        let end = (1..=3).map(|count| tail[tail.len().saturating_sub(count)..].join("/"));
        let folder = end.map(|end| path.join("scenarios").join(end));
        let folder = folder.rev().find(|folder| folder.is_dir()).unwrap();
        found.push((key.clone(), folder, entry.clone()));
    }
    assert!(
        found.len() >= SCENARIOS_MIN,
        "only {} scenarios",
        found.len()
    );
    found
}

fn read(folder_path: &std::path::Path) -> Peers {
    let files = folder(folder_path);
    peers(&lent(&files), &ScenarioOptions::default())
        .unwrap_or_else(|refused| panic!("{}: {refused:#?}", folder_path.display()))
}

fn assert_stated(name: &str, ours: &Big, theirs: &Value) {
    assert_near(name, ours, &big(&theirs.to_string()));
}

fn assert_near(name: &str, ours: &Big, theirs: &Big) {
    let apart = if ours > theirs {
        ours - theirs
    } else {
        theirs - ours
    };
    assert!(apart <= big(NEAR), "{name}: {ours} is not {theirs}");
}

/// Least and most of a party, and for each package of all whether each party has at least its
/// reservation.
fn looked_at(peers: &Peers, semantics: Semantics) -> (Vec<(Big, Big)>, u64, u64) {
    let worths = peers.worths(semantics).unwrap();
    let sizes: Vec<usize> = peers.domain.issues.iter().map(|i| i.values.len()).collect();
    let mut ranges: Vec<Option<(Big, Big)>> = vec![None; worths.len()];
    let (mut count, mut rational) = (0, 0);
    for package in packages(&sizes) {
        count += 1;
        let mut all = true;
        for (worth, range) in worths.iter().zip(&mut ranges) {
            let utility = worth.of(&package);
            all &= worth
                .reserved
                .as_ref()
                .is_none_or(|reserved| utility >= *reserved);
            *range = Some(match range.take() {
                None => (utility.clone(), utility),
                Some((least, most)) => (least.min(utility.clone()), most.max(utility)),
            });
        }
        rational += u64::from(all);
    }
    (
        ranges.into_iter().map(Option::unwrap).collect(),
        count,
        rational,
    )
}

#[test]
fn genius_scenarios_are_worth_what_genius_makes_of_them() {
    for (name, folder, entry) in scenarios() {
        let theirs = &entry["genius_semantics"];
        if theirs.is_null() {
            continue;
        }
        let peers = read(&folder);
        assert_eq!(peers.format, PeerFormat::Genius, "{name}");
        let (ranges, count, rational) = looked_at(&peers, Semantics::Genius);
        assert_eq!(theirs["n_outcomes"], count, "{name}");
        assert_eq!(theirs["n_parties"], ranges.len(), "{name}");
        assert_eq!(theirs["n_rational"], rational, "{name}");
        let worths = peers.worths(Semantics::Genius).unwrap();
        for (party, (least, most)) in ranges.iter().enumerate() {
            let file = theirs["profiles"][party].as_str().unwrap();
            assert_eq!(file, format!("{}.xml", peers.profiles[party].name));
            assert_stated(&name, least, &theirs["min"][party]);
            assert_stated(&name, most, &theirs["max"][party]);
            let reserved = worths[party].reserved.clone().unwrap();
            match &theirs["reserved"][party] {
                Value::Null => assert_eq!(reserved, big("0"), "{name}"),
                stated => assert_stated(&name, &reserved, stated),
            }
        }
    }
}

#[test]
fn genius_scenarios_are_worth_what_negmas_makes_of_them() {
    for (name, folder, entry) in scenarios() {
        let theirs = &entry["negmas_0_16_0_ignore_discount"];
        if theirs.is_null() {
            continue;
        }
        let peers = read(&folder);
        let (ranges, ..) = looked_at(&peers, Semantics::Negmas);
        for (party, (least, most)) in ranges.iter().enumerate() {
            assert_stated(&name, least, &theirs["ranges"][party][0]);
            assert_stated(&name, most, &theirs["ranges"][party][1]);
        }
    }
}

#[test]
fn the_geniusweb_scenario_has_the_floors_that_negmas_finds() {
    for (name, folder, entry) in scenarios() {
        let theirs = &entry["geniusweb_via_negmas"];
        if theirs.is_null() {
            continue;
        }
        let peers = read(&folder);
        assert_eq!(peers.format, PeerFormat::GeniusWeb, "{name}");
        let (_, count, _) = looked_at(&peers, Semantics::Genius);
        assert_eq!(theirs["n_outcomes"], count, "{name}");
        for (party, worth) in peers.worths(Semantics::Genius).unwrap().iter().enumerate() {
            assert_stated(
                &name,
                worth.reserved.as_ref().unwrap(),
                &theirs["reserved"][party],
            );
        }
    }
}

/// Every scenario becomes a case when its scores are rounded, and the case says the same within
/// what rounding moves; as many packages are acceptable.
#[test]
fn every_scenario_becomes_a_case() {
    for (name, folder_path, entry) in scenarios() {
        let files = folder(&folder_path);
        let peers = peers(&lent(&files), &ScenarioOptions::default()).unwrap();
        for semantics in Semantics::ALL {
            let options = ScenarioOptions {
                semantics,
                rounding: winset_model::formats::Rounding::WhereNeeded,
                ..ScenarioOptions::default()
            };
            let case = peers.scenario(&options).unwrap().reading.case;
            let acceptable = compared(&name, &case, &peers.worths(semantics).unwrap());
            let stated = &entry["genius_semantics"]["n_rational"];
            if semantics == Semantics::Genius && stated.is_u64() {
                assert_eq!(acceptable, *stated, "{name}");
            }
        }
    }
}

/// Compares the scores of every package with the utilities; how many are acceptable.
fn compared(name: &str, case: &Case, worths: &[Worth]) -> u64 {
    let sizes: Vec<usize> = case.points.iter().map(|p| p.options.len()).collect();
    let mut acceptable = 0;
    for places in packages(&sizes) {
        let package = Package(places.iter().map(|o| OptionId::at(*o)).collect());
        let mut all = true;
        for (place, worth) in worths.iter().enumerate() {
            let party = PartyId::at(place);
            let score = case.score(party, &package).unwrap();
            let utility = from_exact(&case.unscaled(party, score));
            assert_near(name, &worth.of(&places), &utility);
            let floor = case.parties[place].sheet.open().no_deal;
            all &= floor.is_none_or(|floor| score >= floor);
        }
        acceptable += u64::from(all);
    }
    acceptable
}
