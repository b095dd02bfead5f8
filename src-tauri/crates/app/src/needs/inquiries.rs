//! Inquiries: the collections of evidence. The list, one whole, the form, what its sheets ask.

use crate::classes::count;
use crate::{App, LARGEST_PAGE, Page, Result};
use domain::evaluation::instrument::{Instrument, ItemKind, Scale};
use domain::ids::{CompetencyId, InquiryId, UnitId};
use domain::needs::Competency;
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::readiness::Dimension;
use domain::needs::survey::{QuestionDraft, QuestionGroup, SurveyForm};
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::needs::inquiry as table;
use store::people::UnitTree;
use store::{Read, Tx};

/// Which inquiries to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct InquiryQuery {
    /// Words that all stand in the name or among who took part.
    pub text: String,
    /// Only this kind.
    pub kind: Option<InquiryKind>,
    /// Only those held in this year.
    pub year: Option<i32>,
    /// Only those of this unit and the units below it.
    pub unit: Option<UnitId>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// An inquiry as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InquiryRow {
    /// Its id.
    pub id: InquiryId,
    /// What its form edits.
    pub inquiry: Inquiry,
    /// Names of its unit and those above, from the top; empty without a unit.
    pub unit_path: String,
    /// People with a sheet or a level of their own.
    pub people: u32,
    /// Levels of single people, and lines about groups.
    pub findings: u32,
}

/// An inquiry whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InquiryView {
    /// As the list shows it.
    pub row: InquiryRow,
    /// People in service in its unit and below it: whom it may ask.
    pub expected: u32,
    /// What its sheets ask.
    pub instruments: Vec<Instrument>,
    /// The questions of a survey with their competencies, as its builder edits them.
    pub questions: Vec<QuestionGroup>,
    /// The sides of a readiness check, as they were when it was made.
    pub dimensions: Vec<Dimension>,
    /// What was found about groups.
    pub groups: Vec<GroupFinding>,
    /// All competencies: managerial ones first, by name.
    pub competencies: Vec<Competency>,
    /// Those that a grid begins with: what posts require today, what the sheets ask, and what has findings.
    pub columns: Vec<CompetencyId>,
    /// What it found, competency by competency.
    pub summary: Vec<CompetencyLevels>,
}

/// What an inquiry found in single people on one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CompetencyLevels {
    /// The competency.
    pub competency: CompetencyId,
    /// People with a level.
    pub people: u32,
    /// Their mean level in hundredths, rounded once.
    pub mean: Option<i32>,
    /// The lowest level, in hundredths.
    pub lowest: u16,
    /// The highest level, in hundredths.
    pub highest: u16,
}

/// Something a new survey can start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SurveyTemplate {
    /// The survey that it copies; none for the own assessment of all competencies that posts require.
    pub inquiry: Option<InquiryId>,
    /// As listed.
    pub name: String,
    /// The questions, without ids.
    pub groups: Vec<QuestionGroup>,
}

/// A part of the inquiries, the latest first.
///
/// # Errors
/// The store fails.
pub fn inquiries(app: &App, query: &InquiryQuery) -> Result<Page<InquiryRow>> {
    Ok(app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let filter = table::Filter {
            text: query.text.clone(),
            kind: query.kind,
            year: query.year,
            units: query.unit.map(|unit| tree.within(unit)),
            offset: query.offset,
            limit: query.limit.min(LARGEST_PAGE),
        };
        let (lines, total) = table::list(read, &filter)?;
        Ok(Page { rows: lines.into_iter().map(|line| row(line, &tree)).collect(), total })
    })?)
}

/// The years in which inquiries were held, the latest first.
///
/// # Errors
/// The store fails.
pub fn inquiry_years(app: &App) -> Result<Vec<i32>> {
    Ok(app.store.read(table::years)?)
}

fn row(line: table::Line, tree: &UnitTree) -> InquiryRow {
    InquiryRow {
        id: line.id,
        unit_path: line.inquiry.unit.map(|unit| tree.path(unit)).unwrap_or_default(),
        inquiry: line.inquiry,
        people: line.people,
        findings: line.findings,
    }
}

/// An inquiry, or the refusal that it is gone.
pub(crate) fn stored(read: &Read<'_>, id: InquiryId) -> store::Result<table::Line> {
    Ok(table::get(read, id)?.ok_or_else(|| Refusal::new(Code::NotFound, "Sumber ini sudah tidak ada."))?)
}

