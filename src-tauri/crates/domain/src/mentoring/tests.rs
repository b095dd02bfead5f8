//! Rules and criteria by example: every rule on and off, every criterion with its exact points.

use super::criteria::{self, points_of, sentence};
use super::facts::{Card, MenteeFacts, MentorFacts, Past, Span, Words, joined};
use super::mentee::{Mentee, Need, Side, Wish, leads_unit};
use super::mentor::{Expertise, Mentor, Period};
use super::rules::{HardRule, broken};
use super::settings::{Criterion, HardRules, MentoringSettings, SuperiorRule, UnitRule, Weights};
use super::{assignment::Places, readiness};
use crate::ids::{EnrolmentId, MentorId, PersonId};
use chrono::NaiveDate;
use uuid::Uuid;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const SPAN: (u32, u32, u32, u32) = (3, 2, 6, 30);

fn span() -> Span {
    Span { starts: day(SPAN.0, SPAN.1), ends: day(SPAN.2, SPAN.3) }
}

fn card(person: u128, rank: &str, unit: &str) -> Card {
    Card {
        person: Some(PersonId::from(id(person))),
        name: format!("Orang {person}"),
        rank: rank.to_owned(),
        unit: unit.to_owned(),
        ..Card::default()
    }
}

fn mentor_form() -> Mentor {
    let field = |field: &str, level| Expertise { id: None, field: field.to_owned(), level, evidence: String::new() };
    Mentor {
        id: None,
        person: Some(PersonId::from(id(1))),
        name: String::new(),
        nip: String::new(),
        rank: String::new(),
        position: String::new(),
        organisation: String::new(),
        place: String::new(),
        languages: "Bahasa Isyarat, Inggris".to_owned(),
        fewest: 1,
        most: 4,
        penalty_until: None,
        active: true,
        note: String::new(),
        fields: vec![field("Pengadaan barang/jasa", 5), field("Hukum kontrak", 3)],
        periods: Vec::new(),
    }
}

/// A mentor of rank IV/a and a participant of rank III/b in another office, with the words of both.
struct Two {
    words: Words,
    mentor: MentorFacts,
    mentee: MenteeFacts,
}

const MENTOR: u128 = 100;

fn two(change: impl FnOnce(&mut Mentor, &mut Mentee, &mut Card, &mut Card)) -> Two {
    two_in("", change)
}

fn two_in(field: &str, change: impl FnOnce(&mut Mentor, &mut Mentee, &mut Card, &mut Card)) -> Two {
    let mut words = Words::default();
    let (mut form, mut data) = (mentor_form(), Mentee::blank(EnrolmentId::from(id(50))));
    let (mut own, mut other) = (card(1, "IV/a", "DINAS A - BIDANG X"), card(2, "III/b", "DINAS B"));
    change(&mut form, &mut data, &mut own, &mut other);
    let mentor = MentorFacts::new(MentorId::from(id(MENTOR)), &form, own, &mut words);
    let mentee = MenteeFacts::new(&data, other, field, &mut words);
    Two { words, mentor, mentee }
}

fn need(field: &str, required: u8, current: u8) -> Need {
    Need { id: None, field: field.to_owned(), required, current }
}

impl Two {
    fn points(&self, criterion: Criterion) -> u8 {
        points_of(criterion, &self.mentee, &self.mentor)
    }

    fn told(&self, criterion: Criterion) -> String {
        sentence(criterion, &self.mentee, &self.mentor, &self.words)
    }

    fn broken(&self, rules: HardRules) -> Vec<HardRule> {
        broken(&rules.on(), &self.mentee, &self.mentor, span())
    }
}

fn off() -> HardRules {
    HardRules {
        not_self: false,
        superior: SuperiorRule::Any,
        rank_not_below: false,
        active: false,
        no_penalty: false,
        not_examiner: false,
        unit: UnitRule::Any,
        period: false,
        languages: false,
        avoidance: false,
    }
}

