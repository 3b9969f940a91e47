-- SPDX-License-Identifier: MIT
-- The checklist on paper, at a touch screen that has a printer (PR1): a button, and the head of the
-- sheet, which only paper shows. Needs :code_national and :decision_no.

-- name: printer
-- one row
SELECT date_vi((SELECT signed FROM decision WHERE no = :decision_no)) AS signed_day,
  (SELECT value || '/thu-tuc/' || :code_national || '.html' FROM setting
    WHERE key = 'url' AND value LIKE 'https://%') AS address,
  (SELECT qr(value || '/thu-tuc/' || :code_national || '.html', t('kiosk.qr_title')) FROM setting
    WHERE key = 'url' AND value LIKE 'https://%') AS code
WHERE EXISTS (SELECT 1 FROM device WHERE kind = 'kiosk' AND has_printer);
