//! Institutions that the office works with, and the people who speak in its classes.

use crate::evaluation::rupiah;
use crate::ids::{AgreementId, PartnerId, SpeakerFieldId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// Days before its end from which an agreement is called to mind.
pub const REMIND_DAYS: u64 = 60;

/// Kind of an institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    /// University or academy.
    University,
    /// Professional body.
    Professional,
    /// Another office of the government.
    Government,
    /// Private training institution.
    Private,
    /// Anything else.
    Other,
}

impl PartnerKind {
    /// All, in the order of a list to choose from.
    pub const ALL: [Self; 5] = [Self::University, Self::Professional, Self::Government, Self::Private, Self::Other];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::University => "university",
            Self::Professional => "professional",
            Self::Government => "government",
            Self::Private => "private",
            Self::Other => "other",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::University => "Perguruan tinggi",
            Self::Professional => "Organisasi profesi",
            Self::Government => "Instansi pemerintah",
            Self::Private => "Lembaga swasta",
            Self::Other => "Lainnya",
        }
    }
}

/// An agreement (MoU, PKS).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Agreement {
    /// None for a new one.
    pub id: Option<AgreementId>,
    /// Number as on the paper.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// First day on which it holds.
    pub starts: NaiveDate,
    /// Last day on which it holds.
    pub ends: NaiveDate,
}

/// An institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Partner {
    /// None for a new one.
    pub id: Option<PartnerId>,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: PartnerKind,
    /// Who is spoken to, with telephone or address.
    pub contact: String,
    /// Free text.
    pub note: String,
    /// Agreements.
    pub agreements: Vec<Agreement>,
}

impl Partner {
    /// The rules of the form; agreements come out by their first day.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.contact = self.contact.trim().to_owned();
        self.note = self.note.trim().to_owned();
        if self.name.is_empty() {
            fields.refuse("name", "Nama mitra belum diisi.");
        }
        let mut seen = BTreeSet::new();
        for (at, agreement) in self.agreements.iter_mut().enumerate() {
            agreement.number = tidy(&agreement.number);
            agreement.subject = tidy(&agreement.subject);
            let line = at + 1;
            if agreement.number.is_empty() {
                fields.refuse(
                    format!("agreements.{at}.number"),
                    format!("Nomor perjanjian pada baris {line} belum diisi."),
                );
            } else if !seen.insert(agreement.number.to_lowercase()) {
                fields.refuse(
                    format!("agreements.{at}.number"),
                    format!("Perjanjian nomor {} ada dua. Hapus salah satunya.", agreement.number),
                );
            }
            fields.believe(format!("agreements.{at}.starts"), agreement.starts);
            fields.believe(format!("agreements.{at}.ends"), agreement.ends);
            if agreement.ends < agreement.starts {
                fields.refuse(
                    format!("agreements.{at}.ends"),
                    format!("Perjanjian pada baris {line} berakhir sebelum mulai. Periksa kedua tanggalnya."),
                );
            }
        }
        fields.finish()?;
        self.agreements.sort_by(|one, other| (one.starts, &one.number).cmp(&(other.starts, &other.number)));
        Ok(self)
    }
}

/// How a partner's agreements stand on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// There is none.
    None,
    /// One holds, or the first one is yet to begin.
    Valid,
    /// The last one ends within [`REMIND_DAYS`].
    Ending,
    /// All have ended.
    Ended,
}

/// How agreements stand on a day. What is replaced in time by a later one is not called to mind.
#[must_use]
pub fn state_on(agreements: &[Agreement], day: NaiveDate) -> AgreementState {
    let soon = day.checked_add_days(Days::new(REMIND_DAYS)).unwrap_or(NaiveDate::MAX);
    match agreements.iter().map(|agreement| agreement.ends).max() {
        None => AgreementState::None,
        Some(last) if last < day => AgreementState::Ended,
        Some(last) if last <= soon => AgreementState::Ending,
        Some(_) => AgreementState::Valid,
    }
}

/// A field in which a person of the register speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SpeakerField {
    /// None for a new one.
    pub id: Option<SpeakerFieldId>,
    /// The field.
    pub field: String,
    /// Rupiah for one unit.
    pub fee: i64,
    /// What the fee is for: OJ, OJP ...
    pub fee_unit: String,
    /// Free text.
    pub note: String,
}

