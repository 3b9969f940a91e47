-- SPDX-License-Identifier: MIT
-- id: NY092a
-- level: note
-- name: no target for the year, where there was one before
-- basis: chỉ tiêu giao theo năm
-- message.vi: {indicator} có số liệu năm {now} nhưng chỉ tiêu mới nhất là của năm {year}
-- message.en: {indicator} has figures for {now}, but its newest target is of {year}
-- cure.vi: thêm chỉ tiêu năm {now} vào data/targets.csv; chưa được giao thì cứ để vậy, trang không ghi đạt hay không đạt
-- cure.en: add the target of {now} to data/targets.csv; where none is set yet, pages do not say met or not
SELECT t.source_id, t.source_line, t.indicator, t.year, n.year AS now
FROM (SELECT *, max(year) FROM target GROUP BY indicator) t
JOIN (SELECT indicator, max(year) AS year FROM figure WHERE agency_code = '' AND field_code = ''
  GROUP BY indicator) n ON n.indicator = t.indicator
WHERE t.year < n.year
ORDER BY t.indicator;
