//! The form of pressure and time.

mod form;
mod moves;
mod steps;

pub use form::PressureForm;
