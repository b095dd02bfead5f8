//! Pairs at work: the log and what it earns, the list, endings, judgements, papers.

use crate::classes_support::{Office, TODAY, code, day, refusal};
use app::mentoring::{self, JudgementEntry, LetterOptions, MentoringReport, PairQuery, PairRow, PairState, PairView};
use app::{career, classes, office, safety};
use chrono::{Datelike, NaiveDate};
use domain::career::{JpRate, MENTORING};
use domain::certificates::content::{Role, Signatory};
use domain::ids::{ClassId, EnrolmentId, MeetingId, MentorId, PairId, PersonId};
use domain::mentoring::mentee::Side;
use domain::mentoring::mentor::Mentor;
use domain::mentoring::pair::{Ending, JudgementStage, Meeting};
use domain::office::DatedSignatory;
use domain::office::rules::Rule;
use domain::refusal::Code;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

/// A mentor of the register, or from outside with a name.
pub(crate) fn mentor(person: Option<PersonId>, name: &str) -> Mentor {
    Mentor {
        id: None,
        person,
        name: name.to_owned(),
        nip: String::new(),
        rank: String::new(),
        position: String::new(),
        organisation: if name.is_empty() { String::new() } else { "Universitas Contoh".to_owned() },
        place: String::new(),
        languages: String::new(),
        fewest: 0,
        most: 5,
        penalty_until: None,
        active: true,
        note: String::new(),
        fields: Vec::new(),
        periods: Vec::new(),
    }
}

/// A class of five with a mentor from the register and one from outside; the first three participants have pairs since
/// 5 January 2026, two with the first mentor, one with the second.
struct Work {
    office: Office,
    class: ClassId,
    places: Vec<EnrolmentId>,
    people: Vec<PersonId>,
    mentors: [MentorId; 2],
    pairs: Vec<PairId>,
}

impl std::ops::Deref for Work {
    type Target = app::App;

    fn deref(&self) -> &app::App {
        &self.office
    }
}

impl Work {
    fn new() -> Self {
        let mut office = Office::new();
        let class = office.class();
        let everyone = office.people(6);
        classes::enrol(&office, class, everyone[..5].to_vec(), Role::Peserta).unwrap();
        let rows = classes::enrolments(&office, class).unwrap();
        let places: Vec<EnrolmentId> = rows.iter().map(|row| row.id).collect();
        let people: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
        let (mentors, pairs) = office.write(|tx| {
            let inside = store::mentoring::mentor::save(tx, &mentor(Some(everyone[5]), ""))?;
            let outside = store::mentoring::mentor::save(tx, &mentor(None, "Dr. Ratna Wulandari, M.Si."))?;
            let mut pairs = Vec::new();
            for (at, mentor) in [inside, inside, outside].into_iter().enumerate() {
                let starts = day(2026, 1, 5);
                let score = Some(6_850);
                let reason = "Bidang pelayanan cocok dan satu kecamatan.";
                pairs.push(store::mentoring::pair::insert(tx, class, places[at], mentor, starts, score, reason)?);
            }
            Ok(([inside, outside], pairs))
        });
        Self { office, class, places, people, mentors, pairs }
    }

    fn log(&self, pair: usize, date: NaiveDate, topic: &str) -> MeetingId {
        mentoring::save_meeting(self, meeting(self.pairs[pair], date, topic)).unwrap().value
    }

    fn pair(&self, pair: usize) -> PairView {
        mentoring::pair(self, self.pairs[pair]).unwrap()
    }

    fn jp(&self, person: usize) -> Vec<(NaiveDate, u32)> {
        let ledger = career::ledger(self, self.people[person], None).unwrap();
        ledger.rows.iter().map(|row| (row.date, row.jp)).collect()
    }

    fn listed(&self, query: PairQuery) -> Vec<PairRow> {
        mentoring::pairs(self, PairQuery { limit: 100, ..query }).unwrap().rows
    }
}

