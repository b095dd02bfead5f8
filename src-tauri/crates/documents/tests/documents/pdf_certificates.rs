//! Certificates: text, layout, files, batches.

use crate::pdf_samples::{asset, content, job, pictures, poppler, single, subjects, texts};
use chrono::NaiveDate;
use documents::certificate::{
    CertificateBatch, CertificateJob, CertificatePaper, CertificateStyle, Error, Fit, MAX_FILE_NAME, MIN_NAME_PT,
    PhotoSize, SAMPLE_LOGO, check, file_name, write_merged,
};
use documents::pdf::{Pictures, TextBox};
use domain::certificates::content::CertificateContent;
use domain::indonesian::date as long_date;
use domain::people::nip::printed as spaced_nip;
use domain::refusal::Code;
use lopdf::Document;
use proptest::prelude::*;
use std::ops::ControlFlow;

const GO: ControlFlow<()> = ControlFlow::Continue(());

fn named(name: &str) -> CertificateContent {
    CertificateContent { name: name.into(), ..content() }
}

#[test]
fn t03_the_same_content_gives_the_same_bytes() {
    let first = single(&content()).expect("drawn");
    assert_eq!(first, single(&content()).expect("drawn"));
    let pictures = pictures();
    let mut batch = CertificateBatch::new(CertificateStyle::default(), &pictures).expect("a batch");
    let other = CertificateContent { title: "SERTIFIKAT".into(), subjects: subjects(3), ..named("Ani Ŵ e\u{301}") };
    batch.single(&job(&other)).expect("drawn");
    assert_eq!(first, batch.single(&job(&content())).expect("drawn"), "what was made before leaves no trace");
    assert_ne!(first, single(&named("Ani")).expect("drawn"));
}

#[test]
fn t04_every_latin_letter_is_copied_out_as_typed() {
    let letters: Vec<char> = (0xc0..=0x24f).filter_map(char::from_u32).collect();
    for part in letters.chunks(40) {
        let name: String = part.iter().collect();
        let bytes = single(&named(&name)).expect("drawn");
        let front = texts(&bytes).remove(0);
        assert!(front.replace('\n', "").contains(&name), "{name} stands on the front page");
        if let Some((out, _)) = poppler("pdftotext", &["-f", "1", "-l", "1", "-raw"], &bytes, &["-"]) {
            let out: String = String::from_utf8(out).expect("text").split_whitespace().collect();
            assert!(out.contains(&name), "pdftotext reads {name}");
        }
    }
}

#[test]
fn t04_apostrophes_quotes_and_typed_combining_marks_are_kept() {
    for name in [
        "Syafi’i O'Neill “Ani” – D‘Arc ʿAlī Ḥasan",
        "Ca\u{301}ndra R\u{0323}\u{0301}ani",
        "Jose\u{301} José",
        "A\u{a0}B‑C",
    ] {
        let bytes = single(&named(name)).expect("drawn");
        assert!(texts(&bytes)[0].contains(&format!("{name}\n")), "{name} is extracted as typed");
    }
}

#[test]
fn t04_a_letter_without_glyph_is_named_and_nothing_is_made() {
    for (name, shown) in
        [("Ani 😀", "U+1F600"), ("محمد", "U+0645"), ("A\0B", "U+0000"), ("A\tB", "U+0009"), ("山田", "U+5C71")]
    {
        let refusal = single(&named(name)).expect_err("refused");
        assert_eq!(refusal.code, Code::MissingGlyph);
        assert!(refusal.message.contains(shown) && refusal.message.contains(name), "{}", refusal.message);
        assert_eq!(refusal.fields[0].field, "name");
    }
    let refusal =
        single(&CertificateContent { rows: vec![("Jabatan".into(), "☃".into())], ..content() }).expect_err("refused");
    assert!(refusal.message.starts_with("Jabatan untuk Siti"), "{}", refusal.message);
}

#[test]
fn fonts_are_embedded_and_subset() {
    let bytes = single(&content()).expect("drawn");
    let document = Document::load_mem(&bytes).expect("a whole file");
    let mut programs = 0;
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        let Ok(name) = dictionary.get(b"FontName").and_then(lopdf::Object::as_name) else { continue };
        assert!(name.len() > 7 && name[6] == b'+' && name[..6].iter().all(u8::is_ascii_uppercase), "six capitals");
        assert!(dictionary.has(b"FontFile2"));
        programs += 1;
    }
    assert_eq!(programs, 3);
    if let Some((out, _)) = poppler("pdffonts", &[], &bytes, &[]) {
        let out = String::from_utf8(out).expect("text");
        assert_eq!(out.lines().filter(|line| line.contains(" yes yes yes ")).count(), 3, "{out}");
    }
}

