//! Proposals of units: a row for each, with a number of people or the NIPs of those whom it names.

use super::needs_words::Names;
use super::{About, Findings, Taken, Target};
use crate::needs::check_proposal;
use chrono::{Datelike, NaiveDate};
use documents::sheets::{Heading, Kind, Value};
use domain::ids::{PersonId, ProgrammeId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::needs::proposal::Proposal;
use domain::people::name::tidy;
use domain::people::nip::{Nip, printed};
use domain::refusal::{CellRefusal, FieldRefusal};
use store::needs::proposal as table;
use store::{Read, Tx};

const NUMBER: usize = 0;
const RECEIVED: usize = 1;
const YEAR: usize = 2;
const UNIT: usize = 3;
const TITLE: usize = 4;
const PROGRAMME: usize = 5;
const COMPETENCY: usize = 6;
const PEOPLE: usize = 7;
const NAMED: usize = 8;
const REASON: usize = 9;

/// The target.
pub(super) struct NeedsProposals {
    about: About,
    names: Names,
    today: NaiveDate,
    taken: Vec<Proposal>,
}

impl NeedsProposals {
    pub(super) fn load(read: &Read<'_>, today: NaiveDate) -> store::Result<Self> {
        let columns = vec![
            EntryColumn::new("Nomor", ColumnUse::Key).or(["Nomor Usulan", "Nomor Surat", "No Usulan"]),
            EntryColumn::new("Tanggal Diterima", ColumnUse::Needed).or(["Tanggal", "Tanggal Surat", "Tgl Usulan"]),
            EntryColumn::new("Tahun", ColumnUse::Either).or(["Tahun Anggaran"]),
            EntryColumn::new("Unit Kerja", ColumnUse::Needed).or(["Unit", "Perangkat Daerah", "Unit Pengusul", "OPD"]),
            EntryColumn::new("Usulan", ColumnUse::Needed).or(["Nama Diklat", "Judul", "Nama Pelatihan"]),
            EntryColumn::new("Program", ColumnUse::Either),
            EntryColumn::new("Kompetensi", ColumnUse::Either).or(["Nama Kompetensi"]),
            EntryColumn::new("Jumlah Orang", ColumnUse::Either).or(["Jumlah", "Jumlah Peserta", "Peserta"]),
            EntryColumn::new("NIP", ColumnUse::Either).or(["NIP Peserta", "Daftar NIP"]),
            EntryColumn::new("Alasan", ColumnUse::Either).or(["Keterangan", "Dasar"]),
        ];
        Ok(Self {
            about: About { title: "Usulan Unit Kerja".to_owned(), columns },
            names: Names::load(read, today)?,
            today,
            taken: Vec::new(),
        })
    }

    /// The proposal of a row; none with every wrong cell noted.
    fn proposal(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<Proposal>> {
        let before = found.refused.len();
        let received_on = self.names.day(row, RECEIVED, found).unwrap_or_default();
        let named = self.named(read, row, found)?;
        let people = match found.read(count(row)).flatten() {
            Some(people) => people,
            None => u32::try_from(named.len()).unwrap_or(0),
        };
        let proposal = Proposal {
            id: None,
            number: found.read(row.text(NUMBER)).unwrap_or_default(),
            year: found.read(year(row)).flatten().unwrap_or(u16::try_from(received_on.year()).unwrap_or(0)),
            received_on,
            unit: self.names.unit(row, UNIT, found),
            title: found.read(row.text(TITLE)).unwrap_or_default(),
            programme: programme(read, row, found)?,
            competency: self.names.competency(row, COMPETENCY, found),
            people,
            named,
            reason: found.read(row.text(REASON)).unwrap_or_default(),
        };
        if found.refused.len() > before {
            return Ok(None);
        }
        let named = proposal.named.len();
        if named > 0 && proposal.people as usize != named {
            let rule = format!("Jumlah orang {}, tetapi NIP yang disebut {named}.", proposal.people);
            found.refuse(row.refuse(PEOPLE, rule, "Samakan jumlahnya, atau kosongkan salah satu sel."));
            return Ok(None);
        }
        Ok(match proposal.checked() {
            Ok(proposal) => Some(proposal),
            Err(refusal) => {
                found.refused.extend(refusal.fields.into_iter().map(|field| cell(row, field)));
                None
            }
        })
    }

    /// The people whose NIPs stand in a cell, parted by comma, semicolon or line break.
    fn named(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Vec<PersonId>> {
        let mut named = Vec::new();
        let Some(text) = found.read(row.text(NAMED)) else { return Ok(named) };
        let field = row.at(NAMED);
        if field.kind == domain::import::rows::Kind::Number {
            let rule = "NIP tersimpan sebagai angka, sehingga digit terakhirnya hilang.";
            found.refuse(row.refuse(NAMED, rule, "Format kolomnya sebagai Teks, lalu ketik ulang NIP-nya."));
            return Ok(named);
        }
        for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let nip = match Nip::parse(part, self.today) {
                Ok(nip) => nip,
                Err(problem) => {
                    found.refuse(row.refuse(NAMED, format!("{part}: {}", problem.rule), problem.remedy));
                    continue;
                }
            };
            match store::people::find_by_nips(read, [nip.digits()])?.into_values().next() {
                Some(person) => named.push(person),
                None => {
                    let rule = format!("NIP {} tidak ada di data ASN.", printed(nip.digits()));
                    found.refuse(row.refuse(NAMED, rule, "Tambahkan orangnya di data ASN, atau betulkan NIP-nya."));
                }
            }
        }
        Ok(named)
    }
}

fn cell(row: &EntryRow<'_, '_>, field: FieldRefusal) -> CellRefusal {
    let column = match field.field.as_str() {
        "received_on" => RECEIVED,
        "year" => YEAR,
        "unit" => UNIT,
        "title" => TITLE,
        "people" => PEOPLE,
        "programme" => PROGRAMME,
        "competency" => COMPETENCY,
        "named" => NAMED,
        _ => NUMBER,
    };
    row.refuse(column, field.message, "Betulkan sel ini, lalu impor lagi.")
}

fn count(row: &EntryRow<'_, '_>) -> Result<Option<u32>, CellRefusal> {
    let text = row.text(PEOPLE)?;
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || row.refuse(PEOPLE, format!("\"{text}\" bukan jumlah orang."), "Isi bilangan bulat mulai 1.");
    text.parse().map(Some).map_err(|_| wrong())
}

fn year(row: &EntryRow<'_, '_>) -> Result<Option<u16>, CellRefusal> {
    let text = row.text(YEAR)?;
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || row.refuse(YEAR, format!("\"{text}\" bukan tahun."), "Isi tahun empat angka, misalnya 2027.");
    text.parse().map(Some).map_err(|_| wrong())
}

fn programme(read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<ProgrammeId>> {
    let Some(text) = found.read(row.text(PROGRAMME)).map(|text| tidy(&text)) else { return Ok(None) };
    if text.is_empty() {
        return Ok(None);
    }
    let known = store::classes::programme::by_name(read, &text)?;
    if known.is_none() {
        let rule = format!("Program \"{text}\" tidak ada dalam katalog.");
        found.refuse(row.refuse(PROGRAMME, rule, "Samakan dengan nama di Program, atau kosongkan sel ini."));
    }
    Ok(known)
}

impl Target for NeedsProposals {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        vec![
            Heading::new("Nomor", Kind::Text).wide(24),
            Heading::new("Tanggal Diterima", Kind::Date).wide(16),
            Heading::new("Tahun", Kind::Integer).wide(8),
            Heading::new("Unit Kerja", Kind::Text).wide(44),
            Heading::new("Usulan", Kind::LongText).wide(40),
            Heading::new("Program", Kind::Text).wide(30),
            Heading::new("Kompetensi", Kind::Text).wide(28),
            Heading::new("Jumlah Orang", Kind::Integer).wide(12),
            Heading::new("NIP", Kind::LongText).wide(24),
            Heading::new("Alasan", Kind::LongText).wide(44),
        ]
    }

    fn known(&self, _read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        Ok(Vec::new())
    }

    fn guide(&self) -> Vec<String> {
        vec![
            "Satu baris untuk satu usulan. Nomor usulan tidak boleh dipakai dua kali.".to_owned(),
            "Isi jumlah orang, atau NIP orangnya dipisah titik koma; bila keduanya diisi, jumlahnya harus sama."
                .to_owned(),
            "Tahun yang kosong berarti tahun tanggal diterima. Program dan kompetensi boleh kosong.".to_owned(),
        ]
    }

    fn key(&self, _read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        let Some(number) = found.read(row.text(NUMBER)).map(|text| tidy(&text)) else { return Ok(None) };
        if number.is_empty() {
            let rule = "Baris ini berisi data, tetapi nomor usulannya kosong.";
            found.refuse(row.refuse(NUMBER, rule, "Isi nomornya, atau kosongkan barisnya."));
            return Ok(None);
        }
        Ok(Some(number))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(proposal) = self.proposal(read, row, found)? else { return Ok(Taken::Refused) };
        if let Some(known) = table::numbered(read, &proposal.number)? {
            let stored = table::get(read, known)?.map(|line| line.proposal);
            if stored.as_ref().is_some_and(|stored| same(stored, &proposal)) {
                return Ok(Taken::Same);
            }
            let rule = format!("Usulan nomor {} sudah ada dengan isi lain.", proposal.number);
            let remedy = "Periksa nomornya, atau ubah usulan itu di layar.";
            return Ok(found.refuse(row.refuse(NUMBER, rule, remedy)));
        }
        check_proposal(read, &proposal)?;
        self.taken.push(proposal);
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for proposal in &self.taken {
            table::save(tx, proposal)?;
        }
        Ok(())
    }
}

/// The same but for its id and the order in which it names people.
fn same(stored: &Proposal, read: &Proposal) -> bool {
    let sorted = |proposal: &Proposal| {
        let mut named = proposal.named.clone();
        named.sort_unstable();
        Proposal { id: None, named, ..proposal.clone() }
    };
    sorted(stored) == sorted(read)
}
