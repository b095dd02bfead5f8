//! A large figure and bars: every line is there, lengths are in proportion, many bars go over pages.

use crate::pdf_samples::{content, pictures, texts};
use documents::report::{Bar, Bars, Figure, Report, report_pdf};
use domain::refusal::Code;
use lopdf::Document;
use lopdf::content::Content;

fn bar(number: u16, length: u16) -> Bar {
    Bar { label: format!("Unsur {number}"), value: format!("{number},00"), length, marked: number == 2 }
}

fn report(bars: Vec<Bar>) -> Report {
    Report {
        letterhead: content().letterhead,
        title: "INDEKS".into(),
        figure: Some(Figure { label: "NILAI IKM".into(), value: "91,48".into(), meaning: "Mutu A".into() }),
        bars: Some(Bars { caption: "Nilai per unsur".into(), bars, legend: "Warna lain: terendah".into() }),
        ..Report::default()
    }
}

/// Widths of the filled rectangles of the first page that are as high as a bar.
fn widths(file: &[u8]) -> Vec<f32> {
    let document = Document::load_mem(file).expect("a document");
    let page = document.page_iter().next().expect("a page");
    let content = Content::decode(&document.get_page_content(page)).expect("operators");
    let mut found = Vec::new();
    for operation in content.operations {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        if let ("re", [_, _, width, height]) = (operation.operator.as_str(), numbers.as_slice())
            && (height - 3.6 * 72.0 / 25.4).abs() < 0.1
        {
            found.push(*width);
        }
    }
    found
}

#[test]
fn bars_are_as_long_as_they_should_be() {
    let file = report_pdf(&report(vec![bar(1, 1_000), bar(2, 500), bar(3, 0), bar(4, 9_999)]), &pictures());
    let widths = widths(&file.expect("drawn"));
    let (tracks, bars): (Vec<f32>, Vec<f32>) = widths.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
    assert_eq!(bars.len(), 4);
    for (bar, wanted) in bars.iter().zip([1.0, 0.5, 0.0, 1.0]) {
        assert!((bar - tracks[0] * wanted).abs() < 0.1, "{bar} of {}", tracks[0]);
    }
}

#[test]
fn every_line_is_said_over_as_many_pages_as_it_takes() {
    let file = report_pdf(&report((1..=90).map(|number| bar(number, 700)).collect()), &pictures()).expect("drawn");
    let pages = texts(&file);
    let all = pages.concat();
    for word in ["NILAI IKM", "91,48", "Mutu A", "Nilai per unsur", "Unsur 1", "Unsur 90", "Warna lain"] {
        assert!(all.contains(word), "{word} in {all}");
    }
    assert!(pages.len() > 1);
}

#[test]
fn letters_that_the_fonts_lack_are_refused() {
    let mut wrong = report(vec![Bar { label: "\u{4f60}".into(), ..bar(1, 1) }]);
    assert_eq!(report_pdf(&wrong, &pictures()).expect_err("refused").code, Code::MissingGlyph);
    wrong.bars = None;
    wrong.figure = Some(Figure { label: String::new(), value: "\u{4f60}".into(), meaning: String::new() });
    assert_eq!(report_pdf(&wrong, &pictures()).expect_err("refused").code, Code::MissingGlyph);
}
