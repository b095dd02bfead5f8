//! How evidence is weighed, and how needs are ranked: the rule table `needs`.

use crate::ids::CompetencyId;
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::voice::skm::Element;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a level comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A survey: what people say of themselves.
    Survey,
    /// An interview.
    Interview,
    /// A focus group (FGD).
    FocusGroup,
    /// A superior's rating.
    Superior,
    /// A test or an assessment centre.
    Test,
    /// A class that was passed and raises the competency.
    Class,
    /// The public: elements of the SKM of the unit.
    Voice,
}

impl Source {
    /// All, in the order of the screen.
    pub const ALL: [Self; 7] =
        [Self::Test, Self::Superior, Self::Interview, Self::FocusGroup, Self::Survey, Self::Class, Self::Voice];

    /// As printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Survey => "Survei",
            Self::Interview => "Wawancara",
            Self::FocusGroup => "Diskusi kelompok (FGD)",
            Self::Superior => "Penilaian atasan",
            Self::Test => "Tes/assessment center",
            Self::Class => "Hasil kelas",
            Self::Voice => "Suara masyarakat (SKM)",
        }
    }
}

/// How much a source counts, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SourceRule {
    /// The source.
    pub source: Source,
    /// 0 (shown, not counted) to 100; a new inquiry starts with it and may have its own.
    pub weight: u8,
    /// Months after its day during which it counts.
    pub months: u16,
}

/// A band of JPM and its lower bound in hundredths of a percent, inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JpmBand {
    /// As printed.
    pub name: String,
    /// Hundredths of a percent, 0 to 10000.
    pub least: u32,
}

/// Which competencies an element of the SKM says something about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ElementLink {
    /// The element.
    pub element: Element,
    /// The competencies.
    pub competencies: Vec<CompetencyId>,
}

/// The formula of the need list: each part is brought to 0..100 by the largest of the list, and the points are the mean
/// by these weights, which total 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Ranking {
    /// Mean gap of those who have one.
    pub gap: u8,
    /// People who have a gap.
    pub people: u8,
    /// Complaints linked to the competency.
    pub complaints: u8,
    /// How far the SKM stays below the best mark on elements linked to it.
    pub satisfaction: u8,
    /// People named in open or accepted proposals for it.
    pub proposals: u8,
}

impl Ranking {
    /// The weights in order.
    #[must_use]
    pub fn weights(&self) -> [u8; 5] {
        [self.gap, self.people, self.complaints, self.satisfaction, self.proposals]
    }
}

/// The rule table `needs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NeedsRule {
    /// The sources; each once.
    pub sources: Vec<SourceRule>,
    /// From how many hundredths of a level sources that differ are in dispute.
    pub dispute: u16,
    /// Bands of JPM from the highest to the lowest.
    pub jpm_bands: Vec<JpmBand>,
    /// What the SKM says about competencies.
    pub elements: Vec<ElementLink>,
    /// Months back for which complaints count.
    pub complaint_months: u16,
    /// The formula of the need list.
    pub ranking: Ranking,
}

impl NeedsRule {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for source in Source::ALL {
            if self.sources.iter().filter(|rule| rule.source == source).count() != 1 {
                fields.refuse("sources", format!("Sumber {} harus ada tepat satu kali.", source.title()));
            }
        }
        for (at, rule) in self.sources.iter().enumerate() {
            if rule.weight > 100 {
                fields.refuse(format!("sources.{at}.weight"), "Bobot sumber harus 0 sampai 100.");
            }
            if !(1..=240).contains(&rule.months) {
                fields.refuse(format!("sources.{at}.months"), "Masa berlaku sumber harus 1 sampai 240 bulan.");
            }
        }
        if !(50..=400).contains(&self.dispute) {
            fields.refuse("dispute", "Batas perbedaan antarsumber harus 0,50 sampai 4,00 level.");
        }
        if self.jpm_bands.is_empty() {
            fields.refuse("jpm_bands", "Isi paling sedikit satu kategori JPM.");
        }
        for at in 0..self.jpm_bands.len() {
            let name = tidy(&self.jpm_bands[at].name);
            if name.is_empty() {
                fields.refuse(format!("jpm_bands.{at}.name"), "Nama kategori JPM belum diisi.");
            }
            self.jpm_bands[at].name = name;
            let least = self.jpm_bands[at].least;
            let falls = at == 0 || self.jpm_bands[at - 1].least > least;
            if least > 10_000 || !falls {
                let message = "Batas bawah JPM harus 0 sampai 100 dan makin kecil dari atas ke bawah.";
                fields.refuse(format!("jpm_bands.{at}.least"), message);
            }
        }
        if self.jpm_bands.last().is_some_and(|band| band.least != 0) {
            fields.refuse(
                format!("jpm_bands.{}.least", self.jpm_bands.len() - 1),
                "Kategori terakhir harus mulai dari 0.",
            );
        }
        for (at, link) in self.elements.iter().enumerate() {
            if self.elements[..at].iter().any(|other| other.element == link.element) {
                let message = format!("Unsur {} ada dua. Hapus salah satu.", link.element.code());
                fields.refuse(format!("elements.{at}.element"), message);
            }
        }
        if !(1..=120).contains(&self.complaint_months) {
            fields.refuse("complaint_months", "Masa pengaduan yang dihitung harus 1 sampai 120 bulan.");
        }
        let total: u32 = self.ranking.weights().into_iter().map(u32::from).sum();
        if total != 100 {
            fields.refuse("ranking", format!("Bobot rumus daftar kebutuhan berjumlah {total}, harus 100."));
        }
        fields.finish()?;
        Ok(self)
    }

    /// The rule of a source; the form holds that there is one.
    #[must_use]
    pub fn source(&self, source: Source) -> SourceRule {
        let known = self.sources.iter().find(|rule| rule.source == source);
        known.copied().unwrap_or(SourceRule { source, weight: 0, months: 1 })
    }
}