/// A new inquiry of a kind: of today, with the weight of the rule.
///
/// # Errors
/// The store fails.
pub fn inquiry_draft(app: &App, kind: InquiryKind) -> Result<Inquiry> {
    let today = app.today();
    let rule = app.store.read(|read| Ok(store::needs::rules::needs(read)?.on(today).clone()))?;
    Ok(Inquiry {
        id: None,
        kind,
        name: String::new(),
        held_on: today,
        unit: None,
        weight: kind.source().map_or(0, |source| rule.source(source).weight),
        participants: String::new(),
        note: String::new(),
    })
}

/// An inquiry whole.
///
/// # Errors
/// [`Code::NotFound`].
pub fn inquiry(app: &App, id: InquiryId) -> Result<InquiryView> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let line = stored(read, id)?;
        let tree = UnitTree::read(read)?;
        let form = table::form(read, id)?;
        let competencies: Vec<Competency> =
            store::needs::competencies(read)?.into_iter().map(|(competency, _)| competency).collect();
        let summary = summary(read, id, &competencies)?;
        let mut wanted = form.competencies();
        wanted.extend(summary.iter().map(|levels| levels.competency));
        if !line.inquiry.kind.has_sheets() {
            wanted.extend(required(read, today)?);
        }
        let columns = competencies.iter().filter_map(|competency| competency.id).filter(|id| wanted.contains(id));
        Ok(InquiryView {
            expected: count(super::people::asked(read, line.inquiry.unit, "")?.len()),
            columns: columns.collect(),
            summary,
            questions: form.groups(),
            instruments: form.instruments,
            dimensions: form.dimensions,
            groups: store::needs::finding::groups(read, id)?,
            row: row(line, &tree),
            competencies,
        })
    })?)
}

fn summary(read: &Read<'_>, id: InquiryId, competencies: &[Competency]) -> store::Result<Vec<CompetencyLevels>> {
    let findings = store::needs::finding::of_inquiry(read, id)?;
    let of = |competency: CompetencyId| {
        let levels: Vec<u16> =
            findings.iter().filter(|((_, of), _)| *of == competency).map(|(_, finding)| finding.level).collect();
        let sum: i64 = levels.iter().map(|level| i64::from(*level)).sum();
        Some(CompetencyLevels {
            competency,
            people: count(levels.len()),
            mean: domain::score::quotient(sum, levels.len()),
            lowest: *levels.iter().min()?,
            highest: *levels.iter().max()?,
        })
    };
    Ok(competencies.iter().filter_map(|competency| of(competency.id?)).collect())
}

/// The competencies that posts require by the standards and requirements of a day.
fn required(read: &Read<'_>, day: chrono::NaiveDate) -> store::Result<BTreeSet<CompetencyId>> {
    let standards = store::needs::rules::standards(read)?;
    let levels = standards.on(day).iter().flat_map(|standard| &standard.levels);
    let mut found: BTreeSet<CompetencyId> =
        levels.filter(|level| level.level > 0).map(|level| level.competency).collect();
    for requirement in store::needs::requirement::all(read)? {
        found.extend(requirement.competency.filter(|_| requirement.level > 0));
    }
    Ok(found)
}

/// Saves an inquiry, new or known. A new readiness check takes its questions from the rule in force on its day.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] for a name that is taken; another kind; [`Code::NotFound`].
pub fn save_inquiry(app: &App, inquiry: Inquiry) -> Result<Outcome<InquiryId>> {
    let inquiry = inquiry.checked(app.today())?;
    let description = format!("Simpan sumber {}", inquiry.name);
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_inquiry", description), |tx| {
        if let Some(id) = inquiry.id {
            let known = stored(tx, id)?.inquiry;
            if known == inquiry {
                return Ok(id);
            }
            if known.kind != inquiry.kind {
                let message = "Jenis sumber tidak dapat diubah. Buat sumber baru.";
                return Err(Refusal::field("kind", message).into());
            }
        }
        if table::named(tx, &inquiry.name)?.is_some_and(|other| Some(other) != inquiry.id) {
            let message = format!("Sumber \"{}\" sudah ada.", inquiry.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        if let Some(unit) = inquiry.unit
            && UnitTree::read(tx)?.line(unit).is_empty()
        {
            return Err(Refusal::field("unit", "Unit kerja ini sudah tidak ada. Pilih unit lain.").into());
        }
        let id = table::save(tx, &inquiry)?;
        if inquiry.id.is_none() && inquiry.kind == InquiryKind::Readiness {
            let rule = store::office::rules(tx, inquiry.held_on)?.readiness;
            table::save_form(tx, id, &SurveyForm::readiness(&rule))?;
        }
        Ok(id)
    })?)
}

