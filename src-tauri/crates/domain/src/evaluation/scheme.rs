//! Schemes: components, predicates, and what it takes to pass.

use super::component::{Component, FULL_SCALE, Method};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Parts that one component has at the most.
const MOST_PARTS: usize = 50;

/// The sentence for a scheme without weights.
pub const UNWEIGHTED: &str = "Bobot skema belum ditetapkan.";

/// A predicate and the highest score that still has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Band {
    /// Predicate, such as `Memuaskan`.
    pub name: String,
    /// Highest score of the band, inclusive.
    pub upper: Score,
}

/// Who may repeat components, and what it can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Remedial {
    /// Lowest final score that may repeat; below it nothing helps.
    pub lowest: Score,
    /// Highest score that a repeated component can have.
    pub ceiling: Score,
}

/// How a class is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Scheme {
    /// Components in order; none for a class that is judged by attendance alone.
    pub components: Vec<Component>,
    /// Bands from the lowest to the highest; the last one ends at 100.
    pub bands: Vec<Band>,
    /// Lowest score that passes.
    pub pass_mark: Score,
    /// Lowest attendance that passes, in percent of all JP.
    pub minimum_attendance: u8,
    /// Who may repeat components; none where nobody may.
    pub remedial: Option<Remedial>,
}

impl Scheme {
    /// The rules of the form; bands are put in order. Weights total 100, or all are 0: then the scheme is a structure
    /// whose weights are still to be entered, and nobody can be judged by it.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let total = self.weight();
        if !self.components.is_empty() && total != 100 && total != 0 {
            fields.refuse("components", format!("Jumlah bobot {total}; harus tepat 100."));
        }
        for at in 0..self.components.len() {
            let (before, rest) = self.components.split_at_mut(at);
            let component = &mut rest[0];
            component.name = tidy(&component.name);
            let name = &component.name;
            if name.is_empty() {
                fields.refuse(format!("components.{at}.name"), "Nama komponen belum diisi.");
            } else if before.iter().any(|earlier| earlier.name.eq_ignore_ascii_case(name)) {
                fields.refuse(format!("components.{at}.name"), format!("Komponen \"{name}\" ada dua."));
            }
            check_method(component, &format!("components.{at}"), &mut fields);
        }
        self.check_bands(&mut fields);
        if self.minimum_attendance > 100 {
            fields.refuse("minimum_attendance", "Kehadiran paling sedikit harus 0 sampai 100 persen.");
        }
        self.check_remedial(&mut fields);
        fields.finish()?;
        Ok(self)
    }

    fn check_bands(&mut self, fields: &mut Fields) {
        self.bands.sort_by_key(|band| band.upper);
        for at in 0..self.bands.len() {
            self.bands[at].name = tidy(&self.bands[at].name);
            if self.bands[at].name.is_empty() {
                fields.refuse(format!("bands.{at}.name"), "Nama predikat belum diisi.");
            }
            if at > 0 && self.bands[at].upper == self.bands[at - 1].upper {
                fields.refuse(format!("bands.{at}.upper"), "Dua predikat mempunyai batas atas yang sama.");
            }
        }
        if self.bands.last().is_some_and(|band| band.upper != Score::MAX) {
            fields
                .refuse("bands", "Predikat tertinggi harus berbatas atas 100, supaya tidak ada nilai tanpa predikat.");
        }
    }

    fn check_remedial(&self, fields: &mut Fields) {
        let Some(remedial) = self.remedial else { return };
        if self.components.is_empty() {
            fields.refuse("remedial", "Kelas tanpa komponen nilai tidak mempunyai remedial.");
        }
        if remedial.lowest >= self.pass_mark {
            let message = format!("Batas bawah remedial harus di bawah batas lulus {}.", self.pass_mark.local());
            fields.refuse("remedial.lowest", message);
        }
        if remedial.ceiling < self.pass_mark {
            let message = format!("Nilai remedial tertinggi harus sampai batas lulus {}.", self.pass_mark.local());
            fields.refuse("remedial.ceiling", message);
        }
    }

    /// Sum of the weights of the components.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.components.iter().map(|component| u32::from(component.weight)).sum()
    }

    /// True when somebody can be judged by it: there is no component, or their weights are entered.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        self.components.is_empty() || self.weight() == 100
    }

    /// The same scheme for another class: its components and parts are new lines.
    #[must_use]
    pub fn anew(mut self) -> Self {
        for component in &mut self.components {
            component.id = None;
            component.parts.iter_mut().for_each(|part| part.id = None);
        }
        self
    }

    /// The predicate of a rounded score: the lowest band whose upper bound is not below it. There is no hole.
    #[must_use]
    pub fn predicate(&self, score: Score) -> &str {
        self.bands.iter().find(|band| score <= band.upper).map_or("", |band| band.name.as_str())
    }
}

/// The rules of how a component is judged; what its method does not use is put back to its usual value.
fn check_method(component: &mut Component, field: &str, fields: &mut Fields) {
    if component.method != Method::Items {
        component.scale = FULL_SCALE;
    }
    if component.method == Method::Direct {
        component.parts.clear();
        return;
    }
    if !(2..=FULL_SCALE).contains(&component.scale) {
        fields.refuse(format!("{field}.scale"), "Nilai tertinggi butir harus 2 sampai 100.");
    }
    if component.parts.is_empty() || component.parts.len() > MOST_PARTS {
        let message = format!("Isi 1 sampai {MOST_PARTS} penilai, butir, atau pelanggaran.");
        fields.refuse(format!("{field}.parts"), message);
    }
    for at in 0..component.parts.len() {
        let (before, rest) = component.parts.split_at_mut(at);
        let part = &mut rest[0];
        part.name = tidy(&part.name);
        if part.name.is_empty() {
            fields.refuse(format!("{field}.parts.{at}.name"), "Nama belum diisi.");
        } else if before.iter().any(|earlier| earlier.name.eq_ignore_ascii_case(&part.name)) {
            fields.refuse(format!("{field}.parts.{at}.name"), format!("\"{}\" ada dua.", part.name));
        }
        if !(1..=10_000).contains(&part.weight) {
            let message = match component.method {
                Method::Deductions => "Pengurangan harus 0,01 sampai 100.",
                Method::Direct | Method::Assessors | Method::Items => "Bobot harus 1 sampai 10000.",
            };
            fields.refuse(format!("{field}.parts.{at}.weight"), message);
        }
    }
}

#[cfg(test)]
mod tests;
