//! `winset verify`: does a certificate prove what it says?

use std::fs::File;
use std::io;
use std::path::Path;

use winset::check::{self, CERTIFICATE_BYTES_MAX, NoOverlap};
use winset::model::case::{Case, DemandId};
use winset::model::options::PartyId;
use winset::model::positions::Positions;

use crate::args::VerifyArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::{Page, STRONG};
use winset::told::called;
use winset::told::words::{counted, listed, options, score};

/// Columns of the labels on the left.
const LABEL: usize = 10;

/// What is said of a certificate of the declared question.
pub(crate) const ACCEPTED: &str = "accepted: the certificate proves that there is no overlap.";
/// What is said of a certificate of another question.
const ACCEPTED_FOR_ANOTHER: &str =
    "accepted for another question than the declared one, which stands below.";

/// Runs `winset verify`.
pub(crate) fn run(args: &VerifyArgs, output: Output) -> Result<Outcome, Failure> {
    if is_dash(&args.case.case) && is_dash(&args.certificate) {
        let why = "only one of CASE and CERTIFICATE can be standard input";
        return Err(Failure::Misuse(why));
    }
    let loaded = output::case(&args.case, output)?;
    let bytes = read(&args.certificate)?;
    let case = &loaded.reading.case;
    let mut page = Page::default();
    match check::verify(case, &bytes) {
        Ok(proof) => {
            let declared = *proof.positions() == Positions::declared(case);
            accepted(&mut page, case, &proof, declared);
            output.page(&page.for_reader(case, &loaded.audience))?;
            Ok(if declared || args.any_question {
                Outcome::Answered
            } else {
                Outcome::No
            })
        }
        Err(rejection) => {
            page.paragraph(&format!("refused: {rejection}"));
            output.remark(&page)?;
            Ok(Outcome::No)
        }
    }
}

/// One byte above the limit is read, so that the check sees a certificate that is too long.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let (name, bytes) = if is_dash(path) {
        let bytes = winset::read_limited(io::stdin().lock(), CERTIFICATE_BYTES_MAX);
        ("standard input".to_owned(), bytes)
    } else {
        let file = File::open(path);
        let bytes = file.and_then(|file| winset::read_limited(file, CERTIFICATE_BYTES_MAX));
        (path.display().to_string(), bytes)
    };
    bytes.map_err(|source| Failure::Read { name, source })
}

/// What a certificate proves; `declared` says whether that is about the declared positions.
fn accepted(page: &mut Page, case: &Case, proof: &NoOverlap, declared: bool) {
    let headline = if declared {
        ACCEPTED
    } else {
        ACCEPTED_FOR_ANOTHER
    };
    page.styled(STRONG, headline);
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    let size = (
        counted(proof.nodes(), "node"),
        counted(proof.bytes().len(), "byte"),
    );
    let stated = proof.positions();
    let floors = floors(case, stated);
    let mut differences = changes(case, stated);
    let question = match (&floors, differences.is_empty()) {
        (FloorMode::Declared, true) => "the declared positions",
        (FloorMode::None, true) => "the declared positions, without any no-deal value",
        _ => "the declared positions, but for:",
    };
    page.entry(0, LABEL, "Question", question);
    let mut sealed = false;
    match floors {
        FloorMode::Declared => {}
        FloorMode::None if differences.is_empty() => {}
        FloorMode::None => differences.push("no no-deal value counts".to_owned()),
        FloorMode::Moved(moved) => {
            sealed = true;
            differences.extend(moved);
        }
    }
    for difference in &differences {
        page.entry(0, LABEL, "", &format!("- {difference}"));
    }
    page.entry(0, LABEL, "Proof", &format!("{}, {}", size.0, size.1));
    if sealed {
        page.blank();
        page.sealed();
    }
}

/// How the floors of a question compare with the declared ones.
enum FloorMode {
    Declared,
    None,
    Moved(Vec<String>),
}

fn floors(case: &Case, stated: &Positions) -> FloorMode {
    let declared = Positions::declared(case).floors;
    if stated.floors == declared {
        return FloorMode::Declared;
    }
    if stated.floors.iter().all(Option::is_none) {
        return FloorMode::None;
    }
    let words = |place: usize, floor: Option<i64>| match floor {
        None => "none".to_owned(),
        Some(value) => score(&case.unscaled(PartyId::at(place), value)),
    };
    let mut moved = Vec::new();
    for (place, (asked, own)) in stated.floors.iter().zip(&declared).enumerate() {
        if asked != own {
            let party = &case.parties[place].name;
            let (asked, own) = (words(place, *asked), words(place, *own));
            moved.push(format!(
                "the floor of {party} is {asked}; its no-deal value is {own}"
            ));
        }
    }
    FloorMode::Moved(moved)
}

/// What else differs from the declared positions.
fn changes(case: &Case, stated: &Positions) -> Vec<String> {
    let mut changes = Vec::new();
    let steps = case.lines.iter().zip(&stated.steps).enumerate();
    for (place, (line, step)) in steps.filter(|(_, (_, step))| **step > 0) {
        let last = line.ladder.open().len().saturating_sub(1);
        changes.push({
            let of = called::demand(case, DemandId::Line(place));
            format!("the line of {of} stands on step {step} of {last}")
        });
    }
    for demand in &stated.dropped {
        changes.push(format!("{} is given up", called::demand(case, *demand)));
    }
    for (point, set) in &stated.only {
        let point = &case.points[point.index()];
        let names = if set.is_empty() {
            "nothing".to_owned()
        } else {
            listed(&options(point, set), "or")
        };
        changes.push(format!("{} may only be {names}", called::point(point)));
    }
    changes
}
