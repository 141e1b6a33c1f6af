//! How much and how long.

use std::time::Duration;

/// What one client, or all of them, may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once. Past it, the one that has waited longest without a whole request goes.
    pub connections_max: usize,
    /// Fields in the head of a request.
    pub head_fields_max: usize,
    /// Bytes of the head of a request, from the request line to the empty line.
    pub head_bytes_max: usize,
    /// Bytes of the body of a request, but to a path that takes more.
    pub body_bytes_max: usize,
    /// Until the head of a request is complete; a connection that is kept open ends after it too.
    pub head_time: Duration,
    /// From the head of a request to the head of its answer.
    pub answer_time: Duration,
    /// From the head of an answer until its last byte is taken. Event streams have no such limit.
    pub write_time: Duration,
    /// How long open requests may go on after the stop.
    pub stop_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 512,
            head_fields_max: 100,
            head_bytes_max: 16 * 1024,
            body_bytes_max: 1024 * 1024,
            head_time: Duration::from_secs(5),
            answer_time: Duration::from_secs(30),
            write_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(2),
        }
    }
}
