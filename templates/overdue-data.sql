-- SPDX-License-Identifier: MIT
-- The list of dossiers past their day as data, with the same masked codes.

-- name: pages
SELECT 'thong-ke/qua-han' AS url WHERE EXISTS (SELECT 1 FROM overdue_dossier);

-- name: records
SELECT code, agency_code, agency_name, procedure_code, procedure_name, due, finished, is_open, days_late, apology_sent, new_due,
  extension_count, reason, data_asof
FROM overdue_posted ORDER BY is_open DESC, days_late DESC, dossier_code;

-- name: objects
SELECT row_number() OVER (ORDER BY is_open DESC, days_late DESC, dossier_code) > 1 AS is_later,
  script_json(json_patch('{}', json_object('code', code, 'agency', agency_code, 'agency_name', agency_name,
    'procedure', procedure_code, 'procedure_name', procedure_name, 'due', due, 'finished', finished, 'days_late', days_late,
    'apology_sent', apology_sent, 'new_due', new_due, 'extension_count', extension_count, 'reason', reason,
    'data_asof', data_asof))) AS object
FROM overdue_posted ORDER BY is_open DESC, days_late DESC, dossier_code;
