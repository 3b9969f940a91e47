-- SPDX-License-Identifier: MIT
-- What the figures of a period lack, for the foot of a paper: months that are not there yet,
-- agencies that owe one, rows that do not add up, figures moved by hand (R-94). Needs :agency
-- ('' is all), :kind, :year, :n. {1} and the like of the texts are filled in here.

-- name: unfinished
-- one row
SELECT replace(replace(t('form.unfinished'), '{1}', months), '{2}', months_due) AS text FROM stat
WHERE agency_code = :agency AND field_code = '' AND kind = :kind AND year = :year AND n = :n
  AND months < months_due;

-- name: gaps
SELECT replace(replace(t('form.gap'), '{1}', a.name), '{2}', group_concat(printf('%02d', g.month), ', ') || '/' || g.year) AS text
FROM (SELECT g.* FROM period_part p JOIN stat_gap g ON g.month_kind = p.month_kind AND g.month = p.month
  WHERE p.kind = :kind AND p.n = :n AND g.year = :year AND :agency IN ('', g.agency_code) ORDER BY g.month) g
JOIN agency a ON a.code = g.agency_code
GROUP BY a.code ORDER BY a.position IS NULL, a.position, a.code;

-- name: faults
SELECT a.name || coalesce(', ' || nullif(f.field_name, ''), '') || ', '
    || substr(period_vi(f.period_kind, f.year, f.n), 1, instr(period_vi(f.period_kind, f.year, f.n), ' (') - 1) AS place,
  CASE WHEN f.fault LIKE 'PART%' THEN t('form.fault_PART')
    WHEN f.fault LIKE 'FIELDS%' THEN t('form.fault_FIELDS') ELSE t('form.fault_' || f.fault) END AS what,
  EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = f.agency_code AND s.field_code = f.field_code
    AND s.marks IS NOT NULL) AS is_withheld, num(f.has) AS has, num(f.wants) AS wants
FROM (SELECT f.*, (SELECT d.name FROM field d WHERE d.code = f.field_code) AS field_name
  FROM period_part p JOIN stat_fault f ON f.year = :year
    AND ((f.period_kind = p.month_kind AND f.n = p.month) OR (f.period_kind = :kind AND f.n = :n))
  WHERE p.kind = :kind AND p.n = :n AND :agency IN ('', f.agency_code)
  GROUP BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault) f
JOIN agency a ON a.code = f.agency_code
ORDER BY a.position IS NULL, a.position, a.code, f.n, f.field_code, f.period_kind, f.fault LIMIT 12;

-- name: adjusted
SELECT a.name || ', ' || substr(period_vi(d.period_kind, d.year, d.n), 1, instr(period_vi(d.period_kind, d.year, d.n), ' (') - 1) AS place,
  num(d.adjusted_count) AS many, d.adjusted_reason AS reason
FROM period_part p JOIN dossier_stat d ON d.year = :year AND d.field_code = '' AND d.adjusted_count > 0
  AND d.period_kind = p.month_kind AND d.n = p.month
JOIN agency a ON a.code = d.agency_code
WHERE p.kind = :kind AND p.n = :n AND :agency IN ('', d.agency_code)
ORDER BY a.position IS NULL, a.position, a.code, d.n;
