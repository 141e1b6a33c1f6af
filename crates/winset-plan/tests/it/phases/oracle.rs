//! The plain way: every order of rounds, its days by all shortest paths.

use winset_check::plan::PlanQuestion;
use winset_model::options::PartyId;

/// What plain enumeration finds of a plan.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) rounds: Vec<Vec<usize>>,
    pub(super) exposure: i64,
    pub(super) duration: i64,
    pub(super) begins: Vec<i64>,
}

/// All ways to deliver: rounds that are subsets of one owner's units, or one unit of several owners.
pub(super) fn orders(question: &PlanQuestion<'_>) -> Vec<Vec<Vec<usize>>> {
    let items = &question.plan.items;
    let mut units: Vec<Vec<usize>> = Vec::new();
    for (place, item) in items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.is_valued())
    {
        let with = |unit: &&mut Vec<usize>| item.act.is_some() && items[unit[0]].act == item.act;
        match units.iter_mut().find(with) {
            Some(unit) => unit.push(place),
            None => units.push(vec![place]),
        }
    }
    let mut found = Vec::new();
    extend(question, &units, &mut Vec::new(), &mut found);
    found
}

fn extend(
    question: &PlanQuestion<'_>,
    left: &[Vec<usize>],
    rounds: &mut Vec<Vec<usize>>,
    found: &mut Vec<Vec<Vec<usize>>>,
) {
    if left.is_empty() {
        found.push(rounds.clone());
        return;
    }
    for subset in 1..1_u32 << left.len() {
        let (mut round, mut rest, mut units) = (Vec::new(), Vec::new(), 0);
        for (bit, unit) in left.iter().enumerate() {
            if subset >> bit & 1 == 1 {
                round.extend(unit);
                units += 1;
            } else {
                rest.push(unit.clone());
            }
        }
        let owner = question.item(round[0]).owner;
        if units == 1
            || round
                .iter()
                .all(|place| question.item(*place).owner == owner)
        {
            round.sort_unstable();
            rounds.push(round);
            extend(question, &rest, rounds, found);
            rounds.pop();
        }
    }
}

/// Exposures after each round, by party.
pub(super) fn exposures(question: &PlanQuestion<'_>, rounds: &[Vec<usize>]) -> Vec<Vec<i64>> {
    let parties = question.case.parties.len();
    let mut net = vec![0_i64; parties];
    let mut rows = Vec::new();
    for round in rounds {
        for place in round {
            let item = question.item(*place);
            for (party, net) in net.iter_mut().enumerate() {
                let id = PartyId::at(party);
                let value = i64::try_from(item.value_to(id)).expect("small");
                *net += if item.owner == id { value } else { -value };
            }
        }
        rows.push(net.iter().map(|net| *net.max(&0)).collect());
    }
    rows
}

pub(super) fn keeps_bounds(question: &PlanQuestion<'_>, rounds: &[Vec<usize>]) -> bool {
    exposures(question, rounds).iter().all(|row| {
        let mut both = row.iter().zip(&question.bounds);
        both.all(|(exposure, bound)| {
            bound.is_none_or(|b| u64::try_from(*exposure).is_ok_and(|e| e <= b))
        })
    })
}

/// Whether no item comes in an earlier round than one that it waits for, through whatever lies between.
pub(super) fn keeps_precedence(question: &PlanQuestion<'_>, rounds: &[Vec<usize>]) -> bool {
    let items = &question.plan.items;
    let round_of = |place: usize| rounds.iter().position(|round| round.contains(&place));
    (0..items.len()).all(|place| {
        let Some(round) = round_of(place) else {
            return true;
        };
        // Everything that must be done before it, walked from item to item.
        let (mut open, mut seen) = (vec![place], vec![place]);
        let mut fine = true;
        while let Some(here) = open.pop() {
            let shares =
                |other: &usize| items[here].act.is_some() && items[*other].act == items[here].act;
            let partners = (0..items.len()).filter(shares);
            for other in items[here].after.iter().copied().chain(partners) {
                if !seen.contains(&other) {
                    seen.push(other);
                    open.push(other);
                    fine &= round_of(other).is_none_or(|earlier| earlier <= round);
                }
            }
        }
        fine
    })
}

