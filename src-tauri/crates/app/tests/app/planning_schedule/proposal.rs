//! Proposals: no hard conflict, little disturbance, explained, repeatable, and taken over as one operation.

use super::{Scene, time};
use crate::classes_support::{code, day, refusal};
use app::classes;
use app::planning::schedule::{self, PlacedSession, ProposalEffort, ProposalRequest, ScheduleProposal};
use app::safety;
use chrono::NaiveDate;
use domain::ids::ClassId;
use domain::planning::calendar::{Holiday, HolidayKind};
use domain::planning::conflict::ConflictKind;
use domain::planning::resource::{AwayLimit, AwayShare, Busy, BusyWhom, SessionPlace};
use domain::refusal::Code;

fn request(classes: &[ClassId], from: NaiveDate, to: NaiveDate) -> ProposalRequest {
    ProposalRequest {
        classes: classes.to_vec(),
        from,
        to,
        parts: Vec::new(),
        keep_locked: true,
        effort: ProposalEffort::Quick,
    }
}

fn propose(scene: &Scene, request: &ProposalRequest) -> ScheduleProposal {
    let mut told = Vec::new();
    let proposal = schedule::propose(scene, request, &mut |progress| told.push(progress.done)).unwrap();
    assert!(told.windows(2).all(|two| two[0] <= two[1]) && told.last() == Some(&100), "{told:?}");
    proposal
}

fn accept(scene: &Scene, request: &ProposalRequest, proposal: ScheduleProposal) -> u32 {
    let classes = request.classes.clone();
    schedule::accept_proposal(scene, classes, &proposal.state, proposal.placements).unwrap().value
}

/// Three classes that share a speaker, a participant and the only room, all on a busy day: spread over free slots they
/// have no conflict, cost nothing, and the same request gives the same proposal.
#[test]
fn a_proposal_has_no_conflict_and_avoids_busy_days() {
    let mut scene = Scene::new();
    let people = scene.people(12);
    let unit = scene.unit("Dinas Pertanian");
    scene.post(&people, unit);
    let room = scene.room("Ruang A", 5);
    let monday = day(2026, 3, 16);
    let one = scene.class("Angkatan I", &[monday, monday], &people[..2]);
    let two = scene.class("Angkatan II", &[monday, monday], &people[1..3]);
    let three = scene.class("Angkatan III", &[monday], &people[4..6]);
    for class in [one, three] {
        scene.place(scene.session(class, 0), Some(room), &people[11..]);
    }
    let busy = Busy {
        id: None,
        whom: Some(BusyWhom::Unit(unit)),
        starts: monday,
        ends: day(2026, 3, 17),
        reason: "Panen raya".to_owned(),
        weight: 7,
    };
    schedule::save_busy(&scene, busy).unwrap();
    let holiday = Holiday { date: day(2026, 3, 18), name: "Nyepi".to_owned(), kind: HolidayKind::National };
    schedule::save_holiday(&scene, None, holiday).unwrap();
    let request = request(&[one, two, three], monday, day(2026, 3, 27));
    let before = scene.office.dump();
    let proposal = propose(&scene, &request);
    assert_eq!(proposal, propose(&scene, &request), "the same again");
    assert_eq!(proposal.violations, Vec::<String>::new());
    assert_eq!(scene.office.dump(), before, "nothing is stored yet");
    assert_eq!(proposal.placements.len(), 5);
    assert!(proposal.before.busy > 0, "{:?}", proposal.before);
    assert_eq!((proposal.after.busy, proposal.after.spread), (0, 0), "{proposal:#?}");
    assert!(proposal.classes.iter().all(|class| class.sentences.len() == 1));
    for placed in &proposal.placements {
        assert!(placed.date >= day(2026, 3, 19) && placed.room == Some(room), "{placed:?}");
    }
    assert_eq!(accept(&scene, &request, proposal.clone()), 5);
    assert_eq!(scene.kinds(), [], "{:?}", scene.conflicts());
    let view = classes::get(&scene, three).unwrap();
    assert!(view.class.starts >= day(2026, 3, 19), "the days of the class follow");
    let plan = &scene.sessions(three)[0];
    assert_eq!(plan.speakers.len(), 1, "speakers stay");
    let again = refusal(schedule::accept_proposal(&scene, request.classes, &proposal.state, proposal.placements));
    assert!(again.code == Code::NotAllowed && again.message.contains("sudah berubah"), "{again:?}");
    safety::undo(&scene, None).unwrap();
    assert_eq!(scene.office.dump(), before, "one operation");
}

