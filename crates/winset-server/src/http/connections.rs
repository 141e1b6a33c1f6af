//! The open connections, what each is about, and which goes first when there are too many.
//!
//! Times come in as arguments; closing a connection is a notice to its task.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// A connection without a request is shed for another one after this time, not earlier: a client
/// on a busy machine needs it to say what it wants.
const GRACE: Duration = Duration::from_millis(10);

/// What a connection is about; what is missed least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// All is said; what the client still sends is read and dropped.
    Closing,
    /// It has not sent the head of a request yet.
    Fresh,
    /// An answer was sent; the next request may come.
    Idle,
    /// A request is being answered.
    Answering,
    /// The body of an answer is being sent.
    Writing,
    /// An event stream is open.
    Streaming,
}

impl Phase {
    /// Whether no answer is cut off if the connection ends.
    fn may_be_shed(self) -> bool {
        matches!(self, Self::Closing | Self::Fresh | Self::Idle)
    }
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

    /// When one more can be taken in, where at most `max` are open and one may be shed for it; `None`
    /// if that depends on what the open ones do. A flood of connections waits in the kernel for the
    /// few milliseconds that each gets to send its request.
    pub(super) fn room_at(&self, max: usize, now: Instant) -> Option<Instant> {
        if self.len() < max {
            return Some(now);
        }
        let (phase, since, _) = self.least_missed()?;
        let is_fresh = phase == Phase::Fresh;
        Some(if is_fresh { since + GRACE } else { now })
    }

    /// Ends the connection that will be missed least, if any can be ended without cutting off an
    /// answer: those that are closing, then those without a whole request, then those between two
    /// requests; of equals, the one that has been so for longest.
    pub(super) fn shed(&mut self) {
        if let Some((_, _, number)) = self.least_missed() {
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

    /// The connection that goes first: its phase, since when, its number.
    fn least_missed(&self) -> Option<(Phase, Instant, u64)> {
        let keys = self.open.iter().filter_map(|(number, connection)| {
            let key = (connection.phase, connection.since, *number);
            connection.phase.may_be_shed().then_some(key)
        });
        keys.min()
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
    }

    #[test]
    fn there_is_room_once_one_had_its_time_or_is_not_needed() {
        let start = Instant::now();
        let soon = start + GRACE / 2;
        let mut connections = Connections::default();
        assert_eq!(connections.room_at(1, soon), Some(soon));
        connections.admit(start);
        let mut check = |phase, expected| {
            connections.enter(0, phase, start);
            assert_eq!(connections.room_at(1, soon), expected);
            assert_eq!(connections.room_at(2, soon), Some(soon));
        };
        check(Phase::Closing, Some(soon));
        check(Phase::Fresh, Some(start + GRACE));
        check(Phase::Idle, Some(soon));
        check(Phase::Answering, None);
        check(Phase::Writing, None);
        check(Phase::Streaming, None);
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