#[test]
fn t39_every_rule_forbids_when_on_and_nothing_when_off() {
    let one = Some(PersonId::from(id(1)));
    let wish = |side| vec![Wish { mentor: MentorId::from(id(MENTOR)), side, ord: 0 }];
    let period = |starts, ends| vec![Period { id: None, starts, ends }];
    let cases: Vec<(HardRule, HardRules, Two)> = vec![
        (HardRule::NotSelf, HardRules { not_self: true, ..off() }, two(|_, _, _, other| other.person = one)),
        (
            HardRule::NotSuperior,
            HardRules { superior: SuperiorRule::Forbidden, ..off() },
            two(|_, mentee, _, _| mentee.superior = one),
        ),
        (HardRule::OnlySuperior, HardRules { superior: SuperiorRule::Required, ..off() }, two(|_, _, _, _| {})),
        (
            HardRule::RankNotBelow,
            HardRules { rank_not_below: true, ..off() },
            two(|_, _, own, _| own.rank = "III/a".to_owned()),
        ),
        (HardRule::Active, HardRules { active: true, ..off() }, two(|mentor, _, _, _| mentor.active = false)),
        (
            HardRule::NoPenalty,
            HardRules { no_penalty: true, ..off() },
            two(|mentor, _, _, _| mentor.penalty_until = Some(day(3, 2))),
        ),
        (
            HardRule::NotExaminer,
            HardRules { not_examiner: true, ..off() },
            two(|_, mentee, _, _| mentee.examiner = one),
        ),
        (
            HardRule::OtherUnit,
            HardRules { unit: UnitRule::OtherUnit, ..off() },
            two(|_, _, own, other| other.unit = own.unit.to_lowercase()),
        ),
        (HardRule::SameUnit, HardRules { unit: UnitRule::SameUnit, ..off() }, two(|_, _, _, _| {})),
        (
            HardRule::Period,
            HardRules { period: true, ..off() },
            two(|mentor, _, _, _| mentor.periods = period(day(3, 3), day(12, 31))),
        ),
        (
            HardRule::Languages,
            HardRules { languages: true, ..off() },
            two(|_, mentee, _, _| mentee.languages = "inggris, Jawa".to_owned()),
        ),
        (
            HardRule::Avoidance,
            HardRules { avoidance: true, ..off() },
            two(|_, mentee, _, _| mentee.wishes = wish(Side::Mentor)),
        ),
    ];
    for (rule, rules, two) in &cases {
        assert_eq!(two.broken(*rules), [*rule], "{rule:?} is on");
        assert_eq!(two.broken(off()), [], "{rule:?} is off");
        let sentence = rule.sentence(&two.mentee, &two.mentor, span());
        assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
    }
    let all_kept = two(|_, mentee, _, _| mentee.languages = "BAHASA  isyarat".to_owned());
    assert_eq!(all_kept.broken(HardRules { languages: true, ..MentoringSettings::default().rules }), []);
}

#[test]
fn t39_the_bounds_of_the_rules() {
    let rank = |own: &str, other: &str| {
        let (own_rank, other_rank) = (own.to_owned(), other.to_owned());
        let two = two(|_, _, own, other| (own.rank, other.rank) = (own_rank, other_rank));
        two.broken(HardRules { rank_not_below: true, ..off() }).is_empty()
    };
    assert!(rank("III/b", "III/b"), "the same rank is not below");
    assert!(!rank("III/a", "III/b"));
    assert!(rank("", "III/b") && rank("III/a", ""), "an unknown rank breaks nothing");
    assert!(rank("III/b", "X") && !rank("III/a", "X"), "golongan X stands beside III/b");
    let penalty = |until| {
        let two = two(|mentor, _, _, _| mentor.penalty_until = Some(until));
        two.broken(HardRules { no_penalty: true, ..off() }).is_empty()
    };
    assert!(penalty(day(3, 1)) && !penalty(day(3, 2)));
    let superior = two(|_, mentee, _, _| mentee.superior = Some(PersonId::from(id(1))));
    assert_eq!(superior.broken(HardRules { superior: SuperiorRule::Required, ..off() }), []);
    let periods = |list: &[(NaiveDate, NaiveDate)]| {
        let list = list.iter().map(|(starts, ends)| Period { id: None, starts: *starts, ends: *ends }).collect();
        two(|mentor, _, _, _| mentor.periods = list).broken(HardRules { period: true, ..off() }).is_empty()
    };
    assert!(periods(&[(day(3, 2), day(6, 30))]));
    assert!(periods(&[(day(5, 1), day(7, 1)), (day(1, 1), day(4, 30))]), "periods that touch are one");
    assert!(!periods(&[(day(1, 1), day(4, 29)), (day(5, 1), day(7, 1))]), "a day is missing");
    assert_eq!(joined(&[]), []);
}

