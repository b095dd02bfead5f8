//! The one place that reads the machine's clock and randomness.

use domain::world::{Now, World};

/// Time and randomness of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> Now {
        let utc = chrono::Utc::now();
        Now { utc, today: utc.with_timezone(&chrono::Local).date_naive() }
    }

    fn random(&self, bytes: &mut [u8]) {
        // A machine without randomness cannot make keys or ids: there is nothing sensible to go on with.
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}
