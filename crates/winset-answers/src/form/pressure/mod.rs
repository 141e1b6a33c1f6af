//! The form of pressure and time.

mod form;
mod moves;
mod steps;

pub use form::{CertaintyWord, GapForm, JointForm, JointWayForm, PressureForm};
pub use moves::{LeverSetForm, LeversForm, TimeForm, TurnForm, TurnWord};
pub use steps::{
    CountStepForm, CountStepsForm, NashStepForm, NashStepsForm, StepsForm, UnchangedForm,
};