fn meeting(pair: PairId, date: NaiveDate, topic: &str) -> Meeting {
    Meeting {
        id: None,
        pair,
        date,
        topic: topic.to_owned(),
        notes: "Membahas rancangan layanan.".to_owned(),
        next_step: "Menyusun jadwal.".to_owned(),
        confirmed_mentor: true,
        confirmed_mentee: true,
    }
}

#[test]
fn meetings_earn_jp_up_to_the_cap_of_the_month() {
    let work = Work::new();
    let first = work.log(0, day(2026, 2, 3), "Isu");
    work.log(0, day(2026, 2, 17), "Gagasan");
    work.log(0, day(2026, 2, 24), "Rencana");
    assert_eq!(work.jp(0), [(day(2026, 2, 24), 0), (day(2026, 2, 17), 2), (day(2026, 2, 3), 2)]);
    let ledger = career::ledger(&work, work.people[0], Some(2026)).unwrap();
    assert_eq!((ledger.total, ledger.years.as_slice()), (4, [2026].as_slice()));
    assert_eq!(ledger.rows[0].form, "Mentoring");
    assert_eq!(ledger.rows[0].note, "Sudah 2 pertemuan bulan ini; yang dihitung paling banyak 2 sebulan.");
    assert!(ledger.rows[0].title.starts_with("Rencana (mentor Pegawai"), "{}", ledger.rows[0].title);
    assert_eq!(career::ledger(&work, work.people[0], Some(2025)).unwrap().rows, []);
    let view = work.pair(0);
    assert_eq!(view.meetings.iter().map(|row| row.jp).collect::<Vec<_>>(), [2, 2, 0]);
    assert_eq!((view.row.jp, view.row.meetings, view.row.last_meeting), (4, 3, Some(day(2026, 2, 24))));
    mentoring::delete_meeting(&work, first).unwrap();
    assert_eq!(work.jp(0), [(day(2026, 2, 24), 2), (day(2026, 2, 17), 2)], "the third moves up in the same operation");
    safety::undo(&work, None).unwrap();
    assert_eq!(work.jp(0), [(day(2026, 2, 24), 0), (day(2026, 2, 17), 2), (day(2026, 2, 3), 2)]);
    assert_eq!(work.jp(1), [], "another participant has their own");
}

#[test]
fn a_meeting_counts_when_both_have_signed() {
    let work = Work::new();
    let alone = Meeting { confirmed_mentee: false, ..meeting(work.pairs[0], day(2026, 2, 3), "Isu") };
    let id = mentoring::save_meeting(&work, alone.clone()).unwrap().value;
    assert_eq!(work.jp(0), []);
    let row = &work.pair(0).meetings[0];
    assert_eq!((row.jp, row.jp_note.as_str()), (0, "Belum diparaf peserta, jadi belum dihitung."));
    let signed = Meeting { id: Some(id), confirmed_mentee: true, ..alone.clone() };
    mentoring::save_meeting(&work, signed.clone()).unwrap();
    assert_eq!(work.jp(0), [(day(2026, 2, 3), 2)]);
    let again = mentoring::save_meeting(&work, signed).unwrap();
    assert_eq!(again.changes.operation, None, "what is the same is not written again");
    mentoring::save_meeting(&work, Meeting { id: Some(id), ..alone }).unwrap();
    assert_eq!(work.jp(0), []);
}

#[test]
fn the_cap_is_of_the_person_over_all_pairs() {
    let mut work = Work::new();
    let mut second = classes::draft(&work, classes::programmes(&work, false).unwrap()[0].id).unwrap();
    (second.name, second.place) = ("Angkatan IV".to_owned(), "Aula".to_owned());
    (second.starts, second.ends) = (day(2026, 2, 1), day(2026, 2, 28));
    let second = classes::save(&work, second).unwrap().value;
    classes::enrol(&work, second, vec![work.people[0]], Role::Peserta).unwrap();
    let place = classes::enrolments(&work, second).unwrap()[0].id;
    let mentor = work.mentors[1];
    let other =
        work.office.write(|tx| store::mentoring::pair::insert(tx, second, place, mentor, day(2026, 2, 1), None, ""));
    work.log(0, day(2026, 2, 3), "Isu");
    work.log(0, day(2026, 2, 24), "Rencana");
    mentoring::save_meeting(&work, meeting(other, day(2026, 2, 10), "Gagasan")).unwrap();
    assert_eq!(work.jp(0), [(day(2026, 2, 24), 0), (day(2026, 2, 10), 2), (day(2026, 2, 3), 2)]);
    assert_eq!(work.pair(0).row.jp, 2, "the list says what this pair has earned");
}

