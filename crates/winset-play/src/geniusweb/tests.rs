//! Every shape there and back, what is refused and where, and messages with mistakes drawn at random.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;

use super::*;
use crate::own::OwnSide;
use crate::random::Draws;
use crate::space::OutcomeSpace;

/// What a server says, a line each.
const INFORMS: [&str; 11] = [
    r#"{"Settings":{"id":"party1","profile":"ws://host/prof/jobs1","protocol":"SAOP","progress":{"ProgressTime":{"duration":10000,"start":1600000000000}},"parameters":{}}}"#,
    r#"{"Settings":{"id":"party1","profile":"file:///p.json","protocol":"SAOP","progress":{"ProgressRounds":{"duration":100,"currentRound":0,"endtime":1600000000000}},"parameters":{"power":2,"z":[1.50,null,{"b":true,"a":false}]}}}"#,
    r#"{"Settings":{"id":"party1","profile":"file:///p.json","protocol":"SAOP","progress":{"ProgressRounds":{"duration":100,"currentRound":0}},"parameters":{}}}"#,
    r#"{"YourTurn":{}}"#,
    r#"{"ActionDone":{"action":{"EndNegotiation":{"actor":"party1"}}}}"#,
    r#"{"ActionDone":{"action":{"Offer":{"actor":"party1","bid":{"issuevalues":{"issueA":"valueA"}}}}}}"#,
    r#"{"Finished":{"agreements":{}}}"#,
    r#"{"Finished":{"agreements":{"party2":{"issuevalues":{"b":"1","a":"2"}},"party1":{"issuevalues":{"b":"1","a":"2"}}}}}"#,
    r#"{"Voting":{"offers":[{"Offer":{"actor":"party1","bid":{"issuevalues":{"issueA":"valueA"}}}}],"powers":{"party1":1}}}"#,
    r#"{"OptIn":{"votes":[{"Votes":{"actor":"party1","votes":[{"Vote":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":9999999}}]}}]}}"#,
    r#"{"OptInWithValue":{"votes":[{"VotesWithValue":{"actor":"party1","votes":[{"VoteWithValue":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":9,"value":100}}]}}]}}"#,
];

/// What a party says, a line each.
const ACTIONS: [&str; 11] = [
    r#"{"Offer":{"actor":"party1","bid":{"issuevalues":{"issueA":"valueA"}}}}"#,
    r#"{"Accept":{"actor":"party2","bid":{"issuevalues":{"z":"ü","a":"\"\\\n"}}}}"#,
    r#"{"EndNegotiation":{"actor":"party1"}}"#,
    r#"{"LearningDone":{"actor":"party1"}}"#,
    r#"{"Vote":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":9999999}}"#,
    r#"{"Votes":{"actor":"party1","votes":[{"Vote":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":2}}]}}"#,
    r#"{"Votes":{"actor":"party1","votes":[]}}"#,
    r#"{"VoteWithValue":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":9,"value":60}}"#,
    r#"{"VotesWithValue":{"actor":"party1","votes":[{"VoteWithValue":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"minPower":2,"maxPower":9,"value":60}},{"VoteWithValue":{"actor":"party1","bid":{"issuevalues":{"a":"2"}},"minPower":2,"maxPower":9,"value":40}}]}}"#,
    r#"{"Comparison":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"better":[{"issuevalues":{"a":"2"}}],"worse":[]}}"#,
    r#"{"ElicitComparison":{"actor":"party1","bid":{"issuevalues":{"a":"1"}},"options":[{"issuevalues":{"a":"2"}},{"issuevalues":{"a":"3"}}]}}"#,
];

#[test]
fn every_shape_comes_back_as_it_was() {
    for text in INFORMS {
        assert_eq!(Inform::parse(text).unwrap().line(), text);
    }
    for text in ACTIONS {
        let action = WebAction::parse(text).unwrap();
        assert_eq!(action.line(), text);
        assert!(text.starts_with(&format!("{{\"{}\":", action.class())));
        assert_eq!(
            action.actor().as_str(),
            if text.contains("party2") {
                "party2"
            } else {
                "party1"
            }
        );
        let done = Inform::ActionDone(Box::new(action));
        assert_eq!(Inform::parse(&done.line()).unwrap(), done);
    }
}

