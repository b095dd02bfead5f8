//! The catalogue: entries of programmes, their budgets, partners and speakers.

use crate::classes_support::{Office, TODAY, day};
use crate::undo_support::at;
use app::planning::catalogue_papers::{self, CataloguePaper, PaperFormat};
use app::planning::{catalogue, costs, partners, speakers};
use app::{App, Result, classes, needs, office, people, safety};
use chrono::{Days, NaiveDate};
use domain::career::JpScope;
use domain::classes::{Programme, Subject};
use domain::ids::{CompetencyId, PartnerId, PersonId, ProgrammeId};
use domain::needs::{Competency, CompetencyKind};
use domain::planning::catalogue::{Catalogue, CatalogueDetail, Raise};
use domain::planning::cost::CostLine;
use domain::planning::partner::{Agreement, AgreementState, Partner, PartnerKind, SpeakerField};
use domain::refusal::{Code, Refusal};
use domain::safety::Room;

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

fn programme(app: &App, name: &str) -> ProgrammeId {
    let subject = Subject { id: None, heading: String::new(), name: "Praktik".to_owned(), jp: 24 };
    let programme = Programme {
        id: None,
        name: name.to_owned(),
        form: "KL07".to_owned(),
        field: String::new(),
        note: String::new(),
        active: true,
        subjects: vec![subject],
    };
    classes::save_programme(app, programme).unwrap().value
}

fn competency(app: &App, name: &str) -> CompetencyId {
    let competency = Competency { id: None, kind: CompetencyKind::Technical, name: name.to_owned() };
    needs::save_competency(app, competency).unwrap().value
}

fn entry() -> Catalogue {
    let detail = CatalogueDetail {
        method: "Workshop".to_owned(),
        scope: JpScope::National,
        goal: "Melayani dengan ramah.".to_owned(),
        smallest_class: 10,
        largest_class: 30,
        days: 3,
    };
    Catalogue { detail, competencies: Vec::new(), prerequisites: Vec::new(), partners: Vec::new() }
}

fn partner(name: &str, ends: NaiveDate) -> Partner {
    let agreement = Agreement {
        id: None,
        number: "PKS/1".to_owned(),
        subject: "Pelatihan".to_owned(),
        starts: day(2025, 1, 1),
        ends,
    };
    Partner {
        id: None,
        name: name.to_owned(),
        kind: PartnerKind::University,
        contact: "Bagian kerja sama".to_owned(),
        note: String::new(),
        agreements: vec![agreement],
    }
}

fn line(text: &str, price: i64) -> CostLine {
    CostLine {
        id: None,
        account: "5.1.02.01.01.0052".to_owned(),
        text: text.to_owned(),
        vol1: 30,
        vol2: 3,
        vol3: 1,
        unit: "kotak".to_owned(),
        price,
        fund: "dau".to_owned(),
        note: String::new(),
    }
}

fn field(name: &str, fee: i64) -> SpeakerField {
    SpeakerField { id: None, field: name.to_owned(), fee, fee_unit: "OJ".to_owned(), note: String::new() }
}

fn fields(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|field| field.field.as_str()).collect()
}

/// One thing that somebody does in the catalogue; the numbers choose what it is done to.
pub(crate) fn equip(app: &App, number: usize, how: usize) -> Result<()> {
    let programmes =
        || -> Result<Vec<ProgrammeId>> { Ok(classes::programmes(app, true)?.into_iter().map(|row| row.id).collect()) };
    let known_partners = || -> Result<Vec<PartnerId>> {
        Ok(partners::list(app)?.into_iter().filter_map(|row| row.partner.id).collect())
    };
    let person = || -> Result<PersonId> {
        let query = people::PeopleQuery { limit: 50, ..people::PeopleQuery::default() };
        at(people::list(app, query)?.rows.into_iter().map(|row| row.id).collect(), number)
    };
    match how {
        0 => {
            let ids: Vec<_> = needs::competencies(app)?.into_iter().filter_map(|row| row.competency.id).collect();
            let raise = Raise { competency: at(ids, number)?, gain: 100, up_to: 400 };
            let before = programmes()?.into_iter().take(number);
            let wanted = Catalogue {
                competencies: vec![raise],
                prerequisites: before.collect(),
                partners: known_partners()?,
                ..entry()
            };
            catalogue::save(app, at(programmes()?, number)?, wanted).map(drop)
        }
        1 => {
            let lines = (0..=number).map(|place| line(&format!("Nasi {place}"), 35_000)).collect();
            costs::save(app, at(programmes()?, number)?, lines).map(drop)
        }
        2 => {
            let ends = today() + Days::new(u64::try_from(number * 40).unwrap_or(0));
            partners::save(app, partner(&format!("Mitra {number}"), ends)).map(drop)
        }
        3 => partners::delete(app, at(known_partners()?, number)?).map(drop),
        4 => speakers::save(app, person()?, vec![field("Hukum", 0), field(&format!("Bidang {number}"), 900_000)])
            .map(drop),
        _ => match number {
            0 | 1 => speakers::delete(app, person()?).map(drop),
            _ => classes::delete_programme(app, at(programmes()?, number)?).map(drop),
        },
    }
}

