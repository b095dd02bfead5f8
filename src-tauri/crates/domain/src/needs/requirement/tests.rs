use super::super::grade::RequiredLevel;
use super::*;
use crate::ids::Id;
use uuid::Uuid;

fn id<T: Id>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

fn line(competency: u128, unit: Option<u128>, position: &str, level: u8, from: &str) -> Requirement {
    Requirement {
        id: None,
        competency: Some(id(competency)),
        unit: unit.map(id),
        position: position.to_owned(),
        level,
        valid_from: from.parse().expect("a day"),
    }
}

fn standards() -> Vec<GradeStandard> {
    let levels = [1, 9].map(|competency| RequiredLevel { competency: id(competency), level: 2 });
    vec![GradeStandard { grade: Grade::Pengawas, levels: levels.to_vec() }]
}

/// Office 10 is above field 11, which is above section 12.
const ABOVE: [u128; 3] = [12, 11, 10];

fn of(lines: &[Requirement], position: &str, day: &str) -> Vec<(CompetencyId, u16, RequiredBy)> {
    let technical = BTreeSet::from([id(9)]);
    let known = Requirements::on(day.parse().expect("a day"), lines, &standards(), &technical);
    let post = Post { position_key: words_key(position), grade: Some(Grade::Pengawas), unit: Some(id(12)) };
    let above: Vec<UnitId> = ABOVE.into_iter().map(id).collect();
    known.of(&post, &above).into_iter().map(|one| (one.competency, one.level, one.by)).collect()
}

#[test]
fn the_most_specific_line_wins() {
    let grade = RequiredBy::Grade { grade: Grade::Pengawas };
    assert_eq!(of(&[], "Kepala Seksi", "2026-01-01"), [(id(1), 200, grade)], "a standard says nothing technical");
    let mut lines = vec![line(1, Some(10), "", 3, "2020-01-01")];
    let mut expect = |line: Requirement, level: u16, by: RequiredBy| {
        lines.push(line);
        assert_eq!(of(&lines, "Kepala  seksi", "2026-01-01"), [(id(1), level, by)]);
    };
    expect(line(1, Some(11), "", 4, "2020-01-01"), 400, RequiredBy::Unit { unit: id(11) });
    expect(line(1, Some(13), "", 5, "2020-01-01"), 400, RequiredBy::Unit { unit: id(11) });
    expect(line(1, None, "Kepala Seksi", 1, "2020-01-01"), 100, RequiredBy::Position);
    expect(line(1, Some(10), "KEPALA SEKSI", 5, "2020-01-01"), 500, RequiredBy::PositionInUnit { unit: id(10) });
    expect(line(1, Some(12), "Kepala Seksi", 2, "2020-01-01"), 200, RequiredBy::PositionInUnit { unit: id(12) });
}

#[test]
fn the_newest_version_that_has_begun_holds_and_zero_ends_it() {
    let lines = [
        line(9, Some(11), "", 3, "2024-01-01"),
        line(9, Some(11), "", 4, "2025-01-01"),
        line(9, Some(11), "", 0, "2026-01-01"),
    ];
    let technical = |day: &str| of(&lines, "", day).into_iter().find(|one| one.0 == id(9)).map(|one| one.1);
    let levels = ["2023-12-31", "2024-01-01", "2025-06-01", "2026-01-01"].map(technical);
    assert_eq!(levels, [None, Some(300), Some(400), None]);
}

#[test]
fn a_line_needs_a_competency_and_somebody_who_needs_it() {
    let empty = Requirement { competency: None, level: 6, ..line(1, None, " ", 1, "0026-01-01") };
    let refused = empty.checked().expect_err("refused");
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["competency", "position", "level", "valid_from"]);
    let tidied = line(1, None, "  Analis   Anggaran ", 3, "2026-01-01").checked().expect("in order");
    assert_eq!(tidied.position, "Analis Anggaran");
}
