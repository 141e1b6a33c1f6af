//! As much as one party can get inside a box.

use winset_check::{Acceptable, LowerCorner};
use winset_model::answer::StopReason;

use super::ask::{Asker, Told};
use crate::boxes::Boxes;

/// How much faster each step is than the one before it.
const PACE: i64 = 8;

/// Raises one axis as far as it goes while the others keep their floors, from a package inside the
/// box. The last refutation is that of one unit more; all of them go to the boxes.
pub(crate) fn climb(
    asker: &mut Asker<'_>,
    boxes: &mut Boxes,
    floors: &LowerCorner,
    axis: usize,
    from: Acceptable,
) -> Result<Acceptable, StopReason> {
    let party = asker.axes[axis];
    let mut holder = from;
    let (mut step, mut above): (i64, Option<i64>) = (1, None);
    loop {
        let value = holder.utility(party);
        let target = match above {
            // Nothing lies between.
            Some(above) if above <= value.saturating_add(1) => return Ok(holder),
            Some(above) => value + (above - value) / 2,
            None => value.saturating_add(step),
        };
        let mut raised = floors.clone();
        raised[axis] = Some(target);
        match asker.at(&raised)? {
            Told::Found(found) => {
                step = step.saturating_mul(PACE);
                holder = found;
            }
            Told::Refuted(refutation) => {
                boxes.refute(refutation);
                above = Some(target);
            }
        }
    }
}