/// A part of a proposal is taken over and locked; asked again, the rest is placed around it.
#[test]
fn a_part_that_is_taken_over_and_locked_stays() {
    let scene = Scene::new();
    let people = scene.people(8);
    scene.room("Ruang A", 5);
    let monday = day(2026, 3, 16);
    let class = scene.class("Angkatan I", &[monday, monday], &people[..2]);
    let request = request(&[class], monday, day(2026, 3, 20));
    let proposal = propose(&scene, &request);
    assert!(proposal.placements.iter().all(|one| !one.locked), "the operator decides");
    let part = PlacedSession { locked: true, ..proposal.placements[0].clone() };
    let (session, at) = (part.session.unwrap(), (part.date, part.starts));
    schedule::accept_proposal(&scene, request.classes.clone(), &proposal.state, vec![part]).unwrap();
    let kept = scene.sessions(class).into_iter().find(|one| one.session == session).unwrap();
    assert!(kept.locked && (kept.date, kept.starts) == (at.0, Some(at.1)), "{kept:?}");
    let again = propose(&scene, &request);
    assert_eq!(again.placements.len(), 1, "{again:#?}");
    assert_ne!(again.placements[0].session, Some(session));
    accept(&scene, &request, again);
    assert_eq!(scene.kinds(), [], "{:?}", scene.conflicts());
}

/// What is locked, past or attended stays; sessions of others are stepped around.
#[test]
fn locked_sessions_and_other_classes_stay() {
    let scene = Scene::new();
    let people = scene.people(8);
    let room = scene.room("Ruang A", 5);
    let monday = day(2026, 3, 16);
    let own = scene.class("Angkatan I", &[day(2026, 3, 2), monday, monday], &people[..1]);
    let other = scene.class("Angkatan II", &[monday], &people[..1]);
    scene.place(scene.session(other, 0), Some(room), &[]);
    let locked = SessionPlace { room: Some(room), locked: true, ..SessionPlace::default() };
    schedule::move_session(&scene, scene.session(own, 1), day(2026, 3, 17), time(8), time(12)).unwrap();
    let kept = scene.sessions(own).into_iter().find(|one| one.date == day(2026, 3, 17)).unwrap().session;
    schedule::set_session_plan(&scene, kept, locked).unwrap();
    let request = request(&[own], monday, day(2026, 3, 18));
    let proposal = propose(&scene, &request);
    assert_eq!(proposal.placements.len(), 1, "only one session may move: {proposal:#?}");
    assert_eq!(proposal.violations, Vec::<String>::new());
    let placed = &proposal.placements[0];
    assert_eq!(
        (placed.date, Some(placed.starts)),
        (day(2026, 3, 18), time(8)),
        "the mornings before are taken by the other class and the locked session, and afternoons hold 4 JP only"
    );
    accept(&scene, &request, proposal);
    assert_eq!(scene.kinds(), []);
    let dates: Vec<_> = scene.sessions(own).into_iter().map(|one| one.date).collect();
    assert!(dates.contains(&day(2026, 3, 2)) && dates.contains(&day(2026, 3, 17)), "{dates:?}");
}

