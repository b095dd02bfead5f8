//! The same certificates with krilla: the constant part of both pages as a graphic, fonts and logo are ours.
//! `krilla-certificates merged|files COUNT FOLDER`

use fast_qr::{ECL, QRBuilder};
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::graphic::Graphic;
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};
use std::time::Instant;

const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../src-tauri/crates/documents/assets");
const MM: f32 = 72.0 / 25.4;
const WIDTH: f32 = 297.0 * MM;
const HEIGHT: f32 = 210.0 * MM;
const OPENING: [&str; 2] = [
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba berdasarkan Undang-Undang Nomor 20 Tahun 2023",
    "tentang Aparatur Sipil Negara serta ketentuan pelaksanaannya menyatakan bahwa:",
];
const CLOSING: [&str; 3] = [
    "pada Pelatihan Manajemen Pelayanan Publik Berbasis Digital Angkatan III Tahun 2026 yang diselenggarakan oleh Badan",
    "Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba di Muara Rimba dari tanggal 3 sampai dengan",
    "14 Agustus 2026 selama 90 (sembilan puluh) jam pelajaran.",
];
const ROWS: [(&str, &str); 4] = [
    ("Tempat/Tanggal Lahir", "Muara Rimba, 1 Januari 1985"),
    ("Pangkat/Golongan Ruang", "Penata Tingkat I, III/d"),
    ("Jabatan", "Analis Pengembangan Kompetensi Aparatur Sipil Negara Ahli Muda"),
    ("Unit Kerja", "Bidang Pengembangan Kompetensi"),
];

struct Kit {
    serif: Font,
    bold: Font,
    sans: Font,
    logo: Image,
}

fn text(surface: &mut Surface<'_>, font: &Font, size: f32, x: f32, y: f32, text: &str) {
    surface.draw_text(Point::from_xy(x, y), font.clone(), size, text, false, TextDirection::LeftToRight);
}

fn boxed(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

fn outline(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32, line: f32) {
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: rgb::Color::new(14, 85, 94).into(), width: line, ..Stroke::default() }));
    if let Some(path) = boxed(x, y, width, height) {
        surface.draw_path(&path);
    }
    surface.set_stroke(None);
    surface.set_fill(Some(Fill::default()));
}

fn signature(surface: &mut Surface<'_>, kit: &Kit, x: f32, y: f32) {
    for (offset, font, line) in [
        (0.0, &kit.serif, "Muara Rimba, 17 Agustus 2026"),
        (14.0, &kit.serif, "Kepala Badan Kepegawaian dan Pengembangan"),
        (28.0, &kit.serif, "Sumber Daya Manusia,"),
        (110.0, &kit.bold, "Drs. H. Abdul Manaf Siregar, M.Si."),
        (124.0, &kit.serif, "Pembina Utama Muda"),
        (138.0, &kit.serif, "NIP. 19690817 199403 1 007"),
    ] {
        text(surface, font, 11.0, x, y + offset, line);
    }
}

fn front(surface: &mut Surface<'_>, kit: &Kit) {
    for (inset, line) in [(6.5, 2.0), (8.0, 0.5), (9.2, 0.7)] {
        let inset = inset * MM;
        outline(surface, inset, inset, WIDTH - 2.0 * inset, HEIGHT - 2.0 * inset, line);
    }
    surface.push_transform(&Transform::from_translate(24.0 * MM, 14.5 * MM));
    surface.draw_image(kit.logo.clone(), Size::from_wh(23.0 * MM, 23.0 * MM).expect("a size"));
    surface.pop();
    text(surface, &kit.serif, 13.5, 290.0, 54.0, "PEMERINTAH KABUPATEN TANAH RIMBA");
    text(surface, &kit.bold, 16.0, 160.0, 74.0, "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA");
    text(surface, &kit.serif, 9.5, 300.0, 88.0, "Jalan Jenderal Sudirman Nomor 12, Muara Rimba 36613");
    text(surface, &kit.bold, 25.0, 200.0, 146.0, "SURAT TANDA TAMAT PELATIHAN");
    signature(surface, kit, WIDTH - 116.0 * MM, HEIGHT - 190.0);
    text(surface, &kit.sans, 6.8, 24.0 * MM, HEIGHT - 44.0, "Periksa keaslian dengan aplikasi BinaASN");
}

fn back(surface: &mut Surface<'_>, kit: &Kit) {
    text(surface, &kit.bold, 15.0, 320.0, 54.0, "DAFTAR MATA PELATIHAN");
    let mut y = 140.0;
    for index in 0..15 {
        outline(surface, 32.0 * MM, y - 11.0, WIDTH - 64.0 * MM, 15.0, 0.5);
        text(surface, &kit.serif, 9.0, 35.0 * MM, y, &(index + 1).to_string());
        let subject = format!("Mata pelatihan {} tentang pelayanan publik dan tata kelola", index + 1);
        text(surface, &kit.serif, 9.0, 48.0 * MM, y, &subject);
        text(surface, &kit.serif, 9.0, WIDTH - 44.0 * MM, y, &(2 + index % 6).to_string());
        y += 15.0;
    }
    signature(surface, kit, WIDTH - 124.0 * MM, y + 20.0);
}

