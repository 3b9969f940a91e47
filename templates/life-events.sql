-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'su-kien/index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: events
SELECT code, name, summary, num(n) AS n FROM life_event_posted
ORDER BY position IS NULL, position, code;
