//! Pictures on pages: those of `winset_answers::drawn` with links to pages of the desk.

use winset_answers::ask::ClashesAnswer;
use winset_answers::drawn::{
    self, ConflictShown, FrontierAxes, FrontierShown, PicturePart, PicturePlace,
};
use winset_model::derived::Concession;
use winset_model::options::PartyId;
use winset_picture::Picture;
use winset_solve::CountSteps;
use winset_text::Text;

use crate::pages::{Seat, escaped, package_query};

/// The clashes; `out` says which of them are out, `moved` which demands were eased or dropped.
pub(crate) fn conflict(
    seat: &Seat,
    found: &ClashesAnswer,
    out: &[Option<bool>],
    moved: &Concession,
) -> Picture {
    let shown = ConflictShown { found, out, moved };
    placed(seat, |place| {
        drawn::conflict(seat.case(), seat.words, shown, place)
    })
}

/// Packages over two parties' scores.
pub(crate) fn frontier(seat: &Seat, axes: FrontierAxes, shown: FrontierShown<'_>) -> Picture {
    placed(seat, |place| {
        drawn::frontier(seat.case(), seat.words, axes, shown, place)
    })
}

/// The overlap against a party's no-deal value.
pub(crate) fn pressure(seat: &Seat, party: PartyId, steps: &CountSteps) -> Picture {
    placed(seat, |place| {
        drawn::pressure(seat.case(), seat.words, party, steps, place)
    })
}

/// The course of the talks.
pub(crate) fn timeline(seat: &Seat) -> Picture {
    placed(seat, |place| {
        drawn::timeline(seat.case(), seat.words, place)
    })
}

/// Versions of the text in figures.
pub(crate) fn brackets(seat: &Seat, text: &Text<'_>) -> Picture {
    placed(seat, |place| drawn::brackets(text, seat.words, place))
}

/// Draws with the links of a view's pages.
fn placed(seat: &Seat, draw: impl FnOnce(PicturePlace<'_>) -> Picture) -> Picture {
    let (case, base) = (seat.case(), &seat.base);
    let link = |part: PicturePart<'_>| {
        Some(match part {
            PicturePart::Clash(number) => format!("#clash-{number}"),
            PicturePart::Package(package) => {
                format!("{base}/package?{}", package_query(case, package))
            }
            PicturePart::Version(name) => format!("{base}/text?v={}", escaped(name)),
            PicturePart::WorkingText => format!("{base}/text"),
        })
    };
    draw(PicturePlace::new("", &link))
}