#[test]
fn two_people_made_one_have_one_cap() {
    let mut work = Work::new();
    let mut second = classes::draft(&work, classes::programmes(&work, false).unwrap()[0].id).unwrap();
    (second.name, second.place) = ("Angkatan IV".to_owned(), "Aula".to_owned());
    (second.starts, second.ends) = (day(2026, 2, 1), day(2026, 2, 28));
    let second = classes::save(&work, second).unwrap().value;
    let mut twin = app::people::blank();
    twin.name = "Pegawai Kembar".to_owned();
    twin.nips[0].nip = crate::classes_support::nip(77);
    let twin = app::people::save(&work, twin).unwrap().value;
    classes::enrol(&work, second, vec![twin], Role::Peserta).unwrap();
    let place = classes::enrolments(&work, second).unwrap()[0].id;
    let mentor = work.mentors[1];
    let other =
        work.office.write(|tx| store::mentoring::pair::insert(tx, second, place, mentor, day(2026, 2, 1), None, ""));
    for date in [3, 24] {
        work.log(0, day(2026, 2, date), "Isu");
        mentoring::save_meeting(&work, meeting(other, day(2026, 2, date + 1), "Gagasan")).unwrap();
    }
    app::people::merge(&work, work.people[0], twin).unwrap();
    let expected = [(day(2026, 2, 25), 0), (day(2026, 2, 24), 0), (day(2026, 2, 4), 2), (day(2026, 2, 3), 2)];
    assert_eq!(work.jp(0), expected);
}

#[test]
fn a_new_conversion_table_holds_from_its_day() {
    let work = Work::new();
    let mut table = office::rules(&work).unwrap().jp_conversion;
    let own = |rate: &&mut JpRate| rate.form == MENTORING;
    for rate in table.iter_mut().filter(own) {
        (rate.value, rate.times_a_month) = (3, Some(1));
    }
    work.log(0, day(2026, 1, 20), "Isu");
    work.log(0, day(2026, 2, 20), "Gagasan");
    work.log(0, day(2026, 2, 25), "Rencana");
    office::save_rule(&work, Rule::JpConversion(table), Some(day(2026, 2, 1))).unwrap();
    let expected = [(day(2026, 2, 25), 0), (day(2026, 2, 20), 3), (day(2026, 1, 20), 2)];
    assert_eq!(work.jp(0), expected, "a table that reaches back settles what it reaches");
    safety::undo(&work, None).unwrap();
    assert_eq!(work.jp(0), [(day(2026, 2, 25), 2), (day(2026, 2, 20), 2), (day(2026, 1, 20), 2)]);
}

#[test]
fn wrong_meetings_are_refused_by_field() {
    let work = Work::new();
    work.log(0, day(2026, 2, 3), "Isu");
    let pair = work.pairs[0];
    let refused = |meeting| refusal(mentoring::save_meeting(&work, meeting));
    let fields =
        |meeting: Meeting| -> Vec<String> { refused(meeting).fields.into_iter().map(|field| field.field).collect() };
    assert_eq!(fields(meeting(pair, day(2026, 1, 4), " ")), ["date", "topic"]);
    assert_eq!(fields(meeting(pair, today().succ_opt().unwrap(), "Isu")), ["date"]);
    let twice = refused(meeting(pair, day(2026, 2, 3), " Isu "));
    assert_eq!((twice.code, twice.fields[0].field.as_str()), (Code::Duplicate, "topic"));
    let gone = MeetingId::from(uuid::Uuid::nil());
    assert_eq!(refused(Meeting { id: Some(gone), ..meeting(pair, day(2026, 2, 4), "Isu") }).code, Code::NotFound);
    assert_eq!(code(mentoring::delete_meeting(&work, gone)), Code::NotFound);
    let moved = work.log(1, day(2026, 2, 4), "Isu");
    let moved = Meeting { id: Some(moved), ..meeting(pair, day(2026, 2, 4), "Isu") };
    assert_eq!(refused(moved).code, Code::NotAllowed, "a meeting stays with its pair");
    mentoring::end_pair(&work, pair, Ending::Finished, day(2026, 2, 20), "").unwrap();
    assert_eq!(fields(meeting(pair, day(2026, 2, 21), "Isu")), ["date"]);
    work.log(0, day(2026, 2, 20), "Penutup");
}

