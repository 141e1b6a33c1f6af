//! The case as it was last read, and the views of it. One thread reads it again; nobody holds the lock
//! while a file is read or a view is made.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::watch;
use winset_journal::JournalUntil;
use winset_model::audience::Audience;

use super::source::Stamp;
use super::view::{cut, cut_until};
use super::{Files, Source, View};
use crate::snapshot::AudienceSnapshot;

/// How often it is looked whether files have changed when nobody asks.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Views of earlier days that are kept.
const PAST_MAX: usize = 4;

/// What an audience saw in earlier views that is kept for each, to say what changed since.
const EARLIER_MAX: usize = 6;

/// Reads the case again; what is wrong with it, as text for the mediator.
pub type Load = Box<dyn Fn() -> Result<Source, String> + Send + Sync>;

/// Where the case lies.
pub(super) struct Shelf {
    held: Mutex<Held>,
    /// Told when somebody asks for the files as they are now, when they are read, and at the end.
    news: Condvar,
    /// Told each time that the case was read again, or could not be.
    read: watch::Sender<u64>,
}

/// For whom, as of when, and the view.
type PastView = (Audience, JournalUntil, Arc<View>);

/// The case, why the file as it is now cannot be used, and the view of an audience, if it is made.
pub(super) struct HeldCase {
    pub(super) source: Arc<Source>,
    pub(super) refused: Option<Arc<str>>,
    pub(super) view: Option<Arc<View>>,
}

/// The case as it was last read.
struct Held {
    source: Arc<Source>,
    stamp: Stamp,
    /// Why the file as it is now cannot be used, where it cannot; the case before still counts.
    refused: Option<Arc<str>>,
    views: BTreeMap<Audience, Arc<View>>,
    /// How many views each audience has had.
    numbers: BTreeMap<Audience, u64>,
    /// What each audience saw in its views before, with their numbers, the last at the end.
    earlier: BTreeMap<Audience, Vec<(u64, Arc<AudienceSnapshot>)>>,
    /// Views of the case as it stood on earlier days, the last that were asked for at the end.
    past: Vec<PastView>,
    /// How often somebody asked for the files as they are then.
    asked: u64,
    /// How many of these are answered.
    answered: u64,
    stopped: bool,
}

impl Held {
    /// Keeps what an audience saw in a view that is over; the oldest goes.
    fn keep_earlier(&mut self, audience: &Audience, view: &View) {
        let kept = self.earlier.entry(audience.clone()).or_default();
        if kept.len() == EARLIER_MAX {
            kept.remove(0);
        }
        kept.push((view.number, view.snapshot.clone()));
    }
}

