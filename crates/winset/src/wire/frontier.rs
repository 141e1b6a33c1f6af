//! The form of a frontier.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::Serialize;
use winset::check::Floors;
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::solve::Engine;

use super::answer::package;
use super::settlements::{Picked, listed};
use super::values::{Keyed, Number, Reason};
use crate::frontier::{Found, Point};
use crate::standing;

/// The answer to `winset frontier`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct FrontierForm {
    /// Name and version of this form.
    #[schemars(extend("const" = "winset-answer/1"))]
    format: &'static str,
    /// Identifier of the case.
    case: String,
    /// The frontier.
    frontier: Frontier,
    /// Why it was stopped; null when it is complete.
    stopped: Option<Reason>,
}

/// A frontier.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Frontier {
    /// Whether these are all points.
    complete: bool,
    /// How many packages reach one of them; null where they were not counted to the end.
    #[schemars(inner(regex(pattern = r"^[0-9]+$")))]
    packages: Option<String>,
    /// Different score vectors, in descending order.
    points: Vec<Vec<Number>>,
    /// Whose scores they hold, in order.
    parties: Vec<String>,
    /// For each point how many packages have its scores; null where that was not counted.
    counts: Vec<Option<String>>,
    /// For each point one package, with the scores of all parties.
    shown: Vec<Picked>,
    /// For each point all its packages, where they were asked for; else none.
    listed: Vec<Vec<Keyed<String>>>,
    /// How it was found; null when it was stopped.
    #[schemars(extend("enum" = ["sums", "boxes", null]))]
    engine: Option<&'static str>,
    /// Where other points can be, when it was stopped: what each party gets there at least, null for
    /// anything.
    left: Vec<Vec<Option<Number>>>,
}

impl FrontierForm {
    /// The form of what was found.
    pub(crate) fn new(case: &Case, found: &Found) -> Self {
        let stopped = found.stopped.as_ref();
        Self {
            format: "winset-answer/1",
            case: case.id.clone(),
            frontier: Frontier::new(case, found),
            stopped: stopped.map(|(reason, _)| Reason::from(*reason)),
        }
    }
}

impl Frontier {
    /// The form of what was found.
    pub(super) fn new(case: &Case, found: &Found) -> Self {
        let Found {
            axes,
            points,
            engine,
            stopped,
            proofs: _,
        } = found;
        let counts: Vec<Option<&BigUint>> = points.iter().map(exact).collect();
        let packages = found.packages().filter(|_| stopped.is_none());
        let left = stopped.as_ref().map_or(&[][..], |(_, left)| left);
        let listed_of = |point: &Point| point.packages.iter().map(|p| package(case, p)).collect();
        let any_listed = points.iter().any(|point| !point.packages.is_empty());
        let shown: Vec<_> = points.iter().map(|point| point.package.clone()).collect();
        Self {
            complete: stopped.is_none(),
            packages: packages.map(|packages| packages.to_string()),
            points: points
                .iter()
                .map(|point| scores(case, axes, point))
                .collect(),
            parties: axes
                .iter()
                .map(|p| case.parties[p.index()].id.clone())
                .collect(),
            counts: counts
                .iter()
                .map(|count| count.map(ToString::to_string))
                .collect(),
            shown: listed(case, &shown),
            listed: if any_listed {
                points.iter().map(listed_of).collect()
            } else {
                Vec::new()
            },
            engine: engine.map(|engine| match engine {
                Engine::Sums => "sums",
                Engine::Boxes => "boxes",
            }),
            left: left
                .iter()
                .map(|floors| floor_form(case, axes, floors))
                .collect(),
        }
    }
}

fn exact(point: &Point) -> Option<&BigUint> {
    point.count.as_ref().and_then(standing::exact)
}

fn scores(case: &Case, axes: &[PartyId], point: &Point) -> Vec<Number> {
    let score = |axis: &PartyId| {
        let score = point
            .package
            .scores()
            .get(axis.index())
            .copied()
            .flatten()?;
        Some(Number::of(&case.unscaled(*axis, score)))
    };
    axes.iter().filter_map(score).collect()
}

fn floor_form(case: &Case, axes: &[PartyId], floors: &Floors) -> Vec<Option<Number>> {
    let floors = axes.iter().zip(floors);
    let number = |(axis, floor): (&PartyId, &Option<i64>)| {
        floor.map(|floor| Number::of(&case.unscaled(*axis, floor)))
    };
    floors.map(number).collect()
}
