SELECT class.id AS id,
       programme.name || ' ' || class.name || ' ' || class.place || ' ' || class.organiser AS text
FROM class JOIN programme ON programme.id = class.programme_id
WHERE (:year IS NULL OR substr(class.starts, 1, 4) = :year)
  AND (:state IS NULL OR :state = CASE
        WHEN class.closed_at IS NOT NULL THEN 'closed'
        WHEN :today < class.starts THEN 'planned'
        WHEN :today <= class.ends THEN 'running'
        ELSE 'finished' END)
ORDER BY class.starts DESC, programme.name COLLATE NOCASE, class.name COLLATE NOCASE, class.id