#[test]
fn field_and_strength_look_at_the_needs() {
    let known = two(|_, mentee, _, _| {
        mentee.needs =
            vec![need("pengadaan  Barang/Jasa", 4, 1), need("Hukum Kontrak", 4, 2), need("Komunikasi", 3, 0)];
    });
    assert_eq!(known.points(Criterion::Field), 67, "two of three, half away");
    assert_eq!(
        known.told(Criterion::Field),
        "menguasai 2 dari 3 bidang yang dibutuhkan (Pengadaan barang/jasa, Hukum kontrak)"
    );
    // Gaps 3, 2 and 3; covered 3 (level 5 over 1, but no more than the gap), 1 (level 3 over 2) and 0.
    assert_eq!(known.points(Criterion::Strength), 50);
    assert_eq!(known.told(Criterion::Strength), "menutup 4 dari 8 tingkat kesenjangan");

    let no_gap = two(|_, mentee, _, _| mentee.needs = vec![need("Hukum kontrak", 2, 3)]);
    assert_eq!((no_gap.points(Criterion::Field), no_gap.points(Criterion::Strength)), (100, 100));
    let stranger = two(|_, mentee, _, _| mentee.needs = vec![need("Komunikasi", 2, 3)]);
    assert_eq!((stranger.points(Criterion::Field), stranger.points(Criterion::Strength)), (0, 0));

    let programme = two_in("HUKUM KONTRAK", |_, _, _, _| {});
    assert_eq!((programme.points(Criterion::Field), programme.points(Criterion::Strength)), (100, 100));
    assert!(!programme.mentee.own_needs);
    let nothing = two(|_, _, _, _| {});
    assert_eq!((nothing.points(Criterion::Field), nothing.points(Criterion::Strength)), (0, 0));
    assert_eq!(nothing.told(Criterion::Field), "bidang yang dibutuhkan belum diisi");
}

#[test]
fn seniority_is_best_two_to_four_steps_above() {
    for (own, other, points) in [
        ("III/b", "III/b", 60),
        ("III/c", "III/b", 80),
        ("III/d", "III/b", 100),
        ("IV/b", "III/b", 100),
        ("IV/c", "III/b", 80),
        ("III/a", "III/b", 40),
        ("I/a", "IV/e", 0),
        ("IV/e", "I/a", 0),
        ("IV/a", "IX", 100),
        ("", "III/b", 50),
        ("IV/a", "", 50),
    ] {
        let (own_rank, other_rank) = (own.to_owned(), other.to_owned());
        let two = two(|_, _, own, other| (own.rank, other.rank) = (own_rank, other_rank));
        assert_eq!(two.points(Criterion::Seniority), points, "{own} over {other}");
        assert!(!two.told(Criterion::Seniority).is_empty());
    }
}

