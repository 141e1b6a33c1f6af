//! The state of a desk: the case as it was last read, and the views of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use winset_journal::{Act, Appended, JournalError};
use winset_model::audience::Audience;
use winset_text::{DraftFault, DraftText, DraftWanted};

use super::source::Stamp;
use super::view::cut;
use super::{Files, Source, View};

/// Reads the case again; what is wrong with it, as text for the mediator.
pub type Load = Box<dyn Fn() -> Result<Source, String> + Send + Sync>;

/// What a desk starts with.
pub struct Start {
    /// The case as it was read.
    pub source: Source,
    /// The files; none for a case that came from elsewhere, which then cannot be written to.
    pub files: Option<Files>,
    /// Reads the case again.
    pub load: Load,
    /// The only audience that this desk shows; the mediator's desk shows every view.
    pub only: Audience,
    /// How long each question may take.
    pub time_limit: Duration,
    /// The language of the pages, where it is not that of the case.
    pub language: Option<String>,
    /// The case file as commands name it.
    pub name: String,
}

impl std::fmt::Debug for Start {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start").finish_non_exhaustive()
    }
}

/// One case on disk, and what each audience sees of it.
pub struct Desk {
    files: Option<Files>,
    load: Load,
    only: Audience,
    time_limit: Duration,
    pub(crate) language: Option<String>,
    pub(crate) name: String,
    read: Mutex<Read>,
}

/// The case as it was last read.
struct Read {
    source: Source,
    stamp: Stamp,
    /// Why the file as it is now cannot be used, where it cannot; the case before still counts.
    refused: Option<Arc<str>>,
    views: BTreeMap<Audience, Arc<View>>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    /// A desk; begins to work on the view that is shown first.
    pub fn new(start: Start) -> Self {
        let Start {
            source,
            files,
            load,
            only,
            time_limit,
            language,
            name,
        } = start;
        let stamp = files.as_ref().map(Stamp::of).unwrap_or_default();
        let desk = Self {
            files,
            load,
            only,
            time_limit,
            language,
            name,
            read: Mutex::new(Read {
                source,
                stamp,
                refused: None,
                views: BTreeMap::new(),
            }),
        };
        // Nobody waits for it yet; whoever asks first gets the same view.
        let _ = desk.view(&desk.only);
        desk
    }

    /// The audience that is shown first.
    pub(crate) fn first(&self) -> &Audience {
        &self.only
    }

    /// Whether this desk shows a view to that audience.
    pub(crate) fn shows(&self, audience: &Audience) -> bool {
        self.only == Audience::Mediator || self.only == *audience
    }

    /// Whether acts can be written down.
    pub(crate) fn writes(&self) -> bool {
        self.files.is_some()
    }

    /// What an audience sees of the case as it is on disk now; none where the part of the file that
    /// it may see is no case. Also why the file as it is now cannot be used, for the mediator.
    pub(crate) fn view(&self, audience: &Audience) -> Option<(Arc<View>, Option<Arc<str>>)> {
        if !self.shows(audience) {
            return None;
        }
        let mut read = self.fresh();
        let refused = read.refused.clone();
        if let Some(view) = read.views.get(audience) {
            return Some((view.clone(), refused));
        }
        let snapshot = cut(&read.source, audience)?;
        let view = Arc::new(View::begin(snapshot, self.time_limit));
        read.views.insert(audience.clone(), view.clone());
        Some((view, refused))
    }

    /// The case, read again where a file has changed.
    fn fresh(&self) -> MutexGuard<'_, Read> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(files) = &self.files else {
            return read;
        };
        let now = Stamp::of(files);
        if now != read.stamp {
            read.stamp = now;
            match (self.load)() {
                Ok(source) => {
                    // Who sees nothing new keeps what is found: that something was written down
                    // which is not for a reader shows neither in what the reader gets nor in when.
                    read.views.retain(|audience, view| {
                        cut(&source, audience)
                            .is_some_and(|snapshot| view.snapshot.shows_the_same(&snapshot))
                    });
                    read.source = source;
                    read.refused = None;
                }
                Err(why) => read.refused = Some(why.into()),
            }
        }
        read
    }

    /// What would be issued of the case as it is on disk now, with the editions of all audiences: for
    /// the mediator alone.
    pub(crate) fn issue(&self, wanted: &DraftWanted) -> Result<DraftText, DraftFault> {
        let read = self.fresh();
        let kept = read.source.journal.as_ref();
        let acts = kept.map_or(&[][..], |kept| &kept.chain.entries);
        winset_text::issue(&read.source.document, acts, wanted)
    }

    /// Writes an act into the journal; the next view holds it.
    pub(crate) fn append(
        &self,
        case_id: &str,
        act: &Act,
    ) -> Option<Result<Appended, JournalError>> {
        let files = self.files.as_ref()?;
        Some(winset_journal::append(&files.journal, case_id, act))
    }

    /// Ends all work in the background.
    pub fn stop(&self) {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.views.values().for_each(|view| view.findings.cancel());
    }
}
