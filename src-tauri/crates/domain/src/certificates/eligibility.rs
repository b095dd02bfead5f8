//! Who may have a certificate: the one place that decides, for every path.

use super::content::Role;
use crate::evaluation::ParticipantOutcome;

/// What is known of somebody for whom a certificate is asked.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// The class is closed, so that its results are frozen.
    pub class_closed: bool,
    /// Part in the class.
    pub role: Role,
    /// Reason for having left the class; empty while enrolled.
    pub withdrawn: &'a str,
    /// Frozen result of a participant.
    pub outcome: Option<&'a ParticipantOutcome>,
    /// Number of a certificate that is already in force for this place in the class.
    pub in_force: Option<&'a str>,
}

/// Decides whether a certificate may be issued.
///
/// # Errors
/// The reason, as a sentence.
pub fn check(claim: Claim<'_>) -> Result<(), String> {
    if !claim.class_closed {
        return Err("Kelas belum ditutup. Tutup kelas dahulu supaya hasilnya tetap.".to_owned());
    }
    if !claim.withdrawn.is_empty() {
        return Err(format!("Mengundurkan diri: {}.", claim.withdrawn.trim_end_matches('.')));
    }
    if let Some(number) = claim.in_force {
        return Err(format!("Sudah mempunyai sertifikat nomor {number} yang masih berlaku."));
    }
    match (claim.role, claim.outcome) {
        (Role::Peserta, None) => Err("Hasil belum ada pada penutupan kelas.".to_owned()),
        (Role::Peserta, Some(outcome)) if !outcome.passed => Err(outcome.reasons.join(" ")),
        (Role::Peserta | Role::Narasumber | Role::Moderator | Role::Panitia, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classes::attendance::Attended;

    fn outcome(passed: bool) -> ParticipantOutcome {
        ParticipantOutcome {
            attended: Attended { present_jp: 40, total_jp: 40, unmarked: 0 },
            passed,
            reasons: if passed { Vec::new() } else { vec!["Nilai akhir 60,00 di bawah batas lulus 70,01.".to_owned()] },
            ..ParticipantOutcome::default()
        }
    }

    fn claim(outcome: Option<&ParticipantOutcome>) -> Claim<'_> {
        Claim { class_closed: true, role: Role::Peserta, withdrawn: "", outcome, in_force: None }
    }

    #[test]
    fn t10_no_certificate_without_every_condition() {
        let (passed, failed) = (outcome(true), outcome(false));
        assert!(check(claim(Some(&passed))).is_ok());
        assert!(check(claim(Some(&failed))).expect_err("failed").contains("batas lulus"));
        assert!(check(claim(None)).is_err());
        assert!(check(Claim { class_closed: false, ..claim(Some(&passed)) }).is_err());
        assert!(check(Claim { withdrawn: "sakit", ..claim(Some(&passed)) }).is_err());
        assert!(check(Claim { in_force: Some("1/2026"), ..claim(Some(&passed)) }).expect_err("t01").contains("1/2026"));
        assert!(check(Claim { role: Role::Narasumber, ..claim(None) }).is_ok());
        assert!(check(Claim { role: Role::Panitia, class_closed: false, ..claim(None) }).is_err());
    }
}
