-- SPDX-License-Identifier: MIT
-- The fees of one procedure with the seven items of the law (Luật Phí và lệ phí, Điều 14).
-- Needs :code and :version. The same fee for several ways is one row.

-- name: fees
SELECT min(f.position) AS fee_position, f.title, f.type_name, f.amount, f.is_prose, f.formula = 'TIERS' AS is_tiers,
  f.none_reason IS NOT NULL AS is_none, f.payer, f.exemptions, f.reductions, f.legal_doc,
  CASE WHEN length(f.note) <= 100 OR (SELECT count(*) FROM fee_in_force o WHERE o.code = :code
    AND o.version = :version AND o.note = f.note) = count(*) THEN f.note END AS note,
  f.currency_basis, date_vi(f.valid_from) AS from_day, date_vi(f.valid_until) AS until_day,
  (SELECT name FROM agency_now WHERE code = f.agency_code) AS agency_name,
  CASE WHEN max(f.channel IS NULL) = 0 AND count(DISTINCT f.channel) < (SELECT count(DISTINCT m.channel)
      FROM method m WHERE m.code = :code AND m.version = :version)
    THEN replace(group_concat(DISTINCT t('channel.' || f.channel)), ',', ', ') END AS channels,
  f.payment,
  -- Which of the items are not known, in one line instead of five empty cells.
  CASE WHEN f.none_reason IS NULL THEN nullif(rtrim(
    CASE WHEN f.payment_methods IS NULL THEN t('fee.payment') || '; ' ELSE '' END
    || CASE WHEN f.payer IS NULL THEN t('fee.payer') || '; ' ELSE '' END
    || CASE WHEN f.exemptions IS NULL AND NOT EXISTS (SELECT 1 FROM fee_relief_in_force r
        WHERE r.code = f.code AND r.version = f.version AND r.fee_position = f.position
        AND r.kind = 'EXEMPT') THEN t('fee.exemptions') || '; ' ELSE '' END
    || CASE WHEN f.reductions IS NULL AND NOT EXISTS (SELECT 1 FROM fee_relief_in_force r
        WHERE r.code = f.code AND r.version = f.version AND r.fee_position = f.position
        AND r.kind = 'REDUCE') THEN t('fee.reductions') || '; ' ELSE '' END
    || CASE WHEN f.legal_doc IS NULL THEN t('fee.legal_doc') || '; ' ELSE '' END, '; '), '') END AS lacks
FROM fee_text f
WHERE f.code = :code AND f.version = :version
GROUP BY f.title, f.amount, f.payer, f.exemptions, f.reductions, f.legal_doc, f.note, f.valid_from,
  f.valid_to, f.agency_code, f.payment_methods
ORDER BY min(f.position);

-- name: shared_notes
-- A long note of several fees stands once, under the table.
SELECT note AS shared_note FROM (SELECT note, count(*) AS n, min(position) AS position,
    count(DISTINCT json_array(title, amount, payer, exemptions, reductions, legal_doc, valid_from,
      valid_to, agency_code, payment_methods)) AS lines
  FROM fee_text WHERE code = :code AND version = :version AND length(note) > 100 GROUP BY note)
WHERE lines > 1 ORDER BY position;

-- name: reliefs
SELECT relief, who, condition, legal_doc, date_vi(valid_from) AS from_day, date_vi(valid_until) AS until_day
FROM fee_relief_in_force
WHERE code = :code AND version = :version AND fee_position = :fee_position ORDER BY position;
