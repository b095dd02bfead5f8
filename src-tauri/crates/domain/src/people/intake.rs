//! One row of a list of people, judged: what it says of the person, and what is refused about it. An empty cell says
//! nothing, and nothing is ever erased by it.

use super::name::{self, tidy};
use super::nip::{Nip, NipKind, NipProblem, Sex};
use super::rank::Rank;
use super::{PersonKind, split_unit_path};
use crate::import::dates::{DateRules, DayMonthOrder, parse_date, parse_date_text, split_place_and_date};
use crate::import::rows::{DataRow, FieldText, Kind};
use crate::refusal::CellRefusal;
use chrono::{Datelike, NaiveDate};

/// What a row says. `None` and empty: nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of Person")]
pub struct Intake {
    pub nip: Option<Nip>,
    pub kind: Option<PersonKind>,
    pub name: String,
    pub title_front: String,
    pub title_back: String,
    pub sex: Option<Sex>,
    pub birth_place: String,
    pub birth_date: Option<NaiveDate>,
    pub nik: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub note: String,
    pub active: Option<bool>,
    pub rank: Option<Rank>,
    pub rank_from: Option<NaiveDate>,
    pub position: String,
    pub position_kind: String,
    pub eselon: String,
    pub unit_path: Vec<String>,
    pub post_from: Option<NaiveDate>,
    pub education_level: String,
    pub education_major: String,
    pub education_year: Option<i32>,
}

/// A judged row.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// What it says.
    pub intake: Intake,
    /// What is refused about it; any makes the whole row refused.
    pub refusals: Vec<CellRefusal>,
    /// What deserves a look.
    pub warnings: Vec<String>,
}

/// What the judging needs besides the row.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    /// Sheet name for messages.
    pub sheet: &'a str,
    /// Today.
    pub today: NaiveDate,
    /// Order of day and month by date field.
    pub orders: &'a [(&'static str, DayMonthOrder)],
    /// The sheet has a NIP column.
    pub has_nip_column: bool,
}

/// The date fields of a list.
pub const DATE_FIELDS: [&str; 4] = ["birth_date", "tmt_rank", "tmt_position", "tmt_cpns"];

/// Judges one row.
#[must_use]
pub fn judge(row: &DataRow<'_>, setting: &Setting<'_>) -> Judged {
    let mut judging = Judging { row, setting, judged: Judged::default() };
    judging.error_cells();
    judging.identity();
    judging.details();
    judging.career();
    judging.judged
}

struct Judging<'a, 'b> {
    row: &'a DataRow<'b>,
    setting: &'a Setting<'a>,
    judged: Judged,
}

impl Judging<'_, '_> {
    /// The text of a field; dashes and nil stand for an empty cell, an error cell was refused already.
    fn text(&self, field: &str) -> String {
        let found = self.row.get(field);
        let text = tidy(&found.text);
        match found.kind {
            Kind::Error | Kind::Empty => String::new(),
            Kind::Text | Kind::Number | Kind::Date | Kind::Time | Kind::Bool => match text.as_str() {
                "-" | "--" | "\u{2013}" | "\u{2014}" | "NULL" | "null" | "NIHIL" | "Nihil" => String::new(),
                _ => text,
            },
        }
    }

    fn refuse(&mut self, found: &FieldText<'_>, rule: impl Into<String>, remedy: impl Into<String>) {
        self.judged.refusals.push(found.refuse(self.setting.sheet, rule, remedy));
    }

    fn error_cells(&mut self) {
        for found in self.row.errors() {
            let refusal = found.refuse(
                self.setting.sheet,
                "Sel ini berisi kesalahan rumus.",
                "Perbaiki rumusnya di berkas asal, atau ketik isinya sebagai teks.",
            );
            self.judged.refusals.push(refusal);
        }
    }