#[test]
fn an_entry_says_what_it_earns_and_what_is_doubtful() {
    let office = Office::new();
    let id = programme(&office, "Pelayanan Prima");
    let fresh = catalogue::get(&office, id).unwrap();
    assert_eq!((fresh.entered, fresh.catalogue.detail.days, fresh.subject_jp), (false, 3, 24));
    let ended = partners::save(&office, partner("Universitas Contoh", day(2025, 12, 31))).unwrap().value;
    let wanted = Catalogue { partners: vec![ended], ..entry() };
    let outcome = catalogue::save(&office, id, wanted.clone()).unwrap();
    assert!(outcome.changes.rooms.contains(&Room::Planning));
    let view = catalogue::get(&office, id).unwrap();
    assert_eq!((view.entered, &view.catalogue, view.jp.jp), (true, &wanted, Some(15)), "a workshop: five a day");
    assert_eq!(
        view.doubts,
        [
            "Belum ada kompetensi yang dinaikkan, jadi kelasnya belum bernilai dalam rencana.",
            "Perjanjian dengan Universitas Contoh telah berakhir."
        ]
    );
    assert_eq!(catalogue::jp(&office, id, JpScope::National, 4).unwrap().jp, Some(20));
    assert_eq!(catalogue::save(&office, id, wanted).unwrap().changes.operation, None, "nothing changed");
}

#[test]
fn t31_prerequisites_that_run_in_a_circle_name_the_whole_circle() {
    let office = Office::new();
    let [first, second, third] = ["Dasar", "Lanjutan", "Mahir"].map(|name| programme(&office, name));
    let after = |id| Catalogue { prerequisites: vec![id], ..entry() };
    catalogue::save(&office, second, after(first)).unwrap();
    catalogue::save(&office, third, after(second)).unwrap();
    let before = safety::journal(&office, 0, 1).unwrap().total;
    let refusal = catalogue::save(&office, first, after(third)).unwrap_err();
    assert_eq!(fields(&refusal), ["prerequisites"]);
    assert_eq!(
        refusal.message,
        "Prasyarat berputar: Dasar → Mahir → Lanjutan → Dasar. Hapus salah satu prasyarat itu."
    );
    let own = catalogue::save(&office, first, after(first)).unwrap_err();
    assert_eq!(own.message, "Prasyarat berputar: Dasar → Dasar. Hapus salah satu prasyarat itu.");
    assert_eq!(safety::journal(&office, 0, 1).unwrap().total, before, "nothing was written");
    assert_eq!(catalogue::get(&office, first).unwrap().required_by, ["Lanjutan"]);
    let refusal = classes::delete_programme(&office, first).unwrap_err();
    assert_eq!(refusal.code, Code::NotAllowed);
    assert!(refusal.message.contains("menjadi prasyarat Lanjutan"), "{}", refusal.message);
}

