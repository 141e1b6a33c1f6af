//! What the desk's start page asks of the command: cases made, read, listed and opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use winset::model::audience::Audience;
use winset::told::messages::Language;
use winset_server::desk::Start;
use winset_server::lobby::{CaseSources, Lobby, NewCase, NewProblem, NewSpot};

use crate::args::{CaseArgs, DeskArgs};
use crate::desk::{How, start};
use crate::diagnose;
use crate::failure::Failure;
use crate::new;
use crate::output;
use crate::recent::RecentCases;

/// A lobby whose cases are files, those that are made in the folder where the command was started.
pub(crate) fn lobby(args: &DeskArgs, recent: RecentCases) -> Arc<Lobby> {
    let folder = std::env::current_dir().unwrap_or_default();
    let how = How::of(args);
    let listed = recent.clone();
    Arc::new(Lobby::new(CaseSources {
        folder: folder.display().to_string(),
        templates: new::cards(),
        recent: Box::new(move || listed.read()),
        read: Box::new(|name, bytes, _| new::read_file(name, bytes)),
        open: Box::new(move |case, words| open(case, &how, &recent, words)),
        language: args.language.clone(),
    }))
}

/// Makes the case that is wanted, where it is not there, and begins a desk about it.
fn open(
    case: &NewCase,
    how: &How,
    recent: &RecentCases,
    words: &Language,
) -> Result<Start, Vec<NewProblem>> {
    let (path, spot) = match case {
        NewCase::Recent(path) => (listed(path, recent, words)?, NewSpot::Recent),
        NewCase::Written(_) | NewCase::Template { .. } | NewCase::Read { .. } => {
            (new::begun(case, words)?, NewSpot::Whole)
        }
    };
    begin(&path, how, recent).map_err(|failure| {
        let told = diagnose::sentences(&failure).into_iter();
        told.map(|message| NewProblem { spot, message }).collect()
    })
}

/// The path of a case that the list names: nobody opens another file by its name.
fn listed(path: &str, recent: &RecentCases, words: &Language) -> Result<PathBuf, Vec<NewProblem>> {
    let known = recent.read().into_iter().find(|case| case.path == path);
    let message = match known {
        Some(case) if case.is_there => return Ok(PathBuf::from(case.path)),
        Some(_) => "start-not-there",
        None => "start-not-listed",
    };
    Err(vec![NewProblem {
        spot: NewSpot::Recent,
        message: words.get(message).into_owned(),
    }])
}

fn begin(path: &Path, how: &How, recent: &RecentCases) -> Result<Start, Failure> {
    let args = CaseArgs::of_file(path);
    let loaded = output::quiet_case(&args)?;
    let title = loaded.reading.case.title.clone();
    let start = start(&args, loaded, Audience::Mediator, how)?;
    recent.add(path, &title);
    Ok(start)
}
