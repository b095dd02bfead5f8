//! Codes read back from files and pictures.

use crate::pdf_samples::{CODE, content, job, pictures, poppler, read, single};
use documents::certificate::{CertificateJob, CertificateStyle, write_merged};
use documents::pdf::{codes_in_image, codes_in_pdf};
use domain::refusal::Code;
use proptest::prelude::*;
use std::ops::ControlFlow;

#[test]
fn the_code_is_read_back_from_the_file() {
    assert_eq!(codes_in_pdf(&single(&content()).expect("drawn")), Ok(vec![CODE.to_owned()]));
    let content = content();
    let codes = ["BA1.satu", "BA1.(dua)\\", "BA1.tiga é"];
    let jobs = codes.iter().map(|code| CertificateJob { code, ..job(&content) });
    let mut out = Vec::new();
    write_merged(jobs, &pictures(), CertificateStyle::default(), &mut out, &mut |_| ControlFlow::Continue(()))
        .expect("drawn");
    assert_eq!(codes_in_pdf(&out), Ok(codes.map(str::to_owned).to_vec()));
}

#[test]
fn the_printed_qr_code_is_read_back() {
    let bytes = single(&content()).expect("drawn");
    let Some((_, folder)) = poppler("pdftoppm", &["-r", "150", "-f", "1", "-l", "1", "-png"], &bytes, &["page"]) else {
        return;
    };
    let page = std::fs::read_dir(folder.path())
        .expect("a folder")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "png"))
        .expect("a picture");
    assert_eq!(codes_in_image(&read(&page)), Ok(vec![CODE.to_owned()]));
}

#[test]
fn t16_other_files_are_refused() {
    assert_eq!(codes_in_pdf(b"").expect_err("refused").code, Code::UnreadableFile);
    assert_eq!(codes_in_pdf(b"%PDF-1.7\n").expect_err("refused").code, Code::UnreadableFile);
    let nested = format!("%PDF-1.7\n1 0 obj\n{}\nendobj\nstartxref\n9\n%%EOF", "[".repeat(200_000));
    assert_eq!(codes_in_pdf(nested.as_bytes()).expect_err("refused").code, Code::UnreadableFile);
    assert_eq!(codes_in_image(b"GIF89a").expect_err("refused").code, Code::UnreadableFile);
    assert_eq!(codes_in_image(documents::certificate::SAMPLE_LOGO).expect_err("refused").code, Code::NotFound);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn t16_damaged_files_never_end_the_program(at in 0.0..1.0_f64, with in proptest::collection::vec(any::<u8>(), 1..40), cut in any::<bool>()) {
        static FILE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let mut bytes = FILE.get_or_init(|| single(&content()).expect("drawn")).clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = (bytes.len() as f64 * at) as usize;
        if cut {
            bytes.truncate(at);
        } else {
            let end = (at + with.len()).min(bytes.len());
            bytes[at..end].copy_from_slice(&with[..end - at]);
        }
        let _ = codes_in_pdf(&bytes);
    }

    #[test]
    fn t16_any_bytes_are_no_picture(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(codes_in_image(&bytes).is_err());
        let jpeg: Vec<u8> = [&[0xff, 0xd8, 0xff][..], &bytes].concat();
        prop_assert!(codes_in_image(&jpeg).is_err());
    }
}
