//! What the contents of pages are made of.

use winset_answers::ask::{AgreementZone, Everything, Movers};
use winset_model::case::Case;
use winset_solve::Status;
use winset_text::Text;
use winset_told::messages::Language;

use crate::findings::STAGES;
use crate::snapshot::AudienceSnapshot;
use crate::within::Refusals;

/// What the contents of pages are made of: plain values, no request and no desk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageView<'a> {
    /// What the reader sees of the case.
    pub(crate) snapshot: &'a AudienceSnapshot,
    /// What is found from that alone, as far as it is.
    pub(crate) found: &'a Everything,
    /// What the checker refused of what was found.
    pub(crate) refusals: &'a Refusals,
    /// The language of the page.
    pub(crate) words: &'static Language,
    /// The fields of the address: positions, axes, versions.
    pub(crate) fields: &'a [(String, String)],
    /// Why the file as it is now cannot be used, where the case is that from before.
    pub(crate) refused: Option<&'a str>,
}

impl<'a> PageView<'a> {
    /// The case.
    pub(crate) fn case(&self) -> &'a Case {
        &self.snapshot.seen.case
    }

    /// How its points stand.
    pub(crate) fn status(&self) -> &'a Status {
        &self.snapshot.status
    }

    /// Whose demands may move.
    pub(crate) fn movers(&self) -> Movers {
        self.snapshot.movers
    }

    /// Whether the reader is the mediator, who sees all.
    pub(crate) fn is_mediator(&self) -> bool {
        self.snapshot.is_mediator()
    }

    /// The text of the view.
    pub(crate) fn text(&self) -> Text<'a> {
        Text::new(self.case(), &self.snapshot.seen.entries)
    }

    /// The overlap that packages are shown of, where one is known.
    pub(crate) fn zone(&self) -> Option<&'a AgreementZone> {
        self.found.zone.get().and_then(Option::as_ref)
    }

    /// The first value of a field of the address.
    pub(crate) fn asked(&self, field: &str) -> Option<&'a str> {
        let found = self.fields.iter().find(|(name, _)| name == field);
        found.map(|(_, value)| value.as_str())
    }

    /// How many questions are answered.
    pub(crate) fn answered(&self) -> usize {
        let stages = STAGES.into_iter();
        stages
            .filter(|stage| self.found.is_answered(*stage))
            .count()
    }

    /// Whether something is not worked out yet.
    pub(crate) fn is_working(&self) -> bool {
        self.answered() < STAGES.len()
    }

    /// What the reader must know before anything else.
    pub(crate) fn trouble(&self) -> Vec<String> {
        let words = self.words;
        let mut trouble = Vec::new();
        // The fault may be in a part of the file that only the mediator may see.
        if let Some(why) = self.refused.filter(|_| self.is_mediator()) {
            trouble.push(words.with("trouble-file", why).into_owned());
        }
        if let Some(fault) = &self.snapshot.fault {
            trouble.push(words.with("trouble-journal", fault).into_owned());
        }
        for aside in &self.snapshot.seen.aside {
            let what = format!("{}: {}", aside.line, aside.why);
            trouble.push(words.with("trouble-aside", what).into_owned());
        }
        for refusal in self.refusals.kept() {
            trouble.push(words.with("trouble-refused", refusal).into_owned());
        }
        trouble
    }
}
