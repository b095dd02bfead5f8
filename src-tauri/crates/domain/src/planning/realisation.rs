//! Money committed and spent on the lines of a plan.

use crate::evaluation::rupiah::{MOST, local};
use crate::ids::{CostLineId, RealisationId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::divide_half_away;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RealisationKind {
    /// Money promised: a contract, an order, a decree. What is paid for it is a payment of its own.
    Commitment,
    /// Money paid.
    Payment,
}

impl RealisationKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Commitment, Self::Payment];

    /// Its stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Payment => "payment",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Commitment => "Komitmen",
            Self::Payment => "Pembayaran",
        }
    }
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RealisationEntry {
    /// None for a new one.
    pub id: Option<RealisationId>,
    /// The line of the budget: its root.
    pub line: CostLineId,
    /// Day.
    pub date: NaiveDate,
    /// What it says.
    pub kind: RealisationKind,
    /// Number of the proof (bukti, SPJ, contract).
    pub proof: String,
    /// Who gets it.
    pub payee: String,
    /// What for.
    pub text: String,
    /// Whole rupiah, before taxes.
    pub gross: i64,
    /// Taxes of it (PPh 21, PPN), whole rupiah.
    pub tax: i64,
}

impl RealisationEntry {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field: a day in another year than the plan's or still to come, an amount that is not above zero, taxes
    /// beyond it, a payment without proof.
    pub fn checked(mut self, year: u16, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [&mut self.proof, &mut self.payee, &mut self.text] {
            *text = tidy(text);
        }
        if self.date.year() != i32::from(year) {
            fields.refuse("date", format!("Tanggal harus di tahun anggaran {year}."));
        } else if self.date > today {
            fields.refuse("date", "Tanggal ini belum tiba. Catat setelah terjadi.");
        }
        if self.gross <= 0 {
            fields.refuse("gross", "Jumlah bruto harus lebih dari nol.");
        } else if self.gross > MOST {
            fields.refuse("gross", "Jumlah terlalu besar: paling banyak dua belas angka.");
        }
        if self.tax < 0 || self.tax > self.gross.max(0) {
            fields.refuse("tax", format!("Pajak diisi 0 sampai {}.", local(self.gross.max(0))));
        }
        if self.kind == RealisationKind::Payment && self.proof.is_empty() {
            fields.refuse("proof", "Nomor bukti pembayaran belum diisi.");
        }
        fields.finish()?;
        Ok(self)
    }
}

/// What has happened to an amount of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct MoneyUse {
    /// In the plan, whole rupiah.
    pub planned: i64,
    /// Promised.
    pub committed: i64,
    /// Paid, before taxes.
    pub paid: i64,
    /// Bound: the larger of what is promised and what is paid, line by line.
    pub bound: i64,
}

impl MoneyUse {
    /// What has happened to a line.
    #[must_use]
    pub fn of_line(planned: i64, entries: &[&RealisationEntry]) -> Self {
        let sum = |kind: RealisationKind| {
            entries.iter().filter(|entry| entry.kind == kind).fold(0_i64, |sum, entry| sum.saturating_add(entry.gross))
        };
        let (committed, paid) = (sum(RealisationKind::Commitment), sum(RealisationKind::Payment));
        Self { planned, committed, paid, bound: committed.max(paid) }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            planned: self.planned.saturating_add(other.planned),
            committed: self.committed.saturating_add(other.committed),
            paid: self.paid.saturating_add(other.paid),
            bound: self.bound.saturating_add(other.bound),
        }
    }

    /// What is left of the plan once what is bound is paid; below zero where it is passed.
    #[must_use]
    pub fn left(self) -> i64 {
        self.planned.saturating_sub(self.bound)
    }

    /// Paid share of the plan in hundredths of a percent, rounded once half away from zero; none for a plan of nothing.
    #[must_use]
    pub fn absorbed(self) -> Option<i64> {
        (self.planned > 0).then(|| divide_half_away(i128::from(self.paid) * 10_000, self.planned))
    }
}

#[cfg(test)]
mod tests;
