//! Strategies by name.

use std::fmt::Write as _;
use std::sync::Arc;

use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;

use super::*;
use crate::own::OwnSide;
use crate::space::OutcomeSpace;

/// A side with these scores for each point, in tenths.
pub(super) fn side(points: &[&[i64]], no_deal: Option<i64>) -> OwnSide {
    let tenths = |score: i64| {
        format!(
            "{}{}.{}",
            if score < 0 { "-" } else { "" },
            score.abs() / 10,
            score.abs() % 10
        )
    };
    let (mut listed, mut scored) = (String::new(), String::new());
    for (at, row) in points.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let options: Vec<String> = (0..row.len())
            .map(|option| format!(r#"{{"id":"o{option}","label":"o{option}"}}"#))
            .collect();
        let scores: Vec<String> = row.iter().map(|score| tenths(*score)).collect();
        write!(
            listed,
            r#"{comma}{{"id":"p{at}","title":"P{at}","options":[{}]}}"#,
            options.join(",")
        )
        .unwrap();
        write!(
            scored,
            r#"{comma}"p{at}":{{"weight":1,"scores":[{}]}}"#,
            scores.join(",")
        )
        .unwrap();
    }
    let no_deal = no_deal.map_or(String::new(), |worth| {
        format!(r#","no_deal":{}"#, tenths(worth))
    });
    let file = format!(
        r#"{{"format":"winset-case/1","id":"side","title":"Side","parties":[{{"id":"a","name":"A"{no_deal}}},{{"id":"b","name":"B"}}],"points":[{listed}],"preferences":{{"a":{{{scored}}}}}}}"#
    );
    let case = read_case(file.as_bytes(), Syntax::Json).unwrap().case;
    let space = Arc::new(OutcomeSpace::of(&case).unwrap());
    OwnSide::new(&case, &space, PartyId::at(0)).unwrap()
}

#[test]
fn every_name_is_unlike_the_others_and_makes_what_it_says() {
    let all = names();
    for (at, entry) in all.iter().enumerate() {
        assert!(!entry.about.is_empty() && !entry.source.is_empty());
        let alike = |other: &StrategyName| other.part == entry.part && other.name == entry.name;
        assert!(!all[at + 1..].iter().any(alike), "{}", entry.name);
        let text = match entry.part {
            NamedPart::Offer | NamedPart::Whole => entry.usage.clone(),
            NamedPart::Accept => format!("offer=boulware,accept={}", entry.usage),
            NamedPart::Model => format!("offer=boulware,model={}", entry.usage),
        };
        let spec = named(&text).unwrap();
        assert_eq!(spec.to_string(), text);
    }
}

#[test]
fn what_names_nothing_is_refused_with_what_is_near() {
    let refused = |text: &str| named(text).unwrap_err().to_string();
    let near = refused("boulwere");
    assert!(
        near.starts_with("find a strategy named \"boulwere\"; there are boulware, "),
        "{near}"
    );
    assert!(refused("offer=micro,accept=nxt").contains("there are next"));
    assert!(refused("time(x=1)").contains("there are e"));
    assert!(refused("time(e=-1)").contains("from 0 to 1000"));
    assert!(refused("accept=next").contains("offer="));
    assert!(refused("offer=micro,sell=next").contains("parts are offer, accept and model"));
}