/// A session of more JP than a part of a day holds is cut; a class without sessions gets those of its subjects, in order.
#[test]
fn long_sessions_are_cut_and_subjects_become_sessions() {
    let scene = Scene::new();
    scene.room("Ruang A", 50);
    let class = scene.class("Angkatan III", &[day(2026, 3, 2), day(2026, 3, 3)], &[]);
    let mut long = classes::sessions(&scene, class).unwrap();
    long.iter_mut().for_each(|session| session.jp = 8);
    classes::save_sessions(&scene, class, long).unwrap();
    let empty = scene.class("Angkatan IV", &[day(2026, 4, 6)], &[]);
    classes::save_sessions(&scene, empty, Vec::new()).unwrap();
    let request = request(&[class, empty], day(2026, 4, 6), day(2026, 4, 30));
    let refused =
        refusal(schedule::propose(&scene, &ProposalRequest { classes: vec![class], ..request.clone() }, &mut |_| {}));
    assert!(
        refused.message.contains("tidak mempunyai sesi yang boleh dipindahkan"),
        "its sessions are past: {refused:?}"
    );
    for date in [day(2026, 4, 6), day(2026, 4, 7)] {
        schedule::move_session(&scene, scene.session(class, 0), date, None, None).unwrap();
    }
    let proposal = propose(&scene, &request);
    assert_eq!(proposal.violations, Vec::<String>::new());
    let jp = |class: ClassId| -> Vec<u32> {
        proposal.placements.iter().filter(|one| one.class == class).map(|one| one.jp).collect()
    };
    assert_eq!(jp(class), [4, 4, 4, 4]);
    assert_eq!(jp(empty), [4; 10], "8 and 32 JP");
    let names: Vec<_> =
        proposal.placements.iter().filter(|one| one.class == empty).map(|one| one.subject_name.as_str()).collect();
    assert_eq!(names[..3], ["Etika publik", "Etika publik", "Layanan digital"]);
    accept(&scene, &request, proposal);
    assert_eq!(scene.sessions(class).iter().map(|one| one.jp).sum::<u32>(), 16, "no JP is lost");
    assert_eq!(scene.sessions(empty).iter().map(|one| one.jp).sum::<u32>(), 40);
    let hard = [ConflictKind::RoomTwice, ConflictKind::ClassTwice, ConflictKind::JpADay, ConflictKind::Holiday];
    assert!(scene.kinds().iter().all(|kind| !hard.contains(kind)), "{:?}", scene.conflicts());
}

/// What cannot be had is said: too little time, no room, a class that is larger than the limit of a unit.
#[test]
fn what_cannot_be_had_is_named() {
    let scene = Scene::new();
    let people = scene.people(6);
    let unit = scene.unit("Dinas Dukcapil");
    scene.post(&people, unit);
    let week = [16, 17, 18, 19, 20].map(|number| day(2026, 3, number));
    let class = scene.class("Angkatan I", &week, &people);
    let short = refusal(schedule::propose(&scene, &request(&[class], week[0], week[1]), &mut |_| {}));
    assert_eq!((short.code, short.fields[0].field.as_str()), (Code::NotAllowed, "to"));
    assert!(short.message.contains("membutuhkan 5") && short.message.contains("hanya tersedia 2"), "{short:?}");
    let weekend = request(&[class], day(2026, 3, 14), day(2026, 3, 15));
    assert_eq!(refusal(schedule::propose(&scene, &weekend, &mut |_| {})).fields[0].field, "to");
    assert_eq!(code(schedule::propose(&scene, &request(&[], week[0], week[4]), &mut |_| {})), Code::InvalidInput);
    let limit = AwayLimit {
        id: None,
        unit: Some(unit),
        counter: String::new(),
        share: AwayShare::People(4),
        people: Vec::new(),
    };
    schedule::save_limit(&scene, limit).unwrap();
    let proposal = propose(&scene, &request(&[class], week[0], week[4]));
    assert_eq!(proposal.notes.len(), 2, "{:?}", proposal.notes);
    assert!(proposal.notes.iter().any(|note| note.contains("Tidak ada ruang aktif untuk 6 orang")));
    assert!(proposal.notes.iter().any(|note| note.contains("6 orang dari Dinas Dukcapil, batasnya 4")));
    assert!(proposal.placements.iter().all(|one| one.room.is_none()));
}