#[test]
fn the_list_says_who_is_silent_and_finds_by_parts() {
    let work = Work::new();
    work.log(0, today() - chrono::TimeDelta::days(30), "Isu");
    work.log(1, today() - chrono::TimeDelta::days(31), "Isu");
    mentoring::end_pair(&work, work.pairs[2], Ending::Finished, day(2026, 3, 1), "Baik").unwrap();
    let listed = work.listed(PairQuery::default());
    let states: Vec<(PairId, PairState, u32)> = listed.iter().map(|row| (row.id, row.state, row.quiet_days)).collect();
    assert_eq!(
        states,
        [
            (work.pairs[0], PairState::Running, 30),
            (work.pairs[1], PairState::Silent, 31),
            (work.pairs[2], PairState::Ended, 55)
        ],
        "running ones first"
    );
    assert_eq!((listed[2].ending, listed[2].ends), (Some(Ending::Finished), Some(day(2026, 3, 1))));
    assert_eq!(listed[2].mentor, "Dr. Ratna Wulandari, M.Si.");
    let ids = |query| work.listed(query).into_iter().map(|row| row.id).collect::<Vec<_>>();
    let text = |text: &str| PairQuery { text: text.to_owned(), ..PairQuery::default() };
    assert_eq!(ids(text("ratna angkatan")), [work.pairs[2]]);
    assert_eq!(ids(text(&listed[1].mentee_nip)), [work.pairs[1]]);
    assert_eq!(ids(text("bukan siapa")), []);
    assert_eq!(ids(PairQuery { state: Some(PairState::Silent), ..PairQuery::default() }), [work.pairs[1]]);
    assert_eq!(ids(PairQuery { mentor: Some(work.mentors[0]), ..PairQuery::default() }), work.pairs[..2]);
    assert_eq!(ids(PairQuery { class: Some(ClassId::from(uuid::Uuid::nil())), ..PairQuery::default() }), []);
    let page = |offset, limit| {
        mentoring::pairs(&work, PairQuery { class: Some(work.class), offset, limit, ..PairQuery::default() }).unwrap()
    };
    assert_eq!((page(1, 1).rows[0].id, page(1, 1).total), (work.pairs[1], 3));
    assert_eq!((page(9, 5).rows.len(), page(9, 5).total), (0, 3));
    assert_eq!((page(0, 0).rows.len(), page(0, 0).total), (0, 3));
}

