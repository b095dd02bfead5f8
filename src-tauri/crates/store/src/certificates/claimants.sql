SELECT enrolment.id, enrolment.person_id, enrolment.role, enrolment.withdrawn,
       person.title_front, person.name, person.title_back,
       ifnull((SELECT nip FROM person_nip
               WHERE person_nip.person_id = person.id AND valid_from <= :day
               ORDER BY valid_from DESC LIMIT 1), ''),
       certificate.id, certificate.number,
       class.closed_at IS NOT NULL,
       class_result.passed, class_result.present_jp, class_result.total_jp, class_result.score,
       class_result.predicate, class_result.place, class_result.reasons
FROM enrolment
JOIN class ON class.id = enrolment.class_id
JOIN person ON person.id = enrolment.person_id
LEFT JOIN class_result ON class_result.enrolment_id = enrolment.id
LEFT JOIN certificate ON certificate.enrolment_id = enrolment.id AND certificate.revoked_on IS NULL
WHERE enrolment.class_id = :class
ORDER BY CASE enrolment.role WHEN 'peserta' THEN 0 WHEN 'narasumber' THEN 1 WHEN 'moderator' THEN 2 ELSE 3 END,
         enrolment.ord, enrolment.id
