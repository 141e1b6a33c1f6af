//! What can be kept of a desk without opening it.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use winset_model::audience::Audience;

use crate::desk::Desk;
use crate::pages::{Seat, whole_case};

/// Between two looks at whether all questions are done.
const LOOK: Duration = Duration::from_millis(5);

/// The course of the talks as SVG, as an audience sees it; none for an audience that the desk does
/// not show.
pub fn timeline(desk: &Arc<Desk>, audience: &Audience) -> Option<String> {
    let seat = Seat::new(desk, audience, Vec::new())?;
    let picture = crate::pictures::timeline(&seat);
    Some(picture.signed(&seat.signature()).as_str().to_owned())
}

/// The whole case as one HTML file that loads nothing, as an audience sees it; none for an audience
/// that the desk does not show. Waits until every question is done, each within its time; `stop` is
/// asked often, and what is not known then is said to be missing.
pub fn whole(desk: &Arc<Desk>, audience: &Audience, stop: impl Fn() -> bool) -> Option<String> {
    let seat = Seat::new(desk, audience, Vec::new())?;
    while !seat.view.findings.is_done() && !stop() {
        thread::sleep(LOOK);
    }
    whole_case(&seat)
}
