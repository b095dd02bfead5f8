//! The catalogue: what a programme raises, how it is held, what comes before it, who helps.

use crate::{App, Result};
use domain::career::{CourseJp, JpScope, course_jp, rate};
use domain::classes::Programme;
use domain::ids::{CompetencyId, ProgrammeId};
use domain::needs::Competency;
use domain::planning::catalogue::{Catalogue, circle};
use domain::planning::cost::total;
use domain::planning::partner::{AgreementState, state_on};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::classes::programme as programmes;
use store::planning::catalogue as table;
use store::planning::cost::{CostOwner, lines};

/// A programme in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CatalogueRow {
    /// Its id.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
    /// Code of the form, or empty.
    pub form: String,
    /// Method, or empty.
    pub method: String,
    /// Sum of the JP of its subjects.
    pub jp: u32,
    /// Days of a class; none while the catalogue says nothing of it.
    pub days: Option<u32>,
    /// Fewest and most people of a class; none while the catalogue says nothing of it.
    pub people: Option<(u32, u32)>,
    /// Names of the competencies that it raises.
    pub competencies: Vec<String>,
    /// Rupiah that one class costs by its pattern.
    pub cost: i64,
    /// Offered for new classes.
    pub active: bool,
}

/// A programme's entry as its form edits it, with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CatalogueView {
    /// The programme.
    pub programme: Programme,
    /// Sum of the JP of its subjects.
    pub subject_jp: u32,
    /// The entry; what a new one begins with where there is none.
    pub catalogue: Catalogue,
    /// Somebody has made the entry.
    pub entered: bool,
    /// Programmes that require this one.
    pub required_by: Vec<String>,
    /// What passing it earns by the conversion table of today.
    pub jp: CourseJp,
    /// What deserves a look, as sentences.
    pub doubts: Vec<String>,
}

/// All programmes with what the catalogue says of them, by name.
///
/// # Errors
/// The store fails.
pub fn list(app: &App, include_inactive: bool) -> Result<Vec<CatalogueRow>> {
    Ok(app.store.read(|read| {
        let mut details = table::details(read)?;
        let mut raised = table::raised_names(read)?;
        let row = |line: programmes::Line| {
            let detail = details.remove(&line.id);
            Ok(CatalogueRow {
                method: detail.as_ref().map(|detail| detail.method.clone()).unwrap_or_default(),
                days: detail.as_ref().map(|detail| detail.days),
                people: detail.map(|detail| (detail.smallest_class, detail.largest_class)),
                competencies: raised.remove(&line.id).unwrap_or_default(),
                cost: total(&lines(read, CostOwner::Programme(line.id))?),
                id: line.id,
                name: line.name,
                form: line.form,
                jp: line.jp,
                active: line.active,
            })
        };
        programmes::list(read, include_inactive)?.into_iter().map(row).collect()
    })?)
}

/// The entry of a programme.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn get(app: &App, id: ProgrammeId) -> Result<CatalogueView> {
    let rules = crate::office::rules(app)?;
    let today = app.today();
    Ok(app.store.read(|read| {
        let programme = crate::classes::stored_programme(read, id)?;
        let subject_jp = programme.subjects.iter().map(|subject| subject.jp).sum();
        let stored = table::get(read, id)?;
        let entered = stored.is_some();
        let catalogue = stored.unwrap_or_else(|| Catalogue::blank(subject_jp));
        let detail = &catalogue.detail;
        let jp = course_jp(rate(&rules.jp_conversion, &programme.form, detail.scope), subject_jp, detail.days);
        let mut doubts = Vec::new();
        if entered && catalogue.competencies.is_empty() {
            doubts.push("Belum ada kompetensi yang dinaikkan, jadi kelasnya belum bernilai dalam rencana.".to_owned());
        }
        for partner in &catalogue.partners {
            let Some(partner) = store::planning::partner::get(read, *partner)? else { continue };
            match state_on(&partner.agreements, today) {
                AgreementState::None => doubts.push(format!("Mitra {} belum mempunyai perjanjian.", partner.name)),
                AgreementState::Ended => doubts.push(format!("Perjanjian dengan {} telah berakhir.", partner.name)),
                AgreementState::Ending => doubts.push(format!("Perjanjian dengan {} segera berakhir.", partner.name)),
                AgreementState::Valid => {}
            }
        }
        let required_by = table::required_by(read, id)?;
        Ok(CatalogueView { programme, subject_jp, catalogue, entered, required_by, jp, doubts })
    })?)
}

