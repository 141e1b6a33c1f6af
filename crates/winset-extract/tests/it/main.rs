//! Integration tests: reports with labels by hand, odd bytes, HTML.

mod attribution;
mod clauses;
mod expressions;
mod goals;
mod labels;
mod markup;
mod plans;
mod pronouns;
mod robust;
mod score;
mod speakers;
