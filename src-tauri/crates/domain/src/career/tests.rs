//! JP of meetings, against counting by hand.

use super::*;
use crate::office::rules::shipped_table;
use proptest::prelude::*;
use uuid::Uuid;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1)
        .and_then(|first| first.checked_add_days(chrono::Days::new(number.into())))
        .unwrap()
}

fn shipped_conversion() -> Vec<JpRate> {
    shipped_table("jp_conversion").unwrap()
}

fn mentoring() -> JpRate {
    rate(&shipped_conversion(), MENTORING, JpScope::National).unwrap().clone()
}

fn meeting(id: u128, date: NaiveDate, mentor: bool, mentee: bool) -> MeetingFact {
    MeetingFact { id: Uuid::from_u128(id).into(), date, confirmed_mentor: mentor, confirmed_mentee: mentee }
}

/// Unordered meetings of a few months, several on one day, each with an id of its own.
fn meetings() -> impl Strategy<Value = Vec<MeetingFact>> {
    let one = (any::<u64>(), 0..120_u32, any::<bool>(), prop::bool::weighted(0.8));
    prop::collection::vec(one, 0..40).prop_map(|all| {
        let mut seen = BTreeSet::new();
        let own = all.into_iter().filter(|(id, ..)| seen.insert(*id));
        own.map(|(id, date, mentor, mentee)| meeting(id.into(), day(date), mentor || mentee, mentee)).collect()
    })
}

/// For each meeting how many signed ones of its month stand before it, counted afresh.
fn by_hand(meetings: &[MeetingFact], rate: &JpRate) -> BTreeMap<MeetingId, u32> {
    let signed = |meeting: &MeetingFact| meeting.confirmed_mentor && meeting.confirmed_mentee;
    let month = |meeting: &MeetingFact| meeting.date.format("%Y-%m").to_string();
    let jp = |own: &MeetingFact| {
        let earlier = meetings
            .iter()
            .filter(|other| signed(other) && month(other) == month(own) && (other.date, other.id) < (own.date, own.id));
        let place = u32::try_from(earlier.count()).unwrap();
        let counts = signed(own) && rate.times_a_month.is_none_or(|most| place < most);
        if counts { rate.value } else { 0 }
    };
    meetings.iter().map(|meeting| (meeting.id, jp(meeting))).collect()
}

#[test]
fn two_meetings_of_two_jp_a_month_count_and_the_third_says_why_not() {
    let rate = mentoring();
    assert_eq!((rate.value, rate.times_a_month), (2, Some(2)));
    let log = [
        meeting(4, day(25), true, true),
        meeting(1, day(3), true, true),
        meeting(2, day(9), true, false),
        meeting(3, day(15), true, true),
        meeting(5, day(40), true, true),
    ];
    let credits = credit(&log, |_| Some(&rate));
    let jp: Vec<(bool, u32)> = credits.iter().map(|credit| (credit.counts, credit.jp)).collect();
    assert_eq!(jp, [(true, 2), (false, 0), (true, 2), (true, 0), (true, 2)], "the fifth is of the next month");
    assert_eq!(credits[1].note, "Belum diparaf peserta, jadi belum dihitung.");
    assert_eq!(credits[3].note, "Sudah 2 pertemuan bulan ini; yang dihitung paling banyak 2 sebulan.");
    assert_eq!([0, 2, 4].map(|at| credits[at].note.as_str()), ["", "", ""]);
}

