//! Integration tests: reports with labels by hand, odd bytes, HTML.

mod attribution;
mod expressions;
mod goals;
mod labels;
mod markup;
mod robust;
mod score;
mod speakers;
