//! What a lobby holds: the case that is open, and what was read and is not written yet.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use winset_model::audience::Audience;
use winset_told::messages::Language;

use super::{CaseSources, NewCase, NewProblem, ReadFile};
use crate::desk::Desk;
use crate::pages::{first_page, routes};

/// What the addresses of opened cases begin with; a number follows.
pub(super) const CASES: &str = "/case/";

/// A desk that has no case yet, or one that was opened in it.
pub struct Lobby {
    pub(super) sources: CaseSources,
    opened: Mutex<Option<Opened>>,
    /// The file that was read last, under a word that nobody else knows.
    read: Mutex<Option<(String, ReadFile)>>,
    /// One case is opened after the other.
    turns: Mutex<Turns>,
}

/// A case that is open.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    desk: Arc<Desk>,
    /// Where its pages are.
    pub(super) root: String,
    pub(super) pages: Router,
}

#[derive(Debug, Default)]
struct Turns {
    /// How many cases were opened.
    count: usize,
    /// The word of the form that opened the last one.
    once: Option<String>,
}

impl fmt::Debug for Lobby {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lobby").finish_non_exhaustive()
    }
}

impl Opened {
    /// The page that is shown first.
    pub(super) fn first_page(&self) -> String {
        first_page(&self.desk)
    }

    /// The title of the case.
    pub(super) fn title(&self) -> Option<String> {
        let (view, _) = self.desk.view(&Audience::Mediator)?;
        Some(view.snapshot.seen.case.title.clone())
    }
}

impl Lobby {
    /// A lobby without a case.
    pub fn new(sources: CaseSources) -> Self {
        Self {
            sources,
            opened: Mutex::default(),
            read: Mutex::default(),
            turns: Mutex::default(),
        }
    }

    /// The case that is open.
    pub(super) fn opened(&self) -> Option<Opened> {
        lock(&self.opened).clone()
    }

    /// Opens a case in the place of the one before; a form that is sent twice opens it once.
    ///
    /// # Errors
    /// All that is wrong with it; the case before stays open.
    pub(super) fn open(
        &self,
        new: &NewCase,
        once: Option<&str>,
        words: &Language,
    ) -> Result<(), Vec<NewProblem>> {
        let mut turns = lock(&self.turns);
        if once.is_some() && turns.once.as_deref() == once {
            return Ok(());
        }
        let start = (self.sources.open)(new, words)?;
        turns.count += 1;
        turns.once = once.map(str::to_owned);
        let root = format!("{CASES}{}", turns.count);
        let desk = Arc::new(Desk::new(start).below(root.clone()));
        let pages = Router::new().nest(&root, routes(desk.clone()));
        let opened = Opened { desk, root, pages };
        let before = lock(&self.opened).replace(opened);
        if let Some(before) = before {
            before.desk.stop();
        }
        Ok(())
    }

    /// Whether the form with this word opened the last case.
    pub(super) fn was_opened_by(&self, once: Option<&str>) -> bool {
        once.is_some() && lock(&self.turns).once.as_deref() == once
    }

    /// Keeps what was read until it is written, or another file is read.
    pub(super) fn keep(&self, key: String, read: ReadFile) {
        *lock(&self.read) = Some((key, read));
    }

    /// What was read, by its word.
    pub(super) fn kept(&self, key: &str) -> Option<ReadFile> {
        let kept = lock(&self.read);
        let kept = kept.as_ref().filter(|(known, _)| known == key);
        kept.map(|(_, read)| read.clone())
    }

    /// Lets go of what was read.
    pub(super) fn forget(&self, key: &str) {
        lock(&self.read).take_if(|(known, _)| known == key);
    }

    /// Ends all work in the background.
    pub fn stop(&self) {
        if let Some(opened) = self.opened() {
            opened.desk.stop();
        }
    }
}

/// A panic elsewhere leaves it as it is.
fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
