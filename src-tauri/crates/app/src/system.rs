//! The one place that reads the machine's clock and randomness.

use domain::world::{Now, World};
use std::time::{Duration, Instant};

/// The end of long work: says yes as soon as so much time has passed from now.
pub(crate) fn stop_after(limit: Duration) -> impl FnMut() -> bool {
    let began = Instant::now();
    move || began.elapsed() >= limit
}

/// Time and randomness of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> Now {
        let utc = chrono::Utc::now();
        Now { utc, today: utc.with_timezone(&chrono::Local).date_naive() }
    }

    /// As [`World::id`], without the date on the wall, which costs more than the rest.
    fn id(&self) -> uuid::Uuid {
        let mut bytes = [0; 10];
        self.random(&mut bytes);
        let millis = u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    fn random(&self, bytes: &mut [u8]) {
        // A machine without randomness cannot make keys or ids: there is nothing sensible to go on with.
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}