#[test]
fn a_pair_ends_once_and_can_go_on() {
    let mut work = Work::new();
    work.log(0, day(2026, 2, 20), "Isu");
    let pair = work.pairs[0];
    let end = |ending, date| mentoring::end_pair(&work, pair, ending, date, " Pindah tugas ");
    assert_eq!(refusal(end(Ending::Stopped, day(2026, 2, 19))).fields[0].field, "day");
    assert_eq!(refusal(end(Ending::Stopped, today().succ_opt().unwrap())).fields[0].field, "day");
    let ended = end(Ending::MentorLeft, day(2026, 3, 2)).unwrap();
    assert!(ended.changes.description.ends_with(": mentor keluar"), "{}", ended.changes.description);
    assert_eq!(code(end(Ending::Stopped, day(2026, 3, 3))), Code::NotAllowed);
    assert_eq!(work.pair(0).ending_note, "Pindah tugas");
    assert_eq!(code(mentoring::reopen_pair(&work, work.pairs[1])), Code::NotAllowed, "it runs");
    let (class, place, other) = (work.class, work.places[0], work.mentors[1]);
    let newer =
        work.office.write(|tx| store::mentoring::pair::insert(tx, class, place, other, day(2026, 3, 3), None, ""));
    let stands = refusal(mentoring::reopen_pair(&work, pair));
    assert!(stands.message.contains("Ratna Wulandari"), "{}", stands.message);
    mentoring::end_pair(&work, newer, Ending::Moved, day(2026, 3, 4), "").unwrap();
    mentoring::reopen_pair(&work, pair).unwrap();
    assert_eq!(work.pair(0).row.state, PairState::Running);
    assert_eq!(code(mentoring::pair(&work, PairId::from(uuid::Uuid::nil()))), Code::NotFound);
}

#[test]
fn the_overview_counts_and_names_who_lost_their_mentor() {
    let mut work = Work::new();
    let overview = mentoring::overview(&work).unwrap();
    assert_eq!((overview.running, overview.silent, overview.orphans, overview.without_pair), (3, 3, 0, 2));
    work.log(0, day(2026, 3, 1), "Isu");
    mentoring::end_pair(&work, work.pairs[1], Ending::MentorLeft, day(2026, 3, 3), "").unwrap();
    mentoring::end_pair(&work, work.pairs[2], Ending::Stopped, day(2026, 3, 1), "").unwrap();
    let overview = mentoring::overview(&work).unwrap();
    assert_eq!((overview.running, overview.silent, overview.orphans), (1, 0, 2));
    let orphans = mentoring::orphans(&work).unwrap();
    let named: Vec<(EnrolmentId, NaiveDate)> = orphans.iter().map(|row| (row.enrolment, row.since)).collect();
    assert_eq!(named, [(work.places[2], day(2026, 3, 1)), (work.places[1], day(2026, 3, 3))]);
    assert_eq!(orphans[0].last_mentor, "Dr. Ratna Wulandari, M.Si.");
    let tasks = office::status(&work).unwrap().tasks;
    assert!(tasks.iter().any(|task| task.text == "2 peserta kehilangan mentor."), "{tasks:?}");
    let (class, place, mentor) = (work.class, work.places[2], work.mentors[1]);
    let newer =
        work.office.write(|tx| store::mentoring::pair::insert(tx, class, place, mentor, day(2026, 3, 2), None, ""));
    assert_eq!(mentoring::orphans(&work).unwrap().len(), 1, "a new pair ends it");
    mentoring::end_pair(&work, newer, Ending::Finished, day(2026, 3, 8), "").unwrap();
    assert_eq!(mentoring::orphans(&work).unwrap().len(), 1, "the last pair counts, and it ended as planned");
    assert_eq!(mentoring::overview(&work).unwrap().finished_year, 1);
    classes::withdraw(&work, work.places[1], "Sakit").unwrap();
    assert_eq!(mentoring::orphans(&work).unwrap(), [], "who left the class needs no mentor");
}

