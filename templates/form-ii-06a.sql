-- SPDX-License-Identifier: MIT
-- Form II.06a of Thông tư 01/2020/TT-VPCP for every period that has figures: by field, then by
-- agency, in the columns (1) to (13) of the form.

-- name: pages
SELECT 'bao-cao/ii-06a/' || p.key AS url, p.key, p.title AS period, p.label, p.kind, p.year, p.n,
  '' AS agency, p.is_calendar, date_vi(p.day_from) AS from_day, date_vi(p.day_to) AS to_day,
  date_vi(s.data_asof) AS asof_day, s.source_system,
  coalesce((SELECT name FROM agency_now a JOIN office_now o ON o.agency_code = a.code),
    (SELECT value FROM setting WHERE key = 'title')) AS reporter,
  (SELECT superior FROM office_now) AS receiver
FROM period_posted p JOIN stat s ON s.agency_code = '' AND s.field_code = '' AND s.kind = p.kind
  AND s.year = p.year AND s.n = p.n
ORDER BY p.key;

-- name: rows
-- row_id ties cells to their heads by name; in a long form that would be half of the page.
WITH office AS (
  SELECT 1 AS part, 0 AS is_head, s.field_code AS code, coalesce(f.name, s.field_code) AS name, f.position, s.*
  FROM stat s LEFT JOIN field f ON f.code = s.field_code
  WHERE s.agency_code = '' AND s.field_code <> '' AND s.kind = :kind AND s.year = :year AND s.n = :n
  UNION ALL
  SELECT 2, 0, s.agency_code, a.name, a.position, s.*
  FROM stat s JOIN agency a ON a.code = s.agency_code
  WHERE s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n),
head(part, code, name) AS (VALUES (1, 'A', t('form.by_field')), (2, 'B', t('form.by_agency'))),
line AS (
  SELECT part, 0 AS is_head, row_number() OVER (PARTITION BY part ORDER BY position IS NULL, position, name COLLATE vi, code) AS seq,
    code, name, recv_total, recv_online, recv_direct_postal, carried_over, done_total, done_early, done_on_time,
    done_late, open_total, open_in_term, open_overdue, faults, marks FROM office
  UNION ALL
  SELECT part, 1, 0, code, name, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL
  FROM head WHERE part IN (SELECT part FROM office)
  UNION ALL
  SELECT 3, 0, 0, '', t('form.total'), recv_total, recv_online, recv_direct_postal, carried_over, done_total,
    done_early, done_on_time, done_late, open_total, open_in_term, open_overdue, faults, marks
  FROM stat WHERE agency_code = '' AND field_code = '' AND kind = :kind AND year = :year AND n = :n)
SELECT is_head, part = 3 AS is_total, iif(count(*) OVER () <= 60, 'p' || part || '-' || seq, NULL) AS row_id, CASE WHEN is_head THEN code WHEN seq > 0 THEN seq END AS seq, code, name,
  faults > 0 AS is_faulty,
  CASE part WHEN 1 THEN 'FIELD' WHEN 2 THEN 'AGENCY' ELSE 'TOTAL' END AS row_kind,
  coalesce(recv_total, marks ->> 'recv_total') AS recv_total,
  coalesce(recv_online, marks ->> 'recv_online') AS recv_online,
  coalesce(recv_direct_postal, marks ->> 'recv_direct_postal') AS recv_direct_postal,
  coalesce(carried_over, marks ->> 'carried_over') AS carried_over,
  coalesce(done_total, marks ->> 'done_total') AS done_total,
  coalesce(done_early, marks ->> 'done_early') AS done_early,
  coalesce(done_on_time, marks ->> 'done_on_time') AS done_on_time,
  coalesce(done_late, marks ->> 'done_late') AS done_late,
  coalesce(open_total, marks ->> 'open_total') AS open_total,
  coalesce(open_in_term, marks ->> 'open_in_term') AS open_in_term,
  coalesce(open_overdue, marks ->> 'open_overdue') AS open_overdue,
  coalesce(num(recv_total), marks ->> 'recv_total', '–') AS c3,
  coalesce(num(recv_online), marks ->> 'recv_online', '–') AS c4,
  coalesce(num(recv_direct_postal), marks ->> 'recv_direct_postal', '–') AS c5,
  coalesce(num(carried_over), marks ->> 'carried_over', '–') AS c6,
  coalesce(num(done_total), marks ->> 'done_total', '–') AS c7,
  coalesce(num(done_early), marks ->> 'done_early', '–') AS c8,
  coalesce(num(done_on_time), marks ->> 'done_on_time', '–') AS c9,
  coalesce(num(done_late), marks ->> 'done_late', '–') AS c10,
  coalesce(num(open_total), marks ->> 'open_total', '–') AS c11,
  coalesce(num(open_in_term), marks ->> 'open_in_term', '–') AS c12,
  coalesce(num(open_overdue), marks ->> 'open_overdue', '–') AS c13
FROM line ORDER BY part, is_head DESC, seq, code;

-- name: differs
-- one row
-- Agencies that report no fields are in the total only.
SELECT 1 AS is_so WHERE EXISTS (SELECT 1 FROM stat s
  WHERE s.agency_code <> '' AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND NOT EXISTS (SELECT 1 FROM stat f WHERE f.agency_code = s.agency_code AND f.field_code <> ''
      AND f.kind = s.kind AND f.year = s.year AND f.n = s.n))
  AND EXISTS (SELECT 1 FROM stat f WHERE f.agency_code = '' AND f.field_code <> ''
    AND f.kind = :kind AND f.year = :year AND f.n = :n);

-- name: has_marks
-- one row
SELECT 1 AS is_so FROM stat WHERE kind = :kind AND year = :year AND n = :n AND marks IS NOT NULL
  AND '' IN (agency_code, field_code) LIMIT 1;

-- name: styles
SELECT asset(:root, 'css/report.css') AS sheet;

-- name: figures_page
SELECT 'thong-ke/' || :key AS url;
