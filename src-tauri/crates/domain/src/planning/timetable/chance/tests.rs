//! The table of logarithms against floats.

use super::*;

#[test]
fn logarithms_are_right() {
    assert_eq!((log2(1), log2(2), log2(1024)), (0, 1 << 16, 10 << 16));
    let heat = Heat::new();
    for (entry, logarithm) in heat.logarithms.iter().enumerate() {
        let exact = -((2.0 * f64::from(u32::try_from(entry).unwrap_or(0)) + 1.0) / 2048.0).ln() * 65_536.0;
        assert!((f64::from(u32::try_from(*logarithm).unwrap_or(0)) - exact).abs() < 3.0, "{entry}");
    }
}
