//! The form of pressure.

use schemars::JsonSchema;
use serde::Serialize;
use winset::model::case::Case;
use winset::model::number::to_fraction;
use winset::model::options::PartyId;
use winset::solve::Pressure;

use super::values::{Keyed, Reason};
use crate::pressure::gap;

/// The answer to `winset pressure`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct PressureForm {
    /// Name and version of this form.
    #[schemars(extend("const" = "winset-answer/1"))]
    format: &'static str,
    /// Identifier of the case.
    case: String,
    /// For each party with a no-deal value, what moving it could do, everything else fixed.
    pressure: Keyed<GapForm>,
    /// Why a party is left out though it has a no-deal value; null when none is.
    stopped: Option<Reason>,
}

/// One party's no-deal value.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct GapForm {
    /// How far it must fall; 0 or negative when an overlap exists: the slack. Null when no value
    /// would do.
    #[schemars(inner(regex(pattern = r"^-?[0-9]+(/[0-9]+)?$")))]
    gap: Option<String>,
    /// The greatest value with which an overlap exists; null when no value would do.
    #[schemars(inner(regex(pattern = r"^-?[0-9]+(/[0-9]+)?$")))]
    opens_at: Option<String>,
}

impl PressureForm {
    /// The form of what was found for each party.
    pub(crate) fn new(case: &Case, found: &[Pressure]) -> Self {
        let mut pressure = Vec::new();
        let mut stopped = None;
        for (place, found) in found.iter().enumerate() {
            let party = PartyId::at(place);
            let form = match found {
                Pressure::NoFloor => continue,
                Pressure::Stopped(reason) => {
                    stopped = Some(Reason::from(*reason));
                    continue;
                }
                Pressure::Never(_) => GapForm {
                    gap: None,
                    opens_at: None,
                },
                Pressure::OpensAt(best) => GapForm {
                    gap: gap(case, party, best.value()).as_ref().map(to_fraction),
                    opens_at: Some(to_fraction(&case.unscaled(party, best.value()))),
                },
            };
            pressure.push((case.parties[place].id.clone(), form));
        }
        Self {
            format: "winset-answer/1",
            case: case.id.clone(),
            pressure: Keyed(pressure),
            stopped,
        }
    }
}
