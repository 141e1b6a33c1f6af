//! Small scenarios of our own, with utilities worked out by hand.

use winset_model::formats::peer::{PeerFormat, RealSteps, Semantics};
use winset_model::formats::worth::Worth;
use winset_model::formats::{RefusedFile, Rounding, Scenario, ScenarioOptions, peers, scenario};
use winset_model::number;

use super::{big, utilities};

const DOMAIN: &str = r#"
<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="root"><issue index="1" name="Price" vtype="discrete">
<item index="1" value="low"/><item index="2" value="high"/></issue>
<objective index="9" name="inner"><issue index="2" name="Days" vtype="integer">
<range lowerbound="1" upperbound="3"/></issue></objective></objective>
</utility_space></negotiation_template>"#;

const LINEAR: &str = r#"<utility_space><objective index="0" name="root">
<issue index="1" name="Price" vtype="discrete"><item index="1" value="low" evaluation="3"/>
<item index="2" value="high" evaluation="4"/></issue>
<issue index="2" name="Days" vtype="integer" lowerbound="1" upperbound="3">
<evaluator ftype="linear" offset="0.25" slope="0.5"/></issue>
<weight index="2" value="0.5"/><weight index="1" value="0.75"/></objective>
<discount_factor value="0.9"/><reservation value="0.7"/></utility_space>"#;

const BOXES: &str = r#"<utility_space type="nonlinear"><objective index="0" name="root">
<issue index="1" name="X" type="integer" lowerbound="0" upperbound="2"/>
<issue index="2" name="Y" type="integer" lowerbound="0" upperbound="2"/>
<utility maxutility="10"><ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="4"><INCLUDES index="1" min="0" max="1"/></hyperRectangle>
<hyperRectangle utility="6"><INCLUDES index="1" min="1" max="2"/><EXCLUDES index="2" min="0" max="1"/></hyperRectangle>
</ufun></utility></objective></utility_space>"#;

const NUMBERS: &str = r#"<negotiation_template><utility_space><objective index="0" name="n">
<issue index="1" name="X" type="integer" lowerbound="0" upperbound="2"/>
<issue index="2" name="Y" type="integer" lowerbound="0" upperbound="2"/>
</objective></utility_space></negotiation_template>"#;

fn files<'a>(list: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a [u8])> {
    list.iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect()
}

fn worths(list: &[(&str, &str)], semantics: Semantics) -> Vec<Worth> {
    let read =
        peers(&files(list), &ScenarioOptions::default()).unwrap_or_else(|r| panic!("{r:#?}"));
    read.worths(semantics).unwrap()
}

/// Utilities in the order in which the first issue turns fastest.
fn check(list: &[(&str, &str)], semantics: Semantics, expected: &[&str]) {
    let worths = worths(list, semantics);
    let expected: Vec<_> = expected.iter().map(|text| big(text)).collect();
    assert_eq!(utilities(&worths[0]), expected, "{semantics:?}");
}

fn case(list: &[(&str, &str)], options: &ScenarioOptions) -> Result<Scenario, Vec<RefusedFile>> {
    scenario(&files(list), options)
}

#[test]
fn genius_divides_by_the_best_evaluation_and_caps_at_one() {
    let list = [("d.xml", DOMAIN), ("p.xml", LINEAR)];
    // 0.75 times 3/4 or 1; 0.5 times 0.25, 0.75 or 1.
    let expected = ["0.6875", "0.875", "0.9375", "1", "1", "1"];
    check(&list, Semantics::Genius, &expected);
    // 0.75 times 3 or 4; 0.5 times 0.5 * days + 0.25.
    let expected = ["2.625", "3.375", "2.875", "3.625", "3.125", "3.875"];
    check(&list, Semantics::Negmas, &expected);
    // The line begins at the least number.
    let expected = ["2.375", "3.125", "2.625", "3.375", "2.875", "3.625"];
    check(&list, Semantics::Raw, &expected);
}

#[test]
fn boxes_are_closed_in_genius_and_open_in_negmas() {
    let list = [("d.xml", NUMBERS), ("p.xml", BOXES)];
    // X from 0 to 2 for Y of 0, 1, 2: 4 for X of 0 or 1; 6 for X of 1 or 2 when Y is 2.
    let expected = ["0.4", "0.4", "0", "0.4", "0.4", "0", "0.4", "1", "0.6"];
    check(&list, Semantics::Genius, &expected);
    // No whole number lies between 0 and 1, or between 1 and 2.
    check(&list, Semantics::Negmas, &["0"; 9]);
    check(
        &list,
        Semantics::Raw,
        &["4", "4", "0", "4", "4", "0", "4", "10", "6"],
    );
}

#[test]
fn the_case_says_the_cap_by_terms() {
    let list = [("d.xml", DOMAIN), ("b.xml", LINEAR), ("a.xml", LINEAR)];
    let scenario = case(&list, &ScenarioOptions::default()).unwrap();
    assert_eq!(scenario.format, PeerFormat::Genius);
    assert!(scenario.losses.is_empty(), "{:?}", scenario.losses);
    let told: Vec<&str> = scenario
        .facts
        .iter()
        .map(|fact| fact.what.as_str())
        .collect();
    let expected = [
        "discounted by 0.9 to the power of the time that has passed",
        "the weights sum to 1.25, and are taken as they are",
        "packages above the cap at 1, each with a term of its own: 3",
    ];
    assert_eq!(told[..3], expected);
    let case = &scenario.reading.case;
    assert_eq!(case.parties[0].id, "a");
    let sheet = case.parties[0].sheet.open();
    assert_eq!(sheet.scores.as_ref().unwrap().bonuses.len(), 3);
    assert_eq!(sheet.scale, 80);
    assert_eq!(sheet.no_deal, Some(56));
}

