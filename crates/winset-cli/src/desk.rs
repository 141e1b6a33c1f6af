//! `winset desk`: local pages about a case.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use winset::Loaded;
use winset::model::audience::{Audience, without_assumptions};
use winset::model::case::{Assumption, Case};
use winset::model::diagnostic::nearest;
use winset::model::document::Syntax;
use winset::told::assumed;
use winset::told::messages::{english, languages};
use winset_server::desk::{Desk, Files, Load, Source, Start};
use winset_server::{Open, Shown};

use crate::args::{CaseArgs, DeskArgs};
use crate::diagnose;
use crate::failure::{Failure, KILLED, Outcome};
use crate::lobby::lobby;
use crate::output::{self, Output, is_dash};
use crate::page::{FAINT, Page, STRONG};
use crate::recent::RecentCases;

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
    let (shown, supposed) = shown(args, output)?;
    let stop = interrupts()?;
    let url = open.url();
    tell(&url, &supposed, output)?;
    // The page is there as long as the desk.
    let _page = args.open.then(|| browse(&url)).flatten();
    open.run(&shown, async {
        // The other end goes only with the process.
        let _ = stop.await;
    })
    .map_err(|source| Failure::Desk {
        doing: "serve pages",
        source,
    })?;
    Ok(Outcome::Answered)
}

/// The desk of the case, or one that has none yet; and what is to be said of assumptions.
fn shown(args: &DeskArgs, output: Output) -> Result<(Shown, Vec<String>), Failure> {
    let recent = RecentCases::of_user(!args.no_recent);
    let Some(case) = &args.case else {
        return Ok((Shown::Lobby(lobby(args, recent)), Vec::new()));
    };
    let loaded = output::case(case, output)?;
    let only = match &loaded.audience {
        Audience::Holder => Audience::Mediator,
        other => other.clone(),
    };
    let title = loaded.reading.case.title.clone();
    let supposed = supposed(&loaded.reading.case, &loaded.audience);
    // What somebody else is shown is not listed, nor is a list read for them.
    let is_own = only == Audience::Mediator;
    let start = start(case, loaded, only, &How::of(args))?;
    if let Some(files) = start.files.as_ref().filter(|_| is_own) {
        recent.add(&files.case, &title);
    }
    Ok((Shown::Desk(Arc::new(Desk::new(start))), supposed))
}

/// Under which assumptions the desk works, or which it leaves out: what a party supposes is shown on its
/// own desk alone.
fn supposed(case: &Case, audience: &Audience) -> Vec<String> {
    if *audience != Audience::Holder {
        return assumed(english(), case);
    }
    let parties = case.parties.iter().enumerate();
    let supposing = parties.filter(|(place, _)| {
        let by = |assumption: &Assumption| assumption.by.index() == *place;
        case.assumptions.iter().any(by)
    });
    let told = supposing.map(|(_, party)| {
        format!(
            "The mediator's desk leaves out what {} supposes of others; --as {} opens its own.",
            party.name,
            Audience::Party(party.id.clone()).name()
        )
    });
    told.collect()
}

/// How a desk shows its case, whichever it is.
#[derive(Debug, Clone)]
pub(crate) struct How {
    time_limit: Duration,
    language: Option<String>,
}

impl How {
    pub(crate) fn of(args: &DeskArgs) -> Self {
        Self {
            time_limit: args.time_limit,
            language: args.language.clone(),
        }
    }
}

/// What a desk about this case starts with.
pub(crate) fn start(
    args: &CaseArgs,
    loaded: Loaded,
    only: Audience,
    how: &How,
) -> Result<Start, Failure> {
    // What was is looked at, and neither changed nor read again.
    let past = args.as_of.is_some();
    let own = !past && !is_dash(&args.case) && !args.case.is_dir();
    let mut files = None;
    if own {
        files = Some(Files {
            journal: output::journal_to_write(args, &loaded.reading.case)?,
            case: args.case.clone(),
        });
    }
    Ok(Start {
        source: source(loaded, args.reader.without_assumptions),
        load: again(args),
        files,
        only,
        time_limit: how.time_limit,
        language: how.language.clone(),
        name: args.case.display().to_string(),
        clock: crate::clock::now,
    })
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
fn tell(url: &str, supposed: &[String], output: Output) -> Result<(), Failure> {
    let mut page = Page::default();
    // The address stays on one line, however long.
    page.line(&[(STRONG, url)]);
    page.styled(
        FAINT,
        "Open this address in a browser of this machine; it holds a token. Ctrl-C ends the desk.",
    );
    for told in supposed {
        page.paragraph(told);
    }
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
