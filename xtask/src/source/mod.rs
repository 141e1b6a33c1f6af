//! Rust source as far as rules and figures need it; nothing here judges.

pub(crate) mod files;
pub(crate) mod functions;
pub(crate) mod items;
pub(crate) mod module_graph;
pub(crate) mod module_tree;
pub(crate) mod paths;
pub(crate) mod rust_text;
pub(crate) mod tokens;
