//! Tests of the checker, on cases built by hand and at random.

mod malformed;
mod sample;
mod semantics;
mod soundness;
mod writer;
