//! What an offer says: a package or a statement from a file, or points that flags settle.

use winset::LoadError;
use winset::model::case::Case;
use winset::model::document;
use winset::model::offer::OfferKind;
use winset::model::options::{OptionId, PointId};
use winset::model::{read_package, read_statement};

use crate::args::OfferAddArgs;
use crate::failure::Failure;
use crate::flags::Flags;
use crate::output;

/// The flag that settles a point.
const SET: &str = "--set";

/// What the arguments say, and whether it is to be taken as a whole. What `--set` names is looked up
/// when the offer is proposed.
pub(super) fn stated(
    args: &OfferAddArgs,
    case: &Case,
    flags: &mut Flags,
) -> Result<(OfferKind, Vec<(String, String)>), Failure> {
    let (path, kind) = match (&args.package, &args.says) {
        (Some(path), _) => (path, OfferKind::Package),
        (None, Some(path)) => (path, OfferKind::Statement),
        (None, None) => return Ok((OfferKind::Statement, set(args, flags))),
    };
    let text = output::text(path, None)?;
    let read = document::parse(&text.bytes, text.syntax).and_then(|root| match kind {
        OfferKind::Package => read_package(&root, case).map(|package| {
            let options = package.0.into_iter().enumerate();
            options.map(|(p, o)| (PointId::at(p), o)).collect()
        }),
        OfferKind::Statement => read_statement(&root, case),
    });
    match read {
        Ok(says) => Ok((kind, named(case, &says))),
        Err(found) => Err(LoadError::Refused { text, found }.into()),
    }
}

/// What is set, in the order of the flags.
fn set(args: &OfferAddArgs, flags: &mut Flags) -> Vec<(String, String)> {
    let mut settled = Vec::new();
    for flag in &args.set {
        if let Some((point, option)) = flag.split_once('=') {
            settled.push((point.trim().to_owned(), option.trim().to_owned()));
        } else {
            let message = format!("`{flag}` settles no point");
            flags.wrong(SET, flag, message, "a point, `=` and one of its options");
        }
    }
    settled
}

/// Points and options by the names of their case.
fn named(case: &Case, says: &[(PointId, OptionId)]) -> Vec<(String, String)> {
    let name = |(point, option): &(PointId, OptionId)| {
        let point = &case.points[point.index()];
        (point.id.clone(), point.options[option.index()].id.clone())
    };
    says.iter().map(name).collect()
}
