-- SPDX-License-Identifier: MIT
-- The one page that states the day of the build.

-- name: pages
SELECT 'du-lieu/ban-dung' AS url, build_date() AS day, date_vi(build_date()) AS day_text,
  num(count(*)) AS n, date_vi(max(data_date)) AS data_day
FROM procedure_posted;

-- name: counts
SELECT num((SELECT count(*) FROM procedure_withdrawn)) AS withdrawn,
  num((SELECT count(DISTINCT code_national) FROM procedure_upcoming)) AS upcoming;
