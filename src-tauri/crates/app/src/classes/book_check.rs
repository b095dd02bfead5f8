//! What a Buku Kelas means in this office: programme, people, and every cell that breaks a rule.

use chrono::{NaiveDate, NaiveTime};
use domain::certificates::content::Signatory;
use domain::classes::{Class, Session, Subject, check_sessions};
use domain::evaluation::{Component, ComponentGroup, Scheme};
use domain::ids::{ClassId, PersonId, ProgrammeId};
use domain::import::class_book::{BookSession, ClassBook, SHEETS};
use domain::people::name;
use domain::refusal::{CellRefusal, Code, FieldRefusal, Refusal};
use std::collections::BTreeMap;
use store::Read;

/// What was found out about a workbook.
pub(super) struct Examined {
    pub(super) programme: Option<ProgrammeId>,
    pub(super) exists: Option<ClassId>,
    /// Each participant's person; none for somebody who is not in the register.
    pub(super) people: Vec<Option<PersonId>>,
    pub(super) refused: Vec<CellRefusal>,
    pub(super) warnings: Vec<String>,
}

impl Examined {
    /// Places of the participants who are not in the register.
    pub(super) fn unknown(&self) -> impl Iterator<Item = usize> {
        self.people.iter().enumerate().filter(|(_, person)| person.is_none()).map(|(at, _)| at)
    }
}

pub(super) fn examine(read: &Read<'_>, book: &ClassBook, today: NaiveDate) -> store::Result<Examined> {
    let programme = store::classes::programme::by_name(read, &name::tidy(&book.class.program.value))?;
    let class = class_of(book, programme.unwrap_or_else(|| uuid::Uuid::nil().into()));
    let exists = match programme {
        Some(programme) => store::classes::class::find(read, programme, class.starts, &class.name)?,
        None => None,
    };
    let nips = book.participants.iter().map(|participant| participant.nip.value.as_str());
    let known = store::people::find_by_nips(read, nips)?;
    let people = book.participants.iter().map(|participant| known.get(&participant.nip.value).copied()).collect();
    let mut examined = Examined { programme, exists, people, refused: Vec::new(), warnings: Vec::new() };
    refuse_by_rules(book, class, today, &mut examined.refused);
    if let Err(refusal) = scheme_of(read, book)?.checked() {
        examined.refused.extend(refusal.fields.into_iter().map(|field| score_cell(book, field)));
    }
    refuse_same_person(book, &mut examined);
    compare_names(read, book, &mut examined)?;
    if book.class.signer_name.value.is_empty() {
        examined.warnings.push(
            "Nama Penandatangan kosong di lembar Kelas. Lengkapi di data kelas sebelum menerbitkan sertifikat."
                .to_owned(),
        );
    }
    examined.warnings.extend(book.notes.iter().map(|note| note.message.clone()));
    Ok(examined)
}

/// A whole file that is refused.
pub(super) fn refuse(file_name: &str, cells: Vec<CellRefusal>) -> Refusal {
    let message =
        format!("{file_name} belum dapat diimpor: {} sel perlu dibetulkan. Tidak ada yang diubah.", cells.len());
    Refusal::cells(Code::RowsRefused, message, cells)
}

/// The cells of the people who are not in the register.
pub(super) fn unknown_cells(book: &ClassBook, examined: &Examined) -> Vec<CellRefusal> {
    let cell = |at: usize| {
        let participant = &book.participants[at];
        CellRefusal {
            sheet: SHEETS[2].to_owned(),
            cell: participant.nip.cell.clone(),
            value: participant.nip_shown.clone(),
            rule: format!("{} belum ada dalam data ASN.", participant.name.value),
            remedy: "Impor data ASN dahulu, atau setujui pembuatan orang baru.".to_owned(),
        }
    };
    examined.unknown().map(cell).collect()
}

pub(super) fn subjects_of(book: &ClassBook) -> Vec<Subject> {
    let subject = |subject: &domain::import::class_book::BookSubject| Subject {
        id: None,
        heading: String::new(),
        name: subject.name.value.clone(),
        jp: subject.jp,
    };
    book.subjects.iter().map(subject).collect()
}

pub(super) fn class_of(book: &ClassBook, programme: ProgrammeId) -> Class {
    let class = &book.class;
    Class {
        id: None,
        programme,
        name: domain::classes::spoken_name(&name::tidy(&class.batch.value)),
        organiser: class.organiser.value.clone(),
        place: class.place.value.clone(),
        starts: class.start.value,
        ends: class.end.value,
        issue_place: class.issue_place.value.clone(),
        issue_date: class.issue_date.as_ref().map(|date| date.value),
        signatory: Signatory {
            name: class.signer_name.value.clone(),
            nip: class.signer_nip.value.clone(),
            position: class.signer_position.value.clone(),
            rank: class.signer_rank.value.clone(),
        },
        subjects: subjects_of(book),
    }
}

/// The sessions in the order of the workbook; a heading may name times before the topic: `08:00-10:30 Etika`.
pub(super) fn sessions_of(book: &ClassBook) -> Vec<Session> {
    let mut sessions: Vec<Session> = book.sessions.iter().map(session_of).collect();
    for session in &mut sessions {
        session.topic = name::tidy(&session.topic);
    }
    sessions
}

fn session_of(column: &BookSession) -> Session {
    let (first, rest) = column.note.split_once(' ').unwrap_or((&column.note, ""));
    let (times, topic) = match times(first) {
        Some(times) => (Some(times), rest),
        None => (None, column.note.as_str()),
    };
    Session {
        id: None,
        date: column.date,
        starts: times.map(|(starts, _)| starts),
        ends: times.map(|(_, ends)| ends),
        jp: column.jp,
        topic: topic.to_owned(),
    }
}

