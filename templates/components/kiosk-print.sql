-- SPDX-License-Identifier: MIT
-- The checklist on paper, at a touch screen that has a printer (PR1): a button, and the head of the
-- sheet, which only paper shows. Needs :code_national and :decision_no.

-- name: printer
-- one row
SELECT date_vi((SELECT signed FROM decision WHERE no = :decision_no)) AS signed_day,
  (SELECT substr(base, 9) || '/thu-tuc/' || :code_national || '.html' FROM public_base) AS address,
  (SELECT qr(base || '/thu-tuc/' || :code_national || '.html', t('qr.page')) FROM public_base) AS code
WHERE EXISTS (SELECT 1 FROM device WHERE kind = 'kiosk' AND has_printer);