#[test]
fn distance_takes_the_highest_that_applies() {
    for (unit, place, points) in [
        ("Dinas A - Bidang X", "", 100),
        ("DINAS A - BIDANG Y", "Muara Tenang", 70),
        ("DINAS A", "", 70),
        ("DINAS B", "muara  tenang", 50),
        ("DINAS B", "Bukit Damai", 0),
        ("", "", 0),
    ] {
        let two = two(|mentor, mentee, _, other| {
            mentor.place = "Muara Tenang".to_owned();
            (other.unit, mentee.place) = (unit.to_owned(), place.to_owned());
        });
        assert_eq!(two.points(Criterion::Distance), points, "{unit}, {place}");
    }
}

#[test]
fn load_counts_what_runs_in_other_classes() {
    for (most, elsewhere, points, left) in [(4, 0, 100, 4), (4, 1, 75, 3), (3, 1, 67, 2), (4, 5, 0, 0), (0, 0, 0, 0)] {
        let mut two = two(|mentor, _, _, _| (mentor.fewest, mentor.most) = (0, most));
        two.mentor.elsewhere = elsewhere;
        assert_eq!(two.points(Criterion::Load), points, "{elsewhere} of {most}");
        assert_eq!(two.mentor.places(), Places { min: 0, max: left });
    }
}

#[test]
fn wishes_of_both_sides_add_up() {
    for (mentee, mentor, points) in [
        (None, None, 30),
        (Some(1), None, 65),
        (Some(1), Some(1), 100),
        (Some(2), Some(3), 70),
        (Some(4), Some(9), 40),
        (Some(0), Some(1), 50),
        (Some(0), Some(0), 0),
    ] {
        let wish = |side, ord: Option<u8>| ord.map(|ord| Wish { mentor: MentorId::from(id(MENTOR)), side, ord });
        let two = two(|_, data, _, _| {
            data.wishes = [wish(Side::Mentee, mentee), wish(Side::Mentor, mentor)].into_iter().flatten().collect();
        });
        assert_eq!(two.points(Criterion::Preference), points, "{mentee:?} and {mentor:?}");
    }
}

#[test]
fn record_looks_at_these_two_first() {
    let past = |finished, stopped| Past { finished, stopped };
    for (together, all, points) in [
        (past(0, 0), past(0, 0), 50),
        (past(1, 0), past(1, 9), 100),
        (past(1, 1), past(1, 1), 100),
        (past(0, 1), past(9, 1), 0),
        (past(0, 0), past(3, 1), 75),
        (past(0, 0), past(1, 3), 25),
        (past(0, 0), past(2, 1), 67),
        (past(0, 0), past(0, 5), 0),
    ] {
        let mut two = two(|_, _, _, _| {});
        two.mentee.past = vec![(MentorId::from(id(MENTOR)), together)];
        two.mentor.past = all;
        assert_eq!(two.points(Criterion::Record), points, "{together:?} of {all:?}");
    }
    let mut two = two(|_, _, _, _| {});
    assert_eq!(two.points(Criterion::Priority), 0);
    two.mentee.left_out = true;
    assert_eq!(two.points(Criterion::Priority), 100);
}

#[test]
fn the_score_is_the_sum_of_weight_times_points_and_the_reason_tells_the_best_of_it() {
    let mut two = two(|_, mentee, _, _| mentee.needs = vec![need("Hukum kontrak", 4, 1)]);
    two.mentor.elsewhere = 1;
    let weights = MentoringSettings::default().weights;
    // Field 100 x 40, strength 67 x 25, seniority 100 x 15, distance 0, load 75 x 10, preference 30 x 10, record 50 x 5.
    assert_eq!(criteria::score(&weights, &two.mentee, &two.mentor), 4000 + 1675 + 1500 + 750 + 300 + 250);
    let reason = criteria::reason(&weights, &two.mentee, &two.mentor, &two.words);
    assert_eq!(
        reason,
        "Nilai 84,75 dari 120,00: menguasai bidang yang dibutuhkan (Hukum kontrak); menutup 2 dari 3 tingkat \
         kesenjangan; golongan IV/a 3 tingkat di atas peserta (III/b)."
    );
    let none = Weights { field: 0, strength: 0, seniority: 0, distance: 1, load: 0, ..weights };
    let none = Weights { preference: 0, record: 0, priority: 0, ..none };
    assert_eq!(criteria::reason(&none, &two.mentee, &two.mentor, &two.words), "Nilai 0,00 dari 1,00.");
}