/// What passing a programme would earn if it were held so: for the form while it is filled in.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn jp(app: &App, id: ProgrammeId, scope: JpScope, days: u32) -> Result<CourseJp> {
    let rules = crate::office::rules(app)?;
    let programme = crate::classes::programme(app, id)?;
    let held = programme.subjects.iter().map(|subject| subject.jp).sum();
    Ok(course_jp(rate(&rules.jp_conversion, &programme.form, scope), held, days))
}

/// Saves the entry of a programme.
///
/// # Errors
/// Refused fields, among them prerequisites that run in a circle; [`Code::NotFound`].
pub fn save(app: &App, id: ProgrammeId, catalogue: Catalogue) -> Result<Outcome<()>> {
    let catalogue = catalogue.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_catalogue", "Ubah katalog program"), |tx| {
        let programme = crate::classes::stored_programme(tx, id)?;
        tx.describe(format!("Ubah katalog program {}", programme.name));
        if table::get(tx, id)?.is_some_and(|stored| same(&stored, &catalogue)) {
            return Ok(());
        }
        require_known(tx, &catalogue)?;
        require_no_circle(tx, id, &catalogue.prerequisites)?;
        table::save(tx, id, &catalogue)
    })?)
}

/// True when two entries say the same; the order of their lists says nothing.
fn same(one: &Catalogue, other: &Catalogue) -> bool {
    let sorted = |entry: &Catalogue| {
        let mut entry = entry.clone();
        entry.competencies.sort_by_key(|raise| raise.competency);
        entry.prerequisites.sort_unstable();
        entry.partners.sort_unstable();
        entry
    };
    sorted(one) == sorted(other)
}

/// Everything that the entry names is there.
fn require_known(read: &Read<'_>, catalogue: &Catalogue) -> store::Result<()> {
    let mut fields = Fields::new();
    let competencies: Vec<Option<CompetencyId>> =
        store::needs::competencies(read)?.into_iter().map(|line: (Competency, _)| line.0.id).collect();
    for (at, raise) in catalogue.competencies.iter().enumerate() {
        if !competencies.contains(&Some(raise.competency)) {
            let message = format!("Kompetensi pada baris {} sudah tidak ada. Pilih yang lain.", at + 1);
            fields.refuse(format!("competencies.{at}.competency"), message);
        }
    }
    for requires in &catalogue.prerequisites {
        if programmes::get(read, *requires)?.is_none() {
            fields.refuse("prerequisites", "Salah satu program prasyarat sudah tidak ada. Pilih yang lain.");
        }
    }
    for partner in &catalogue.partners {
        if store::planning::partner::get(read, *partner)?.is_none() {
            fields.refuse("partners", "Salah satu mitra sudah tidak ada. Pilih yang lain.");
        }
    }
    Ok(fields.finish()?)
}

/// Refuses prerequisites that would lead back to their programme; the sentence names the whole circle.
fn require_no_circle(read: &Read<'_>, id: ProgrammeId, requires: &[ProgrammeId]) -> store::Result<()> {
    let Some(way) = circle(id, requires, &table::requirements(read)?) else { return Ok(()) };
    let names: BTreeMap<ProgrammeId, String> =
        programmes::list(read, true)?.into_iter().map(|line| (line.id, line.name)).collect();
    let named: Vec<&str> = way.iter().filter_map(|step| names.get(step).map(String::as_str)).collect();
    let message = format!("Prasyarat berputar: {}. Hapus salah satu prasyarat itu.", named.join(" → "));
    Err(Refusal::field("prerequisites", message).into())
}

/// Takes a programme out of the catalogue before it is removed.
///
/// # Errors
/// [`Code::NotAllowed`] when another programme requires it.
pub(crate) fn leave(tx: &store::Tx<'_>, id: ProgrammeId, name: &str) -> store::Result<()> {
    let others = table::required_by(tx, id)?;
    if !others.is_empty() {
        let message = format!(
            "Program \"{name}\" menjadi prasyarat {}. Hapus prasyarat itu dahulu, atau nonaktifkan saja program ini.",
            others.join(", ")
        );
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    table::delete(tx, id)
}
