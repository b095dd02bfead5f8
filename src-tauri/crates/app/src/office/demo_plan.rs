//! The plan of the demo office: one in force with what was paid, and a draft for the next year that is still to be chosen.

use crate::planning::{self, ItemChange, NewItem, NewPlan, ServedBy};
use crate::{App, Result};
use chrono::Datelike;
use domain::ids::{PersonId, PlanId, PlanItemId, ProgrammeId};
use domain::planning::cost::CostLine;
use domain::planning::plan::{Ceiling, PlanGroup, PlanWish};
use domain::planning::realisation::{RealisationEntry, RealisationKind};
use store::people::UnitTree;

/// Name, month, participants, value in hundredths, rupiah a participant, fund source by its place in the rules, and the
/// word of candidates that exclude each other.
type Line = (&'static str, u8, u16, i64, i64, usize, &'static str);

const CANDIDATES: [Line; 7] = [
    ("Pelayanan publik digital, Kecamatan", 4, 30, 18_600, 1_650_000, 0, ""),
    ("Pelayanan publik digital, Dinas Kependudukan", 5, 25, 17_150, 1_450_000, 0, "Pelayanan"),
    ("Pelayanan publik digital, perizinan dan kependudukan", 6, 40, 21_200, 1_500_000, 0, "Pelayanan"),
    ("Pelatihan pengaduan masyarakat", 7, 30, 9_625, 900_000, 0, ""),
    ("Pelatihan kepemimpinan pengawas", 8, 20, 14_000, 4_800_000, 1, ""),
    ("Penyegaran tim layanan daring", 9, 35, 8_800, 650_000, 1, ""),
    ("Magang di kota percontohan", 10, 10, 12_000, 7_500_000, 0, ""),
];
/// Units that are to get places.
const GROUP: &str = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";

pub(super) fn init(app: &App, people: &[PersonId]) -> Result<()> {
    let Some(programme) = crate::classes::programmes(app, false)?.first().map(|row| row.id) else { return Ok(()) };
    let Ok(year) = u16::try_from(app.today().year()) else { return Ok(()) };
    let funds = crate::office::rules(app)?.budget.funds;
    let name = "Rencana pengembangan kompetensi";
    let now = plan(app, year, name, programme, people, &funds)?;
    planning::choose(app, now, 5, &mut |_| {})?;
    planning::approve_plan(app, now, app.today(), "Disetujui menurut DPA.")?;
    realise(app, now)?;
    let next = plan(app, year + 1, name, programme, people, &funds)?;
    let first = planning::plan(app, next)?.items.first().map(|row| row.item.id);
    if let Some(first) = first {
        let change = ItemChange { wish: Some(PlanWish::Mandatory), ..ItemChange::default() };
        planning::set_item(app, first, change)?;
    }
    Ok(())
}

fn plan(
    app: &App,
    year: u16,
    name: &str,
    programme: ProgrammeId,
    people: &[PersonId],
    funds: &[String],
) -> Result<PlanId> {
    let new = NewPlan { year, name: name.to_owned(), jp_limit: Some(100), copy: None };
    let plan = planning::create_plan(app, new)?.value;
    let fund = |at: usize| funds.get(at).or(funds.first()).cloned().unwrap_or_default();
    let ceiling =
        |(at, amount): (usize, i64)| Ceiling { id: None, sub_activity: String::new(), fund: fund(at), amount };
    let several = funds.len() > 1;
    let amounts = if several { vec![(0, 180_000_000), (1, 110_000_000)] } else { vec![(0, 290_000_000)] };
    planning::save_ceilings(app, plan, amounts.into_iter().map(ceiling).collect())?;
    let unit =
        app.store.read(|read| Ok(UnitTree::read(read)?.iter().find(|unit| unit.name == GROUP).map(|unit| unit.id)))?;
    if let Some(unit) = unit {
        let group = PlanGroup { id: None, name: "Dinas layanan langsung".to_owned(), least: 1, units: vec![unit] };
        planning::save_groups(app, plan, vec![group])?;
    }
    for (at, line) in CANDIDATES.iter().enumerate() {
        candidate(app, plan, programme, line, &fund(line.5), people.iter().skip(at * 3).take(12))?;
    }
    Ok(plan)
}

fn candidate<'a>(
    app: &App,
    plan: PlanId,
    programme: ProgrammeId,
    line: &Line,
    fund: &str,
    people: impl Iterator<Item = &'a PersonId>,
) -> Result<PlanItemId> {
    let (name, month, participants, value, price, _, alternative) = *line;
    let new = NewItem { programme, name: name.to_owned(), sub_activity: String::new(), served: ServedBy::Nobody };
    let id = planning::add_item(app, plan, new)?.value;
    planning::save_item_people(app, id, people.copied().collect())?;
    let mut item = planning::item(app, id)?.row.item;
    (item.month, item.participants, item.value) = (Some(month), participants, value);
    item.alternative = alternative.to_owned();
    planning::save_item(app, item)?;
    let cost = |text: &str, vol1: u16, unit: &str, price: i64, account: &str| CostLine {
        id: None,
        account: account.to_owned(),
        text: text.to_owned(),
        vol1: vol1.into(),
        vol2: 1,
        vol3: 1,
        unit: unit.to_owned(),
        price,
        fund: fund.to_owned(),
        note: String::new(),
    };
    let lines = vec![
        cost("Kontribusi peserta", participants, "OK", price, "5.1.02.02.12.0001"),
        cost("Honorarium narasumber", 16, "OJ", 900_000, "5.1.02.02.01.0003"),
    ];
    planning::save_item_costs(app, id, lines)?;
    Ok(id)
}

/// What was promised and paid for the first class in the plan.
fn realise(app: &App, plan: PlanId) -> Result<()> {
    let view = planning::realisation(app, plan)?;
    let Some(line) = view.items.first().and_then(|item| item.lines.first()) else { return Ok(()) };
    let planned = line.used.sums.planned;
    let entries =
        [(RealisationKind::Commitment, planned, "SPK-001"), (RealisationKind::Payment, planned / 2, "SPJ-014")];
    for (kind, gross, proof) in entries {
        let entry = RealisationEntry {
            id: None,
            line: line.line,
            date: app.today(),
            kind,
            proof: proof.to_owned(),
            payee: "CV Pelita Ilmu".to_owned(),
            text: "Kontribusi peserta".to_owned(),
            gross,
            tax: 0,
        };
        planning::save_entry(app, plan, entry)?;
    }
    Ok(())
}