fn boxes_are_sound(fit: &Fit, style: CertificateStyle) -> Result<(), TestCaseError> {
    let (width, height) = match style.paper {
        CertificatePaper::A4 => (841.89, 595.28),
        CertificatePaper::F4 => (935.43, 609.45),
    };
    for (number, page) in fit.boxes.iter().enumerate() {
        // Inside the border of the front page, and where printers print on the others.
        let edge = if number == 0 { 9.2 } else { 6.0 } * 72.0 / 25.4;
        for (index, text) in page.iter().enumerate() {
            let inside =
                text.left >= edge && text.right <= width - edge && text.bottom >= edge && text.top <= height - edge;
            prop_assert!(inside, "outside: {text:?}");
            prop_assert!(text.size >= 5.0, "too small: {text:?}");
            for other in &page[..index] {
                prop_assert!(!overlap(text, other), "{text:?} overlaps {other:?}");
            }
        }
    }
    prop_assert!(fit.name_size_pt >= MIN_NAME_PT);
    Ok(())
}

fn overlap(one: &TextBox, other: &TextBox) -> bool {
    let slack = 0.6;
    one.left < other.right - slack
        && other.left < one.right - slack
        && one.bottom < other.top - slack
        && other.bottom < one.top - slack
}

fn style_strategy() -> impl Strategy<Value = CertificateStyle> {
    (any::<bool>(), prop_oneof![Just(None), Just(Some(PhotoSize::ThreeByFour)), Just(Some(PhotoSize::FourBySix))])
        .prop_map(|(f4, photo)| CertificateStyle {
            paper: if f4 { CertificatePaper::F4 } else { CertificatePaper::A4 },
            photo,
            ..CertificateStyle::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn t05_all_text_stays_in_its_box(
        name in "(Dr\\. |Prof\\. )?[A-Z][a-z’'-]{0,14}( [A-Z][a-z]{0,12}){0,8}(, (S\\.Sos\\.|M\\.Si\\.|M\\.Kom\\.)){0,4}",
        unit in "[A-Z][a-z]{2,10}( [A-Z]?[a-z]{2,12}){1,20}",
        position in "[A-Z][a-z]{2,10}( [A-Z]?[a-z]{2,12}){1,10}",
        count in 0_u32..60,
        style in style_strategy(),
    ) {
        let name: String = name.chars().take(120).collect();
        let mut content = named(&name);
        content.rows[1].1 = unit;
        content.signatory.position = position;
        content.signatory.name = name;
        content.subjects = subjects(count);
        content.letterhead.logo = None;
        content.replaces = (count % 2 == 0).then(|| "800.2/900/BKPSDM/2025".into());
        let fitted = check(&job(&content), style, &pictures());
        match fitted {
            Ok(fit) => boxes_are_sound(&fit, style)?,
            // The tall photo leaves little room: a named refusal, never an overlap.
            Err(refusal) => {
                prop_assert_eq!(refusal.code, Code::DoesNotFit);
                prop_assert_eq!(style.photo, Some(PhotoSize::FourBySix), "{}", refusal.message);
            }
        }
    }

    #[test]
    fn t16_any_text_gives_a_file_or_a_named_refusal(text in any::<String>(), field in 0_usize..6) {
        let mut content = content();
        match field {
            0 => content.name = text,
            1 => content.closing = text,
            2 => content.rows[0].1 = text,
            3 => content.title = text,
            4 => content.letterhead.office = text,
            _ => content.subjects[0].name = text,
        }
        match single(&content) {
            Ok(bytes) => prop_assert!(Document::load_mem(&bytes).is_ok()),
            Err(refusal) => prop_assert!(
                matches!(refusal.code, Code::MissingGlyph | Code::DoesNotFit | Code::InvalidInput) && !refusal.fields.is_empty()
            ),
        }
    }
}

#[test]
fn t05_names_of_every_length_fit() {
    let long = "Prof. Dr. Ir. H. Raden Mas Kusumaningtyas Prawiradirdja Sastrowardoyo Wirawan Adiputra, S.Sos., S.H., M.Si., M.Kom., CA.";
    assert!(long.chars().count() >= 118);
    let style = CertificateStyle::default();
    let pictures = pictures();
    let mut batch = CertificateBatch::new(style, &pictures).expect("a batch");
    let mut sizes = Vec::new();
    for length in 1..=long.len() {
        let fit = batch.check(&job(&named(&long[..length]))).expect("fits");
        boxes_are_sound(&fit, style).expect("sound");
        sizes.push(fit.name_lines);
    }
    assert!(sizes[0] == 1 && *sizes.last().expect("some") == 2, "the longest takes two lines");
    let unbroken = "W".repeat(100);
    let fit = batch.check(&job(&named(&unbroken))).expect("fits");
    assert!(fit.wrapped && fit.shrunk && fit.name_lines <= 3);
    // A full page draws everything smaller: that does not make a short name a long one.
    let mut full = named("Ani");
    full.rows = (0..12).map(|row| (format!("Keterangan {row}"), "Dinas Pendidikan".to_owned())).collect();
    let fit = batch.check(&job(&full)).expect("fits");
    assert!(fit.name_size_pt < 28.0 && !fit.shrunk && !fit.wrapped, "{} pt", fit.name_size_pt);
    let refusal = batch.check(&job(&named(&"W".repeat(10_000)))).expect_err("refused");
    assert_eq!(refusal.code, Code::DoesNotFit);
}

#[test]
fn t06_cancelling_half_way_stops_at_once() {
    let contents: Vec<CertificateContent> = (0..20).map(|index| named(&format!("Ani {index}"))).collect();
    let mut done = 0;
    let mut progress = |count| {
        done = count;
        if count == 10 { ControlFlow::Break(()) } else { GO }
    };
    let mut out = Vec::new();
    let result =
        write_merged(contents.iter().map(job), &pictures(), CertificateStyle::default(), &mut out, &mut progress);
    assert!(matches!(result, Err(Error::Cancelled)));
    assert_eq!(done, 10);
    assert!(Document::load_mem(&out).is_err(), "half a file is no file");
}

#[test]
fn t06_a_full_disk_is_told() {
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for room in [0, 10_000, 100_000] {
        let contents: Vec<CertificateContent> = (0..60).map(|index| named(&format!("Ani {index}"))).collect();
        let jobs = contents.iter().map(job);
        let result = write_merged(jobs, &pictures(), CertificateStyle::default(), &mut Full(room), &mut |_| GO);
        assert!(matches!(result, Err(Error::Io(_))), "{room}");
    }
}

#[test]
fn t07_a_batch_shares_the_constant_parts() {
    let contents: Vec<CertificateContent> = (0..200).map(|index| named(&format!("Ani Ke-{index}"))).collect();
    let mut out = Vec::new();
    write_merged(contents.iter().map(job), &pictures(), CertificateStyle::default(), &mut out, &mut |_| GO)
        .expect("drawn");
    let document = Document::load_mem(&out).expect("a whole file");
    assert_eq!(document.get_pages().len(), 400);
    let count = |subtype: &[u8]| {
        let is = |object: &&lopdf::Object| {
            object
                .as_stream()
                .is_ok_and(|stream| stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).ok() == Some(subtype))
        };
        document.objects.values().filter(is).count()
    };
    assert_eq!((count(b"Form"), count(b"Image")), (2, 2), "one frame, one back, one logo with its transparency");
    let all = texts(&out);
    assert!((0..200).all(|index| all[index * 2].contains(&format!("Ani Ke-{index}\n"))));
    let one = single(&contents[0]).expect("drawn").len();
    assert!((out.len() - one) / 199 < 3_000, "{} bytes each", (out.len() - one) / 199);
}

#[test]
fn a_refusal_in_a_batch_says_which() {
    let contents = [named("Ani"), named("Budi 😀")];
    let result =
        write_merged(contents.iter().map(job), &pictures(), CertificateStyle::default(), &mut Vec::new(), &mut |_| GO);
    assert!(matches!(result, Err(Error::Refused { index: 1, .. })));
}

#[test]
fn t09_file_names_are_safe_on_windows() {
    assert_eq!(
        file_name("800.2/001/BKPSDM/2026", "198501012010012001", "Siti, S.Pd."),
        "800.2-001-BKPSDM-2026_198501012010012001_Siti, S.Pd.pdf"
    );
    assert_eq!(file_name("CON", "", ""), "_CON.pdf");
    assert_eq!(file_name("nul.x", "", ""), "_nul.x.pdf");
    assert_eq!(file_name("", "", ""), "sertifikat.pdf");
    assert_eq!(file_name("a", "", "Ñandú Ŵ"), "a_Ñandú Ŵ.pdf");
    assert!(file_name("1", "2", &"é".repeat(500)).chars().count() <= MAX_FILE_NAME);
}

proptest! {
    #[test]
    fn t09_no_text_makes_an_unsafe_name(number in any::<String>(), nip in any::<String>(), name in any::<String>()) {
        let made = file_name(&number, &nip, &name);
        prop_assert!(made.encode_utf16().count() <= MAX_FILE_NAME);
        prop_assert!(!made.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']) && !made.chars().any(char::is_control));
        let stem = made.strip_suffix(".pdf").expect("ending");
        prop_assert!(!stem.is_empty() && !stem.ends_with(['.', ' ']) && !stem.starts_with(' '));
    }
}

#[test]
fn t11_t12_dates_are_plain_and_indonesian() {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
    assert_eq!(long_date(date(2026, 8, 17)), "17 Agustus 2026");
    assert_eq!(long_date(date(2026, 1, 1)), "1 Januari 2026");
    let bytes = single(&content()).expect("drawn");
    assert!(texts(&bytes)[0].contains("Muara Rimba, 17 Agustus 2026\n"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("/CreationDate(D:20260817000000)"), "the date of issue, not of printing");
    assert_eq!(spaced_nip("198501012010012001"), "19850101\u{a0}201001\u{a0}2\u{a0}001");
}

#[test]
fn t14_empty_and_unfilled_fields_are_refused() {
    let refused = |change: fn(&mut CertificateContent)| {
        let mut content = content();
        change(&mut content);
        let refusal = single(&content).expect_err("refused");
        assert_eq!(refusal.code, Code::InvalidInput);
        refusal.fields[0].field.clone()
    };
    assert_eq!(refused(|content| content.number.clear()), "number");
    assert_eq!(refused(|content| content.name = "  ".into()), "name");
    assert_eq!(refused(|content| content.closing = "pada {PELATIHAN} di".into()), "closing");
    assert_eq!(refused(|content| content.rows[1].1.clear()), "rows.1");
    assert_eq!(refused(|content| content.signatory.name.clear()), "signatory.name");
    assert_eq!(refused(|content| content.subjects[2].name.clear()), "subjects.2.name");
    let mut missing = content();
    missing.letterhead.logo = Some(asset(9));
    assert_eq!(single(&missing).expect_err("refused").code, Code::NotFound);
}

#[test]
fn t13_pages_have_the_size_of_the_paper() {
    let bytes = single(&content()).expect("drawn");
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(text.matches("/MediaBox[0 0 841.890 595.276]").count(), 2, "A4 lying, both pages");
}

#[test]
fn t17_the_back_goes_on_only_when_it_must() {
    let pages = |count| {
        let content = CertificateContent { subjects: subjects(count), ..content() };
        texts(&single(&content).expect("drawn"))
    };
    assert_eq!(pages(0).len(), 1);
    let short = pages(15);
    assert_eq!(short.len(), 2);
    assert!(!short[1].contains("Halaman"));
    let long = pages(60);
    assert!(long.len() >= 3);
    for (index, text) in long.iter().enumerate().skip(1) {
        assert!(text.contains(&format!("Halaman {} dari {}\n", index + 1, long.len())));
        assert!(text.contains("Siti Nurhaliza"), "every page says whose it is");
    }
    assert!(long.iter().any(|text| text.contains("Jumlah jam pelajaran")));
}

#[test]
fn a_single_certificate_is_small() {
    let content = CertificateContent { subjects: subjects(20), ..content() };
    let bare = CertificateContent {
        letterhead: domain::certificates::content::Letterhead { logo: None, ..content.letterhead.clone() },
        ..content
    };
    let size = single(&bare).expect("drawn").len();
    assert!(size <= 25_000, "{size} bytes");
}

#[test]
fn pictures_of_all_kinds_are_taken_and_broken_ones_refused() {
    let style = CertificateStyle { photo: Some(PhotoSize::ThreeByFour), ..CertificateStyle::default() };
    let with = CertificateContent { photo: Some(asset(2)), ..content() };
    let write = |bytes: Vec<u8>| {
        let pictures =
            Pictures::from_fn(move |id| Ok(Some(if id == asset(1) { SAMPLE_LOGO.to_vec() } else { bytes.clone() })));
        documents::certificate::write_single(&job(&with), &pictures, style)
    };
    assert!(write(SAMPLE_LOGO.to_vec()).is_ok());
    for end in [0, 5, 20, 60, 3000, SAMPLE_LOGO.len() - 60] {
        let refusal = write(SAMPLE_LOGO[..end].to_vec()).expect_err("refused");
        assert_eq!(refusal.code, Code::UnreadableFile, "{end}");
    }
    let empty = CertificateJob { content: &content(), code: "", short_code: "A" };
    assert_eq!(check(&empty, style, &pictures()).expect_err("refused").code, Code::InvalidInput);
}
