//! The serial form of a case (`winset-case/1`): what a file may say, before names are resolved.
pub mod register;
