//! The board: runs, locks, explanations, what-ifs, approval.

use super::hall::{Hall, overload, seat};
use crate::classes_support::{TODAY, code, day, refusal};
use app::mentoring::{self, PairQuery, PlaceEdit};
use app::safety;
use chrono::NaiveDate;
use domain::mentoring::assignment::Aim;
use domain::mentoring::settings::{Criterion, Keep, SuperiorRule, UnitRule};
use domain::refusal::Code;

pub(crate) fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

#[test]
fn a_run_pairs_everybody_and_the_board_adds_up() {
    let hall = Hall::new(10, 4, 3);
    let before = hall.board();
    assert_eq!((before.run, before.pairs, before.total), (None, 0, 0));
    assert!(before.places.iter().all(|place| place.sentence == "Belum ada usulan."));
    let board = hall.run();
    assert_eq!((board.pairs, board.places.len(), overload(&board)), (10, 10, 0));
    let sum: i64 = board.places.iter().map(|place| i64::from(place.score.unwrap())).sum();
    assert_eq!(board.total, sum);
    assert_eq!(board.best, board.total, "nobody touched it");
    assert_eq!(board.highest, 12_000);
    assert_eq!(board.before, None);
    assert!(board.places.iter().all(|place| place.sentence.starts_with("Nilai ") && place.broken.is_empty()));
    assert_eq!(board.mentees[0].name, "Peserta 00");
    assert_eq!(board.mentors[3].name, "Mentor 03");
}

#[test]
fn explanations_sum_to_the_score_and_tell_the_second_best() {
    let hall = Hall::new(12, 4, 3);
    let settings = hall.settings();
    let rules = domain::mentoring::settings::HardRules { avoidance: true, ..settings.rules };
    mentoring::save_settings(&hall, hall.class, domain::mentoring::settings::MentoringSettings { rules, ..settings })
        .unwrap();
    let board = hall.run();
    for (number, place) in hall.places.iter().enumerate() {
        let told = mentoring::explain(&hall, hall.class, *place).unwrap();
        assert_eq!(told.mentor, seat(&board, *place).mentor);
        assert_eq!(told.criteria.len(), Criterion::ALL.len());
        assert_eq!(told.criteria.iter().map(|line| line.score).sum::<i32>(), told.score.unwrap());
        assert!(told.criteria.iter().all(|line| line.score == i32::from(line.points) * i32::from(line.weight)));
        assert_eq!(told.options.len(), 4);
        assert!(told.options.is_sorted_by_key(|option| std::cmp::Reverse(option.score)));
        assert_eq!(told.options.iter().find(|option| Some(option.mentor) == told.mentor).unwrap().at_least, 0);
        if number % 4 == 0 {
            // Forbidding the pair and solving anew costs what the second best was said to cost.
            let second = told.second.unwrap();
            let mentor = hall.mentors.iter().position(|mentor| Some(*mentor) == told.mentor).unwrap();
            hall.wish(number, mentor, 0);
            let again = mentoring::preview(&hall, hall.class, hall.settings()).unwrap();
            assert_eq!(board.total - again.total, second.cost);
            assert!(again.changed.iter().any(|row| row.enrolment == *place) && !second.moves.is_empty());
            assert!(second.sentence.contains("jumlah nilai"), "{}", second.sentence);
            let forbidden = mentoring::explain(&hall, hall.class, *place).unwrap();
            assert_eq!(forbidden.second, None);
            assert!(forbidden.sentence.contains("berkeberatan"), "{}", forbidden.sentence);
            safety::undo(&hall, None).unwrap();
        }
    }
}

