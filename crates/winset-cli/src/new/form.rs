//! A case from the forms of the desk's start page: all that is wrong with them at once.

use std::path::{Path, PathBuf};

use winset::model::characters::is_unseen;
use winset::told::messages::Language;
use winset_server::lobby::{NewCase, NewProblem, NewSpot, ReadFile, WrittenCase};

use super::names::{file_stem, tidied};
use super::sketch::{PARTIES_MIN, Sketch, words};
use super::sketch_fault::SketchFault;
use super::{from, place, read, run, templates, written};
use crate::diagnose;
use crate::failure::Failure;
use crate::whole_file;

/// Most characters of a file's name: its journal and its parts have longer ones.
const NAME_CHARS_MAX: usize = 60;
/// Most characters of a line about a file.
const TOLD_CHARS_MAX: usize = 400;
/// What no system and no shell takes for part of a name.
const NO_NAME: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// What a form says, or what is wrong with it.
type Said<T> = Result<T, Vec<NewProblem>>;

/// Writes the case that is wanted to a file that is not there yet, and says which.
pub(crate) fn begun(new: &NewCase, words: &Language) -> Said<PathBuf> {
    match new {
        NewCase::Written(form) => {
            let file = file_name(&form.file, words);
            let sketch = sketch(form, words);
            let (file, sketch) = both(file, sketch)?;
            put(file, &sketch.file_stem(), &written::yaml(&sketch), words)
        }
        NewCase::Template { id, title, file } => {
            let title = tidied(title);
            let title = (!title.is_empty()).then_some(title.as_str());
            let text = templates::titled(id, title).ok_or_else(|| {
                one(
                    NewSpot::Template,
                    words.get("start-no-template").into_owned(),
                )
            });
            let (file, text) = both(file_name(file, words), text)?;
            put(file, title.map_or(id.as_str(), |title| title), &text, words)
        }
        NewCase::Read { read, title, file } => {
            let file = file_name(file, words)?;
            put(file, &read.stem, &retitled(read, &tidied(title)), words)
        }
        NewCase::Recent(path) => Ok(PathBuf::from(path)),
    }
}

/// Says what a file holds that somebody chose.
pub(crate) fn read_file(name: &str, bytes: &[u8]) -> Said<ReadFile> {
    // Browsers send the name alone; others may send anything.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = tidied(name);
    let made = from::of_bytes(&name, bytes.to_vec());
    let made = made.map_err(|failure| at(NewSpot::Upload, &failure))?;
    let loaded = run::read(&made.text).map_err(|failure| at(NewSpot::Upload, &failure))?;
    let case = &loaded.reading.case;
    let stem = Path::new(&name).file_stem().unwrap_or_default();
    Ok(ReadFile {
        title: case.title.clone(),
        parties: case.parties.len(),
        points: case.points.len(),
        told: made.told.into_iter().map(cut).collect(),
        stem: file_stem(&stem.to_string_lossy()),
        text: made.text,
    })
}

/// A line that a page can show, however long the cells are that it speaks of.
fn cut(told: String) -> String {
    match told.char_indices().nth(TOLD_CHARS_MAX) {
        Some((end, _)) => format!("{} ...", &told[..end]),
        None => told,
    }
}

/// The case file under another title, where one is given. A case that had to be guessed has no name of its
/// own either: the title gives it one.
fn retitled(read: &ReadFile, title: &str) -> String {
    if title.is_empty() || title == read.title {
        return read.text.clone();
    }
    templates::retitled(&read.text, title, !read.told.is_empty())
}

fn problem(spot: NewSpot, message: impl Into<String>) -> NewProblem {
    let message = message.into();
    NewProblem { spot, message }
}

fn one(spot: NewSpot, message: impl Into<String>) -> Vec<NewProblem> {
    vec![problem(spot, message)]
}

/// Each finding of a failure at a place of the form.
fn at(spot: NewSpot, failure: &Failure) -> Vec<NewProblem> {
    let told = diagnose::sentences(failure).into_iter();
    told.map(|message| problem(spot, message)).collect()
}

