//! Whether pages of a party take longer after an act that it may not see: two desks of the party, each
//! asked for a page again and again; into the journal of one an act of another party is written before
//! each page, sealed, and into that of a third case, which nobody shows, before each page of the other.
//!
//! `cargo run --release -p winset-server --example hidden_acts -- [SAMPLES]` prints Welch's t; the two
//! cannot be told apart while it is below 4.5.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this measures time and says it"
)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use winset_gen::rng::Rng;
use winset_journal::{Act, Author, Deed, append, path_of};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::case_from_document;
use winset_model::document::{Syntax, parse};
use winset_server::desk::{Desk, Files, Source, Start};
use winset_server::http::{Guard, Guarded, Token, guarded};
use winset_server::pages::routes;

/// Acts in a journal before it is begun anew, so that writing one stays cheap.
const ACTS: usize = 200;
const PAGES: [&str; 3] = ["/v/lethia/matrix", "/v/lethia/desk", "/v/lethia/text"];

/// A party's desk about the demonstration case in a folder of its own.
struct Measured {
    folder: PathBuf,
    files: Files,
    /// Keeps the desk alive.
    desk: Arc<Desk>,
    pages: Guarded,
    cookie: String,
}

type Failure = Box<dyn Error>;

fn read(files: &Files) -> Result<Source, String> {
    let bytes = std::fs::read(&files.case).map_err(|error| error.to_string())?;
    let document = parse(&bytes, Syntax::Yaml).map_err(|found| format!("{found:?}"))?;
    let reading = case_from_document(&document).map_err(|found| format!("{found:?}"))?;
    let journal = winset_journal::load(&files.journal, &reading.case.id);
    let journal = journal.map_err(|error| error.to_string())?;
    Ok(Source { document, journal })
}

impl Measured {
    fn new(name: &str) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("winset-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let case = folder.join("sella-basin.yaml");
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
        std::fs::copy(cases.join("sella-basin.yaml"), &case)?;
        let files = Files {
            journal: path_of(&case),
            case,
        };
        let again = files.clone();
        let desk = Arc::new(Desk::new(Start {
            source: read(&files)?,
            files: Some(files.clone()),
            load: Box::new(move || read(&again)),
            only: Audience::Party("lethia".to_owned()),
            time_limit: Duration::from_mins(1),
            language: None,
            name: name.to_owned(),
            clock: || "2031-03-14T10:00:00Z".to_owned(),
        }));
        let guard = Guard::new(80, Token::random()?);
        let cookie = guard.cookie();
        let pages = guarded(routes(desk.clone()), guard);
        Ok(Self {
            folder,
            files,
            desk,
            pages,
            cookie,
        })
    }

    fn write(&self, number: usize) -> Result<(), Failure> {
        if number.is_multiple_of(ACTS) {
            for file in [
                &self.files.journal,
                &winset_journal::head_path(&self.files.journal),
            ] {
                if file.exists() {
                    std::fs::remove_file(file)?;
                }
            }
        }
        let act = Act {
            at: "2031-03-14T09:30:00Z".to_owned(),
            by: Author::Party("orvane".to_owned()),
            seen: Visibility::Sealed,
            once: None,
            deed: Deed::Wording {
                clause: "forces".to_owned(),
                option: None,
                text: Some("w".repeat(200)),
            },
        };
        append(&self.files.journal, "sella-basin", &act)?;
        Ok(())
    }

    async fn page(&self, target: &str) -> Result<(Duration, Vec<u8>), Failure> {
        let request = Request::builder()
            .uri(target)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin");
        let request = request.body(Body::empty())?;
        let since = Instant::now();
        let body = to_bytes(self.pages.answer(request).await.into_body(), usize::MAX).await?;
        Ok((since.elapsed(), body.to_vec()))
    }
}

impl Drop for Measured {
    fn drop(&mut self) {
        self.desk.stop();
        // What is left behind is in the folder of temporary files.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// Mean and variance of so many times, in microseconds.
fn moments(times: &[Duration], count: u32) -> (f64, f64) {
    let values: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e6).collect();
    let mean = values.iter().sum::<f64>() / f64::from(count);
    let squares = values.iter().map(|value| (value - mean).powi(2));
    (mean, squares.sum::<f64>() / f64::from(count - 1))
}

async fn measure(samples: u32) -> Result<(), Failure> {
    let [with, without, elsewhere] = ["with", "without", "elsewhere"].map(Measured::new);
    let desks = [with?, without?];
    let elsewhere = elsewhere?;
    for desk in &desks {
        while String::from_utf8(desk.page(PAGES[1]).await?.1)?.contains(" data-working") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    let mut rng = Rng::new(1);
    let mut times = [Vec::new(), Vec::new()];
    for sample in 0..samples {
        let sample = usize::try_from(sample)?;
        let page = PAGES[sample % PAGES.len()];
        let first = rng.below(2);
        for which in [first, 1 - first] {
            // As much is written either way; only where differs.
            [&desks[0], &elsewhere][which].write(sample)?;
            tokio::time::sleep(Duration::from_micros(rng.below(3_000) as u64)).await;
            times[which].push(desks[which].page(page).await?.0);
        }
    }
    let [(one, v), (other, w)] = times.each_ref().map(|times| moments(times, samples));
    let n = f64::from(samples);
    let t = (one - other) / (v / n + w / n).sqrt();
    println!("{samples} pages each: {one:.1} us after a hidden act, {other:.1} us after none");
    println!("Welch's t {t:.2}");
    Ok(())
}

fn main() -> Result<(), Failure> {
    let samples = std::env::args().nth(1);
    let samples = samples.map_or(Ok(10_000), |text| text.parse())?;
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(2).enable_all().build()?;
    runtime.block_on(measure(samples))
}
