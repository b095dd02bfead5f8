//! Makes certificates of an invented class and prints what it took as JSON, to be put beside other engines.
//!
//! `certificates merged|files|sample COUNT FOLDER [a4|f4] [photo]`

use chrono::NaiveDate;
use documents::certificate::{
    CertificateBatch, CertificateJob, CertificatePaper, CertificateStyle, PhotoSize, SAMPLE_LOGO,
};
use documents::pdf::Pictures;
use domain::certificates::content::{CertificateContent, Letterhead, Role, Signatory, SubjectLine};
use domain::ids::AssetId;
use domain::score::Score;
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

const LOGO: u128 = 1;
const NAMES: [&str; 8] = [
    "Ani",
    "Dr. Ir. H. Muhammad Syafi’i Nasution, S.Sos., M.Si., M.Kom.",
    "Siti Nurhaliza Ramadhani, S.Pd.",
    "I Gusti Ngurah Made Agung Putra Wirawan, S.H., M.H.",
    "Budi Santoso, A.Md.Kep.",
    "Maria Goretti Wanggai, S.STP., M.AP.",
    "Prof. Dr. R. Ay. Kusumaningtyas Prawiradirdja-Sastrowardoyo, S.E., Ak., M.M., CA., CPA., CIPSAS.",
    "Yohanes Daud Rumbiak",
];

fn content(index: usize, subjects: usize) -> Result<CertificateContent, String> {
    let number = |index: usize| format!("800.2/{:03}/BKPSDM/VIII/2026", index + 1);
    let person = NAMES[index % NAMES.len()];
    Ok(CertificateContent {
        title: "SURAT TANDA TAMAT PELATIHAN".into(),
        number: number(index),
        replaces: (index % 8 == 3).then(|| number(index + 400)),
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN TANAH RIMBA".into(),
            office: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA".into(),
            contact_lines: vec![
                "Jalan Jenderal Sudirman Nomor 12, Muara Rimba 36613, Telepon (0743) 21034".into(),
                "Laman bkpsdm.tanahrimba.example, pos-el bkpsdm@tanahrimba.example".into(),
            ],
            logo: Some(AssetId::from(uuid_of(LOGO))),
        },
        opening: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba berdasarkan Undang-Undang \
                  Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara serta ketentuan pelaksanaannya menyatakan bahwa:"
            .into(),
        name: if index < NAMES.len() { person.into() } else { format!("{person} {}", index / NAMES.len()) },
        nip: format!("19850{:03}20100{}1{:03}", 101 + index % 800, 1 + index % 9, index % 1000)
            .chars()
            .chain("000".chars())
            .take(18)
            .collect(),
        rows: vec![
            ("Tempat/Tanggal Lahir".into(), "Muara Rimba, 1 Januari 1985".into()),
            ("Pangkat/Golongan Ruang".into(), "Penata Tingkat I, III/d".into()),
            ("Jabatan".into(), "Analis Pengembangan Kompetensi Aparatur Sipil Negara Ahli Muda".into()),
            (
                "Unit Kerja".into(),
                if index % 8 == 6 {
                    "Subbagian Perencanaan, Evaluasi, dan Keuangan, Sekretariat, Dinas Pengendalian Penduduk, Keluarga \
                     Berencana, Pemberdayaan Perempuan, dan Perlindungan Anak, Pemerintah Kabupaten Tanah Rimba"
                        .into()
                } else {
                    "Bidang Pengembangan Kompetensi".into()
                },
            ),
        ],
        role: Role::Peserta,
        statement: "LULUS".into(),
        closing: "pada Pelatihan Manajemen Pelayanan Publik Berbasis Digital Angkatan III Tahun 2026 yang diselenggarakan \
                  oleh Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba di Muara Rimba dari \
                  tanggal 3 sampai dengan 14 Agustus 2026 selama 90 (sembilan puluh) jam pelajaran."
            .into(),
        predicate: Some("Memuaskan".into()),
        score: Some(Score::from_hundredths(8250 + i32::try_from(index % 1000).unwrap_or(0))?),
        issue_place: "Muara Rimba".into(),
        issue_date: NaiveDate::from_ymd_opt(2026, 8, 17).unwrap_or_default(),
        signatory: Signatory {
            name: "Drs. H. Abdul Manaf Siregar, M.Si.".into(),
            nip: "196908171994031007".into(),
            position: "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia".into(),
            rank: "Pembina Utama Muda".into(),
        },
        photo: None,
        programme: "Pelatihan Manajemen Pelayanan Publik Berbasis Digital".into(),
        class_name: "Angkatan III Tahun 2026".into(),
        subjects: (0..subjects)
            .map(|subject| SubjectLine {
                group: ["Agenda I: Sikap Perilaku", "Agenda II: Pelayanan Publik", "Agenda III: Aktualisasi"]
                    [subject * 3 / subjects.max(1)]
                .into(),
                name: format!("Mata pelatihan {} tentang pelayanan publik dan tata kelola", subject + 1),
                jp: u32::try_from(2 + subject % 6).unwrap_or(2),
            })
            .collect(),
    })
}

fn uuid_of(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

/// Most memory that the process has held, in KB; 0 where the system does not tell.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| arguments.get(at).map_or("", String::as_str);
    let mode = if arguments.is_empty() { "merged" } else { word(0) };
    let count: usize = word(1).parse().unwrap_or(1000);
    let folder = Path::new(if arguments.len() > 2 { word(2) } else { "." });
    std::fs::create_dir_all(folder)?;
    let paper = if word(3) == "f4" { CertificatePaper::F4 } else { CertificatePaper::A4 };
    let photo = match word(4) {
        "" => None,
        "4x6" => Some(PhotoSize::FourBySix),
        _ => Some(PhotoSize::ThreeByFour),
    };
    let style = CertificateStyle { paper, photo, ..CertificateStyle::default() };
    let subjects = word(5).parse().unwrap_or(15);

    let started = Instant::now();
    let pictures = Pictures::from_map(BTreeMap::from([(AssetId::from(uuid_of(LOGO)), SAMPLE_LOGO.to_vec())]));
    let mut batch = CertificateBatch::new(style, &pictures)?;
    let contents = (0..count).map(|index| content(index, subjects)).collect::<Result<Vec<_>, _>>()?;
    let code = |index: usize| {
        format!("BA1.800.2/{:03}/BKPSDM/VIII/2026.19850101******007.{:064}", index + 1, (index + 7) * 7_919_353)
    };
    let short = |index: usize| format!("K7QF-{:04}-M2XD", index);
    let codes: Vec<(String, String)> = (0..count).map(|index| (code(index), short(index))).collect();
    let job =
        |index: usize| CertificateJob { content: &contents[index], code: &codes[index].0, short_code: &codes[index].1 };
    let mut bytes = 0;
    if mode == "merged" {
        let mut file = std::fs::File::create(folder.join("merged.pdf"))?;
        batch.merged((0..count).map(job), &mut file, &mut |_| ControlFlow::Continue(()))?;
        bytes = file.metadata()?.len();
    } else {
        for index in 0..count {
            let made = batch.single(&job(index))?;
            bytes += made.len() as u64;
            std::fs::File::create(folder.join(format!("{index:04}.pdf")))?.write_all(&made)?;
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    let line = format!(
        "{{\"engine\":\"binaasn\",\"mode\":\"{mode}\",\"count\":{count},\"seconds\":{seconds:.3},\"peak_kb\":{},\"bytes\":{bytes}}}\n",
        peak_kb()
    );
    std::io::stdout().write_all(line.as_bytes())?;
    Ok(())
}
