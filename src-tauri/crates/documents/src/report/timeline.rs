//! A timeline: a bar for each step between two days, filled as far as it is done, with a line for today.

use crate::pdf::{Align, Colour, Face, Fonts, INK, Layout, Look, MM, MUTED, TEAL, height, wrap};
use chrono::{Datelike, Months, NaiveDate};

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// Not done, and its day has not passed.
    Open,
    /// Not done although its day has passed.
    Overdue,
}

/// A step of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineStep {
    /// Its name.
    pub name: String,
    /// What stands under the name, small: days, percent, how it stands in words.
    pub detail: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub due: NaiveDate,
    /// How much is done, 0 to 100.
    pub percent: u8,
    /// How it stands.
    pub state: StepState,
}

/// A timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Line above it.
    pub caption: String,
    /// First day of the picture.
    pub starts: NaiveDate,
    /// Last day of the picture.
    pub ends: NaiveDate,
    /// Drawn as a line where it lies in the picture.
    pub today: NaiveDate,
    /// Steps from the top.
    pub steps: Vec<TimelineStep>,
}

const TRACK: Colour = Colour(0xe3, 0xea, 0xea);
const OPEN: Colour = Colour(0x6f, 0xa8, 0xa6);
const OVERDUE: Colour = Colour(0xb3, 0x26, 0x2e);
const TICK: Colour = Colour(0xd3, 0xda, 0xda);
/// Sizes of names and of what stands under them, in points.
const NAME_PT: f32 = 9.5;
const DETAIL_PT: f32 = 8.0;
/// Part of the width that the names take.
const NAMES: f32 = 0.38;
/// Height of a bar, and space above and below a row, in millimetres.
const BAR: f32 = 4.0;
const PADDING: f32 = 1.2;
/// Thickness of thin lines in points.
const THIN: f32 = 0.5;

/// A part of the picture with its top at 0.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) layout: Layout,
    pub(super) height: f32,
}

/// Lays out a timeline between `left` and `left + width`.
pub(super) struct Picture<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) timeline: &'a Timeline,
    pub(super) left: f32,
    pub(super) width: f32,
}

fn colour(state: StepState) -> Colour {
    match state {
        StepState::Done => TEAL,
        StepState::Open => OPEN,
        StepState::Overdue => OVERDUE,
    }
}

