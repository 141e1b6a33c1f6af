//! The package on the table: from a file, or from the offers of the case.

use winset::ask::CandidatePackage;
use winset::model::case::Case;
use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::{self, Syntax};
use winset::model::offer::Offer;
use winset::model::read_package;
use winset::{LoadError, SourceText};

use crate::args::{CaseArgs, TableArgs};
use crate::failure::Failure;
use crate::output::{self, is_dash};

/// Refuses to read two files from standard input.
pub(crate) fn well_used(args: &TableArgs, case: &CaseArgs) -> Result<(), Failure> {
    let package = args.package.as_deref().is_some_and(is_dash);
    if package && is_dash(&case.case) {
        let why = "the case and the package cannot both come from standard input";
        return Err(Failure::Misuse(why));
    }
    Ok(())
}

/// The package that the arguments name, where they name one.
pub(crate) fn table(args: &TableArgs, case: &Case) -> Result<Option<CandidatePackage>, Failure> {
    let read = match (&args.package, args.offer) {
        (Some(path), _) => {
            let text = output::text(path, None)?;
            let name = format!("the package in {}", text.name);
            let read = document::parse(&text.bytes, text.syntax)
                .and_then(|root| read_package(&root, case));
            match read {
                Ok(package) => CandidatePackage { name, package },
                Err(found) => return Err(LoadError::Refused { text, found }.into()),
            }
        }
        (None, Some(seq)) => offer(case, seq)?,
        (None, None) => return Ok(None),
    };
    Ok(Some(read))
}

/// The flag that names an offer, in front of its number.
const OFFER: &str = "--offer ";
/// Most offers that a message names.
const NAMED_MAX: usize = 12;

fn offer(case: &Case, seq: u64) -> Result<CandidatePackage, Failure> {
    if let Some(offer) = case.offers.iter().find(|o| o.seq == seq) {
        let by = &case.parties[offer.by.index()].name;
        let name = format!("offer {seq} of {by}");
        return match offer.package() {
            Some(package) => Ok(CandidatePackage { name, package }),
            None => Err(open_stand(case, offer, &name)),
        };
    }
    let known: Vec<String> = case.offers.iter().map(|o| o.seq.to_string()).collect();
    let expected = match known.as_slice() {
        [] => "a case with offers; this one has none".to_owned(),
        [first, .., last] if known.len() > NAMED_MAX => {
            format!("one of {} offers, {first} to {last}", known.len())
        }
        some => format!("the number of an offer: {}", some.join(", ")),
    };
    let message = format!("the case has no offer {seq}");
    Err(wrong_offer(seq, Code::UnknownEntry, message, expected))
}

/// An offer after which its maker has not spoken of every point.
fn open_stand(case: &Case, offer: &Offer, name: &str) -> Failure {
    let points = case.points.iter().zip(&offer.stand);
    let open = points.filter(|(_, option)| option.is_none());
    let open: Vec<String> = open.map(|(point, _)| format!("`{}`", point.id)).collect();
    let shown = open[..open.len().min(NAMED_MAX)].join(", ");
    let more = match open.len().saturating_sub(NAMED_MAX) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "{name} is no whole package: its maker has not spoken of {} of {} points: {shown}{more}",
        open.len(),
        case.points.len()
    );
    let expected =
        "an offer after which its maker stands somewhere on every point, or `--package FILE`";
    wrong_offer(offer.seq, Code::OfferPoints, message, expected.to_owned())
}

fn wrong_offer(seq: u64, code: Code, message: String, expected: String) -> Failure {
    let text = SourceText {
        name: "command line".to_owned(),
        bytes: format!("{OFFER}{seq}").into_bytes(),
        syntax: Syntax::Yaml,
    };
    let span = Span {
        start: OFFER.len(),
        end: text.bytes.len(),
    };
    let finding = Diagnostic::new(code, span, "", message).expected(expected);
    Failure::Changes(vec![(text, vec![finding])])
}
