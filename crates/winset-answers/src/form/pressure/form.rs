//! The form of the whole answer: no-deal values one by one and together.

use schemars::JsonSchema;
use serde::Serialize;
use winset_check::Lowered;
use winset_model::case::Case;
use winset_model::number::to_fraction;
use winset_model::options::PartyId;
use winset_solve::{Certainty, JointPressure, Pressure};

use super::super::answer::package;
use super::super::name::{FormatWord, NameOf};
use super::super::values::{Keyed, Number, Reason};
use super::moves::{LeversForm, TimeForm};
use super::steps::StepsForm;
use winset_told::pressure::gap;

use crate::ask::PressureAnswer;

/// The answer to `winset pressure`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PressureForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<PressureForm>,
    /// Identifier of the case.
    case: String,
    /// For each party with a no-deal value, what moving it could do, everything else fixed.
    pressure: Keyed<GapForm>,
    /// What lowering several no-deal values together could do.
    joint: JointForm,
    /// What uncertain no-deal values leave open; null when all are certain.
    certainty: Option<CertaintyWord>,
    /// What levers could do; null when the case has none.
    levers: Option<LeversForm>,
    /// What trends do; null when no value moves.
    time: Option<TimeForm>,
    /// For each party, how the packages change with its no-deal value: where nothing changes, when
    /// there is an overlap; the functions, for the party asked about.
    steps: Keyed<StepsForm>,
    /// Why some part was not finished; null when all was.
    stopped: Option<Reason>,
}

/// One party's no-deal value.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct GapForm {
    /// How far it must fall; 0 or negative when an overlap exists: the slack. Null when no value
    /// would do.
    #[schemars(regex(pattern = r"^-?[0-9]+(/[0-9]+)?$"))]
    gap: Option<String>,
    /// The greatest value with which an overlap exists; null when no value would do.
    #[schemars(regex(pattern = r"^-?[0-9]+(/[0-9]+)?$"))]
    opens_at: Option<String>,
}

/// All the least ways of lowering no-deal values together.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct JointForm {
    /// Whether these are all of them.
    complete: bool,
    /// The ways, none of which lowers all that another one does. Empty and complete: the demands
    /// clash whatever the values are. One that lowers nothing: there is an overlap.
    ways: Vec<WayForm>,
    /// Why there may be more of them; null when there are not.
    stopped: Option<Reason>,
}

/// A way of lowering no-deal values.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WayForm {
    /// For each party with a no-deal value, by how much it falls.
    falls: Keyed<Number>,
    /// A package that is acceptable then: an option for every point.
    package: Keyed<String>,
}

/// Whether there is an overlap for all, some or no values within their bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum CertaintyWord {
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
                    gap: gap(case, party, best.value()).as_ref().map(to_fraction),
                    opens_at: Some(to_fraction(&case.unscaled(party, best.value()))),
                },
            };
            pressure.push((case.parties[place].id.clone(), form));
        }
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
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
            stopped: found.stopped().map(Reason::from),
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
        stopped: stopped.map(Reason::from),
    }
}

fn way(case: &Case, way: &Lowered) -> WayForm {
    let falls = way.floors().iter().enumerate().filter_map(|(p, floor)| {
        let fall = gap(case, PartyId::at(p), (*floor)?)?;
        Some((case.parties[p].id.clone(), Number::of(&fall)))
    });
    WayForm {
        falls: Keyed(falls.collect()),
        package: package(case, way.acceptable().package()),
    }
}
