//! Integration tests of the model.

mod reading;