    fn identity(&mut self) {
        self.names();
        self.kind();
        let found = self.row.get("nip");
        if found.kind == Kind::Number {
            let problem = NipProblem::numeric_cell();
            self.refuse(&found, problem.rule, problem.remedy);
        } else if !self.text("nip").is_empty() {
            match Nip::parse(&found.text, self.setting.today) {
                Ok(nip) => {
                    self.judged.warnings.extend(nip.warnings(self.setting.today));
                    self.judged.intake.nip = Some(nip);
                }
                Err(problem) => self.refuse(&found, problem.rule, problem.remedy),
            }
        } else if self.setting.has_nip_column
            && self.judged.intake.kind != Some(PersonKind::NonAsn)
            && found.kind != Kind::Error
        {
            self.refuse(
                &found,
                "NIP kosong.",
                "Isi NIP 18 digit; untuk orang tanpa NIP isi kolom jenis pegawai dengan Non-ASN.",
            );
        }
        if self.judged.intake.name.is_empty() && self.row.get("name").kind != Kind::Error {
            let found = self.row.get("name");
            self.refuse(&found, "Nama kosong.", "Isi nama lengkap.");
        }
        if self.judged.intake.kind.is_none() {
            self.judged.intake.kind = match self.judged.intake.nip.as_ref().map(Nip::kind) {
                Some(NipKind::Pppk) => Some(PersonKind::Pppk),
                Some(NipKind::Pns) => None,
                None if self.setting.has_nip_column => None,
                None => Some(PersonKind::NonAsn),
            };
        }
    }

    fn names(&mut self) {
        let raw = self.row.get("name_birth");
        let both = raw.text.split_once(['\n', '\r']).map(|(name, rest)| (tidy(name), tidy(rest)));
        let written = match (&both, self.text("name")) {
            (Some((name, _)), own) if own.is_empty() => name.clone(),
            (None, own) if own.is_empty() => self.text("name_birth"),
            (_, own) => own,
        };
        let parts = name::split(&written);
        let or = |own: String, other: String| if own.is_empty() { other } else { own };
        self.judged.intake.title_front = or(self.text("title_front"), parts.front);
        self.judged.intake.title_back = or(self.text("title_back"), parts.back).trim_matches([',', ' ']).to_owned();
        self.judged.intake.name = parts.name;
        let joined = both.map(|(_, rest)| rest).unwrap_or_default();
        let joined = or(self.text("birth_place_date"), joined);
        let (place, date) = split_place_and_date(&joined);
        self.judged.intake.birth_place = or(self.text("birth_place"), place);
        if self.row.get("birth_date").is_empty() && !date.is_empty() {
            let rules = self.rules("birth_date");
            self.judged.intake.birth_date = parse_date_text(&date, rules).ok();
        }
    }

    fn kind(&mut self) {
        let words = [self.text("employee_kind"), self.text("status_cpns_pns"), self.text("legal_status")];
        let said = |word: &str| words.iter().any(|text| text.to_uppercase().contains(word));
        let is = |word: &str| words.iter().any(|text| text.to_uppercase() == word);
        self.judged.intake.kind = if said("NON ASN")
            || said("NON-ASN")
            || said("HONORER")
            || said("KONTRAK")
            || said("NARASUMBER")
            || said("TENAGA AHLI")
        {
            Some(PersonKind::NonAsn)
        } else if said("PPPK") || said("P3K") {
            Some(PersonKind::Pppk)
        } else if said("CPNS") && !said("CPNS/PNS") || is("C") {
            Some(PersonKind::Cpns)
        } else if said("PNS") || is("P") {
            Some(PersonKind::Pns)
        } else {
            None
        };
        let status = self.text("legal_status").to_uppercase();
        if !status.is_empty() {
            let left = ["PENSIUN", "MENINGGAL", "BERHENTI", "DIBERHENTIKAN", "PINDAH", "MUTASI KELUAR", "TIDAK AKTIF"];
            self.judged.intake.active = Some(!left.iter().any(|word| status.contains(word)));
        }
    }

    fn rules(&self, field: &str) -> DateRules {
        let order = self
            .setting
            .orders
            .iter()
            .find(|(name, _)| *name == field)
            .map_or(DayMonthOrder::DayFirst, |(_, order)| *order);
        DateRules { order, this_year: self.setting.today.year(), from_1904: false }
    }

