//! Acts on the text, written to the journal.

use winset::ask::TextActWritten;
use winset::form;
use winset::journal::{
    Act, Author, Clause, Deed, IssuedDraft, JournalEntry, Mode, Place, SeenCase, append,
    as_seen_by, path_of,
};
use winset::model::audience::Audience;
use winset::model::case::{Case, Visibility};
use winset::text::Text;
use winset::{LoadError, Loaded};

use super::flags::Flags;
use super::{asked, of_mediator, page};
use crate::args::{ActArgs, AnswerArgs, CaseArgs, ClauseArgs, DraftArgs, ModeArg, WordingArgs};
use crate::failure::{Failure, Outcome};
use crate::offer::held;
use crate::output::{self, Output, is_dash};
use crate::{clock, table};

/// How the mediator is named where a party could be.
const MEDIATOR: &str = "mediator";

pub(super) fn draft(args: &DraftArgs, output: Output) -> Result<Outcome, Failure> {
    table::well_used(&args.table, &args.case)?;
    let loaded = loaded(&args.case, output)?;
    let seen = of_mediator(&loaded)?;
    let text = Text::new(&seen.case, &seen.entries);
    let mut flags = Flags::default();
    let name = ("--version", args.version.as_str());
    if text.version(&args.version).is_some() {
        let message = format!("there is a version `{}` already", args.version);
        flags.wrong(name, message, "a name that no version has");
    } else if args.version.trim().is_empty() {
        flags.wrong(name, "a version needs a name".to_owned(), "such as `SNT-6`");
    }
    flags.checked()?;
    let package = table::table(&args.table, &seen.case)?.map(|table| table.package);
    let clauses = match (args.mode, &package) {
        (ModeArg::Compilation, None) => text.to_issue(),
        (ModeArg::Compilation, Some(_)) => {
            let why = "a package is for the mediator's proposal: say --mode chair";
            return Err(Failure::Misuse(why));
        }
        (ModeArg::Chair, package) => asked::clean(&text, package.as_ref())?.clauses,
    };
    let deed = Deed::Draft(IssuedDraft {
        version: args.version.clone(),
        date: args.date.clone(),
        mode: Mode::from(args.mode),
        clauses,
    });
    written(
        (&args.case, &loaded),
        Author::Mediator,
        deed,
        &args.act,
        output,
    )
}

pub(super) fn answer(args: &AnswerArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let seen = of_mediator(&loaded)?;
    let text = Text::new(&seen.case, &seen.entries);
    let mut flags = Flags::default();
    flags.name(("--by", &args.by), "party", parties(&seen.case));
    let names = text.versions().iter().map(|version| version.name.as_str());
    flags.name(("--version", &args.version), "version", names);
    let working = text.working();
    let (kind, version) = match text.version(&args.version) {
        Some(version) => ("clause of the version", version),
        None => ("clause", &working),
    };
    flags.name(("--clause", &args.clause), kind, ids(&version.clauses));
    flags.checked()?;
    let (reply, words) = args.reply();
    let deed = Deed::Answer {
        version: args.version.clone(),
        clause: args.clause.clone(),
        reply,
        words: words.map(str::to_owned),
    };
    let by = Author::Party(args.by.clone());
    written((&args.case, &loaded), by, deed, &args.act, output)
}

pub(super) fn wording(args: &WordingArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let seen = of_mediator(&loaded)?;
    let (case, text) = (&seen.case, Text::new(&seen.case, &seen.entries));
    let mut flags = Flags::default();
    let by = author(&mut flags, case, &args.by);
    let working = text.working().clauses;
    flags.name(("--clause", &args.clause), "clause", ids(&working));
    if let (Some(option), Some(point)) = (&args.option, case.point_named(&args.clause)) {
        let options = case.points[point.index()].options.iter();
        let kind = format!("option of `{}`", args.clause);
        flags.name(("--option", option), &kind, options.map(|o| o.id.as_str()));
    }
    if args.take_back && text.wording(&by, &args.clause).is_none() {
        let message = format!("`{}` has proposed no words for it", args.by);
        flags.wrong(
            ("--take-back of", &args.clause),
            message,
            "a clause for which it has",
        );
    }
    flags.checked()?;
    let deed = Deed::Wording {
        clause: args.clause.clone(),
        option: args.option.clone(),
        text: said(args.text.as_deref())?,
    };
    written((&args.case, &loaded), by, deed, &args.act, output)
}

