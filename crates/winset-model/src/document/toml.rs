//! stub
use super::Node;
use crate::diagnostic::Diagnostic;
pub(super) fn read(_text: &str) -> Result<Node, Vec<Diagnostic>> {
    Err(vec![])
}
