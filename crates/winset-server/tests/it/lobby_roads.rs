//! A lobby whose cases are made by a test: what it is asked, and what it says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use winset_gen::discreet;
use winset_model::audience::Audience;
use winset_server::desk::Start;
use winset_server::lobby::{
    CaseSources, Lobby, NewCase, NewProblem, NewSpot, ReadFile, RecentCase, TemplateCard,
};

use crate::cases::{self, Folder, write};

/// A title that is wrong in every way.
pub(crate) const WRONG: &str = "wrong";
/// What a hostile text looks like on its way into a page.
pub(crate) const MARKUP: &str = "<script>alert(1)</script>\"'&";

/// What the lobby asked for.
pub(crate) type Wanted = Arc<Mutex<Vec<NewCase>>>;

/// A lobby, and what it asks for.
pub(crate) fn lobby(folder: &Arc<Folder>) -> (Arc<Lobby>, Wanted) {
    let wanted = Wanted::default();
    let (kept, folder) = (wanted.clone(), folder.clone());
    let recent = |title: &str, is_there| RecentCase {
        path: format!("/talks/{title}.yaml"),
        title: title.to_owned(),
        day: "2031-03-15".to_owned(),
        is_there,
    };
    let sources = CaseSources {
        folder: "/the/folder/of/talks".to_owned(),
        templates: vec![TemplateCard {
            id: "river".to_owned(),
            title: "The river".to_owned(),
            about: "Two neighbours and a river.".to_owned(),
        }],
        recent: Box::new(move || vec![recent("Harbour", true), recent(MARKUP, false)]),
        read: Box::new(|name, bytes, _| read(name, bytes)),
        open: Box::new(move |new, _| {
            kept.lock().unwrap().push(new.clone());
            begun(new, &folder)
        }),
        language: None,
    };
    (Arc::new(Lobby::new(sources)), wanted)
}

fn problem(spot: NewSpot) -> NewProblem {
    NewProblem {
        spot,
        message: format!("no good {spot:?} {MARKUP}"),
    }
}

fn read(name: &str, bytes: &[u8]) -> Result<ReadFile, Vec<NewProblem>> {
    if bytes == b"bad" {
        return Err(vec![problem(NewSpot::Upload)]);
    }
    Ok(ReadFile {
        title: format!("{name} of {} bytes", bytes.len()),
        parties: 2,
        points: 1,
        told: vec![format!("Sheet1!C4: {MARKUP} is taken for a party")],
        text: String::from_utf8_lossy(bytes).into_owned(),
        stem: "stem".to_owned(),
    })
}

/// A desk about a small case under the title that is wanted.
fn begun(new: &NewCase, folder: &Folder) -> Result<Start, Vec<NewProblem>> {
    let title = match new {
        NewCase::Written(form) => &form.title,
        NewCase::Template { title, .. } | NewCase::Read { title, .. } => title,
        NewCase::Recent(path) => path,
    };
    if title == WRONG {
        return Err(vec![
            problem(NewSpot::Whole),
            problem(NewSpot::Title),
            problem(NewSpot::Parties),
            problem(NewSpot::Party(2)),
            problem(NewSpot::Short(2)),
            problem(NewSpot::Role(2)),
            problem(NewSpot::Points),
            problem(NewSpot::Point(1)),
            problem(NewSpot::Options(1)),
            problem(NewSpot::Template),
            problem(NewSpot::File),
            problem(NewSpot::Recent),
        ]);
    }
    let mut case = discreet(3);
    case["title"] = title.as_str().into();
    let files = folder.files();
    write(&files, &case, &[]);
    let again = files.clone();
    Ok(Start {
        source: cases::read(&files).unwrap(),
        files: Some(files),
        load: Box::new(move || cases::read(&again)),
        only: Audience::Mediator,
        time_limit: Duration::from_mins(1),
        language: None,
        name: "case.json".to_owned(),
        clock: || "2031-03-14T10:00:00Z".to_owned(),
    })
}

/// A form with one file.
pub(crate) fn multipart(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut form = format!(
        "--line\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    form.extend_from_slice(bytes);
    form.extend_from_slice(b"\r\n--line--\r\n");
    form
}

/// The kind of such a form.
pub(crate) const MULTIPART: &str = "multipart/form-data; boundary=line";