fn qr(surface: &mut Surface<'_>, code: &str) {
    let made = QRBuilder::new(code).ecl(ECL::M).build().ok().expect("a code");
    let module = 30.0 * MM / made.size as f32;
    let mut path = PathBuilder::new();
    for row in 0..made.size {
        let mut column = 0;
        while column < made.size {
            // Dark modules side by side are one box: krilla has no picture of one bit.
            let run = (column..made.size).take_while(|at| made[row][*at].value()).count();
            if run > 0 {
                let (x, y) = (24.0 * MM + column as f32 * module, HEIGHT - 68.0 - 30.0 * MM + row as f32 * module);
                path.push_rect(Rect::from_xywh(x, y, run as f32 * module, module).expect("a box"));
            }
            column += run.max(1);
        }
    }
    surface.draw_path(&path.finish().expect("a path"));
}

fn certificate(document: &mut Document, kit: &Kit, forms: &mut Option<[Graphic; 2]>, index: usize) {
    let number = format!("800.2/{:03}/BKPSDM/VIII/2026", index + 1);
    let name = format!("Siti Nurhaliza Ramadhani {index}, S.Pd.");
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).expect("a page");
    let mut page = document.start_page_with(settings.clone());
    let mut surface = page.surface();
    let [front, back] = forms.get_or_insert_with(|| {
        let draw = |surface: &mut Surface<'_>, part: fn(&mut Surface<'_>, &Kit)| {
            let mut builder = surface.stream_builder();
            let mut inner = builder.surface();
            part(&mut inner, kit);
            inner.finish();
            Graphic::new(builder.finish(), false)
        };
        [draw(&mut surface, front), draw(&mut surface, back)]
    });
    surface.draw_graphic(front.clone());
    text(&mut surface, &kit.serif, 12.0, 330.0, 166.0, &format!("Nomor : {number}"));
    let mut y = 190.0;
    for line in OPENING {
        text(&mut surface, &kit.serif, 12.0, 24.0 * MM, y, line);
        y += 15.0;
    }
    text(&mut surface, &kit.bold, 28.0, 200.0, y + 26.0, &name);
    text(&mut surface, &kit.serif, 12.0, 350.0, y + 46.0, &format!("NIP. 19850101 201001 1 {:03}", index % 1000));
    y += 66.0;
    for (label, value) in ROWS {
        text(&mut surface, &kit.serif, 12.0, 62.0 * MM, y, label);
        text(&mut surface, &kit.serif, 12.0, 113.0 * MM, y, ":");
        text(&mut surface, &kit.serif, 12.0, 117.0 * MM, y, value);
        y += 15.0;
    }
    text(&mut surface, &kit.bold, 24.0, 380.0, y + 16.0, "LULUS");
    y += 40.0;
    for line in CLOSING {
        text(&mut surface, &kit.serif, 12.0, 24.0 * MM, y, line);
        y += 15.0;
    }
    qr(&mut surface, &format!("BA1.{number}.19850101******007.{:064}", (index + 7) * 7_919_353));
    text(&mut surface, &kit.sans, 8.5, 28.0 * MM, HEIGHT - 56.0, &format!("K7QF-{index:04}-M2XD"));
    surface.finish();
    page.finish();
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.draw_graphic(back.clone());
    text(&mut surface, &kit.bold, 10.5, 32.0 * MM, 100.0, &format!("Nama : {name}"));
    text(&mut surface, &kit.bold, 10.5, 32.0 * MM, 114.0, &format!("Nomor : {number}"));
    surface.finish();
    page.finish();
}

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, count, folder] = arguments.as_slice() else { return Err("merged|files COUNT FOLDER".into()) };
    let count: usize = count.parse()?;
    std::fs::create_dir_all(folder)?;
    let started = Instant::now();
    let font = |name: &str| -> Result<Font, Box<dyn std::error::Error>> {
        let bytes = std::fs::read(format!("{ASSETS}/fonts/{name}.ttf"))?;
        Font::new(bytes.into(), 0).ok_or_else(|| "a font".into())
    };
    let kit = Kit {
        serif: font("BinaASNSerif-Regular")?,
        bold: font("BinaASNSerif-Bold")?,
        sans: font("BinaASNSans-Regular")?,
        logo: Image::from_png(std::fs::read(format!("{ASSETS}/sample-logo.png"))?.into(), false)?,
    };
    let mut bytes = 0;
    let mut save = |document: Document, name: String| -> Result<(), Box<dyn std::error::Error>> {
        let made = document.finish().map_err(|error| format!("{error:?}"))?;
        bytes += made.len();
        std::fs::write(format!("{folder}/{name}.pdf"), made)?;
        Ok(())
    };
    if mode == "merged" {
        let (mut document, mut forms) = (Document::new(), None);
        (0..count).for_each(|index| certificate(&mut document, &kit, &mut forms, index));
        save(document, "krilla".into())?;
    } else {
        for index in 0..count {
            let mut document = Document::new();
            certificate(&mut document, &kit, &mut None, index);
            save(document, format!("krilla{index:04}"))?;
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{{\"engine\":\"krilla\",\"mode\":\"{mode}\",\"count\":{count},\"seconds\":{seconds:.3},\"peak_kb\":{},\"bytes\":{bytes}}}",
        peak_kb()
    );
    Ok(())
}
