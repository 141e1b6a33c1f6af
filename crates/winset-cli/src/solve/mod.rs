//! `winset solve`: asks the question and hands the answer to a person or a program.

mod run;

#[cfg(test)]
mod tests;

pub(crate) use run::run;
