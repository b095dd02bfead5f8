//! Lines of a budget (RAB): account, coefficient, price, fund source; whole rupiah throughout.

use super::budget::BudgetRule;
use crate::evaluation::rupiah;
use crate::ids::CostLineId;
use crate::people::name::tidy;
use crate::refusal::Fields;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Lines that one budget has at the most.
pub const MOST_LINES: usize = 500;
/// The largest factor of a coefficient.
pub const MOST_VOLUME: u32 = 1_000_000;

/// A line of a budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CostLine {
    /// None for a new one.
    pub id: Option<CostLineId>,
    /// Account (kode rekening) as text, or empty.
    pub account: String,
    /// What is paid for.
    pub text: String,
    /// First factor of the coefficient, such as people.
    pub vol1: u32,
    /// Second factor, such as days; 1 where there is none.
    pub vol2: u32,
    /// Third factor, such as times; 1 where there is none.
    pub vol3: u32,
    /// Unit of the price: OJ, OH, kotak ...
    pub unit: String,
    /// Rupiah for one unit.
    pub price: i64,
    /// Fund source.
    pub fund: String,
    /// Free text.
    pub note: String,
}

impl CostLine {
    /// Rupiah: the three factors times the price.
    ///
    /// # Errors
    /// The sentence to show when it is below zero or has more than twelve digits.
    pub fn amount(&self) -> Result<i64, String> {
        if self.price < 0 {
            return Err("Harga tidak boleh di bawah nol.".to_owned());
        }
        let factors = [self.vol1, self.vol2, self.vol3];
        if factors.contains(&0) {
            return Ok(0);
        }
        factors
            .into_iter()
            .try_fold(self.price, |amount, factor| amount.checked_mul(factor.into()))
            .filter(|amount| *amount <= rupiah::MOST)
            .ok_or_else(|| "Jumlahnya melewati dua belas angka. Periksa volume dan harganya.".to_owned())
    }

    /// The coefficient as a budget writes it: `30 x 3`; factors of 1 after the first are left out.
    #[must_use]
    pub fn coefficient(&self) -> String {
        let more = [self.vol2, self.vol3].into_iter().filter(|factor| *factor != 1);
        std::iter::once(self.vol1).chain(more).map(|factor| factor.to_string()).collect::<Vec<_>>().join(" x ")
    }
}

/// The rules of lines in a form; `list` is their path, such as `costs`. Fund sources get the spelling of the rule.
pub fn check(lines: &mut [CostLine], list: &str, rule: &BudgetRule, fields: &mut Fields) {
    if lines.len() > MOST_LINES {
        fields.refuse(list, format!("Rincian biaya paling banyak {MOST_LINES} baris."));
    }
    for (at, line) in lines.iter_mut().enumerate() {
        for text in [&mut line.account, &mut line.text, &mut line.unit, &mut line.fund, &mut line.note] {
            *text = tidy(text);
        }
        let number = at + 1;
        if line.text.is_empty() {
            fields.refuse(format!("{list}.{at}.text"), format!("Uraian biaya nomor {number} belum diisi."));
        }
        if line.fund.is_empty() {
            fields.refuse(format!("{list}.{at}.fund"), format!("Sumber dana biaya nomor {number} belum diisi."));
        } else if let Some(known) = known_fund(rule, &line.fund) {
            line.fund = known.to_owned();
        }
        for (name, factor) in [("vol1", line.vol1), ("vol2", line.vol2), ("vol3", line.vol3)] {
            if factor > MOST_VOLUME {
                let most = crate::indonesian::thousands(1_000_000);
                fields.refuse(
                    format!("{list}.{at}.{name}"),
                    format!("Volume biaya nomor {number} paling banyak {most}."),
                );
            }
        }
        if let Err(message) = line.amount() {
            fields.refuse(format!("{list}.{at}.price"), format!("Biaya nomor {number}: {message}"));
        }
    }
}

/// The fund source of the rule that is meant, whatever its capitals.
#[must_use]
pub fn known_fund<'a>(rule: &'a BudgetRule, fund: &str) -> Option<&'a str> {
    rule.funds.iter().find(|known| known.to_lowercase() == fund.to_lowercase()).map(String::as_str)
}

/// What deserves a look in lines, one sentence each: accounts and fund sources that the office's names lack, lines
/// that cost nothing.
#[must_use]
pub fn doubts(lines: &[CostLine], rule: &BudgetRule) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let number = at + 1;
        if line.account.is_empty() {
            found.push(format!("Biaya nomor {number} belum berkode rekening."));
        } else if !rule.accounts.iter().any(|known| known.code == line.account) {
            found.push(format!("Kode rekening {} pada biaya nomor {number} tidak ada di nama anggaran.", line.account));
        }
        if !line.fund.is_empty() && known_fund(rule, &line.fund).is_none() {
            found.push(format!("Sumber dana {} pada biaya nomor {number} tidak ada di nama anggaran.", line.fund));
        }
        if line.amount() == Ok(0) {
            found.push(format!("Biaya nomor {number} berjumlah nol."));
        }
    }
    found
}

/// What lines come to from one fund source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FundTotal {
    /// The source.
    pub fund: String,
    /// Rupiah.
    pub amount: i64,
}

/// The sums of checked lines by fund source: those of the rule in its order, then others by name. Sources without a
/// line are left out. Amounts that cannot be are counted as nothing; [`check`] refuses them.
#[must_use]
pub fn by_fund(lines: &[CostLine], rule: &BudgetRule) -> Vec<FundTotal> {
    let mut sums: BTreeMap<(usize, &str), i64> = BTreeMap::new();
    for line in lines {
        let place = rule.funds.iter().position(|fund| *fund == line.fund).unwrap_or(rule.funds.len());
        let sum = sums.entry((place, &line.fund)).or_default();
        *sum = sum.saturating_add(line.amount().unwrap_or(0));
    }
    sums.into_iter().map(|((_, fund), amount)| FundTotal { fund: fund.to_owned(), amount }).collect()
}

/// The sum of all checked lines, in rupiah.
#[must_use]
pub fn total(lines: &[CostLine]) -> i64 {
    lines.iter().fold(0, |sum, line| sum.saturating_add(line.amount().unwrap_or(0)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
