//! The overlap against a party's no-deal value.

use winset_model::case::Case;
use winset_model::number::{self, Exact};
use winset_model::options::PartyId;
use winset_picture::{CountScale, Crossing, Head, Picture, PicturedLever, Piece, Steps};
use winset_solve::CountSteps;
use winset_told::messages::Language;
use winset_told::words::{counted, party_named, score};

use super::PicturePlace;
use super::parties::parties;

/// Draws the step function of a party's no-deal value.
pub fn pressure(
    case: &Case,
    words: &Language,
    party: PartyId,
    steps: &CountSteps,
    place: PicturePlace<'_>,
) -> Picture {
    let sheet = case.parties[party.index()].sheet.open();
    let named = case.parties[party.index()].name.clone();
    let current = sheet.no_deal.map(|value| {
        let text = score(&case.unscaled(party, value));
        (value, words.with("now-at", text).into_owned())
    });
    let data = Steps {
        head: Head {
            id: place.id(&format!("pressure-{}", party.index())),
            title: words.with("pressure-title", named.clone()).into_owned(),
            description: words
                .with("pressure-description", named.clone())
                .into_owned(),
        },
        parties: parties(case),
        party: Some(party.index()),
        of: words.with("no-deal-of", named).into_owned(),
        denominator: sheet.scale,
        counted: words.get("packages-acceptable").into_owned(),
        scale: CountScale::Fitting,
        pieces: pieces(steps),
        current,
        levers: levers(case, words, party),
        crossings: trend(case, words, party),
    };
    winset_picture::steps(&data)
}

/// Months after which the value is marked that a trend takes it to.
const MONTHS: [i64; 3] = [6, 12, 24];

/// Where the party's own trend takes its value, to the place on the axis that is next below.
fn trend(case: &Case, words: &Language, party: PartyId) -> Vec<Crossing> {
    let sheet = case.parties[party.index()].sheet.open();
    let (Some(now), Some(per_month)) = (sheet.no_deal, sheet.trend_per_month) else {
        return Vec::new();
    };
    let moved = |months: i64| {
        let by = number::mul(
            per_month,
            Exact::from_integer((months * sheet.scale).into()),
        )?;
        let by = i64::try_from(by.floor().to_integer()).ok()?;
        Some(Crossing {
            at: now.checked_add(by)?,
            label: words.count("in-months", months).into_owned(),
        })
    };
    MONTHS.into_iter().filter_map(moved).collect()
}

/// The pieces; each step holds up to its value, and the next begins after it.
fn pieces(steps: &CountSteps) -> Vec<Piece> {
    let mut from = steps
        .above
        .map_or(i64::MIN, |value| value.saturating_add(1));
    let mut pieces = Vec::with_capacity(steps.steps.len() + 1);
    for step in &steps.steps {
        let to = step.up_to.saturating_add(1);
        pieces.push(Piece {
            from,
            to,
            count: step.packages.to_string(),
        });
        from = to;
    }
    if steps.ends {
        pieces.push(Piece {
            from,
            to: i64::MAX,
            count: "0".to_owned(),
        });
    }
    pieces
}

/// Levers on the party, where its value is known.
fn levers(case: &Case, words: &Language, party: PartyId) -> Vec<PicturedLever> {
    let sheet = case.parties[party.index()].sheet.open();
    let Some(now) = sheet.no_deal else {
        return Vec::new();
    };
    let scale = sheet.scale;
    let on_it = case.levers.iter().filter(|lever| lever.target == party);
    let moved = |lever: &winset_model::case::Lever| {
        // A change that does not fit the party's scale is not drawn.
        let scaled = number::mul(lever.no_deal_delta, Exact::from_integer(scale.into()))?;
        let delta = i64::try_from(scaled.to_integer())
            .ok()
            .filter(|_| scaled.is_integer())?;
        Some(PicturedLever {
            party: Some(lever.by.index()),
            to: now.checked_add(delta)?,
            label: words
                .fill(
                    "lever-in",
                    &[
                        ("by", party_named(case, lever.by)),
                        ("days", counted(lever.delay_days, "day")),
                    ],
                )
                .into_owned(),
            href: None,
        })
    };
    on_it.filter_map(moved).collect()
}
