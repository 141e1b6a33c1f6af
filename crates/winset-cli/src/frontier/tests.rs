//! What is said of points that stand for a frontier which is only bounded.

use winset::ask::FrontierAnswer;
use winset::check::{Corners, Listed, bounded_subset};
use winset::form;
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::options::{OptionId, Package, PartyId, PointId};
use winset::model::positions::Positions;
use winset::solve::FrontierPart;

use super::page;

/// Prices of 60 and 40 for all prices, under one corner.
fn two_prices(stopped: Option<StopReason>) -> (Case, FrontierAnswer) {
    let bytes = include_bytes!("../../tests/cases/price.yaml");
    let case = winset::model::read_case(bytes, Syntax::Yaml).unwrap().case;
    let axes = vec![PartyId(0), PartyId(1)];
    let corners = Corners {
        order: vec![PointId(0), PointId(1)],
        above: vec![vec![0; 101], vec![0; 2]],
    };
    let listed = [60, 40].map(|price| Listed {
        package: Package(vec![OptionId(price), OptionId(0)]),
        proof: None,
    });
    let positions = Positions::declared(&case);
    let claim = bounded_subset(&case, &positions, &axes, &listed, (&corners, &[0])).unwrap();
    let part = FrontierPart {
        packages: vec![None; 2],
        claim,
        engine: None,
        stopped,
    };
    let found = FrontierAnswer::part(axes, part);
    (case, found)
}

/// A page as one line.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_says_what_is_missing() {
    let (case, found) = two_prices(None);
    let page = page::page(&case, &found, true, &[]);
    let text = page.as_str();
    let words = unwrapped(text);
    for said in [
        "Frontier: too large to list; 2 points stand for it.",
        "one of the points gives each party as much but for at most: S 0.06, B 0.25; at most 93.8 % of",
        "no point is beaten, but that is not shown of 2; nothing acceptable is further off",
        "those that are alike are put under one",
    ] {
        assert!(words.contains(said), "{said}\n{text}");
    }
    assert!(!words.contains("Others can"));
    let (case, found) = two_prices(Some(StopReason::TimeLimit));
    let page = page::page(&case, &found, false, &[]);
    let words = unwrapped(page.as_str());
    for said in ["The work on it was stopped", "by the time limit."] {
        assert!(words.contains(said), "{words}");
    }
}

#[test]
fn programs_are_told_the_same() {
    let (case, found) = two_prices(None);
    let line = form::line(&form::FrontierForm::new(&case, &found, &[])).unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&line).unwrap();
    let frontier = &answer["frontier"];
    assert_eq!(frontier["complete"], false);
    assert_eq!(frontier["gap"], serde_json::json!(["3/50", "1/4"]));
    assert_eq!(frontier["share"], "15/16");
    assert_eq!(frontier["proven"], serde_json::json!([false, false]));
    assert_eq!(frontier["engine"], "corners");
    assert!(frontier["of"].is_null() && answer["stopped"].is_null());
}
