//! What the forms of the lobby do: shown, and sent.

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use winset_told::messages::{Language, english, spoken};

use super::field::{Field, id_of, label_of};
use super::import::ChosenFile;
use super::start_page::{NewPage, ReadPage, StartFrame, StartPage};
use super::written_form::WrittenForm;
use super::{Lobby, NewCase, NewProblem, NewSpot, ReadFile};
use crate::http::Refusal;
use crate::pages::{Page, Sent, chosen_language, once};

/// Who asks in a lobby.
#[derive(Debug)]
pub(super) struct Caller {
    lobby: Arc<Lobby>,
    words: &'static Language,
}

impl FromRequestParts<Arc<Lobby>> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, lobby: &Arc<Lobby>) -> Result<Self, Refusal> {
        let tag = chosen_language(parts).or(lobby.sources.language.as_deref());
        Ok(Self {
            words: tag.map_or(english(), spoken),
            lobby: lobby.clone(),
        })
    }
}

/// To the case that is open, or to where one can be opened.
pub(super) async fn first(State(lobby): State<Arc<Lobby>>) -> Redirect {
    match lobby.opened() {
        Some(opened) => Redirect::to(&opened.first_page()),
        None => Redirect::to("/start"),
    }
}

/// To where a case can be opened.
pub(super) async fn to_start() -> Redirect {
    Redirect::to("/start")
}

/// Shows the roads to a case.
pub(super) async fn start(caller: Caller) -> Result<Response, Refusal> {
    caller.start(&Sent::default(), &[])
}

/// Shows the empty form.
pub(super) async fn new_form(caller: Caller) -> Result<Response, Refusal> {
    caller.new_form(&WrittenForm::of(&Sent::default()), &[])
}

/// Takes the form: begins the case, or shows the form with more rows or with what is wrong.
pub(super) async fn write(caller: Caller, sent: Sent) -> Result<Response, Refusal> {
    let form = WrittenForm::of(&sent);
    if matches!(sent.field("step"), Some("parties" | "points")) {
        return caller.new_form(&form, &[]);
    }
    let new = NewCase::Written(form.case());
    match caller.open(&new, &sent) {
        Ok(opened) => Ok(opened),
        Err(problems) => caller.new_form(&form, &problems),
    }
}

/// Begins a case with a template.
pub(super) async fn template(caller: Caller, sent: Sent) -> Result<Response, Refusal> {
    let text = |name| sent.field(name).unwrap_or_default().to_owned();
    let new = NewCase::Template {
        id: text("template"),
        title: text("title"),
        file: text("file"),
    };
    match caller.open(&new, &sent) {
        Ok(opened) => Ok(opened),
        Err(problems) => caller.start(&sent, &problems),
    }
}

/// Opens a case that was opened before.
pub(super) async fn recent(caller: Caller, sent: Sent) -> Result<Response, Refusal> {
    let path = sent.field("path").unwrap_or_default();
    let new = NewCase::Recent(path.to_owned());
    match caller.open(&new, &sent) {
        Ok(opened) => Ok(opened),
        Err(problems) => caller.start(&Sent::default(), &problems),
    }
}

/// Reads the file that was chosen, and shows what it holds.
pub(super) async fn import(caller: Caller, file: ChosenFile) -> Result<Response, Refusal> {
    let problem = |message: &str| NewProblem {
        spot: NewSpot::Upload,
        message: caller.words.get(message).into_owned(),
    };
    if file.name.is_empty() && file.bytes.is_empty() {
        return caller.start(&Sent::default(), &[problem("start-no-file")]);
    }
    let read = tokio::task::block_in_place(|| {
        (caller.lobby.sources.read)(&file.name, &file.bytes, caller.words)
    });
    match read {
        Ok(read) => {
            let key = once().ok_or(Refusal::Fault)?;
            caller.lobby.keep(key.clone(), read.clone());
            caller.read_form(&read, &key, &Sent::default(), &[])
        }
        Err(problems) => caller.start(&Sent::default(), &problems),
    }
}

