//! A desk: a case on disk, what each audience sees of it, and acts that are written down.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use winset_journal::{Act, Appended, Deed, JournalError, JournalUntil, line_in_file};
use winset_model::audience::Audience;
use winset_text::{DraftFault, DraftText, DraftWanted};

use super::shelf::{HeldCase, Load, Shelf, reread};
use super::view::{cut, cut_until};
use super::{Files, Source, View};
use crate::snapshot::AudienceSnapshot;

/// How long a page waits for the case to be read again before it shows what is there.
const PATIENCE: Duration = Duration::from_secs(1);

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
    /// The time in UTC, as acts and calendars are stamped: `2031-03-14T09:30:00Z`.
    pub clock: fn() -> String,
}

impl std::fmt::Debug for Start {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start").finish_non_exhaustive()
    }
}

/// One case on disk, and what each audience sees of it.
pub struct Desk {
    files: Option<Files>,
    only: Audience,
    time_limit: Duration,
    pub(crate) language: Option<String>,
    pub(crate) name: String,
    clock: fn() -> String,
    /// What the addresses of its pages begin with.
    root: String,
    shelf: Arc<Shelf>,
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
            clock,
        } = start;
        let shelf = Shelf::new(source, files.as_ref());
        if let Some(files) = files.clone() {
            reread(&shelf, files, load);
        }
        let desk = Self {
            files,
            only,
            time_limit,
            language,
            name,
            clock,
            root: String::new(),
            shelf,
        };
        // Nobody waits for it yet; whoever asks first gets the same view.
        let _ = desk.view(&desk.only);
        desk
    }

    /// The same with its pages below an address, as a lobby has them.
    pub(crate) fn below(mut self, root: String) -> Self {
        self.root = root;
        self
    }

    /// Now, in UTC, as acts and calendars are stamped.
    pub(crate) fn stamp(&self) -> String {
        (self.clock)()
    }

    /// What the addresses of its pages begin with: nothing, or that of a case in a lobby.
    pub(crate) fn root(&self) -> &str {
        &self.root
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
        self.view_of(audience, self.held(audience))
    }

    /// The same as far as the case was read, without a look at the files.
    pub(crate) fn held_view(&self, audience: &Audience) -> Option<(Arc<View>, Option<Arc<str>>)> {
        self.view_of(audience, self.shelf.held(audience))
    }

    fn view_of(
        &self,
        audience: &Audience,
        held: HeldCase,
    ) -> Option<(Arc<View>, Option<Arc<str>>)> {
        let HeldCase {
            source: held,
            refused,
            view,
        } = held;
        if let Some(view) = view {
            return Some((view, refused));
        }
        let snapshot = cut(&held, audience)?;
        let number = self.shelf.next_number(audience);
        let view = Arc::new(View::begin(snapshot, self.time_limit, number));
        Some((self.shelf.put(&held, audience, view), refused))
    }

    /// What an audience saw of the case as its journal stood then: later acts do not count. Changes of
    /// the case file itself leave no trace, so that it is the file of now.
    pub(crate) fn past(&self, audience: &Audience, until: &JournalUntil) -> Option<Arc<View>> {
        if !self.shows(audience) {
            return None;
        }
        let held = self.held(audience).source;
        if let Some(view) = self.shelf.past(audience, until) {
            return Some(view);
        }
        let snapshot = cut_until(&held, audience, until)?;
        let view = Arc::new(View::begin(snapshot, self.time_limit, 0));
        self.shelf.put_past(&held, audience, until.clone(), &view);
        Some(view)
    }

    /// What an audience saw in an earlier view, by its number; the last few are kept.
    pub(crate) fn earlier(
        &self,
        audience: &Audience,
        number: u64,
    ) -> Option<Arc<AudienceSnapshot>> {
        self.shelf.earlier(audience, number)
    }

    /// Tells each time that the case was read again, or could not be.
    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.shelf.watch()
    }

    /// The case as it is held now. A mediator's desk looks first whether it is the one on disk; that of
    /// anybody else does not, so that how long a page takes tells nothing of acts that are not for its
    /// reader: their pages show what has been read by then.
    fn held(&self, audience: &Audience) -> HeldCase {
        if let Some(files) = self
            .files
            .as_ref()
            .filter(|_| self.only == Audience::Mediator)
        {
            self.shelf.wait_for(files, PATIENCE);
        }
        self.shelf.held(audience)
    }

    /// What would be issued of the case as it is on disk now, with the editions of all audiences: for
    /// the mediator alone.
    pub(crate) fn issue(&self, wanted: &DraftWanted) -> Result<DraftText, DraftFault> {
        let source = self.held(&Audience::Mediator).source;
        let kept = source.journal.as_ref();
        let acts = kept.map_or(&[][..], |kept| &kept.chain.entries);
        winset_text::issue(&source.document, acts, wanted)
    }

    /// Writes an act of a reader into the journal; the next view holds it.
    pub(crate) fn append(
        &self,
        reader: &Audience,
        case_id: &str,
        act: &Act,
    ) -> Option<Result<Appended, JournalError>> {
        let files = self.files.as_ref()?;
        let mut act = act.clone();
        if let Deed::Withdraw { line, .. } = &mut act.deed {
            // Readers count the acts that they see.
            let source = self.held(reader).source;
            let entries = &source.journal.as_ref()?.chain.entries;
            *line = line_in_file(entries, reader, *line)?;
        }
        let act = &act;
        let appended = winset_journal::append(&files.journal, case_id, act);
        if appended.is_ok() {
            // Whoever writes sees it on the next page.
            self.shelf.wait_for(files, PATIENCE);
        }
        Some(appended)
    }

    /// Ends all work in the background.
    pub fn stop(&self) {
        self.shelf.stop();
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.shelf.stop();
    }
}
