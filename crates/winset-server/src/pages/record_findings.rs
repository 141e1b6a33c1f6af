//! What follows from the record, as the page tells it.

use winset_answers::ask::{
    Contradictions, OptionMove, RecordEntry, RecordFilter, RecordFindings, RecordedEntry, recorded,
};
use winset_model::case::Case;
use winset_told::called;
use winset_told::messages::Language;
use winset_told::status::signal_in_words;
use winset_told::words::{capital, party_named, point_named};

use super::recorded::{LinkShown, clause_link, entry_link};
use super::{PageView, Place};

/// Contradictions that are listed.
const PAIRS_MAX: usize = 50;

/// What follows from the record.
#[derive(Debug)]
pub(super) struct FindingsShown {
    /// Clause and week: alleged, of these verified, refuted.
    pub(super) violations: Vec<(LinkShown, String, [usize; 3])>,
    pub(super) wider: Vec<String>,
    /// Who on what, and the two statements.
    pub(super) contradictions: Vec<(String, Vec<LinkShown>)>,
    pub(super) more: u64,
    pub(super) moves: Vec<MovesShown>,
}

/// Moves of a party, and of others to where it stood.
#[derive(Debug)]
pub(super) struct MovesShown {
    pub(super) party: String,
    /// Message, what moved, and the offer.
    pub(super) moves: Vec<(&'static str, String, LinkShown)>,
}

/// Lays them out.
pub(super) fn findings_shown(
    view: &PageView<'_>,
    place: &Place,
    found: &RecordFindings,
) -> FindingsShown {
    let (case, words) = (view.case(), view.words);
    let RecordFindings {
        violations,
        wider,
        contradictions,
        moves,
    } = found;
    let violations = violations.iter().map(|of| {
        let counts = [of.alleged, of.alleged - of.unverified, of.refuted];
        (
            clause_link(case, place, &of.clause),
            of.week.to_string(),
            counts,
        )
    });
    let moves = moves.iter();
    let moves = moves.filter(|of| !of.gave.is_empty() || !of.got.is_empty());
    let moves = moves.map(|of| {
        let both = [("record-gave", &of.gave), ("record-got", &of.got)];
        let both = both.into_iter().flat_map(|(label, moves)| {
            let told = move |made| move_told(case, words, place, made);
            moves.iter().map(move |made| {
                let (what, offer) = told(made);
                (label, what, offer)
            })
        });
        MovesShown {
            party: capital(&party_named(case, of.party)),
            moves: both.collect(),
        }
    });
    let shown = contradictions.pairs.len().min(PAIRS_MAX);
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    FindingsShown {
        violations: violations.collect(),
        wider: wider
            .iter()
            .map(|signal| signal_in_words(case, signal).1)
            .collect(),
        more: contradictions.count.saturating_sub(shown),
        contradictions: contradicting(case, words, place, contradictions),
        moves: moves.collect(),
    }
}

fn contradicting(
    case: &Case,
    words: &Language,
    place: &Place,
    found: &Contradictions,
) -> Vec<(String, Vec<LinkShown>)> {
    let all = recorded(case, &RecordFilter::default());
    let statement = |id: &String| {
        let is = |of: &&RecordedEntry<'_>| matches!(of.entry, RecordEntry::Statement(said) if said.id == *id);
        all.iter().find(is).map(|of| entry_link(case, place, of))
    };
    let pairs = found.pairs.iter().take(PAIRS_MAX).map(|pair| {
        let what = [
            ("who", capital(&party_named(case, pair.party))),
            ("point", point_named(case, pair.point)),
        ];
        let both = [&pair.earlier, &pair.later]
            .into_iter()
            .filter_map(statement);
        let told = words.fill("record-contradicts", &what);
        (told.into_owned(), both.collect())
    });
    pairs.collect()
}

fn move_told(
    case: &Case,
    words: &Language,
    place: &Place,
    made: &OptionMove,
) -> (String, LinkShown) {
    let point = &case.points[made.point.index()];
    let what = [
        ("who", capital(&party_named(case, made.by))),
        ("point", called::point(point).label),
        ("from", called::option(point, made.from).label),
        ("to", called::option(point, made.to).label),
    ];
    let offer = LinkShown {
        words: words.with("offer-n", made.offer).into_owned(),
        href: place.link(format!("/record/{}", made.offer)),
        code: None,
    };
    (words.fill("record-move", &what).into_owned(), offer)
}