/// The rules of the form of a speaker's fields.
///
/// # Errors
/// Every refused field.
pub fn checked_fields(mut fields: Vec<SpeakerField>) -> Result<Vec<SpeakerField>, Refusal> {
    let mut refused = Fields::new();
    let mut seen = BTreeSet::new();
    if fields.is_empty() {
        refused.refuse("fields", "Isi paling sedikit satu bidang, atau hapus narasumber ini.");
    }
    for (at, line) in fields.iter_mut().enumerate() {
        line.field = tidy(&line.field);
        line.fee_unit = tidy(&line.fee_unit);
        line.note = tidy(&line.note);
        if line.field.is_empty() {
            refused.refuse(format!("fields.{at}.field"), format!("Bidang pada baris {} belum diisi.", at + 1));
        } else if !seen.insert(line.field.to_lowercase()) {
            refused
                .refuse(format!("fields.{at}.field"), format!("Bidang {} ada dua. Hapus salah satunya.", line.field));
        }
        if !(0..=rupiah::MOST).contains(&line.fee) {
            refused.refuse(
                format!("fields.{at}.fee"),
                format!("Honor pada baris {} harus 0 sampai dua belas angka rupiah.", at + 1),
            );
        }
        if line.fee > 0 && line.fee_unit.is_empty() {
            refused.refuse(
                format!("fields.{at}.fee_unit"),
                format!("Satuan honor pada baris {} belum diisi, misalnya OJ.", at + 1),
            );
        }
    }
    refused.finish()?;
    Ok(fields)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn agreement(starts: &str, ends: &str) -> Agreement {
        Agreement {
            id: None,
            number: format!("PKS/{starts}"),
            subject: String::new(),
            starts: day(starts),
            ends: day(ends),
        }
    }

    #[test]
    fn the_last_agreement_says_how_a_partner_stands() {
        let old = agreement("2024-01-01", "2026-01-01");
        let new = agreement("2026-01-02", "2026-12-31");
        assert_eq!(state_on(&[], day("2026-01-01")), AgreementState::None);
        assert_eq!(state_on(std::slice::from_ref(&old), day("2025-11-01")), AgreementState::Valid, "61 days before");
        assert_eq!(state_on(std::slice::from_ref(&old), day("2025-11-02")), AgreementState::Ending, "60 days before");
        assert_eq!(state_on(std::slice::from_ref(&old), day("2026-01-01")), AgreementState::Ending, "the last day");
        assert_eq!(state_on(std::slice::from_ref(&old), day("2026-01-02")), AgreementState::Ended);
        assert_eq!(state_on(&[new, old], day("2025-12-31")), AgreementState::Valid, "replaced in time");
    }

    #[test]
    fn every_wrong_field_of_a_partner_is_named() {
        let twice = Agreement { ends: day("2023-12-31"), ..agreement("2024-01-01", "2024-01-01") };
        let partner = Partner {
            id: None,
            name: "  ".to_owned(),
            kind: PartnerKind::University,
            contact: String::new(),
            note: String::new(),
            agreements: vec![agreement("2024-01-01", "2026-01-01"), twice, agreement("0024-01-01", "2026-01-01")],
        };
        let fields = partner.checked().unwrap_err().fields;
        let fields: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["name", "agreements.1.number", "agreements.1.ends", "agreements.2.starts"]);
    }

    #[test]
    fn a_speaker_has_each_field_once_and_a_unit_for_the_fee() {
        let line = |field: &str, fee| SpeakerField {
            id: None,
            field: field.to_owned(),
            fee,
            fee_unit: String::new(),
            note: String::new(),
        };
        assert!(checked_fields(vec![line("Pelayanan publik", 0)]).is_ok());
        assert!(checked_fields(Vec::new()).is_err());
        let refused = checked_fields(vec![line("Hukum", 0), line("hukum", 900_000), line("", -1)]).unwrap_err().fields;
        let refused: Vec<&str> = refused.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(refused, ["fields.1.field", "fields.1.fee_unit", "fields.2.field", "fields.2.fee"]);
    }
}
