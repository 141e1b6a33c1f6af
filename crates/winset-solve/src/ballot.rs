//! How ratifying bodies would vote on a package.

use winset_model::case::{Bloc, Case};
use winset_model::options::Package;

/// The seats in favour of a package, for each ratifying body, in the case's order: those of the blocs
/// that accept what it holds on every point that they name.
pub fn seats_in_favour(case: &Case, package: &Package) -> Vec<u64> {
    let accepts = |bloc: &&Bloc| {
        let mut named = bloc.accepts.iter();
        named.all(|(point, options)| options.contains(package.on(*point)))
    };
    let seats = |blocs: &Vec<Bloc>| blocs.iter().filter(accepts).map(|bloc| bloc.seats).sum();
    case.bodies.iter().map(|body| seats(&body.blocs)).collect()
}
