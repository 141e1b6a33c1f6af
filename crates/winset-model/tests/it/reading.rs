//! Reading whole case files.

use winset_model::document::Syntax;
use winset_model::read_case;
use winset_model::register::PartyColour;

const DEMONSTRATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");

#[test]
fn the_demonstration_case_is_read_without_a_warning() {
    let bytes = std::fs::read(DEMONSTRATION).unwrap();
    let reading = read_case(&bytes, Syntax::Yaml).unwrap();
    assert_eq!(reading.warnings, []);
    let case = reading.case;
    assert_eq!(case.package_count().to_string(), "183458856960");
    assert_eq!(case.parties.len(), 4);
    assert_eq!(case.lines.len(), 24);
    assert_eq!(case.links.len(), 14);
    assert_eq!(case.offers.len(), 5);
    assert_eq!(case.levers.len(), 6);
    assert_eq!(case.register.statements.len(), 6);
    assert_eq!(case.register.incidents.len(), 4);
    assert!(case.expected.is_some());
    let register = case.register;
    assert_eq!(register.languages, ["en"]);
    assert_eq!(
        register.as_of.map(|day| day.to_string()).as_deref(),
        Some("2031-03-14")
    );
    assert!(register.disclaimer.is_some());
    let orvane = &register.parties[0];
    assert_eq!(orvane.role.as_deref(), Some("principal"));
    assert_eq!(orvane.decides_by.as_deref(), Some("executive"));
    assert_eq!(
        orvane.colour.as_ref().map(PartyColour::as_str),
        Some("#8c3b3b")
    );
    assert!(orvane.marker.is_some() && orvane.no_deal_note.open().is_some());
    assert_eq!(
        case.offers[4].date.map(|day| day.to_string()).as_deref(),
        Some("2031-03-12")
    );
    assert_eq!(register.prisoners.map(|p| p.claims.len()), Some(10));
}
