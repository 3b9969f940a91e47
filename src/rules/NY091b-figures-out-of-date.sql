-- SPDX-License-Identifier: MIT
-- id: NY091b
-- level: warning
-- name: the newest figures are too old
-- basis: Nghị định 09/2019/NĐ-CP, Điều 12
-- message.vi: số liệu mới nhất là {period}, đã chốt {days} ngày trước; tháng sau đó đã đến hạn
-- message.en: the newest figures are of {period}, which closed {days} days ago; the month after is due
-- cure.vi: thêm số liệu tháng mới vào data/dossier-stats.csv; số ngày cho phép là stale.figures_days trong site.yml
-- cure.en: add the new month to data/dossier-stats.csv; how many days are allowed is stale.figures_days of site.yml
SELECT d.source_id, d.source_line, p.label AS period,
  CAST(julianday(build_date()) - julianday(p.day_to) AS INT) AS days
FROM period_newest p JOIN dossier_stat d ON d.rowid = (SELECT o.rowid FROM dossier_stat o
  WHERE o.period_kind = p.kind AND o.year = p.year AND o.n = p.n ORDER BY o.source_line LIMIT 1)
WHERE julianday(build_date()) - julianday(p.day_to)
  > CAST(coalesce((SELECT value FROM setting WHERE key = 'stale.figures_days'), '35') AS INT)
ORDER BY d.source_line;
