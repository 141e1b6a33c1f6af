//! Pictures on pages: those of `winset_answers::drawn`, with the identifiers and links of their place.

use winset_answers::ask::{ClashesAnswer, ImplementationAnswer, RecordedEntry};
use winset_answers::drawn::{
    self, ConflictShown, FrontierAxes, FrontierShown, PicturePart, PicturePlace,
};
use winset_model::derived::Concession;
use winset_model::options::PartyId;
use winset_picture::Picture;
use winset_solve::CountSteps;
use winset_text::Text;

use crate::pages::{PageView, Place};

/// The clashes; `out` says which of them are out, `moved` which demands were eased or dropped.
pub(crate) fn conflict(
    view: &PageView<'_>,
    found: &ClashesAnswer,
    out: &[Option<bool>],
    moved: &Concession,
    place: &Place,
) -> Picture {
    let shown = ConflictShown { found, out, moved };
    placed(view, place, |at| {
        drawn::conflict(view.case(), view.words, shown, at)
    })
}

/// Packages over two parties' scores.
pub(crate) fn frontier(
    view: &PageView<'_>,
    axes: FrontierAxes,
    shown: FrontierShown<'_>,
    place: &Place,
) -> Picture {
    placed(view, place, |at| {
        drawn::frontier(view.case(), view.words, axes, shown, at)
    })
}

/// The overlap against a party's no-deal value.
pub(crate) fn pressure(
    view: &PageView<'_>,
    party: PartyId,
    steps: &CountSteps,
    place: &Place,
) -> Picture {
    placed(view, place, |at| {
        drawn::pressure(view.case(), view.words, party, steps, at)
    })
}

/// The course of the talks.
pub(crate) fn timeline(view: &PageView<'_>, place: &Place) -> Picture {
    placed(view, place, |at| {
        drawn::timeline(view.case(), view.words, at)
    })
}

/// The plan by days; none where there is no schedule.
pub(crate) fn plan(
    view: &PageView<'_>,
    answer: &ImplementationAnswer,
    place: &Place,
) -> Option<Picture> {
    placed(view, place, |at| {
        drawn::plan(view.case(), view.words, answer, at)
    })
}

/// How much of the record each week holds; none where it holds nothing with a day.
pub(crate) fn record_weeks(
    view: &PageView<'_>,
    entries: &[RecordedEntry<'_>],
    place: &Place,
) -> Option<Picture> {
    placed(view, place, |at| {
        drawn::record_weeks(view.words, entries, at)
    })
}

/// Versions of the text in figures.
pub(crate) fn brackets(view: &PageView<'_>, text: &Text<'_>, place: &Place) -> Picture {
    placed(view, place, |at| drawn::brackets(text, view.words, at))
}

/// Draws with the identifiers and links of a place.
fn placed<T>(view: &PageView<'_>, place: &Place, draw: impl FnOnce(PicturePlace<'_>) -> T) -> T {
    let case = view.case();
    let link = |part: PicturePart<'_>| place.of_part(case, part);
    draw(PicturePlace::new(&place.prefix(), &link))
}