pub(super) fn clause(args: &ClauseArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = loaded(&args.case, output)?;
    let seen = of_mediator(&loaded)?;
    let (case, text) = (&seen.case, Text::new(&seen.case, &seen.entries));
    let mut flags = Flags::default();
    let by = author(&mut flags, case, &args.by);
    let id = ("--id", args.id.as_str());
    if case.point_named(&args.id).is_some() {
        let message = format!("`{}` is a point, and has its clause", args.id);
        flags.wrong(id, message, "another identifier, or `winset text wording`");
    } else if args.id.is_empty() || args.id.contains(char::is_whitespace) {
        let message = "an identifier is one word".to_owned();
        flags.wrong(id, message, "such as `aims`");
    } else if args.remove {
        let working = text.working().clauses;
        let free = working.iter().filter(|clause| clause.place != Place::Point);
        flags.name(
            id,
            "clause without options",
            free.map(|clause| clause.id.as_str()),
        );
    }
    if let Place::After(point) = &args.place {
        let points = case.points.iter().map(|point| point.id.as_str());
        flags.name(("--place after:", point), "point", points);
    }
    flags.checked()?;
    let deed = Deed::Clause {
        id: args.id.clone(),
        place: args.place.clone(),
        title: args.title.clone(),
        text: said(args.text.as_deref())?,
    };
    written((&args.case, &loaded), by, deed, &args.act, output)
}

/// The case of a file that can have a journal.
fn loaded(args: &CaseArgs, output: Output) -> Result<Loaded, Failure> {
    if is_dash(&args.case) || args.case.is_dir() {
        let why = "what is added to the text is written beside a case file: name the file";
        return Err(Failure::Misuse(why));
    }
    output::case(args, output)
}

fn parties(case: &Case) -> impl Iterator<Item = &str> {
    case.parties.iter().map(|party| party.id.as_str())
}

fn ids(clauses: &[Clause]) -> impl Iterator<Item = &str> {
    clauses.iter().map(|clause| clause.id.as_str())
}

/// A party, or the mediator. A party that is itself called `mediator` is `party:mediator`.
fn author(flags: &mut Flags, case: &Case, name: &str) -> Author {
    if name == MEDIATOR {
        return Author::Mediator;
    }
    let id = name.strip_prefix("party:").unwrap_or(name);
    flags.name(
        ("--by", id),
        "party",
        [MEDIATOR].into_iter().chain(parties(case)),
    );
    Author::Party(id.to_owned())
}

/// The words; those of standard input, where `-` asks for it.
fn said(text: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(text) = text else { return Ok(None) };
    if text != output::DASH {
        return Ok(Some(text.to_owned()));
    }
    let read = output::text(text.as_ref(), None)?;
    let words = String::from_utf8_lossy(&read.bytes);
    Ok(Some(words.trim_end().to_owned()))
}

/// Writes an act, where it is to be written, and tells it.
fn written(
    (args, loaded): (&CaseArgs, &Loaded),
    by: Author,
    deed: Deed,
    how: &ActArgs,
    output: Output,
) -> Result<Outcome, Failure> {
    // A bridge is the mediator's own until it is shown to somebody.
    let unsaid = match (&by, &deed) {
        (Author::Mediator, Deed::Wording { .. }) => Visibility::Mediator,
        _ => Visibility::Public,
    };
    let act = Act {
        at: how.at.at.clone().unwrap_or_else(clock::now),
        by,
        seen: how.visibility.map_or(unsaid, Visibility::from),
        once: how.once.clone(),
        deed,
    };
    let mut entries = held(loaded)?;
    let line = entries.len() + 1;
    let next = JournalEntry {
        line,
        act: act.clone(),
    };
    entries.push(next);
    let mut written = TextActWritten {
        seen: with_act(loaded, &entries)?,
        line,
        appended: None,
    };
    if !how.dry_run {
        let case = &loaded.reading.case;
        let journal = path_of(&args.case);
        let appended = append(&journal, &case.id, &act)?;
        if appended.line != line {
            // It was written before, or others wrote first: it is told as it stands there.
            let kept = winset::journal::load(&journal, &case.id)?;
            let mut entries = kept.map_or_else(Vec::new, |kept| kept.chain.entries);
            entries.truncate(appended.line);
            written.seen = with_act(loaded, &entries)?;
            written.line = appended.line;
        }
        written.appended = Some(appended);
    }
    if how.json {
        output::bytes(&form::line(&form::TextActForm::new(&written))?)?;
    } else {
        output.page(&page::written(&written))?;
    }
    Ok(Outcome::Answered)
}

/// The case with a journal whose last act is the one that is told, and fits.
fn with_act(loaded: &Loaded, entries: &[JournalEntry]) -> Result<SeenCase, Failure> {
    let seen = as_seen_by(&loaded.document, entries, &Audience::Mediator).map_err(|found| {
        let text = loaded.text.clone();
        Failure::from(LoadError::Refused { text, found })
    })?;
    let unfit = {
        let text = Text::new(&seen.case, &seen.entries);
        let aside = text
            .aside()
            .iter()
            .find(|aside| aside.line == entries.len());
        aside.map(|aside| aside.why.clone())
    };
    match unfit {
        Some(why) => Err(Failure::Unfit(why)),
        None => Ok(seen),
    }
}
