SELECT mentor_pair.id AS id, mentor_pair.class_id AS class_id, class.name AS class_name,
       programme.name AS programme_name, mentor_pair.enrolment_id AS enrolment_id, mentor_pair.mentor_id AS mentor_id,
       mentee.title_front AS mentee_front, mentee.name AS mentee_name, mentee.title_back AS mentee_back,
       ifnull(mentee_now.nip, '') AS mentee_nip,
       ifnull(own.title_front, '') AS mentor_front, ifnull(own.name, mentor.name) AS mentor_name,
       ifnull(own.title_back, '') AS mentor_back,
       mentor_pair.starts AS starts, mentor_pair.ends AS ends, mentor_pair.ending AS ending,
       met.last AS last_meeting, ifnull(met.meetings, 0) AS meetings, ifnull(met.jp, 0) AS jp,
       max(0, CAST(julianday(ifnull(mentor_pair.ends, :today)) - julianday(ifnull(met.last, mentor_pair.starts))
                   AS INTEGER)) AS quiet_days,
       CASE WHEN mentor_pair.ends IS NOT NULL THEN 'ended'
            WHEN ifnull(met.last, mentor_pair.starts) < :silent_before THEN 'silent'
            ELSE 'running' END AS state,
       CASE WHEN mentee_now.sort_name IS NULL THEN upper(mentee.name) ELSE mentee_now.sort_name END AS sort_name,
       upper(mentee.name || ' ' || ifnull(mentee_now.nip, '') || ' ' || ifnull(own.name, mentor.name) || ' '
             || programme.name || ' ' || class.name) AS search
FROM mentor_pair
JOIN class ON class.id = mentor_pair.class_id
JOIN programme ON programme.id = class.programme_id
JOIN enrolment ON enrolment.id = mentor_pair.enrolment_id
JOIN person AS mentee ON mentee.id = enrolment.person_id
LEFT JOIN person_now AS mentee_now ON mentee_now.person_id = mentee.id
JOIN mentor ON mentor.id = mentor_pair.mentor_id
LEFT JOIN person AS own ON own.id = mentor.person_id
LEFT JOIN (SELECT pair_id, max(pair_meeting.date) AS last, count(*) AS meetings, sum(ifnull(jp_entry.jp, 0)) AS jp
           FROM pair_meeting LEFT JOIN jp_entry ON jp_entry.meeting_id = pair_meeting.id
           GROUP BY pair_id) AS met ON met.pair_id = mentor_pair.id
