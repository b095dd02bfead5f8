//! The timeline of a report: every step is named, bars stand in order of time, long pictures go over pages.

use crate::pdf_samples::{content, pictures, texts};
use chrono::NaiveDate;
use documents::report::{Report, StepState, Timeline, TimelineStep, report_pdf};
use domain::refusal::Code;
use lopdf::Document;
use lopdf::content::Content;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn step(number: u32, percent: u8, state: StepState) -> TimelineStep {
    TimelineStep {
        name: format!("Tahapan {number}"),
        detail: format!("{percent}%"),
        starts: day(number, 1),
        due: day(number, 28),
        percent,
        state,
    }
}

fn report(steps: Vec<TimelineStep>) -> Report {
    Report {
        letterhead: content().letterhead,
        title: "LEMBAR PROYEK".into(),
        timeline: Some(Timeline {
            caption: "Jadwal tahapan".into(),
            starts: day(1, 1),
            ends: day(12, 31),
            today: day(6, 30),
            steps,
        }),
        ..Report::default()
    }
}

/// Left edge, width and red part of the filled rectangles of the first page that are as high as a bar.
fn bars(file: &[u8]) -> Vec<(f32, f32, f32)> {
    let document = Document::load_mem(file).expect("a document");
    let page = document.page_iter().next().expect("a page");
    let content = Content::decode(&document.get_page_content(page)).expect("operators");
    let (mut red, mut found) = (0.0, Vec::new());
    for operation in content.operations {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("rg", [part, ..]) => red = *part,
            ("re", [x, _, width, height]) if (height - 4.0 * 72.0 / 25.4).abs() < 0.1 => found.push((*x, *width, red)),
            _ => {}
        }
    }
    found
}

#[test]
fn bars_stand_in_order_of_time_and_are_filled_as_far_as_they_are_done() {
    let steps = vec![step(2, 100, StepState::Done), step(5, 50, StepState::Overdue), step(8, 25, StepState::Open)];
    let file = report_pdf(&report(steps), &pictures()).expect("drawn");
    let bars = bars(&file);
    assert_eq!(bars.len(), 6, "an outline and a filling for each step: {bars:?}");
    for (pair, part) in bars.chunks(2).zip([1.0, 0.5, 0.25]) {
        assert!((pair[1].1 - pair[0].1 * part).abs() < 0.05 && pair[0].0 == pair[1].0, "{pair:?}");
    }
    let begins: Vec<f32> = bars.iter().step_by(2).map(|bar| bar.0).collect();
    assert!(begins.is_sorted(), "{begins:?}");
    assert!(bars[2].2 > bars[0].2 + 0.3, "what is overdue is red: {bars:?}");
    let text = texts(&file).concat();
    for said in ["Jadwal tahapan", "Tahapan 2", "Tahapan 8", "Jan 2026", "lewat batas", "hari ini"] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn t16_a_timeline_of_many_long_steps_goes_over_pages_and_loses_none() {
    let long = |number: u32| TimelineStep {
        name: format!("Langkah ke-{number} {}", "dengan nama yang sangat panjang sekali ".repeat(6)),
        ..step(1 + number % 12, 40, StepState::Open)
    };
    let pages = texts(&report_pdf(&report((0..60).map(long).collect()), &pictures()).expect("drawn"));
    assert!(pages.len() > 3, "{} pages", pages.len());
    let all = pages.concat();
    for number in 0..60 {
        assert!(all.contains(&format!("Langkah ke-{number} ")), "step {number}");
    }
    assert!(pages.iter().filter(|page| page.contains("Langkah")).all(|page| page.contains("Jan 2026")), "months again");
}

#[test]
fn days_outside_the_picture_stay_inside_it() {
    let outside = TimelineStep { starts: day(1, 1), due: NaiveDate::MAX, ..step(1, 100, StepState::Done) };
    let early = TimelineStep {
        starts: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        due: NaiveDate::from_ymd_opt(2020, 1, 2).expect("a day"),
        ..step(1, 0, StepState::Open)
    };
    let file = report_pdf(&report(vec![outside, early]), &pictures()).expect("drawn");
    let right = (210.0 - 20.0) * 72.0 / 25.4;
    assert!(bars(&file).iter().all(|bar| bar.0 + bar.1 <= right + 0.1), "{:?}", bars(&file));
}

#[test]
fn t16_a_letter_without_glyph_in_a_step_is_refused() {
    let wrong = TimelineStep { name: "Uji 😀".into(), ..step(1, 0, StepState::Open) };
    let refusal = report_pdf(&report(vec![wrong]), &pictures()).expect_err("refused");
    assert_eq!(refusal.code, Code::MissingGlyph);
    assert!(refusal.message.contains("Tahapan"), "{}", refusal.message);
}
