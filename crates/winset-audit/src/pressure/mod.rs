//! Holds every answer about pressure and time to plain enumeration of all packages.

mod audit;
mod moves;
mod steps;

pub use audit::audit_pressure;
