SELECT
    person.id,
    person.name,
    ifnull((SELECT nip FROM person_nip WHERE person_id = person.id AND valid_from <= ?1 ORDER BY valid_from DESC LIMIT 1), ''),
    ifnull((SELECT group_concat(nip, ' ') FROM person_nip WHERE person_id = person.id), ''),
    ifnull((SELECT rank FROM person_rank WHERE person_id = person.id AND valid_from <= ?1 ORDER BY valid_from DESC LIMIT 1), ''),
    ifnull(post.position, ''),
    post.unit_id
FROM stale_person
JOIN person ON person.id = stale_person.id
LEFT JOIN person_post AS post ON post.id = (
    SELECT id FROM person_post WHERE person_id = person.id AND valid_from <= ?1 ORDER BY valid_from DESC LIMIT 1
)