#[test]
fn readiness_names_what_is_missing() {
    let settings = MentoringSettings::default();
    let mut bare = two(|mentor, _, own, other| {
        mentor.fields.clear();
        mentor.most = 0;
        mentor.fewest = 0;
        (own.rank, other.rank) = (String::new(), String::new());
    });
    let mentor = readiness::mentor(&bare.mentor, &settings, span());
    assert_eq!(mentor.len(), 3, "{mentor:?}");
    let mentee = readiness::mentee(&bare.mentee, &settings, true);
    assert_eq!(mentee.len(), 4, "{mentee:?}");
    assert_eq!(readiness::mentee(&bare.mentee, &settings, false).len(), 3, "nobody in the class has an examiner");
    bare.mentor.most = 2;
    bare.mentor.elsewhere = 2;
    let full = readiness::mentor(&bare.mentor, &settings, span());
    assert!(full.contains(&"Semua tempatnya (2) sudah terisi di kelas lain.".to_owned()), "{full:?}");
    let ready = two(|_, mentee, _, _| {
        mentee.superior = Some(PersonId::from(id(9)));
        mentee.needs = vec![need("Hukum kontrak", 4, 1)];
    });
    assert_eq!(readiness::mentor(&ready.mentor, &settings, span()), [""; 0]);
    assert_eq!(readiness::mentee(&ready.mentee, &settings, false), [""; 0]);
}

#[test]
fn forms_are_refused_by_field() {
    let fields =
        |refusal: crate::refusal::Refusal| refusal.fields.into_iter().map(|field| field.field).collect::<Vec<_>>();
    let mut form = mentor_form();
    form.person = None;
    form.nip = "123".to_owned();
    form.rank = "V/z".to_owned();
    (form.fewest, form.most) = (5, 4);
    form.fields[1].field = "pengadaan  BARANG/jasa".to_owned();
    form.fields[0].level = 6;
    form.periods = vec![Period { id: None, starts: day(3, 2), ends: day(3, 1) }];
    let refused = fields(form.checked(day(3, 9)).unwrap_err());
    assert_eq!(refused, ["name", "nip", "rank", "most", "fields.0.level", "fields.1.field", "periods.0.ends"]);
    let mut inside = mentor_form();
    inside.name = "Nama lain".to_owned();
    inside.languages = " Inggris ,, Jawa ".to_owned();
    let inside = inside.checked(day(3, 9)).unwrap();
    assert_eq!((inside.name.as_str(), inside.languages.as_str()), ("", "Inggris, Jawa"));

    let mut data = Mentee::blank(EnrolmentId::from(id(50)));
    data.needs = vec![need("", 0, 6), need("A", 1, 0), need("a", 1, 0)];
    let wish = Wish { mentor: MentorId::from(id(MENTOR)), side: Side::Mentee, ord: 10 };
    data.wishes = vec![wish, wish];
    let refused = fields(data.checked().unwrap_err());
    let expected = ["needs.0.field", "needs.0.required", "needs.0.current", "needs.2.field"];
    assert_eq!(refused[..4], expected);
    assert_eq!(refused[4..], ["wishes.0.ord", "wishes.1.ord", "wishes.1.mentor"]);
}

#[test]
fn heads_are_known_by_their_positions() {
    for head in ["Kepala Bidang Aset", "Plt. Kepala Dinas", "CAMAT Muara Tenang", "Sekretaris", "Pj. Lurah"] {
        assert!(leads_unit(head), "{head}");
    }
    for other in ["Guru Ahli Pertama", "Staf Kepala Dinas", "Pengelola Sekretariat", "", "Plt."] {
        assert!(!leads_unit(other), "{other}");
    }
}