/// Two classes of one unit whose limit allows only one of them at a time are never away together.
#[test]
fn limits_of_units_hold_across_classes() {
    let scene = Scene::new();
    let people = scene.people(8);
    let unit = scene.unit("Dinas Dukcapil");
    scene.post(&people, unit);
    for number in 0..2 {
        scene.room(&format!("Ruang {number}"), 30);
    }
    let days = [day(2026, 3, 16), day(2026, 3, 17)];
    let one = scene.class("Angkatan I", &days, &people[..2]);
    let two = scene.class("Angkatan II", &days, &people[2..4]);
    assert!(scene.kinds().contains(&ConflictKind::UnitOverShare), "4 of 8 at once");
    let request = request(&[one, two], days[0], day(2026, 3, 19));
    let proposal = propose(&scene, &request);
    assert_eq!(proposal.violations, Vec::<String>::new());
    accept(&scene, &request, proposal);
    assert_eq!(scene.kinds(), [], "{:?}", scene.conflicts());
}

/// Nothing is proposed for days that are over, however early the time begins.
#[test]
fn nothing_is_placed_in_the_past() {
    let scene = Scene::new();
    let people = scene.people(2);
    scene.room("Ruang A", 30);
    let class = scene.class("Angkatan I", &[day(2026, 3, 16), day(2026, 3, 17)], &people);
    let request_from = request(&[class], day(2026, 3, 2), day(2026, 3, 13));
    let proposal = propose(&scene, &request_from);
    assert_eq!(proposal.placements.len(), 2);
    assert!(proposal.placements.iter().all(|one| one.date >= day(2026, 3, 9)), "{:#?}", proposal.placements);
    let over = refusal(schedule::propose(&scene, &request(&[class], day(2026, 3, 2), day(2026, 3, 6)), &mut |_| {}));
    assert_eq!(over.fields[0].field, "to");
}

/// A locked session in the evening leaves less of its day, for its class and for whoever is in another one.
#[test]
fn sessions_that_stay_leave_less_of_the_day() {
    let scene = Scene::new();
    let people = scene.people(3);
    for number in 0..2 {
        scene.room(&format!("Ruang {number}"), 30);
    }
    let monday = day(2026, 3, 16);
    let one = scene.class("Angkatan I", &[monday, monday, monday], &people[..2]);
    let two = scene.class("Angkatan II", &[monday], &people[1..]);
    let night = scene.session(one, 0);
    schedule::move_session(&scene, night, monday, time(18), time(22)).unwrap();
    let mut sessions = classes::sessions(&scene, one).unwrap();
    sessions.iter_mut().find(|session| session.id == Some(night)).unwrap().jp = 6;
    classes::save_sessions(&scene, one, sessions).unwrap();
    schedule::set_session_plan(&scene, night, SessionPlace { locked: true, ..SessionPlace::default() }).unwrap();
    let both = request(&[one, two], monday, day(2026, 3, 19));
    let proposal = propose(&scene, &both);
    assert_eq!((proposal.violations.len(), proposal.placements.len()), (0, 3));
    assert!(proposal.placements.iter().all(|placed| placed.date > monday), "6 + 5 JP: {:#?}", proposal.placements);
    accept(&scene, &both, proposal);
    assert!(!scene.kinds().contains(&ConflictKind::JpADay), "{:?}", scene.conflicts());
    let narrow = propose(&scene, &request(&[two], monday, monday));
    assert!(narrow.notes.iter().any(|note| note.contains("melewati 10 JP")), "{:?}", narrow.notes);
}
