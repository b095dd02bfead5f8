//! Schemes, scores, results.

use crate::classes_support::{Office, code};
use app::evaluation::{self, ScoreEdit};
use domain::evaluation::{Component, ComponentGroup, ScoreColumn};
use domain::refusal::Code;

#[test]
fn a_new_class_has_the_first_template_and_changes_keep_the_scores_of_kept_components() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    office.fill(class, "H", "80");
    let mut scheme = evaluation::scheme(&office, class).unwrap();
    let names: Vec<&str> = scheme.components.iter().map(|component| component.name.as_str()).collect();
    assert_eq!(names, ["Akademik", "Praktik/proyek", "Sikap perilaku"]);
    let gone = scheme.components.remove(1).id.unwrap();
    scheme.components.swap(0, 1);
    scheme.components.push(Component::direct("Ujian", ComponentGroup::Technical, 30));
    scheme.bands.pop();
    scheme.bands.last_mut().unwrap().upper = domain::score::Score::MAX;
    let outcome = evaluation::save_scheme(&office, class, scheme.clone()).unwrap();
    assert!(outcome.changes.description.ends_with("(2 nilai terhapus)"), "{}", outcome.changes.description);
    let stored = evaluation::scheme(&office, class).unwrap();
    scheme.components[2].id = stored.components[2].id;
    assert_eq!(stored, scheme);
    let grid = evaluation::scores(&office, class).unwrap();
    assert!(grid.rows.iter().all(|row| row.total.is_none() && row.components.iter().flatten().count() == 2));
    let edit =
        ScoreEdit { enrolment: grid.rows[0].enrolment, column: ScoreColumn::Component(gone), text: "80".to_owned() };
    assert_eq!(evaluation::set_scores(&office, class, vec![edit]).unwrap().value.len(), 1);
}

#[test]
fn a_scheme_that_does_not_total_100_is_refused() {
    let office = Office::new();
    let class = office.class();
    let mut scheme = evaluation::scheme(&office, class).unwrap();
    scheme.components[0].weight = 49;
    assert_eq!(code(evaluation::save_scheme(&office, class, scheme)), Code::InvalidInput);
}

#[test]
fn wrong_scores_are_named_and_the_right_ones_are_kept() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 2);
    let scheme = evaluation::scheme(&office, class).unwrap();
    let edit = |row: usize, column: usize, text: &str| ScoreEdit {
        enrolment: people[row],
        column: ScoreColumn::Component(scheme.components[column].id.unwrap()),
        text: text.to_owned(),
    };
    let edits = vec![
        edit(0, 0, "82,5"),
        edit(0, 1, "90"),
        edit(0, 2, "75.25"),
        edit(1, 0, "8o"),
        edit(1, 1, "100,01"),
        edit(1, 2, "70"),
        edit(1, 2, ""),
    ];
    let outcome = evaluation::set_scores(&office, class, edits).unwrap();
    let refused: Vec<&str> = outcome.value.iter().map(|refused| refused.text.as_str()).collect();
    assert_eq!(refused, ["8o", "100,01"]);
    let grid = evaluation::scores(&office, class).unwrap();
    assert_eq!(grid.rows[0].total.map(|total| total.to_string()), Some("83.30".to_owned()));
    assert_eq!((grid.rows[0].predicate.as_str(), grid.rows[0].place), ("Memuaskan", Some(1)));
    assert!(grid.rows[1].components.iter().all(Option::is_none) && grid.rows[1].place.is_none());
}
