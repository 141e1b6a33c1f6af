//! The form of step functions of one no-deal value.

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_solve::{CountSteps, NashSteps, Unchanged};

use winset_told::pressure::{Unscaled, unscaled};

use super::super::answer::package;
use super::super::values::{Keyed, Number, Reason};
use crate::ask::{PartySteps, PressureAnswer};

/// How the packages change with one party's no-deal value, everything else fixed.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct StepsForm {
    /// Where the acceptable packages stay as they are; null when there is no overlap, or it is not
    /// known.
    unchanged: Option<UnchangedForm>,
    /// How many packages are acceptable; null when not asked for, or not known.
    packages: Option<CountForm>,
    /// Which package the Nash solution picks; null when not asked for, or not known.
    nash: Option<NashForm>,
    /// Why a function that was asked for is not there, or has only the steps next to the present
    /// value; null when it is whole.
    stopped: Option<Reason>,
}

/// Values between which nothing changes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct UnchangedForm {
    /// Down to this value, which is not included itself; null: however low.
    above: Option<Number>,
    /// Up to this value, which is included.
    up_to: Option<Number>,
}

/// The number of acceptable packages as a step function.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CountForm {
    /// The steps, by rising values; each holds from the end of the one before.
    steps: Vec<CountStepForm>,
    /// The first step holds for values above this; null: for all lower values.
    above: Option<Number>,
    /// Whether there is no package for values above the last step; else nothing is said of them.
    ends: bool,
}

/// One number of packages.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CountStepForm {
    /// The greatest value for which it holds.
    up_to: Number,
    /// How many packages are acceptable.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: String,
}

/// The Nash package as a step function.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NashForm {
    /// The steps, by rising values; each holds from the end of the one before. Above the last one no
    /// package gives every party a gain.
    steps: Vec<NashStepForm>,
    /// The first step holds for values above this; null: for all lower values.
    above: Option<Number>,
}

/// One Nash package, or several that are a tie.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NashStepForm {
    /// The value at which it ends.
    up_to: Number,
    /// The packages for values below the end.
    packages: Vec<Keyed<String>>,
    /// The packages at the end itself.
    at_end: Vec<Keyed<String>>,
}

impl StepsForm {
    /// The forms of the parties of whom something is known or asked.
    pub(super) fn of_parties(case: &Case, found: &PressureAnswer) -> Keyed<Self> {
        let mut forms = Vec::new();
        for (place, party) in case.parties.iter().enumerate() {
            let id = PartyId::at(place);
            let unchanged = match found.unchanged.get(place) {
                Some(Ok(Some(unchanged))) => Some(around(case, id, *unchanged)),
                _ => None,
            };
            let asked = found.stepped.as_ref().filter(|asked| asked.party == id);
            let mut form = Self {
                unchanged,
                ..Self::default()
            };
            if let Some(asked) = asked {
                form.functions(case, asked);
            }
            if form.unchanged.is_some() || asked.is_some() {
                forms.push((party.id.clone(), form));
            }
        }
        Keyed(forms)
    }

    fn functions(&mut self, case: &Case, asked: &PartySteps) {
        match &asked.steps {
            Err(reason) => self.stopped = Some(Reason::from(*reason)),
            Ok(None) => {}
            Ok(Some(steps)) => {
                self.packages = Some(counts(case, asked.party, &steps.count));
                match &steps.nash {
                    Ok(found) => self.nash = Some(nash(case, asked.party, found)),
                    Err(reason) => self.stopped = Some(Reason::from(*reason)),
                }
                if let Some(reason) = steps.count.stopped {
                    self.stopped = Some(Reason::from(reason));
                }
            }
        }
    }
}

fn around(case: &Case, party: PartyId, unchanged: Unchanged) -> UnchangedForm {
    let form = |value: i64| Number::of(&case.unscaled(party, value));
    UnchangedForm {
        above: unchanged.above.map(form),
        up_to: unchanged.up_to.map(form),
    }
}

fn counts(case: &Case, party: PartyId, count: &CountSteps) -> CountForm {
    let form = |value: i64| Number::of(&case.unscaled(party, value));
    let steps = count.steps.iter().map(|step| CountStepForm {
        up_to: form(step.up_to),
        packages: step.packages.to_string(),
    });
    CountForm {
        steps: steps.collect(),
        above: count.above.map(form),
        ends: count.ends,
    }
}

fn nash(case: &Case, party: PartyId, nash: &NashSteps) -> NashForm {
    let forms = |packages: &[Package]| packages.iter().map(|p| package(case, p)).collect();
    let steps = nash.steps.iter().map(|step| NashStepForm {
        up_to: Number::from(unscaled(case, party, &step.up_to)),
        packages: forms(&step.packages),
        at_end: forms(&step.at_end),
    });
    let above = nash.above.map(|v| Number::of(&case.unscaled(party, v)));
    NashForm {
        steps: steps.collect(),
        above,
    }
}

impl From<Unscaled> for Number {
    fn from(value: Unscaled) -> Self {
        match value {
            Unscaled::Exact(value) => Self::of(&value),
            Unscaled::Large(text) => Self::Text(text),
        }
    }
}
