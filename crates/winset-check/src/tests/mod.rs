//! Tests of the checker, on cases built by hand and at random.

mod covers;
mod large;
mod linear;
mod malformed;
mod sample;
mod semantics;
mod soundness;
mod writer;
