//! Pressure and time: what moving no-deal values does, one alone or several together, by levers or
//! by trends.

mod certainty;
mod crossing;
mod edges;
mod joint;
mod levers;
mod nash;
mod no_deal;
mod steps;

pub use certainty::{Certainty, certainty};
pub use crossing::{CrossingDate, CrossingDates, DAYS_MAX, crossing_date, crossing_dates};
pub use edges::{Unchanged, unchanged};
pub use joint::{JointPressure, joint_pressure};
pub use levers::{Alone, LeverSet, Levers, lever_alone, levers};
pub use nash::{BigRatio, NashStep, NashSteps};
pub use no_deal::{Pressure, pressure};
pub use steps::{CountStep, CountSteps, PressureSteps, StepLimits, steps};