impl Picture<'_> {
    fn chart(&self) -> (f32, f32) {
        (self.left + self.width * NAMES, self.width * (1.0 - NAMES))
    }

    /// Where a day begins; days outside the picture stand at its edges.
    #[allow(clippy::cast_precision_loss)]
    fn x(&self, day: NaiveDate) -> f32 {
        let (left, width) = self.chart();
        let days = (self.timeline.ends - self.timeline.starts).num_days().max(0) + 1;
        let at = (day - self.timeline.starts).num_days().clamp(0, days);
        left + width * (at as f32 / days as f32)
    }

    /// First days of the months within the picture.
    fn months(&self) -> Vec<NaiveDate> {
        let first = self.timeline.starts.with_day(1).unwrap_or(self.timeline.starts);
        let all = (0..).map_while(|month| first.checked_add_months(Months::new(month)));
        all.skip_while(|day| *day < self.timeline.starts).take_while(|day| *day <= self.timeline.ends).collect()
    }

    /// The line of months, repeated on each page.
    pub(super) fn head(&self) -> Part {
        let look = Look::new(Face::Sans, DETAIL_PT, MUTED);
        let (left, width) = self.chart();
        let tall = height(1, DETAIL_PT) + 1.0 * MM;
        let mut layout = Layout::default();
        let mut free = left;
        let mut say = |day: NaiveDate, text: &str| {
            let lines = wrap(self.fonts, look.face, look.size, text, width);
            let wide = lines.first().map_or(0.0, |line| line.width);
            let at = self.x(day) + 1.0 * MM;
            if at >= free && at + wide <= left + width {
                layout.lines(&lines, look, Align::Left, at, wide, 0.0);
                free = at + wide + 2.0 * MM;
            }
        };
        let named = |day: NaiveDate| {
            let month: String = domain::indonesian::MONTHS[day.month0() as usize].chars().take(3).collect();
            format!("{month} {}", day.year())
        };
        say(self.timeline.starts, &named(self.timeline.starts));
        for day in self.months() {
            say(day, &named(day));
        }
        layout.block(self.left, -tall, self.width, THIN, TICK);
        Part { layout, height: tall }
    }

    /// A row for each step.
    pub(super) fn rows(&self) -> Vec<Part> {
        self.timeline.steps.iter().map(|step| self.row(step)).collect()
    }

    fn row(&self, step: &TimelineStep) -> Part {
        let names = self.width * NAMES - 4.0 * MM;
        let name = wrap(self.fonts, Face::Sans, NAME_PT, &step.name, names);
        let detail = wrap(self.fonts, Face::Sans, DETAIL_PT, &step.detail, names);
        let text = height(name.len(), NAME_PT) + height(detail.len(), DETAIL_PT);
        let tall = text.max(BAR * MM) + 2.0 * PADDING * MM;
        let mut layout = Layout::default();
        let (chart, wide) = self.chart();
        for day in self.months() {
            layout.block(self.x(day), -tall, THIN, tall, TICK);
        }
        layout.block(chart, -tall, THIN, tall, TICK);
        layout.block(chart + wide, -tall, THIN, tall, TICK);
        layout.block(self.left, -tall, self.width, THIN, TICK);
        let top = -PADDING * MM;
        let below = layout.lines(&name, Look::new(Face::Sans, NAME_PT, INK), Align::Left, self.left, names, top);
        layout.lines(&detail, Look::new(Face::Sans, DETAIL_PT, MUTED), Align::Left, self.left, names, below);
        self.bar(&mut layout, step, -(tall + BAR * MM) / 2.0);
        if (self.timeline.starts..=self.timeline.ends).contains(&self.timeline.today) {
            layout.block(self.x(self.timeline.today), -tall, 1.2, tall, INK);
        }
        Part { layout, height: tall }
    }

    /// The bar of a step: its outline in the colour of its state, filled as far as it is done.
    fn bar(&self, layout: &mut Layout, step: &TimelineStep, bottom: f32) {
        let (from, to) = (self.x(step.starts), self.x(step.due.succ_opt().unwrap_or(step.due)));
        // A step of one day in a picture of three years is still seen.
        let wide = (to - from).max(1.5 * MM);
        let (tall, colour) = (BAR * MM, colour(step.state));
        layout.block(from, bottom, wide, tall, colour);
        layout.block(from + 0.8, bottom + 0.8, (wide - 1.6).max(0.0), tall - 1.6, TRACK);
        layout.block(from, bottom, wide * f32::from(step.percent.min(100)) / 100.0, tall, colour);
    }

    /// What the colours mean.
    pub(super) fn foot(&self) -> Part {
        let look = Look::new(Face::Sans, DETAIL_PT, MUTED);
        let tall = height(1, DETAIL_PT) + 1.5 * MM;
        let mut layout = Layout::default();
        let mut at = self.left;
        let top = -MM;
        let signs = [
            (colour(StepState::Done), 3.0 * MM, "selesai"),
            (colour(StepState::Open), 3.0 * MM, "berjalan, terisi sejauh kemajuannya"),
            (colour(StepState::Overdue), 3.0 * MM, "lewat batas"),
            (INK, 1.2, "hari ini"),
        ];
        for (colour, wide, text) in signs {
            layout.block(at, top - height(1, DETAIL_PT) * 0.8, wide, DETAIL_PT * 0.8, colour);
            at += wide + 1.5 * MM;
            let lines = wrap(self.fonts, look.face, look.size, text, self.width);
            layout.lines(&lines, look, Align::Left, at, self.width, top);
            at += lines.first().map_or(0.0, |line| line.width) + 5.0 * MM;
        }
        Part { layout, height: tall + 3.0 * MM }
    }
}
