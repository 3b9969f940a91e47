-- SPDX-License-Identifier: MIT
-- The numbers of a list that is cut into pages. Needs :stem (the address of the first page
-- without extension), :part and :parts. The others are STEM-trang-2 and so on.

-- name: links
WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < :parts)
SELECT k AS number, k = :part AS is_here,
  :edition || :stem || CASE WHEN k > 1 THEN '-trang-' || k ELSE '' END || '.html' AS href
FROM k WHERE :parts > 1 ORDER BY k;