impl Shelf {
    /// A case as it was read from these files.
    pub(super) fn new(source: Source, files: Option<&Files>) -> Arc<Self> {
        Arc::new(Self {
            held: Mutex::new(Held {
                source: Arc::new(source),
                stamp: files.map(Stamp::of).unwrap_or_default(),
                refused: None,
                views: BTreeMap::new(),
                numbers: BTreeMap::new(),
                earlier: BTreeMap::new(),
                past: Vec::new(),
                asked: 0,
                answered: 0,
                stopped: false,
            }),
            news: Condvar::new(),
            read: watch::Sender::new(0),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is held for an audience.
    pub(super) fn held(&self, audience: &Audience) -> HeldCase {
        let held = self.lock();
        HeldCase {
            source: held.source.clone(),
            refused: held.refused.clone(),
            view: held.views.get(audience).cloned(),
        }
    }

    /// The number of the next view of an audience.
    pub(super) fn next_number(&self, audience: &Audience) -> u64 {
        self.lock().numbers.get(audience).map_or(1, |last| last + 1)
    }

    /// Keeps a view of a source; the one that counts, where another was made meanwhile.
    pub(super) fn put(&self, of: &Arc<Source>, audience: &Audience, view: Arc<View>) -> Arc<View> {
        let mut held = self.lock();
        if !Arc::ptr_eq(of, &held.source) {
            return view;
        }
        held.numbers.insert(audience.clone(), view.number);
        held.views.entry(audience.clone()).or_insert(view).clone()
    }

    /// A view of the case as it stood, where it was made of this source.
    pub(super) fn past(&self, audience: &Audience, until: &JournalUntil) -> Option<Arc<View>> {
        let held = self.lock();
        let mut past = held.past.iter();
        let found = past.find(|(of, at, _)| of == audience && at == until)?;
        Some(found.2.clone())
    }

    /// What an audience saw in the view of this number, where it is kept.
    pub(super) fn earlier(
        &self,
        audience: &Audience,
        number: u64,
    ) -> Option<Arc<AudienceSnapshot>> {
        let held = self.lock();
        let mut earlier = held.earlier.get(audience)?.iter();
        let found = earlier.find(|(of, _)| *of == number)?;
        Some(found.1.clone())
    }

    /// Keeps a view of the case as it stood; the oldest one goes.
    pub(super) fn put_past(
        &self,
        of: &Arc<Source>,
        audience: &Audience,
        until: JournalUntil,
        view: &Arc<View>,
    ) {
        let mut held = self.lock();
        if !Arc::ptr_eq(of, &held.source) {
            return;
        }
        if held.past.len() == PAST_MAX {
            held.past.remove(0);
        }
        held.past.push((audience.clone(), until, view.clone()));
    }

    /// Tells each time that the case was read again, or could not be.
    pub(super) fn watch(&self) -> watch::Receiver<u64> {
        self.read.subscribe()
    }

    /// Waits until the files are read as they are now, but not longer than this.
    pub(super) fn wait_for(&self, files: &Files, most: Duration) {
        let now = Stamp::of(files);
        let mut held = self.lock();
        if held.stamp == now {
            return;
        }
        held.asked += 1;
        let number = held.asked;
        self.news.notify_all();
        let waits = |held: &mut Held| held.answered < number && !held.stopped;
        // What comes of it is seen by whoever takes the case then.
        drop(self.news.wait_timeout_while(held, most, waits));
    }

    /// Ends all work in the background.
    pub(super) fn stop(&self) {
        let mut held = self.lock();
        held.stopped = true;
        held.views.values().for_each(|view| view.findings.cancel());
        let past = held.past.iter();
        past.for_each(|(_, _, view)| view.findings.cancel());
        self.news.notify_all();
    }

    /// Waits until somebody asks, or it is time to look: the number of the last who asked; none at the
    /// end.
    fn next(&self) -> Option<u64> {
        let waits = |held: &mut Held| held.answered == held.asked && !held.stopped;
        let waited = self.news.wait_timeout_while(self.lock(), LOOK_EVERY, waits);
        let held = waited.unwrap_or_else(PoisonError::into_inner).0;
        (!held.stopped).then_some(held.asked)
    }

    /// Looks whether the files have changed, and reads them.
    fn look(&self, files: &Files, load: &Load, number: u64) {
        let now = Stamp::of(files);
        let before = {
            let held = self.lock();
            (held.stamp != now).then(|| (held.views.clone(), held.past.clone()))
        };
        let loaded = before.map(|(views, past)| {
            let loaded = load();
            let same = loaded
                .as_ref()
                .map(|source| (same_views(source, views), same_past(source, past)));
            (same.unwrap_or_default(), loaded)
        });
        // What is not needed any more goes after the lock.
        let mut gone = (None, BTreeMap::new(), Vec::new());
        let news = loaded.is_some();
        let mut held = self.lock();
        held.answered = number;
        match loaded {
            None => {}
            Some(((same, past), Ok(source))) => {
                held.stamp = now;
                held.refused = None;
                gone.0 = Some(mem::replace(&mut held.source, Arc::new(source)));
                gone.1 = mem::take(&mut held.views);
                gone.2 = mem::replace(&mut held.past, past);
                for audience in same {
                    held.views.extend(gone.1.remove_entry(&audience));
                }
                for (audience, view) in &gone.1 {
                    held.keep_earlier(audience, view);
                }
            }
            Some((_, Err(why))) => {
                held.stamp = now;
                held.refused = Some(why.into());
            }
        }
        drop(held);
        self.news.notify_all();
        if news {
            self.read.send_modify(|times| *times += 1);
        }
    }
}

/// The audiences who see nothing new: they keep what is found, so that something that was written down
/// and is not for a reader shows neither in what the reader gets nor in when.
fn same_views(source: &Source, views: BTreeMap<Audience, Arc<View>>) -> Vec<Audience> {
    let same = views.into_iter().filter(|(audience, view)| {
        cut(source, audience).is_some_and(|snapshot| view.snapshot.shows_the_same(&snapshot))
    });
    same.map(|(audience, _)| audience).collect()
}

/// The same of views of earlier days.
fn same_past(source: &Source, mut past: Vec<PastView>) -> Vec<PastView> {
    past.retain(|(audience, until, view)| {
        cut_until(source, audience, until)
            .is_some_and(|snapshot| view.snapshot.shows_the_same(&snapshot))
    });
    past
}

/// Reads the files again whenever they change, in a thread of its own that ends with the shelf. Where
/// reading hangs, pages go on with what is there.
pub(super) fn reread(shelf: &Arc<Shelf>, files: Files, load: Load) {
    let shelf = shelf.clone();
    let name = thread::Builder::new().name("reader".to_owned());
    // Without a thread the case stays as it was read.
    let _ = name.spawn(move || {
        while let Some(number) = shelf.next() {
            shelf.look(&files, &load, number);
        }
    });
}
