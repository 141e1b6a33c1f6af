//! What stands around every page, and how a request finds its view.

use std::borrow::Cow;
use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, Path, RawQuery};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use winset_journal::JournalUntil;
use winset_model::audience::Audience;
use winset_model::calendar::Day;
use winset_model::case::Case;

use super::{PageView, Place};
use crate::assets;
use crate::desk::{Desk, View};
use crate::findings::STAGES;
use crate::http::Refusal;
use winset_told::messages::{LANGUAGES, Language, spoken, spoken_in};
use winset_told::{assumed, audience_named};

/// The name of the cookie that keeps the language.
pub(crate) const LANGUAGE_COOKIE: &str = "winset-language";

/// What stands before the day in the address of an earlier one.
pub(super) const PAST: &str = "/at/";

/// The pages of the menu, in its order: address, message.
pub(super) const MENU: &[(&str, &str)] = &[
    ("desk", "menu-desk"),
    ("case", "menu-case"),
    ("sheet", "menu-sheet"),
    ("matrix", "menu-matrix"),
    ("clashes", "menu-clashes"),
    ("frontier", "menu-frontier"),
    ("text", "menu-text"),
    ("package", "menu-package"),
    ("what-if", "menu-what-if"),
    ("rehearse", "menu-rehearse"),
    ("plan", "menu-plan"),
    ("record", "menu-record"),
    ("history", "menu-history"),
];

/// Who asks, and what they see.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    pub(crate) desk: Arc<Desk>,
    pub(crate) view: Arc<View>,
    pub(crate) words: &'static Language,
    /// Where the pages of this view are: `/v/NAME`, in a lobby below the address of the case.
    pub(crate) base: String,
    /// The day as of which the case is shown, where that is not now.
    pub(crate) past: Option<Day>,
    /// Why the file as it is now cannot be used.
    refused: Option<Arc<str>>,
    /// The query as it came.
    pub(crate) query: Vec<(String, String)>,
}

impl FromRequestParts<Arc<Desk>> for Seat {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let Path(path) = Path::<Vec<(String, String)>>::from_request_parts(parts, desk).await?;
        let name = path.iter().find(|(key, _)| key == "audience");
        let name = name
            .map(|(_, name)| name.as_str())
            .ok_or(Refusal::NotFound)?;
        let RawQuery(query) = RawQuery::from_request_parts(parts, desk)
            .await
            .unwrap_or_else(|never| match never {});
        let query = pairs(query.as_deref().unwrap_or_default());
        let day = path.iter().find(|(key, _)| key == "day");
        let day = day.map(|(_, day)| Day::read(day).ok_or(Refusal::NotFound));
        let day = day.transpose()?;
        let seat = tokio::task::block_in_place(|| Self::new(desk, &audience(name), day, query));
        let mut seat = seat.ok_or(Refusal::NotFound)?;
        if let Some(tag) = chosen_language(parts) {
            seat.words = spoken(tag);
        }
        Ok(seat)
    }
}

/// The audience of a name in an address; whether it is there is seen by its view.
fn audience(name: &str) -> Audience {
    match name {
        "mediator" => Audience::Mediator,
        "public" => Audience::Public,
        _ => Audience::Party(name.strip_prefix("party:").unwrap_or(name).to_owned()),
    }
}

/// Name and value of each field of a query or a form. What is no such text gives no fields.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect()
}

/// A text as a part of an address.
pub(crate) fn escaped(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

/// Where the pages of a view are, of an earlier day where one is given.
pub(super) fn base_of(desk: &Desk, audience: &Audience, past: Option<Day>) -> String {
    let now = format!("{}/v/{}", desk.root(), escaped(&audience.name()));
    match past {
        None => now,
        Some(day) => format!("{now}{PAST}{day}"),
    }
}

/// The language that was chosen on a page.
pub(crate) fn chosen_language(parts: &Parts) -> Option<&str> {
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    let cookies = cookies.filter_map(|value| value.to_str().ok());
    let mut cookies = cookies.flat_map(|value| value.split(';'));
    cookies.find_map(|c| c.trim().strip_prefix(LANGUAGE_COOKIE)?.strip_prefix('='))
}

impl Seat {
    /// The seat of an audience that the desk shows, in the language of the desk or of the case.
    pub(crate) fn new(
        desk: &Arc<Desk>,
        audience: &Audience,
        past: Option<Day>,
        query: Vec<(String, String)>,
    ) -> Option<Self> {
        let (view, refused) = match past {
            None => desk.view(audience)?,
            Some(day) => (desk.past(audience, &JournalUntil::Day(day))?, None),
        };
        let chosen = desk.language.as_deref().map(spoken);
        Some(Self {
            words: chosen.unwrap_or_else(|| spoken_in(&view.snapshot.seen.case)),
            base: base_of(desk, &view.snapshot.audience, past),
            past,
            desk: desk.clone(),
            view,
            refused,
            query,
        })
    }

    /// The case.
    pub(crate) fn case(&self) -> &Case {
        &self.view.snapshot.seen.case
    }

    /// Why the file as it is now cannot be used, where it cannot.
    pub(crate) fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// Whether acts can be written down here.
    pub(crate) fn writes(&self) -> bool {
        self.desk.writes() && self.past.is_none()
    }

    /// What the contents of pages are made of.
    pub(crate) fn page_view(&self) -> PageView<'_> {
        PageView {
            snapshot: &self.view.snapshot,
            found: &self.view.findings.found,
            refusals: &self.view.findings.refusals,
            words: self.words,
            fields: &self.query,
            refused: self.refused.as_deref(),
        }
    }

    /// Where the contents of the view's pages stand.
    pub(crate) fn place(&self) -> Place {
        Place::Desk {
            base: self.base.clone(),
            writes: self.writes(),
        }
    }

    /// A page with its contents, by its place in the menu.
    pub(crate) fn page<B: Template>(&self, page: &'static str, contents: B) -> Page<Framed<B>> {
        let frame = self.frame(page);
        Page(Framed { frame, contents })
    }

    /// What a picture says that leaves its page: for whom it is, of which case, as of which day.
    pub(crate) fn signature(&self) -> String {
        winset_answers::drawn::signature(self.case(), &self.view.snapshot.audience, self.words)
    }

    /// The first value of a field of the query.
    pub(crate) fn asked(&self, field: &str) -> Option<&str> {
        let found = self.query.iter().find(|(name, _)| name == field);
        found.map(|(_, value)| value.as_str())
    }

    /// What stands around a page of this view.
    pub(crate) fn frame(&self, page: &'static str) -> Frame {
        let (view, words) = (&self.view, self.words);
        let (case, reader) = (self.case(), &view.snapshot.audience);
        let mut views = Vec::new();
        if *self.desk.first() == Audience::Mediator {
            views.push(Audience::Mediator);
            let parties = case.parties.iter();
            views.extend(parties.map(|p| Audience::Party(p.id.clone())));
            views.push(Audience::Public);
        } else {
            views.push(reader.clone());
        }
        let views = views.into_iter().map(|audience| Look {
            label: audience_named(case, &audience, words),
            href: format!("{}/{page}", base_of(&self.desk, &audience, self.past)),
            current: audience == *reader,
        });
        Frame {
            words,
            base: self.base.clone(),
            page,
            seen_by: audience_named(case, reader, words),
            views: views.collect(),
            case_title: case.title.clone(),
            hash: case.hash.clone(),
            head: view.snapshot.head.clone(),
            confidential: view.is_mediator(),
            menu: menu(view.viewer().is_some()),
            begins_cases: view.is_mediator() && !self.desk.root().is_empty(),
            working: !view.findings.is_done(),
            done: view.findings.done(),
            trouble: self.page_view().trouble(),
            number: view.number,
            past: self.past.map(|day| PastDay {
                day: day.to_string(),
                now: format!("{}/{page}", base_of(&self.desk, reader, None)),
            }),
            assumed: assumed(words, case),
        }
    }
}

