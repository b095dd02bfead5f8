//! The sheets of a follow-up on paper: one for each participant, for one side. They name the participant and say so.

use super::feedback::{group, how};
use crate::evaluation::followup::followup;
use crate::{App, Result};
use documents::answer_sheet::{AnswerSheet, SheetCode, SheetGroup};
use domain::evaluation::followup::RespondentRole;
use domain::ids::FollowUpId;
use domain::indonesian;
use domain::people::nip;
use domain::refusal::{Code, Refusal};

/// What the sheet asks of each side.
fn asks(role: RespondentRole) -> &'static str {
    match role {
        RespondentRole::Superior => "Lembar ini diisi oleh atasan langsung peserta yang namanya tertulis di atas.",
        RespondentRole::Colleague => "Lembar ini diisi oleh rekan kerja peserta yang namanya tertulis di atas.",
        RespondentRole::Own => {
            "Lembar ini diisi oleh peserta yang namanya tertulis di atas, tentang pekerjaannya sendiri."
        }
    }
}

/// One sheet for each participant who has not left.
pub(super) fn sheets(app: &App, id: FollowUpId, role: RespondentRole) -> Result<Vec<AnswerSheet>> {
    let office = crate::office::require_profile(app)?.office;
    let view = followup(app, id)?;
    if !view.plan.roles.contains(&role) {
        let message = format!("{} tidak ditanya pada tindak lanjut ini.", role.word());
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    if view.people.is_empty() {
        let message = "Tidak ada peserta yang ditanya: semua sudah mengundurkan diri.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let class = format!("{} {}", view.row.programme_name, view.row.class_name);
    let groups: Vec<SheetGroup> = view.instruments.iter().map(group).collect();
    let own = role == RespondentRole::Own;
    let sheet = |person: &crate::evaluation::Respondent| {
        let mut facts = vec![
            ("Tentang".to_owned(), person.name.clone()),
            ("NIP".to_owned(), nip::printed(&person.nip)),
            ("Unit kerja".to_owned(), person.unit.clone()),
            ("Pelatihan".to_owned(), class.clone()),
        ];
        facts.retain(|(_, value)| !value.is_empty());
        if !own {
            facts.push((format!("Nama {}", role.word().to_lowercase()), String::new()));
        }
        AnswerSheet {
            office: office.clone(),
            title: "LEMBAR TINDAK LANJUT PELATIHAN".to_owned(),
            facts,
            code: Some(SheetCode { label: view.row.name.clone(), text: role.word().to_owned() }),
            opening: vec![
                asks(role).to_owned(),
                "Lembar ini TIDAK ANONIM: nama peserta dan pihak yang mengisi dicatat bersama jawabannya. Jawaban \
                 dipakai untuk memperbaiki pelatihan."
                    .to_owned(),
                format!("{} Jawab menurut keadaan di tempat kerja sejak pelatihan.", how(&view.instruments)),
            ],
            groups: groups.clone(),
            closing: vec![format!(
                "Dikembalikan paling lambat {}. Tanggal diisi dan tanda tangan: ……………………………………",
                indonesian::date(view.row.due)
            )],
        }
    };
    Ok(view.people.iter().map(sheet).collect())
}

/// What the dialog for saving offers, without the class.
pub(super) fn name(role: RespondentRole) -> String {
    format!("Lembar Tindak Lanjut {}", role.word())
}