    fn date(&mut self, field: &str) -> Option<NaiveDate> {
        let found = self.row.get(field);
        if self.text(field).is_empty() {
            return None;
        }
        match parse_date(found.raw, self.rules(field)) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.refuse(&found, problem.to_string(), problem.remedy());
                None
            }
        }
    }

    fn details(&mut self) {
        let found = self.row.get("sex");
        let sex = self.text("sex");
        if !sex.is_empty() {
            match Sex::parse(&sex) {
                Ok(sex) => self.judged.intake.sex = Some(sex),
                Err(rule) => self.refuse(&found, rule, "Isi L untuk laki-laki atau P untuk perempuan."),
            }
        }
        if let Some(birth) = self.date("birth_date") {
            self.judged.intake.birth_date = Some(birth);
            let latest = self.setting.today.year() - 17;
            if !(1940..=latest).contains(&birth.year()) {
                let found = self.row.get("birth_date");
                let rule = format!("Tahun lahir {} di luar 1940 sampai {latest}.", birth.year());
                self.refuse(&found, rule, "Periksa tanggal lahir; berkas dari Excel untuk Mac dapat bergeser 4 tahun.");
            }
        }
        self.nik();
        let mut phone = self.text("phone");
        if self.row.get("phone").kind == Kind::Number && phone.starts_with('8') {
            phone.insert(0, '0');
        }
        self.judged.intake.phone = phone;
        let email = self.text("email");
        self.judged.intake.email = if email.is_empty() { self.text("email_gov") } else { email };
        self.judged.intake.address = self.text("address");
        self.judged.intake.note = self.text("note");
        self.compare_with_nip();
    }

    fn nik(&mut self) {
        let found = self.row.get("nik");
        let nik: String = self.text("nik").chars().filter(|letter| !matches!(letter, ' ' | '\'' | '.' | '-')).collect();
        if nik.is_empty() {
            return;
        }
        if found.kind == Kind::Number {
            let rule = "NIK tersimpan sebagai angka: Excel hanya menyimpan 15 digit, sisanya hilang.";
            self.refuse(&found, rule, "Ubah format kolom NIK menjadi Teks, lalu isi ulang dari sumber aslinya.");
        } else if nik.len() != 16 || !nik.bytes().all(|byte| byte.is_ascii_digit()) {
            let rule = format!("NIK harus 16 digit angka; ini {} huruf.", nik.chars().count());
            self.refuse(&found, rule, "Periksa pada KTP, atau kosongkan sel ini.");
        } else {
            self.judged.intake.nik = nik;
        }
    }

    fn compare_with_nip(&mut self) {
        let Some(nip) = self.judged.intake.nip.clone() else { return };
        if self.judged.intake.birth_date.is_some_and(|birth| birth != nip.birth_date()) {
            self.judged.warnings.push("Tanggal lahir berbeda dengan yang tertulis di NIP.".to_owned());
        }
        if self.judged.intake.sex.is_some_and(|sex| sex != nip.sex()) {
            self.judged.warnings.push("Jenis kelamin berbeda dengan yang tertulis di NIP.".to_owned());
        }
        if self.judged.intake.kind == Some(PersonKind::Pppk) && nip.kind() == NipKind::Pns {
            self.judged.warnings.push("Status PPPK, tetapi susunan NIP seperti PNS.".to_owned());
        }
    }

    fn career(&mut self) {
        let found = self.row.get("rank");
        let rank = self.text("rank");
        if !rank.is_empty() && rank != "0" {
            match Rank::parse(&rank) {
                Ok(rank) => self.judged.intake.rank = Some(rank),
                Err(rule) => self.refuse(&found, rule, "Perbaiki golongan, atau kosongkan sel ini."),
            }
        }
        self.judged.intake.rank_from = self.date("tmt_rank");
        self.judged.intake.position = self.text("position");
        self.judged.intake.position_kind = self.text("position_kind");
        self.judged.intake.eselon = self.text("eselon");
        self.judged.intake.post_from = self.date("tmt_position");
        let mut path = split_unit_path(&self.text("unit"));
        let parent = self.text("unit_parent");
        let is_government = parent.to_uppercase().starts_with("PEMERINTAH");
        if path.len() == 1
            && !parent.is_empty()
            && !is_government
            && name::words_key(&parent) != name::words_key(&path[0])
        {
            path.insert(0, parent);
        }
        self.judged.intake.unit_path = path;
        let major = self.text("major");
        let education = self.text("education");
        let level = self.text("education_level");
        (self.judged.intake.education_level, self.judged.intake.education_major) =
            match (level.is_empty(), major.is_empty()) {
                (false, _) => (level, if major.is_empty() { education } else { major }),
                (true, _) => (education, major),
            };
        self.graduation_year();
    }

    fn graduation_year(&mut self) {
        let found = self.row.get("graduation_year");
        let text = self.text("graduation_year");
        if text.is_empty() || text == "0" {
            return;
        }
        match text.parse::<i32>() {
            Ok(year) if (1940..=self.setting.today.year()).contains(&year) => {
                self.judged.intake.education_year = Some(year)
            }
            Ok(_) | Err(_) => self.refuse(
                &found,
                "Tahun lulus bukan tahun yang wajar.",
                "Perbaiki tahun lulus, atau kosongkan sel ini.",
            ),
        }
    }
}
