//! What becomes of a request.

use axum::http::header::{self, HeaderMap};
use axum::http::{Method, Request, Uri};

use super::sender::{Sender, is_navigation, sender, the_only};
use crate::http::{Refusal, Token};

const HTTP_PORT: u16 = 80;

/// What the guard of a desk knows: the port that it is reached on, and its token.
#[derive(Debug, Clone)]
pub struct Guard {
    port: u16,
    pub(super) token: Token,
    hosts: Vec<String>,
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum Judgement {
    /// It goes on to the router.
    Pass,
    /// It brought the token: it gets the cookie, and goes to the first page.
    Enter,
    /// The same after a click on another site: a redirect would count as asked for by that site, so
    /// a page of our own has to lead on.
    EnterFromElsewhere,
    /// It gets a refusal.
    Refuse(Refusal),
}

impl Guard {
    /// The guard of a desk that listens on `port`.
    pub fn new(port: u16, token: Token) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<String> = names.map(|name| format!("{name}:{port}")).to_vec();
        if port == HTTP_PORT {
            // Browsers leave out the port that HTTP has by itself.
            hosts.extend(names.map(str::to_owned));
        }
        Self { port, token, hosts }
    }

    /// The URL that opens the desk, with the token.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}/?token={}",
            self.port,
            self.token.reveal()
        )
    }

    /// The cookie without its attributes, `name=value`. Cookies of one host go to all its ports:
    /// the name tells two desks apart.
    pub fn cookie(&self) -> String {
        format!("{}={}", self.cookie_name(), self.token.reveal())
    }

    fn cookie_name(&self) -> String {
        format!("winset-desk-{}", self.port)
    }

    /// What becomes of a request: first its host, then who sent it, then the token.
    pub(in crate::http) fn judge<B>(&self, request: &Request<B>) -> Judgement {
        let headers = request.headers();
        let Some(host) = self.host(request.uri(), headers) else {
            return Judgement::Refuse(Refusal::Host);
        };
        let brings_token = request.uri().path() == "/" && self.is_token(request.uri().query());
        let safe = matches!(*request.method(), Method::GET | Method::HEAD);
        match sender(host, headers) {
            Sender::Elsewhere if safe && brings_token && is_navigation(headers) => {
                return Judgement::EnterFromElsewhere;
            }
            Sender::Elsewhere => return Judgement::Refuse(Refusal::Foreign),
            Sender::Unsaid if !safe => return Judgement::Refuse(Refusal::Foreign),
            Sender::OurPage | Sender::Unsaid => {}
        }
        if safe && brings_token {
            Judgement::Enter
        } else if self.has_cookie(headers) {
            Judgement::Pass
        } else {
            Judgement::Refuse(Refusal::Token)
        }
    }

    /// The host that the request names, if it names one in one place and it is this desk. Whoever
    /// gives a name of their own to 127.0.0.1 fails here.
    fn host<'a>(&self, uri: &Uri, headers: &'a HeaderMap) -> Option<&'a str> {
        if uri.authority().is_some() || uri.scheme().is_some() {
            return None;
        }
        let host = the_only(headers, &header::HOST)?;
        self.hosts.iter().any(|ours| ours == host).then_some(host)
    }

    fn is_token(&self, query: Option<&str>) -> bool {
        let mut pairs = query.unwrap_or_default().split('&');
        pairs.any(|pair| {
            let token = pair.strip_prefix("token=");
            token.is_some_and(|token| self.token.matches(token))
        })
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let is_ours = |cookie: &str| {
            let (key, value) = cookie.trim().split_once('=').unwrap_or_default();
            key == name && self.token.matches(value)
        };
        let lines = headers.get_all(header::COOKIE).iter();
        lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .any(is_ours)
    }
}
