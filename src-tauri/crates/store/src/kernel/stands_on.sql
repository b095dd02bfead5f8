-- Operations after ?1 that stand on it although they changed none of its rows. Closing a class judges what hangs on it
-- and issuing trusts that it is closed; certificates stand on the results that were frozen before them, and a correction
-- ranks everybody anew, so that it stands on the one before; everything stands on the office having been set up, but
-- for taking back what was there before it.
WITH change (seq, class, kind) AS (
    SELECT operation_seq, json_extract(after, '$.id'), 'closing'
    FROM journal
    WHERE operation_seq >= ?1 AND table_name = 'class' AND action = 'u'
      AND json_extract(before, '$.closed_at') IS NOT json_extract(after, '$.closed_at')
    UNION
    SELECT operation_seq, json_extract(coalesce(after, before), '$.class_id'),
           CASE table_name WHEN 'certificate' THEN 'certificate' ELSE 'content' END
    FROM journal
    WHERE operation_seq >= ?1
      AND table_name IN ('class_subject', 'class_session', 'class_component', 'class_band', 'class_remedial',
                         'class_test', 'enrolment', 'certificate')
    UNION
    SELECT journal.operation_seq, hex(enrolment.class_id),
           CASE journal.table_name WHEN 'class_result' THEN 'result' ELSE 'content' END
    FROM journal
    JOIN enrolment ON enrolment.id = unhex(json_extract(coalesce(journal.after, journal.before), '$.enrolment_id'))
    WHERE journal.operation_seq >= ?1
      AND journal.table_name IN ('attendance', 'score', 'part_score', 'remedial_score', 'test_score',
                                 'class_result')
    UNION
    SELECT journal.operation_seq, hex(class_component.class_id), 'content'
    FROM journal
    JOIN class_component
      ON class_component.id = unhex(json_extract(coalesce(journal.after, journal.before), '$.component_id'))
    WHERE journal.operation_seq >= ?1 AND journal.table_name IN ('component_method', 'component_part')
),
office (seq, action) AS (
    SELECT operation_seq, action FROM journal
    WHERE operation_seq >= ?1 AND table_name = 'office_profile' AND action <> 'u'
),
standing (seq) AS (
    SELECT other.seq FROM change AS own JOIN change AS other ON other.class = own.class
    WHERE own.seq = ?1
      AND ((other.kind = 'closing') <> (own.kind = 'closing')
           OR own.kind = 'result' AND other.kind IN ('result', 'certificate')
           OR own.kind = 'certificate' AND other.kind = 'result')
    UNION
    SELECT operation.seq FROM office JOIN operation
    LEFT JOIN operation AS undone ON undone.id = operation.undoes
    WHERE office.seq = ?1 AND office.action = 'i' AND (undone.seq IS NULL OR undone.seq > ?1)
    UNION
    SELECT seq FROM office WHERE action = 'd'
)
SELECT operation.seq, operation.id, operation.at, operation.description,
       (SELECT undone.seq FROM operation AS undone WHERE undone.id = operation.undoes)
FROM standing JOIN operation ON operation.seq = standing.seq
WHERE operation.seq > ?1 AND operation.seq < (SELECT seq FROM running_operation)