/// The earliest days of an order, by Floyd and Warshall's all longest paths; `None`: the days contradict.
pub(super) fn days(question: &PlanQuestion<'_>, rounds: &[Vec<usize>]) -> Option<Vec<i64>> {
    const NEVER: i64 = i64::MIN / 4;
    let items = &question.plan.items;
    let start = items.len();
    let mut least = vec![vec![NEVER; start + 1]; start + 1];
    let mut ask = |from: usize, to: usize, days: i64| {
        least[from][to] = least[from][to].max(days);
    };
    let whole = |days: u64| i64::try_from(days).expect("small");
    for (place, item) in items.iter().enumerate() {
        ask(place, place, 0);
        ask(start, place, 0);
        let span = whole(item.days + item.verify);
        if let Some(phase) = item.phase {
            ask(
                start,
                place,
                whole(question.case.register.phases[phase].day),
            );
        }
        if let Some(earliest) = item.earliest {
            ask(start, place, whole(earliest));
        }
        if let Some(latest) = item.latest {
            ask(place, start, span - whole(latest));
        }
        for before in &item.after {
            ask(
                *before,
                place,
                whole(items[*before].days + items[*before].verify),
            );
        }
        for (other, with) in items.iter().enumerate() {
            if other != place && item.act.is_some() && with.act == item.act {
                ask(other, place, 0);
            }
        }
        if let Some(lapse) = item.lapses_unless {
            let other = &items[lapse.item];
            ask(
                lapse.item,
                place,
                whole(other.days + other.verify) - whole(lapse.within),
            );
        }
    }
    for (number, round) in rounds.iter().enumerate() {
        for later in rounds[number + 1..].iter().flatten() {
            for place in round {
                ask(
                    *place,
                    *later,
                    whole(items[*place].days + items[*place].verify),
                );
            }
        }
    }
    ask(start, start, 0);
    for via in 0..=start {
        for from in 0..=start {
            for to in 0..=start {
                if least[from][via] > NEVER && least[via][to] > NEVER {
                    least[from][to] = least[from][to].max(least[from][via] + least[via][to]);
                }
            }
        }
    }
    let fits = (0..=start).all(|place| least[place][place] == 0);
    fits.then(|| least[start][..start].to_vec())
}

/// The order that is wanted.
pub(super) fn wanted(question: &PlanQuestion<'_>) -> Option<Wanted> {
    let items = &question.plan.items;
    let mut best: Option<Wanted> = None;
    for rounds in orders(question) {
        if !keeps_bounds(question, &rounds) || !keeps_precedence(question, &rounds) {
            continue;
        }
        let Some(begins) = days(question, &rounds) else {
            continue;
        };
        let ends = begins.iter().zip(items);
        let ends = ends.map(|(b, item)| b + i64::try_from(item.days + item.verify).expect("small"));
        let rows = exposures(question, &rounds);
        let here = Wanted {
            exposure: rows.into_iter().flatten().max().unwrap_or(0),
            duration: ends.max().unwrap_or(0),
            rounds,
            begins,
        };
        let key = |w: &Wanted| (w.rounds.len(), w.exposure, w.duration);
        let is_better = best.as_ref().is_none_or(|best| {
            key(&here) < key(best)
                || (key(&here) == key(best) && is_first(&here.rounds, &best.rounds))
        });
        if is_better {
            best = Some(here);
        }
    }
    best
}

/// The order of ties: the first round that differs holds the first item in which the two differ.
fn is_first(one: &[Vec<usize>], other: &[Vec<usize>]) -> bool {
    let Some((a, b)) = one.iter().zip(other).find(|(a, b)| a != b) else {
        return false;
    };
    let differs = |place: &usize| a.contains(place) != b.contains(place);
    (0..100)
        .find(differs)
        .is_some_and(|place| a.contains(&place))
}

/// The smallest bound of one party, or of all, with which some order delivers everything.
pub(super) fn least_bound(question: &PlanQuestion<'_>, party: Option<usize>) -> Option<i64> {
    let free = match party {
        None => question.with_common_bound(u64::MAX),
        Some(party) => question.with_bound(PartyId::at(party), None),
    };
    let orders = orders(question).into_iter();
    let orders =
        orders.filter(|rounds| keeps_precedence(&free, rounds) && keeps_bounds(&free, rounds));
    let most = orders.map(|rounds| {
        let rows = exposures(question, &rounds);
        let of = |row: &Vec<i64>| match party {
            None => row.iter().copied().max().unwrap_or(0),
            Some(party) => row[party],
        };
        rows.iter().map(of).max().unwrap_or(0)
    });
    most.min()
}