#[test]
fn what_is_refused_is_said_with_its_place() {
    let check = |text: &str, expected: &str| {
        let fault = WebAction::parse(text)
            .map(|found| found.line())
            .unwrap_err();
        assert_eq!(
            fault.to_string(),
            format!("read a message, at character {expected}")
        );
    };
    let classes = "Offer, Accept, EndNegotiation, LearningDone, Vote, Votes, VoteWithValue, VotesWithValue, \
                   Comparison, ElicitComparison";
    check(
        r#"{"Ofer":{}}"#,
        &format!("2: the class 'Ofer' is unknown here; expected {classes}"),
    );
    check(
        "[]",
        &format!("1: a list was found; expected an object with one key: {classes}"),
    );
    check(
        "{}",
        &format!("1: an object with 0 keys was found; expected an object with one key: {classes}"),
    );
    check(
        r#"{"Offer":{"actor":"a"}}"#,
        "10 (Offer): the field 'bid' is missing; expected an object with the fields actor, bid",
    );
    check(
        r#"{"EndNegotiation":{"actor":"a","why":1}}"#,
        "32 (EndNegotiation): the field 'why' is unknown; expected an object with the fields actor",
    );
    check(
        r#"{"EndNegotiation":{"actor":"1é"}}"#,
        "28 (EndNegotiation.actor): '1é' was found; expected the id of a party: a letter, then letters, digits \
         and '_'",
    );
    check(
        r#"{"Offer":{"actor":"a","bid":{"issuevalues":{"é":"x","b":3}}}}"#,
        "57 (Offer.bid.issuevalues.b): a number was found; expected the id of an option, a text",
    );
    check(
        r#"{"Vote":{"actor":"a","bid":{"issuevalues":{}},"minPower":2,"maxPower":1}}"#,
        "9 (Vote): maxPower is 1, below minPower, 2; expected a maxPower that is not less than minPower",
    );
    check(
        r#"{"Vote":{"actor":"a","bid":{"issuevalues":{}},"minPower":-2,"maxPower":1}}"#,
        "58 (Vote.minPower): -2 was found; expected a power, a whole number from 0",
    );
    check(
        r#"{"YourTurn":"#,
        "13: the message ends too early; expected a value",
    );
    check(
        r#"{"YourTurn":{}} x"#,
        "17: unexpected character \"x\"; expected the end of the message",
    );
}

#[test]
fn values_of_votes_sum_to_a_hundred_and_are_of_one_party() {
    let vote = |actor: &str, option: &str, value: u64| {
        json!({"VoteWithValue": {"actor": actor, "bid": {"issuevalues": {"a": option}}, "minPower": 1,
            "maxPower": 2, "value": value}})
    };
    let check = |votes: Vec<Value>, expected: &str| {
        let text = json!({"VotesWithValue": {"actor": "p", "votes": votes}}).to_string();
        let found = WebAction::parse(&text).map_err(|fault| fault.found);
        assert_eq!(found.err().unwrap_or_default(), expected);
    };
    check(vec![vote("p", "1", 99), vote("p", "2", 1)], "");
    check(
        vec![vote("p", "1", 99)],
        "the values of the votes sum to 99, not to 100",
    );
    check(
        vec![vote("p", "1", 99), vote("p", "2", 2)],
        "the values of the votes sum to 101, not to 100",
    );
    check(vec![], "the values of the votes sum to 0, not to 100");
    check(
        vec![vote("p", "1", 60), vote("q", "2", 40)],
        "a vote of 'q' stands among those of 'p'",
    );
    check(
        vec![vote("p", "1", 60), vote("p", "1", 40)],
        "two votes, number 1 and number 2, are for the same bid",
    );
}

