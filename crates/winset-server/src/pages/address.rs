//! Addresses of pages: names, packages and positions as parts of them.

use winset_model::case::Case;
use winset_model::derived::Concession;
use winset_model::options::Package;

use super::frame::escaped;

/// What stands before the name of a line, and of what is dropped, in a field.
pub(super) const STEP: &str = "step.";
pub(super) const DROP: &str = "drop.";

/// The field of an address that names a package.
pub(super) fn package_query(case: &Case, package: &Package) -> String {
    let options = case.points.iter().zip(&package.0);
    let names = options.map(|(point, o)| escaped(&point.options[o.index()].id));
    format!("p={}", names.collect::<Vec<_>>().join(","))
}

/// The fields that stand for a concession, as a query.
pub(super) fn fields(case: &Case, concession: &Concession) -> String {
    let steps = concession.steps.iter();
    let steps =
        steps.map(|(line, step)| format!("{STEP}{}={step}", escaped(&case.lines[*line].id)));
    let drops = concession.dropped.iter();
    let drops = drops.map(|d| format!("{DROP}{}=1", escaped(case.demand_name(*d))));
    steps.chain(drops).collect::<Vec<_>>().join("&")
}

/// The parts of an address, by their names.
pub(super) type Address = crate::http::Path<Vec<(String, String)>>;

/// The last part of an address: the name of a file or of a point.
pub(super) fn last_part(address: Address) -> String {
    let crate::http::Path(parts) = address;
    parts
        .into_iter()
        .next_back()
        .map_or_else(String::new, |(_, last)| last)
}
