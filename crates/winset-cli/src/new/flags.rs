//! A case from flags: all that is wrong with them at once.

use winset::told::messages::english;

use super::read;
use super::sketch::{PARTIES_MIN, Sketch, words};
use super::sketch_fault::SketchFault;
use crate::args::NewArgs;
use crate::failure::Failure;
use crate::flags::Flags;

/// What the flags say of a case.
pub(super) fn sketch(args: &NewArgs) -> Result<Sketch, Failure> {
    let mut flags = Flags::default();
    let mut sketch = Sketch::default();
    if let Some(title) = text(&mut flags, "--title", args.title.as_deref()) {
        sketch.title = title;
    } else if args.title.is_none() {
        let expected = "what the talks are about, in quotes; or begin with --template or --from; or \
                        without any flag in a terminal, where winset asks";
        flags.missing("--title", expected);
    }
    parties(args, &mut flags, &mut sketch);
    sketch.mediator = text(&mut flags, "--mediator", args.mediator.as_deref());
    points(args, &mut flags, &mut sketch);
    flags.checked()?;
    Ok(sketch)
}

/// A name or a title, where it says something.
pub(super) fn text(flags: &mut Flags, flag: &str, given: Option<&str>) -> Option<String> {
    let given = given?;
    let text = words(given).ok();
    if text.is_none() {
        flags.wrong(flag, given, "it says nothing".to_owned(), "words");
    }
    text
}

fn parties(args: &NewArgs, flags: &mut Flags, sketch: &mut Sketch) {
    const FLAG: &str = "--party";
    for given in &args.parties {
        match sketch.party_name(given) {
            Ok(name) => sketch.add_party(&name),
            Err(SketchFault::SaysNothing) => {
                flags.wrong(FLAG, given, "it says nothing".to_owned(), "words");
            }
            Err(fault) => {
                let expected = "a name of its own for every party";
                flags.wrong(FLAG, given, message(&fault), expected);
            }
        }
    }
    if args.parties.len() < PARTIES_MIN {
        flags.missing(FLAG, "two or more, each with a name of who must agree");
    }
}

fn points(args: &NewArgs, flags: &mut Flags, sketch: &mut Sketch) {
    const FLAG: &str = "--point";
    const EXPECTED: &str =
        "a title, a colon, and outcomes with semicolons between: \"Fee: none; 5,000; 10,000\"";
    for given in &args.points {
        let Some((title, outcomes)) = given.split_once(':') else {
            flags.wrong(FLAG, given, "no colon ends the title".to_owned(), EXPECTED);
            continue;
        };
        match (sketch.point_title(title), read::outcomes(outcomes)) {
            (Err(SketchFault::SaysNothing), _) => {
                flags.wrong(FLAG, given, "it has no title".to_owned(), EXPECTED);
            }
            (Err(fault), _) => {
                let expected = "a title of its own for every point";
                flags.wrong(FLAG, given, message(&fault), expected);
            }
            (Ok(_), Err(fault)) => flags.wrong(FLAG, given, message(&fault), EXPECTED),
            (Ok(title), Ok(outcomes)) => {
                sketch.add_point(&title);
                if let Some(point) = sketch.points.last_mut() {
                    point.set_options(&outcomes);
                }
            }
        }
    }
    if args.points.is_empty() {
        flags.missing(FLAG, EXPECTED);
    }
}

/// What is wrong with a flag, as messages of errors have it.
fn message(fault: &SketchFault) -> String {
    match fault {
        SketchFault::PartyTwice(name) | SketchFault::PointTwice(name) => {
            format!("`{name}` is there twice")
        }
        fault => fragment(&fault.sentence(english())),
    }
}

/// A sentence as messages of errors have it: no capital at its beginning, no stop at its end.
fn fragment(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}