/// Writes what was read, after a yes.
pub(super) async fn write_read(caller: Caller, sent: Sent) -> Result<Response, Refusal> {
    let key = sent.field("key").unwrap_or_default();
    if sent.field("step") == Some("back") {
        caller.lobby.forget(key);
        return Ok(to_start().await.into_response());
    }
    let Some(read) = caller.lobby.kept(key) else {
        // Sent twice, what was read is written already.
        if caller.lobby.was_opened_by(sent.field("once")) {
            return Ok(Redirect::to("/").into_response());
        }
        let message = caller.words.get("start-read-gone").into_owned();
        let spot = NewSpot::Upload;
        return caller.start(&Sent::default(), &[NewProblem { spot, message }]);
    };
    let text = |name| sent.field(name).unwrap_or_default().to_owned();
    let new = NewCase::Read {
        read: read.clone(),
        title: text("title"),
        file: text("file"),
    };
    match caller.open(&new, &sent) {
        Ok(opened) => {
            caller.lobby.forget(key);
            Ok(opened)
        }
        Err(problems) => caller.read_form(&read, key, &sent, &problems),
    }
}

impl Caller {
    /// Opens a case, and leads to it.
    fn open(&self, new: &NewCase, sent: &Sent) -> Result<Response, Vec<NewProblem>> {
        let once = sent.field("once").filter(|word| !word.is_empty());
        tokio::task::block_in_place(|| self.lobby.open(new, once, self.words))?;
        Ok(Redirect::to("/").into_response())
    }

    fn frame(&self, problems: &[NewProblem]) -> StartFrame {
        let wrong = problems.iter().map(|problem| {
            let at = (problem.spot != NewSpot::Whole).then(|| id_of(problem.spot));
            let label = label_of(problem.spot, self.words);
            (at, format!("{label}: {}", problem.message))
        });
        let opened = self.lobby.opened();
        StartFrame {
            words: self.words,
            open: opened.and_then(|opened| tokio::task::block_in_place(|| opened.title())),
            wrong: wrong.collect(),
        }
    }

    fn start(&self, sent: &Sent, problems: &[NewProblem]) -> Result<Response, Refusal> {
        let sources = &self.lobby.sources;
        let field =
            |spot, name: &str| Field::new(spot, sent.field(name).unwrap_or_default(), problems);
        Ok(Page(StartPage {
            frame: self.frame(problems),
            folder: &sources.folder,
            recent: tokio::task::block_in_place(|| (sources.recent)()),
            of_recent: field(NewSpot::Recent, ""),
            templates: &sources.templates,
            template: field(NewSpot::Template, "template"),
            title: field(NewSpot::Title, "title"),
            file: field(NewSpot::File, "file"),
            upload: field(NewSpot::Upload, ""),
            once: once().ok_or(Refusal::Fault)?,
        })
        .into_response())
    }

    fn new_form(&self, form: &WrittenForm, problems: &[NewProblem]) -> Result<Response, Refusal> {
        Ok(Page(NewPage {
            frame: self.frame(problems),
            folder: &self.lobby.sources.folder,
            fields: form.fields(problems),
            once: once().ok_or(Refusal::Fault)?,
        })
        .into_response())
    }

    fn read_form(
        &self,
        read: &ReadFile,
        key: &str,
        sent: &Sent,
        problems: &[NewProblem],
    ) -> Result<Response, Refusal> {
        let field = |spot, name: &str, own: &str| {
            Field::new(spot, sent.field(name).unwrap_or(own), problems)
        };
        Ok(Page(ReadPage {
            frame: self.frame(problems),
            folder: &self.lobby.sources.folder,
            read,
            key,
            title: field(NewSpot::Title, "title", &read.title),
            file: field(NewSpot::File, "file", &read.stem),
            once: once().ok_or(Refusal::Fault)?,
        })
        .into_response())
    }
}
