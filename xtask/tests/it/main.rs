//! The chores from outside: this repository is tidy, and each rule goes red when broken.

mod command;
mod reading;
mod repository;
mod rules_on_circles;
mod rules_on_code;
mod rules_on_crates;
mod rules_on_texts;
mod temp;