#[test]
fn both_sides_judge_halfway_and_at_the_end() {
    let work = Work::new();
    let entry = |stage, side, score: &str| JudgementEntry {
        pair: work.pairs[0],
        stage,
        side,
        date: today(),
        score: score.to_owned(),
        note: " Tekun. ".to_owned(),
    };
    let save = |stage, side, score| mentoring::save_judgement(&work, entry(stage, side, score));
    assert_eq!(mentoring::overview(&work).unwrap().judgements_due, 3, "the class is over and nobody has judged");
    for (stage, side) in [
        (JudgementStage::Final, Side::Mentor),
        (JudgementStage::Mid, Side::Mentor),
        (JudgementStage::Mid, Side::Mentee),
        (JudgementStage::Final, Side::Mentee),
    ] {
        save(stage, side, "82,5").unwrap();
    }
    assert_eq!(mentoring::overview(&work).unwrap().judgements_due, 2);
    save(JudgementStage::Mid, Side::Mentor, "90").unwrap();
    let found = work.pair(0).judgements;
    let scores: Vec<(JudgementStage, Side, String)> =
        found.iter().map(|one| (one.stage, one.side, one.score.local())).collect();
    assert_eq!(
        scores,
        [
            (JudgementStage::Mid, Side::Mentee, "82,50".to_owned()),
            (JudgementStage::Mid, Side::Mentor, "90,00".to_owned()),
            (JudgementStage::Final, Side::Mentee, "82,50".to_owned()),
            (JudgementStage::Final, Side::Mentor, "82,50".to_owned()),
        ]
    );
    assert_eq!(found[0].note, "Tekun.");
    save(JudgementStage::Mid, Side::Mentor, " ").unwrap();
    assert_eq!(work.pair(0).judgements.len(), 3, "no score takes it away");
    assert_eq!(refusal(save(JudgementStage::Mid, Side::Mentor, "101")).fields[0].field, "score");
    let early = JudgementEntry { date: day(2026, 1, 4), ..entry(JudgementStage::Mid, Side::Mentor, "90") };
    assert_eq!(refusal(mentoring::save_judgement(&work, early)).fields[0].field, "date");
}

fn pages(pdf: &[u8]) -> usize {
    assert!(pdf.starts_with(b"%PDF-"), "a PDF");
    let mark = b"<</Type/Page/Parent";
    pdf.windows(mark.len()).filter(|window| window == mark).count()
}

#[test]
fn every_paper_is_drawn_or_says_what_is_missing() {
    let work = Work::new();
    work.log(0, day(2026, 2, 3), "Isu");
    let (class, pair) = (work.class, work.pairs[0]);
    let draw = |report: &MentoringReport| mentoring::report_pdf(&work, report);
    assert_eq!(pages(&draw(&MentoringReport::LogForm { pair }).unwrap()), 1);
    assert_eq!(pages(&draw(&MentoringReport::Log { pair }).unwrap()), 1);
    assert_eq!(pages(&draw(&MentoringReport::Pairs { class }).unwrap()), 1);
    assert_eq!(pages(&draw(&MentoringReport::Load).unwrap()), 1);
    let options = LetterOptions { number: String::new(), date: day(2026, 1, 5) };
    let letters = MentoringReport::Letters { class, options };
    let nobody = refusal(draw(&letters));
    assert_eq!(nobody.code, Code::NotAllowed);
    assert!(nobody.message.contains("penandatangan") && nobody.message.contains("5 Januari 2026"));
    let signatory = Signatory {
        name: "Ir. Bambang Wijaya, M.Si.".to_owned(),
        nip: String::new(),
        position: "Kepala Badan".to_owned(),
        rank: "Pembina Utama Muda".to_owned(),
    };
    let dated = DatedSignatory { id: None, signatory, valid_from: day(2025, 1, 1), valid_to: None };
    office::save_signatory(&work, dated).unwrap();
    assert_eq!(pages(&draw(&letters).unwrap()), 2, "one letter for each mentor");
    assert_eq!(
        mentoring::report_name(&work, &letters).unwrap(),
        "Surat Penugasan Mentor Pelayanan Publik Digital Angkatan III.pdf"
    );
    let path = work.office.folder.path().join("beban.pdf");
    mentoring::save_report(&work, &MentoringReport::Load, &path).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), draw(&MentoringReport::Load).unwrap());
    for pair in &work.pairs {
        mentoring::end_pair(&work, *pair, Ending::Finished, today(), "").unwrap();
    }
    assert_eq!(code(draw(&letters)), Code::NotAllowed, "no pair runs");
    assert_eq!(code(draw(&MentoringReport::Pairs { class })), Code::NotAllowed);
}

