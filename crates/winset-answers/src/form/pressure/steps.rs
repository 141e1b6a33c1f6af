//! The form of step functions of one no-deal value.

use num_bigint::{BigInt, BigUint};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_solve::{CountSteps, NashSteps, Unchanged};

use super::super::answer::package;
use super::super::as_text::AsText;
use super::super::number::Number;
use super::super::values::{Keyed, present};
use super::super::words::ReasonWord;
use crate::ask::{PartySteps, PressureAnswer};

/// How the packages change with one party's no-deal value, everything else fixed.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepsForm {
    /// Where the acceptable packages stay as they are; null when there is no overlap, or it is not
    /// known.
    #[serde(deserialize_with = "present")]
    pub unchanged: Option<UnchangedForm>,
    /// How many packages are acceptable; null when not asked for, or not known.
    #[serde(deserialize_with = "present")]
    pub packages: Option<CountStepsForm>,
    /// Which package the Nash solution picks; null when not asked for, or not known.
    #[serde(deserialize_with = "present")]
    pub nash: Option<NashStepsForm>,
    /// Why a function that was asked for is not there, or has only the steps next to the present
    /// value; null when it is whole.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// Values between which nothing changes.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnchangedForm {
    /// Down to this value, which is not included itself; null: however low.
    #[serde(deserialize_with = "present")]
    pub above: Option<Number>,
    /// Up to this value, which is included.
    #[serde(deserialize_with = "present")]
    pub up_to: Option<Number>,
}

/// The number of acceptable packages as a step function.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountStepsForm {
    /// The steps, by rising values; each holds from the end of the one before.
    pub steps: Vec<CountStepForm>,
    /// The first step holds for values above this; null: for all lower values.
    #[serde(deserialize_with = "present")]
    pub above: Option<Number>,
    /// Whether there is no package for values above the last step; else nothing is said of them.
    pub ends: bool,
}

/// One number of packages.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountStepForm {
    /// The greatest value for which it holds.
    pub up_to: Number,
    /// How many packages are acceptable.
    pub packages: AsText<BigUint>,
}

/// The Nash package as a step function.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NashStepsForm {
    /// The steps, by rising values; each holds from the end of the one before. Above the last one no
    /// package gives every party a gain.
    pub steps: Vec<NashStepForm>,
    /// The first step holds for values above this; null: for all lower values.
    #[serde(deserialize_with = "present")]
    pub above: Option<Number>,
}

/// One Nash package, or several that are a tie.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NashStepForm {
    /// The value at which it ends.
    pub up_to: Number,
    /// The packages for values below the end.
    pub packages: Vec<Keyed<String>>,
    /// The packages at the end itself.
    pub at_end: Vec<Keyed<String>>,
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
            Err(reason) => self.stopped = Some(ReasonWord::from(*reason)),
            Ok(None) => {}
            Ok(Some(steps)) => {
                self.packages = Some(counts(case, asked.party, &steps.count));
                match &steps.nash {
                    Ok(found) => self.nash = Some(nash(case, asked.party, found)),
                    Err(reason) => self.stopped = Some(ReasonWord::from(*reason)),
                }
                if let Some(reason) = steps.count.stopped {
                    self.stopped = Some(ReasonWord::from(reason));
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

fn counts(case: &Case, party: PartyId, count: &CountSteps) -> CountStepsForm {
    let form = |value: i64| Number::of(&case.unscaled(party, value));
    let steps = count.steps.iter().map(|step| CountStepForm {
        up_to: form(step.up_to),
        packages: AsText(step.packages.clone()),
    });
    CountStepsForm {
        steps: steps.collect(),
        above: count.above.map(form),
        ends: count.ends,
    }
}

fn nash(case: &Case, party: PartyId, nash: &NashSteps) -> NashStepsForm {
    let scale = case.parties[party.index()].sheet.open().scale;
    let forms = |packages: &[Package]| packages.iter().map(|p| package(case, p)).collect();
    let steps = nash.steps.iter().map(|step| NashStepForm {
        up_to: Number::of_big(&(&step.up_to / BigInt::from(scale))),
        packages: forms(&step.packages),
        at_end: forms(&step.at_end),
    });
    let above = nash.above.map(|v| Number::of(&case.unscaled(party, v)));
    NashStepsForm {
        steps: steps.collect(),
        above,
    }
}
