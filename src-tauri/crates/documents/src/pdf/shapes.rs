//! Ornaments and rules, drawn with the operations of printpdf and turned into operators.

use super::MM;
use super::canvas::Colour;
use printpdf::{
    Color, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt,
    Rect, Rgb, WindingOrder,
};

/// A sheet of paper as it lies, sizes in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paper {
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
}

impl Paper {
    /// Width and height in points.
    pub(crate) fn points(self) -> (f32, f32) {
        (self.width * MM, self.height * MM)
    }
}

/// A drawing of rectangles, lines and filled shapes; positions are points from the lower left corner.
pub(crate) struct Drawing {
    paper: Paper,
    operations: Vec<Op>,
}

fn colour(colour: Colour) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    Color::Rgb(Rgb::new(part(colour.0), part(colour.1), part(colour.2), None))
}

fn corner(&(x, y): &(f32, f32)) -> LinePoint {
    LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false }
}

impl Drawing {
    /// An empty drawing.
    pub(crate) fn new(paper: Paper) -> Self {
        Self { paper, operations: Vec::new() }
    }

    /// A frame: the outline of a rectangle.
    pub(crate) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32, line: Colour) {
        self.operations.push(Op::SetOutlineColor { col: colour(line) });
        self.operations.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        self.operations.push(Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(x),
                y: Pt(y),
                width: Pt(width),
                height: Pt(height),
                mode: Some(PaintMode::Stroke),
                winding_order: None,
            },
        });
    }

    /// An open line through points.
    pub(crate) fn line(&mut self, points: &[(f32, f32)], thickness: f32, line: Colour) {
        self.operations.push(Op::SetOutlineColor { col: colour(line) });
        self.operations.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        let line = Line { points: points.iter().map(corner).collect(), is_closed: false };
        self.operations.push(Op::DrawLine { line });
    }

    /// A filled shape.
    pub(crate) fn shape(&mut self, points: &[(f32, f32)], fill: Colour) {
        self.operations.push(Op::SetFillColor { col: colour(fill) });
        let polygon = Polygon {
            rings: vec![PolygonRing { points: points.iter().map(corner).collect() }],
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    /// The operators of the drawing.
    pub(crate) fn operators(self) -> Vec<u8> {
        let mut document = PdfDocument::new("");
        document.pages.push(PdfPage::new(Mm(self.paper.width), Mm(self.paper.height), self.operations));
        let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
        let drawn = document.to_lopdf_document(&options, &mut Vec::new());
        drawn.page_iter().next().map(|page| drawn.get_page_content(page)).unwrap_or_default()
    }
}
