//! Places at a table.

use std::fmt;

/// Most places at a table.
pub const SEATS_MAX: usize = 64;

/// A place at a table, from 0 in the order of turns. A mediator may sit there, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat(pub u8);

impl Seat {
    /// Its number.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Some places at a table.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct SeatSet(u64);

impl SeatSet {
    /// Nobody.
    pub const NONE: Self = Self(0);

    /// The first so many places, at most [`SEATS_MAX`].
    pub fn first(count: usize) -> Self {
        (0..count.min(SEATS_MAX)).fold(Self::NONE, |set, seat| {
            set.with(Seat(u8::try_from(seat).unwrap_or(u8::MAX)))
        })
    }

    /// The set with one place more.
    #[must_use]
    pub fn with(self, seat: Seat) -> Self {
        Self(self.0 | 1_u64.checked_shl(u32::from(seat.0)).unwrap_or(0))
    }

    /// The set without a place.
    #[must_use]
    pub fn without(self, seat: Seat) -> Self {
        Self(self.0 & !Self::NONE.with(seat).0)
    }

    /// How many places are in it.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// Whether no place is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a place is in it.
    pub fn holds(self, seat: Seat) -> bool {
        1_u64
            .checked_shl(u32::from(seat.0))
            .is_some_and(|bit| self.0 & bit != 0)
    }

    /// Whether every place of another set is in it.
    pub fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// The places, in order.
    pub fn iter(self) -> impl Iterator<Item = Seat> {
        (0_u8..64).map(Seat).filter(move |seat| self.holds(*seat))
    }
}

impl fmt::Debug for SeatSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
