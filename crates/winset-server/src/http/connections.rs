//! The open connections, what each is about, and which goes first when there are too many.
//!
//! Times come in as arguments; closing a connection is a notice to its task.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// What a connection is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// It has not sent the head of a request yet.
    Fresh,
    /// A request is being answered.
    Answering,
    /// The body of an answer is being sent.
    Writing,
    /// An event stream is open.
    Streaming,
    /// An answer was sent; the next request may come.
    Idle,
    /// All is said; what the client still sends is read and dropped.
    Closing,
}

/// The open connections, the longest open first.
#[derive(Debug, Default)]
pub(super) struct Connections {
    open: BTreeMap<u64, Connection>,
    next: u64,
}

#[derive(Debug)]
struct Connection {
    phase: Phase,
    since: Instant,
    /// Tells the task of the connection to end.
    end: Arc<Notify>,
}

impl Connections {
    /// Takes in a connection: its number, and what will tell it to end.
    pub(super) fn admit(&mut self, now: Instant) -> (u64, Arc<Notify>) {
        let number = self.next;
        self.next += 1;
        let end = Arc::new(Notify::new());
        let connection = Connection {
            phase: Phase::Fresh,
            since: now,
            end: Arc::clone(&end),
        };
        self.open.insert(number, connection);
        (number, end)
    }

    /// A connection has come to another phase.
    pub(super) fn enter(&mut self, number: u64, phase: Phase, now: Instant) {
        if let Some(connection) = self.open.get_mut(&number) {
            connection.phase = phase;
            connection.since = now;
        }
    }

    /// A connection has ended.
    pub(super) fn forget(&mut self, number: u64) {
        self.open.remove(&number);
    }

    /// How many are open.
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Whether one more can be taken in, where at most `max` are open and one may be shed for it.
    pub(super) fn has_room(&self, max: usize) -> bool {
        self.len() < max || self.least_missed().is_some()
    }

    /// Ends the connection that will be missed least, if any can be ended without cutting off an
    /// answer: those that are closing, then those without a whole request, then those between two
    /// requests; of equals, the one that has been so for longest.
    pub(super) fn shed(&mut self) {
        if let Some(number) = self.least_missed() {
            self.end(number);
        }
    }

    /// Ends every connection without a whole request.
    pub(super) fn shed_fresh(&mut self) {
        self.end_where(|connection| connection.phase == Phase::Fresh);
    }

    /// Ends every connection that does not take its answer for `write_time`.
    pub(super) fn end_overdue(&mut self, now: Instant, write_time: Duration) {
        self.end_where(|connection| {
            let is_writing = matches!(connection.phase, Phase::Writing | Phase::Idle);
            is_writing && now.duration_since(connection.since) >= write_time
        });
    }

    fn least_missed(&self) -> Option<u64> {
        let rank = |connection: &Connection| match connection.phase {
            Phase::Closing => Some(0),
            Phase::Fresh => Some(1),
            Phase::Idle => Some(2),
            Phase::Answering | Phase::Writing | Phase::Streaming => None,
        };
        let ranked = self.open.iter().filter_map(|(number, connection)| {
            Some((rank(connection)?, connection.since, *number))
        });
        ranked.min().map(|(_, _, number)| number)
    }

    fn end_where(&mut self, is_over: impl Fn(&Connection) -> bool) {
        let over = self.open.iter().filter(|(_, one)| is_over(one));
        let over: Vec<u64> = over.map(|(number, _)| *number).collect();
        for number in over {
            self.end(number);
        }
    }

    fn end(&mut self, number: u64) {
        if let Some(connection) = self.open.remove(&number) {
            connection.end.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(connections: &Connections) -> Vec<u64> {
        connections.open.keys().copied().collect()
    }

    #[test]
    fn those_without_a_request_go_first_then_the_idle_and_never_the_busy() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut connections = Connections::default();
        for ms in 0..5 {
            connections.admit(at(ms));
        }
        connections.enter(0, Phase::Answering, at(10));
        connections.enter(1, Phase::Idle, at(12));
        connections.enter(2, Phase::Idle, at(11));
        let mut check = |expected: &[u64]| {
            connections.shed();
            assert_eq!(numbers(&connections), expected);
        };
        check(&[0, 1, 2, 4]);
        check(&[0, 1, 2]);
        check(&[0, 1]);
        check(&[0]);
        check(&[0]);
        assert!(connections.has_room(2) && !connections.has_room(1));
        connections.enter(0, Phase::Closing, at(20));
        assert!(connections.has_room(1));
    }

    #[test]
    fn who_does_not_read_the_answer_ends_and_streams_go_on() {
        let start = Instant::now();
        let limit = Duration::from_secs(30);
        let mut connections = Connections::default();
        let phases = [
            Phase::Fresh,
            Phase::Answering,
            Phase::Writing,
            Phase::Streaming,
            Phase::Idle,
            Phase::Closing,
        ];
        for phase in phases {
            let (number, _) = connections.admit(start);
            connections.enter(number, phase, start);
        }
        connections.end_overdue(start + limit / 2, limit);
        assert_eq!(numbers(&connections), [0, 1, 2, 3, 4, 5]);
        connections.end_overdue(start + limit, limit);
        assert_eq!(numbers(&connections), [0, 1, 3, 5]);
        connections.shed_fresh();
        assert_eq!(numbers(&connections), [1, 3, 5]);
    }
}
