use super::*;
use crate::needs::readiness::Timing;
use crate::office::rules::shipped_table;
use crate::score::divide_half_away;
use proptest::prelude::*;
use uuid::Uuid;

fn competency(number: u8) -> CompetencyId {
    CompetencyId::from(Uuid::from_bytes([number; 16]))
}

fn question(competency: Option<CompetencyId>, kind: ItemKind) -> QuestionDraft {
    QuestionDraft { id: String::new(), text: "Butir".to_owned(), kind, optional: false, competency }
}

fn words(number: usize) -> Scale {
    Scale::Words { words: (0..number).map(|word| format!("kata {word}")).collect() }
}

fn group(name: &str, scale: Scale, items: Vec<QuestionDraft>) -> QuestionGroup {
    QuestionGroup { id: String::new(), name: name.to_owned(), scale, items }
}

fn two_scales() -> SurveyForm {
    let marks = |of: u8, number: usize| vec![question(Some(competency(of)), ItemKind::Mark); number];
    let mut first = marks(1, 2);
    first.push(question(None, ItemKind::Text));
    first.push(question(Some(competency(2)), ItemKind::Mark));
    SurveyForm::survey(vec![group("Kata", words(4), first), group("Persen", Scale::Percent, marks(1, 1))])
        .expect("right")
}

fn answers(marks: &[u8], form: &SurveyForm) -> SheetAnswers {
    let ids = form.instruments.iter().flat_map(Instrument::marked).map(|item| item.id.clone());
    SheetAnswers { marks: ids.zip(marks.iter().copied()).collect(), comments: BTreeMap::new() }
}

#[test]
fn a_form_gets_ids_and_links_and_names_what_lacks() {
    let form = two_scales();
    assert_eq!(form.links.len(), 4, "free text has no competency");
    let ids: BTreeSet<&str> = form.links.iter().map(|link| link.item.as_str()).collect();
    assert_eq!(ids.len(), 4);
    assert_eq!(SurveyForm::survey(form.groups()).expect("right"), form, "what the screen edits gives the form again");
    let lacking = vec![group("A", words(5), vec![question(None, ItemKind::Mark)])];
    assert_eq!(SurveyForm::survey(lacking).expect_err("refused").fields[0].field, "0.items.0.competency");
    assert_eq!(SurveyForm::survey(Vec::new()).expect_err("refused").fields[0].field, "groups");
    let text_only = vec![group("A", words(5), vec![question(Some(competency(1)), ItemKind::Text)])];
    assert_eq!(SurveyForm::survey(text_only).expect_err("refused").fields[0].field, "groups");
    let one_word = vec![group("A", words(1), vec![question(Some(competency(1)), ItemKind::Mark)])];
    assert_eq!(SurveyForm::survey(one_word).expect_err("refused").fields[0].field, "0.scale");
}

#[test]
fn only_wording_may_change_under_sheets() {
    let form = two_scales();
    let mut groups = form.groups();
    groups[0].items[0].text = "Lain".to_owned();
    groups[0].scale = words(4);
    groups.reverse();
    assert!(form.asks_the_same(&SurveyForm::survey(groups.clone()).expect("right")), "wording and order");
    for change in [
        (|groups| groups[0].items[0].competency = Some(competency(9))) as fn(&mut Vec<QuestionGroup>),
        |groups| groups[1].scale = words(5),
        |groups| drop(groups[1].items.remove(0)),
        |groups| groups[1].items[0].optional = true,
    ] {
        let mut changed = groups.clone();
        change(&mut changed);
        assert!(!form.asks_the_same(&SurveyForm::survey(changed).expect("right")));
    }
}

#[test]
fn marks_become_levels_by_the_formula() {
    let form = two_scales();
    // Words 1..4: 4 is level 5, 1 is level 1; 50 percent is level 3. Mean of 5, 1, 3.
    let levels = form.levels(&answers(&[4, 1, 2, 50], &form));
    assert_eq!(levels.get(&competency(1)), Some(&300));
    assert_eq!(levels.get(&competency(2)), Some(&233), "1 + 4/3, rounded once");
    let mut some = answers(&[4, 1, 2, 50], &form);
    some.marks.remove(&form.links[2].item);
    assert_eq!(form.levels(&some).get(&competency(2)), None, "unknown stays unknown");
}

#[test]
fn the_shipped_readiness_turns_bad_marks_round() {
    let rule: ReadinessRule = shipped_table("readiness").expect("readable");
    let form = SurveyForm::readiness(&rule);
    let number = form.instruments.iter().map(|instrument| instrument.marked().count()).sum();
    let scores = form.readiness_scores(&answers(&vec![5; number], &form));
    assert!(rule.dimensions.iter().any(|side| side.reversed), "workload is bad when it is high");
    for (side, score) in rule.dimensions.iter().zip(scores) {
        assert_eq!(score.score, Some(if side.reversed { 0 } else { 10_000 }), "{}", side.name);
        assert_eq!(score.low, side.reversed, "{}", side.name);
    }
    assert!(form.readiness_scores(&SheetAnswers::default()).iter().all(|score| score.score.is_none() && !score.low));
}

#[test]
fn exactly_the_least_is_ready_and_a_rounded_least_is_not() {
    let item = |id: &str| Item { id: id.to_owned(), text: id.to_owned(), kind: ItemKind::Mark, optional: false };
    let rule = |least: u8| ReadinessRule {
        scale: words(4),
        dimensions: vec![Dimension {
            id: "a".to_owned(),
            name: "A".to_owned(),
            reversed: false,
            least,
            timing: Timing::Before,
            coach: "B".to_owned(),
            advice: String::new(),
            items: vec![item("a-1"), item("a-2")],
        }],
    };
    let low = |least, marks: &[u8]| {
        let form = SurveyForm::readiness(&rule(least));
        form.readiness_scores(&answers(marks, &form))[0].low
    };
    assert!(!low(50, &[1, 4]), "exactly 50");
    assert!(low(67, &[3, 3]), "66,67 is below 67");
    assert!(!low(66, &[3, 3]));
}

proptest! {
    /// The level by plain integers over one common denominator.
    #[test]
    fn levels_are_the_exact_mean_rounded_once(
        scales in proptest::collection::vec((2_u8..=7, proptest::collection::vec(any::<u8>(), 1..6)), 1..5),
    ) {
        let groups = scales.iter().enumerate().map(|(at, (number, marks))| {
            group(&format!("G{at}"), words(usize::from(*number)), vec![question(Some(competency(1)), ItemKind::Mark); marks.len()])
        });
        let form = SurveyForm::survey(groups.collect()).expect("right");
        let marks: Vec<u8> =
            scales.iter().flat_map(|(number, marks)| marks.iter().map(move |mark| 1 + mark % number)).collect();
        let sheet = answers(&marks, &form).checked(&form.instruments).expect("right");
        let steps: Vec<i64> = scales.iter().flat_map(|(n, marks)| vec![i64::from(*n) - 1; marks.len()]).collect();
        let common = 60; // of 1 to 6 steps
        let sum: i64 =
            marks.iter().zip(&steps).map(|(mark, steps)| 100 * common + 400 * (i64::from(*mark) - 1) * common / steps).sum();
        let expected = divide_half_away(sum, common * marks.len() as i64);
        prop_assert_eq!(form.levels(&sheet).get(&competency(1)).map(|level| i64::from(*level)), Some(expected));
    }
}
