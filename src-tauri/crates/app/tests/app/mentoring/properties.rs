//! What holds whatever is done: locks stay, places suffice, the order of entering does not matter.

use super::board::today;
use super::hall::{Hall, overload, seat};
use app::mentoring::{self, PlaceEdit};
use domain::mentoring::assignment::Aim;
use domain::mentoring::settings::{Keep, MentoringSettings};
use proptest::prelude::*;

/// One thing done at the board; the numbers choose to what.
#[derive(Debug, Clone, Copy)]
enum Act {
    Set(usize, usize, bool),
    Unlock(usize),
    Run(usize, usize, u8),
    Most(usize, u8),
    Approve,
    Leaves(usize),
    Orphans(bool),
}

fn act() -> impl Strategy<Value = Act> {
    (0..14_u8, 0..7_usize, 0..4_usize, any::<bool>()).prop_map(|(what, a, b, yes)| match what {
        0..=3 => Act::Set(a, b, yes),
        4 => Act::Unlock(a),
        5..=8 => Act::Run(a % 4, b, u8::try_from(a).unwrap() * 9),
        9 | 10 => Act::Most(b, u8::try_from(a % 4).unwrap()),
        11 => Act::Approve,
        12 => Act::Leaves(b),
        _ => Act::Orphans(yes),
    })
}

fn settings(hall: &Hall, aim: usize, keep: usize, field: u8) -> MentoringSettings {
    let mut settings = hall.settings();
    settings.aim = [Aim::MostThenBest, Aim::Best, Aim::Even, Aim::BestWorst][aim];
    settings.keep = [Keep::No, Keep::Little, Keep::Much, Keep::Most][keep];
    settings.weights.field = field;
    settings
}

fn locks(hall: &Hall) -> Vec<Option<usize>> {
    let board = hall.board();
    let pairs = hall.pairs(&board);
    (0..pairs.len()).map(|at| pairs[at].filter(|_| seat(&board, hall.places[at]).locked)).collect()
}

/// Refused where the mentor has left.
fn set(hall: &Hall, who: usize, mentor: Option<usize>, locked: bool) {
    let mentor = mentor.map(|mentor| hall.mentors[mentor]);
    let edit = PlaceEdit { enrolment: hall.places[who], mentor, locked };
    drop(mentoring::set_places(hall, hall.class, vec![edit]));
}

/// Does one thing; true when a run was made.
fn take(hall: &Hall, act: Act) -> bool {
    match act {
        Act::Set(who, mentor, locked) => set(hall, who, Some(mentor), locked),
        Act::Unlock(who) => set(hall, who, hall.pairs(&hall.board())[who], false),
        Act::Run(aim, keep, field) => {
            return mentoring::run(hall, hall.class, settings(hall, aim, keep, field)).is_ok();
        }
        Act::Most(mentor, most) => hall.change_mentor(mentor, |mentor| mentor.most = most),
        Act::Approve => drop(mentoring::approve(hall, hall.class, today())),
        Act::Leaves(mentor) => drop(mentoring::mentor_leaves(hall, hall.mentors[mentor], today(), "")),
        Act::Orphans(yes) => return mentoring::propose_orphans(hall, hall.class, yes).is_ok(),
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 50, ..ProptestConfig::default() })]

    #[test]
    fn t39_locks_survive_every_run_and_places_suffice(acts in prop::collection::vec(act(), 4..14)) {
        let hall = Hall::new(7, 4, 2);
        for act in acts {
            let before = locks(&hall);
            let orphans = hall.board().orphans;
            if !take(&hall, act) {
                continue;
            }
            let board = hall.board();
            let pairs = hall.pairs(&board);
            for (at, lock) in before.iter().enumerate() {
                let orphan = orphans.contains(&hall.places[at]) && matches!(act, Act::Orphans(_));
                let running_elsewhere = matches!(act, Act::Orphans(false)) && pairs[at] != *lock;
                if lock.is_some() && !orphan && !running_elsewhere {
                    prop_assert_eq!(pairs[at], *lock, "{:?} moved the locked participant {}", act, at);
                }
            }
            if matches!(act, Act::Run(..)) {
                prop_assert_eq!(overload(&board), 0, "{:?}", act);
                prop_assert!(board.places.iter().all(|place| place.broken.is_empty()), "{:?}", act);
                prop_assert!(board.pairs as usize <= 7);
            }
        }
    }
}

#[test]
fn t39_the_order_in_which_people_are_entered_does_not_matter() {
    let first = Hall::new(9, 4, 3);
    let other = Hall::made(&[4, 8, 1, 0, 6, 3, 7, 2, 5], &[2, 0, 3, 1], 3);
    for (aim, keep) in [(0, 0), (1, 1), (2, 0), (3, 2)] {
        for hall in [&first, &other] {
            mentoring::run(hall, hall.class, settings(hall, aim, keep, 40)).unwrap();
        }
        let (one, two) = (first.board(), other.board());
        assert_eq!(first.pairs(&one), other.pairs(&two), "aim {aim}");
        assert_eq!(one.total, two.total);
    }
}

#[test]
fn t39_ties_do_not_depend_on_the_order_of_entering() {
    // Everybody alike: every assignment is as good as the other.
    let alike = |hall: &Hall| {
        for participant in 0..6 {
            hall.change_mentee(participant, |data| data.needs.clear());
        }
        let mut settings = hall.settings();
        settings.weights.seniority = 0;
        mentoring::run(hall, hall.class, settings).unwrap();
        hall.pairs(&hall.board())
    };
    let (first, other) = (Hall::new(6, 3, 2), Hall::made(&[5, 4, 3, 2, 1, 0], &[2, 1, 0], 2));
    assert_eq!(alike(&first), alike(&other));
}
