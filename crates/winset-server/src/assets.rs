//! The files that pages refer to, compiled in; each under a name that changes with its content.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::http::{Refusal, hex};

/// Bytes of a file's hash in its name.
const HASH_BYTES: usize = 8;
/// The name is another one as soon as the content is: what is kept stays right.
const CACHE: &str = "private, max-age=31536000, immutable";

/// A file that pages refer to.
#[derive(Debug)]
pub struct Asset {
    bytes: &'static [u8],
    content_type: &'static str,
    /// The path with the hash in it.
    href: LazyLock<String>,
}

/// The style of all pages.
pub static DESK_CSS: Asset = Asset {
    bytes: include_bytes!("../assets/desk.css"),
    content_type: "text/css; charset=utf-8",
    href: LazyLock::new(|| href("desk", "css", DESK_CSS.bytes)),
};

/// The script of all pages.
pub static DESK_JS: Asset = Asset {
    bytes: include_bytes!("../assets/desk.js"),
    content_type: "text/javascript; charset=utf-8",
    href: LazyLock::new(|| href("desk", "js", DESK_JS.bytes)),
};

/// htmx, which loads parts of pages.
pub static HTMX_JS: Asset = Asset {
    bytes: include_bytes!("../assets/htmx.min.js"),
    content_type: "text/javascript; charset=utf-8",
    href: LazyLock::new(|| href("htmx.min", "js", HTMX_JS.bytes)),
};

/// The sign of the desk in a browser's tabs.
pub static ICON_SVG: Asset = Asset {
    bytes: include_bytes!("../assets/icon.svg"),
    content_type: "image/svg+xml",
    href: LazyLock::new(|| href("icon", "svg", ICON_SVG.bytes)),
};

/// The style of pictures on pages.
pub static PICTURE_CSS: Asset = Asset {
    bytes: winset_picture::STYLESHEET.as_bytes(),
    content_type: "text/css; charset=utf-8",
    href: LazyLock::new(|| href("picture", "css", PICTURE_CSS.bytes)),
};

static ALL: [&Asset; 5] = [&DESK_CSS, &DESK_JS, &HTMX_JS, &ICON_SVG, &PICTURE_CSS];

impl Asset {
    /// The content of a file that is text.
    pub(crate) fn text(&self) -> &'static str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }

    /// Where the file is served, `/assets/NAME.HASH.EXTENSION`; it stands for nothing else ever.
    pub fn href(&self) -> &str {
        &self.href
    }
}

/// The routes of all files.
pub fn routes() -> Router {
    Router::new().route("/assets/{file}", get(file))
}

async fn file(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let is_asked_for = |asset: &&&Asset| asset.href().strip_prefix("/assets/") == Some(&file);
    let Some(asset) = ALL.iter().find(is_asked_for) else {
        return Refusal::NotFound.into_response();
    };
    let tag = format!("\"{file}\"");
    let known = headers.get(header::IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let about: [(HeaderName, &str); 3] = [
        (header::ETAG, &tag),
        (header::CACHE_CONTROL, CACHE),
        (header::CONTENT_TYPE, asset.content_type),
    ];
    if is_known {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        (about, asset.bytes).into_response()
    }
}

fn href(stem: &str, extension: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    format!("/assets/{stem}.{}.{extension}", hex(&hash[..HASH_BYTES]))
}
