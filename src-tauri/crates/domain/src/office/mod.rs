//! The office: its profile, who signs, and the rule tables that it can change.

pub mod rules;

use crate::certificates::content::{Letterhead, Signatory};
use crate::ids::{AssetId, SignatoryId};
use crate::people::name::tidy;
use crate::people::nip::Nip;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Who the office is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Profile {
    /// `PEMERINTAH KABUPATEN …`.
    pub government: String,
    /// Name of the office.
    pub office: String,
    /// Short name for certificate numbers.
    pub unit_code: String,
    /// Street and place.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Web.
    pub website: String,
    /// Kode pos.
    pub postcode: String,
    /// Place of issue of documents.
    pub city: String,
    /// Name of the operator at this PC, for the journal.
    pub operator: String,
    /// The logo.
    pub logo: Option<AssetId>,
}

impl Profile {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [
            &mut self.government,
            &mut self.office,
            &mut self.unit_code,
            &mut self.address,
            &mut self.phone,
            &mut self.email,
            &mut self.website,
            &mut self.postcode,
            &mut self.city,
            &mut self.operator,
        ] {
            *text = tidy(text);
        }
        for (field, label, text) in [
            ("government", "Nama pemerintah daerah", &self.government),
            ("office", "Nama perangkat daerah", &self.office),
            ("unit_code", "Singkatan", &self.unit_code),
            ("city", "Tempat terbit", &self.city),
            ("operator", "Nama operator", &self.operator),
        ] {
            if text.is_empty() {
                fields.refuse(field, format!("{label} belum diisi."));
            }
        }
        if !self.email.is_empty() && !self.email.contains('@') {
            fields.refuse("email", "Alamat surel tidak memuat @.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// The head of its letters and certificates.
    #[must_use]
    pub fn letterhead(&self) -> Letterhead {
        let labelled =
            |label: &str, text: &str| if text.is_empty() { String::new() } else { format!("{label} {text}") };
        let line =
            |parts: [String; 3]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let first =
            line([self.address.clone(), labelled("Telepon", &self.phone), labelled("Kode Pos", &self.postcode)]);
        let second = line([labelled("Surel", &self.email), labelled("Laman", &self.website), String::new()]);
        Letterhead {
            government: self.government.clone(),
            office: self.office.clone(),
            contact_lines: [first, second].into_iter().filter(|text| !text.is_empty()).collect(),
            logo: self.logo,
        }
    }
}

/// Somebody who signs, with the time in which he or she does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DatedSignatory {
    /// None for a new one.
    pub id: Option<SignatoryId>,
    /// Who.
    pub signatory: Signatory,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; none while in office.
    pub valid_to: Option<NaiveDate>,
}

impl DatedSignatory {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let signatory = &mut self.signatory;
        for text in [&mut signatory.name, &mut signatory.nip, &mut signatory.position, &mut signatory.rank] {
            *text = tidy(text);
        }
        if signatory.name.is_empty() {
            fields.refuse("signatory.name", "Nama penandatangan belum diisi.");
        }
        if signatory.position.is_empty() {
            fields.refuse("signatory.position", "Jabatan penandatangan belum diisi.");
        }
        if !signatory.nip.is_empty() {
            let nip = Nip::parse(&signatory.nip, today).map_err(|problem| problem.sentence());
            if let Some(nip) = fields.take("signatory.nip", nip) {
                nip.digits().clone_into(&mut signatory.nip);
            }
        }
        if self.valid_to.is_some_and(|to| to < self.valid_from) {
            fields.refuse("valid_to", "Tanggal akhir lebih awal daripada tanggal mulai.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// True when this one signs on a day.
    #[must_use]
    pub fn signs_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}