/// Something that happens to the log of one person with two pairs.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Log(usize, u64, bool),
    Move(usize, u64),
    Sign(usize),
    Delete(usize),
    Undo,
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    // Days after 5 January: four months, often the same day.
    let log = || {
        (0..2_usize, 0..60_u64, prop::bool::weighted(0.8)).prop_map(|(pair, on, signed)| Entry::Log(pair, on, signed))
    };
    let one = prop_oneof![
        4 => log(),
        1 => (0..20_usize, 0..60_u64).prop_map(|(at, on)| Entry::Move(at, on)),
        1 => (0..20_usize).prop_map(Entry::Sign),
        1 => (0..20_usize).prop_map(Entry::Delete),
        1 => Just(Entry::Undo),
    ];
    prop::collection::vec(one, 1..18)
}

/// JP by meeting, counted afresh: of the signed meetings of a month in order of day and id the first two earn 2 each.
fn by_hand(log: &[Meeting]) -> BTreeMap<MeetingId, u32> {
    let mut signed: Vec<(NaiveDate, MeetingId)> = log
        .iter()
        .filter(|meeting| meeting.confirmed_mentor && meeting.confirmed_mentee)
        .map(|meeting| (meeting.date, meeting.id.unwrap()))
        .collect();
    signed.sort();
    let months: BTreeSet<(i32, u32)> = signed.iter().map(|(date, _)| (date.year(), date.month())).collect();
    let mut jp = BTreeMap::new();
    for month in months {
        let own = signed.iter().filter(|(date, _)| (date.year(), date.month()) == month);
        jp.extend(own.enumerate().map(|(place, (_, id))| (*id, if place < 2 { 2 } else { 0 })));
    }
    jp
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    /// Whatever is entered, in whatever order, the ledger says what counting the log afresh says.
    #[test]
    fn the_ledger_follows_the_log(entries in entries()) {
        let mut work = Work::new();
        // The second pair of the person began when the first ended: both lie within the time of the log.
        let (class, place, mentor) = (work.class, work.places[0], work.mentors[1]);
        mentoring::end_pair(&work, work.pairs[0], Ending::Moved, today(), "").unwrap();
        work.pairs[1] = work
            .office
            .write(|tx| store::mentoring::pair::insert(tx, class, place, mentor, day(2026, 1, 5), None, ""));
        let log = |work: &Work| -> Vec<Meeting> {
            [0, 1].iter().flat_map(|at| work.pair(*at).meetings).map(|row| row.meeting).collect()
        };
        let on = |number: u64| day(2026, 1, 5) + chrono::Days::new(number);
        for (number, entry) in entries.into_iter().enumerate() {
            let known = log(&work);
            let at = |at: usize| (!known.is_empty()).then(|| known[at % known.len()].clone());
            match entry {
                Entry::Log(pair, date, signed) => {
                    let topic = format!("Topik {number}");
                    let new = Meeting { confirmed_mentee: signed, ..meeting(work.pairs[pair], on(date), &topic) };
                    mentoring::save_meeting(&work, new).unwrap();
                }
                Entry::Move(which, date) => if let Some(one) = at(which) {
                    mentoring::save_meeting(&work, Meeting { date: on(date), ..one }).unwrap();
                },
                Entry::Sign(which) => if let Some(one) = at(which) {
                    mentoring::save_meeting(&work, Meeting { confirmed_mentee: true, ..one }).unwrap();
                },
                Entry::Delete(which) => if let Some(one) = at(which) {
                    mentoring::delete_meeting(&work, one.id.unwrap()).unwrap();
                },
                Entry::Undo => if !known.is_empty() {
                    safety::undo(&work, None).unwrap();
                },
            }
        }
        let meetings = log(&work);
        let hand = by_hand(&meetings);
        let shown: BTreeMap<MeetingId, u32> = [0, 1]
            .iter()
            .flat_map(|at| work.pair(*at).meetings)
            .filter(|row| row.meeting.confirmed_mentor && row.meeting.confirmed_mentee)
            .map(|row| (row.meeting.id.unwrap(), row.jp))
            .collect();
        prop_assert_eq!(&shown, &hand);
        let mut in_ledger: Vec<(NaiveDate, u32)> = work.jp(0);
        in_ledger.sort_unstable();
        let mut expected: Vec<(NaiveDate, u32)> = meetings
            .iter()
            .filter_map(|meeting| Some((meeting.date, *hand.get(&meeting.id?)?)))
            .collect();
        expected.sort_unstable();
        prop_assert_eq!(in_ledger, expected);
    }
}

