//! Reading whole case files.

use winset_model::document::Syntax;
use winset_model::read_case;

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
}