#[test]
fn a_preview_is_what_the_run_makes_of_it() {
    let hall = Hall::new(12, 4, 3);
    hall.run();
    for (number, aim) in [Aim::Best, Aim::Even, Aim::BestWorst, Aim::MostThenBest].into_iter().enumerate() {
        let mut settings = hall.settings();
        settings.aim = aim;
        settings.weights.field = u8::try_from(10 * number).unwrap();
        settings.keep = [Keep::No, Keep::Little, Keep::Much, Keep::Most][number];
        let old = hall.board();
        let preview = mentoring::preview(&hall, hall.class, settings).unwrap();
        assert_eq!(hall.board(), old, "a preview saves nothing");
        mentoring::run(&hall, hall.class, settings).unwrap();
        let board = hall.board();
        assert_eq!((preview.pairs, preview.total, preview.highest), (board.pairs, board.total, board.highest));
        let changed: Vec<_> = board.places.iter().filter(|place| place.changed).map(|place| place.enrolment).collect();
        assert_eq!(preview.changed.iter().map(|row| row.enrolment).collect::<Vec<_>>(), changed);
        let versus = board.before.unwrap();
        assert_eq!((preview.kept, preview.of), (versus.kept, versus.of));
        assert_eq!(versus.given_up, board.best - board.total);
    }
}

#[test]
fn a_dearer_keeping_gives_up_more_and_moves_fewer() {
    let hall = Hall::new(12, 4, 3);
    hall.run();
    // Other weights make other pairs better.
    let mut settings = hall.settings();
    (settings.weights.field, settings.weights.strength, settings.weights.seniority) = (5, 60, 40);
    let mut last: Option<mentoring::Preview> = None;
    for keep in [Keep::No, Keep::Little, Keep::Much, Keep::Most] {
        settings.keep = keep;
        let preview = mentoring::preview(&hall, hall.class, settings).unwrap();
        if let Some(last) = last {
            assert!(preview.kept >= last.kept && preview.total <= last.total, "{keep:?}");
        }
        last = Some(preview);
    }
    assert_eq!(last.map(|preview| preview.kept), Some(12));
}

#[test]
fn t39_what_if_is_the_optimum_with_that_pair() {
    let hall = Hall::new(9, 3, 3);
    let board = hall.run();
    for (participant, mentor) in [(0, 0), (0, 1), (4, 2), (8, 0), (8, 1)] {
        let told = mentoring::what_if(&hall, hall.class, hall.places[participant], Some(hall.mentors[mentor])).unwrap();
        assert_eq!(told.refused, [""; 0]);
        // The same by hand: everybody else gives up, the pair is locked, and everything is solved anew.
        let free = |place: &domain::ids::EnrolmentId| PlaceEdit { enrolment: *place, mentor: None, locked: false };
        let mut edits: Vec<PlaceEdit> = hall.places.iter().map(free).collect();
        edits[participant] = PlaceEdit { mentor: Some(hall.mentors[mentor]), locked: true, ..edits[participant] };
        assert_eq!(mentoring::set_places(&hall, hall.class, edits).unwrap().value, []);
        let forced = mentoring::preview(&hall, hall.class, hall.settings()).unwrap();
        assert_eq!(forced.total - board.total, told.total_change, "{participant} with {mentor}");
        assert_eq!(told.pairs_change, 0);
        let name = |id| board.mentors.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
        for row in &told.moves {
            assert_eq!((&row.from, &row.to), (&name(row.from_mentor), &name(row.to_mentor)));
        }
        safety::undo(&hall, None).unwrap();
    }
    let none = mentoring::what_if(&hall, hall.class, hall.places[0], None).unwrap();
    assert_eq!((none.pairs_change, none.moves[0].to.clone()), (-1, None));
    let same = mentoring::what_if(&hall, hall.class, hall.places[0], seat(&board, hall.places[0]).mentor).unwrap();
    assert_eq!((same.total_change, same.moves.len()), (0, 0));
}

#[test]
fn t39_a_lock_that_has_become_impossible_refuses_the_run_by_name() {
    let hall = Hall::new(4, 2, 3);
    assert_eq!(hall.set(0, Some(1), true), [""; 0]);
    assert_eq!(hall.pairs(&hall.run())[0], Some(1));
    hall.change_mentor(1, |mentor| mentor.active = false);
    let refused = refusal(mentoring::run(&hall, hall.class, hall.settings()));
    assert_eq!(refused.code, Code::NotAllowed);
    for part in ["Peserta 00", "Mentor 01", "Mentor aktif", "Lepaskan kuncinya"] {
        assert!(refused.message.contains(part), "{part}: {}", refused.message);
    }
    assert_eq!(code(mentoring::preview(&hall, hall.class, hall.settings())), Code::NotAllowed);
    let board = hall.board();
    assert_eq!(seat(&board, hall.places[0]).broken.len(), 1, "the board still shows it");
    assert_eq!(hall.set(0, Some(1), false), [""; 0], "a lock can always be taken off");
    hall.run();
}

