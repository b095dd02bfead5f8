//! The back page: subjects with their hours, grouped, with a total. Letters shrink first; then it goes on to a third page.

use super::style::CertificateStyle;
use crate::pdf::{
    Align, Column, Face, Fonts, INK, LEADING, Layout, Look, MM, MUTED, Origin, RowKind, TEAL, Table, Wanted, signature,
    wrap,
};
use chrono::NaiveDate;
use domain::certificates::content::{CertificateContent, Signatory, SubjectLine};
use domain::indonesian;
use domain::refusal::{Code, Refusal};

/// Sizes of the table in points: with room, and the smallest on one page.
const SIZES: (f32, f32) = (11.0, 8.0);
/// Size of the table when it goes on to further pages.
const SPREAD_SIZE: f32 = 9.5;
/// Distance of the text from the edges, in millimetres: sides, top, bottom.
const SIDE: f32 = 32.0;
const TOP: f32 = 13.0;
const BOTTOM: f32 = 13.0;
/// Space for the signature, in millimetres.
const SIGNATURE_SPACE: f32 = 20.0;
/// Width of the signature block, in millimetres.
const SIGNATURE_WIDTH: f32 = 92.0;
/// Height kept for the name and number of the person, in points.
const PERSON: f32 = 2.0 * 10.5 * LEADING;

/// What the back pages of a class depend on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BackKey {
    programme: String,
    class_name: String,
    subjects: Vec<SubjectLine>,
    place: String,
    date: NaiveDate,
    signatory: Signatory,
}

impl BackKey {
    /// Whether the content has these back pages.
    pub(super) fn fits(&self, content: &CertificateContent) -> bool {
        self.date == content.issue_date
            && self.programme == content.programme
            && self.class_name == content.class_name
            && self.place == content.issue_place
            && self.signatory == content.signatory
            && self.subjects == content.subjects
    }

    /// The back pages of a content.
    pub(super) fn of(content: &CertificateContent) -> Self {
        Self {
            programme: content.programme.clone(),
            class_name: content.class_name.clone(),
            subjects: content.subjects.clone(),
            place: content.issue_place.clone(),
            date: content.issue_date,
            signatory: content.signatory.clone(),
        }
    }
}

/// One back page that is the same for the class.
pub(super) struct BackPage {
    pub(super) layout: Layout,
    /// Upper edge of the lines with name and number.
    person: f32,
    /// Upper edge and width of the place for score and predicate, on the last page.
    score: Option<(f32, f32)>,
}

/// Heading, table and signature as they are placed on pages.
struct Plan<'a> {
    fonts: &'a Fonts,
    content: &'a CertificateContent,
    page: (f32, f32),
    columns: Vec<Column>,
}

/// Lays out the back pages of a class.
pub(super) fn lay(
    fonts: &Fonts,
    content: &CertificateContent,
    style: CertificateStyle,
) -> Result<Vec<BackPage>, Refusal> {
    let page = style.paper.paper().points();
    let width = page.0 - 2.0 * SIDE * MM;
    let column = |heading: &str, width: f32, align| Column { heading: heading.to_owned(), width, align };
    let (number, hours) = (14.0 * MM, 20.0 * MM);
    let columns = vec![
        column("No", number, Align::Centre),
        column("Mata Pelatihan", width - number - hours, Align::Left),
        column("JP", hours, Align::Centre),
    ];
    let plan = Plan { fonts, content, page, columns };
    let mut size = SIZES.0;
    while size >= SIZES.1 - 0.01 {
        let pages = plan.spread(size)?;
        if pages.len() == 1 {
            return Ok(pages);
        }
        size -= 0.5;
    }
    plan.spread(SPREAD_SIZE)
}

