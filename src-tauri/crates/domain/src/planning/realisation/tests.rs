//! Shares of large plans.

use super::*;

#[test]
fn the_paid_share_of_the_largest_plan_is_exact() {
    let used = MoneyUse { planned: 4_000_000_000_000_000, paid: 1_000_000_000_000_000, ..MoneyUse::default() };
    assert_eq!(used.absorbed(), Some(2_500));
    assert_eq!(MoneyUse { planned: 3, paid: 2, ..MoneyUse::default() }.absorbed(), Some(6_667));
    assert_eq!(MoneyUse::default().absorbed(), None);
}
