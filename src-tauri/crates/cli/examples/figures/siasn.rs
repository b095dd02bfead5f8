//! A list of invented people as SIASN exports it: all 65 columns, the same file every time.

use chrono::{Datelike, Days, NaiveDate};
use domain::import::people_spec::SIASN_HEADINGS;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::path::Path;

const FIRST: [&str; 32] = [
    "Ahmad", "Budi", "Candra", "Dedi", "Eko", "Fajar", "Galih", "Hendra", "Irwan", "Joko", "Lukman", "Mulyadi",
    "Rahmat", "Slamet", "Taufik", "Yusuf", "Aisyah", "Bunga", "Citra", "Dewi", "Endang", "Fitri", "Gita", "Hesti",
    "Indah", "Kartika", "Lestari", "Maya", "Ratna", "Siti", "Wulan", "Zahra",
];
const LAST: [&str; 24] = [
    "Abimanyu",
    "Baskara",
    "Cendana",
    "Darmawan",
    "Firmansyah",
    "Gunawan",
    "Hidayat",
    "Iskandar",
    "Kusuma",
    "Laksana",
    "Mahendra",
    "Nugraha",
    "Permana",
    "Ramadhan",
    "Saputra",
    "Tanjung",
    "Wibawa",
    "Zainuddin",
    "Anggraeni",
    "Maharani",
    "Pertiwi",
    "Rahayu",
    "Simatupang",
    "Wulandari",
];
const DEGREES: [(&str, &str); 6] = [
    ("", ""),
    ("", "S.Kom."),
    ("", "S.E., M.M."),
    ("", "S.Kep., Ns."),
    ("Dr. Ir.", "S.Sos., M.Si."),
    ("Drs.", "M.Pd."),
];
const OFFICES: [&str; 30] = [
    "SEKRETARIAT DAERAH",
    "SEKRETARIAT DPRD",
    "INSPEKTORAT",
    "DINAS PENDIDIKAN DAN KEBUDAYAAN",
    "DINAS KESEHATAN",
    "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG",
    "DINAS PERUMAHAN DAN KAWASAN PERMUKIMAN",
    "SATUAN POLISI PAMONG PRAJA",
    "DINAS SOSIAL",
    "DINAS TENAGA KERJA DAN TRANSMIGRASI",
    "DINAS KETAHANAN PANGAN",
    "DINAS LINGKUNGAN HIDUP",
    "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
    "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA",
    "DINAS PERHUBUNGAN",
    "DINAS KOMUNIKASI DAN INFORMATIKA",
    "DINAS KOPERASI DAN USAHA KECIL MENENGAH",
    "DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU",
    "DINAS KEPEMUDAAN DAN OLAHRAGA",
    "DINAS PERPUSTAKAAN DAN KEARSIPAN",
    "DINAS PERIKANAN",
    "DINAS PERTANIAN",
    "DINAS PERDAGANGAN DAN PERINDUSTRIAN",
    "BADAN PERENCANAAN PEMBANGUNAN DAERAH",
    "BADAN KEUANGAN DAERAH",
    "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
    "BADAN PENANGGULANGAN BENCANA DAERAH",
    "KECAMATAN SUNGAI JERNIH",
    "KECAMATAN MUARA TENANG",
    "KECAMATAN BUKIT DAMAI",
];
const PARTS: [&str; 12] = [
    "SEKRETARIAT",
    "SUBBAGIAN UMUM DAN KEPEGAWAIAN",
    "SUBBAGIAN PERENCANAAN DAN KEUANGAN",
    "BIDANG PELAYANAN",
    "BIDANG PEMBINAAN",
    "BIDANG PENGENDALIAN",
    "UPTD WILAYAH UTARA",
    "UPTD WILAYAH SELATAN",
    "SEKSI PEMERINTAHAN",
    "SEKSI PELAYANAN UMUM",
    "BIDANG DATA DAN INFORMASI",
    "BIDANG KERJA SAMA",
];
const POSITIONS: [(&str, &str); 8] = [
    ("PENGELOLA LAYANAN OPERASIONAL", "Jabatan Pelaksana"),
    ("PENELAAH TEKNIS KEBIJAKAN", "Jabatan Pelaksana"),
    ("PRANATA KOMPUTER AHLI PERTAMA", "Jabatan Fungsional Tertentu"),
    ("PERAWAT TERAMPIL", "Jabatan Fungsional Tertentu"),
    ("GURU AHLI PERTAMA", "Jabatan Fungsional Tertentu"),
    ("ANALIS KEBIJAKAN AHLI MUDA", "Jabatan Fungsional Tertentu"),
    ("KEPALA SEKSI PELAYANAN UMUM", "Jabatan Struktural"),
    ("ARSIPARIS MAHIR", "Jabatan Fungsional Tertentu"),
];
const STUDIES: [(&str, &str); 5] = [
    ("S-1/Sarjana", "S-1 ILMU PEMERINTAHAN"),
    ("S-1/Sarjana", "S-1 MANAJEMEN"),
    ("Diploma III/Sarjana Muda", "D-III KEPERAWATAN"),
    ("SLTA", "SMA IPA"),
    ("S-2", "S-2 ADMINISTRASI PUBLIK"),
];
const RANKS: [&str; 9] = ["II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b"];
const TOWNS: [&str; 5] = ["MUARA TENANG", "SUNGAI JERNIH", "BUKIT DAMAI", "PADANG CERMIN", "TELUK BATANG"];

