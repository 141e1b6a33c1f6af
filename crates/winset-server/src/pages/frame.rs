//! What stands around every page, and how a request finds its view.

use std::borrow::Cow;
use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, Path, RawQuery};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use winset_model::audience::Audience;
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

/// The pages of the menu, in its order: address, message.
pub(super) const MENU: &[(&str, &str)] = &[
    ("desk", "menu-desk"),
    ("matrix", "menu-matrix"),
    ("clashes", "menu-clashes"),
    ("frontier", "menu-frontier"),
    ("text", "menu-text"),
    ("what-if", "menu-what-if"),
];

/// Who asks, and what they see.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    pub(crate) desk: Arc<Desk>,
    pub(crate) view: Arc<View>,
    pub(crate) words: &'static Language,
    /// Where the pages of this view are: `/v/NAME`.
    pub(crate) base: String,
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
        let seat = tokio::task::block_in_place(|| Self::new(desk, &audience(name), query));
        let mut seat = seat.ok_or(Refusal::NotFound)?;
        if let Some(tag) = chosen(parts) {
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

/// The language that was chosen on a page.
fn chosen(parts: &Parts) -> Option<&str> {
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
        query: Vec<(String, String)>,
    ) -> Option<Self> {
        let (view, refused) = desk.view(audience)?;
        let chosen = desk.language.as_deref().map(spoken);
        Some(Self {
            words: chosen.unwrap_or_else(|| spoken_in(&view.snapshot.seen.case)),
            base: format!("/v/{}", escaped(&view.snapshot.audience.name())),
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
            writes: self.desk.writes(),
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
            href: format!("/v/{}/{}", escaped(&audience.name()), page),
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
            working: !view.findings.is_done(),
            done: view.findings.done(),
            trouble: self.page_view().trouble(),
            assumed: assumed(words, case),
        }
    }
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
    /// Whether something is still being worked out.
    pub(crate) working: bool,
    pub(crate) done: usize,
    pub(crate) trouble: Vec<String>,
    /// Under what its answers are given besides what the case says.
    pub(crate) assumed: Vec<String>,
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
    /// The pages, in the order of the menu: address, message.
    pub(crate) fn menu(&self) -> &'static [(&'static str, &'static str)] {
        MENU
    }

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
