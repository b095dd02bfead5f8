//! Chance that is the same on every machine: numbers from a seed, and thresholds for annealing, all in integers.

/// Numbers from a seed: `SplitMix64`.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0, below `count`; 0 where `count` is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let product = u128::from(self.next()) * count as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }
}

/// Fixed-point 1.0 of [`Heat`] and of the logarithms.
const ONE_BITS: u32 = 16;
/// Entries of the table of logarithms.
const ENTRIES: usize = 1024;

/// How much worse a move may be: temperature times an exponentially distributed number, which accepts a loss of d with
/// the chance exp(-d / temperature) as annealing asks (Kirkpatrick, Gelatt and Vecchi 1983).
#[derive(Debug, Clone)]
pub(super) struct Heat {
    /// -ln of the middles of equal parts of 0 to 1, fixed point.
    logarithms: Vec<u64>,
    /// Temperature in cost, fixed point.
    temperature: u64,
}

impl Heat {
    pub(super) fn new() -> Self {
        let logarithm = |entry: usize| {
            // ln of (2 entry + 1) / 2048 = (log2 of the odd number - 11) x ln 2; 45426 is ln 2 in fixed point.
            let missing = (11 << ONE_BITS) - log2(2 * entry as u64 + 1);
            (missing * 45_426) >> ONE_BITS
        };
        Self { logarithms: (0..ENTRIES).map(logarithm).collect(), temperature: 0 }
    }

    /// Sets the temperature in thousandths of a unit of cost.
    pub(super) fn set(&mut self, thousandths: u64) {
        let fixed = (u128::from(thousandths) << ONE_BITS) / 1000;
        self.temperature = u64::try_from(fixed).unwrap_or(u64::MAX);
    }

    /// Cools by a factor in 1/65536.
    pub(super) fn cool(&mut self, factor: u64) {
        let cooled = (u128::from(self.temperature) * u128::from(factor)) >> ONE_BITS;
        self.temperature = u64::try_from(cooled).unwrap_or(u64::MAX);
    }

    /// The largest loss to be accepted now.
    pub(super) fn threshold(&self, chance: &mut Chance) -> i64 {
        let product = u128::from(self.temperature) * u128::from(self.logarithms[chance.below(ENTRIES)]);
        i64::try_from(product >> (2 * ONE_BITS)).unwrap_or(i64::MAX)
    }
}

/// Logarithm to the base 2 of a number from 1, fixed point, bit by bit.
fn log2(number: u64) -> u64 {
    let whole = number.ilog2();
    let mut mantissa = (u128::from(number) << 62) >> whole;
    let mut log = u64::from(whole);
    for _ in 0..ONE_BITS {
        mantissa = (mantissa * mantissa) >> 62;
        log <<= 1;
        if mantissa >= 1 << 63 {
            mantissa >>= 1;
            log |= 1;
        }
    }
    log
}

#[cfg(test)]
mod tests;
