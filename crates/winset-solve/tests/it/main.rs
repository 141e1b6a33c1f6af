//! Integration tests of the solver.

mod agreement;
mod demonstration;