#[test]
fn a_cap_of_the_day_leaves_what_is_left_of_it() {
    let rate = JpRate { most_a_day: Some(3), times_a_month: None, ..mentoring() };
    let log = [1, 2, 3].map(|id| meeting(id, day(4), true, true));
    let credits = credit(&log, |_| Some(&rate));
    assert_eq!(credits.iter().map(|credit| credit.jp).collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(credits[0].note, "");
    assert_eq!(credits[1].note, "Yang dihitung paling banyak 3 JP sehari.");
}

#[test]
fn what_is_added_is_rounded_once() {
    let rate = |value, extra_percent| JpRate { value, extra_percent, ..mentoring() }.once();
    assert_eq!((rate(1, 20), rate(5, 10), rate(2, 20), rate(10, 20)), (1, 6, 2, 12));
}

#[test]
fn the_shipped_table_has_every_form_of_the_circular_and_its_caps() {
    let table = shipped_conversion();
    for (form, scope, basis, value, day, month) in [
        (STUDY, JpScope::National, JpBasis::PerSemester, 20, None, None),
        ("KL06", JpScope::International, JpBasis::PerDay, 6, None, None),
        ("KL07", JpScope::National, JpBasis::PerDay, 5, None, None),
        ("NKL01", JpScope::National, JpBasis::PerMeeting, 2, None, Some(2)),
        ("NKL03", JpScope::International, JpBasis::PerJp, 1, Some(4), None),
        ("NKL05", JpScope::National, JpBasis::PerTime, 20, None, None),
        ("NKL07", JpScope::International, JpBasis::PerTime, 20, None, None),
        ("NKL09", JpScope::National, JpBasis::PerJp, 1, Some(2), None),
    ] {
        let found = rate(&table, form, scope).unwrap_or_else(|| panic!("{form} is there"));
        let caps = (found.most_a_day, found.times_a_month);
        assert_eq!((found.basis, found.value, caps), (basis, value, (day, month)), "{form}");
    }
    assert!(rate(&table, "KL01", JpScope::International).is_none(), "the circular leaves it out");
}

#[test]
fn every_wrong_cell_of_the_table_is_named() {
    let right = mentoring();
    let wrong = vec![
        JpRate { basis: JpBasis::PerDay, ..right.clone() },
        JpRate { value: 0, times_a_month: Some(0), ..right.clone() },
        JpRate { form: "XX".to_owned(), extra_percent: 101, most_a_day: Some(25), ..right },
    ];
    let fields = checked(wrong).unwrap_err().fields;
    let fields: Vec<&str> = fields.iter().map(|refused| refused.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "rates.0.basis",
            "rates.1.form",
            "rates.1.value",
            "rates.1.times_a_month",
            "rates.2.form",
            "rates.2.extra_percent",
            "rates.2.most_a_day"
        ]
    );
    assert!(checked(Vec::new()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn jp_of_a_month_never_exceed_the_cap_and_equal_counting_by_hand(
        log in meetings(),
        value in 1..9_u32,
        most in prop::option::of(1..5_u32),
    ) {
        let rate = JpRate { value, times_a_month: most, ..mentoring() };
        let credits = credit(&log, |_| Some(&rate));
        prop_assert_eq!(credits.len(), log.len());
        let mut months: BTreeMap<(i32, u32), u32> = BTreeMap::new();
        for one in &credits {
            *months.entry((one.date.year(), one.date.month())).or_default() += one.jp;
            prop_assert_eq!(one.jp < value, !one.note.is_empty(), "less than the value says why");
        }
        if let Some(most) = most {
            prop_assert!(months.values().all(|jp| *jp <= most * value));
        }
        let found: BTreeMap<MeetingId, u32> = credits.into_iter().map(|one| (one.meeting, one.jp)).collect();
        prop_assert_eq!(found, by_hand(&log, &rate));
    }

    #[test]
    fn the_order_of_entry_does_not_matter_and_deleting_restores(
        log in meetings().prop_shuffle(),
        extra in (0..120_u32, any::<prop::sample::Index>()),
    ) {
        let rate = mentoring();
        let before = credit(&log, |_| Some(&rate));
        let mut sorted = log.clone();
        sorted.sort_by_key(|meeting| meeting.id);
        prop_assert_eq!(&before, &credit(&sorted, |_| Some(&rate)));
        let mut more = log.clone();
        more.insert(extra.1.index(log.len() + 1), meeting(u128::MAX, day(extra.0), true, true));
        let with = credit(&more, |_| Some(&rate));
        prop_assert_eq!(with.len(), before.len() + 1);
        more.retain(|meeting| meeting.id != MeetingId::from(Uuid::from_u128(u128::MAX)));
        prop_assert_eq!(before, credit(&more, |_| Some(&rate)));
    }
}
