//! The journal as its users meet it.

mod lines;
