//! `winset persons`: lists of persons, encrypted at rest. What is decrypted stays in memory, but where somebody
//! asks for the plain list.

mod cipher;
mod keys;
mod list;
mod page;
mod run;
#[cfg(test)]
mod tests;

pub(crate) use keys::read_keys;
pub(crate) use list::read_list;
pub(crate) use run::run;
