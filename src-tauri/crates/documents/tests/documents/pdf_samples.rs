//! An invented certificate, and readers that look into PDF files without our own code.

use chrono::NaiveDate;
use documents::certificate::{CertificateJob, CertificateStyle, SAMPLE_LOGO, write_single};
use documents::pdf::Pictures;
use domain::certificates::content::{CertificateContent, Letterhead, Role, Signatory, SubjectLine};
use domain::ids::AssetId;
use domain::refusal::Refusal;
use domain::score::Score;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

pub(crate) const CODE: &str = "BA1.800.2/001/2026.19850101******001.MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";
pub(crate) const SHORT: &str = "K7QF-9M2X-44TD";

pub(crate) fn asset(number: u128) -> AssetId {
    AssetId::from(uuid::Uuid::from_u128(number))
}

/// The logo under id 1 and the same picture as photo under id 2.
pub(crate) fn pictures() -> Pictures<'static> {
    Pictures::from_map(BTreeMap::from([(asset(1), SAMPLE_LOGO.to_vec()), (asset(2), SAMPLE_LOGO.to_vec())]))
}

pub(crate) fn subjects(count: u32) -> Vec<SubjectLine> {
    (0..count)
        .map(|index| SubjectLine {
            group: format!("Agenda {}", index / 6 + 1),
            name: format!("Mata pelatihan ke-{}", index + 1),
            jp: 2 + index % 4,
        })
        .collect()
}

pub(crate) fn content() -> CertificateContent {
    CertificateContent {
        title: "SURAT TANDA TAMAT PELATIHAN".into(),
        number: "800.2/001/BKPSDM/VIII/2026".into(),
        replaces: None,
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN TANAH RIMBA".into(),
            office: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA".into(),
            contact_lines: vec!["Jalan Jenderal Sudirman Nomor 12, Muara Rimba 36613".into()],
            logo: Some(asset(1)),
        },
        opening: "Badan Kepegawaian berdasarkan Undang-Undang Nomor 20 Tahun 2023 menyatakan bahwa:".into(),
        name: "Siti Nurhaliza Ramadhani, S.Pd.".into(),
        nip: "198501012010012001".into(),
        rows: vec![("Jabatan".into(), "Analis Kompetensi".into()), ("Unit Kerja".into(), "Bidang Pengembangan".into())],
        role: Role::Peserta,
        statement: "LULUS".into(),
        closing: "pada Pelatihan Pelayanan Publik di Muara Rimba selama 90 (sembilan puluh) jam pelajaran.".into(),
        predicate: Some("Memuaskan".into()),
        score: Score::from_hundredths(8250).ok(),
        issue_place: "Muara Rimba".into(),
        issue_date: NaiveDate::from_ymd_opt(2026, 8, 17).expect("a date"),
        signatory: Signatory {
            name: "Drs. H. Abdul Manaf Siregar, M.Si.".into(),
            nip: "196908171994031007".into(),
            position: "Kepala Badan Kepegawaian".into(),
            rank: "Pembina Utama Muda".into(),
        },
        photo: None,
        programme: "Pelatihan Pelayanan Publik".into(),
        class_name: "Angkatan III".into(),
        subjects: subjects(15),
    }
}

pub(crate) fn job(content: &CertificateContent) -> CertificateJob<'_> {
    CertificateJob { content, code: CODE, short_code: SHORT }
}

pub(crate) fn single(content: &CertificateContent) -> Result<Vec<u8>, Refusal> {
    write_single(&job(content), &pictures(), CertificateStyle::default())
}

/// Text of each page: strings in drawing order through the map to Unicode of their font, one line each.
pub(crate) fn texts(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a whole file");
    let page_text = |page: ObjectId| {
        let dictionary = document.get_dictionary(page).expect("a page");
        let resources = dictionary.get(b"Resources").and_then(Object::as_dict).expect("resources");
        let mut out = String::new();
        collect(&document, &document.get_page_content(page), resources, &mut out);
        out
    };
    document.page_iter().map(page_text).collect()
}

fn inner<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    document.dereference(dictionary.get(key).ok()?).ok().map(|(_, object)| object)
}

fn collect(document: &Document, content: &[u8], resources: &Dictionary, out: &mut String) {
    let fonts = inner(document, resources, b"Font").and_then(|fonts| fonts.as_dict().ok()).expect("fonts");
    let mut maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = BTreeMap::new();
    let mut font = Vec::new();
    for operation in Content::decode(content).expect("operators").operations {
        let strings: Vec<&Object> = match operation.operator.as_str() {
            "Tf" => {
                font = operation.operands[0].as_name().expect("a name").to_vec();
                maps.entry(font.clone()).or_insert_with(|| {
                    let font = inner(document, fonts, &font).and_then(|font| font.as_dict().ok()).expect("a font");
                    unicode_map(document, font)
                });
                continue;
            }
            "Tj" => vec![&operation.operands[0]],
            "TJ" => operation.operands[0].as_array().expect("strings").iter().collect(),
            "Do" => {
                let objects = inner(document, resources, b"XObject").and_then(|x| x.as_dict().ok()).expect("objects");
                let name = operation.operands[0].as_name().expect("a name");
                let stream = inner(document, objects, name).and_then(|form| form.as_stream().ok()).expect("a stream");
                if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form") {
                    let resources = inner(document, &stream.dict, b"Resources").and_then(|r| r.as_dict().ok());
                    let content = stream.decompressed_content().expect("operators");
                    collect(document, &content, resources.expect("resources of the form"), out);
                }
                continue;
            }
            _ => continue,
        };
        for string in strings {
            if let Object::String(bytes, _) = string {
                for pair in bytes.chunks_exact(2) {
                    let code = u16::from_be_bytes([pair[0], pair[1]]);
                    out.push_str(maps[&font].get(&code).map_or("\u{fffd}", String::as_str));
                }
            }
        }
        out.push('\n');
    }
}

fn unicode_map(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = inner(document, font, b"ToUnicode").and_then(|map| map.as_stream().ok()).expect("a map");
    let text = String::from_utf8(stream.decompressed_content().expect("a stream")).expect("text");
    text.lines()
        .filter_map(|line| {
            let (code, units) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("><")?;
            let unit = |at: usize| u16::from_str_radix(&units[at * 4..at * 4 + 4], 16).ok();
            let units: Vec<u16> = (0..units.len() / 4).map(unit).collect::<Option<_>>()?;
            Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
        })
        .collect()
}

/// Runs a poppler tool on a file; none where it is not installed.
pub(crate) fn poppler(
    tool: &str,
    arguments: &[&str],
    bytes: &[u8],
    after: &[&str],
) -> Option<(Vec<u8>, tempfile::TempDir)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, bytes).expect("written");
    let output = Command::new(tool).args(arguments).arg(&path).args(after).current_dir(folder.path()).output().ok()?;
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    Some((output.stdout, folder))
}

pub(crate) fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("a file")
}