#[test]
fn t39_hands_cannot_break_a_rule_or_a_capacity() {
    let hall = Hall::new(4, 3, 2);
    hall.run();
    hall.change_mentor(2, |mentor| mentor.penalty_until = Some(day(2027, 1, 1)));
    let board = hall.board();
    let problems = hall.set(0, Some(2), false);
    assert!(problems[0].contains("Mentor 02 menjalani hukuman disiplin"), "{problems:?}");
    let edits = [0, 1, 2].map(|participant| PlaceEdit {
        enrolment: hall.places[participant],
        mentor: Some(hall.mentors[0]),
        locked: false,
    });
    let outcome = mentoring::set_places(&hall, hall.class, edits.to_vec()).unwrap();
    assert!(!outcome.value.is_empty() && outcome.value[0].message.contains("hanya punya 2 tempat"), "{outcome:?}");
    assert_eq!(outcome.changes.operation, None, "nothing was written");
    assert_eq!(hall.board(), board);
    // Exchanging two full mentors in one go is no overload.
    let pairs = hall.pairs(&board);
    let other = (1..4).find(|at| pairs[*at].is_some() && pairs[*at] != pairs[0]).unwrap();
    let edit = |from: usize, to: Option<usize>| PlaceEdit {
        enrolment: hall.places[from],
        mentor: to.filter(|mentor| *mentor != 2).map(|mentor| hall.mentors[mentor]),
        locked: false,
    };
    let edits = vec![edit(0, pairs[other]), edit(other, pairs[0])];
    assert_eq!(mentoring::set_places(&hall, hall.class, edits).unwrap().value, []);
}

#[test]
fn the_rules_of_the_class_reach_the_board() {
    let hall = Hall::new(3, 2, 3);
    let mut settings = hall.settings();
    settings.rules.superior = SuperiorRule::Required;
    mentoring::run(&hall, hall.class, settings).unwrap();
    let board = hall.board();
    assert_eq!(board.pairs, 0);
    let told = mentoring::explain(&hall, hall.class, hall.places[0]).unwrap();
    let unpaired = told.unpaired.unwrap();
    assert_eq!(unpaired.sentence, "Tidak ada mentor yang boleh: Hanya atasan langsung (2 mentor).");
    assert_eq!(unpaired.remedies[0], "Isi atasan langsung peserta ini.");
    assert!(unpaired.remedies[1].contains("Hanya atasan langsung"), "{:?}", unpaired.remedies);
    let superior = hall.person_of_mentor(1);
    hall.change_mentee(0, |data| data.superior = Some(superior));
    assert_eq!(hall.pairs(&hall.run()), [Some(1), None, None]);
    settings.rules.superior = SuperiorRule::Forbidden;
    settings.rules.unit = UnitRule::SameUnit;
    mentoring::run(&hall, hall.class, settings).unwrap();
    assert_eq!(hall.board().pairs, 0, "nobody has a unit");
    settings.rules.unit = UnitRule::OtherUnit;
    mentoring::run(&hall, hall.class, settings).unwrap();
    assert_eq!(hall.pairs(&hall.board())[0], Some(0), "the superior is forbidden now");
}

