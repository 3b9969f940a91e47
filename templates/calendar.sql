-- SPDX-License-Identifier: MIT
-- What js/return-date.js counts with: the days that are not what their weekday says, the hours of
-- the counters, the hour after which a dossier counts from the next day (R: D-16).

-- name: pages
-- format: how the language writes a day, where that is not 23/11/2026.
SELECT 'lich' AS url, build_date() AS day, nullif(t('format.day'), '{dd}/{mm}/{yyyy}') AS format,
  (SELECT CAST(60 * value AS INT) FROM setting WHERE key = 'return_date.late_hour') AS late
WHERE :lang IS NOT NULL;

-- name: days
SELECT day AS special_day, kind = 'WORKING_SATURDAY' AS is_worked FROM calendar_day ORDER BY day;

-- name: years
-- Years of which the holidays are known: only into these a date is promised.
SELECT DISTINCT CAST(substr(day, 1, 4) AS INT) AS year FROM calendar_day WHERE kind = 'HOLIDAY' ORDER BY year;

-- name: hours
-- In minutes of the day. Hours with a note hold for some procedures only, so they are left out.
SELECT point_code, weekdays, 60 * substr(time_from, 1, 2) + substr(time_from, 4) AS opens,
  60 * substr(time_to, 1, 2) + substr(time_to, 4) AS closes
FROM opening_interval WHERE note IS NULL ORDER BY point_code, weekdays, time_from;

-- name: weekday_names
SELECT t('weekday.' || column1) AS weekday FROM (VALUES (1), (2), (3), (4), (5), (6), (7)) ORDER BY column1;

-- name: month_names
SELECT t('format.month_' || column1) AS month FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12))
ORDER BY column1;
