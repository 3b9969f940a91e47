-- SPDX-License-Identifier: MIT
-- What is past due and what falls due in the next 30 days, for the office itself: the view
-- deadline.

-- name: groups
SELECT 'OVERDUE' AS state, 'qua-han-chot' AS part, t('deadline.past') AS heading, t('deadline.past_caption') AS caption,
  t('deadline.none_past') AS none_text, NULL AS until
UNION ALL SELECT 'OPEN', 'sap-den-han', t('deadline.soon'), t('deadline.soon_caption'), t('deadline.none_soon'),
  date(build_date(), '+30 days')
ORDER BY state DESC;

-- name: lines
SELECT CASE WHEN url IS NOT NULL THEN :root || url || '.html' END AS href, title, legal_doc,
  due_day, date_vi(due_day) AS due_text, t('deadline_name.' || replace(id, '-', '')) AS what
FROM deadline WHERE state = :state AND (:until IS NULL OR due_day <= :until)
ORDER BY due_day, id, object, source_line LIMIT 200;

-- name: more
-- one row
SELECT num(count(*) - 200) AS n FROM deadline WHERE state = :state AND (:until IS NULL OR due_day <= :until)
HAVING count(*) > 200;
