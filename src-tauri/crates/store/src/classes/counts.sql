-- ?1 class, ?2 the day up to which sessions are due.
WITH place AS (
    SELECT id, role = 'peserta' AS participant, withdrawn = '' AS staying FROM enrolment WHERE class_id = ?1
), sitting AS (
    SELECT id, jp, date <= ?2 AS due FROM class_session WHERE class_id = ?1
), mark AS (
    SELECT sitting.due AS due
    FROM place
    CROSS JOIN attendance ON attendance.enrolment_id = place.id
    CROSS JOIN sitting ON sitting.id = attendance.session_id
    WHERE place.participant AND place.staying
), result AS (
    SELECT class_result.passed AS passed
    FROM place CROSS JOIN class_result ON class_result.enrolment_id = place.id
)
SELECT
    (SELECT count(*) FROM place WHERE participant) AS participants,
    (SELECT count(*) FROM place WHERE participant AND staying) AS staying,
    (SELECT count(*) FROM place WHERE NOT participant) AS others,
    (SELECT count(*) FROM place WHERE NOT participant AND staying) AS others_staying,
    (SELECT count(*) FROM sitting) AS sessions,
    (SELECT ifnull(sum(jp), 0) FROM sitting) AS session_jp,
    (SELECT count(*) FROM sitting WHERE due) AS sessions_due,
    (SELECT count(*) FROM mark) AS marks,
    (SELECT count(*) FROM mark WHERE due) AS marks_due,
    (SELECT count(*) FROM class_component WHERE class_id = ?1
     AND NOT EXISTS (SELECT 1 FROM component_method WHERE component_id = class_component.id))
    + (SELECT count(*) FROM class_component CROSS JOIN component_part ON component_part.component_id = class_component.id
       WHERE class_component.class_id = ?1) AS components,
    (SELECT count(*) FROM place CROSS JOIN score ON score.enrolment_id = place.id
     WHERE place.participant AND place.staying)
    + (SELECT count(*) FROM place CROSS JOIN part_score ON part_score.enrolment_id = place.id
       WHERE place.participant AND place.staying) AS scores,
    (SELECT count(*) FROM result WHERE passed) AS passed,
    (SELECT count(*) FROM result WHERE NOT passed) AS failed,
    (SELECT count(*) FROM certificate WHERE class_id = ?1 AND revoked_on IS NULL) AS certificates
