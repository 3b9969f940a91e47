-- SPDX-License-Identifier: MIT
-- name: newest
-- one row
-- The date of the data of pages that show many procedures (O5): the newest of them.
SELECT max(data_date) AS data_date, date_vi(max(data_date)) AS data_day FROM procedure_posted
HAVING max(data_date) IS NOT NULL;
