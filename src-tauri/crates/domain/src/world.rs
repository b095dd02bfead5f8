//! What comes from outside the rules: the time and randomness. Passed in, so that every result can be made again.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// One reading of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment in UTC, whole milliseconds.
    pub utc: DateTime<Utc>,
    /// The date on the office's wall.
    pub today: NaiveDate,
}

/// Where time and randomness come from: the machine in the program, a fixed source in tests and in the demo office.
pub trait World: Send + Sync {
    /// Reads the clock.
    fn now(&self) -> Now;

    /// Fills `bytes` with randomness.
    fn random(&self, bytes: &mut [u8]);

    /// A new UUIDv7 from both.
    fn id(&self) -> Uuid {
        let mut bytes = [0; 10];
        self.random(&mut bytes);
        let millis = u64::try_from(self.now().utc.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

/// A world in which time moves one millisecond at each reading and randomness follows from a seed.
#[derive(Debug)]
pub struct FixedWorld {
    start: DateTime<Utc>,
    ticks: AtomicU64,
    state: AtomicU64,
}

impl FixedWorld {
    /// Starts at 08.00 UTC of a day with a seed.
    #[must_use]
    pub fn new(day: NaiveDate, seed: u64) -> Self {
        let start = day.and_time(NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(8);
        Self { start, ticks: AtomicU64::new(0), state: AtomicU64::new(seed) }
    }
}

impl World for FixedWorld {
    fn now(&self) -> Now {
        let ticks = self.ticks.fetch_add(1, Ordering::Relaxed);
        let utc = self.start + chrono::TimeDelta::milliseconds(i64::try_from(ticks).unwrap_or(i64::MAX));
        Now { utc, today: utc.date_naive() }
    }

    /// `SplitMix64` (Steele, Lea and Flood 2014): good enough to tell ids apart, never for keys that matter.
    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut mixed = self.state.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
    }
}
