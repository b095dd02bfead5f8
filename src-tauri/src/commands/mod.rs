//! The one list of commands. `npm run bindings` makes `ui/src/backend/bindings.ts` from it.

pub mod career;
pub mod certificates;
pub mod classes;
pub mod evaluation;
pub mod mentoring;
pub mod office;
pub mod people;
pub mod safety;

use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// Every command of the window, typed.
#[must_use]
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Result)
        // One TypeScript type for each Rust type; with phases each `Option` would split its type in two.
        .disable_serde_phases()
        // Counts and sizes: each is far below 2^53, and money has its own type that checks it.
        .dangerously_cast_bigints_to_number()
        .commands(collect_commands![
            office::office_status,
            office::office_profile,
            office::office_save_profile,
            office::office_set_logo,
            office::office_clear_logo,
            office::office_picture,
            office::office_signatories,
            office::office_save_signatory,
            office::office_delete_signatory,
            office::office_rules,
            office::office_save_rule,
            office::office_init_demo,
            people::people_list,
            people::people_get,
            people::people_blank,
            people::people_save,
            people::people_set_photo,
            people::people_units,
            people::people_save_unit,
            people::people_delete_unit,
            people::people_duplicates,
            people::people_merge,
            people::people_import_open,
            people::people_import_check,
            people::people_import_rows,
            people::people_import_commit,
            people::people_import_drop,
            classes::classes_programmes,
            classes::classes_programme,
            classes::classes_save_programme,
            classes::classes_delete_programme,
            classes::classes_forms,
            classes::classes_list,
            classes::classes_years,
            classes::classes_get,
            classes::classes_draft,
            classes::classes_save,
            classes::classes_copy,
            classes::classes_delete,
            classes::classes_enrolments,
            classes::classes_enrol,
            classes::classes_check_nips,
            classes::classes_check_nip_file,
            classes::classes_set_role,
            classes::classes_withdraw,
            classes::classes_remove,
            classes::classes_sessions,
            classes::classes_save_sessions,
            classes::classes_propose_sessions,
            classes::classes_attendance,
            classes::classes_set_marks,
            classes::classes_close,
            classes::classes_reopen,
            classes::classes_book_open,
            classes::classes_book_commit,
            classes::classes_book_drop,
            classes::classes_export_book,
            classes::classes_recap_pdf,
            classes::classes_save_recap,
            classes::projects::classes_projects,
            classes::projects::classes_project,
            classes::projects::classes_project_form,
            classes::projects::classes_project_save,
            classes::projects::classes_project_delete,
            classes::projects::classes_project_progress,
            classes::projects::classes_project_actual,
            classes::projects::classes_project_seminar,
            classes::projects::classes_project_add_evidence,
            classes::projects::classes_project_remove_evidence,
            classes::projects::classes_project_open_evidence,
            classes::projects::classes_project_save_evidence,
            classes::projects::classes_project_report_pdf,
            classes::projects::classes_project_save_report,
            evaluation::evaluation_scheme,
            evaluation::evaluation_save_scheme,
            evaluation::evaluation_scores,
            evaluation::evaluation_set_scores,
            evaluation::evaluation_results,
            evaluation::feedback::evaluation_rounds,
            evaluation::feedback::evaluation_rounds_page,
            evaluation::feedback::evaluation_round_draft,
            evaluation::feedback::evaluation_open_round,
            evaluation::feedback::evaluation_more_codes,
            evaluation::feedback::evaluation_delete_round,
            evaluation::feedback::evaluation_round,
            evaluation::feedback::evaluation_sheet,
            evaluation::feedback::evaluation_save_sheet,
            evaluation::feedback::evaluation_delete_sheet,
            evaluation::feedback::evaluation_feedback_report,
            evaluation::feedback::evaluation_feedback_people,
            evaluation::feedback::evaluation_feedback_subjects,
            evaluation::feedback::evaluation_improvements,
            evaluation::feedback::evaluation_save_improvement,
            evaluation::feedback::evaluation_delete_improvement,
            evaluation::feedback::evaluation_propose_improvements,
            certificates::certificates_candidates,
            certificates::certificates_preview,
            certificates::certificates_issue,
            certificates::certificates_export,
            certificates::certificates_cancel_export,
            certificates::certificates_list,
            certificates::certificates_get,
            certificates::certificates_pdf,
            certificates::certificates_save_pdf,
            certificates::certificates_open_pdf,
            certificates::certificates_revoke,
            certificates::certificates_replace,
            certificates::certificates_verify,
            certificates::certificates_verify_file,
            certificates::certificates_save_register,
            mentoring::mentoring_mentors,
            mentoring::mentoring_mentor,
            mentoring::mentoring_save_mentor,
            mentoring::mentoring_delete_mentor,
            mentoring::mentoring_mentor_leaves,
            mentoring::mentoring_field_names,
            mentoring::mentoring_mentees,
            mentoring::mentoring_save_mentee,
            mentoring::mentoring_fill_superiors,
            mentoring::mentoring_set_needs,
            mentoring::mentoring_board,
            mentoring::mentoring_save_settings,
            mentoring::mentoring_preview,
            mentoring::mentoring_run,
            mentoring::mentoring_set_places,
            mentoring::mentoring_propose_orphans,
            mentoring::mentoring_explain,
            mentoring::mentoring_what_if,
            mentoring::mentoring_approve,
            mentoring::work::mentoring_overview,
            mentoring::work::mentoring_orphans,
            mentoring::work::mentoring_pairs,
            mentoring::work::mentoring_pair,
            mentoring::work::mentoring_save_meeting,
            mentoring::work::mentoring_delete_meeting,
            mentoring::work::mentoring_save_judgement,
            mentoring::work::mentoring_end_pair,
            mentoring::work::mentoring_reopen_pair,
            mentoring::work::mentoring_report_pdf,
            mentoring::work::mentoring_save_report,
            career::career_ledger,
            safety::safety_journal,
            safety::safety_journal_rows,
            safety::safety_undo,
            safety::safety_backups,
            safety::safety_backup,
            safety::safety_backup_elsewhere,
            safety::safety_restore,
            safety::safety_check,
            safety::safety_show_file,
        ])
}

/// The TypeScript of [`builder`], as it must stand in `ui/src/backend/bindings.ts`.
///
/// # Errors
/// When a type cannot cross the boundary.
pub fn typescript() -> Result<String, specta_typescript::Error> {
    let file = std::env::temp_dir().join(format!("binaasn-bindings-{}.ts", std::process::id()));
    let language = specta_typescript::Typescript::default().header("/* eslint-disable */\n");
    builder().export(language, &file)?;
    let text = std::fs::read_to_string(&file)?;
    std::fs::remove_file(&file)?;
    Ok(text)
}
