//! What every export says of itself.

use winset_journal::SeenCase;
use winset_model::audience::Audience;
use winset_model::calendar::Day;

/// What an export was made of, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportSource {
    /// The case's identifier.
    pub case: String,
    /// The hash of what the audience sees of the case file; of all of it for the mediator.
    pub case_hash: String,
    /// For whom.
    pub audience: Audience,
    /// Lines of the journal and the hash of the last, for the mediator only: they count what others
    /// may not see.
    pub journal: Option<(usize, String)>,
    /// The last day of which the audience's part of case and journal tells; none where they name no
    /// day.
    pub as_of: Option<String>,
}

impl ExportSource {
    /// The source of exports of a case as an audience sees it. `journal` is its number of lines and
    /// the hash of the last, and is left out for anybody but the mediator.
    pub fn new(seen: &SeenCase, audience: &Audience, journal: Option<(usize, &str)>) -> Self {
        let SeenCase { case, entries, .. } = seen;
        let register = &case.register;
        let offers = case.offers.iter().filter_map(|o| o.date);
        let days = register.as_of.into_iter().chain(offers);
        let days = days.chain(register.sessions.iter().map(|s| s.date));
        let days = days.chain(register.statements.iter().map(|s| s.date));
        let days = days.chain(register.incidents.iter().map(|i| i.date));
        let acts = entries.iter().filter_map(|entry| entry.act.at.get(..10));
        let days = days.chain(acts.filter_map(Day::read));
        let journal = journal.filter(|_| audience.is_mediator());
        Self {
            case: case.id.clone(),
            case_hash: case.hash.clone(),
            audience: audience.clone(),
            journal: journal.map(|(lines, hash)| (lines, hash.to_owned())),
            as_of: days.max().map(|day| day.to_string()),
        }
    }

    /// Names of what it says, for the heads of tables.
    pub(crate) const HEADS: [&'static str; 5] =
        ["case", "case hash", "audience", "journal", "as of"];

    /// What it says, in the order of [`Self::HEADS`].
    pub(crate) fn cells(&self) -> [String; 5] {
        let Self {
            case,
            case_hash,
            audience,
            journal,
            as_of,
        } = self;
        [
            case.clone(),
            case_hash.clone(),
            audience.name(),
            journal
                .as_ref()
                .map_or_else(String::new, |(lines, hash)| format!("{lines}:{hash}")),
            as_of.clone().unwrap_or_default(),
        ]
    }

    /// What it says under the names that calendars have for it; what is empty is left out.
    pub(crate) fn said(&self) -> Vec<(&'static str, String)> {
        let names = [
            "X-WINSET-CASE",
            "X-WINSET-CASE-HASH",
            "X-WINSET-AUDIENCE",
            "X-WINSET-JOURNAL",
            "X-WINSET-AS-OF",
        ];
        let said = names.into_iter().zip(self.cells());
        said.filter(|(_, value)| !value.is_empty()).collect()
    }
}
