//! Cases that are closed by no-deal values alone.

use winset_model::case::{Case, Lever};
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::private::Private;

use crate::rng::Rng;

/// Most levers of a case.
const LEVERS_MAX: usize = 6;

/// A case whose demands can be met, closed by values alone: floors up to a few units above what one
/// package gives, levers that lower them, trends either way. `scores` are those of a package that meets
/// all demands, in the order of the parties; who has none keeps its floor.
pub fn pressed(case: &Case, scores: &[Option<i64>], rng: &mut Rng) -> (Case, Positions) {
    let mut asked = Positions::declared(case);
    let mut case = case.clone();
    case.levers.clear();
    for (p, score) in scores.iter().enumerate() {
        let Some(score) = score else {
            continue;
        };
        let mut sheet = case.parties[p].sheet.open().clone();
        asked.floors[p] = Some(score + rng.signed_below(7));
        let unit = |rng: &mut Rng| Exact::new(i128::from(rng.signed_below(8)), sheet.scale.into());
        let trend = unit(rng) * Exact::new(1 - 3 * i128::from(rng.chance(3, 4)), 5);
        for l in 0..rng.below(4).min(LEVERS_MAX - case.levers.len()) {
            let finer = Exact::new(1, [1, 1, 1, 2, 3][rng.below(5)]);
            let sign = Exact::from_integer(if rng.chance(1, 6) { 1 } else { -1 });
            case.levers.push(Lever {
                id: format!("lever-{p}-{l}"),
                by: PartyId::at(rng.below(case.parties.len())),
                target: PartyId::at(p),
                no_deal_delta: unit(rng) * finer * sign,
                cost_to_puller: rng.below(3) as u64,
                delay_days: rng.below(30) as u64,
            });
        }
        sheet.trend_per_month = Some(trend);
        sheet.no_deal = asked.floors[p];
        let (low, high) = (rng.signed_below(4), rng.signed_below(2));
        sheet.no_deal_range = asked.floors[p].map(|f| (f - low, f + high));
        case.parties[p].sheet = Private::new(sheet);
    }
    (case, asked)
}
