//! `winset persons`: lists of persons, encrypted at rest. What is decrypted stays in memory, but where somebody
//! asks for the plain list.

mod cipher;
mod finding;
mod keys;
mod list;
mod page;
mod run;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use keys::{PersonsKeys, read_keys};
pub(crate) use list::{person_table, plain_table, read_list};
pub(crate) use run::run;
pub(crate) use table::{PersonRow, PersonTable};
