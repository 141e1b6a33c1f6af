//! The form of pressure and time.

mod form;
mod moves;
mod steps;

pub(crate) use form::PressureForm;
pub(crate) use steps::{Unscaled, unscaled};
