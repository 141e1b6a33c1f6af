//! Tests on random cases.

mod built;
