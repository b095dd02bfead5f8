//! Levels of single people, typed in a grid or person by person, and what groups found.

use super::inquiries::stored;
use super::sheets::name_of;
use crate::{App, Result};
use domain::ids::{CompetencyId, InquiryId, PersonId};
use domain::needs::group::{self, GroupFinding};
use domain::needs::inquiry::Inquiry;
use domain::needs::level;
use domain::people::name::tidy;
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::needs::finding::{self as table, Finding};
use store::people::UnitTree;
use store::{Read, Tx};

/// A cell of the grid as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LevelEdit {
    /// The row.
    pub person: PersonId,
    /// The column.
    pub competency: CompetencyId,
    /// A level from 1 to 5 with at most two decimals; empty takes it away.
    pub text: String,
}

/// A cell that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LevelRefusal {
    /// The row.
    pub person: PersonId,
    /// The column.
    pub competency: CompetencyId,
    /// As typed.
    pub text: String,
    /// The rule that it breaks.
    pub message: String,
}

/// What an interview found about a person on one competency, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FindingEntry {
    /// In what.
    pub competency: CompetencyId,
    /// A level from 1 to 5 with at most two decimals; empty for none.
    pub level: String,
    /// What was said; only beside a level.
    pub note: String,
}

/// An inquiry in which levels of single people are typed.
pub(crate) fn levelled(read: &Read<'_>, id: InquiryId) -> store::Result<Inquiry> {
    let inquiry = stored(read, id)?.inquiry;
    if inquiry.kind.has_levels() {
        return Ok(inquiry);
    }
    let message = format!("Level pada {} tidak diketik langsung: level mengikuti lembar atau temuannya.", inquiry.name);
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// Saves cells of the grid; refused ones are left out and named, the others are kept.
///
/// # Errors
/// [`Code::NotAllowed`] for an inquiry without such levels; [`Code::NotFound`].
pub fn set_findings(app: &App, id: InquiryId, edits: Vec<LevelEdit>) -> Result<Outcome<Vec<LevelRefusal>>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.set_findings", "Level kompetensi"), |tx| {
        let inquiry = levelled(tx, id)?;
        let known = competencies(tx)?;
        let mut refused = Vec::new();
        let mut taken = 0_usize;
        for edit in edits {
            match set(tx, id, &edit, &known)? {
                None => taken += 1,
                Some(message) => refused.push(LevelRefusal {
                    person: edit.person,
                    competency: edit.competency,
                    text: edit.text,
                    message,
                }),
            }
        }
        tx.describe(format!("Level {taken} sel, {}", inquiry.name));
        Ok(refused)
    })?)
}

fn competencies(read: &Read<'_>) -> store::Result<BTreeSet<CompetencyId>> {
    Ok(store::needs::competencies(read)?.into_iter().filter_map(|(competency, _)| competency.id).collect())
}

/// Writes one cell; the sentence when it is refused.
fn set(tx: &Tx<'_>, id: InquiryId, edit: &LevelEdit, known: &BTreeSet<CompetencyId>) -> store::Result<Option<String>> {
    if !known.contains(&edit.competency) {
        return Ok(Some("Kompetensi ini sudah tidak ada. Muat ulang halaman.".to_owned()));
    }
    if store::people::rows(tx, &[edit.person])?.is_empty() {
        return Ok(Some("Orang ini sudah tidak ada di data ASN. Muat ulang halaman.".to_owned()));
    }
    if edit.text.trim().is_empty() {
        table::delete(tx, id, edit.person, edit.competency)?;
        return Ok(None);
    }
    let level = match level::parse(&edit.text) {
        Ok(level) => level,
        Err(message) => return Ok(Some(message)),
    };
    let stored = table::of_person(tx, id, edit.person)?.remove(&edit.competency);
    let note = stored.as_ref().map(|finding| finding.note.clone()).unwrap_or_default();
    if stored.is_none_or(|finding| finding.level != level) {
        table::save(tx, id, edit.person, edit.competency, &Finding { level, note })?;
    }
    Ok(None)
}

/// Saves all that was found about one person, as after an interview; what is not named is taken away.
///
/// # Errors
/// Each refused line as `2.level` or `2.note`; [`Code::NotAllowed`] for an inquiry without such levels;
/// [`Code::NotFound`].
pub fn save_person_findings(
    app: &App,
    id: InquiryId,
    person: PersonId,
    entries: Vec<FindingEntry>,
) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_person_findings", "Temuan tentang orang"), |tx| {
        let inquiry = levelled(tx, id)?;
        let name = name_of(tx, person)?;
        tx.describe(format!("Temuan tentang {name}, {}", inquiry.name));
        let wanted = checked(&entries, &competencies(tx)?)?;
        let stored = table::of_person(tx, id, person)?;
        for competency in stored.keys().filter(|competency| !wanted.iter().any(|(one, _)| one == *competency)) {
            table::delete(tx, id, person, *competency)?;
        }
        for (competency, finding) in &wanted {
            if stored.get(competency) != Some(finding) {
                table::save(tx, id, person, *competency, finding)?;
            }
        }
        Ok(())
    })?)
}

fn checked(entries: &[FindingEntry], known: &BTreeSet<CompetencyId>) -> Result<Vec<(CompetencyId, Finding)>, Refusal> {
    let mut fields = Fields::new();
    let mut seen = BTreeSet::new();
    let mut wanted = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let note = tidy(&entry.note);
        if !known.contains(&entry.competency) {
            fields.refuse(format!("{at}.level"), "Kompetensi ini sudah tidak ada. Muat ulang halaman.");
        } else if !seen.insert(entry.competency) {
            fields.refuse(format!("{at}.level"), "Kompetensi ini ada dua. Hapus salah satu.");
        } else if entry.level.trim().is_empty() {
            if !note.is_empty() {
                fields.refuse(format!("{at}.level"), "Catatan ini belum mempunyai level.");
            }
        } else if let Some(level) = fields.take(&format!("{at}.level"), level::parse(&entry.level)) {
            wanted.push((entry.competency, Finding { level, note }));
        }
    }
    fields.finish()?;
    Ok(wanted)
}

/// Saves what a group found; lines that are not named are taken away.
///
/// # Errors
/// Each refused field as `2.competency`; [`Code::NotAllowed`] for an inquiry without such lines; [`Code::NotFound`].
pub fn save_group_findings(app: &App, id: InquiryId, lines: Vec<GroupFinding>) -> Result<Outcome<()>> {
    let lines = group::checked(lines)?;
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_group_findings", "Temuan kelompok"), |tx| {
        let inquiry = stored(tx, id)?.inquiry;
        if !inquiry.kind.has_groups() {
            let message = format!("{} bukan diskusi kelompok atau wawancara.", inquiry.name);
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let (tree, known) = (UnitTree::read(tx)?, competencies(tx)?);
        let mut fields = Fields::new();
        for (at, line) in lines.iter().enumerate() {
            if line.unit.is_some_and(|unit| tree.line(unit).is_empty()) {
                fields.refuse(format!("{at}.unit"), "Unit kerja ini sudah tidak ada. Pilih unit lain.");
            }
            if line.competency.is_some_and(|competency| !known.contains(&competency)) {
                fields.refuse(format!("{at}.competency"), "Kompetensi ini sudah tidak ada. Muat ulang halaman.");
            }
        }
        fields.finish()?;
        tx.describe(format!("{} temuan kelompok, {}", lines.len(), inquiry.name));
        table::save_groups(tx, id, &lines)
    })?)
}