#[test]
fn what_is_gone_is_refused_with_its_field() {
    let office = Office::new();
    let id = programme(&office, "Pelayanan Prima");
    let gone = programme(&office, "Sementara");
    classes::delete_programme(&office, gone).unwrap();
    let lost = competency(&office, "Layanan hilang");
    needs::delete_competency(&office, lost).unwrap();
    let left = partners::save(&office, partner("Mitra", day(2027, 1, 1))).unwrap().value;
    partners::delete(&office, left).unwrap();
    let wanted = Catalogue {
        competencies: vec![Raise { competency: lost, gain: 100, up_to: 300 }],
        prerequisites: vec![gone],
        partners: vec![left],
        ..entry()
    };
    let refusal = catalogue::save(&office, id, wanted).unwrap_err();
    assert_eq!(fields(&refusal), ["competencies.0.competency", "prerequisites", "partners"]);
}

#[test]
fn a_programme_takes_its_entry_along_and_an_undo_brings_it_back() {
    let mut office = Office::new();
    let id = programme(&office, "Pelayanan Prima");
    let raised = competency(&office, "Layanan digital");
    let partner = partners::save(&office, partner("Universitas Contoh", day(2027, 1, 1))).unwrap().value;
    let raise = Raise { competency: raised, gain: 50, up_to: 350 };
    catalogue::save(&office, id, Catalogue { competencies: vec![raise], partners: vec![partner], ..entry() }).unwrap();
    costs::save(&office, id, vec![line("Nasi", 35_000), line("Snack", 15_000)]).unwrap();
    let refused = needs::delete_competency(&office, raised).unwrap_err();
    assert_eq!(refused.code, Code::NotAllowed);
    let refused = partners::delete(&office, partner).unwrap_err();
    assert!(refused.message.contains("masih tercantum pada program Pelayanan Prima"), "{}", refused.message);
    let before = office.dump();
    classes::delete_programme(&office, id).unwrap();
    assert!(partners::get(&office, partner).unwrap().programmes.is_empty());
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
}

#[test]
fn a_budget_is_kept_line_by_line() {
    let office = Office::new();
    let id = programme(&office, "Pelayanan Prima");
    costs::save(&office, id, vec![line("Nasi", 35_000), CostLine { account: "9.9".to_owned(), ..line("Sewa", 0) }])
        .unwrap();
    let sheet = costs::get(&office, id).unwrap();
    assert_eq!((sheet.total, sheet.funds[0].fund.as_str(), sheet.funds[0].amount), (3_150_000, "DAU", 3_150_000));
    assert_eq!(sheet.doubts.len(), 2, "{:?}", sheet.doubts);
    let mut lines = sheet.lines.clone();
    lines.swap(0, 1);
    lines[1].price = 40_000;
    costs::save(&office, id, lines.clone()).unwrap();
    assert_eq!(costs::get(&office, id).unwrap().lines, lines, "ids stay, the order is the new one");
    assert_eq!(costs::save(&office, id, lines.clone()).unwrap().changes.operation, None, "nothing changed");
    let wrong = vec![CostLine { price: -1, ..line("Nasi", 0) }, CostLine { fund: String::new(), ..line("", 1) }];
    let refusal = costs::save(&office, id, wrong).unwrap_err();
    assert_eq!(fields(&refusal), ["costs.0.price", "costs.1.text", "costs.1.fund"]);
    assert_eq!(costs::get(&office, id).unwrap().lines, lines, "nothing is lost");
    assert_eq!(catalogue::list(&office, false).unwrap()[0].cost, 3_600_000);
}

#[test]
fn a_budget_that_was_saved_as_a_workbook_is_read_back() {
    let office = Office::new();
    let id = programme(&office, "Pelayanan Prima");
    let paper = CataloguePaper::Costs { programme: id };
    let nothing = catalogue_papers::pdf(&office, paper).unwrap_err();
    assert_eq!(nothing.code, Code::NotAllowed);
    let noted = CostLine { note: "sehari sekali".to_owned(), vol3: 2, ..line("Nasi", 35_000) };
    costs::save(&office, id, vec![noted, line("=Snack", 15_000)]).unwrap();
    let path = office.folder.path().join("rab.xlsx");
    catalogue_papers::save(&office, paper, PaperFormat::Xlsx, &path).unwrap();
    let file = costs::read_file(&office, &path).unwrap();
    assert_eq!((file.refused, file.doubtful), (Vec::new(), Vec::new()));
    let stored = costs::get(&office, id).unwrap().lines;
    let without_id: Vec<CostLine> = stored.into_iter().map(|line| CostLine { id: None, ..line }).collect();
    assert_eq!(file.lines, without_id);
    let pasted = costs::read_text(&office, "Uraian\tHarga\nMap\t\"2.500\"\nModul\tx\n").unwrap();
    assert_eq!((pasted.lines[0].price, pasted.refused[0].cell.as_str()), (2_500, "B3"));
    assert_eq!(costs::read_text(&office, "  ").unwrap_err().code, Code::InvalidInput);
    for format in [PaperFormat::Pdf, PaperFormat::Xlsx] {
        let path =
            office.folder.path().join(catalogue_papers::name(&office, CataloguePaper::Catalogue, format).unwrap());
        catalogue_papers::save(&office, CataloguePaper::Catalogue, format, &path).unwrap();
        assert!(std::fs::metadata(path).unwrap().len() > 1_000);
    }
    assert!(catalogue_papers::pdf(&office, paper).unwrap().starts_with(b"%PDF"));
}