/// 5,000 pairs of 50 classes with 500 mentors and 15,000 meetings.
#[test]
#[ignore = "measures; only of use in a release build"]
#[allow(clippy::print_stderr, reason = "a measurement is read by a person")]
fn every_list_of_the_room_opens_within_100_ms_at_5000_pairs() {
    let mut office = Office::new();
    let programme = office.programme();
    let classes: Vec<ClassId> = (0..50)
        .map(|number| {
            let mut class = classes::draft(&office, programme).unwrap();
            (class.name, class.place) = (format!("Angkatan {number}"), "Aula".to_owned());
            (class.starts, class.ends) = (day(2026, 1, 5), day(2026, 6, 30));
            classes::save(&office, class).unwrap().value
        })
        .collect();
    let pairs = office.write(|tx| {
        let mut mentors = Vec::new();
        for number in 0..500 {
            mentors.push(store::mentoring::mentor::save(tx, &mentor(None, &format!("Mentor {number}")))?);
        }
        let mut pairs = Vec::new();
        for number in 0..5_000_usize {
            let mut person = app::people::blank();
            person.name = format!("Pegawai {} {}", ["Ayu", "Bagus", "Citra", "Dewi"][number % 4], number);
            person.nips.clear();
            let person = store::people::insert(tx, &person)?;
            let class = classes[number % 50];
            let place = store::classes::enrolment::add(tx, class, person, Role::Peserta)?.unwrap();
            let mentor = mentors[number % 500];
            let pair = store::mentoring::pair::insert(tx, class, place, mentor, day(2026, 1, 5), Some(5_000), "Cocok")?;
            for at in 0..3_u64 {
                let date = day(2026, 1, 6) + chrono::Days::new(at * 9 + u64::try_from(number % 40).unwrap());
                store::mentoring::meeting::insert(tx, &meeting(pair, date, &format!("Topik {at}")))?;
            }
            pairs.push(pair);
        }
        Ok(pairs)
    });
    let mut table = office::rules(&office).unwrap().jp_conversion;
    table.iter_mut().for_each(|rate| rate.times_a_month = None);
    office::save_rule(&office, Rule::JpConversion(table), Some(day(2026, 1, 1))).unwrap();
    let time = |what: &str, work: &dyn Fn()| {
        work();
        let start = std::time::Instant::now();
        work();
        let took = start.elapsed();
        eprintln!("{what}: {took:?} (aim 100 ms)");
        assert!(took.as_millis() < 100, "{what}: {took:?}");
    };
    let list = |query: PairQuery| mentoring::pairs(&office, PairQuery { limit: 100, ..query }).unwrap();
    time("first 100 pairs", &|| assert_eq!(list(PairQuery::default()).total, 5_000));
    time("last pairs", &|| assert_eq!(list(PairQuery { offset: 4_900, ..PairQuery::default() }).rows.len(), 100));
    let silent = PairQuery { state: Some(PairState::Silent), ..PairQuery::default() };
    time("silent pairs", &|| assert!(list(silent.clone()).total > 100));
    let found = PairQuery { text: "citra mentor 42".to_owned(), ..PairQuery::default() };
    time("pairs found by parts", &|| assert!(list(found.clone()).total > 0));
    let class = PairQuery { class: Some(classes[0]), ..PairQuery::default() };
    time("pairs of a class", &|| assert_eq!(list(class.clone()).total, 100));
    time("one pair", &|| assert_eq!(mentoring::pair(&office, pairs[17]).unwrap().row.jp, 6));
    time("overview", &|| assert_eq!(mentoring::overview(&office).unwrap().running, 5_000));
    time("who lost their mentor", &|| drop(mentoring::orphans(&office).unwrap()));
    time("home", &|| drop(office::status(&office).unwrap()));
}