impl Plan<'_> {
    /// Places everything at one size of letters.
    fn spread(&self, size: f32) -> Result<Vec<BackPage>, Refusal> {
        let left = SIDE * MM;
        let table =
            Table { fonts: self.fonts, columns: &self.columns, left, size, faces: (Face::Serif, Face::SerifBold) };
        let head = table.head();
        let dated = format!("{}, {}", self.content.issue_place, indonesian::date(self.content.issue_date));
        let width = SIGNATURE_WIDTH * MM;
        let sign_left = self.page.0 - SIDE * MM - width;
        let space = SIGNATURE_SPACE * MM;
        let sign = signature(
            self.fonts,
            &dated,
            &self.content.signatory,
            (Face::Serif, Face::SerifBold),
            (sign_left, width),
            10.5,
            space,
        )?;
        let floor = BOTTOM * MM;
        let most = self.page.1 * 0.4;

        let mut pages = vec![self.begin(true)?];
        let mut y = Self::table_top(&pages[0].0);
        y -= head.height;
        pages[0].0.layout.add(head.layout.clone(), y + head.height);
        for (kind, cells) in self.rows() {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            for row in table.row(kind, &cells, most) {
                // A heading of a group does not stand alone at the end of a page.
                let needed = if kind == RowKind::Group { row.height * 2.2 } else { row.height };
                if y - needed < floor + size {
                    pages.push(self.begin(false)?);
                    let page = &mut pages.last_mut().ok_or_else(|| self.too_much())?.0;
                    y = Self::table_top(page) - head.height;
                    page.layout.add(head.layout.clone(), y + head.height);
                }
                let page = &mut pages.last_mut().ok_or_else(|| self.too_much())?.0;
                page.layout.add(row.layout, y);
                y -= row.height;
            }
        }
        y -= 4.0 * MM;
        if y - sign.height < floor {
            pages.push(self.begin(false)?);
            y = pages.last().map_or(y, |page| page.0.person - PERSON);
        }
        let (last, _) = pages.last_mut().ok_or_else(|| self.too_much())?;
        last.layout.add(sign.layout, y);
        last.score = Some((y, sign_left - left - 6.0 * MM));
        Ok(self.numbered(pages.into_iter().map(|page| page.0).collect()))
    }

    fn too_much(&self) -> Refusal {
        let origin = Origin { field: "subjects", label: "Daftar mata pelatihan", person: "" };
        origin.refuse(Code::DoesNotFit, "tidak muat pada halaman belakang.")
    }

    /// Upper edge of the table below the lines of the person.
    fn table_top(page: &BackPage) -> f32 {
        page.person - PERSON - 1.5 * MM
    }

    /// A page with its heading; only the first one has the programme and the class.
    fn begin(&self, first: bool) -> Result<(BackPage, bool), Refusal> {
        let (left, width) = (SIDE * MM, self.page.0 - 2.0 * SIDE * MM);
        let mut layout = Layout::default();
        let title = if first { "DAFTAR MATA PELATIHAN" } else { "DAFTAR MATA PELATIHAN (LANJUTAN)" };
        let look = Look { tracking: 1.0, ..Look::new(Face::SerifBold, 15.0, TEAL) };
        let mut y = layout.line(self.fonts, title, look, Align::Centre, left, width, self.page.1 - TOP * MM);
        let mut put = |y: f32, field, label, text: &str, face: Face, size: f32, lines: usize| -> Result<f32, Refusal> {
            if text.trim().is_empty() {
                return Ok(y);
            }
            let wanted = Wanted { face, size, single: size * 0.85, least: size * 0.65, lines, width };
            let fitted = Origin { field, label, person: "" }.fit(self.fonts, text, wanted)?;
            Ok(layout.lines(&fitted.lines, Look::new(face, fitted.size, INK), Align::Centre, left, width, y))
        };
        if first {
            y = put(y, "programme", "Nama pelatihan", &self.content.programme, Face::SerifBold, 12.5, 4)?;
            y = put(y, "class_name", "Nama angkatan", &self.content.class_name, Face::Serif, 11.5, 3)?;
        }
        Ok((BackPage { layout, person: y - 2.0 * MM, score: None }, first))
    }

    /// The rows of the table: subjects numbered throughout, under their groups, and the total.
    fn rows(&self) -> Vec<(RowKind, Vec<String>)> {
        let mut rows = Vec::new();
        let mut group = "";
        for (index, subject) in self.content.subjects.iter().enumerate() {
            if subject.group != group {
                group = &subject.group;
                if !group.is_empty() {
                    rows.push((RowKind::Group, vec![group.to_owned()]));
                }
            }
            let cells = vec![(index + 1).to_string(), subject.name.clone(), subject.jp.to_string()];
            rows.push((RowKind::Body, cells));
        }
        let total: u64 = self.content.subjects.iter().map(|subject| u64::from(subject.jp)).sum();
        rows.push((RowKind::Total, vec![String::new(), "Jumlah jam pelajaran".to_owned(), total.to_string()]));
        rows
    }

    /// Adds page numbers when the table did not fit one page. The front page counts as the first.
    fn numbered(&self, mut pages: Vec<BackPage>) -> Vec<BackPage> {
        let all = pages.len() + 1;
        if all > 2 {
            for (index, page) in pages.iter_mut().enumerate() {
                let text = format!("Halaman {} dari {all}", index + 2);
                let look = Look::new(Face::Serif, 9.0, MUTED);
                page.layout.line(self.fonts, &text, look, Align::Centre, 0.0, self.page.0, 10.0 * MM);
            }
        }
        pages
    }
}

/// What stands on a back page for one person: name, number, and on the last page score and predicate.
pub(super) fn person(
    fonts: &Fonts,
    content: &CertificateContent,
    page: &BackPage,
    style: CertificateStyle,
) -> Result<Layout, Refusal> {
    let mut layout = Layout::default();
    let left = SIDE * MM;
    let width = style.paper.paper().points().0 - 2.0 * left;
    let label = 20.0 * MM;
    let mut y = page.person;
    let look = Look::new(Face::Serif, 10.5, INK);
    for (field, name, text, face) in
        [("name", "Nama", &content.name, Face::SerifBold), ("number", "Nomor", &content.number, Face::Serif)]
    {
        layout.line(fonts, name, look, Align::Left, left, label, y);
        layout.line(fonts, ":", look, Align::Left, left + label - 3.0 * MM, 3.0 * MM, y);
        // Two lines of the smallest letters are as high as one of the usual.
        let wanted = Wanted { face, size: 10.5, single: 7.0, least: 5.0, lines: 2, width: width - label };
        let fitted = Origin { field, label: name, person: &content.name }.fit(fonts, text, wanted)?;
        layout.lines(&fitted.lines, Look::new(face, fitted.size, INK), Align::Left, left + label, width - label, y);
        y -= PERSON / 2.0;
    }
    if let (Some((top, width)), true) = (page.score, style.show_score) {
        let mut y = top;
        let score = content.score.map(|score| format!("Nilai akhir: {}", score.local()));
        let predicate = content.predicate.as_ref().map(|predicate| format!("Predikat: {predicate}"));
        for text in [score, predicate].into_iter().flatten() {
            let lines = wrap(fonts, Face::SerifBold, 10.5, &text, width);
            y = layout.lines(&lines, Look::new(Face::SerifBold, 10.5, INK), Align::Left, left, width, y);
        }
    }
    Ok(layout)
}