#[test]
fn what_is_too_fine_is_told_and_can_be_rounded() {
    let fine = LINEAR.replace("\"0.75\"", "\"0.7512345678901234\"");
    let list = [("d.xml", DOMAIN), ("p.xml", fine.as_str())];
    let refused = case(&list, &ScenarioOptions::default()).unwrap_err();
    assert_eq!(refused[0].file, Some(1));
    let found = &refused[0].found[0];
    assert!(found.message.contains("issue `Price`"), "{found:?}");
    assert!(fine[found.span.start..].starts_with("0.7512345678901234"));
    let options = ScenarioOptions {
        rounding: Rounding::ToStep(number::parse("1e-12").unwrap()),
        ..ScenarioOptions::default()
    };
    let scenario = case(&list, &options).unwrap();
    let what = "scores are rounded to multiples of 0.000000000001";
    assert!(
        scenario
            .facts
            .iter()
            .any(|fact| fact.what.starts_with(what)),
        "{:?}",
        scenario.facts
    );
}

#[test]
fn a_real_issue_needs_a_step() {
    let real = DOMAIN.replace("integer", "real");
    let profile = LINEAR.replace("integer", "real");
    let list = [("d.xml", real.as_str()), ("p.xml", profile.as_str())];
    let refused = case(&list, &ScenarioOptions::default()).unwrap_err();
    assert!(
        refused[0].found[0].message.contains("no steps"),
        "{refused:?}"
    );
    let options = ScenarioOptions {
        real_steps: Some(RealSteps::Every(number::parse("0.5").unwrap())),
        ..ScenarioOptions::default()
    };
    let case = case(&list, &options).unwrap().reading.case;
    assert_eq!(case.points[1].options.len(), 5);
}

const WEB_DOMAIN: &str = r#"{"name": "w", "issuesValues": {
  "food": {"values": ["nuts", "fish"]}, "price": {"range": {"low": 1, "high": 2, "step": 0.5}}}}"#;

#[test]
fn geniusweb_lines_groups_and_reservation_bids() {
    let linear = r#"{"LinearAdditiveUtilitySpace": {"name": "p", "issueUtilities": {
      "food": {"discreteutils": {"valueUtilities": {"nuts": 0.5, "fish": 1}}},
      "price": {"numberutils": {"lowValue": 1, "lowUtility": 0.2, "highValue": 2, "highUtility": 0.8}}},
      "issueWeights": {"food": 0.4, "price": 0.6},
      "reservationBid": {"issuevalues": {"food": "nuts", "price": 2}}}}"#;
    let list = [("d.json", WEB_DOMAIN), ("p.json", linear)];
    check(
        &list,
        Semantics::Genius,
        &["0.32", "0.52", "0.5", "0.7", "0.68", "0.88"],
    );
    let read = worths(&list, Semantics::Genius);
    assert_eq!(read[0].reserved, Some(big("0.68")));
    let groups = r#"{"SumOfGroupsUtilitySpace": {"name": "p", "partUtilities": {"both": {"partsutils":
      {"issues": ["price", "food"], "utilslist": [{"values": [1.5, "fish"], "util": 0.9},
      {"values": ["1", "nuts"], "util": 0.3}]}}}}}"#;
    let list = [("d.json", WEB_DOMAIN), ("p.json", groups)];
    check(
        &list,
        Semantics::Genius,
        &["0.3", "0", "0", "0.9", "0", "0"],
    );
}

#[test]
fn negmas_functions_and_discounts() {
    let space = "type: negmas.outcomes.DiscreteCartesianOutcomeSpace\nname: s\nissues:\n\
      - {name: a, type: CategoricalIssue, values: [x, y]}\n\
      - {name: b, type: ContiguousIssue, values: [0, 2]}\n";
    let wrapped = "type: ExpDiscountedUFun\ndiscount: 0.9\nfactor: step\nreserved_value: -.inf\n\
      ufun:\n  type: LinearAdditiveUtilityFunction\n  weights: [2, 0.5]\n  values:\n\
      \x20 - {type: TableFun, mapping: {x: 1, y: 0.25}}\n\
      \x20 - {type: AffineFun, slope: 2, bias: 1}\n  reserved_value: 1.5\n";
    let list = [("s.yml", space), ("p.yml", wrapped)];
    check(
        &list,
        Semantics::Genius,
        &["2.5", "1", "3.5", "2", "4.5", "3"],
    );
    let scenario = case(&list, &ScenarioOptions::default()).unwrap();
    assert_eq!(scenario.facts[0].what, "discounted by 0.9 with each round");
    let read = worths(&list, Semantics::Genius);
    assert_eq!(read[0].reserved, Some(big("1.5")));
}

#[test]
fn negolog_profiles_state_their_domain() {
    let profile = r#"{"reservationValue": 0.3, "issueWeights": {"a": 0.4, "b": 0.6},
      "issues": {"a": {"x": 1, "y": 0.5}, "b": {"u": 0, "v": 1}}}"#;
    let list = [
        ("profileB.json", profile),
        ("profileA.json", profile),
        ("specs.json", "{}"),
    ];
    check(&list, Semantics::Genius, &["0.4", "0.2", "1", "0.8"]);
    let scenario = case(&list, &ScenarioOptions::default()).unwrap();
    let parties: Vec<&str> = scenario
        .reading
        .case
        .parties
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(parties, ["profileA", "profileB"]);
}
