//! Components of a scheme: what they judge, how their score comes about, what may be typed into their cells.

use crate::ids::{ComponentId, PartId};
use crate::score::Score;
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

/// What a component judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ComponentGroup {
    /// Technical skill.
    Technical,
    /// Attitude.
    Attitude,
    /// Work ethics.
    Ethics,
    /// Project work.
    Project,
}

impl ComponentGroup {
    /// All groups in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Technical, Self::Attitude, Self::Ethics, Self::Project];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Attitude => "attitude",
            Self::Ethics => "ethics",
            Self::Project => "project",
        }
    }

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Technical => "Keterampilan teknis",
            Self::Attitude => "Sikap",
            Self::Ethics => "Etika kerja",
            Self::Project => "Proyek",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// The likely group of a component with this name, when a workbook does not say.
    #[must_use]
    pub fn guess(name: &str) -> Self {
        let name = name.to_lowercase();
        if name.contains("sikap") || name.contains("perilaku") || name.contains("disiplin") {
            Self::Attitude
        } else if name.contains("etika") || name.contains("integritas") {
            Self::Ethics
        } else if name.contains("proyek") || name.contains("aktualisasi") || name.contains("aksi perubahan") {
            Self::Project
        } else {
            Self::Technical
        }
    }
}

/// How the score of a component comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// It is typed.
    #[default]
    Direct,
    /// Weighted mean of what several assessors say, each from 0 to 100.
    Assessors,
    /// Weighted mean of items on a scale of the component's own, brought to 100.
    Items,
    /// 100 less so many points for each violation that was seen, never below 0.
    Deductions,
}

impl Method {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Assessors => "assessors",
            Self::Items => "items",
            Self::Deductions => "deductions",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Direct, Self::Assessors, Self::Items, Self::Deductions].into_iter().find(|method| method.code() == code)
    }

    /// The word, as papers say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "nilai langsung",
            Self::Assessors => "rata-rata tertimbang penilai",
            Self::Items => "rata-rata tertimbang butir",
            Self::Deductions => "100 dikurangi pelanggaran",
        }
    }
}

/// An assessor, an item, or a kind of violation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Part {
    /// None for a new line.
    pub id: Option<PartId>,
    /// Name as headed in the grid.
    pub name: String,
    /// Share among the parts, 1 to 10000; of a violation, the hundredths of a point that each one costs.
    pub weight: u16,
}

/// A component of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Component {
    /// None for a new line.
    pub id: Option<ComponentId>,
    /// Name as headed in the grid.
    pub name: String,
    /// What it judges.
    pub group: ComponentGroup,
    /// Weight in percent; all weights total 100.
    pub weight: u8,
    /// How its score comes about.
    pub method: Method,
    /// Highest mark of an item, 2 to 100; 100 for every other method.
    pub scale: u8,
    /// Its parts in order; none when it is scored directly.
    pub parts: Vec<Part>,
}

/// The scale of everything that is not made of items.
pub(super) const FULL_SCALE: u8 = 100;

/// A component as rules stored by an earlier version have it: scored directly.
#[derive(Deserialize)]
struct Stored {
    id: Option<ComponentId>,
    name: String,
    group: ComponentGroup,
    weight: u8,
    #[serde(default)]
    method: Method,
    #[serde(default = "full_scale")]
    scale: u8,
    #[serde(default)]
    parts: Vec<Part>,
}

fn full_scale() -> u8 {
    FULL_SCALE
}

impl<'de> Deserialize<'de> for Component {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { id, name, group, weight, method, scale, parts } = Stored::deserialize(deserializer)?;
        Ok(Self { id, name, group, weight, method, scale, parts })
    }
}

impl Component {
    /// A new component that is scored directly.
    #[must_use]
    pub fn direct(name: impl Into<String>, group: ComponentGroup, weight: u8) -> Self {
        Self {
            id: None,
            name: name.into(),
            group,
            weight,
            method: Method::Direct,
            scale: FULL_SCALE,
            parts: Vec::new(),
        }
    }

    /// Highest value of a cell: of the component itself when it is scored directly, of each part otherwise. Violations
    /// are counted, up to 100 of a kind.
    #[must_use]
    pub fn highest(&self) -> Score {
        match self.method {
            Method::Direct | Method::Assessors | Method::Deductions => Score::MAX,
            Method::Items => Score::from_hundredths(i32::from(self.scale) * 100).unwrap_or(Score::MAX),
        }
    }

    /// Reads what was typed into a cell of the component; nothing typed takes the value away.
    ///
    /// # Errors
    /// The sentence to show: no number, outside the scale, no whole count of violations.
    pub fn read_cell(&self, text: &str) -> Result<Option<Score>, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let value = Score::parse(text)?;
        match self.method {
            Method::Direct | Method::Assessors => {}
            Method::Items => {
                // A scale of words begins with 1; a scale of points with 0.
                let lowest = if self.scale == FULL_SCALE { 0 } else { 100 };
                if value > self.highest() || value.hundredths() < lowest {
                    return Err(format!("Nilai {} di luar {} sampai {}.", text.trim(), lowest / 100, self.scale));
                }
            }
            Method::Deductions => {
                if value.hundredths() % 100 != 0 {
                    return Err(format!("\"{}\" bukan jumlah pelanggaran. Tulis bilangan bulat.", text.trim()));
                }
            }
        }
        Ok(Some(value))
    }

    /// A value of a cell of the component, as the grid and papers write it: `82,50`, or `3` for violations.
    #[must_use]
    pub fn cell_text(&self, value: Score) -> String {
        match self.method {
            Method::Direct | Method::Assessors | Method::Items => value.local(),
            Method::Deductions => (value.hundredths() / 100).to_string(),
        }
    }
}
