//! The form of the whole answer: no-deal values one by one and together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_check::Lowered;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_solve::{BigRatio, Certainty, JointPressure, Pressure};

use super::super::answer::package;
use super::super::as_text::AsText;
use super::super::name::{FormatWord, NameOf};
use super::super::number::Number;
use super::super::values::{Keyed, assumed_ids, present};
use super::super::words::ReasonWord;
use super::moves::{LeversForm, TimeForm};
use super::steps::StepsForm;
use winset_told::pressure::gap;

use crate::ask::PressureAnswer;

/// The answer to `winset pressure`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PressureForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<PressureForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// For each party with a no-deal value, what moving it could do, everything else fixed.
    pub pressure: Keyed<GapForm>,
    /// What lowering several no-deal values together could do.
    pub joint: JointForm,
    /// What uncertain no-deal values leave open; null when all are certain.
    #[serde(deserialize_with = "present")]
    pub certainty: Option<CertaintyWord>,
    /// What levers could do; null when the case has none.
    #[serde(deserialize_with = "present")]
    pub levers: Option<LeversForm>,
    /// What trends do; null when no value moves.
    #[serde(deserialize_with = "present")]
    pub time: Option<TimeForm>,
    /// For each party, how the packages change with its no-deal value: where nothing changes, when
    /// there is an overlap; the functions, for the party asked about.
    pub steps: Keyed<StepsForm>,
    /// Why some part was not finished; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// One party's no-deal value.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GapForm {
    /// How far it must fall; 0 or negative when an overlap exists: the slack. Null when no value
    /// would do.
    #[serde(deserialize_with = "present")]
    pub gap: Option<AsText<BigRatio>>,
    /// The greatest value with which an overlap exists; null when no value would do.
    #[serde(deserialize_with = "present")]
    pub opens_at: Option<AsText<BigRatio>>,
}

/// All the least ways of lowering no-deal values together.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointForm {
    /// Whether these are all of them.
    pub complete: bool,
    /// The ways, none of which lowers all that another one does. Empty and complete: the demands
    /// clash whatever the values are. One that lowers nothing: there is an overlap.
    pub ways: Vec<JointWayForm>,
    /// Why there may be more of them; null when there are not.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// A way of lowering no-deal values.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointWayForm {
    /// For each party with a no-deal value, by how much it falls.
    pub falls: Keyed<Number>,
    /// A package that is acceptable then: an option for every point.
    pub package: Keyed<String>,
}

/// Whether there is an overlap for all, some or no values within their bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CertaintyWord {
    /// For all of them.
    Certain,
    /// For some of them.
    Possible,
    /// For none.
    Impossible,
    /// Stopped before it was decided.
    Undecided,
}

impl PressureForm {
    /// The form of what was found.
    pub fn new(case: &Case, found: &PressureAnswer) -> Self {
        let mut pressure = Vec::new();
        for (place, found) in found.gaps.iter().enumerate() {
            let party = PartyId::at(place);
            let form = match found {
                Pressure::NoFloor | Pressure::Stopped(_) => continue,
                Pressure::Never(_) => GapForm {
                    gap: None,
                    opens_at: None,
                },
                Pressure::OpensAt(best) => GapForm {
                    gap: gap(case, party, best.value()).as_ref().map(AsText::from),
                    opens_at: Some(AsText::from(&case.unscaled(party, best.value()))),
                },
            };
            pressure.push((case.parties[place].id.clone(), form));
        }
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            pressure: Keyed(pressure),
            joint: joint(case, &found.joint),
            certainty: found.certainty.as_ref().map(|certainty| match certainty {
                Certainty::Certain(_) => CertaintyWord::Certain,
                Certainty::Possible { .. } => CertaintyWord::Possible,
                Certainty::Impossible(_) => CertaintyWord::Impossible,
                Certainty::Stopped(_) => CertaintyWord::Undecided,
            }),
            levers: found
                .levers
                .as_ref()
                .map(|levers| LeversForm::new(case, levers, found)),
            time: found.time.as_ref().map(|time| TimeForm::new(case, time)),
            steps: StepsForm::of_parties(case, found),
            stopped: found.stopped().map(ReasonWord::from),
        }
    }
}

fn joint(case: &Case, found: &JointPressure) -> JointForm {
    let (ways, stopped) = match found {
        JointPressure::Complete(joint) => (joint.least(), None),
        JointPressure::Stopped { reason, known } => (known.as_slice(), Some(*reason)),
    };
    JointForm {
        complete: stopped.is_none(),
        ways: ways.iter().map(|w| way(case, w)).collect(),
        stopped: stopped.map(ReasonWord::from),
    }
}

fn way(case: &Case, way: &Lowered) -> JointWayForm {
    let falls = way.floors().iter().enumerate().filter_map(|(p, floor)| {
        let fall = gap(case, PartyId::at(p), (*floor)?)?;
        Some((case.parties[p].id.clone(), Number::of(&fall)))
    });
    JointWayForm {
        falls: Keyed(falls.collect()),
        package: package(case, way.acceptable().package()),
    }
}