/// A sequence that only depends on its start (Park and Miller 1988, revised multiplier 48271).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap_or(0) % sides.max(1)
    }

    pub(crate) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }

    /// As the ids of SIASN look: 32 hexadecimal digits.
    fn code(&mut self) -> String {
        (0..4).map(|_| format!("{:08X}", self.roll(2_147_483_647) * 2)).collect()
    }
}

/// Writes the list.
pub(crate) fn write(path: &Path, people: usize) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let text = Format::new().set_num_format("@");
    for (column, heading) in (0..).zip(SIASN_HEADINGS) {
        sheet.write_string_with_format(0, column, heading, &text)?;
    }
    let mut dice = Dice(20_260_302);
    let codes: Vec<String> = (0..OFFICES.len() * PARTS.len() + 64).map(|_| dice.code()).collect();
    for (number, row) in (0..people).zip(1..) {
        let person = person(number, &mut dice, &codes);
        for (column, heading) in (0..).zip(SIASN_HEADINGS) {
            let value = person.iter().find(|(name, _)| *name == heading).map_or("", |(_, value)| value);
            if !value.is_empty() {
                sheet.write_string_with_format(row, column, value, &text)?;
            }
        }
    }
    book.save(path)
}

fn day(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// Birth dates before one is used again.
const SPREAD: usize = 28 * 365;

fn person(number: usize, dice: &mut Dice, codes: &[String]) -> Vec<(&'static str, String)> {
    let pppk = dice.roll(5) == 0;
    let man = dice.roll(2) == 0;
    let first = if man { dice.pick(&FIRST[..16]) } else { dice.pick(&FIRST[16..]) };
    let born = NaiveDate::from_ymd_opt(1966, 1, 1).unwrap_or_default() + Days::new((number * 3571 % SPREAD) as u64);
    let year = born.year() + 23 + i32::try_from(dice.roll(6)).unwrap_or(0);
    let month = 1 + u32::try_from(dice.roll(12)).unwrap_or(0);
    let start = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    let block = if pppk { "21".to_owned() } else { format!("{month:02}") };
    let serial = 1 + number / SPREAD;
    let nip = format!("{}{year}{block}{}{serial:03}", born.format("%Y%m%d"), if man { 1 } else { 2 });
    let (front, back) = dice.pick(&DEGREES);
    let (office, part) = (dice.roll(OFFICES.len()), dice.roll(PARTS.len()));
    let (position, position_kind) = dice.pick(&POSITIONS);
    let (level, study) = dice.pick(&STUDIES);
    let town = dice.pick(&TOWNS);
    let rank = if pppk { "IX" } else { dice.pick(&RANKS) };
    let later = |years: i32| start.with_year(year + years).map(day).unwrap_or_default();
    let known = |at: usize| codes[OFFICES.len() * PARTS.len() + at].clone();
    let owned = str::to_owned;
    vec![
        ("PNS ID", dice.code()),
        ("NIP BARU", nip),
        ("NAMA", format!("{first} {} {}", dice.pick(&LAST), dice.pick(&LAST)).to_uppercase()),
        ("GELAR DEPAN", owned(front)),
        ("GELAR BELAKANG", owned(back)),
        ("TEMPAT LAHIR ID", known(town.len() % 8)),
        ("TEMPAT LAHIR NAMA", owned(town)),
        ("TANGGAL LAHIR", day(born)),
        ("JENIS KELAMIN", owned(if man { "M" } else { "F" })),
        ("AGAMA ID", owned("1")),
        ("AGAMA NAMA", owned(dice.pick(&["Islam", "Kristen", "Katholik", "Hindu"]))),
        ("JENIS KAWIN ID", owned("1")),
        ("JENIS KAWIN NAMA", owned("Menikah")),
        ("NIK", format!("9999{:012}", 10_000_000_000_usize + number * 37)),
        ("NOMOR HP", format!("0800{:08}", number + 10_000)),
        ("EMAIL", format!("pegawai{number}@contoh.example")),
        ("EMAIL GOV", format!("pegawai{number}@kab.example")),
        ("ALAMAT", format!("Jl. Melati No. {}, RT 0{} RW 0{}, {town}", number + 1, 1 + number % 9, 1 + number % 7)),
        ("NPWP NOMOR", format!("{:015}", 80_000_000_000_000_usize + number * 91)),
        ("BPJS", format!("{:013}", 1_000_000_000_usize + number * 17)),
        ("JENIS PEGAWAI ID", owned("9")),
        ("JENIS PEGAWAI NAMA", owned(if pppk { "PPPK" } else { "PNS Daerah" })),
        ("KEDUDUKAN HUKUM ID", owned("01")),
        ("KEDUDUKAN HUKUM NAMA", owned("Aktif")),
        ("STATUS CPNS PNS", owned(if pppk { "" } else { "P" })),
        ("KARTU ASN VIRTUAL", format!("{:08}", number * 7)),
        ("NOMOR SK CPNS", format!("813/{}/BKD/{year}", number + 1)),
        ("TANGGAL SK CPNS", day(start)),
        ("TMT CPNS", day(start)),
        ("NOMOR SK PNS", if pppk { String::new() } else { format!("821/{}/BKD/{}", number + 1, year + 1) }),
        ("TANGGAL SK PNS", if pppk { String::new() } else { later(1) }),
        ("TMT PNS", if pppk { String::new() } else { later(1) }),
        ("GOL AWAL ID", owned("31")),
        ("GOL AWAL NAMA", owned(if pppk { rank } else { "II/b" })),
        ("GOL AKHIR ID", owned("33")),
        ("GOL AKHIR NAMA", owned(rank)),
        ("TMT GOLONGAN", later(3)),
        ("MK TAHUN", (2026 - year).to_string()),
        ("MK BULAN", (month - 1).to_string()),
        ("JENIS JABATAN ID", owned("2")),
        ("JENIS JABATAN NAMA", owned(position_kind)),
        ("JABATAN ID", known(8 + position.len() % 16)),
        ("JABATAN NAMA", owned(position)),
        ("TMT JABATAN", later(3)),
        ("TINGKAT PENDIDIKAN ID", owned("40")),
        ("TINGKAT PENDIDIKAN NAMA", owned(level)),
        ("PENDIDIKAN ID", known(24 + study.len() % 16)),
        ("PENDIDIKAN NAMA", owned(study)),
        ("TAHUN LULUS", (born.year() + 22).to_string()),
        ("KPKN ID", known(40)),
        ("KPKN NAMA", owned("KPPN MUARA TENANG")),
        ("LOKASI KERJA ID", known(41)),
        ("LOKASI KERJA NAMA", owned("Kab. Sungai Jernih")),
        ("UNOR ID", codes[office * PARTS.len() + part].clone()),
        ("UNOR NAMA", format!("{} - {}", OFFICES[office], PARTS[part])),
        ("INSTANSI INDUK ID", known(42)),
        ("INSTANSI INDUK NAMA", owned("Pemerintah Kab. Sungai Jernih")),
        ("INSTANSI KERJA ID", known(42)),
        ("INSTANSI KERJA NAMA", owned("Pemerintah Kab. Sungai Jernih")),
        ("SATUAN KERJA INDUK ID", known(office)),
        ("SATUAN KERJA INDUK NAMA", owned(OFFICES[office])),
        ("SATUAN KERJA KERJA ID", known(office)),
        ("SATUAN KERJA KERJA NAMA", owned(OFFICES[office])),
        ("IS VALID NIK", owned("1")),
    ]
}