/// Twenty thousand messages with mistakes: none ends the reader, and what is read comes back as it was.
#[test]
fn no_mistake_in_a_message_ends_the_reader() {
    let mut draws = Draws::new(20_260);
    let all: Vec<&str> = INFORMS.into_iter().chain(ACTIONS).collect();
    let pick =
        |draws: &mut Draws, below: usize| usize::try_from(draws.below(below as u64)).unwrap();
    let mut read = [0_u32; 2];
    for _ in 0..20_000 {
        let mut bytes = all[pick(&mut draws, all.len())].as_bytes().to_vec();
        for _ in 0..=draws.below(3) {
            let at = pick(&mut draws, bytes.len().max(1));
            match draws.below(5) {
                0 if at < bytes.len() => drop(bytes.remove(at)),
                1 => bytes.insert(at, b"{}[]\":,0-9eE.\\u n\xC3\x00"[pick(&mut draws, 19)]),
                2 if at < bytes.len() => bytes[at] ^= 1 << draws.below(8),
                3 => bytes.truncate(at),
                _ => {
                    let other = all[pick(&mut draws, all.len())].as_bytes();
                    let from = pick(&mut draws, other.len());
                    let to = from + pick(&mut draws, other.len() - from);
                    let part = other[from..to].to_vec();
                    bytes.splice(at..at, part);
                }
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(inform) = Inform::parse(&text) {
            assert_eq!(Inform::parse(&inform.line()), Ok(inform));
            read[0] += 1;
        }
        if let Ok(action) = WebAction::parse(&text) {
            assert_eq!(WebAction::parse(&action.line()), Ok(action));
            read[1] += 1;
        }
    }
    assert!(read.iter().all(|count| *count > 100), "{read:?}");
}

fn case(parties: &Value, preferences: &Value) -> Case {
    let options = |ids: &[&str]| -> Value {
        ids.iter()
            .map(|id| json!({"id": id, "label": id}))
            .collect()
    };
    let file = json!({
        "format": "winset-case/1", "id": "pier", "title": "Pier", "parties": parties,
        "points": [
            {"id": "fee", "title": "Fee", "options": options(&["low", "mid", "high"])},
            {"id": "years", "title": "Years", "options": options(&["five", "ten"])},
        ],
        "preferences": preferences,
    });
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

fn two(port: &Value, no_deal: f64) -> Case {
    case(
        &json!([{"id": "port", "name": "Port", "no_deal": no_deal}, {"id": "line", "name": "Line"}]),
        &json!({"port": port, "line": {"fee": {"scores": [3, 2, 0]}, "years": {"scores": [0, 1]}}}),
    )
}

fn profile(case: &Case, party: usize) -> Result<WebProfile, ProfileFault> {
    let space = Arc::new(OutcomeSpace::of(case).unwrap());
    let party = PartyId::at(party);
    let own = OwnSide::new(case, &space, party).unwrap();
    web_profile(case, &space, party, &own)
}

#[test]
fn a_profile_holds_the_scores_and_the_floor() {
    let scores = json!({"fee": {"scores": [-2, 1, 6]}, "years": {"scores": [2, 0]}});
    let case = two(&scores, 2.5);
    let found = profile(&case, 0).unwrap();
    assert!(found.exact);
    let expected = concat!(
        r#"{"LinearAdditiveUtilitySpace":{"issueUtilities":{"fee":{"DiscreteValueSetUtilities":{"valueUtilities":"#,
        r#"{"low":0,"mid":0.375,"high":1}}},"years":{"DiscreteValueSetUtilities":{"valueUtilities":"#,
        r#"{"five":1,"ten":0}}}},"issueWeights":{"fee":0.8,"years":0.2},"domain":{"name":"pier","#,
        r#""issuesValues":{"fee":{"values":["low","mid","high"]},"years":{"values":["five","ten"]}}},"#,
        r#""name":"port","reservationBid":{"issuevalues":{"fee":"mid","years":"five"}}}}"#,
    );
    assert_eq!(found.json, expected);
    assert!(!profile(&case, 1).unwrap().json.contains("reservationBid"));
}

#[test]
fn weights_sum_to_one_where_they_are_rounded() {
    let scores = json!({"fee": {"scores": [0, 1, 7]}, "years": {"scores": [0, 2]}});
    let found = profile(&two(&scores, 0.0), 0).unwrap();
    assert!(!found.exact);
    let weights = r#""issueWeights":{"fee":0.77777777777777777778,"years":0.22222222222222222222}"#;
    assert!(found.json.contains(weights), "{}", found.json);
}

#[test]
fn a_side_that_has_no_such_profile_is_refused() {
    let high = json!({"fee": {"scores": [0, 1, 2]}, "years": {"scores": [0, 1]}});
    let fault = profile(&two(&high, 3.5), 0).unwrap_err();
    assert_eq!(fault, ProfileFault::NothingWorth("Port".to_owned()));
    let mut linked = high;
    linked["bonuses"] = json!([{"when": {"fee": ["low"], "years": ["ten"]}, "score": 1}]);
    let fault = profile(&two(&linked, 0.0), 0).unwrap_err();
    assert!(
        matches!(fault, ProfileFault::Bonuses { count: 1, .. }),
        "{fault}"
    );
}

#[test]
fn a_bid_is_the_package_of_its_names() {
    let case = two(
        &json!({"fee": {"scores": [0, 1, 2]}, "years": {"scores": [0, 1]}}),
        0.0,
    );
    let space = OutcomeSpace::of(&case).unwrap();
    for number in 0..space.count() {
        let outcome = crate::space::Outcome(number);
        let mut bid = WebBid::of(&case, &space, outcome);
        assert_eq!(bid.outcome(&case, &space), Ok(outcome));
        bid.values.reverse();
        assert_eq!(bid.outcome(&case, &space), Ok(outcome));
    }
    let check = |values: &[[&str; 2]], expected: &str| {
        let values = values.iter().map(|[issue, value]| IssueValue {
            issue: (*issue).to_owned(),
            value: (*value).to_owned(),
        });
        let bid = WebBid {
            values: values.collect(),
        };
        let fault = bid.outcome(&case, &space).unwrap_err().to_string();
        assert_eq!(fault, format!("take a bid as a package: {expected}"));
    };
    check(
        &[["fe", "low"]],
        "no point is called 'fe'; the points are 'fee', 'years'",
    );
    check(
        &[["fee", "none"]],
        "point 'fee' has no option 'none'; its options are 'low', 'mid', 'high'",
    );
    check(
        &[["fee", "low"]],
        "it leaves open 'years'; a bid names an option for each point",
    );
    check(
        &[["fee", "low"], ["years", "ten"], ["fee", "mid"]],
        "point 'fee' is settled twice",
    );
}
