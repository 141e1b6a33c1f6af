//! What no-deal values decide: step functions, levers and time, for the page of packages.

use winset_solve::CrossingDate;
use winset_told::words::{capital, score};
use winset_told::{Called, called, grouped};

use super::answer::stopped;
use super::{PageView, Place};
use winset_answers::ask::{ZonePressure, ZoneSteps};

/// What a party's no-deal value decides.
#[derive(Debug)]
pub(super) struct Pressed {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) picture: Option<String>,
    pub(super) remark: Option<String>,
    pub(super) rows: Vec<(String, String)>,
}

/// A lever, in words.
#[derive(Debug)]
pub(super) struct LeverRow {
    pub(super) what: Called,
    pub(super) delta: String,
    pub(super) cost: Option<String>,
    pub(super) days: String,
}

/// The step functions of all parties.
pub(super) fn pressed(view: &PageView<'_>, found: &ZonePressure, place: &Place) -> Vec<Pressed> {
    let case = view.case();
    let one = |pressed: &ZoneSteps| {
        let party = &case.parties[pressed.party.index()];
        let steps = pressed.steps.as_ref().ok();
        let row = |step: &winset_solve::CountStep| {
            let up_to = score(&case.unscaled(pressed.party, step.up_to));
            (up_to, grouped(&step.packages))
        };
        Pressed {
            name: party.name.clone(),
            id: party.id.clone(),
            picture: steps.map(|steps| {
                let picture = crate::pictures::pressure(view, pressed.party, steps, place);
                picture.as_str().to_owned()
            }),
            remark: pressed
                .steps
                .as_ref()
                .err()
                .map(|reason| stopped(view.words, *reason)),
            rows: steps.map_or_else(Vec::new, |s| s.steps.iter().map(row).collect()),
        }
    };
    found.parties.iter().map(one).collect()
}

fn capitalised(called: Called) -> Called {
    Called {
        label: capital(&called.label),
        ..called
    }
}

/// The levers.
pub(super) fn levers(view: &PageView<'_>) -> Vec<LeverRow> {
    let case = view.case();
    let row = |lever: &winset_model::case::Lever| LeverRow {
        what: capitalised(called::lever(case, lever)),
        delta: score(&lever.no_deal_delta),
        // Somebody else's estimate is not among what a party reads.
        cost: view
            .movers()
            .may_move(Some(lever.by))
            .then(|| grouped(lever.cost_to_puller)),
        days: grouped(lever.delay_days),
    };
    case.levers.iter().map(row).collect()
}

/// Sets of levers after which there is an overlap; for the mediator, who knows what they cost.
pub(super) fn sets(view: &PageView<'_>, found: &ZonePressure) -> Vec<String> {
    let Some(levers) = found.levers.as_ref().filter(|_| view.is_mediator()) else {
        return Vec::new();
    };
    let case = view.case();
    let named = |set: &winset_solve::LeverSet| {
        let names = set.levers.iter();
        let names = names.map(|l| called::lever(case, &case.levers[*l]).to_string());
        let what = [
            ("levers", names.collect::<Vec<_>>().join("; ")),
            ("cost", grouped(set.cost())),
            ("days", grouped(set.delay_days)),
        ];
        view.words.fill("lever-set", &what).into_owned()
    };
    levers.sets.iter().map(named).collect()
}

/// When time alone opens or closes an overlap.
pub(super) fn turns(view: &PageView<'_>, found: &ZonePressure) -> Vec<String> {
    let (case, words) = (view.case(), view.words);
    let Some(turns) = &found.turns else {
        return Vec::new();
    };
    let date = |day: u32| match case.register.as_of {
        Some(first) => first.plus(day).to_string(),
        None => words.count("day-n", day).into_owned(),
    };
    let said = |turn: &CrossingDate| match turn {
        CrossingDate::Opens { day, .. } => words.with("turn-opens", date(*day)).into_owned(),
        CrossingDate::Closes { day, .. } => words.with("turn-closes", date(*day)).into_owned(),
        CrossingDate::NeverOpens(_) => words.get("turn-never-opens").into_owned(),
        CrossingDate::NeverCloses(_) => words.get("turn-never-closes").into_owned(),
        CrossingDate::Closed(_) => words.get("turn-closed").into_owned(),
        CrossingDate::Open(_) => words.get("turn-open").into_owned(),
        CrossingDate::Stopped(reason) => stopped(words, *reason),
    };
    let mut lines = vec![format!(
        "{}: {}",
        words.get("all-together"),
        said(&turns.together)
    )];
    let alone = turns.alone.iter().zip(&case.parties);
    lines.extend(alone.filter_map(|(turn, party)| {
        Some(format!(
            "{}: {}",
            words.apart(&party.name),
            said(turn.as_ref()?)
        ))
    }));
    lines
}