/// Removes an inquiry; one under which something was typed only with a reason, which the journal keeps.
///
/// # Errors
/// No reason where something was typed; [`Code::NotFound`].
pub fn delete_inquiry(app: &App, id: InquiryId, reason: &str) -> Result<Outcome<()>> {
    let reason = tidy(reason);
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_inquiry", "Hapus sumber"), |tx| {
        let line = stored(tx, id)?;
        let typed = line.people + line.findings;
        let name = &line.inquiry.name;
        if typed > 0 && reason.is_empty() {
            let message = format!(
                "Sumber {name} berisi hasil {} orang dan {} temuan. Isi alasan menghapusnya.",
                line.people, line.findings
            );
            return Err(Refusal::field("reason", message).into());
        }
        tx.describe(match typed {
            0 => format!("Hapus sumber {name}"),
            _ => format!("Hapus sumber {name} dengan {} temuan: {reason}", line.findings),
        });
        table::delete(tx, id)
    })?)
}

/// Saves what the sheets of a survey ask. Once sheets are there, only wording may change.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] for an inquiry without such sheets, and for other questions under sheets;
/// [`Code::NotFound`].
pub fn save_form(app: &App, id: InquiryId, groups: Vec<QuestionGroup>) -> Result<Outcome<()>> {
    let form = SurveyForm::survey(groups)?;
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_form", "Lembar survei"), |tx| {
        let line = stored(tx, id)?;
        tx.describe(format!("Lembar survei {}", line.inquiry.name));
        if line.inquiry.kind != InquiryKind::Survey {
            let message = "Hanya survei yang mempunyai lembar sendiri.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        require_competencies(tx, &form)?;
        let known = table::form(tx, id)?;
        let sheets = table::sheets(tx, id)?.len();
        if sheets > 0 && !known.asks_the_same(&form) {
            let message = format!(
                "Sudah ada {sheets} lembar yang dimasukkan, jadi hanya kata-kata yang dapat diubah. Untuk butir, skala, atau \
                 kompetensi lain, buat survei baru dari salinan survei ini."
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        if known == form { Ok(()) } else { table::save_form(tx, id, &form) }
    })?)
}

fn require_competencies(tx: &Tx<'_>, form: &SurveyForm) -> store::Result<()> {
    for competency in form.competencies() {
        if store::needs::competency(tx, competency)?.is_none() {
            let message = "Salah satu kompetensi sudah tidak ada. Muat ulang halaman.";
            return Err(Refusal::field("groups", message).into());
        }
    }
    Ok(())
}

/// Words of the scale of an own assessment, level 1 to 5.
const OWN_SCALE: [&str; 5] = ["Paham", "Dasar", "Menengah", "Mumpuni", "Ahli"];

/// What a new survey can start from: the own assessment of all competencies that posts require, then earlier surveys,
/// the latest first.
///
/// # Errors
/// The store fails.
pub fn survey_templates(app: &App) -> Result<Vec<SurveyTemplate>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let required = required(read, today)?;
        let competencies = store::needs::competencies(read)?.into_iter().map(|(competency, _)| competency);
        let asked = competencies.filter(|one| one.id.is_some_and(|id| required.contains(&id)));
        let mut templates = vec![SurveyTemplate {
            inquiry: None,
            name: "Penilaian diri atas semua kompetensi yang disyaratkan".to_owned(),
            groups: own_assessment(&asked.collect::<Vec<_>>()),
        }];
        for (inquiry, form) in table::survey_forms(read)? {
            let mut groups = form.groups();
            for group in &mut groups {
                group.id.clear();
                group.items.iter_mut().for_each(|item| item.id.clear());
            }
            templates.push(SurveyTemplate { inquiry: inquiry.id, name: inquiry.name, groups });
        }
        Ok(templates)
    })?)
}

/// The questions of an own assessment: one for each competency, and what training is wanted.
pub(crate) fn own_assessment(competencies: &[Competency]) -> Vec<QuestionGroup> {
    let item = |competency: &Competency| QuestionDraft {
        id: String::new(),
        text: format!("Kemampuan saya saat ini: {}", competency.name),
        kind: ItemKind::Mark,
        optional: false,
        competency: competency.id,
    };
    let need = QuestionDraft {
        id: String::new(),
        text: "Pelatihan yang paling saya perlukan untuk pekerjaan saya".to_owned(),
        kind: ItemKind::Text,
        optional: true,
        competency: None,
    };
    vec![QuestionGroup {
        id: String::new(),
        name: "Penilaian diri".to_owned(),
        scale: Scale::Words { words: OWN_SCALE.map(str::to_owned).to_vec() },
        items: competencies.iter().map(item).chain([need]).collect(),
    }]
}
