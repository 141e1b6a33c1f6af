//! The command as its users meet it: what it prints, where, and how it exits.

mod answers;
mod files;
mod human;
mod run;
mod signals;
mod snapshots;
