//! Plans of phases.

mod forged;
mod known;
mod oracle;
mod random;
mod sample;
mod search;
