//! Mentors and needs of the demo office: invented people only. Nobody is paired yet.

use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, PersonId};
use domain::mentoring::mentee::{Mentee, Need};
use domain::mentoring::mentor::{Expertise, Mentor};
use domain::safety::Op;

const FIELDS: [&str; 5] =
    ["Pelayanan publik", "Pengadaan barang dan jasa", "Teknologi informasi", "Keuangan daerah", "Komunikasi publik"];
const EVIDENCE: [&str; 4] =
    ["Sertifikat tingkat dasar", "8 tahun di bidang ini", "Fasilitator daerah", "Penyusun standar pelayanan"];
const RANKS: [&str; 3] = ["III/d", "IV/a", "IV/b"];
const PLACES: [&str; 2] = ["Muara Tenang", "Sungai Jernih"];
/// Mentors from the register.
const INSIDE: usize = 10;

/// Twelve mentors, two of them from outside, and the needs of the participants of the class.
pub(super) fn init(app: &App, people: &[PersonId], class: ClassId) -> Result<()> {
    let op = Op::new("office.demo", "Siapkan mentor contoh");
    app.store.write(&app.actor()?, op, |tx| {
        let members = store::classes::enrolment::members(tx, class)?;
        let taken = |person: PersonId| members.iter().any(|member| member.person == person);
        let rows = store::people::rows(tx, people)?;
        let senior = rows.iter().filter(|row| RANKS.contains(&row.rank.as_str()) && row.active && !taken(row.id));
        for (number, row) in senior.take(INSIDE).enumerate() {
            store::mentoring::mentor::save(tx, &mentor(number, Some(row.id)))?;
        }
        for (number, (name, position, organisation)) in OUTSIDE.into_iter().enumerate() {
            let outside = Mentor {
                name: name.to_owned(),
                rank: "IV/c".to_owned(),
                position: position.to_owned(),
                organisation: organisation.to_owned(),
                ..mentor(INSIDE + number, None)
            };
            store::mentoring::mentor::save(tx, &outside)?;
        }
        for (number, member) in members.iter().filter(|member| member.is_participant()).enumerate() {
            store::mentoring::mentee::save(tx, &mentee(number, member.id))?;
        }
        Ok(())
    })?;
    Ok(())
}

const OUTSIDE: [(&str, &str, &str); 2] = [
    ("Prof. Dr. Hesti Laksana, M.P.A.", "Guru Besar Administrasi Publik", "Universitas Muara Tenang"),
    ("Galih Permana, S.T., M.Kom.", "Kepala Pusat Data", "Pemerintah Provinsi Contoh"),
];

fn level(number: usize, low: u8, steps: usize) -> u8 {
    low + u8::try_from(number % steps).unwrap_or(0)
}

fn mentor(number: usize, person: Option<PersonId>) -> Mentor {
    let field = |at: usize, level| Expertise {
        id: None,
        field: FIELDS[at % FIELDS.len()].to_owned(),
        level,
        evidence: EVIDENCE[at % EVIDENCE.len()].to_owned(),
    };
    let mut fields = vec![field(number, level(number, 4, 2))];
    if number % 3 != 2 {
        fields.push(field(number + 2, level(number, 3, 3)));
    }
    Mentor {
        id: None,
        person,
        name: String::new(),
        nip: String::new(),
        rank: String::new(),
        position: String::new(),
        organisation: String::new(),
        place: PLACES[number % PLACES.len()].to_owned(),
        languages: String::new(),
        fewest: u8::from(number.is_multiple_of(4)),
        most: level(number, 3, 3),
        penalty_until: None,
        active: true,
        note: String::new(),
        fields,
        periods: Vec::new(),
    }
}

fn mentee(number: usize, enrolment: EnrolmentId) -> Mentee {
    let need = |at: usize, required, current| Need {
        id: None,
        field: FIELDS[at % FIELDS.len()].to_owned(),
        required,
        current,
    };
    let mut needs = vec![need(number, level(number, 3, 3), level(number, 1, 2))];
    if number % 4 != 3 {
        needs.push(need(number + 1 + number % 2, 3, level(number, 0, 2)));
    }
    Mentee { place: PLACES[number / 3 % PLACES.len()].to_owned(), needs, ..Mentee::blank(enrolment) }
}