fn times(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (starts, ends) = text.split_once(['-', '\u{2013}'])?;
    let time =
        |text: &str| ["%H:%M", "%H.%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
    let (starts, ends) = (time(starts)?, time(ends)?);
    (starts != ends).then_some((starts, ends))
}

/// The office's first template with the components of the workbook.
pub(super) fn scheme_of(read: &Read<'_>, book: &ClassBook) -> store::Result<Scheme> {
    let templates = store::office::rules(read, book.class.start.value)?.scheme_templates;
    let missing =
        || Refusal::new(Code::NotInitialised, "Kantor belum mempunyai skema penilaian. Isi dahulu di Aturan.");
    let template = templates.into_iter().next().ok_or_else(missing)?.scheme;
    let component = |component: &domain::import::class_book::BookComponent| {
        let weight = u8::try_from(component.weight).unwrap_or(u8::MAX);
        Component::direct(component.name.clone(), ComponentGroup::guess(&component.name), weight)
    };
    Ok(Scheme { components: book.components.iter().map(component).collect(), ..template })
}

/// The rules of the forms, each told at the cell where it is broken.
fn refuse_by_rules(book: &ClassBook, class: Class, today: NaiveDate, refused: &mut Vec<CellRefusal>) {
    if let Err(refusal) = check_sessions(&mut sessions_of(book), &class) {
        refused.extend(refusal.fields.into_iter().map(|field| session_cell(book, field)));
    }
    if let Err(refusal) = class.checked(today) {
        refused.extend(refusal.fields.into_iter().map(|field| class_cell(book, field)));
    }
}

/// The number in `sessions.3.date`.
fn number_in(field: &str) -> usize {
    field.split('.').nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn cell(sheet: usize, address: &str, value: String, rule: String) -> CellRefusal {
    CellRefusal {
        sheet: SHEETS[sheet].to_owned(),
        cell: if address.is_empty() { "A1".to_owned() } else { address.to_owned() },
        value,
        rule,
        remedy: "Betulkan sel ini di berkasnya, lalu buka lagi.".to_owned(),
    }
}

fn class_cell(book: &ClassBook, field: FieldRefusal) -> CellRefusal {
    let class = &book.class;
    let shown = |date: NaiveDate| date.format("%d-%m-%Y").to_string();
    let text = match field.field.as_str() {
        "organiser" => &class.organiser,
        "place" => &class.place,
        "signatory.nip" => &class.signer_nip,
        "ends" => return cell(0, &class.end.cell, shown(class.end.value), field.message),
        "issue_date" => {
            let (address, value) =
                class.issue_date.as_ref().map(|date| (date.cell.as_str(), shown(date.value))).unwrap_or_default();
            return cell(0, address, value, field.message);
        }
        subject if subject.starts_with("subjects.") => {
            let found = book.subjects.get(number_in(subject)).map(|subject| &subject.name);
            let (address, value) = found.map(|name| (name.cell.as_str(), name.value.clone())).unwrap_or_default();
            return cell(1, address, value, field.message);
        }
        _ => &class.batch,
    };
    cell(0, &text.cell, text.value.clone(), field.message)
}

fn session_cell(book: &ClassBook, field: FieldRefusal) -> CellRefusal {
    let found = book.sessions.get(number_in(&field.field));
    let (address, value) = found
        .map(|session| (session.cell.as_str(), format!("{} ({} JP)", session.date, session.jp)))
        .unwrap_or_default();
    cell(3, address, value, field.message)
}

fn score_cell(book: &ClassBook, field: FieldRefusal) -> CellRefusal {
    let found = book.components.get(number_in(&field.field)).or_else(|| book.components.first());
    let (address, value) = found
        .map(|component| (component.cell.as_str(), format!("{} ({})", component.name, component.weight)))
        .unwrap_or_default();
    cell(4, address, value, field.message)
}

/// Two NIPs of the workbook that belong to one person, an old and a new one.
fn refuse_same_person(book: &ClassBook, examined: &mut Examined) {
    let mut seen: BTreeMap<PersonId, &str> = BTreeMap::new();
    for (participant, person) in book.participants.iter().zip(&examined.people) {
        let Some(person) = person else { continue };
        match seen.get(person) {
            None => {
                seen.insert(*person, &participant.nip.cell);
            }
            Some(first) => examined.refused.push(CellRefusal {
                sheet: SHEETS[2].to_owned(),
                cell: participant.nip.cell.clone(),
                value: participant.nip_shown.clone(),
                rule: format!("NIP ini milik orang yang sama dengan sel {first}."),
                remedy: "Hapus salah satu barisnya.".to_owned(),
            }),
        }
    }
}

/// Names that differ from the register's are told; the register's stays.
fn compare_names(read: &Read<'_>, book: &ClassBook, examined: &mut Examined) -> store::Result<()> {
    let people: Vec<PersonId> = examined.people.iter().flatten().copied().collect();
    let rows: BTreeMap<PersonId, String> =
        store::people::rows(read, &people)?.into_iter().map(|row| (row.id, row.name)).collect();
    for (participant, person) in book.participants.iter().zip(&examined.people) {
        let Some(known) = person.and_then(|person| rows.get(&person)) else { continue };
        if name::key(known) != name::key(&participant.name.value) {
            examined.warnings.push(format!(
                "{}!{}: nama dalam buku \"{}\", dalam data ASN \"{known}\". Yang dipakai adalah data ASN.",
                SHEETS[2], participant.name.cell, participant.name.value
            ));
        }
    }
    Ok(())
}
