//! Which text is asked for, and against which it is compared.

use winset::ask::TextAnswer;
use winset::model::case::Case;
use winset::model::options::PointId;
use winset::text::{Text, Version};

use crate::args::{ModeArg, TextArgs};
use crate::failure::Failure;
use crate::flags::Flags;
use crate::table;

/// What the arguments ask for; with none, the working text compared with the last version.
pub(super) fn asked(args: &TextArgs, text: &Text<'_>) -> Result<TextAnswer, Failure> {
    let names = || text.versions().iter().map(|version| version.name.as_str());
    let mut flags = Flags::default();
    for (flag, name) in [("--version", &args.version), ("--redline", &args.redline)] {
        if let Some(name) = name {
            flags.name(flag, name, "version", names());
        }
    }
    flags.checked()?;
    let named = |name: &Option<String>| name.as_ref().and_then(|name| text.version(name)).cloned();
    let from = named(&args.redline);
    let package = table::table(&args.table, text.case())?.map(|table| table.package);
    let last = || text.versions().last().cloned();
    let version = match (named(&args.version), &package, args.mode) {
        (Some(version), _, _) => version,
        (None, Some(package), None) => text.treaty(package),
        (None, package, Some(ModeArg::Chair)) => clean(text, package.as_ref())?,
        (None, Some(_), Some(ModeArg::Compilation)) => {
            let why = "a package is for a clean text: leave --mode out, or say --mode chair";
            return Err(Failure::Misuse(why));
        }
        (None, None, _) if args.answers => last().unwrap_or_else(|| text.working()),
        (None, None, Some(ModeArg::Compilation)) => text.working(),
        (None, None, None) => {
            return Ok(TextAnswer {
                version: text.working(),
                from: from.or_else(last),
            });
        }
    };
    Ok(TextAnswer { version, from })
}

/// The mediator's clean proposal.
pub(super) fn clean(
    text: &Text<'_>,
    package: Option<&winset::model::options::Package>,
) -> Result<Version, Failure> {
    text.chair(package, text)
        .map_err(|open| not_clean(text.case(), &open))
}

/// Points that have no clean words.
pub(super) fn not_clean(case: &Case, open: &[PointId]) -> Failure {
    let open = open
        .iter()
        .map(|point| case.points[point.index()].id.clone());
    Failure::NotClean(open.collect::<Vec<String>>().join(", "))
}