/// Both of them, or all that is wrong with either.
fn both<A, B>(one: Said<A>, other: Said<B>) -> Said<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => {
            let found = other.err().into_iter().chain(one.err());
            Err(found.flatten().collect())
        }
    }
}

/// The case as far as the form says it.
fn sketch(form: &WrittenCase, language: &Language) -> Said<Sketch> {
    let mut sketch = Sketch::default();
    let mut wrong = Vec::new();
    let mut fault = |spot, fault: &SketchFault| {
        wrong.push(problem(spot, fault.sentence(language)));
    };
    match words(&form.title) {
        Ok(title) => sketch.title = title,
        Err(found) => fault(NewSpot::Title, &found),
    }
    for row in &form.parties {
        match (sketch.party_name(&row.name), sketch.short_name(&row.short)) {
            (Ok(name), Ok(short)) => {
                sketch.add_party(&name);
                if let Some(party) = sketch.parties.last_mut() {
                    party.short = short;
                    party.role = words(&row.role).ok();
                }
            }
            (name, short) => {
                name.err()
                    .iter()
                    .for_each(|found| fault(NewSpot::Party(row.row), found));
                short
                    .err()
                    .iter()
                    .for_each(|found| fault(NewSpot::Short(row.row), found));
            }
        }
    }
    sketch.mediator = words(&form.mediator).ok();
    for row in &form.points {
        // On lines of their own, or with semicolons between them.
        let outcomes = read::outcomes(&row.options.replace(['\n', '\r'], ";"));
        match (sketch.point_title(&row.title), outcomes) {
            (Ok(title), Ok(outcomes)) => {
                sketch.add_point(&title);
                if let Some(point) = sketch.points.last_mut() {
                    point.set_options(&outcomes);
                }
            }
            (title, outcomes) => {
                title
                    .err()
                    .iter()
                    .for_each(|found| fault(NewSpot::Point(row.row), found));
                outcomes
                    .err()
                    .iter()
                    .for_each(|found| fault(NewSpot::Options(row.row), found));
            }
        }
    }
    if form.parties.len() < PARTIES_MIN {
        wrong.push(problem(NewSpot::Parties, language.get("start-few-parties")));
    }
    if form.points.is_empty() {
        wrong.push(problem(NewSpot::Points, language.get("start-no-points")));
    }
    if wrong.is_empty() {
        Ok(sketch)
    } else {
        Err(wrong)
    }
}

/// The file that a form names; none where the title is to make the name.
fn file_name(given: &str, words: &Language) -> Said<Option<PathBuf>> {
    let name = given.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let is_odd = |c: char| c.is_control() || is_unseen(c) || NO_NAME.contains(&c);
    if name.contains(is_odd) || name.starts_with(['.', '-', '~']) || name.ends_with('.') {
        return Err(one(NewSpot::File, words.get("start-file-name")));
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(one(
            NewSpot::File,
            words.count("start-file-long", NAME_CHARS_MAX),
        ));
    }
    let path = place::named(Path::new(name));
    let path = path.ok_or_else(|| one(NewSpot::File, words.get("start-file-ending")))?;
    Ok(Some(path))
}

/// Writes the text to the file, or to one that the title names.
fn put(file: Option<PathBuf>, title: &str, text: &str, words: &Language) -> Said<PathBuf> {
    let path = file.unwrap_or_else(|| PathBuf::from(format!("{}.yaml", file_stem(title))));
    let taken = if place::is_there(&path) {
        Some("start-file-there")
    } else {
        place::journal(&path).map(|_| "start-journal-there")
    };
    if let Some(message) = taken {
        let kept = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let free = place::free(&kept.unwrap_or_default());
        let named = [
            ("file", path.display().to_string()),
            ("free", free.display().to_string()),
        ];
        return Err(one(NewSpot::File, words.fill(message, &named)));
    }
    let loaded = run::read(text).map_err(|failure| at(NewSpot::Whole, &failure))?;
    let left_behind = loaded.check_journal_is_here(&path).map_err(Failure::from);
    left_behind.map_err(|failure| at(NewSpot::Whole, &failure))?;
    let made = whole_file::create(&path, text.as_bytes(), run::CASE.what);
    made.map_err(|failure| at(NewSpot::File, &failure))?;
    Ok(path)
}
