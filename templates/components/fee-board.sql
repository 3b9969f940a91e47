-- SPDX-License-Identifier: MIT
-- The board of fees: a row per fee of the procedures in :codes (a JSON list of national
-- codes), with the seven items of Luật Phí và lệ phí, Điều 14(1).

-- name: board
SELECT p.code_national, p.name AS procedure_name, p.code, p.version,
  min(f.position) AS fee_position, f.title, f.type_name, f.amount, f.is_prose, f.payer, f.exemptions, f.reductions,
  f.legal_doc, f.note, date_vi(f.valid_until) AS until_day, a.name AS agency_name,
  CASE WHEN max(f.channel IS NULL) = 0 AND count(DISTINCT f.channel) < (SELECT count(DISTINCT m.channel)
      FROM method m WHERE m.code = p.code AND m.version = p.version)
    THEN replace(group_concat(DISTINCT t('channel.' || f.channel)), ',', ', ') END AS channels,
  f.payment
FROM json_each(:codes) c JOIN procedure_posted p ON p.code_national = c.value
JOIN fee_text f ON f.code = p.code AND f.version = p.version AND f.none_reason IS NULL
LEFT JOIN agency_now a ON a.code = f.agency_code
GROUP BY p.code_national, f.title, f.amount, f.payer, f.exemptions, f.reductions, f.legal_doc, f.note,
  f.valid_from, f.valid_to, f.agency_code, f.payment_methods
ORDER BY p.name COLLATE vi, p.code_national, min(f.position);

-- name: exempt
SELECT who, condition, date_vi(valid_until) AS relief_until FROM fee_relief_in_force
WHERE code = :code AND version = :version AND fee_position = :fee_position AND kind = 'EXEMPT'
ORDER BY position;

-- name: reduced
SELECT relief, who, condition, date_vi(valid_until) AS relief_until FROM fee_relief_in_force
WHERE code = :code AND version = :version AND fee_position = :fee_position AND kind = 'REDUCE'
ORDER BY position;