#[test]
fn agreements_that_end_soon_or_have_ended_wait_on_the_home_screen() {
    let office = Office::new();
    let soon = partners::save(&office, partner("Universitas Contoh", today() + Days::new(60))).unwrap().value;
    partners::save(&office, partner("Akademi Lama", today() - Days::new(1))).unwrap();
    partners::save(&office, partner("Akademi Baru", today() + Days::new(61))).unwrap();
    let texts = || -> Vec<String> {
        let tasks = office::status(&office).unwrap().tasks;
        tasks.into_iter().filter(|task| task.room == Room::Planning).map(|task| task.text).collect()
    };
    assert_eq!(texts(), ["Perjanjian dengan Universitas Contoh berakhir 8 Mei 2026. Siapkan perpanjangannya."]);
    assert_eq!(partners::get(&office, soon).unwrap().state, AgreementState::Ending);
    let twin = partners::save(&office, partner("universitas contoh", today())).unwrap_err();
    assert_eq!((twin.code, fields(&twin)), (Code::Duplicate, vec!["name"]));
    let id = programme(&office, "Pelayanan Prima");
    let old = partners::list(&office).unwrap().into_iter().find(|row| row.partner.name == "Akademi Lama").unwrap();
    catalogue::save(&office, id, Catalogue { partners: vec![old.partner.id.unwrap()], ..entry() }).unwrap();
    assert_eq!(
        texts()[0],
        "Perjanjian dengan Akademi Lama berakhir 8 Maret 2026, tetapi masih tercantum pada program."
    );
}

#[test]
fn speakers_swap_fields_and_go_along_when_people_are_merged() {
    let mut office = Office::new();
    let two = office.people(2);
    let (keep, drop) = (two[0], two[1]);
    speakers::save(&office, keep, vec![field("Hukum", 900_000), field("Etika", 300_000)]).unwrap();
    let mut swapped = speakers::get(&office, keep).unwrap().fields;
    let names: Vec<String> = swapped.iter().map(|line| line.field.clone()).collect();
    assert_eq!(names, ["Etika", "Hukum"]);
    swapped[0].field.clone_from(&names[1]);
    swapped[1].field.clone_from(&names[0]);
    speakers::save(&office, keep, swapped.clone()).unwrap();
    let stored = speakers::get(&office, keep).unwrap().fields;
    assert_eq!(stored.iter().map(|line| line.fee).collect::<Vec<_>>(), [900_000, 300_000]);
    speakers::save(&office, drop, vec![field("HUKUM", 1), field("Statistik", 2)]).unwrap();
    let before = office.dump();
    people::merge(&office, keep, drop).unwrap();
    let merged = speakers::get(&office, keep).unwrap().fields;
    let merged: Vec<(&str, i64)> = merged.iter().map(|line| (line.field.as_str(), line.fee)).collect();
    assert_eq!(merged, [("Etika", 900_000), ("Hukum", 300_000), ("Statistik", 2)], "their own fee stays");
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
    speakers::delete(&office, keep).unwrap();
    assert_eq!(speakers::list(&office).unwrap().len(), 1);
    assert_eq!(speakers::save(&office, keep, Vec::new()).unwrap_err().code, Code::InvalidInput);
}
