-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'su-kien/' || code AS url, code AS event_code, name, summary, source_id, source_line FROM life_event_posted
WHERE :medium IN (SELECT medium FROM medium_made) ORDER BY code;

-- name: intro
SELECT unlinked(markdown(description_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 1, 'gioi-thieu-'), :medium <> 'web') AS text FROM life_event
WHERE code = :event_code AND description_md IS NOT NULL;

-- name: procedures
-- In the order in which they are done.
SELECT p.code_national, p.name, p.level_name, l.note AS why
FROM life_event_procedure l JOIN procedure_listed p ON p.code_national = l.code
WHERE l.event_code = :event_code ORDER BY l.position, l.code;

-- name: stamp
SELECT date_vi(max(p.data_date)) AS data_day
FROM life_event_procedure l JOIN procedure_posted p ON p.code_national = l.code
WHERE l.event_code = :event_code HAVING max(p.data_date) IS NOT NULL;
