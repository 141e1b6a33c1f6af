//! The valued items of a plan as bits, with what they mean to the parties.

use winset_check::plan::{PlanQuestion, VALUED_ITEMS_MAX};
use winset_model::options::PartyId;

/// Items that are delivered at once: those of an act, or one.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) bits: u64,
    /// `None` where it has several owners.
    pub(super) owner: Option<PartyId>,
    /// What comes before any of its items, without them.
    pub(super) before: u64,
    /// What its delivery adds to what each party has given more than received.
    pub(super) adds: Vec<i64>,
    /// The unit before it that nothing tells from it: it is delivered no later.
    pub(super) twin: Option<usize>,
}

/// The valued items of a plan, in units that stand in the order of the file.
#[derive(Debug)]
pub(super) struct Deliveries {
    /// The place of the item of each bit.
    pub(super) places: Vec<usize>,
    pub(super) units: Vec<Unit>,
    pub(super) everything: u64,
    /// The bound of each party; `i64::MAX` where there is none.
    pub(super) bounds: Vec<i64>,
}

impl Deliveries {
    /// `None` with more than [`VALUED_ITEMS_MAX`] valued items.
    pub(super) fn of(question: &PlanQuestion<'_>) -> Option<Self> {
        let places = question.valued();
        if places.len() > VALUED_ITEMS_MAX {
            return None;
        }
        let precedence = question.precedence();
        let bit_of = |place: usize| places.iter().position(|other| *other == place);
        let bits = |items: &[usize]| -> u64 {
            let bits = items.iter().filter_map(|item| bit_of(*item));
            bits.fold(0, |set, bit| set | 1 << bit)
        };
        let mut units: Vec<Unit> = Vec::new();
        let mut members: Vec<Vec<usize>> = Vec::new();
        for place in &places {
            let together = question.delivered_with(*place);
            if together[0] != *place {
                continue;
            }
            let waits = |j: &&usize| together.iter().any(|i| precedence[*i][**j]);
            let before: Vec<usize> = places.iter().filter(waits).copied().collect();
            let owner = question.item(*place).owner;
            let one = together.iter().all(|i| question.item(*i).owner == owner);
            let unit = Unit {
                bits: bits(&together),
                owner: one.then_some(owner),
                before: bits(&before) & !bits(&together),
                adds: added(question, &together),
                twin: members
                    .iter()
                    .rposition(|of| are_twins(question, of, &together)),
            };
            units.push(unit);
            members.push(together);
        }
        let bounds = question.bounds.iter();
        let bounds = bounds.map(|bound| bound.and_then(|b| i64::try_from(b).ok()));
        Some(Self {
            everything: bits(&places),
            places,
            units,
            bounds: bounds.map(|bound| bound.unwrap_or(i64::MAX)).collect(),
        })
    }

    /// The items of a set, by their places.
    pub(super) fn items(&self, set: u64) -> Vec<usize> {
        let bits = self.places.iter().enumerate();
        let held = bits.filter(|(bit, _)| set >> bit & 1 == 1);
        held.map(|(_, place)| *place).collect()
    }

    /// What each party has given more than received after a set.
    pub(super) fn net(&self, set: u64) -> Vec<i64> {
        let mut net = vec![0; self.bounds.len()];
        for unit in self.units.iter().filter(|unit| unit.bits & set != 0) {
            add(&mut net, &unit.adds);
        }
        net
    }

    /// Whether every party's bound is kept.
    pub(super) fn keeps(&self, net: &[i64]) -> bool {
        net.iter()
            .zip(&self.bounds)
            .all(|(net, bound)| net <= bound)
    }

    /// The fewest rounds in which what is left could be delivered, if bounds and precedence let it: one
    /// for each owner, one for each act of several.
    pub(super) fn rounds_least(&self, set: u64) -> usize {
        let mut owners = 0_u64;
        let mut joint = 0;
        for unit in self.units.iter().filter(|unit| unit.bits & set == 0) {
            match unit.owner {
                Some(owner) => owners |= 1 << (owner.index() % 64),
                None => joint += 1,
            }
        }
        owners.count_ones() as usize + joint
    }
}

pub(super) fn add(net: &mut [i64], adds: &[i64]) {
    net.iter_mut()
        .zip(adds)
        .for_each(|(net, more)| *net += more);
}

/// What is so after one more delivery.
pub(super) fn sum(net: &[i64], adds: &[i64]) -> Vec<i64> {
    net.iter().zip(adds).map(|(net, more)| net + more).collect()
}

fn added(question: &PlanQuestion<'_>, items: &[usize]) -> Vec<i64> {
    let parties = (0..question.case.parties.len()).map(PartyId::at);
    let of = |party: PartyId| -> i64 {
        let values = items.iter().map(|place| {
            let item = question.item(*place);
            // Values are at most 10^9.
            let value = i64::try_from(item.value_to(party)).unwrap_or(i64::MAX);
            if item.owner == party { value } else { -value }
        });
        values.sum()
    };
    parties.map(of).collect()
}

/// Whether two single items differ in nothing that an order or a day hangs on.
fn are_twins(question: &PlanQuestion<'_>, one: &[usize], other: &[usize]) -> bool {
    let ([a], [b]) = (one, other) else {
        return false;
    };
    let (first, second) = (question.item(*a), question.item(*b));
    let parties = (0..question.case.parties.len()).map(PartyId::at);
    let sorted = |list: &[usize]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list
    };
    let named_alike = question.plan.items.iter().all(|item| {
        let lapses = item.lapses_unless.map(|lapse| lapse.item);
        item.after.contains(a) == item.after.contains(b) && lapses != Some(*a) && lapses != Some(*b)
    });
    let day = |item: &winset_model::register::PlanItem| {
        item.phase
            .map(|phase| question.case.register.phases[phase].day)
    };
    first.owner == second.owner
        && first.act.is_none()
        && second.act.is_none()
        && first.lapses_unless.is_none()
        && second.lapses_unless.is_none()
        && sorted(&first.after) == sorted(&second.after)
        && (first.earliest, first.latest, first.days, first.verify)
            == (second.earliest, second.latest, second.days, second.verify)
        && day(first) == day(second)
        && parties
            .into_iter()
            .all(|p| first.value_to(p) == second.value_to(p))
        && named_alike
}
