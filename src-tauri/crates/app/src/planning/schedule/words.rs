//! Days, times and conflicts as the schedule says them.

use super::board::Board;
use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::indonesian;
use domain::planning::conflict::{Conflict, ConflictKind};
use store::planning::schedule::Sitting;

const DAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/// `Senin`.
pub(super) fn weekday(day: NaiveDate) -> &'static str {
    DAYS[day.weekday().num_days_from_monday() as usize]
}

/// `Senin, 2 November 2026`.
pub(super) fn day(day: NaiveDate) -> String {
    format!("{}, {}", weekday(day), indonesian::date(day))
}

/// `08.00`.
pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H.%M").to_string()
}

/// `08.00–12.00`; `sepanjang hari` without times.
pub(super) fn hours(starts: Option<NaiveTime>, ends: Option<NaiveTime>) -> String {
    match (starts, ends) {
        (Some(starts), Some(ends)) => format!("{}–{}", time(starts), time(ends)),
        (Some(_), None) | (None, Some(_)) | (None, None) => "sepanjang hari".to_owned(),
    }
}

/// The programme and the class: `Pelayanan Publik Digital Angkatan III`.
pub(super) fn title(one: &Sitting) -> String {
    format!("{} {}", one.programme_name, one.class_name)
}

/// `Pelayanan Publik Digital Angkatan III (08.00–12.00)`; without times the title alone.
fn side(one: &Sitting) -> String {
    match (one.starts, one.ends) {
        (Some(_), Some(_)) => format!("{} ({})", title(one), hours(one.starts, one.ends)),
        (Some(_), None) | (None, Some(_)) | (None, None) => title(one),
    }
}

/// A conflict as a sentence, with what can be done about it. Its day stands beside it wherever it is shown.
pub(super) fn sentence(board: &Board, conflict: &Conflict, person: &str) -> String {
    let sides: Vec<String> = conflict.sessions.iter().filter_map(|id| board.sitting(*id)).map(side).collect();
    let both = sides.join(" dan ");
    let room = conflict.room.and_then(|id| board.rooms.iter().find(|room| room.id == Some(id)));
    let room = room.map_or("", |room| room.name.as_str());
    let unit = conflict.unit.map(|unit| board.unit_name(unit)).unwrap_or_default();
    let (amount, most) = (conflict.amount.unwrap_or(0), conflict.most.unwrap_or(0));
    let reason = conflict.reason.as_str();
    match conflict.kind {
        ConflictKind::RoomTwice => {
            format!("{room} dipakai dua sesi sekaligus, {both}. Pindahkan salah satunya.")
        }
        ConflictKind::RoomSmall => {
            format!("{room} memuat {most} orang, peserta {both} ada {amount}. Pilih ruang yang lebih besar.")
        }
        ConflictKind::RoomClosed => {
            format!("{room} tidak dapat dipakai ({reason}), dijadwalkan untuk {both}. Pilih ruang lain.")
        }
        ConflictKind::SpeakerTwice => {
            format!("{person} menjadi narasumber di dua sesi sekaligus, {both}. Pindahkan salah satunya.")
        }
        ConflictKind::SpeakerUnavailable => {
            format!("Narasumber {person} berhalangan ({reason}) pada {both}. Ganti narasumber atau harinya.")
        }
        ConflictKind::ClassTwice => format!("Dua sesi satu kelas bersamaan, {both}. Pindahkan salah satunya."),
        ConflictKind::PersonTwice => {
            format!("{person} harus berada di dua tempat sekaligus, {both}. Pindahkan salah satunya.")
        }
        ConflictKind::PersonUnavailable => format!("Peserta {person} berhalangan ({reason}) pada {both}."),
        ConflictKind::UnitOverShare => {
            let counter = board.counter(conflict.limit);
            let whose = if counter.is_empty() { unit } else { format!("{counter}, {unit}") };
            format!("{amount} orang {whose} pergi sekaligus, paling banyak {most}. Sesi: {both}.")
        }
        ConflictKind::UnitBusy => {
            format!("{unit} sedang sibuk ({reason}), {amount} orangnya mengikuti {both}.")
        }
        ConflictKind::Holiday => format!("Hari libur ({reason}), dijadwalkan {both}. Pindahkan harinya."),
        ConflictKind::DayOff => format!("Bukan hari kerja, dijadwalkan {both}."),
        ConflictKind::JpADay => {
            let who = if person.is_empty() { "kelas" } else { person };
            format!("{amount} JP sehari untuk {who}, paling banyak {most}. Sesi: {both}.")
        }
    }
}

/// A kind of conflict in a word or two, for lists and papers.
pub(super) fn kind(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::RoomTwice => "Ruang ganda",
        ConflictKind::RoomSmall => "Ruang terlalu kecil",
        ConflictKind::RoomClosed => "Ruang tidak tersedia",
        ConflictKind::SpeakerTwice => "Narasumber ganda",
        ConflictKind::SpeakerUnavailable => "Narasumber berhalangan",
        ConflictKind::ClassTwice => "Sesi kelas bersamaan",
        ConflictKind::PersonTwice => "Orang di dua tempat",
        ConflictKind::PersonUnavailable => "Peserta berhalangan",
        ConflictKind::UnitOverShare => "Unit melewati batas",
        ConflictKind::UnitBusy => "Unit sibuk",
        ConflictKind::Holiday => "Hari libur",
        ConflictKind::DayOff => "Bukan hari kerja",
        ConflictKind::JpADay => "JP sehari berlebih",
    }
}

/// Subject and topic, each once.
pub(super) fn what(subject: &str, topic: &str) -> String {
    match (subject.is_empty(), topic.is_empty() || topic.eq_ignore_ascii_case(subject)) {
        (true, _) => topic.to_owned(),
        (false, true) => subject.to_owned(),
        (false, false) => format!("{subject}: {topic}"),
    }
}

/// `2 Nov 2026`.
pub(super) fn short(day: NaiveDate) -> String {
    let month: String = indonesian::MONTHS[day.month0() as usize].chars().take(3).collect();
    format!("{} {month} {}", day.day(), day.year())
}
