//! Tests of the three readers together.
