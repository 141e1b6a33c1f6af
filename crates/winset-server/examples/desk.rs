//! A desk with a page and a form and no case, for `bench/desk/attack.py`: prints its URL, and runs
//! for as many seconds as its argument says, 60 without one.

#![expect(clippy::print_stdout, reason = "an example is a command")]

use std::io;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use winset_server::assets;
use winset_server::http::{Guard, Limits, Token, guarded, listen, serve};

fn main() -> io::Result<()> {
    let seconds = std::env::args().nth(1).and_then(|text| text.parse().ok());
    let listener = listen(None)?;
    let guard = Guard::new(listener.local_addr()?.port(), Token::random()?);
    println!("{}", guard.url());
    let pages = Router::new()
        .route("/", get(async || "the desk"))
        .route("/bytes", post(async |body: Bytes| body.len().to_string()))
        .merge(assets::routes());
    let end = async move {
        tokio::time::sleep(Duration::from_secs(seconds.unwrap_or(60))).await;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(serve(
        listener,
        guarded(pages, guard),
        Limits::default(),
        end,
    ))
}
