//! Integration tests of the solver.

mod demonstration;
