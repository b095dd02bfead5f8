//! The rules of the form.

use super::*;
use uuid::Uuid;

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn today() -> NaiveDate {
    day(3, 9).expect("a day")
}

fn member(number: u128, leader: bool) -> Member {
    Member { enrolment: Uuid::from_u128(number).into(), leader }
}

fn draft() -> ProjectDraft {
    let milestone = |name: &str, percent| MilestoneDraft {
        id: None,
        name: name.to_owned(),
        starts: day(3, 2),
        due: day(3, 6),
        percent,
        done_on: None,
    };
    ProjectDraft {
        id: None,
        kind: ProjectKind::ProyekUnit,
        title: "  Antrean   daring ".to_owned(),
        problem: "Warga menunggu lama.".to_owned(),
        service: "Layanan KTP".to_owned(),
        indicator: "Lama tunggu".to_owned(),
        measure: "menit".to_owned(),
        baseline: "60".to_owned(),
        target: "30".to_owned(),
        actual: "45,5".to_owned(),
        mentor: None,
        coach: None,
        starts: day(3, 1),
        ends: day(5, 31),
        note: String::new(),
        members: vec![member(1, true), member(2, false)],
        milestones: vec![milestone("Rancangan", 100), milestone("Uji coba", 40)],
        risks: vec![Risk {
            id: None,
            risk: "Jaringan putus".to_owned(),
            likelihood: 2,
            impact: 3,
            response: String::new(),
        }],
    }
}

fn refused(draft: ProjectDraft) -> Vec<String> {
    draft.checked(today()).expect_err("refused").fields.into_iter().map(|field| field.field).collect()
}

#[test]
fn what_is_done_has_a_day_and_what_is_not_has_none() {
    let project = draft().checked(today()).expect("it keeps the rules");
    assert_eq!(project.title, "Antrean daring");
    assert_eq!(project.actual.map(Amount::hundredths), Some(4550));
    let days: Vec<_> = project.milestones.iter().map(|milestone| milestone.done_on).collect();
    assert_eq!(days, [Some(today()), None]);
    assert!(!project.milestones[0].is_overdue(today()));
    assert!(project.milestones[1].is_overdue(today()));
    assert!(!project.milestones[1].is_overdue(day(3, 6).expect("a day")), "the last day is not over");
    assert_eq!(checked_progress(99, Some(today()), today()), Ok((99, None)));
    assert_eq!(checked_progress(100, day(3, 4), today()), Ok((100, day(3, 4))));
    assert_eq!(checked_progress(101, None, today()).map_err(|(field, _)| field), Err("percent"));
    assert_eq!(checked_progress(100, day(3, 10), today()).map_err(|(field, _)| field), Err("done_on"));
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let mut wrong = draft();
    (wrong.title, wrong.problem, wrong.indicator) = (" ".to_owned(), String::new(), String::new());
    (wrong.target, wrong.actual) = ("tiga puluh".to_owned(), "12,345".to_owned());
    (wrong.starts, wrong.ends) = (day(6, 1), None);
    wrong.members = vec![member(1, false), member(2, false)];
    wrong.milestones[1].due = None;
    wrong.milestones[1].percent = 120;
    wrong.risks[0].impact = 4;
    let found = refused(wrong);
    for field in [
        "title",
        "problem",
        "target",
        "actual",
        "indicator",
        "ends",
        "members",
        "milestones.0.starts",
        "milestones.1.due",
        "milestones.1.percent",
        "risks.0.impact",
    ] {
        assert!(found.iter().any(|path| path == field), "{field} in {found:?}");
    }
}

#[test]
fn more_than_two_decimals_are_refused_by_name() {
    let refusal = ProjectDraft { target: "30,125".to_owned(), ..draft() }.checked(today()).expect_err("refused");
    assert_eq!(refusal.fields[0].field, "target");
    assert_eq!(refusal.fields[0].message, "Target 30,125 lebih dari dua angka di belakang koma.");
}

#[test]
fn a_team_has_one_leader() {
    assert_eq!(refused(ProjectDraft { members: Vec::new(), ..draft() }), ["members"]);
    assert_eq!(refused(ProjectDraft { members: vec![member(1, true), member(2, true)], ..draft() }), ["members"]);
    let alone = ProjectDraft { members: vec![member(1, false), member(1, false)], ..draft() };
    assert_eq!(alone.checked(today()).expect("one leads itself").members, [member(1, true)]);
}

#[test]
fn dates_stay_in_order() {
    assert_eq!(
        refused(ProjectDraft { starts: day(5, 1), ends: day(4, 1), milestones: Vec::new(), ..draft() }),
        ["ends"]
    );
    let mut wrong = draft();
    wrong.milestones[0].due = day(3, 1);
    assert_eq!(refused(wrong), ["milestones.0.due"]);
    let mut wrong = draft();
    wrong.milestones[0].due = day(7, 1);
    assert_eq!(refused(wrong), ["milestones.0.due"], "beyond the project");
}
