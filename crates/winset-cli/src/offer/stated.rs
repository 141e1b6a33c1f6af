//! The package that an offer states: in a file, or against the party's last offer.

use winset::LoadError;
use winset::model::case::Case;
use winset::model::document;
use winset::model::options::Package;
use winset::model::read_package;

use crate::args::OfferAddArgs;
use crate::failure::Failure;
use crate::flags::Flags;
use crate::output;

/// The flag that settles a point.
const SET: &str = "--set";

/// Point and option, for all that the arguments state and, with `--set`, for what the party's last
/// offer settles besides. What `--set` names is looked up when the offer is proposed.
pub(super) fn package(
    args: &OfferAddArgs,
    case: &Case,
    flags: &mut Flags,
) -> Result<Vec<(String, String)>, Failure> {
    let Some(path) = &args.package else {
        return Ok(set(args, case, flags));
    };
    let text = output::text(path, None)?;
    let read = document::parse(&text.bytes, text.syntax).and_then(|root| read_package(&root, case));
    match read {
        Ok(package) => Ok(named(case, &package)),
        Err(found) => Err(LoadError::Refused { text, found }.into()),
    }
}

/// What is set, in the order of the flags, and what the party's last offer settles on other points.
fn set(args: &OfferAddArgs, case: &Case, flags: &mut Flags) -> Vec<(String, String)> {
    let mut settled = Vec::new();
    for flag in &args.set {
        if let Some((point, option)) = flag.split_once('=') {
            settled.push((point.trim().to_owned(), option.trim().to_owned()));
        } else {
            let message = format!("`{flag}` settles no point");
            flags.wrong(SET, flag, message, "a point, `=` and one of its options");
        }
    }
    let by = case.party_named(&args.by);
    let before = case.offers.iter().rev().find(|offer| Some(offer.by) == by);
    let kept = before.map_or_else(Vec::new, |offer| named(case, &offer.package));
    for (point, option) in kept {
        if settled.iter().all(|(set, _)| *set != point) {
            settled.push((point, option));
        }
    }
    settled
}

/// A package by the names of its case.
fn named(case: &Case, package: &Package) -> Vec<(String, String)> {
    let points = case.points.iter().zip(&package.0);
    let named = points.map(|(point, option)| {
        let option = &point.options[option.index()];
        (point.id.clone(), option.id.clone())
    });
    named.collect()
}
