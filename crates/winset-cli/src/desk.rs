//! `winset desk`: local pages about a case.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use winset::Loaded;
use winset::model::audience::{Audience, without_assumptions};
use winset::model::diagnostic::nearest;
use winset::model::document::Syntax;
use winset::told::messages::languages;
use winset_server::Open;
use winset_server::desk::{Desk, Files, Load, Source, Start};

use crate::args::{CaseArgs, DeskArgs};
use crate::diagnose;
use crate::failure::{Failure, KILLED, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::{FAINT, Page, STRONG};

/// Runs `winset desk`.
pub(crate) fn run(args: &DeskArgs, output: Output) -> Result<Outcome, Failure> {
    let known = languages();
    if let Some(tag) = args.language.as_deref().filter(|tag| !known.contains(tag)) {
        return Err(Failure::BadValue {
            flag: "--language",
            found: tag.to_owned(),
            expected: known.join(" or "),
            nearest: nearest(tag, known),
        });
    }
    let open = Open::new(args.port).map_err(|source| Failure::Desk {
        doing: "listen on 127.0.0.1",
        source,
    })?;
    let loaded = output::case(&args.case, output)?;
    let only = match &loaded.audience {
        Audience::Holder => Audience::Mediator,
        other => other.clone(),
    };
    // What was is looked at, and neither changed nor read again.
    let past = args.case.as_of.is_some();
    let own = !past && !is_dash(&args.case.case) && !args.case.case.is_dir();
    let mut files = None;
    if own {
        files = Some(Files {
            journal: output::journal_to_write(&args.case, &loaded.reading.case)?,
            case: args.case.case.clone(),
        });
    }
    let start = Start {
        source: source(loaded, args.case.reader.without_assumptions),
        load: again(&args.case),
        files,
        only,
        time_limit: args.time_limit,
        language: args.language.clone(),
        name: args.case.case.display().to_string(),
    };
    let desk = Arc::new(Desk::new(start));
    let stop = interrupts()?;
    let url = open.url();
    tell(&url, output)?;
    // The page is there as long as the desk.
    let _page = args.open.then(|| browse(&url)).flatten();
    open.run(&desk, async {
        // The other end goes only with the process.
        let _ = stop.await;
    })
    .map_err(|source| Failure::Desk {
        doing: "serve pages",
        source,
    })?;
    Ok(Outcome::Answered)
}

fn source(loaded: Loaded, without: bool) -> Source {
    let document = if without {
        without_assumptions(&loaded.document)
    } else {
        loaded.document
    };
    Source {
        document,
        journal: loaded.journal.map(|journal| journal.kept),
    }
}

/// Reads the case again.
fn again(args: &CaseArgs) -> Load {
    let (path, syntax) = (args.case.clone(), args.syntax.map(Syntax::from));
    let without = args.reader.without_assumptions;
    Box::new(move || match winset::load_as(&path, syntax) {
        Ok(loaded) => Ok(source(loaded, without)),
        Err(winset::LoadError::Refused { text, found }) => {
            let mut page = Page::default();
            diagnose::render(&mut page, &text, &found);
            let text = anstream::adapter::strip_str(page.as_str()).to_string();
            Err(text.trim_end().to_owned())
        }
        Err(error) => Err(error.to_string()),
    })
}

/// Ready at the first Ctrl-C; the second ends the process.
fn interrupts() -> Result<oneshot::Receiver<()>, Failure> {
    let (stop, stopped) = oneshot::channel();
    let stop = Mutex::new(Some(stop));
    ctrlc::set_handler(move || {
        let first = stop.lock().unwrap_or_else(PoisonError::into_inner).take();
        match first {
            // Nobody listens any more where the desk has ended by itself.
            Some(stop) => drop(stop.send(())),
            None => std::process::exit(KILLED),
        }
    })?;
    Ok(stopped)
}

/// Says where the pages are.
fn tell(url: &str, output: Output) -> Result<(), Failure> {
    let mut page = Page::default();
    // The address stays on one line, however long.
    page.line(&[(STRONG, url)]);
    page.styled(
        FAINT,
        "Open this address in a browser of this machine; it holds a token. Ctrl-C ends the desk.",
    );
    output.page(&page)
}

/// A page of our own that leads to the desk. The address holds the token, and whatever stands among the
/// arguments of a program can be read by everybody on the machine; the page can be read by us alone.
struct LeadingPage(PathBuf);

impl LeadingPage {
    fn write(url: &str) -> io::Result<Self> {
        let folder = std::env::temp_dir();
        let path = folder.join(format!("winset-desk-{}.html", std::process::id()));
        // A name that is taken was left behind by a desk that was killed, or put there by somebody.
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(&path)?;
        let page = Self(path);
        let text = format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n<title>winset desk</title>\n\
             <p><a href=\"{url}\">Open the desk</a></p>\n"
        );
        file.write_all(text.as_bytes())?;
        Ok(page)
    }
}

impl Drop for LeadingPage {
    fn drop(&mut self) {
        // One that is gone already is gone.
        let _ = fs::remove_file(&self.0);
    }
}

/// Opens the address in the browser; where that fails, the address stands above.
fn browse(url: &str) -> Option<LeadingPage> {
    let page = LeadingPage::write(url).ok()?;
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let started: io::Result<_> = Command::new(program)
        .arg(&page.0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    drop(started);
    Some(page)
}