/// The pages, in the order of the menu: address, message. Each party has a sheet of its own.
fn menu(is_partys: bool) -> Vec<(&'static str, &'static str)> {
    let pages = MENU
        .iter()
        .filter(|(page, _)| *page != "sheet" || is_partys);
    pages.copied().collect()
}

/// A view that can be changed to.
#[derive(Debug)]
pub(crate) struct Look {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// What stands around a page.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) words: &'static Language,
    pub(crate) base: String,
    pub(crate) page: &'static str,
    pub(crate) seen_by: String,
    pub(crate) views: Vec<Look>,
    pub(crate) case_title: String,
    pub(crate) hash: String,
    pub(crate) head: Option<(usize, String)>,
    /// Whether the page holds sealed values of several parties.
    pub(crate) confidential: bool,
    /// The pages, in the order of the menu: address, message.
    pub(crate) menu: Vec<(&'static str, &'static str)>,
    /// Whether another case can be opened in its place.
    pub(crate) begins_cases: bool,
    /// Whether something is still being worked out.
    pub(crate) working: bool,
    pub(crate) done: usize,
    pub(crate) trouble: Vec<String>,
    /// Which view of its audience this is.
    pub(crate) number: u64,
    /// The day as of which the case is shown, where that is not now.
    pub(crate) past: Option<PastDay>,
    /// Under what its answers are given besides what the case says.
    pub(crate) assumed: Vec<String>,
}

/// An earlier day, and where the same page is now.
#[derive(Debug)]
pub(crate) struct PastDay {
    pub(crate) day: String,
    pub(crate) now: String,
}

impl Frame {
    /// Whether this is the page, or one below it.
    pub(crate) fn is(&self, page: &str) -> bool {
        self.page == page
    }
}

#[expect(
    clippy::unused_self,
    reason = "templates call methods of what they show"
)]
impl Frame {
    /// The message that names this page in the menu.
    pub(crate) fn title(&self) -> Cow<'static, str> {
        let named = MENU.iter().find(|(page, _)| self.is(page));
        self.words
            .get(named.map_or("menu-desk", |(_, message)| *message))
    }

    pub(crate) fn languages(&self) -> &'static [Language] {
        LANGUAGES.as_slice()
    }

    pub(crate) fn css(&self) -> &'static str {
        assets::DESK_CSS.href()
    }

    pub(crate) fn picture_css(&self) -> &'static str {
        assets::PICTURE_CSS.href()
    }

    pub(crate) fn icon(&self) -> &'static str {
        assets::ICON_SVG.href()
    }

    pub(crate) fn js(&self) -> &'static str {
        assets::DESK_JS.href()
    }

    pub(crate) fn htmx(&self) -> &'static str {
        assets::HTMX_JS.href()
    }

    /// How many questions are done, of how many.
    pub(crate) fn progress(&self) -> String {
        format!("{} / {}", self.done, STAGES.len())
    }

    pub(crate) fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// A page of the menu: its contents and what stands around them.
#[derive(Debug, Template)]
#[template(path = "page.html")]
pub(crate) struct Framed<B: Template> {
    frame: Frame,
    contents: B,
}

/// A page as an answer.
#[derive(Debug)]
pub(crate) struct Page<T>(pub(crate) T);

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(text) => {
                let html = HeaderValue::from_static("text/html; charset=utf-8");
                (StatusCode::OK, [(header::CONTENT_TYPE, html)], text).into_response()
            }
            Err(_) => Refusal::Fault.into_response(),
        }
    }
}