#[test]
fn remedies_are_the_smallest_changes_that_help() {
    let hall = Hall::new(3, 1, 2);
    let board = hall.run();
    let left = (0..3).find(|at| seat(&board, hall.places[*at]).mentor.is_none()).unwrap();
    let told = mentoring::explain(&hall, hall.class, hall.places[left]).unwrap().unpaired.unwrap();
    assert_eq!(told.sentence, "1 mentor yang boleh sudah penuh.");
    assert_eq!(told.remedies[0], "Tambah satu tempat pada Mentor 00 (sekarang paling banyak 2).");
    assert!(told.remedies[1].starts_with("Tambah mentor baru di bidang "), "{:?}", told.remedies);
    hall.change_mentor(0, |mentor| mentor.most = 3);
    assert_eq!(hall.run().pairs, 3, "the first remedy helps");
    // One rule alone keeps a mentor with free places away.
    hall.change_mentor(0, |mentor| mentor.penalty_until = Some(day(2027, 1, 1)));
    assert_eq!(hall.run().pairs, 0);
    let told = mentoring::explain(&hall, hall.class, hall.places[0]).unwrap().unpaired.unwrap();
    assert_eq!(
        told.remedies[0],
        "Matikan aturan \"Tanpa hukuman disiplin\" untuk kelas ini: Mentor 00 masih punya tempat."
    );
}

#[test]
fn wishes_that_are_not_met_say_why() {
    let hall = Hall::new(6, 3, 2);
    hall.run();
    hall.wish(0, 0, 1);
    hall.wish(0, 1, 2);
    hall.wish(0, 2, 3);
    hall.change_mentor(2, |mentor| mentor.penalty_until = Some(day(2027, 1, 1)));
    let board = hall.board();
    let told = mentoring::explain(&hall, hall.class, hall.places[0]).unwrap();
    assert_eq!(told.wishes.len(), 2, "one of the three is met: {:?}", told.wishes);
    if hall.pairs(&board)[0] != Some(2) {
        assert!(told.wishes.iter().any(|wish| wish.contains("dilarang: Mentor 02 menjalani")), "{:?}", told.wishes);
    }
    assert!(told.wishes.iter().all(|wish| wish.starts_with("Pilihan ke-")), "{:?}", told.wishes);
}

#[test]
fn approval_makes_pairs_and_undo_takes_them_back() {
    let mut hall = Hall::new(6, 3, 2);
    hall.run();
    let before = hall.office.dump();
    let approved = mentoring::approve(&hall, hall.class, today()).unwrap();
    assert_eq!((approved.value.made, approved.value.moved, approved.value.kept, approved.value.ended), (6, 0, 0, 0));
    let board = hall.board();
    assert_eq!((board.running, board.run.as_ref().unwrap().approved_on), (6, Some(today())));
    let rows = mentoring::pairs(&hall, PairQuery { limit: 50, ..PairQuery::default() }).unwrap().rows;
    for row in &rows {
        let view = mentoring::pair(&hall, row.id).unwrap();
        let place = seat(&board, row.enrolment);
        assert_eq!((view.row.mentor_id, view.score), (place.mentor.unwrap(), place.score));
        assert_eq!(view.reason, place.sentence);
    }
    assert_eq!(code(mentoring::approve(&hall, hall.class, today())), Code::NotAllowed, "only once");
    safety::undo(&hall, approved.changes.operation).unwrap();
    assert_eq!(hall.office.dump(), before);
    mentoring::approve(&hall, hall.class, today()).unwrap();

    // The next proposal moves one pair, keeps four and ends one.
    let pairs = hall.pairs(&hall.board());
    let (first, second) = (0, (1..6).find(|at| pairs[*at] != pairs[0]).unwrap());
    let edit = |who: usize, mentor: Option<usize>| PlaceEdit {
        enrolment: hall.places[who],
        mentor: mentor.map(|mentor| hall.mentors[mentor]),
        locked: false,
    };
    let edits = vec![edit(first, pairs[second]), edit(second, None)];
    assert_eq!(mentoring::set_places(&hall, hall.class, edits).unwrap().value, []);
    let board = hall.board();
    assert_eq!(board.run.as_ref().map(|run| (run.number, run.approved_on)), Some((2, None)));
    assert_eq!(board.before.map(|before| (before.kept, before.of)), Some((4, 6)));
    let approved = mentoring::approve(&hall, hall.class, today()).unwrap().value;
    assert_eq!((approved.made, approved.moved, approved.kept, approved.ended), (0, 1, 4, 1));
    assert_eq!(hall.board().running, 5);
}
