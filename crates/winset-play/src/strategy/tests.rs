//! Strategies by name.

use super::*;

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
