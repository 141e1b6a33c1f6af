//! Exchanges of prisoners, and lists of persons.

use serde_json::json;
use winset_check::exchange::ExchangeFacts;
use winset_gen::rng::Rng;
use winset_model::document::Syntax;
use winset_plan::exchange::{ClearingEnd, LoadEnd, clear, load_runs};
use winset_plan::integer::SearchLimit;
use winset_plan::lists::{ListStatus, PersonEntry, PersonId, match_lists};

use crate::measure::{ms, timed};

/// How large a random exchange is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExchangeSize {
    /// Persons of both sides together, about.
    pub(crate) persons: usize,
    /// Categories.
    pub(crate) categories: usize,
    /// Release phases.
    pub(crate) phases: usize,
}

/// A random exchange of two sides: every third category by a ratio, two carriers, phases of four weeks that
/// hold less than all, parity after each.
fn random_exchange(size: ExchangeSize, seed: u64) -> String {
    let mut rng = Rng::new(seed);
    let each = (size.persons / size.categories / 2).max(1);
    let names: Vec<String> = (0..size.categories)
        .map(|at| format!("category-{at}"))
        .collect();
    let mut claims = Vec::new();
    for name in &names {
        for (of, held_by) in [("hill", "dale"), ("dale", "hill")] {
            let held = each / 2 + rng.below(each + 1);
            let disputed = rng.below(each / 10 + 1);
            claims.push(json!({"held_by": held_by, "of": of, "category": name,
                "claimed_by_owner": held + disputed, "acknowledged_by_holder": held,
                "confirmed_dead": 0, "disputed": disputed}));
        }
    }
    let ratios = names.iter().step_by(3).map(|name| {
        let most = 1 + rng.below(3);
        json!({"category": name, "min": "1:1", "max": format!("1:{most}")})
    });
    let ratios: Vec<_> = ratios.collect();
    let phases = (0..size.phases)
        .map(|at| json!({"id": format!("r{at}"), "from": at * 28, "to": at * 28 + 27}));
    let phases: Vec<_> = phases.collect();
    let daily = (size.persons / size.phases / 16).max(1);
    json!({"format": "winset-case/1", "id": "random", "title": "Random",
    "parties": [{"id": "hill", "name": "Hill"}, {"id": "dale", "name": "Dale"}],
    "points": [{"id": "when", "title": "When", "options": [{"id": "now", "label": "Now"}]}],
    "prisoners": {"claims": claims, "clearing": {
        "start": "2031-03-03", "phase_order": names, "ratio_rules": ratios,
        "release_phases": phases, "parity": size.persons / 20,
        "carriers": [
            {"id": "rail", "persons_per_day": daily, "days": ["mon", "wed", "fri"]},
            {"id": "flight", "persons_per_day": daily, "days": ["sat"]},
        ]}}})
    .to_string()
}

/// Prints for each seed how long clearing and loading took, checks included.
pub(crate) fn run(size: ExchangeSize, cases: u64) -> Result<(), String> {
    let limit = SearchLimit {
        nodes_max: u64::MAX,
        stop: &|| false,
    };
    for seed in 1..=cases {
        let text = random_exchange(size, seed);
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.map_err(|_| format!("seed {seed}: not a case"))?.case;
        let (end, time) = timed(|| {
            let facts = ExchangeFacts::of(&case, &[]).map_err(|why| why.to_string())?;
            match clear(&facts, limit) {
                ClearingEnd::Cleared(cleared, proofs) => match load_runs(&facts, &cleared) {
                    LoadEnd::Loaded(schedule) => {
                        let nodes: usize = proofs.iter().map(|proof| proof.0.len()).sum();
                        Ok((schedule.loads().len(), proofs.len(), nodes))
                    }
                    LoadEnd::NoCarriers => Err("no carriers".to_owned()),
                    LoadEnd::Refused(why) => Err(why.to_string()),
                },
                ClearingEnd::Stopped => Err("stopped".to_owned()),
                ClearingEnd::Refused(why) => Err(why.to_string()),
            }
        });
        let (runs, stages, nodes) = end.map_err(|why| format!("seed {seed}: {why}"))?;
        println!(
            "seed {seed:>3}  {:>12}  {runs} runs, {stages} stages, {nodes} nodes of proofs",
            ms(time)
        );
    }
    Ok(())
}

/// Prints how long two random lists of so many persons took to match.
pub(crate) fn lists(persons: usize) {
    let mut rng = Rng::new(1);
    let list = |rng: &mut Rng| -> Vec<PersonEntry> {
        let entry = |row: usize| {
            let number = rng.below(persons * 5 / 4);
            let text = format!("PW{:07}{}", number * 37, rng.below(2));
            Some(PersonEntry {
                id: PersonId::read(&text)?,
                category: format!("c{}", number % 12),
                status: ListStatus::Held,
                row,
            })
        };
        (1..=persons).filter_map(entry).collect()
    };
    let (owner, holder) = (list(&mut rng), list(&mut rng));
    let (found, time) = timed(|| match_lists(&owner, &holder));
    let acknowledged: u64 = found.categories.values().map(|c| c.acknowledged).sum();
    println!(
        "{persons} and {persons} persons  {:>12}  {acknowledged} acknowledged, {} contradictions, {} near pairs",
        ms(time),
        found.contradictions.len(),
        found.near.len()
    );
}
